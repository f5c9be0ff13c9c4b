"""What is remembered of the kept index from one update to the next in one process."""

from __future__ import annotations

from collections.abc import Sequence

from generator.search.changes import Placed, Wanted
from generator.search.state import Entry, State


class Kept:
    """The open state, with the ``entries``, the ``digests`` of files and the ``order`` of articles
    (slugs, from the oldest on) that it has; ``inode`` is that of its file."""

    def __init__(self, state: State, inode: int) -> None:
        self.state, self.inode = state, inode
        self.entries: dict[str, Entry] = {}
        self.digests: dict[str, str] = {}
        self.order: list[str] | None = None
        self._version = -1

    def renew(self) -> None:
        """Read all of it where another process has changed the state."""
        version = self.state.version()
        if version != self._version:
            self.entries, self.digests = self.state.entries(), self.state.digests()
            self.order = None
            self._version = version

    def placed(self, wanted: Sequence[Wanted]) -> list[Placed] | None:
        """Where each article stands, if the same ones at the same moments were wanted last."""
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
