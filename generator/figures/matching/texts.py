"""What the ways share in which English may tell a figure without stating it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from functools import cached_property

from generator.figures.english.stated import Stated
from generator.figures.matching.agreement import expresses
from generator.figures.shared.figure import Figure, only_value
from generator.figures.shared.units import same_sort
from generator.patterns import late_regex

# A missing figure, and the English figures that tell it.
Told = tuple[Figure, tuple[Stated, ...]]
# The ids of figures of the Chinese that are told, and those of the English figures that tell them.
Found = tuple[set[int], set[int]]

_SENTENCE = late_regex("[。！？\\n]")


class Texts:
    """Both texts with their figures; ``missing`` are those that no English figure expresses,
    ``lost`` their ids, ``kept`` the others. ``date`` is the day of the article, if known."""

    def __init__(
        self,
        text: str,
        english: str,
        figures: Sequence[Figure],
        missing: Sequence[Figure],
        stated: Sequence[Stated],
        date: datetime.date | None = None,
    ) -> None:
        self.text, self.english = text, english
        self.figures, self.missing, self.stated = figures, missing, stated
        self.date = date
        self.lost = frozenset(map(id, missing))
        self.kept = [figure for figure in figures if id(figure) not in self.lost]

    @cached_property
    def spare(self) -> list[Stated]:
        """The English figures that express no figure of the Chinese."""
        return [
            one for one in self.stated if not any(expresses(figure, one) for figure in self.kept)
        ]

    def in_sentence(self, one: Figure, other: Figure) -> bool:
        """Whether the two figures are in one sentence of the Chinese."""
        first, last = sorted((one, other), key=lambda figure: figure.start)
        return _SENTENCE.search(self.text, first.end, last.start) is None

    def amounts(self, like: Figure, figures: Sequence[Figure]) -> Iterator[tuple[Figure, Fraction]]:
        """Those of the ``figures`` that have the kind and the unit of another one, with their
        values."""
        for figure in figures:
            if (
                figure is not like
                and figure.kind == like.kind
                and same_sort(figure.unit, like.unit)
            ):
                value = only_value(figure)
                if value:
                    yield figure, value


def found_by(told: Iterable[Told]) -> Found:
    """The ids of the figures that are ``told``, and of those by which they are."""
    of: set[int] = set()
    by: set[int] = set()
    for figure, those in told:
        of.add(id(figure))
        by |= {id(one) for one in those}
    return of, by
