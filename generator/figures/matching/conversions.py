"""Converted amounts that an editor adds beside the amount of the Chinese: 4.8 billion yuan (about
676 million U.S. dollars), 38 C (100 F), 620 mu, or about 41 hectares.

Correct conversions are removed from the English before the figures are compared. Units must convert
to the same value within the rounding of their digits; money within the exchange rates of the last
twenty years, rounded outwards (annual averages of the central parity rates of the People's Bank of
China; foreign currencies through the yuan). A wrong conversion beside an amount of the Chinese is a
problem.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

import msgspec

from generator.figures.english.reader import read_english
from generator.figures.english.stated import Stated
from generator.figures.matching.agreement import expresses
from generator.figures.shared.figure import Figure
from generator.figures.shared.numeral import last_place
from generator.figures.shared.problem import FigureProblem
from generator.figures.shared.units import UNITS, convertible
from generator.needs import screened
from generator.patterns import late_regex

# Lowest and highest value of one unit of each currency, in yuan.
_YUAN = {
    unit: (Fraction(low), Fraction(high))
    for unit, low, high in (
        ("yuan", "1", "1"), ("US dollars", "6", "8.3"), ("dollars", "6", "8.3"),
        ("Hong Kong dollars", "0.76", "1.07"), ("New Taiwan dollars", "0.19", "0.26"),
        ("patacas", "0.74", "1.04"), ("euros", "6.4", "11.3"), ("pounds sterling", "7.6", "16"),
        ("Swiss francs", "6", "9.2"), ("yen", "0.043", "0.087"), ("won", "0.0043", "0.0088"),
        ("Singapore dollars", "4.3", "5.8"), ("Australian dollars", "4.2", "7.1"),
        ("Canadian dollars", "4.6", "7.4"), ("New Zealand dollars", "3.4", "5.7"),
        ("roubles", "0.05", "0.34"), ("baht", "0.165", "0.25"), ("ringgit", "1.4", "2.4"),
        ("rupees", "0.075", "0.2"), ("dong", "0.00025", "0.00053"),
        ("rupiah", "0.0004", "0.00095"), ("reais", "1.1", "4.4"), ("rand", "0.35", "1.2"),
        ("dirhams", "1.6", "2.3"), ("riyals", "1.55", "2.25"), ("tenge", "0.0125", "0.07"),
        ("kronor", "0.6", "1.2"), ("kroner", "0.6", "1.4"), ("pesos", "0.1", "0.8"),
    )
}  # fmt: skip
_PEGGED = (Fraction("7.7"), Fraction("7.9"))  # Hong Kong dollars to one US dollar

_SIGNS = r"(?=[$€£¥￥₩₽₹0-9]|[A-Z]{1,2}\$|(?:USD?|EUR|GBP|HKD|RMB|CNY|JPY)\s?[$0-9])"
_HEDGE = (
    r"(?:(?:then|now|today)\s)?(?:about|around|some|roughly|approximately|approx\.|nearly|almost|over|circa|ca\.|c\.|or"
    r"|more\sthan|less\sthan|just\s(?:over|under)|under|the\sequivalent\sof|equivalent\sto"
    r"|equal\sto|worth|at\sleast|up\sto|as\smuch\sas|=|~|≈)"
)
# Where a converted amount may begin, and the bracket or words that open it.
_BESIDE = screened(
    rf"\s?(?P<open>\(|\[)(?:{_HEDGE}\s?){{0,3}}{_SIGNS}"
    rf"|\s[–—]\s(?:or\s)?{_HEDGE}\s{_SIGNS}"
    rf"|,\s(?:or|equivalent\sto|equal\sto|about|roughly|approximately)\s(?:{_HEDGE}\s){{0,2}}{_SIGNS}"
    rf"|\sor\s(?:{_HEDGE}\s){{0,2}}(?=[$€£]|[A-Z]{{1,2}}\$)"
)
_BETWEEN = late_regex(r"[\s-]?(?:[a-z-]+\s?){0,4}\Z")
_REST = late_regex(
    rf"(?:\s|,|;|/|-|–|—|\bto\b|\band\b|\b(?:a|an|per|each|every|for)\s[a-z]+(?:\s[a-z]+)?|{_HEDGE}"
    r"|\bat\s(?:the\s|today's\s|that\sday's\s)?(?:[a-z]+\s)?(?:exchange\s)?rates?)*"
)
# A definition of the unit: per mu (0.067 hectares).
_A_MU = late_regex(
    r"\bmu\s\((?:(?:[a-z,]+|1|=|≈)\s){0,6}?(?:0\.06(?:67?|7)|0\.07|0\.16[0-9]?|1/15(?:th)?|one-fifteenth|667"
    r"|666\.[67][0-9]?)\s(?:of\s)?(?:an?\s)?(?:ha|hectares?|acres?|(?:square|sq\.?)\sm(?:et(?:er|re)s?|\.)?|m²|sqm)\)"
)
_AFTERWARDS = late_regex(r"[,.;:)\s]|\Z")
_FEET = late_regex(
    r"([0-9]+)[\s-]?(?:ft|feet|foot|')[\s-]?([0-9]+)[\s-]?(?:in|inch|inches|\")\.?(?![a-z])"
)
_CENTS = late_regex(r"[\s-](?:US\s|U\.S\.\s|American\s)?cents?\b")
_LONGEST = 90
_OF_CRUDE = (Fraction("6.5"), Fraction("8"))  # barrels to a tonne

# Alternative meanings of an amount, each a value with its unit.
_Amount = list[tuple[Fraction, str]]


class _Beside(msgspec.Struct, frozen=True):
    """Amounts of the English (``own``) with the amounts set beside them (``inside``), from
    ``start`` to ``end`` with brackets or commas; ``shown`` is the text of the latter.
    """

    start: int
    end: int
    own: list[Stated]
    inside: list[Stated]
    shown: str
    bracketed: bool
    right: bool


def unconverted(english: str, figures: Sequence[Figure]) -> tuple[str, list[FigureProblem]]:
    """The English without correct conversions, and the problems of wrong ones.

    An amount that the Chinese itself has stays, and so does one that is beside no other amount.
    """
    if "mu (" in english:
        english = _A_MU.sub("mu", english)
    problems: list[FigureProblem] = []
    places = list(_BESIDE.finditer(english))
    stated = read_english(english) if places else []
    for place in reversed(places):
        beside = _beside(english, place, stated, figures)
        if beside is None:
            continue
        in_chinese = any(_is_in_chinese(figures, one) for one in beside.inside)
        kept = any(_is_in_chinese(figures, one) for one in beside.own)
        if in_chinese and beside.right and not kept:  # $676 million (4.8 billion yuan)
            first, last = beside.own[0], beside.own[-1]
            between = english[last.end : beside.start]
            english = f"{english[: first.start]}{beside.shown}{between}{english[beside.end :]}"
        elif not in_chinese and (beside.right or beside.bracketed):
            english = english[: beside.start] + english[beside.end :]
            if not beside.right:
                problems.append(_wrong(figures, beside))
    return english, problems[::-1]


def _beside(
    english: str, place: re.Match[str], stated: list[Stated], figures: Sequence[Figure]
) -> _Beside | None:
    """The conversion at ``place``; None if what is there is no other form of the amount before
    it.
    """
    end = _end(english, place, stated)
    before = [one for one in stated if one.end <= place.start()]
    inside = [one for one in stated if place.end() <= one.start and one.end <= end]
    if not (before and inside) or not _BETWEEN.fullmatch(english, before[-1].end, place.start()):
        return None
    amounts = _amounts(english, place.end(), end, inside)
    if len(amounts) == 2 and {u for _, u in amounts[0]} & {u for _, u in amounts[1]}:
        own = before[-2:]
    else:
        own = before[-1:] * len(amounts)
    if not amounts or len(own) != len(amounts):
        return None
    right = [_is_right(_ways(one), amount) for one, amount in zip(own, amounts, strict=True)]
    if None in right:
        return None
    if not all(right) and len(own) == len(inside):  # both may be figures of the Chinese
        right = [
            a or _say(figures, *b)
            for a, b in zip(right, zip(own, inside, strict=True), strict=True)
        ]
    after = end
    if place["open"] or (english.startswith(",", end) and english.startswith(",", place.start())):
        after += 1
    shown = english[inside[0].start : inside[-1].end]
    return _Beside(place.start(), after, own, inside, shown, bool(place["open"]), all(right))


def _end(english: str, place: re.Match[str], stated: list[Stated]) -> int:
    """The end of the conversion: its bracket, or the end of the amount."""
    if place["open"]:
        close = ")" if place["open"] == "(" else "]"
        return english.find(close, place.end(), place.end() + _LONGEST)
    one = next((one for one in stated if one.start == place.end()), None)
    return one.end if one and _AFTERWARDS.match(english, one.end) else -1


def _amounts(english: str, start: int, end: int, inside: list[Stated]) -> list[_Amount]:
    """The amounts from ``start`` to ``end``; none if there is anything else."""
    height = _FEET.fullmatch(english[start:end])
    if height:
        return [[(Fraction(12 * int(height[1]) + int(height[2])), "inches")]]
    amounts: list[_Amount] = []
    rest, at = "", start
    for one in inside:
        rest += english[at : one.start] + " "
        at = one.end
        cents = _CENTS.search(english, one.end - 6, end)
        if cents and cents.start() <= one.end and one.facts[0].unit in ("", "fen"):
            at = max(at, cents.end())
            amounts.append([(one.facts[0].value / 100, "US dollars")])
            continue
        ways = _ways(one)
        if (
            amounts and amounts[-1] and {unit for _, unit in ways} == {""}
        ):  # the last unit of a range: $4.2 to 5.6
            ways = [(ways[0][0], amounts[-1][0][1])]
        amounts.append(ways)
    later = next((unit for ways in reversed(amounts) for _, unit in ways if unit), "")
    amounts = [[(value, unit or later) for value, unit in ways] for ways in amounts]
    return amounts if _REST.fullmatch(rest + english[at:end]) else []


def _ways(stated: Stated) -> _Amount:
    return [(fact.value, fact.unit) for fact in stated.facts if fact.kind == "number"]


def _is_right(own: _Amount, added: _Amount) -> bool | None:
    """Whether one amount converts to the other; None if they cannot be compared."""
    verdicts = {_comes_to(a, b) for a in own for b in added} - {None}
    return any(verdicts) if verdicts else None


def _comes_to(own: tuple[Fraction, str], added: tuple[Fraction, str]) -> bool | None:
    (value, unit), (other, its) = own, added
    if unit == its or not value or not other:
        return None
    if unit in _YUAN and its in _YUAN:
        return _is_exchanged(value, unit, other, its)
    if {unit, its} == {"°C", "°F"}:
        exact = value * Fraction(9, 5) + 32 if its == "°F" else (value - 32) * Fraction(5, 9)
        return abs(exact - other) <= max(_rounding(other), Fraction(1, 2))
    if {unit, its} == {"t", "barrels"}:  # crude oil
        barrels = other / value if its == "barrels" else value / other
        return _OF_CRUDE[0] <= barrels <= _OF_CRUDE[1]
    rate = convertible(unit, its)
    if rate is None or UNITS[unit].kind != "measure" or UNITS[its].kind != "measure":
        return None
    exact = value * rate
    return abs(exact - other) <= min(_rounding(other), exact / 20)


def _is_exchanged(value: Fraction, unit: str, other: Fraction, its: str) -> bool:
    low, high = _YUAN[unit][0] / _YUAN[its][1], _YUAN[unit][1] / _YUAN[its][0]
    if {unit, its} <= {"Hong Kong dollars", "US dollars", "dollars"}:
        low, high = _PEGGED if its == "Hong Kong dollars" else (1 / _PEGGED[1], 1 / _PEGGED[0])
    loose = min(_rounding(other), other / 10)
    return low * value - loose <= other <= high * value + loose


def _rounding(value: Fraction) -> Fraction:
    """Half of the last digit that is not zero."""
    return last_place(value) / 2


def _say(figures: Sequence[Figure], one: Stated, other: Stated) -> bool:
    return any(expresses(figure, one) and expresses(figure, other) for figure in figures)


def _is_in_chinese(figures: Sequence[Figure], stated: Stated) -> bool:
    """Whether the Chinese has the amount in that unit."""
    units = {fact.unit for fact in stated.facts}
    return any(
        expresses(figure, stated)
        and (
            figure.unit in units
            or figure.unit in ("", "items")
            or (figure.unit.endswith("dollars") and "dollars" in units)
        )
        for figure in figures
    )


def _wrong(figures: Sequence[Figure], beside: _Beside) -> FigureProblem:
    figure = next((f for f in figures for one in beside.own if expresses(f, one)), None)
    if figure is None:
        return FigureProblem("added", found=beside.shown)
    return FigureProblem("changed", figure.source, figure.english, beside.shown)
