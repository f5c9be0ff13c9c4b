"""Pairs of figures that may have changed places, and what tells for and against it.

Each figure of the Chinese and the figure of the English that says it stand beside words, names
and other figures that both texts have (``evidence``). What they are, where they lie in each text
(``beside``), how many are for the figures as they stand and how many against, and the order of
the two are features; `exchange` weighs them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import permutations
from typing import NamedTuple

from generator.figures.checks.changes.results import as_said
from generator.figures.checks.swapped.arrangements import is_said_so
from generator.figures.checks.swapped.attachment import is_tied, restored
from generator.figures.context.distance import (
    CHINESE_DISTANCES,
    ENGLISH_DISTANCES,
    Layout,
    chinese_distance,
    chinese_layout,
    english_distance,
    english_layout,
)
from generator.figures.context.evidence import (
    AMOUNT,
    ANCHORS,
    CHARACTER,
    DATE,
    KINDS,
    NAME,
    PARTY,
    UNIT,
    WORD,
    Link,
)
from generator.figures.english.stated import Stated
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import Figure
from generator.patterns import late_regex

_KINDS = frozenset({
    "money", "percent", "points", "count", "measure", "duration", "multiple", "time", "ordinal",
    "date", "period", "fraction", "rank",
})  # fmt: skip
_COUNTED = frozenset({"items", "people", "visits", "households", "TEU", ""})
_SPANS = frozenset({"years", "months"})
_THINGS = frozenset({"count", "ordinal", "rank"})
# Six of the nine, 158 yuan instead of 260: what English says the other way round.
_TURNED = late_regex(
    r"(?i:\b(?:from|instead\sof|rather\sthan|against|compared\s(?:with|to)|versus|not|than|out\sof)\b"
    r"|\A\s(?:[a-z]+\s){0,3}?of\s|\sof\s(?:the|its|their|these|those|some|about)\s\Z)"
)
# How many figures may lie between two that are compared.
_APART = 3


class Pair(NamedTuple):
    """Two figures that may have changed places, by their places among those of the text, and
    what tells for and against: numbers of weights with how often each counts."""

    one: int
    other: int
    features: dict[int, float]


def candidates(figures: list[Figure], saying: list[list[Stated]]) -> list[tuple[int, int]]:
    """The pairs of figures of a kind, each said once."""
    often = Counter(id(one) for said in saying for one in said)
    single = [
        index
        for index, said in enumerate(saying)
        if len(said) == 1 and figures[index].kind in _KINDS and often[id(said[0])] == 1
    ]
    return [
        (i, j)
        for place, i in enumerate(single)
        for j in single[place + 1 : place + 1 + _APART]
        if j - i <= _APART and _alike(figures[i], figures[j])
    ]


def _alike(one: Figure, other: Figure) -> bool:
    if one.kind == "ordinal" and one.source[-1] != other.source[-1]:
        return False  # 第九章第一款
    if one.kind == other.kind and (one.unit == other.unit or {one.unit, other.unit} <= _SPANS):
        return True
    if one.kind in _PARTS and other.kind in _PARTS:
        return True  # 29% and three-quarters
    return one.unit in _COUNTED and other.unit in _COUNTED and {one.kind, other.kind} <= _NUMBERS


_PARTS = frozenset({"percent", "fraction"})
_NUMBERS = frozenset({"count", "measure"})


def saying_of(comparison: Comparison) -> list[list[Stated]]:
    """What says each of the figures; two hours and 14 minutes are one."""
    joined = {id(figure): [one] for figure, one in comparison.unique}
    return [joined.get(id(figure), said) for figure, said in comparison.matches]


def pairs(comparison: Comparison) -> Iterator[Pair]:
    """What tells of each two figures that may have changed places."""
    text, english = comparison.text, comparison.english
    figures, saying = comparison.figures, saying_of(comparison)
    may = candidates(figures, saying)
    if not may:
        return
    view = _view(comparison, saying, {index for pair in may for index in pair})
    steps = {(id(change), id(level)) for change, _, level, _ in as_said(comparison)}
    tied = {n for n in view.places if is_tied(text, english, figures[n], saying[n][0])}
    for i, j in may:
        if i in tied or j in tied:
            continue
        if steps and not steps.isdisjoint(permutations((id(figures[i]), id(figures[j])))):
            continue
        one, other, said = figures[i], figures[j], (saying[i][0], saying[j][0])
        if not is_said_so(text, english, one, other, said, next_to=j == i + 1):
            features = _beside_them(view, i, j)
            _weigh_order(view, i, j, features)
            yield Pair(i, j, features)


class _View(NamedTuple):
    """What two figures are compared by: both texts with their layouts, the figures with what says
    each, the evidence, and in ``places`` where each of it is from a figure that may have changed
    places. The first ``words`` of the evidence are words, then come the figures themselves."""

    text: str
    english: str
    figures: list[Figure]
    saying: list[list[Stated]]
    chinese: Layout
    said: Layout
    evidence: list[Link]
    words: int
    places: dict[int, list[tuple[int, int]]]


def _view(comparison: Comparison, saying: list[list[Stated]], asked: set[int]) -> _View:
    text, english, figures = comparison.text, comparison.english, comparison.figures
    words = len(comparison.links)
    evidence = [*comparison.links, *(_anchor(figure, said) for figure, said in comparison.matches)]
    chinese = chinese_layout(text, [(f.start, f.end) for f in figures if f.kind not in ANCHORS])
    there = [(s.start, s.end) for s in comparison.stated if s.facts[0].kind not in _NO_AMOUNT]
    said = english_layout(english, there)
    places = {n: _places(evidence, figures[n], saying[n][0], chinese, said) for n in asked}
    return _View(text, english, figures, saying, chinese, said, evidence, words, places)


def _beside_them(view: _View, i: int, j: int) -> dict[int, float]:
    """The features of what stands beside two figures."""
    one, other = view.figures[i], view.figures[j]
    things = one.kind in _THINGS
    dated = one.kind in ANCHORS
    features: dict[int, float] = {}
    sides = [0, 0, 0, 0]
    own = [0, 0, 0, 0]
    for n, link in enumerate(view.evidence):
        (a, x), (b, y) = view.places[i][n], view.places[j][n]
        if a == b or x == y or n in (i + view.words, j + view.words):
            continue
        if link.kind == UNIT and not _counts_people(view.text, view.english, link, (one, other)):
            continue
        if not dated and {a, b} == _BEFORE and _is_left_out(link, one, other):
            continue
        if link.kind in _SIDES and min(a, b) < _FAR and min(x, y) < _FAR_ENGLISH:
            single = len(link.chinese) == len(link.english) == 1
            # 26个国家的340名: what is counted stands behind.
            of_one = b != 1 and (a == 1 or a < b) if things else a < b
            turned = of_one != (x < y)
            sides[2 * single + turned] += 1
            own[2 * of_one + turned] += single and link.kind in _NAMING
        base = (link.kind * 2 + things) * CHINESE_DISTANCES * ENGLISH_DISTANCES
        for c, e, sign in ((a, x, 1), (b, y, 1), (a, y, -1), (b, x, -1)):
            if c < CHINESE_DISTANCES - 1 and e < ENGLISH_DISTANCES - 1:
                key = base + c * ENGLISH_DISTANCES + e
                features[key] = features.get(key, 0) + sign
    _count(features, sides, own)
    return features


def _in_english(view: _View, i: int, j: int) -> list[Stated]:
    """What says two figures, in the order of the English."""
    return sorted((view.saying[i][0], view.saying[j][0]), key=lambda one: one.start)


def _weigh_order(view: _View, i: int, j: int, features: dict[int, float]) -> None:
    """Add the feature of the order of two figures, unless English turns it round in words."""
    figures, saying = view.figures, view.saying
    dated = figures[i].kind in ANCHORS
    first, second = _in_english(view, i, j)
    near = [
        n for n in view.places
        if i - 1 <= n <= j + 1
        and (_alike(figures[n], figures[i]) if dated else figures[n].kind not in ANCHORS)
    ]  # fmt: skip
    near.sort(key=lambda n: saying[n][0].start)
    ordered = first is saying[i][0]
    if not _TURNED.search(view.english[first.end : second.start]) and (
        ordered or restored(near, i, j)
    ):
        apart = view.chinese.apart(figures[i].end, figures[j].start)
        away = view.said.apart(first.end, second.start)
        respectively = "分别" in view.text or "依次" in view.text
        key = ORDER + ((apart * 3 + away) * 2 + (j == i + 1)) * 2 + respectively
        features[key] = 1 if ordered else -1


def _places(
    evidence: list[Link], figure: Figure, said: Stated, chinese: Layout, english: Layout
) -> list[tuple[int, int]]:
    """Where each link is from the figure in both texts. Amounts are evidence for dates alone, and
    as near to one amount as to another."""
    amount = figure.kind not in ANCHORS
    here, there = (figure.start, figure.end), (said.start, said.end)
    return [
        (0, 0)
        if amount and link.kind == AMOUNT
        else (
            chinese_distance(link.chinese, here, chinese),
            english_distance(link.english, there, english),
        )
        for link in evidence
    ]


def _count(features: dict[int, float], sides: list[int], own: list[int]) -> None:
    """How many links are for the figures as they stand and how many against: two that are
    against, and none for, tell more than twice as much as one, above all those of both."""
    one, other = (bool(own[n]) - bool(own[n + 1]) for n in (0, 2))
    if one + other:
        features[BOTH - (abs(one + other) == 1)] = 1 if one + other > 0 else -1
    for single in (0, 1):
        for_it, against = (min(n, MOST) for n in sides[2 * single : 2 * single + 2])
        if for_it != against:
            key = COUNTS + (single * (MOST + 1) + max(for_it, against)) * (MOST + 1)
            features[key + min(for_it, against)] = 1 if for_it > against else -1


MOST = 3
_SIDES = frozenset({WORD, PARTY, NAME, CHARACTER, DATE})
_NAMING = frozenset({PARTY, NAME, CHARACTER})
# Places in a clause of its own, without another figure between.
_FAR, _FAR_ENGLISH = 4, 6


def _counts_people(text: str, english: str, link: Link, two: tuple[Figure, Figure]) -> bool:
    """Whether "people" may tell of both: 3死 has no word for it, 2人 has."""
    start, end = link.english[0]
    if english[start:end].lower() not in ("people", "persons", "person"):
        return True
    return not any(text.startswith(("死", "伤", "亡"), figure.end) for figure in two)


# Where a word stands in the clause before a figure.
_BEFORE = {0, 2}


def _is_left_out(link: Link, one: Figure, other: Figure) -> bool:
    """Whether a word that the Chinese has before each of the two is said more seldom in English:
    商户不足四百 … 商户恢复到900多家, their number fell below 400; 900 traders."""
    between = [start for start, _ in link.chinese if one.end <= start < other.start]
    before = [end for _, end in link.chinese if end <= one.start]
    return bool(between and before) and len(link.english) < len(link.chinese)


def _anchor(figure: Figure, said: list[Stated]) -> Link:
    """A figure as evidence for others."""
    kind = DATE if figure.kind in ANCHORS else AMOUNT
    return Link(kind, ((figure.start, figure.end),), tuple((s.start, s.end) for s in said))


_NO_AMOUNT = frozenset({"date", "month", "year", "ordinal", "time", "label", "span"})
# What numbers a weight: the kind of evidence, whether it is of things that are counted, and the
# places in each text; behind them the order, by how far the figures are apart in each text.
ORDER = KINDS * 2 * CHINESE_DISTANCES * ENGLISH_DISTANCES
# Behind these how many are for it and against it.
COUNTS = ORDER + 36
BOTH = COUNTS + 2 * 16 + 1
SIZE = BOTH + 1


def is_order(number: int) -> bool:
    """Whether the weight of this number is of the order of figures."""
    return ORDER <= number < COUNTS
