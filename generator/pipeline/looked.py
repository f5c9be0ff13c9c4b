"""How the files of a site looked at a moment."""

from __future__ import annotations

# Size, time of change in nanoseconds, inode.
State = tuple[int, int, int]


class Looked(dict[str, State]):
    """Each file's state by its path. ``others`` are what was there too: folders, and files that
    only pass (an editor's program's). With the same names and others, the folders have the same
    in them."""

    def __init__(self, known: dict[str, State] | None = None) -> None:
        super().__init__(known or {})
        self.others: frozenset[str] = frozenset()
