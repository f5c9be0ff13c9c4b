"""The currencies of exchange rates, with their names in both languages and their rough worth."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from generator.figures.shared.tables import table
from generator.patterns import late_regex


class Currency(NamedTuple):
    """A currency; ``dollars`` is its rough worth, which only tells what one of two is per."""

    code: str
    chinese: str
    english: str
    dollars: Fraction


class Named(NamedTuple):
    """Where a text names a currency."""

    start: int
    end: int
    code: str


@cache
def _all() -> dict[str, Currency]:
    rows = (line.split("\t") for line in table("currencies.tsv").splitlines()[1:])
    return {row[0]: Currency(row[0], row[1], row[2], Fraction(row[3])) for row in rows}


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    chinese = "|".join(f"(?P<{one.code}>{one.chinese})" for one in _all().values())
    english = "|".join(f"(?P<{one.code}>{one.english})" for one in _all().values())
    return late_regex(chinese), late_regex(rf"(?<![a-z])(?:{english})s?(?![a-z])")


def in_chinese(text: str) -> list[Named]:
    """The currencies that a Chinese text names."""
    return list(_named(_patterns()[0], text))


def in_english(lower: str) -> list[Named]:
    """The currencies that an English text in lower case names; ``$`` is a plain dollar."""
    return list(_named(_patterns()[1], lower))


def _named(pattern: re.Pattern[str], text: str) -> Iterator[Named]:
    for found in pattern.finditer(text):
        yield Named(found.start(), found.end(), found.lastgroup or "")


_DOLLARS = frozenset({"USD", "HKD", "TWD", "AUD", "NZD", "CAD", "SGD"})


def may_be(lower: str, named: Named, code: str) -> bool:
    """Whether a name in the English may be that of the currency: "the dollar" is any dollar."""
    plain = named.code == "USD" and lower.startswith("dollar", named.start)
    return named.code == code or (plain and code in _DOLLARS)


# How far from the rough worth a rate may be.
_RANGE = 3
# Rates of two currencies that are worth about as much are of the later one and per the earlier one.
_BASES = ("EUR", "GBP", "AUD", "NZD", "USD", "CAD", "CHF", "SGD")


class Quoted(NamedTuple):
    """The currency that a rate is ``of`` and the one that it is ``per``; not ``certain`` if it may
    be the other way round."""

    of: str
    per: str
    certain: bool


def quoted(first: str, second: str, rate: Fraction) -> Quoted | None:
    """How ``rate``, told of two currencies, is to be understood; None if it is too far from what
    they are worth."""
    worth = _all()[first].dollars / _all()[second].dollars
    ways = [
        (max(rate / direct, direct / rate), Quoted(of, per, certain=True))
        for of, per, direct in ((second, first, worth), (first, second, 1 / worth))
        for direct in (direct, 100 * direct)
    ]
    ways = sorted(way for way in ways if way[0] <= _RANGE)
    if not ways:
        return None
    best = ways[0][1]
    if all(way[1] == best for way in ways):
        return best
    usual = best.per in _BASES and (
        best.of not in _BASES or _BASES.index(best.per) < _BASES.index(best.of)
    )
    return best._replace(certain=usual)
