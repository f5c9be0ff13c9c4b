"""Chinese figures that English rounds: almost 250,000 for 24.6万, more than 15 per cent for 15.3%,
nearly a third for 31.1%. Without a word for it, English does not round.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import msgspec

from generator.figures.english.hedges import english_hedge
from generator.figures.english.stated import Stated
from generator.figures.shared.figure import Fact, Figure
from generator.figures.shared.units import convertible, is_plain_count

_TWO_DIGITS = 100


def rounded(stated: list[Stated], missing: list[Figure], english: str) -> list[Stated]:
    """The English figures, each with the ``missing`` figure that it rounds: almost 250,000 for
    246,000, and over 240,000. The word must be true, and the difference small.
    """
    exact = [f.facts[0][0] for f in missing if f.facts and not f.qualifier and f.kind in _ROUNDED]
    meant: list[Stated] = []
    for one in stated:
        fact = one.facts[0]
        hedge = english_hedge(english, one.start, one.end) if exact and fact.value else ""
        if fact.kind == "number" and hedge in ("nearly", "over", "about"):
            near = tuple(
                other for other in exact
                if other.kind == "number"
                and (
                    (
                        _same_things(other.unit, fact.unit)
                        and mantissa(fact.value) < mantissa(other.value)
                        and _is_rounded(other.value, fact.value, hedge)
                    )
                    or _is_converted(other, fact, hedge)
                )
            )  # fmt: skip
            one = msgspec.structs.replace(one, facts=(*one.facts, *near))
        elif fact.kind == "share" and hedge in ("nearly", "over", "about", "below"):
            near = tuple(o for o in exact if o.kind == "share" and _is_near(o, fact, hedge))
            one = msgspec.structs.replace(one, facts=(*one.facts, *near))
        meant.append(one)
    multiples = any(f.kind == "multiple" for f in missing)
    return [_with_folds(one, missing, english) for one in meant] if multiples else meant


def _with_folds(one: Stated, missing: list[Figure], english: str) -> Stated:
    times = {fact.value for fact in one.facts if fact.kind == "fold"}
    hedge = english_hedge(english, one.start, one.end) if times else ""
    if hedge not in ("nearly", "over"):
        return one
    return msgspec.structs.replace(one, facts=(*one.facts, *_folds(times, missing, hedge)))


def _folds(times: set[Fraction], missing: list[Figure], hedge: str) -> Iterator[Fact]:
    """More than tripled for 3.2倍, nearly doubled for 1.9倍: the whole number next to it."""
    for figure in missing:
        if figure.kind != "multiple" or figure.qualifier:
            continue
        for way in figure.facts:
            fact = way[0]
            if len(way) == 1 and fact.kind == "fold" and fact.value > 1:
                whole = Fraction(int(fact.value) + (hedge == "nearly"))
                near = hedge == "over" or whole - fact.value <= _NEARLY_WHOLE
                if whole in times and fact.value.denominator != 1 and near:
                    yield fact


_NEARLY_WHOLE = Fraction(1, 4)


def _is_near(exact: Fact, fact: Fact, hedge: str) -> bool:
    """More than 15 per cent for 15.3%, nearly a quarter for 24.2%: a whole number of per cent, or
    a fraction of one digit, which is less than a point away.
    """
    plain = (fact.value * 200).denominator == 1 or fact.value.denominator < _FRACTIONS
    apart = abs(exact.value - fact.value)
    if fact.value.denominator < _FRACTIONS:  # nearly a third for 31.1%
        limit = fact.value / (12 if hedge == "nearly" else 7)
    elif not plain or ((exact.value * 100).denominator == 1 and (fact.value * 20).denominator != 1):
        return False
    else:
        limit = min(_POINT, fact.value / 6)
    if hedge == "about":
        return apart <= _POINT / 2
    return 0 < apart < limit and (exact.value < fact.value) == (hedge in ("nearly", "below"))


_POINT, _FRACTIONS = Fraction(1, 100), 7


def _same_things(unit: str, other: str) -> bool:
    """Whether numbers of these units count the same: people and a number without a unit."""
    if unit == other or {unit, other} <= _THINGS:
        return True
    return "" in (unit, other) and is_plain_count(unit) and is_plain_count(other)


def _is_rounded(exact: Fraction, stated_value: Fraction, hedge: str) -> bool:
    """Whether ``stated_value`` rounds ``exact`` by little, in the direction of ``hedge``: up or
    down to its last digit that is not 0, or to a five there.
    """
    apart = abs(exact - stated_value)
    step = _step(stated_value)
    if hedge == "about":
        # also to two digits: about 130 for 128.65, about 110 for 112
        few = mantissa(stated_value) < _TWO_DIGITS
        return apart <= stated_value / (60 if few else 160) or (
            few and 2 * apart < step and apart <= stated_value / 25
        )
    if (exact < stated_value) != (hedge == "nearly"):
        return False
    if apart <= stated_value / 40:
        return True
    if hedge == "nearly":
        return apart < step and apart <= stated_value / 20
    # more than 100 for 114, more than 50 billion for 52.4 billion
    most = 7 if mantissa(stated_value) == 1 else 10
    return apart < step and apart <= stated_value / most


def _step(value: Fraction) -> Fraction:
    """The size of the last digit that is not 0, or half of it if that is a five after another."""
    digits = mantissa(value)
    size = value / digits if digits else Fraction(1)
    return size * 5 if digits > 5 and digits % 5 == 0 else size


def _is_converted(exact: Fact, stated_fact: Fact, hedge: str) -> bool:
    """About 2,700 hectares for 4万亩, which is 2,667."""
    rate = convertible(exact.unit, stated_fact.unit or _USUAL.get(exact.unit, ""))
    if hedge != "about" or rate is None or exact.unit == stated_fact.unit:
        return False
    return abs(exact.value * rate - stated_fact.value) <= stated_fact.value / 60


# Units that English uses for a Chinese one, and states once for several.
_USUAL = {"mu": "hectares"}
_THINGS = frozenset({"items", "people", "visits", ""})
_ROUNDED = frozenset({"money", "count", "measure", "percent"})


def mantissa(value: Fraction) -> Fraction:
    """The digits of a number, whatever the position of its point."""
    while value.denominator == 1 and value % 10 == 0 and value:
        value /= 10
    while (
        value.denominator != 1
        and (value * 10).denominator <= value.denominator
        and abs(value) < 10**9
    ):
        value *= 10
    return value
