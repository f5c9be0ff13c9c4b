"""The input of the checks: a Chinese text and its English, with their figures and the matches
between these.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cached_property
from itertools import pairwise
from typing import Any, TypeVar

import msgspec

from generator.figures.context.distance import Span
from generator.figures.context.evidence import NAME, Link, is_spelt, links
from generator.figures.context.known_names import known_names
from generator.figures.english.stated import Stated
from generator.figures.shared.figure import Figure
from generator.figures.shared.problem import FigureProblem
from generator.needs import Rows

_Made = TypeVar("_Made")
# Chinese figures, each with the English figures that express it or a part of it.
Matches = list[tuple[Figure, list[Stated]]]
# A Chinese figure with the only English figure that expresses it.
Match = tuple[Figure, Stated]
UniqueMatches = list[Match]
# Largest gap between the parts of one figure: "one hour and 47 minutes".
_AND = 5


class Comparison(msgspec.Struct, frozen=True, dict=True):
    """A Chinese ``text`` and its ``english``, made once for all checks by ``verification.compare``.

    ``lower`` is the English in lower case, ``figures`` and ``stated`` are the figures of the two
    texts in order. ``matches`` pairs each Chinese figure with the English figures that express it
    or a part of it; ``unique`` has those pairs in which one place of the English expresses the
    figure and no other.

    ``missing`` figures are not fully expressed. ``unsaid`` are those of them that good English may
    leave out. Conversions beside an amount are removed from ``english``; ``misconverted`` has a
    problem for each wrong one. ``rows`` and ``rows_english`` are the rows of the tables whose
    patterns may match in the texts (``checks/gates.py``).
    Of a part of a text (``division.py``), ``whole`` is the Chinese of all of it.
    ``date`` is the day of the article; if it is known, ``resolved`` are the figures that the
    English may express by words which depend on it. Parts have neither.
    """

    text: str
    english: str
    lower: str
    figures: list[Figure]
    stated: list[Stated]
    matches: Matches
    unique: UniqueMatches
    missing: list[Figure]
    unsaid: list[Figure]
    misconverted: list[FigureProblem]
    rows: Rows
    rows_english: Rows
    whole: str = ""
    date: datetime.date | None = None
    resolved: list[Figure] = []

    @cached_property
    def kept(self) -> Matches:
        """The pairs of ``matches`` whose figure is not missing."""
        if not self.missing:
            return self.matches
        lost = {id(figure) for figure in self.missing}
        return [(figure, said) for figure, said in self.matches if id(figure) not in lost]

    @cached_property
    def links(self) -> list[Link]:
        """Expressions that both texts have, without the figures themselves."""
        found = links(self.text, self.english, self.figures)
        known = self.rows["known_names"] & self.rows_english["known_names"]
        if not known:
            return found
        names = known_names(self.text, self.english, known)
        here = [span for name in names for span in name.chinese]
        there = [span for name in names for span in name.english]
        rest = [
            link for link in found
            if not _are_within(link.chinese, here) and not _are_within(link.english, there)
        ]  # fmt: skip
        return [*rest, *names]

    @cached_property
    def names_once(self) -> list[Link]:
        """The names that both texts have once, in the order of the Chinese."""
        found = [
            link for link in self.links
            if len(link.chinese) == 1 == len(link.english)
            and (link.kind == NAME or is_spelt(self.text, self.english, link))
        ]  # fmt: skip
        return sorted(found, key=lambda link: link.chinese)

    def once(self, make: Callable[[Comparison], _Made]) -> _Made:
        """The result of ``make`` for this comparison, made once for all checks that ask for it."""
        made = self._made
        if make not in made:
            made[make] = make(self)
        found: _Made = made[make]
        return found

    @cached_property
    def _made(self) -> dict[Callable[[Comparison], Any], Any]:
        return {}

    @cached_property
    def expressing(self) -> list[list[Stated]]:
        """For each Chinese figure the English ones that express it."""
        return [expressing for _, expressing in self.matches]

    def figure_of(self, stated: Stated) -> Figure | None:
        """The first Chinese figure that ``stated`` expresses, if any."""
        matches = self.matches
        return next((f for f, found in matches if any(one is stated for one in found)), None)

    def unique_of(self, kinds: frozenset[str]) -> UniqueMatches:
        """The pairs of ``unique`` whose Chinese figure is of one of the ``kinds``."""
        return [pair for pair in self.unique if pair[0].kind in kinds]


def _are_within(spans: Iterable[Span], others: list[Span]) -> bool:
    """Whether all of the spans are parts of others: words of a name."""
    return all(any(a <= start and end <= b for a, b in others) for start, end in spans)


def unique_matches(matches: Matches) -> UniqueMatches:
    """The Chinese figures with one place in the English that expresses them and no other figure.

    A place that is the only one of a period is that period's: a fraction that it might express too
    (四分之一, "the third quarter … a quarter") has its other place.
    """
    periods = {id(those[0]) for one, those in matches if one.kind == "period" and len(those) == 1}
    if periods:
        matches = [
            (figure, [one for one in those if id(one) not in periods])
            if figure.kind == "fraction" and len(those) > 1
            else (figure, those)
            for figure, those in matches
        ]
    often = Counter(id(one) for _, those in matches for one in those)
    unique: UniqueMatches = []
    for figure, those in matches:
        if those and all(often[id(one)] == 1 for one in those):
            joined = those[0] if len(those) == 1 else _joined(those)
            if joined is not None:
                unique.append((figure, joined))
    return unique


def _joined(expressing: list[Stated]) -> Stated | None:
    """Adjacent parts as one figure: "one hour and 47 minutes", a date in its day and its year."""
    first, last = expressing[0], expressing[-1]
    near = all(b.start - a.end <= _AND for a, b in pairwise(expressing))
    return msgspec.structs.replace(first, end=last.end) if near else None
