"""The states of a site's files at one moment."""

from __future__ import annotations

import os

# Size in bytes, modification time in nanoseconds, inode.
State = tuple[int, int, int]

_stat = os.stat


def state_of(file: str | os.PathLike[str]) -> State:
    """The state of a file. Raises ``OSError`` if there is none.

    The file is asked itself: what a listing of its folder says of it has no inode on Windows, and
    may be older there.
    """
    found = _stat(file)
    return found.st_size, found.st_mtime_ns, found.st_ino


class FileStates(dict[str, State]):
    """Path → state of each file.

    ``others`` are the paths of everything else: folders, and temporary files of editing programs.
    If neither the paths nor ``others`` have changed, the folders have the same entries as before.
    """

    def __init__(self, known: dict[str, State] | None = None) -> None:
        super().__init__(known or {})
        self.others: frozenset[str] = frozenset()
