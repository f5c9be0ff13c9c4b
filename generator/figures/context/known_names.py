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


class Lone(NamedTuple):
    """A name that only one of two texts has: where, how it is written there, and its kind."""

    start: int
    text: str
    kind: str


class _Known(NamedTuple):
    kind: str
    chinese: re.Pattern[str]
    english: re.Pattern[str]


@cache
def _table() -> tuple[_Known, ...]:
    rows = [line.split("\t") for line in table("known_names.tsv").splitlines()[1:]]
    patterns = [(kind, f"(?P<name>{chinese})", english) for kind, chinese, english in rows]
    patterns += [("company", _chinese(one), _english(one)) for one in companies()]
    return tuple(
        _Known(kind, late_regex(chinese), late_regex(rf"(?<![A-Za-z])(?:{english})(?![A-Za-z])"))
        for kind, chinese, english in patterns
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


def unmatched_names(
    text: str, whole: str, english: str, rows: int, rows_english: int
) -> tuple[list[Lone], list[Lone]]:
    """The names that only the Chinese has, and those that only the English has; of these the
    ``whole`` Chinese has not even a character of a country or province. ``rows`` and
    ``rows_english`` are those that may match in each (`needs`).
    """
    if not rows or not rows_english:
        return [], []
    here: list[tuple[Lone, Span]] = []
    there: list[tuple[Lone, Span]] = []
    both = list[Span](), list[Span]()
    for number in numbers(rows | rows_english):
        known = _table()[number]
        chinese = [m for m in known.chinese.finditer(text) if m["name"]]
        said = list(known.english.finditer(english))
        if chinese and said:
            both[0].extend(m.span() for m in chinese)
            both[1].extend(m.span() for m in said)
            continue
        here += [(Lone(m.start(), m.group(), known.kind), m.span()) for m in chinese]
        short = _HAN.search(known.chinese.pattern) if known.kind == _PLACE else None
        if short is None or short.group() not in whole:  # 美日韩, 中俄
            there += [(Lone(m.start(), m.group(), known.kind), m.span()) for m in said]
    lost = [one for one, span in here if not _overlaps(span, both[0])]
    return lost, [one for one, span in there if not _overlaps(span, both[1])]


_PLACE = "place"
_HAN = late_regex("[\u4e00-\u9fff]")


def _overlaps(span: Span, others: list[Span]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in others)


def _within(span: Span, other: Span) -> bool:
    return other[0] <= span[0] and span[1] <= other[1] and other[1] - other[0] > span[1] - span[0]
