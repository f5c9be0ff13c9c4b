"""The types of a Chinese figure and of the facts that a translation of it has to state."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

import msgspec

FactKind = Literal[
    "number", "share", "points", "ordinal", "date", "month", "day", "year", "time", "decade",
    "label", "vague", "fold", "more", "off", "ratio", "span",
    "digits",
]  # fmt: skip


# Kinds of figures that are amounts, of anything.
AMOUNTS = frozenset({"percent", "points", "money", "measure", "count", "duration"})
# Kinds of figures that are shares of a whole.
SHARES = frozenset({"percent", "fraction"})
# Kinds of figures that are percentages, or differences of percentages.
PERCENTAGES = frozenset({"percent", "points"})


class Fact(msgspec.Struct, frozen=True):
    """One statement that a figure makes: a number with its unit, a date, a time.

    ``value`` is exact. It is, by ``kind``:

    - ``number``, ``ordinal``, ``year``, ``month``, ``day``, ``decade``: the number itself
    - ``share``: the part of the whole (0.05 for 5%), also for fractions
    - ``points``: percentage points
    - ``date``: ``100 * month + day``; ``span``: ``100 * first month + last month``
    - ``time``: minutes of the day
    - ``vague``: the power of ten for "hundreds of"
    - ``fold``: how many times as large; ``more``: how many times more
    - ``off``: the part taken off a price
    - ``ratio``: the first number of a ratio or score
    - ``digits``: how many digits a number has

    ``text`` is the text of a label or ratio. ``unit`` is a key of ``units.UNITS``, or empty where
    the text names none.
    """

    kind: FactKind
    value: Fraction = Fraction(0)
    unit: str = ""
    text: str = ""


class Figure(msgspec.Struct, frozen=True):
    """A quantity, date or other figure of a Chinese text.

    ``start`` and ``end`` are its place in the text, ``source`` the text there, and ``english`` its
    English, with qualifier and unit. ``value`` is in plain digits of ``unit``, never rounded:
    ``28950000000``; a range is ``20000-200000``; dates and periods are ISO 8601 (``2021-11-03``,
    ``--11-03`` without a year, ``--01/--08``). ``kind`` is ``money``, ``measure``, ``count``,
    ``duration``, ``percent``, ``points``, ``fraction``, ``multiple``, ``discount``, ``ratio``,
    ``ordinal``, ``rank``, ``date``, ``period``, ``time``, ``level``, ``label``, ``plan``,
    ``digits``, ``vague`` or ``unread``: certainly a number, but one that no reader understands
    (``value`` and ``english`` are empty). ``qualifier`` is the English of 近, 余, 以上 and the
    like.

    ``facts`` has the alternative ways to express the figure, each a set of facts that together
    express all of it. An ``optional`` figure (两个, 第一) may be left out of good English.
    ``bound`` is 1 where the true number is higher than the one given, -1 where it is lower.
    ``engine_safe`` marks a figure that a translation engine gets right by itself: the same digits
    in both languages, no 万 or 亿, and no Chinese numeral.
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


def only_value(figure: Figure, kind: str = "number") -> Fraction | None:
    """The value of a figure whose only fact is of ``kind``, whatever its qualifier; else None."""
    if not figure.facts or len(figure.facts[0]) != 1:
        return None
    fact = figure.facts[0][0]
    return fact.value if fact.kind == kind else None


def sole_value(figure: Figure, kind: str) -> Fraction | None:
    """The same, but None if the figure has a qualifier."""
    return None if figure.qualifier else only_value(figure, kind)
