"""Two figures that have changed places: 开工3.2万套，竣工1.8万套 in which 18,000 are started.

Each Chinese figure, and the English figure that expresses it, is near words, names and other
figures that both texts have (``context/evidence.py``). The score of two figures of the same kind
says how much better they fit after a swap than in place: a sum of weights, by the kind of evidence
and its distance in each text, and by the order of the two. The weights (``data/exchange.tsv``) are
those for which the figures of published translations are most likely in place (a logistic
regression, ``make_tables/exchange.py``).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from generator.figures.checks.swapped.arrangements import are_in_place
from generator.figures.checks.swapped.attachment import crossed
from generator.figures.checks.swapped.candidates import (
    BOTH,
    COUNTS,
    MOST,
    SIZE,
    expressing_each,
    is_order,
    pairs,
)
from generator.figures.context.direction import chinese_direction, english_direction
from generator.figures.context.evidence import ANCHORS
from generator.figures.english.stated import Stated
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import Figure
from generator.figures.shared.problem import FigureProblem
from generator.figures.shared.tables import table
from generator.patterns import late_regex

# Least score to report a swap: the logarithm of the odds.
_SURE = 2.0
# Scores that need no reversed order of the figures; less is enough if all evidence is against the
# present places.
_CLEAR_ALONE, _CLEAR = 2.3, 1.5
_ALONE = frozenset((COUNTS + (MOST + 1 + n) * (MOST + 1), -1) for n in range(1, MOST + 1))
# The words of both figures are by the other one.
_PLAINLY = frozenset({(BOTH, -1)})
# With this score for the present places there is no doubt.
_SURELY = 1.0
# Added for dates, because English goes back and forth between them.
_DATED = 0.5


@cache
def _weights() -> list[float]:
    content = table("exchange.tsv")
    weights = [0.0] * SIZE
    for line in content.splitlines():
        number, weight = line.split("\t")
        weights[int(number)] = float(weight)
    return weights


def _by_direction(comparison: Comparison, two: list[tuple[Figure, Stated]]) -> bool:
    """Whether one of two rose and the other fell, and the English agrees for at least one and
    contradicts none: figures grouped by direction come in another order.
    """
    if two[0][0].kind not in _MOVING:
        return False
    wanted = [chinese_direction(comparison.text, figure) for figure, _ in two]
    if not wanted[0] or wanted[0] != -wanted[1]:
        return False
    said, stated = [], comparison.stated
    for _, one in two:
        at = stated.index(one)
        said.append(english_direction(comparison.english, one, stated[at - 1] if at else None))
    return any(said) and all(a in (0, b) for a, b in zip(said, wanted, strict=True))


_MOVING = frozenset({"percent", "points", "money", "measure", "count"})


def _in_place(comparison: Comparison, one: int, other: int) -> bool:
    """Whether the two figures are in place after all."""
    text, english, figures = comparison.text, comparison.english, comparison.figures
    two = [(figures[n], expressing_each(comparison)[n][0]) for n in (one, other)]
    matches = _first_places(comparison)
    return are_in_place(text, english, comparison.links, matches, two[0], two[1])


def _first_places(comparison: Comparison) -> list[tuple[Figure, Stated]]:
    return [(figure, expressing[0]) for figure, expressing in comparison.matches if expressing]


_EACH = late_regex(r"(?:分别|依次)[^，。；]{0,12}\Z")


def _crossed(comparison: Comparison, doubtful: list[tuple[int, int]]) -> tuple[int, int] | None:
    """Two of the figures, each with a word of the other beside it."""
    text, english, figures = comparison.text, comparison.english, comparison.figures
    if doubtful and ("分别" in text or "依次" in text):
        doubtful = [one for one in doubtful if not _EACH.search(text, 0, figures[one[0]].start)]
    if not doubtful:
        return None
    expressing, matches = expressing_each(comparison), _first_places(comparison)
    two = [((figures[i], expressing[i][0]), (figures[j], expressing[j][0])) for i, j in doubtful]
    found = crossed(text, english, comparison.links, matches, two)
    return doubtful[two.index(found)] if found is not None else None


def exchanged(comparison: Comparison) -> Iterator[FigureProblem]:
    """The two figures that have most likely changed places."""
    text, english = comparison.text, comparison.english
    figures, expressing = comparison.figures, expressing_each(comparison)
    if len(figures) < 2 or "\n" in english:
        return  # in cells of a table, the words beside a figure may belong to another
    weights = _weights()
    respectively = "分别" in text or "依次" in text
    worst, one, other, plain = 0.0, 0, 0, False
    doubtful: list[tuple[int, int]] = []
    for pair in pairs(comparison):
        dated = figures[pair.one].kind in ANCHORS
        ordered = sum(weights[n] * often for n, often in pair.features.items() if is_order(n))
        evidence = sum(weights[n] * often for n, often in pair.features.items() if not is_order(n))
        if evidence < _SURELY and figures[pair.one].kind in _MOVING:
            doubtful.append((pair.one, pair.other))
        # The order alone is no evidence.
        score = evidence + ordered + (_DATED if dated else 0)
        alone = dated or _ALONE.isdisjoint(pair.features.items())
        clear = _CLEAR_ALONE if alone else _CLEAR
        if not dated and not _PLAINLY.isdisjoint(pair.features.items()):
            score = min(score, evidence - _SURE)
        elif evidence < -clear and not respectively and not (dated and ordered > 0):
            score = min(score, evidence)  # the words have moved, not the figures
        if (
            evidence < 0
            and score < worst
            and not _by_direction(comparison, [(figures[n], expressing[n][0]) for n in pair[:2]])
        ):
            worst, one, other = score, pair.one, pair.other
            plain = not dated and not _PLAINLY.isdisjoint(pair.features.items())
    if worst < -_SURE and (plain or not _in_place(comparison, one, other)):
        found = expressing[other][0].text
        yield FigureProblem("changed", figures[one].source, figures[one].english, found)
    elif (turned := _crossed(comparison, doubtful)) is not None:
        one, other = turned
        found = expressing[other][0].text
        yield FigureProblem("changed", figures[one].source, figures[one].english, found)
