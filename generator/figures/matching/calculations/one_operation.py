"""Numbers that an editor calculates from figures of the Chinese by one operation: sums,
differences, averages, shares and totals.

A number that is only added is right if nothing of the Chinese is missing, because the reader has
what it is calculated from. A number in place of a missing figure is right if it and a figure that
the English keeps give the missing one, by a sum or a difference. Small whole numbers are left out:
they result from too many operations.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, permutations

from generator.figures.english.hedges import english_hedge
from generator.figures.english.stated import Stated
from generator.figures.matching.texts import Found, Texts
from generator.figures.shared.figure import Fact, Figure
from generator.figures.shared.numeral import last_place
from generator.figures.shared.units import UNITS, is_plain_count
from generator.patterns import late_regex

# The most figures of a text that are combined: longer texts would take long.
_MOST = 16
_KINDS = frozenset({"money", "measure", "count", "duration", "percent", "fraction", "discount"})
_SMALL = 12
_MONTHS = 12

# A value in the smallest common unit, and what it is of: a dimension, a currency, a count, a share.
_Value = tuple[Fraction, str]


def _value(fact: Fact) -> _Value | None:
    if fact.kind in ("share", "off"):
        return fact.value, "share"
    if fact.kind != "number" or fact.value <= 0:
        return None
    if is_plain_count(fact.unit):
        return fact.value, ""
    unit = UNITS.get(fact.unit)
    if unit is None:
        return None
    if unit.size is not None and unit.dimension:
        return fact.value * unit.size, unit.dimension
    return fact.value, unit.name


def _values(figures: Sequence[Figure]) -> list[_Value]:
    found = [
        _value(figure.facts[0][0]) for figure in figures
        if figure.kind in _KINDS and figure.facts and len(figure.facts[0]) == 1
    ]  # fmt: skip
    return list(dict.fromkeys(value for value in found if value is not None))[:_MOST]


# What marks a plain number as calculated: too many numbers are the sum of two others.
_MARKED_BEFORE = late_regex(
    r"(?i:(?:\b(?:total|totall?ing|average|combined|other|another|remaining|from|than|some|or)\s(?:of\s)?"
    r"|\b(?:every|per|for\seach)\s|\b(?:of|a|its)\s(?:[a-z]+\s){1,2}of\s|\b(?:of|than|from)\s(?:its|their|the)\s|[(:]|\A)\Z)"
)
_MARKED_AFTER = late_regex(
    r"(?i:[^.;]{0,24}(?:\b(?:in\s(?:all|total)|altogether|each|apiece|combined|on\saverage|other|remain\w*|still|yet)"
    r"\b|:))"
)


def _is_marked(stated: Stated, english: str) -> bool:
    return bool(
        _MARKED_BEFORE.search(english, max(0, stated.start - 20), stated.start)
        or _MARKED_AFTER.match(english, stated.end)
    )


def is_computed(stated: Stated, figures: Sequence[Figure], english: str) -> bool:
    """Whether ``stated`` is the result of one operation on two of the ``figures``. A plain number
    must also be marked in the English as a sum, a rest or a mean.
    """
    if (_IN_PARTS.search(stated.text) or any(fact.kind == "fold" for fact in stated.facts)) and (
        _is_ratio(stated, figures)
    ):
        return True
    marked = _is_marked(stated, english)
    wanted = [
        v for fact in stated.facts
        if (v := _value(fact)) and not _is_small(fact) and (v[1] or marked)
    ]  # fmt: skip
    if not wanted:
        return False
    bare = [fact.value for fact in stated.facts if fact.kind == "number" and not fact.unit]
    values = _values(figures)
    hedge = english_hedge(english, stated.start, stated.end)
    if hedge and any(what == "share" for _, what in wanted) and _is_hedged(wanted, hedge, values):
        return True
    least = _TWO_DIGITS if len(values) <= _FEW or hedge == "about" else _SURE
    return any(
        (what == of and (number == result or (rough and _rounds(number, result, least))))
        or (
            of
            and not what
            and any(value * size == result for value in bare for size in _sizes(of, figures))
        )
        for number, what in wanted
        for result, of, rough in _results(values, _multiples(figures))
    )


def _is_hedged(wanted: Sequence[_Value], hedge: str, values: Sequence[_Value]) -> bool:
    """Whether a whole percentage is just above or below the ratio of two figures, as its hedge
    says: almost 88 percent, over 70 percent.
    """
    return any(
        a < b and of == its != "share" and _fits(a / b - share, hedge)
        for share, what in wanted
        if what == "share" and (share * 100).denominator == 1
        for (a, of), (b, its) in permutations(values, 2)
    )


def _fits(apart: Fraction, hedge: str) -> bool:
    if hedge == "over":
        return 0 < apart < _POINT
    return -_POINT < apart < 0 if hedge in ("nearly", "below") else abs(apart) <= _POINT / 2


_POINT = Fraction(1, 100)
# a third, three-quarters
_IN_PARTS = late_regex(r"(?i:\b(?:half|third|quarter|fifth|thirds|quarters|fifths)\Z)")


def _is_ratio(stated: Stated, figures: Sequence[Figure]) -> bool:
    """Whether ``stated`` is exactly the ratio of two figures of one unit, or of their difference:
    four times, a third less.
    """
    folds = {fact.value for fact in stated.facts if fact.kind == "fold"}
    shares = {fact.value for fact in stated.facts if fact.kind == "share"}
    return any(
        of == its and (a / b in folds or ((a > b) and {a / b - 1, 1 - b / a, b / a} & shares))
        for (a, of), (b, its) in permutations(_values(figures), 2)
    )


def _sizes(of: str, figures: Sequence[Figure]) -> set[Fraction]:
    """The sizes of the units of a dimension that the text has, and that English may leave out."""
    return {
        unit.size or Fraction(1) for figure in figures
        if (unit := UNITS.get(figure.unit)) and of in (unit.dimension, unit.name)
    }  # fmt: skip


def _digits(value: Fraction) -> int:
    """The number without its last zeros."""
    number = value.numerator
    while number and number % 10 == 0:
        number //= 10
    return number


_SURE = 100  # with three digits a sum is hardly one by chance
# With few figures there are few results, so that two digits do.
_TWO_DIGITS, _FEW = 10, 3


def _is_small(fact: Fact) -> bool:
    plain = fact.kind == "number" and is_plain_count(fact.unit)
    return plain and fact.value.denominator == 1 and fact.value <= _SMALL


def _rounds(number: Fraction, exact: Fraction, least: int) -> bool:
    """Whether the number is the exact one to its last digit; without the zeros at its end, it must
    be ``least`` or more."""
    if abs(number - exact) > exact / 40:
        return False
    step = last_place(number)
    return number / step >= least and abs(number - exact) <= step / 2


def _multiples(figures: Sequence[Figure]) -> list[Fraction]:
    return [
        figure.facts[0][0].value for figure in figures
        if figure.kind == "multiple" and figure.facts and figure.facts[0][0].kind == "fold"
        and figure.facts[0][0].value > 1
    ]  # fmt: skip


def _results(
    values: Sequence[_Value], multiples: Sequence[Fraction] = ()
) -> Iterator[tuple[Fraction, str, bool]]:
    """The results of all operations, what they are of, and whether they may be rounded."""
    for (a, of), (b, its) in combinations(values, 2):
        if of == its:
            yield a + b, of, False
            yield abs(a - b), of, False
    for (a, of), (b, its) in permutations(values, 2):
        if its == "share" and of != "share" and 0 < b < 1:
            for times in (b, 1 - b, 1 + b, 1 / b, 1 / (1 - b), 1 / (1 + b)):
                yield a * times, of, True
        elif its == "" and b > 1 and of != "share":
            yield a / b, of, True
            if of or a * b >= _SURE:
                yield a * b, of, False
        if of == its != "share":
            yield (a / b, "share", True) if a < b else (a / b - 1, "share", True)
            yield (1 - a / b if a < b else a / b), "share" if a < b else "", True
    for a, of in values:
        if of == "share" and a < 1:
            yield 1 - a, of, False
        elif of in UNITS and UNITS[of].kind == "money":
            yield a * _MONTHS, of, False
    for a, of in values:
        for times in multiples if of != "share" else ():
            yield a * times, of, False
            yield a / times, of, True
    counts = [a for a, of in values if of == ""]
    for three in zip(counts, counts[1:], counts[2:], strict=False):
        yield sum(three, Fraction(0)), "", False


# Words of a former level or of a rest: without one, 47 of 50 are no three.
_COMPARED = late_regex(
    r"(?i:\b(?:from|than|before|earlier|previous\w*|against|compared|versus|up|down|other|rest|remain\w*|still|yet"
    r"|left|outstanding|another)\b)"
)
_BEFORE, _AFTER = 24, 30


def computed_matches(texts: Texts) -> Found:
    """The ids of the ``missing`` figures that an English figure and one that the English keeps
    imply, and the ids of these English figures.
    """
    english = texts.english
    told: set[int] = set()
    by: set[int] = set()
    spare = [
        one for one in texts.spare
        if _COMPARED.search(english, max(0, one.start - _BEFORE), one.end + _AFTER)
    ]  # fmt: skip
    kept = _values(texts.kept) if spare else []
    for figure in texts.missing if kept else ():
        own = next(iter(_values([figure])), None)
        if own is None or own[1] == "share":
            continue
        for one in spare:
            wanted = {v for fact in one.facts if (v := _value(fact)) and _digits(v[0]) >= _SURE}
            if any(
                (result, own[1]) in wanted
                for other, of in kept
                if of == own[1] and other != own[0]
                for result in (own[0] + other, abs(own[0] - other))
            ):
                told.add(id(figure))
                by.add(id(one))
                break
    return told, by
