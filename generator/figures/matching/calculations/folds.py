"""Words of times as the ratio of two amounts: "more than tripled to 4.1 billion from 1.2 billion"
for 由12亿元增至41亿元.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import permutations

from generator.figures.english.hedges import english_hedge
from generator.figures.english.stated import Stated
from generator.figures.shared.figure import Figure, only_value
from generator.figures.shared.units import convertible, same_sort

_AMOUNTS = frozenset({"money", "measure", "count", "duration", "percent"})
# The most figures of a text of which two are compared.
_MOST = 16


def is_fold(stated: Stated, figures: Sequence[Figure], english: str) -> bool:
    """Whether ``stated``, such as "tripled", is true of two of the ``figures``, as its hedge says:
    nearly tripled for 2.9 times, more than tripled for 3.4.
    """
    times = next((fact.value for fact in stated.facts if fact.text == "fold"), None)
    if times is None:
        return False
    hedge = english_hedge(english, stated.start, stated.end)
    amounts = [figure for figure in figures if figure.kind in _AMOUNTS][:_MOST]
    return any(
        ratio is not None and fits_fold(ratio, times, hedge)
        for one, other in permutations(amounts, 2)
        for ratio in (ratio_of(one, other),)
    )


def ratio_of(one: Figure, other: Figure) -> Fraction | None:
    """How many times the second figure the first is; None if they are not of one sort."""
    if one.kind != other.kind or not same_sort(one.unit, other.unit):
        return None
    kind = "share" if one.kind == "percent" else "number"
    a, b = only_value(one, kind), only_value(other, kind)
    if a is None or b is None or a <= 0 or b <= 0:
        return None
    size = convertible(one.facts[0][0].unit, other.facts[0][0].unit)
    return a * (size or 1) / b


def fits_fold(ratio: Fraction, times: Fraction, hedge: str) -> bool:
    """Whether ``ratio`` may be told as ``times`` with this ``hedge``."""
    if hedge in ("over", "least"):
        return times < ratio < times + 1 if hedge == "over" else times <= ratio < times + 1
    if hedge in ("nearly", "below"):
        return times * _NEARLY <= ratio < times
    if hedge in ("about", ""):
        return abs(ratio - times) <= times / (_ROUGH if hedge else _NEAR)
    return False


_NEARLY = Fraction(88, 100)
_ROUGH, _NEAR = 15, 50
