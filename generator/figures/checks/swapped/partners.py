"""Figures that are with the figures of another clause: 7月份上涨1.8%；1-7月份上涨2.1% that became
"up 2.1% in July, and 1.8% from January to July"; bounds of two ranges that became one range.

This needs no words: the value for a day, an age or a bound is beside it in both languages.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.figures.english.stated import Stated
from generator.figures.matching.agreement import agrees
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import Fact, Figure
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_KINDS = frozenset({"money", "percent", "points", "measure", "count", "duration", "multiple"})
# Separators of clauses, the strongest first.
_CHINESE = (late_regex("[。！？\n]"), late_regex("[；;]"), late_regex("[，,、]"))
_ENGLISH = (
    late_regex(r"[.!?](?=\s|\Z)|\n"),
    late_regex(r";"),
    late_regex(
        r"(?i:,\s(?:and|while|but|whereas|with|followed|then)\b|\s(?:while|whereas|but)\s|,(?=\s))"
    ),
)
_APART, _TWO = 4, 2


def swapped_partners(comparison: Comparison) -> Iterator[FigureProblem]:
    """Two figures of the same kind, each beside the partner of the other."""
    unique = comparison.unique_of(_KINDS)
    if len(unique) < _TWO or len(comparison.figures) < 2 * _TWO - 1:
        return
    for place, (one, first) in enumerate(unique):
        for other, second in unique[place + 1 : place + _APART]:
            if one.kind != other.kind or one.unit != other.unit or one.value == other.value:
                continue
            if _are_crossed(comparison, (one, first), (other, second)):
                yield FigureProblem("changed", one.source, one.english, second.text)
                return


def _are_crossed(
    comparison: Comparison, one: tuple[Figure, Stated], other: tuple[Figure, Stated]
) -> bool:
    here = _apart(comparison.text, _CHINESE, one[0].start, other[0].start)
    english_parts = _apart(comparison.english, _ENGLISH, one[1].start, other[1].start)
    if here is None or english_parts is None:
        return False
    figures, stated = comparison.figures, comparison.stated
    own = [
        {f.facts[0] for f in figures if _within(f, part) and f.kind != one[0].kind and f.facts}
        for part in here
    ]
    if not all(own) or own[0] == own[1]:
        return False
    first_partners, second_partners = own[0] - own[1], own[1] - own[0]
    stated_parts = [[s for s in stated if _within(s, part)] for part in english_parts]
    by_first, by_other = stated_parts
    crossed = (_has(by_other, first_partners), _has(by_first, second_partners))
    kept = (_has(by_first, first_partners), _has(by_other, second_partners))
    if any(kept):
        return False
    if first_partners and second_partners:
        return all(crossed)
    # A shared partner is beside the figure that has no partner of its own.
    shared = own[0] & own[1]
    alone = by_first if first_partners else by_other
    return any(crossed) and _has(alone, shared)


def _has(stated: Sequence[Stated], ways: set[tuple[Fact, ...]]) -> bool:
    """Whether any of the figures is fully expressed."""
    return any(
        all(any(agrees(fact, f) for s in stated for f in s.facts) for fact in way) for way in ways
    )


def _apart(
    text: str, breaks: Sequence[re.Pattern[str]], one: int, other: int
) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The largest clauses that contain only one of the two places."""
    for level in range(len(breaks)):
        ends = sorted(
            {m.start() for mark in breaks[: level + 1] for m in mark.finditer(text)} | {len(text)}
        )
        first, second = bisect_right(ends, one), bisect_right(ends, other)
        if first != second:
            return _span(ends, first), _span(ends, second)
    return None


def _span(ends: list[int], at: int) -> tuple[int, int]:
    return (ends[at - 1] if at else 0), ends[at]


def _within(one: Figure | Stated, part: tuple[int, int]) -> bool:
    return part[0] <= one.start and one.end <= part[1]


_DASH = late_regex(r"\s?(?:[-–—―~]|to)\s?(?:US|HK)?(?:RMB\s?|[$€£¥])?")
_RANGED = frozenset({"money", "percent", "measure", "count", "duration"})
_TO = late_regex(r"[^。；，：、]{0,8}[至到为]")


def mixed_ranges(comparison: Comparison) -> Iterator[FigureProblem]:
    """10-14% and 20-30% that became "20-14%" and "10-30%"; 从15元涨至19元、从20元涨至25元 that
    became "from 15 to 20"."""
    ranges = _ranges(comparison)
    if len(ranges) < _TWO:
        return
    for first, second in pairwise(comparison.stated):
        if not _DASH.fullmatch(comparison.english, first.end, second.start):
            continue
        bounds = [_bound_of(s, ranges) for s in (first, second)]
        if all(bounds) and not bounds[0] & bounds[1]:
            figure = ranges[min(bounds[0])][0]
            found = comparison.english[first.start : second.end]
            yield FigureProblem("changed", figure.source, figure.english, found)
            return


def _ranges(comparison: Comparison) -> list[tuple[Figure, list[Fact]]]:
    """Ranges, and changes from one figure to the next, with both bounds."""
    figures = [f for f in comparison.figures if f.kind in _RANGED and f.facts]
    found = [(f, [fact for way in f.facts for fact in way]) for f in figures if "-" in f.value[1:]]
    for a, b in pairwise(figures):
        if a.kind == b.kind and a.unit == b.unit and _TO.fullmatch(comparison.text, a.end, b.start):
            found.append((a, [fact for f in (a, b) for way in f.facts for fact in way]))
    return found


def _bound_of(stated: Stated, ranges: list[tuple[Figure, list[Fact]]]) -> set[int]:
    """The indices of the ranges of which ``stated`` is a bound."""
    return {
        n
        for n, (_, facts) in enumerate(ranges)
        if any(_agree(a, b) for a in facts for b in stated.facts)
    }


def _agree(fact: Fact, found: Fact) -> bool:
    same = fact.kind == found.kind or {fact.kind, found.kind} <= {"number", "share"}
    return agrees(fact, found) or (same and not found.unit and fact.value == found.value)
