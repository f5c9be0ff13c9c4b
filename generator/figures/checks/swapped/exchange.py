"""Two figures that have changed places: 开工3.2万套，竣工1.8万套 of which 18,000 are started.

Each figure of the Chinese and the figure of the English that says it stand beside words, names
and other figures that both texts have (``evidence``). How well two figures of a kind fit as they
stand is set against how well they would fit the other way round: a sum of weights, by what the
evidence is and where it lies in each text, and by the order of the two. The weights
(``data/exchange.tsv``) are those under which published translations are likeliest to have their
figures in place (a logistic regression, ``make_tables/exchange.py``).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from generator.figures.checks.swapped.arrangements import in_place
from generator.figures.checks.swapped.attachment import crossed
from generator.figures.checks.swapped.candidates import (
    BOTH,
    COUNTS,
    MOST,
    SIZE,
    is_order,
    pairs,
    saying_of,
)
from generator.figures.context.direction import chinese_direction, english_direction
from generator.figures.context.evidence import ANCHORS
from generator.figures.english.stated import Stated
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import Figure
from generator.figures.shared.problem import FigureProblem
from generator.figures.shared.tables import table
from generator.patterns import late_regex

# How sure it has to be that two figures have changed places: the logarithm of the odds.
_SURE = 2.0
# What tells so much needs no other order of the figures; less where all is against them.
_CLEAR_ALONE, _CLEAR = 2.3, 1.5
_ALONE = frozenset((COUNTS + (MOST + 1 + n) * (MOST + 1), -1) for n in range(1, MOST + 1))
# The words of both stand by the other one.
_PLAINLY = frozenset({(BOTH, -1)})
# What tells so much for the figures as they stand leaves no doubt.
_SURELY = 1.0
# Of dates more, as English goes back and forth between them.
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
    """Whether one of two rose and the other fell, and the English says so of one at least and
    the opposite of none: what is grouped by direction stands in another order."""
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
    """Whether the two stand where they belong after all."""
    text, english, figures = comparison.text, comparison.english, comparison.figures
    two = [(figures[n], saying_of(comparison)[n][0]) for n in (one, other)]
    said = _first_places(comparison)
    return in_place(text, english, comparison.links, said, two[0], two[1])


def _first_places(comparison: Comparison) -> list[tuple[Figure, Stated]]:
    return [(figure, its[0]) for figure, its in comparison.matches if its]


_EACH = late_regex(r"(?:分别|依次)[^，。；]{0,12}\Z")


def _crossed(comparison: Comparison, doubtful: list[tuple[int, int]]) -> tuple[int, int] | None:
    """Two of the figures each of which has a word of the other beside it."""
    text, english, figures = comparison.text, comparison.english, comparison.figures
    if doubtful and ("分别" in text or "依次" in text):
        doubtful = [one for one in doubtful if not _EACH.search(text, 0, figures[one[0]].start)]
    if not doubtful:
        return None
    saying, said = saying_of(comparison), _first_places(comparison)
    two = [((figures[i], saying[i][0]), (figures[j], saying[j][0])) for i, j in doubtful]
    found = crossed(text, english, comparison.links, said, two)
    return doubtful[two.index(found)] if found is not None else None


def exchanged(comparison: Comparison) -> Iterator[FigureProblem]:
    """The two figures that are likeliest to have changed places."""
    text, english = comparison.text, comparison.english
    figures, saying = comparison.figures, saying_of(comparison)
    if len(figures) < 2 or "\n" in english:
        return  # of the cells of a table the words beside one may be another's
    weights = _weights()
    respectively = "分别" in text or "依次" in text
    worst, one, other, plain = 0.0, 0, 0, False
    doubtful: list[tuple[int, int]] = []
    for pair in pairs(comparison):
        dated = figures[pair.one].kind in ANCHORS
        ordered = sum(weights[n] * often for n, often in pair.features.items() if is_order(n))
        told = sum(weights[n] * often for n, often in pair.features.items() if not is_order(n))
        if told < _SURELY and figures[pair.one].kind in _MOVING:
            doubtful.append((pair.one, pair.other))
        # Their order alone tells nothing.
        score = told + ordered + (_DATED if dated else 0)
        alone = dated or _ALONE.isdisjoint(pair.features.items())
        clear = _CLEAR_ALONE if alone else _CLEAR
        if not dated and not _PLAINLY.isdisjoint(pair.features.items()):
            score = min(score, told - _SURE)
        elif told < -clear and not respectively and not (dated and ordered > 0):
            score = min(score, told)  # the words are moved and the figures are not
        if (
            told < 0
            and score < worst
            and not _by_direction(comparison, [(figures[n], saying[n][0]) for n in pair[:2]])
        ):
            worst, one, other = score, pair.one, pair.other
            plain = not dated and not _PLAINLY.isdisjoint(pair.features.items())
    if worst < -_SURE and (plain or not _in_place(comparison, one, other)):
        found = saying[other][0].text
        yield FigureProblem("changed", figures[one].source, figures[one].english, found)
    elif (turned := _crossed(comparison, doubtful)) is not None:
        one, other = turned
        found = saying[other][0].text
        yield FigureProblem("changed", figures[one].source, figures[one].english, found)
