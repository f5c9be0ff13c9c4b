"""Pairs of figures that may have changed places, with the features for and against it.

Each Chinese figure, and the English figure that expresses it, is near words, names and other
figures that both texts have (``context/evidence.py``). The features are the kinds of these, their
distances in each text (``context/distance.py``), the counts for and against the present places, and
the order of the two figures. `exchange` weighs them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import permutations
from typing import NamedTuple

from generator.figures.checks.changes.results import in_place_results
from generator.figures.checks.swapped.arrangements import is_correct_arrangement
from generator.figures.checks.swapped.attachment import is_bound, swap_restores_order
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
from generator.figures.shared.figure import SHARES, Figure
from generator.patterns import late_regex

_KINDS = frozenset({
    "money", "percent", "points", "count", "measure", "duration", "multiple", "time", "ordinal",
    "date", "period", "fraction", "rank",
})  # fmt: skip
_COUNTED = frozenset({"items", "people", "visits", "households", "TEU", ""})
_SPANS = frozenset({"years", "months"})
_THINGS = frozenset({"count", "ordinal", "rank"})
# Words that reverse the order in English: six of the nine, 158 yuan instead of 260.
_TURNED = late_regex(
    r"(?i:\b(?:from|instead\sof|rather\sthan|against|compared\s(?:with|to)|versus|not|than|out\sof)\b"
    r"|\A\s(?:[a-z]+\s){0,3}?of\s|\sof\s(?:the|its|their|these|those|some|about)\s\Z)"
)
# Largest number of figures between two that are compared.
_APART = 3


class Pair(NamedTuple):
    """Two figures that may have changed places, by their indices in the text, with their
    ``features``: from the number of a weight to how often it counts.
    """

    one: int
    other: int
    features: dict[int, float]


def candidates(figures: list[Figure], expressing: list[list[Stated]]) -> list[tuple[int, int]]:
    """The pairs of figures of the same kind, each expressed once."""
    often = Counter(id(one) for stated in expressing for one in stated)
    single = [
        index
        for index, stated in enumerate(expressing)
        if len(stated) == 1 and figures[index].kind in _KINDS and often[id(stated[0])] == 1
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
    if one.kind in SHARES and other.kind in SHARES:
        return True  # 29% and three-quarters
    return one.unit in _COUNTED and other.unit in _COUNTED and {one.kind, other.kind} <= _NUMBERS


_NUMBERS = frozenset({"count", "measure"})


def expressing_each(comparison: Comparison) -> list[list[Stated]]:
    """The English of each Chinese figure; "two hours and 14 minutes" is one figure."""
    joined = {id(figure): [one] for figure, one in comparison.unique}
    return [joined.get(id(figure), expressing) for figure, expressing in comparison.matches]


def pairs(comparison: Comparison) -> Iterator[Pair]:
    """The pairs of figures that may have changed places, with their features."""
    text, english = comparison.text, comparison.english
    figures, expressing = comparison.figures, expressing_each(comparison)
    may = candidates(figures, expressing)
    if not may:
        return
    view = _view(comparison, expressing, {index for pair in may for index in pair})
    steps = {(id(change), id(level)) for change, _, level, _ in in_place_results(comparison)}
    bound = {n for n in view.places if is_bound(text, english, figures[n], expressing[n][0])}
    for i, j in may:
        if i in bound or j in bound:
            continue
        if steps and not steps.isdisjoint(permutations((id(figures[i]), id(figures[j])))):
            continue
        one, other, stated = figures[i], figures[j], (expressing[i][0], expressing[j][0])
        if not is_correct_arrangement(text, english, one, other, stated, next_to=j == i + 1):
            features = _beside_them(view, i, j)
            _weigh_order(view, i, j, features)
            yield Pair(i, j, features)


class _View(NamedTuple):
    """Data to compare two figures: both texts with their layouts, the Chinese figures with their
    English, the evidence, and in ``places`` the distances of each evidence from a candidate. The
    first ``words`` items of the evidence are words, followed by figures.
    """

    text: str
    english: str
    figures: list[Figure]
    expressing: list[list[Stated]]
    chinese: Layout
    layout: Layout
    evidence: list[Link]
    words: int
    places: dict[int, list[tuple[int, int]]]


def _view(comparison: Comparison, expressing: list[list[Stated]], asked: set[int]) -> _View:
    text, english, figures = comparison.text, comparison.english, comparison.figures
    words = len(comparison.links)
    evidence = [
        *comparison.links,
        *(_anchor(figure, stated) for figure, stated in comparison.matches),
    ]
    chinese = chinese_layout(text, [(f.start, f.end) for f in figures if f.kind not in ANCHORS])
    english_spans = [
        (s.start, s.end) for s in comparison.stated if s.facts[0].kind not in _NO_AMOUNT
    ]
    layout = english_layout(english, english_spans)
    places = {n: _places(evidence, figures[n], expressing[n][0], chinese, layout) for n in asked}
    return _View(text, english, figures, expressing, chinese, layout, evidence, words, places)


def _beside_them(view: _View, i: int, j: int) -> dict[int, float]:
    """The features of the evidence near two figures."""
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
            # 26个国家的340名: what is counted comes after the number.
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
    """The English of two figures, in the order of the text."""
    return sorted((view.expressing[i][0], view.expressing[j][0]), key=lambda one: one.start)


def _weigh_order(view: _View, i: int, j: int, features: dict[int, float]) -> None:
    """Adds the feature of the order of two figures, unless English words reverse it."""
    figures, expressing = view.figures, view.expressing
    dated = figures[i].kind in ANCHORS
    first, second = _in_english(view, i, j)
    near = [
        n for n in view.places
        if i - 1 <= n <= j + 1
        and (_alike(figures[n], figures[i]) if dated else figures[n].kind not in ANCHORS)
    ]  # fmt: skip
    near.sort(key=lambda n: expressing[n][0].start)
    ordered = first is expressing[i][0]
    if not _TURNED.search(view.english[first.end : second.start]) and (
        ordered or swap_restores_order(near, i, j)
    ):
        apart = view.chinese.apart(figures[i].end, figures[j].start)
        away = view.layout.apart(first.end, second.start)
        respectively = "分别" in view.text or "依次" in view.text
        key = ORDER + ((apart * 3 + away) * 2 + (j == i + 1)) * 2 + respectively
        features[key] = 1 if ordered else -1


def _places(
    evidence: list[Link], figure: Figure, stated: Stated, chinese: Layout, english: Layout
) -> list[tuple[int, int]]:
    """The distances of each link from the figure in both texts. Amounts are evidence only for
    dates, because they may be near any other amount.
    """
    amount = figure.kind not in ANCHORS
    here, there = (figure.start, figure.end), (stated.start, stated.end)
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
    """Adds the features for the numbers of links for and against the present places. Two against
    and none for count more than twice as much as one, most if they are of both figures.
    """
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
# Distances within the clause, without another figure between.
_FAR, _FAR_ENGLISH = 4, 6


def _counts_people(text: str, english: str, link: Link, two: tuple[Figure, Figure]) -> bool:
    """Whether "people" may belong to both: 3死 has no word for it, 2人 has."""
    start, end = link.english[0]
    if english[start:end].lower() not in ("people", "persons", "person"):
        return True
    return not any(text.startswith(("死", "伤", "亡"), figure.end) for figure in two)


# Distances of a word before a figure, in its clause.
_BEFORE = {0, 2}


def _is_left_out(link: Link, one: Figure, other: Figure) -> bool:
    """Whether English has a word less often that the Chinese has before both figures: 商户不足四百
    … 商户恢复到900多家, "their number fell below 400; 900 traders".
    """
    between = [start for start, _ in link.chinese if one.end <= start < other.start]
    before = [end for _, end in link.chinese if end <= one.start]
    return bool(between and before) and len(link.english) < len(link.chinese)


def _anchor(figure: Figure, expressing: list[Stated]) -> Link:
    """A figure, as evidence for others."""
    kind = DATE if figure.kind in ANCHORS else AMOUNT
    return Link(kind, ((figure.start, figure.end),), tuple((s.start, s.end) for s in expressing))


_NO_AMOUNT = frozenset({"date", "month", "year", "ordinal", "time", "label", "span"})
# The number of a weight is composed of the kind of evidence, whether it is near counted things, and
# the distances in both texts; after these come the weights of the order, by the distance of the two
# figures in each text.
ORDER = KINDS * 2 * CHINESE_DISTANCES * ENGLISH_DISTANCES
# After these, the weights of the counts for and against.
COUNTS = ORDER + 36
BOTH = COUNTS + 2 * 16 + 1
SIZE = BOTH + 1


def is_order(number: int) -> bool:
    """Whether ``number`` is that of a weight of the order of figures."""
    return ORDER <= number < COUNTS
