"""What a figure is, and the facts in it that a translation has to keep."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

import msgspec

FactKind = Literal[
    "number", "share", "points", "ordinal", "date", "month", "day", "year", "time", "decade",
    "label", "vague", "fold", "more", "off", "ratio", "span",
    "digits",
]  # fmt: skip


# The kinds of figures that say how much or how many, of anything.
AMOUNTS = frozenset({"percent", "points", "money", "measure", "count", "duration"})


class Fact(msgspec.Struct, frozen=True):
    """One thing that is so: a number of a unit, a day, a time.

    ``value`` is exact: a number; a share of the whole for percentages and fractions; minutes
    of the day for a time; the power of ten for "hundreds of"; for a date month and day as
    ``100 * month + day``; the number of times as large for ``fold``, of times more for
    ``more``, the part taken off a price for ``off``; for a ratio or score the first number;
    for a span of months ``100 * first + last``; for ``digits`` how many a number has.
    ``text`` is what a label or a ratio says.
    ``unit`` is one of ``units.UNITS`` or empty where nothing is said.
    """

    kind: FactKind
    value: Fraction = Fraction(0)
    unit: str = ""
    text: str = ""


class Figure(msgspec.Struct, frozen=True):
    """A quantity, date or other figure of a Chinese text.

    ``start`` and ``end`` are its place in the text, ``source`` what stands there and
    ``english`` the same in English, qualifier and unit included. ``value`` is in plain digits
    of ``unit``, never rounded: ``28950000000``; a range is ``20000-200000``; dates and periods
    are ISO 8601 (``2021-11-03``, ``--11-03`` without a year, ``--01/--08``). ``kind`` is
    ``money``, ``measure``, ``count``, ``duration``, ``percent``, ``points``, ``fraction``,
    ``multiple``, ``discount``, ``ratio``, ``ordinal``, ``rank``, ``date``, ``period``,
    ``time``, ``level``, ``label``,
    ``plan``, ``digits``, ``vague`` or ``unread``: what is certainly a number but was not
    understood (its value and English are empty). ``qualifier`` is the English
    of 近, 余, 以上 and the like.

    ``facts``: ways to say it, each a set of facts that together say all of it. An ``optional``
    figure (两个, 第一) may go unsaid in good English; a strong one may not. ``bound`` is 1
    where the true number is higher than said, -1 where it is lower.
    ``engine_safe`` says that it is one an engine gets right by itself: the same digits in both
    languages, no 万 or 亿 and no Chinese numeral.
    """

    start: int
    end: int
    source: str
    english: str
    value: str
    unit: str
    kind: str
    qualifier: str = ""
    bound: int = 0
    optional: bool = False
    engine_safe: bool = False
    facts: tuple[tuple[Fact, ...], ...] = ()


def sole_value(figure: Figure, kind: str) -> Fraction | None:
    """The value of a figure that is one fact of that kind and has no qualifier, else None."""
    if not figure.facts or len(figure.facts[0]) != 1 or figure.qualifier:
        return None
    fact = figure.facts[0][0]
    return fact.value if fact.kind == kind else None
