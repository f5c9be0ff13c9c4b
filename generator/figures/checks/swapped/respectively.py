"""Figures after 分别 or 依次, which belong one by one to what is before them: 收入23.6亿元、游客
412万人次，分别增长19.8%和16.4% that became "up 16.4 and 19.8 percent respectively", 汽、柴油分别
提高125元和120元 "125 yuan for diesel and 120 for gasoline".

Their order alone decides, so that no words beside the figures are weighed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.figures.checks.needing import needing
from generator.figures.context.clauses import clause_start
from generator.figures.context.evidence import links
from generator.figures.matching.comparison import Comparison, Match
from generator.figures.shared.figure import AMOUNTS
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_EACH = late_regex(r"(?:分别|依次)")
_TO_FIRST = late_regex(
    r"[^，。；0-9]{0,12}|(?:[比较]|与)[^，。；]{1,8}(?:年前|年|月)(?:相比)?[^，。；0-9]{0,8}"
)
_LISTED = late_regex(r"(?:左右|以上|多|余)?\s?[、和及与，,]\s?(?:以及|和)?(?:[^，。；、0-9]{0,4})")
_KINDS = AMOUNTS | {"fraction", "multiple"}
_COUNTED = frozenset({"money", "measure", "count"})
_SUBJECTS = late_regex(
    r"(?P<one>[\u4e00-\u9fff]{1,6})[、和与及](?P<other>(?:(?![去今同上本比较均也都年月])[\u4e00-\u9fff]){1,8})"
)
_AGO = late_regex("之?前|以?来")
_PART = late_regex("中|其余|占")
_STOP, _END = late_regex(r"[.;!?]\s"), late_regex(r"[.!?]\s")
_FEW = 4


@needing(chinese=(_EACH,))
def other_than_respectively(comparison: Comparison) -> Iterator[FigureProblem]:
    """Figures that the English gives to another of what the Chinese names in their order."""
    text, english = comparison.text, comparison.english
    unique = {id(figure): stated for figure, stated in comparison.unique}
    amounts = [
        figure for figure in comparison.figures
        if figure.kind in _KINDS
        and not (figure.kind == "duration" and _AGO.match(text, figure.end))
    ]  # fmt: skip
    for each in _EACH.finditer(text):
        run = [f for f in amounts if f.start >= each.end()][:1]
        if not run or not _TO_FIRST.fullmatch(text, each.end(), run[0].start):
            continue
        for figure in amounts[amounts.index(run[0]) + 1 :]:
            if figure.kind != run[0].kind and {figure.kind, run[0].kind} - _SAME:
                break
            if not _LISTED.fullmatch(text, run[-1].end, figure.start):
                break
            run.append(figure)
        size = len(run)
        if not 1 < size <= _FEW or not all(id(figure) in unique for figure in run):
            continue
        figures: list[Match] = [(figure, unique[id(figure)]) for figure in run]
        start = clause_start(text, each.start(), "。；！？;\n")
        before = [
            f for f in comparison.figures if start <= f.start < each.start() and f.kind in _COUNTED
        ]
        earlier = [
            f for f in comparison.figures
            if start <= f.start < each.start() and f.kind == "percent" and id(f) in unique
        ]  # fmt: skip
        if len(before) == size and all(id(figure) in unique for figure in before):
            if any(_PART.search(text, a.end, b.start) for a, b in pairwise(before)):
                continue  # 八家企业中两家超标，分别被罚款12万元和19万元
            places = [unique[id(figure)].start for figure in before]
        elif not before and len(earlier) == size and run[0].kind == "percent":
            # 新房环比下降0.3%，二手房环比下降0.6%，同比分别下降2.9%和5.8%
            places = [unique[id(figure)].start for figure in earlier]
        elif not before and size == _TWO:
            places = _subjects(comparison, start, each.start(), max(at.start for _, at in figures))
        elif not before and size > _TWO:
            places = _listed_names(comparison, start, each.start(), size)
        else:
            continue
        values = [stated.start for _, stated in figures]
        stop = _STOP if before or places != [unique[id(f)].start for f in earlier] else _END
        if not places or stop.search(english, min(*places, *values), max(*places, *values)):
            continue
        if _are_crossed(places, values):
            figure = figures[0][0]
            yield FigureProblem("changed", figure.source, figure.english, figures[1][1].text)


_TWO = 2
_SAME = frozenset({"percent", "fraction"})


def _subjects(comparison: Comparison, start: int, end: int, last: int) -> list[int]:
    """The places in the English of the two words that the Chinese lists before ``end``, each once
    before ``last``; empty if they are not certain.
    """
    listed = list(_SUBJECTS.finditer(comparison.text, max(start, end - 30), end))
    if not listed:
        return []
    one_word, other_word = listed[-1]["one"], listed[-1]["other"]
    # 汽、柴油 is short for 汽油 and 柴油.
    short = f"{one_word[-1]}{other_word[1:2]}"
    places: list[set[int]] = []
    for words in ((one_word, short), (other_word,)):
        own: set[int] = set()
        for link in (link for word in words for link in links(word, comparison.english, [])):
            before = [at for at, _ in link.english if at < last]
            own |= set(before) if len(before) == 1 else set()
        places.append(own)
    one, other = places[0] - places[1], places[1] - places[0]
    # The nearest words of each; all of them must be on one side of the others.
    if not one or not other or not (max(one) < min(other) or max(other) < min(one)):
        return []
    return [min(one), min(other)]


def _listed_names(comparison: Comparison, start: int, end: int, size: int) -> list[int]:
    """The places in the English of the names that the Chinese lists before ``end``, one after the
    other; empty unless they are ``size``.
    """
    text = comparison.text
    names = [
        (link.chinese[0], link.english[0])
        for link in comparison.names_once
        if start <= link.chinese[0][0] < end
    ]
    listed = [names.pop()] if names else []
    while names and _NEXT_NAME.fullmatch(text, names[-1][0][1], listed[0][0][0]):
        listed.insert(0, names.pop())
    return [there[0] for _, there in listed] if len(listed) == size else []


_NEXT_NAME = late_regex("[^，。；、和与及]{0,6}[、和与及][^，。；、和与及]{0,3}")


def _are_crossed(owners: Sequence[int], values: Sequence[int]) -> bool:
    """Whether the English gives the values to other owners than in order; False if it is not
    certain which it gives to which.
    """
    places = sorted(
        [(at, n, 0) for n, at in enumerate(owners)] + [(at, n, 1) for n, at in enumerate(values)]
    )
    size = len(owners)
    if len({side for *_, side in places[:size]}) == 1:  # all of the one, then all of the other
        return [n for _, n, _ in places[:size]] != [n for _, n, _ in places[size:]]
    two = [places[at : at + 2] for at in range(0, 2 * size, 2)]
    if any(one[2] == other[2] for one, other in two):
        return False
    return any(one[1] != other[1] for one, other in two)
