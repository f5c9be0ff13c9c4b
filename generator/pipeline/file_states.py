"""The states of a site's files at one moment."""

from __future__ import annotations

# Size in bytes, modification time in nanoseconds, inode.
State = tuple[int, int, int]


class FileStates(dict[str, State]):
    """Path → state of each file.

    ``others`` are the paths of everything else: folders, and temporary files of editing programs.
    If neither the paths nor ``others`` have changed, the folders have the same entries as before.
    """

    def __init__(self, known: dict[str, State] | None = None) -> None:
        super().__init__(known or {})
        self.others: frozenset[str] = frozenset()
