"""Protected spans, whose converted form is given: place names, glossary terms, kept text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from copy import copy

import ahocorasick_rs

from generator.patterns import late_regex

Protected = Mapping[str, str]

# Towns whose short name (without 镇) may also be formed by everyday words (水库里水位). It is a
# name only if the text has the town's full name or that of its region, and if a name may begin
# there.
BARE: dict[str, tuple[str, tuple[str, ...]]] = {
    "里水": ("里水", ("里水镇", "佛山", "南海", "大沥")),
}
_NAME_BEGINS = late_regex(r"(?:^|[^一-鿿]|[市县区海山在到赴来去往的是和与及为对把让由])$")


class Protection:
    """Finds protected spans (``given`` maps each to its form) in a text segmented into words;
    ``own`` are those of an editor's glossary."""

    def __init__(self, given: Protected, own: Iterable[str] = ()) -> None:
        self._given, self._own = dict(given), frozenset(own)
        self._hints = ""
        names = [*self._given, *(name for name in BARE if name not in self._given)]
        self._names = names
        self._matcher = (
            ahocorasick_rs.AhoCorasick(names, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
            if names
            else None
        )

    def within(self, hints: str) -> Protection:
        """A copy for pieces of the longer text ``hints``, which is used as context."""
        other = copy(self)
        other._hints = hints
        return other

    @property
    def hints(self) -> str:
        """The longer text that is context, empty if there is none."""
        return self._hints

    def is_own(self, name: str) -> bool:
        """Whether an editor's glossary gives the form of ``name``."""
        return name in self._own

    def spans(self, text: str, pieces: Sequence[str]) -> list[tuple[int, int, str]]:
        """Start, end and form of each span in ``text``, in order.

        A span of one or two characters is skipped if it is not made of whole ``pieces``.
        """
        if self._matcher is None:
            return []
        matches = self._matcher.find_matches_as_indexes(text)
        if not matches:
            return []
        edges = _edges(pieces)
        found = []
        for index, start, end in matches:
            name = self._names[index]
            if end - start < 3 and not {start, end} <= edges:
                continue
            if name in self._given:
                found.append((start, end, self._given[name]))
            elif self._is_town(name, text, start):
                found.append((start, end, BARE[name][0]))
        return found

    def _is_town(self, name: str, text: str, start: int) -> bool:
        near = BARE[name][1]
        begins = _NAME_BEGINS.search(text, max(0, start - 1), start) is not None or start == 0
        return begins and any(place in text or place in self._hints for place in near)


def _edges(pieces: Sequence[str]) -> set[int]:
    found, at = {0}, 0
    for piece in pieces:
        at += len(piece)
        found.add(at)
    return found
