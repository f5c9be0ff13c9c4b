"""The words of a Chinese clause for which an English sentence has no English."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from generator.figures.context.glosses import glosses
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import Figure
from generator.figures.summaries.distance import Clauses
from generator.figures.summaries.wording import COMMON

# Against a figure: each of the words beside it that the English lacks, and the one before it.
EACH, _HEAD, _MOST = 0.3, 0.8, 3


class Untold:
    """Looks for such words in the ``clauses`` of the Chinese."""

    def __init__(self, comparison: Comparison, clauses: Clauses) -> None:
        self._comparison, self._clauses = comparison, clauses

    def count(self, start: int, end: int) -> int:
        """How many words there have no English in the sentence."""
        return sum(self._told.isdisjoint(word) for word in self._words(start, end))

    def against(self, figure: Figure) -> float:
        """What such words of the clause of a figure say against it."""
        start, end = self._clauses.clause(figure.start)
        before = list(self._words(start, figure.start))
        lacking = self.count(start, figure.start) + self.count(figure.end, end)
        head = bool(before) and self._told.isdisjoint(before[-1])
        return EACH * min(lacking, _MOST) + _HEAD * head

    @cached_property
    def _in_figures(self) -> set[int]:
        return {at for one in self._comparison.figures for at in range(one.start, one.end)}

    @cached_property
    def _told(self) -> set[int]:
        links = self._comparison.links
        return {at for link in links for place in link.chinese for at in range(*place)}

    def _words(self, start: int, end: int) -> Iterator[range]:
        """The places of the known words there, without those that English often leaves out."""
        text, known = self._comparison.text, glosses()
        at = start
        while at < end:
            size = next((n for n in (4, 3, 2) if at + n <= end and text[at : at + n] in known), 0)
            word = range(at, at + size)
            if size and text[at : at + size] not in COMMON and self._in_figures.isdisjoint(word):
                yield word
            at += size or 1
