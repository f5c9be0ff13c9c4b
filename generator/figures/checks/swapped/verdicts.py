"""Whether two figures stand where they belong, by what is beside them (``ties``) and by the things
that the text sets against each other (``contrasts``). The same proof says that they are in their
places, and with the figures exchanged that they have changed them.
"""

from __future__ import annotations

from functools import cached_property
from itertools import combinations

from generator.figures.checks.swapped import contrasts, ties
from generator.figures.checks.swapped.figure_kinds import are_of_two_kinds
from generator.figures.checks.swapped.own_clauses import have_own_names
from generator.figures.english.stated import Stated
from generator.figures.matching.comparison import Comparison, Match

_KINDS = frozenset({
    "money", "percent", "points", "count", "measure", "duration", "multiple", "fraction",
    "rank", "ordinal",
})  # fmt: skip
# How many figures may lie between two that are compared.
_APART = 6


class Verdicts:
    """The verdicts on pairs of figures of one comparison."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison

    @cached_property
    def groups(self) -> list[contrasts.Group]:
        """The things that both texts set against each other."""
        return contrasts.groups(self.comparison)

    def of(self, one: Match, other: Match) -> int:
        """1 if the two are in their places, -1 if they have changed them, 0 if it is uncertain."""
        return self._proven(one, other) or int(
            are_of_two_kinds(self.comparison, one, other)
            or have_own_names(self.comparison, one, other)
        )

    def _proven(self, one: Match, other: Match) -> int:
        tied = ties.verdict(self.comparison, one, other)
        told = contrasts.verdict(self.comparison, self.groups, one, other) if self.groups else 0
        return 0 if tied * told < 0 else tied or told

    def crossed(self, saying: list[list[Stated]]) -> tuple[int, int] | None:
        """The first two figures that have changed places for certain, by their numbers."""
        figures = self.comparison.figures
        single = [n for n, f in enumerate(figures) if f.kind in _KINDS and len(saying[n]) == 1]
        for i, j in combinations(single, 2):
            if j - i > _APART or figures[i].kind != figures[j].kind:
                continue
            if figures[i].facts == figures[j].facts or saying[i][0] is saying[j][0]:
                continue
            if self._proven((figures[i], saying[i][0]), (figures[j], saying[j][0])) < 0:
                return i, j
        return None
