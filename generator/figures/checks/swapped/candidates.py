"""Pairs of figures that may have changed places, and the evidence near them.

Amounts are compared with amounts, dates and ordinals with dates and ordinals. The evidence is words
and names that both texts have, and the other figures.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import permutations
from typing import NamedTuple

from generator.figures.checks.changes.results import in_place_results
from generator.figures.checks.swapped.arrangements import is_correct_arrangement
from generator.figures.checks.swapped.attachment import is_bound, swap_restores_order
from generator.figures.checks.swapped.owners import Sides, chinese_sides, english_sides
from generator.figures.context.distance import Span, chinese_layout, english_layout
from generator.figures.context.evidence import AMOUNT, ANCHORS, DATE, UNIT, Link
from generator.figures.english.stated import Stated
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import Figure
from generator.patterns import late_regex

_AMOUNTS = frozenset({
    "money", "percent", "points", "count", "measure", "duration", "multiple", "fraction",
})  # fmt: skip
_DATES = frozenset({"time", "ordinal", "date", "period", "rank"})
_COUNTED = frozenset({"items", "people", "visits", "households", "TEU", ""})
_SPANS = frozenset({"years", "months"})
_PARTS = frozenset({"percent", "fraction"})
_NUMBERS = frozenset({"count", "measure"})
_NO_AMOUNT = frozenset({"date", "month", "year", "ordinal", "time", "label", "span"})
# Six of the nine, 158 yuan instead of 260: what English says the other way round.
_TURNED = late_regex(
    r"(?i:\b(?:from|instead\sof|rather\sthan|against|compared\s(?:with|to)|versus|not|than|out\sof)\b"
    r"|\A\s(?:[a-z]+\s){0,3}?of\s|\sof\s(?:the|its|their|these|those|some|about)\s\Z)"
)
# How many figures may lie between two that are compared.
_APART = 3
# What is said so often in both texts tells nothing.
_OFTEN = 16
ORDERS = 72


class Pair(NamedTuple):
    """Two figures by their places among those of the text; ``order`` is the number of the weight
    of their order, -1 where it tells nothing, ``kept`` whether English has them in it, ``alike``
    whether they are of one unit, and ``sort`` their kind."""

    one: int
    other: int
    order: int
    kept: bool
    alike: bool
    sort: str


class Evidence(NamedTuple):
    """What both texts say. It may be a figure itself (``but`` is its place among the owners, else
    -1; ``sort`` its kind). ``shared`` is how many say what stands at the same place of the
    Chinese; ``often`` is 0 where each text has it once, 1 where one has it as often as the other,
    2 where the Chinese has it oftener and 3 where the English does."""

    link: Link
    but: int
    sort: str
    shared: int
    often: int


class View(NamedTuple):
    """Both texts with the figures to which evidence may belong: ``owners`` are their places among
    those of the Chinese, ``here`` and ``there`` how they lie in each text."""

    dated: bool
    owners: dict[int, int]
    here: Sides
    there: Sides
    evidence: list[Evidence]
    pairs: list[Pair]


def views(comparison: Comparison) -> Iterator[View]:
    """The amounts, and the dates and ordinals, if two of them may have changed places."""
    figures, saying = comparison.figures, expressing_each(comparison)
    for dated in (False, True):
        kinds = _DATES if dated else _AMOUNTS
        may = candidates(figures, saying, kinds, may_differ=not dated)
        pairs = list(_pairs(comparison, saying, may, dated)) if may else []
        if pairs:
            yield _view(comparison, saying, pairs, dated)


def candidates(
    figures: list[Figure], saying: list[list[Stated]], kinds: frozenset[str], *, may_differ: bool
) -> list[tuple[int, int]]:
    """The pairs of figures of these kinds, each said once; ``may_differ``: also of two units."""
    often = Counter(id(one) for said in saying for one in said)
    single = [
        index
        for index, said in enumerate(saying)
        if len(said) == 1 and figures[index].kind in kinds and often[id(said[0])] == 1
    ]
    return [
        (i, j)
        for place, i in enumerate(single)
        for j in single[place + 1 : place + 1 + _APART]
        if j - i <= _APART and figures[i].facts != figures[j].facts
        and ((may_differ and figures[i].kind == figures[j].kind) or alike(figures[i], figures[j]))
    ]  # fmt: skip


def alike(one: Figure, other: Figure) -> bool:
    """Whether the two are of a kind and of one unit, or one like the other."""
    if one.kind == "ordinal" and one.source[-1] != other.source[-1]:
        return False  # 第九章第一款
    if one.kind == other.kind and (one.unit == other.unit or {one.unit, other.unit} <= _SPANS):
        return True
    if one.kind in _PARTS and other.kind in _PARTS:
        return True  # 29% and three-quarters
    return one.unit in _COUNTED and other.unit in _COUNTED and {one.kind, other.kind} <= _NUMBERS


def expressing_each(comparison: Comparison) -> list[list[Stated]]:
    """What says each of the figures; two hours and 14 minutes are one."""
    joined = {id(figure): [one] for figure, one in comparison.unique}
    return [joined.get(id(figure), said) for figure, said in comparison.matches]


def _pairs(
    comparison: Comparison, saying: list[list[Stated]], may: list[tuple[int, int]], dated: bool
) -> Iterator[Pair]:
    """Those of the pairs that English does not arrange as it may."""
    text, english, figures = comparison.text, comparison.english, comparison.figures
    steps = {(id(change), id(level)) for change, _, level, _ in in_place_results(comparison)}
    asked = {index for pair in may for index in pair}
    tied = {n for n in asked if is_bound(text, english, figures[n], saying[n][0])}
    order = _Order(comparison, saying, dated)
    for i, j in may:
        if i in tied or j in tied:
            continue
        if steps and not steps.isdisjoint(permutations((id(figures[i]), id(figures[j])))):
            continue
        one, other, said = figures[i], figures[j], (saying[i][0], saying[j][0])
        if not is_correct_arrangement(text, english, one, other, said, next_to=j == i + 1):
            kept = said[0].start < said[1].start
            same = one.unit == other.unit
            yield Pair(i, j, order.weight(i, j, same=same), kept, alike(one, other), one.kind)


class _Order:
    """The order of two figures, unless English turns it round in words."""

    def __init__(self, comparison: Comparison, saying: list[list[Stated]], dated: bool) -> None:
        self.comparison, self.saying = comparison, saying
        self.owners = [
            n
            for n, figure in enumerate(comparison.figures)
            if (figure.kind in ANCHORS) == dated and saying[n]
        ]
        self.here = chinese_layout(comparison.text)
        self.there = english_layout(comparison.english)
        self.respectively = "分别" in comparison.text or "依次" in comparison.text

    def weight(self, i: int, j: int, *, same: bool) -> int:
        """The number of the weight of their order, -1 where it tells nothing."""
        first, second = sorted((self.saying[n][0] for n in (i, j)), key=lambda one: one.start)
        if _TURNED.search(self.comparison.english, first.end, second.start):
            return -1
        if first is not self.saying[i][0]:
            near = [n for n in self.owners if i - 1 <= n <= j + 1]
            near.sort(key=lambda n: self.saying[n][0].start)
            if not swap_restores_order(near, i, j):
                return -1
        figures = self.comparison.figures
        apart = self.here.apart(figures[i].end, figures[j].start)
        away = self.there.apart(first.end, second.start)
        return (((apart * 3 + away) * 2 + (j == i + 1)) * 2 + self.respectively) * 2 + same


def _view(
    comparison: Comparison, saying: list[list[Stated]], pairs: list[Pair], dated: bool
) -> View:
    figures = comparison.figures
    owners = [n for n, f in enumerate(figures) if (f.kind in ANCHORS) == dated and saying[n]]
    own = [figures[n] for n in owners]
    spans = [(f.start, f.end) for f in figures if (f.kind in ANCHORS) == dated]
    here = chinese_sides(comparison.text, [(f, (f.start, f.end)) for f in own], spans)
    said = [(saying[n][0].start, saying[n][0].end) for n in owners]
    others = comparison.stated
    spans = [(s.start, s.end) for s in others if (s.facts[0].kind in _NO_AMOUNT) == dated]
    there = english_sides(comparison.english, list(zip(own, said, strict=True)), spans)
    places = {n: place for place, n in enumerate(owners)}
    links = [(one, -1, "") for one in comparison.links if _is_evidence(one, comparison, said)]
    repeated = Counter(figure.facts for figure in figures)
    for n, (figure, stated) in enumerate(comparison.matches):
        at = ((figure.start, figure.end),)
        if (figure.kind in ANCHORS) != dated:
            kind = AMOUNT if dated else DATE
            if stated:
                links.append((Link(kind, at, tuple((s.start, s.end) for s in stated)), -1, ""))
        elif n in places and repeated[figure.facts] == 1:
            kind = DATE if dated else AMOUNT
            links.append((Link(kind, at, (said[places[n]],)), places[n], figure.kind))
    return View(dated, places, here, there, _evidence(links), pairs)


def _is_evidence(link: Link, comparison: Comparison, said: list[Span]) -> bool:
    """Whether a link may tell of figures: not by a word that is said too often or that is part
    of a figure, unless it is what people and things are counted by."""
    if len(link.chinese) * len(link.english) > _OFTEN:
        return False
    if link.kind == UNIT:
        start, end = link.english[0]
        return comparison.lower[start:end] not in _SHARES
    return not any(
        first <= start and end <= last for start, end in link.english for first, last in said
    )


_SHARES = frozenset({"percent", "per", "cent", "tenths", "half"})


def _evidence(links: list[tuple[Link, int, str]]) -> list[Evidence]:
    covered = Counter(
        at for link, *_ in links for start, end in link.chinese for at in range(start, end)
    )
    result = []
    for link, but, sort in links:
        shared = max(covered[at] for start, end in link.chinese for at in range(start, end))
        here, there = len(link.chinese), len(link.english)
        often = (0 if here == 1 else 1) if here == there else 2 if here > there else 3
        result.append(Evidence(link, but, sort, shared, often))
    return result
