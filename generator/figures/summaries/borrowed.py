"""Figures that a sentence of a summary takes from another thing: "the plant costs 1.6 billion yuan"
where the plant costs 12亿元 and a road 16亿元.

A value may stand at several places of the article. If the sentence fits another figure of the same
kind clearly better than all of them, and does not have that figure, it was meant; but not if the
words beside the English figure are those of its own thing ("batteries worth 102 billion yuan"
before a new project whose investment is left out).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.figures.context.direction import chinese_direction, english_direction
from generator.figures.english.stated import Stated
from generator.figures.matching.agreement import of_same_unit
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import Figure, only_value
from generator.figures.shared.problem import FigureProblem
from generator.figures.summaries.fitting import TIMES, Fitting
from generator.patterns import late_regex

_KINDS = frozenset({
    "money", "percent", "points", "count", "measure", "duration", "ordinal",
    "fraction", "multiple", "level",
})  # fmt: skip
# How well the other figure has to fit, and how much better.
_LEAST = 1.5
_BETTER, _TIMES_BETTER = 1.3, 1.3
# Values that differ by less may be one figure and its rounded form.
_ROUNDED = 40
_FROM = late_regex(r"[由从][\u4e00-\u9fff]{0,8}\Z")
_FROM_TO = late_regex(r"[\u4e00-\u9fff]{0,4}[至到为]")
_TO = late_regex(r"(?i:\bto\s(?:(?:level|grade|class|about|nearly|almost|over)\s)?\Z)")
_COMPARED = late_regex(r"(?:比|较|与)[\u4e00-\u9fff]{0,3}\Z")
_COMPARED_ENGLISH = late_regex(
    r"(?i:\b(?:than|from|over|since|on|against|versus|with|to|compared|before|at)\b[^,;]{0,25}\Z)"
)
_FLOOR = frozenset("楼层")
_FIRST = late_regex(r"(?i:first\b|opening\b)")
_RANK = late_regex(
    r"[\s-](?:[a-z]+est\b|most\b|place\b|in\sthe\s(?:province|country|nation|world)\b)"
)


def borrowed_figures(comparison: Comparison, fitting: Fitting) -> Iterator[FigureProblem]:
    """The figures of the English sentence of ``comparison`` that stand for another one of its
    Chinese, which is all of an article."""
    previous: Stated | None = None
    for stated in comparison.stated:
        change = english_direction(comparison.english, stated, previous)
        previous = stated
        every = fitting.telling[id(stated)]
        if (stated.optional and stated.facts[0].kind != "span") or not every:
            continue
        own = [figure for figure in every if _may_be(comparison, figure, stated)]
        others = [
            other
            for other in _untold(comparison, fitting, every, stated)
            if _is_possible(comparison, other, stated, change)
            and fitting.number_of(other) is not False
            and (other.kind not in TIMES or _is_meant(fitting, other, own, stated))
        ]
        if not others or any(map(fitting.number_of, own)):
            continue
        fits = max((fitting.fit(figure, stated) for figure in own), default=0.0)
        better = [fitting.fit(one, stated) for one in others]
        best = max(better)
        meant = others[better.index(best)]
        least = 0.0 if fitting.favoured.get(meant.start) else _LEAST
        if best > max(least, fits + _BETTER, fits * _TIMES_BETTER) and (
            meant.start in fitting.favoured
            or not any(fitting.is_better_named(figure, meant, stated) for figure in own)
        ):
            yield FigureProblem("changed", meant.source, meant.english, stated.text)


def _is_meant(fitting: Fitting, other: Figure, own: Sequence[Figure], stated: Stated) -> bool:
    """Whether another time is that of the amount beside the English one, while none of its own
    is."""
    amounts = fitting.amounts_beside(stated)
    if not amounts:
        return other.start in fitting.favoured
    return any(fitting.holds(other, one) for one in amounts) and not any(
        fitting.holds(time, one) for time in own for one in amounts
    )


def _is_possible(comparison: Comparison, other: Figure, stated: Stated, change: int) -> bool:
    """Whether the other figure can be meant: it has the unit, and if it is said that something
    rose or fell, it is a change too."""
    if other.kind in TIMES:
        return True
    if not of_same_unit(other, stated):
        return False
    return not change or bool(chinese_direction(comparison.text, other))


def _untold(
    comparison: Comparison, fitting: Fitting, own: Sequence[Figure], stated: Stated
) -> Iterator[Figure]:
    """The figures of the same kind that the English does not have in any form."""
    text, first = comparison.text, _is_first(stated)
    kinds = {one.kind for one in own}
    same = [one for one in comparison.figures if one.kind in kinds]
    told = [one for one in same if id(one) in fitting.told]
    for at, other in enumerate(same):
        if id(other) in fitting.told or not any(_alike(one, other) for one in own):
            continue
        if _is_start(text, other) or _is_base(text, other):
            continue
        if not any(
            one.kind == other.kind and _same_but_rounded(one, other)
            for one in (*told, *same[at + 1 :])
        ):
            yield other
    if first and "period" not in kinds:
        yield from (
            one
            for one in comparison.figures
            if one.kind == "period" and id(one) not in fitting.told and not _is_base(text, one)
        )


def _is_first(stated: Stated) -> bool:
    """Whether it is a time from the beginning: the first two months."""
    return bool(_FIRST.match(stated.text)) and stated.facts[0].kind == "span"


def _alike(one: Figure, other: Figure) -> bool:
    if one.kind == other.kind and one.kind in TIMES:
        return True
    if one.kind != other.kind or one.kind not in _KINDS:
        return False
    if one.kind == "count":
        return one.source[-1:] == other.source[-1:]
    if one.kind == "ordinal":
        if _FLOOR & {one.source[-1:], other.source[-1:]}:
            return False
        nth = one.source.startswith("第")
        return nth == other.source.startswith("第") and (
            nth or one.source[-1:] == other.source[-1:]
        )
    return one.unit == other.unit


def _same_but_rounded(one: Figure, other: Figure) -> bool:
    """Whether a figure is another one in a rounder form (41% in the title for 41.3%)."""
    if one.value == other.value:
        return True
    if one.kind in TIMES:
        return one.value in other.value or other.value in one.value
    if not one.facts or not other.facts:
        return False
    a = only_value(one, one.facts[0][0].kind)
    b = only_value(other, other.facts[0][0].kind)
    return a is not None and b is not None and abs(a - b) * _ROUNDED <= abs(a)


def _is_start(text: str, figure: Figure) -> bool:
    """Whether it is the first of 由1900元提高到2080元."""
    return bool(
        _FROM.search(text, max(0, figure.start - 10), figure.start)
        and _FROM_TO.match(text, figure.end)
    )


def _is_base(text: str, figure: Figure) -> bool:
    """Whether it is a time with which another is compared (比一季度加快)."""
    return figure.kind in TIMES and bool(
        _COMPARED.search(text, max(0, figure.start - 5), figure.start)
    )


def _may_be(comparison: Comparison, figure: Figure, stated: Stated) -> bool:
    """Whether a figure with the right value has the part in the Chinese that the English says."""
    text, english = comparison.text, comparison.english
    before = max(0, stated.start - 40), stated.start
    if _is_base(text, figure) and not _COMPARED_ENGLISH.search(english, *before):
        return False
    if _is_start(text, figure) and _TO.search(english, *before):
        return False
    if stated.facts[0].kind == "span" and figure.kind not in TIMES | {"duration"}:
        return False
    if figure.kind == "duration" and _is_first(stated):
        return False
    named = figure.kind == "ordinal" and not figure.source.startswith("第")
    return not (named and _RANK.match(english, stated.end))
