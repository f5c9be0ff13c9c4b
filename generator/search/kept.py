"""The data of the index that stays in memory between updates in one process."""

from __future__ import annotations

from collections.abc import Sequence

from generator.search.changes import Placed, Wanted
from generator.search.state import Entry, State


class Kept:
    """The open state with its data in memory.

    ``entries`` are the articles by slug, ``digests`` the hashes of files by path, ``order`` the
    slugs from the oldest to the newest (None if unknown); ``inode`` is that of the state's file.
    """

    def __init__(self, state: State, inode: int) -> None:
        self.state, self.inode = state, inode
        self.entries: dict[str, Entry] = {}
        self.digests: dict[str, str] = {}
        self.order: list[str] | None = None
        self._version = -1

    def renew(self) -> None:
        """Read the data again if another process has changed the state."""
        version = self.state.version()
        if version != self._version:
            self.entries, self.digests = self.state.entries(), self.state.digests()
            self.order = None
            self._version = version

    def placed(self, wanted: Sequence[Wanted]) -> list[Placed] | None:
        """The places of the articles, if their slugs and dates are the same as the stored ones.

        None otherwise.
        """
        if self.order is None or len(wanted) != len(self.order):
            return None
        by_slug = {one.slug: one for one in wanted}
        found = []
        for slug in self.order:
            one, entry = by_slug.get(slug), self.entries.get(slug)
            if one is None or entry is None or one.moment != entry.moment:
                return None
            found.append(Placed(one, entry.level, entry.slot))
        return found
