"""Names of companies, universities, banks and countries that both texts have, where the letters of
the one tell nothing of the other: 宁德时代 and "CATL", 清华大学 and "Tsinghua".

Companies are those of `generator.entities`, others are in ``data/known_names.tsv``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from generator.entities.companies import Company, companies
from generator.figures.context.distance import Span
from generator.figures.context.evidence import NAME, Link
from generator.figures.shared.tables import table
from generator.needs import needs_of, numbers
from generator.patterns import late_regex


class _Known(NamedTuple):
    chinese: re.Pattern[str]
    english: re.Pattern[str]


@cache
def _table() -> tuple[_Known, ...]:
    rows = [line.split("\t") for line in table("known_names.tsv").splitlines()[1:]]
    patterns = [(f"(?P<name>{chinese})", english) for _, chinese, english in rows]
    patterns += [(_chinese(one), _english(one)) for one in companies()]
    return tuple(
        _Known(late_regex(chinese), late_regex(rf"(?<![A-Za-z])(?:{english})(?![A-Za-z])"))
        for chinese, english in patterns
    )


def _chinese(company: Company) -> str:
    """Its names; words that only contain one (升华为) match without the group."""
    names = f"(?P<name>{'|'.join(map(re.escape, company.spoken))})"
    return "|".join([*map(re.escape, company.unlike), names])


def _english(company: Company) -> str:
    names = {name for name in (company.english, *company.also) if name.isascii()}
    names |= {name.capitalize() for name in names if name.isalpha()}  # NIO, Nio
    return "|".join(re.escape(name) for name in sorted(names, key=lambda one: (-len(one), one)))


def needs() -> tuple[list[frozenset[str]], list[frozenset[str]]]:
    """The literals of which each name needs one in Chinese and in English, in order."""
    return (
        [needs_of(known.chinese.pattern) for known in _table()],
        [needs_of(known.english.pattern.lower()) for known in _table()],
    )


def known_names(text: str, english: str, rows: int) -> list[Link]:
    """The names that both texts have; of two that overlap in the English the longer one. ``rows``
    are those that may match in both (`needs`).
    """
    found = []
    for number in numbers(rows):
        known = _table()[number]
        here = tuple(m.span() for m in known.chinese.finditer(text) if m["name"])
        there = tuple(m.span() for m in known.english.finditer(english)) if here else ()
        if there:
            found.append(Link(NAME, here, there))
    kept: dict[tuple[Span, ...], Link] = {}
    for one in found:
        others = [span for other in found if other is not one for span in other.english]
        there = tuple(s for s in one.english if not any(_within(s, other) for other in others))
        if there:
            kept.setdefault(there, Link(NAME, one.chinese, there))
    return list(kept.values())


def _within(span: Span, other: Span) -> bool:
    return other[0] <= span[0] and span[1] <= other[1] and other[1] - other[0] > span[1] - span[0]
