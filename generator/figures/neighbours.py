"""Figures that stand in English by the words of each other: 开工3.2万套，竣工1.8万套 of which the
English starts 18,000 and finishes 32,000.

Nothing has to be listed for it: the words beside each of two figures of a kind are looked up
(``glosses``), and where English has words of the one beside the other, words of the other beside
the one, and none beside its own, the two have changed places.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from generator.figures.english_figure import Stated
from generator.figures.figure import Figure
from generator.figures.glosses import chinese_words, english_stems, gloss
from generator.figures.problem import FigureProblem
from generator.patterns import late_regex

_KINDS = frozenset({
    "money", "percent", "points", "count", "measure", "duration", "multiple", "time", "ordinal",
})  # fmt: skip
# Figures that are part of the words beside one: 二等座263元.
_NAMES = frozenset({"ordinal", "label", "rank"})
_SPANS = frozenset({"years", "months"})
_THINGS = frozenset({"count", "ordinal"})
_COUNTED = frozenset({"items", "people", "visits", "households", ""})
# How many figures may lie between two that are compared, and how many characters of a clause
# before and after a figure count.
_APART, _BEFORE, _AFTER = 2, 16, 8
_SCORE = late_regex(r"[^\u4e00-\u9fff]{0,3}|比")
_CLAUSE = late_regex("[，。；、：！？,;（）()]")
_COMMA = late_regex("[，；。]")
_PART = late_regex(
    r"[,;:.()](?=\s|\Z)|\s(?:and|while|but|with|whereas|or|including|plus"
    r"|of\swhich)\s"
)
_STOP = late_regex(r"[,;:.](?=\s|\Z)")
_FROM = late_regex(r"[由从自][^，。；：]{0,12}\Z")
_TO = late_regex(r"[^，。；：]{0,8}[到至为成][^，。；：]{0,4}\Z")


class _Beside(NamedTuple):
    """A figure, the words of the Chinese beside it, and the stems of what is beside it in
    English."""

    figure: Figure
    words: frozenset[str]
    head: str  # the first word after it, which of a count is what is counted
    stems: frozenset[str]


def crossed(
    text: str,
    english: str,
    figures: list[Figure],
    saying: list[list[Stated]],
    stated: list[Stated],
) -> Iterator[FigureProblem]:
    """Two figures that stand by each other's words. ``saying`` is what says each of the
    figures, and ``stated`` everything that the English says."""
    single = [
        index
        for index, said in enumerate(saying)
        if len(said) == 1
        and figures[index].kind in _KINDS
        and sum(said[0] in others for others in saying) == 1
    ]
    if len(single) < 2 or "\n" in english:
        return
    beside: dict[int, _Beside] = {}
    for i, j in combinations(single, 2):
        one, other = figures[i], figures[j]
        if j - i > _APART or not _alike(one, other):
            continue
        if one.kind == "count" and _is_one(one, other):
            continue  # one of them
        if j == i + 1 and _is_change(text, one, other):
            continue  # 由3500元提高至5000元 are of one thing
        if j == i + 1 and not one.unit and _SCORE.fullmatch(text, one.end, other.start):
            continue  # 2-1
        for at in (i, j):
            if at not in beside:
                beside[at] = _beside(text, english, figures, at, saying[at][0], stated)
        if _are_crossed(beside[i], beside[j], bool(_COMMA.search(text, one.end, other.start))):
            found = f"{saying[j][0].text} in its place"
            yield FigureProblem("changed", one.source, one.english, found)
            return


def _is_one(one: Figure, other: Figure) -> bool:
    return any(f.value == "1" and f.source[:1] != "1" for f in (one, other))


def _alike(one: Figure, other: Figure) -> bool:
    if one.kind == other.kind and (one.unit == other.unit or {one.unit, other.unit} <= _SPANS):
        return True
    return one.unit in _COUNTED and other.unit in _COUNTED and one.kind == other.kind


def _is_change(text: str, one: Figure, other: Figure) -> bool:
    """Whether it is said that the one became the other."""
    gap = text[one.end : other.start]
    return bool(_TO.fullmatch(gap) and _FROM.search(text[max(0, one.start - 14) : one.start]))


def _are_crossed(one: _Beside, other: _Beside, apart: bool) -> bool:
    mine, its = one.words - other.words, other.words - one.words
    here, there = one.stems - other.stems, other.stems - one.stems
    astray, strange = _said(mine, there), _said(its, here)
    if not astray and not strange:
        return False
    if one.figure.kind in _THINGS and _turned(one.head, other.head, here, there):
        return True
    placed = _said(mine, here) + _said(its, there)
    if astray and strange and one.figure.kind not in _THINGS:
        return _LITTLE * placed <= astray + strange
    if astray and strange:  # 125 incidents across 40 states: what is counted is beside both
        return not placed
    # The words of one alone, where the other's are not known: only of figures ``apart``.
    known = apart and bool(mine and its) and one.figure.kind not in _THINGS
    return known and not placed and astray + strange >= _ALONE


def _turned(mine: str, its: str, here: frozenset[str], there: frozenset[str]) -> bool:
    """Whether each of two words is in the English of the other alone."""
    one, other = gloss(mine), gloss(its)
    return (
        not (one.isdisjoint(there) or other.isdisjoint(here))
        and one.isdisjoint(here)
        and other.isdisjoint(there)
    )


# How many words have to be astray for each that is in its place.
_LITTLE = 3
_ALONE = 2


def _said(words: frozenset[str], stems: frozenset[str]) -> int:
    """How many of the words are in the English."""
    return sum(not gloss(word).isdisjoint(stems) for word in words)


def _beside(
    text: str, english: str, figures: list[Figure], at: int, said: Stated, stated: list[Stated]
) -> _Beside:
    figure = figures[at]
    names = frozenset() if figure.kind in _NAMES else _NAMES
    previous = next((f for f in reversed(figures[:at]) if f.kind not in names), None)
    following = next((f for f in figures[at + 1 :] if f.kind not in names), None)
    before = text[previous.end if previous else 0 : figure.start]
    begun = max((m.end() for m in _CLAUSE.finditer(before)), default=0)
    if not begun and previous and previous.kind == "count":
        begun = _AFTER // 2  # what the one before it counts
    before = before[begun:]
    after = text[figure.end : following.start if following else None]
    end = _CLAUSE.search(after)
    after = after[: end.start() if end else _AFTER // 2 if following else _AFTER]
    words = {*chinese_words(before[-_BEFORE:]), *chinese_words(after[:_AFTER])}
    head = next(iter(chinese_words(after[:_AFTER])), "")
    return _Beside(figure, frozenset(words), head, _stems(english, said, stated))


def _stems(english: str, said: Stated, stated: list[Stated]) -> frozenset[str]:
    """Of what is beside a figure up to the next ones, the part that is its own."""
    named = said.facts[0].kind == "ordinal"
    amounts = [one for one in stated if named or one.facts[0].kind != "ordinal"]
    start = max((one.end for one in amounts if one.end <= said.start), default=0)
    stop = min((one.start for one in amounts if one.start >= said.end), default=len(english))
    before, after = english[start : said.start], english[said.end : stop]
    ends = _PART if start else _STOP  # the first figure has a longer way to its subject
    before = before[max((m.end() for m in ends.finditer(before)), default=0) :]
    end = (_PART if stop < len(english) else _STOP).search(after)
    return english_stems(before) | english_stems(after[: end.start() if end else None])
