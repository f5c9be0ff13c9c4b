"""Groups of the same structure of which two have swapped a figure: 两人29岁，一人41岁 that became
"two are 41 and one is 29", 3日上调200元，20日上调135元 "by 135 yuan on the 3rd and 200 on the
20th".

This needs no words: each figure of a group is beside the others of the group.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from generator.figures.context.evidence import ANCHORS
from generator.figures.english.stated import Stated
from generator.figures.matching.comparison import Comparison, UniqueMatches
from generator.figures.shared.figure import Figure
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_SIZES = (2, 3)
_TWO = 2
_KINDS = frozenset({
    "money", "percent", "points", "count", "measure", "duration", "date", "period", "time",
    "multiple",
})  # fmt: skip
# Separators of two groups, which are never within one.
_PARTED = late_regex("[，、；。;,]")
_CLAUSE = late_regex("[，；。;,]")
_SENTENCE = late_regex("[；。;！？\n]")
_ENGLISH_PARTED = late_regex(
    r"(?i:[,;:.](?=\s)|\s(?:and|but|while|whereas|with|against|compared\s(?:with|to)|versus|or)\s)"
)
_ENGLISH_BROKEN = late_regex(
    r"(?i:[;.](?=\s)|[–—]|\s(?:and|but|while|whereas|against|compared|versus|from|than|respectively)\b)"
)
_SEMICOLON = late_regex(r"[;.](?=\s)")
_BROKEN = late_regex(r"(?i:[;.](?=\s)|[–—]|\s(?:compared|versus|from|than|respectively)\b)")
_RESPECTIVELY = late_regex("分别|依次|各为|比[0-9一二三四五六七八九十去上同]|较|由|从")
# "one of the three": the whole is no part of a group
_OF_WHOLE = late_regex(r"(?i:\sof\s(?:the|its|their|these|those)\s\Z)")
_FAR = 60


class _Groups(NamedTuple):
    """Two groups of Chinese figures, each with its English."""

    one: UniqueMatches
    other: UniqueMatches


def swapped_in_groups(comparison: Comparison) -> Iterator[FigureProblem]:
    """Figures in whose place the English has that of the next group."""
    unique = _with_one(comparison, comparison.unique_of(_KINDS))
    if len(unique) < 2 * _TWO:
        return
    for groups in _groups(comparison, unique):
        found = _exchanged(comparison, groups)
        if found is not None:
            figure, stated = found
            yield FigureProblem("changed", figure.source, figure.english, stated.text)
            return


_ONE = late_regex("(?<![第之唯每同另任某万])一[名人位个家只条座辆](?![共起般直])")


def _with_one(comparison: Comparison, unique: UniqueMatches) -> UniqueMatches:
    """The figures with 一人 and the "one" that expresses it, if each occurs once; 一人 is no figure
    by itself.
    """
    if len(unique) < _TWO + 1:
        return unique
    ones = list(_ONE.finditer(comparison.text))
    said = [s for s in comparison.stated if s.text.lower() == "one"]
    if len(ones) != 1 or len(said) != 1:
        return unique
    start, end = ones[0].span()
    if any(f.start < end and start < f.end for f in comparison.figures):
        return unique
    one = Figure(start, end, ones[0].group(), "one", "1", "items", "count")
    return sorted([*unique, (one, said[0])], key=lambda pair: pair[0].start)


def _groups(comparison: Comparison, unique: UniqueMatches) -> Iterator[_Groups]:
    """Adjacent groups of figures of the same kinds in the same order."""
    text = comparison.text
    known = {id(figure) for figure in comparison.figures}
    every = comparison.figures + [figure for figure, _ in unique if id(figure) not in known]
    every.sort(key=lambda figure: figure.start)
    places = {id(figure): n for n, figure in enumerate(every)}
    for size in _SIZES:
        for at in range(len(unique) - 2 * size + 1):
            run = unique[at : at + 2 * size]
            first = places[id(run[0][0])]
            if any(places[id(figure)] != first + n for n, (figure, _) in enumerate(run)):
                continue
            one, other = run[:size], run[size:]
            if not all(_alike(a, b) for (a, _), (b, _) in zip(one, other, strict=True)):
                continue
            if any(a.kind == b.kind and a.unit == b.unit for (a, _), (b, _) in pairwise(one)):
                continue  # all of one kind: the groups cannot be told apart
            start, end = one[0][0].start, other[-1][0].end
            if _RESPECTIVELY.search(text, max(0, start - 4), end):
                continue
            within = ((a.end, b.start) for g in (one, other) for (a, _), (b, _) in pairwise(g))
            if any(b - a > _FAR or _SENTENCE.search(text, a, b) for a, b in within):
                continue
            counted = any(a.kind == b.kind for (a, _), (b, _) in pairwise(one))
            parted = _CLAUSE if counted else _PARTED
            if parted.search(text, one[-1][0].end, other[0][0].start):
                yield _Groups(one, other)


def _alike(one: Figure, other: Figure) -> bool:
    if one.kind in ANCHORS and other.kind in ANCHORS:
        return True
    return one.kind == other.kind and (one.unit == other.unit or {one.unit, other.unit} <= _COUNTED)


_COUNTED = frozenset({"items", "people", "visits", "households", ""})


def _exchanged(comparison: Comparison, groups: _Groups) -> tuple[Figure, Stated] | None:
    """A figure that is among those of the other group in the English, and the figure in its
    place.
    """
    english, stated = comparison.english, comparison.stated
    size = len(groups.one)
    slots = {id(s): (g, n) for g, group in enumerate(groups) for n, (_, s) in enumerate(group)}
    order = sorted((s for group in groups for _, s in group), key=lambda s: s.start)
    if any(
        order[0].start < s.start < order[-1].start
        and not (id(s) in slots or s.optional or _OF_WHOLE.search(english, 0, s.start))
        for s in stated
    ):
        return None
    first, last = order[:size], order[size:]
    first_slots = {slots[id(s)][1]: slots[id(s)][0] for s in first}
    if len(first_slots) != size or len(set(first_slots.values())) == 1:
        return None  # each place once, with figures from both groups
    if not _ENGLISH_PARTED.search(english, first[-1].end, last[0].start):
        return None
    strongly = _SEMICOLON.search(english, first[-1].end, last[0].start)
    broken = _BROKEN if strongly else _ENGLISH_BROKEN
    for half in (first, last):
        for a, b in pairwise(half):
            if broken.search(english, a.end, b.start) or b.start - a.end > _FAR:
                return None
    slot = next(n for n in range(1, size) if first_slots[n] != first_slots[0])
    figure = groups.one[slot][0]
    return figure, groups.other[slot][1]
