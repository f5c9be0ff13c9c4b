"""What the clause of a figure is about: 税收收入186亿元 that became "the city's total revenue was
18.6 billion yuan", 3200户 "3,200 residents".

``families`` compares whole texts, so that a thing named with another figure excuses a wrong one.
Here only the clause of one figure counts in either language: the English has become wrong if it
names another thing of the family beside the figure, none of the words for the right one stands in
its clause, and nothing in the Chinese clause may mean the other. ``data/things_beside.tsv`` has
families for which this is certain only beside a figure, in the same form as ``families.tsv``.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from generator.figures.checks.counted.families import Member, members_of
from generator.figures.checks.swapped.deals import is_from_other_side
from generator.figures.english.changes import APPROACH
from generator.figures.english.stated import Stated
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import Figure
from generator.figures.shared.problem import FigureProblem
from generator.needs import needs_of, numbers
from generator.patterns import late_regex

_TABLES = ("things_beside", "families")
_KINDS = frozenset({"money", "measure", "count", "percent", "points"})
# Families of which a clause may name any: the park with six buildings, emissions per unit of GDP.
_FREELY = frozenset(
    "agencies amount buildings direction-place industries level-gov media perwhat sports staff"
    " transport-mode villages".split()
)
# How far a thing may be before a figure, and behind it.
_BEFORE, _BEHIND = 8, 6
_CHINESE_BREAK = late_regex("[，。；：！？,;（）()\n]")
_LISTED = late_regex("、")
# Ends the part of an English clause that belongs to one figure.
_PART = late_regex(
    r"[,;:.!?()](?=\s|\Z|[a-z(])|\s[-–—]+\s|—|\n"
    r"|\s(?:and|but|while|whereas|or|with|plus|including|against|of\swhich|compared|as)(?=\s)"
)
_CLAUSE = late_regex(r"[;:.!?()](?=\s|\Z)|,(?=\s)|\s(?:while|whereas|but)(?=\s)")
# What leads to the next figure: "740 million yuan on a turnover of 8.6 billion".
_NEXT = late_regex(r"\s(?:on|in|at|from|for|to|after|before|by|within|under|among|through)\s")
# Between a change and the level that it led to.
_LEVEL = late_regex(r"(?:\s(?!and\b|of\b|in\b)[a-z-]+){0,6}?\s(?:to|at)\s(?:[a-z]+\s){0,2}")
# A limit that was raised to a figure, not money.
_MOVED = late_regex(r"\s(?:from|to|by)\b")
_SAID_BEFORE = late_regex(r"\sof\s(?:them|these|those|wh(?:om|ich))\b")

_Span = tuple[int, int]


@cache
def _table(name: str) -> tuple[tuple[Member, ...], dict[str, int]]:
    return members_of(f"{name}.tsv")


def needs() -> tuple[list[frozenset[str]], list[frozenset[str]]]:
    """The literals of which each member needs one in Chinese and in English, in order."""
    members, _ = _table(_TABLES[0])
    return (
        [needs_of(member.chinese.pattern) for member in members],
        [needs_of(member.english.pattern) for member in members],
    )


def things_beside(comparison: Comparison) -> Iterator[FigureProblem]:
    """Another thing of its family beside a figure whose own thing the clause does not name."""
    pairs = comparison.unique_of(_KINDS)
    for name in _TABLES if pairs else ():
        chinese, english = comparison.rows[name], comparison.rows_english[name]
        members, families = _table(name)
        for family, bits in families.items() if chinese and english else ():
            if family in _FREELY:
                continue
            named, others = chinese & bits, english & bits
            if named and others and (named != others or named & (named - 1)):
                for figure, stated in pairs:
                    yield from _other(comparison, members, (named, others), figure, stated)


def _other(
    comparison: Comparison,
    members: tuple[Member, ...],
    rows: tuple[int, int],
    figure: Figure,
    stated: Stated,
) -> Iterator[FigureProblem]:
    """The same for the members of one family and one figure."""
    text, lower = comparison.text, comparison.lower
    here = _chinese_clause(comparison, figure)
    if comparison.english.startswith("-", stated.end):
        return  # orders for the 90-seat ARJ-21
    source = _nearest(text, members, rows[0], figure, here)
    if source is None:
        return
    number, found = source
    low, high = _english_clause(comparison, stated)
    for match in members[number].english_widely.finditer(lower, low, high):
        if not _is_of_another(comparison, match.end(), stated):
            return
    for other in numbers(rows[1] & ~(1 << number)):
        if members[other].chinese_widely.search(text, *here):
            continue
        said = next(_beside(comparison, members[other], stated), None)
        if said is not None:
            words = comparison.english[said[0] : said[1]]
            if not is_from_other_side(comparison, words):
                yield FigureProblem("changed", found, found=words)
            return


def _nearest(
    text: str, members: tuple[Member, ...], rows: int, figure: Figure, clause: _Span
) -> tuple[int, str] | None:
    """The member that is beside a figure and what names it, if there is one only."""
    low, high = clause
    high = min(high, figure.end + (_BEHIND if figure.kind == "count" else 0))
    places = [
        (abs(figure.start - match.end()), number, match.group())
        for number in numbers(rows)
        for match in members[number].chinese.finditer(text, low, high)
        if figure.start - match.end() <= _BEFORE
        if not text.startswith("非", match.start() - 1)
    ]
    if not places:
        return None
    _, number, found = min(places)
    return number, found


def _beside(comparison: Comparison, member: Member, stated: Stated) -> Iterator[_Span]:
    """Where the part of the English clause that belongs to a figure names a thing."""
    low, high = _english_part(comparison, stated)
    if _SAID_BEFORE.search(comparison.lower, stated.end, high):
        return  # 58 of whom live without their children
    for match in member.english.finditer(comparison.lower, low, high):
        if match.group() != "raised" or not _MOVED.match(comparison.lower, match.end()):
            yield match.span()


def _chinese_clause(comparison: Comparison, figure: Figure) -> _Span:
    """The clause of a figure without those of other figures; items of a list are its own clauses
    if they have figures.
    """
    text, figures = comparison.text, comparison.figures
    low = max((m.end() for m in _CHINESE_BREAK.finditer(text, 0, figure.start)), default=0)
    last = max((one.end for one in figures if one.end <= figure.start), default=0)
    if last > low:
        mark = _LISTED.search(text, last, figure.start)
        low = mark.end() if mark else last
    stop = _CHINESE_BREAK.search(text, figure.end)
    high = stop.start() if stop else len(text)
    behind = min((one.start for one in figures if one.start >= figure.end), default=high)
    if behind < high:
        mark = _LISTED.search(text, figure.end, behind)
        high = mark.start() if mark else behind
    return low, high


def _english_part(comparison: Comparison, stated: Stated) -> _Span:
    english = comparison.english
    before = [one for one in comparison.stated if one.end <= stated.start]
    while before and before[-1].facts[0].kind == "share":
        if not _LEVEL.fullmatch(english, before[-1].end, stated.start):
            break
        before.pop()  # revenue rose 5.1 percent to 1.82 billion yuan
    breaks = [m.end() for m in _PART.finditer(english, 0, stated.start)]
    low = max([*breaks, *(one.end for one in before)], default=0)
    behind = [one.start for one in comparison.stated if one.start >= stated.end]
    stop = _PART.search(english, stated.end)
    high = stop.start() if stop else len(english)
    if behind and behind[0] < high:
        high = behind[0]
        leading = [m.start() for m in _NEXT.finditer(english, stated.end, high)]
        high = leading[-1] if leading else high
    return low, high


def _is_of_another(comparison: Comparison, end: int, stated: Stated) -> bool:
    """Whether words that end there are of another figure: "on a net profit of 6.6 billion"."""
    behind = next((one for one in comparison.stated if one.start >= end), None)
    return (
        behind is not None
        and behind.start != stated.start
        and _OF.fullmatch(comparison.english, end, behind.start) is not None
    )


_OF = late_regex(rf"\sof\s{APPROACH}")


def _english_clause(comparison: Comparison, stated: Stated) -> _Span:
    english = comparison.english
    low = max((m.end() for m in _CLAUSE.finditer(english, 0, stated.start)), default=0)
    stop = _CLAUSE.search(english, stated.end)
    return low, stop.start() if stop else len(english)
