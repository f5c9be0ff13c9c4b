"""What the checks of figures take: a Chinese text and its English with the figures of both."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from itertools import pairwise

import msgspec

from generator.figures.context.evidence import Link, links
from generator.figures.english.stated import Stated
from generator.figures.shared.figure import Figure
from generator.figures.shared.problem import FigureProblem
from generator.needs import Rows

# Figures, each with what says it or a part of it.
Said = list[tuple[Figure, list[Stated]]]
# Figures with the only place of the English that says them.
Once = list[tuple[Figure, Stated]]
# So far apart "one hour and 47 minutes" are still one.
_AND = 5


class Comparison(msgspec.Struct, frozen=True, dict=True):
    """A Chinese ``text`` and its ``english``, made once for all checks (``verify.compare``).

    ``lower`` is the English in small letters. ``figures`` are those of the text and ``stated``
    those of the English, each in order; ``said`` has the figures with what says each of them or
    a part of it, and ``once`` those that the English says once, while no other figure says the
    same. The ``missing`` figures are not said in full; the ``unsaid`` are those of them that good
    English may leave out. The ``english`` is without amounts that were converted beside another
    one; those ``misconverted`` are problems already. ``rows`` and ``rows_english`` are those of
    the tables whose patterns may match in the texts at all (`gates`).
    """

    text: str
    english: str
    lower: str
    figures: list[Figure]
    stated: list[Stated]
    said: Said
    once: Once
    missing: list[Figure]
    unsaid: list[Figure]
    misconverted: list[FigureProblem]
    rows: Rows
    rows_english: Rows

    @cached_property
    def kept(self) -> Said:
        """Those of ``said`` that are not missing."""
        if not self.missing:
            return self.said
        lost = {id(figure) for figure in self.missing}
        return [(figure, said) for figure, said in self.said if id(figure) not in lost]

    @cached_property
    def links(self) -> list[Link]:
        """What says the same in both texts, but for the figures themselves."""
        return links(self.text, self.english, self.figures)

    @cached_property
    def saying(self) -> list[list[Stated]]:
        """What says each of the figures."""
        return [said for _, said in self.said]

    def figure_of(self, stated: Stated) -> Figure | None:
        """The figure of the Chinese that ``stated`` says; the first of several."""
        return next((f for f, said in self.said if any(one is stated for one in said)), None)

    def once_of(self, kinds: frozenset[str]) -> Once:
        """Those of ``once`` that are of the kinds."""
        return [pair for pair in self.once if pair[0].kind in kinds]


def said_once(said: Said) -> Once:
    """Figures that the English says once, each with where it does; no other figure of the
    Chinese says the same."""
    often = Counter(id(one) for _, those in said for one in those)
    once: Once = []
    for figure, those in said:
        if those and all(often[id(one)] == 1 for one in those):
            joined = those[0] if len(those) == 1 else _joined(those)
            if joined is not None:
                once.append((figure, joined))
    return once


def _joined(said: list[Stated]) -> Stated | None:
    """One hour and 47 minutes as one; so is a date that its day and its year say."""
    first, last = said[0], said[-1]
    near = all(b.start - a.end <= _AND for a, b in pairwise(said))
    return msgspec.structs.replace(first, end=last.end) if near else None
