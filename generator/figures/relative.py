"""Figures that English tells by another one: half that distance for 52公里 after 104公里."""

from __future__ import annotations

from fractions import Fraction

from generator.figures.figure import Figure
from generator.patterns import late_regex

_OF_ANOTHER = r"\s(?:that|this|the\s(?:distance|number|amount|size|price|figure|total|level|length)"
_OF_ANOTHER += r"|as\s(?:much|many|far|long|high))\b"
_TOLD = tuple(
    (late_regex(rf"(?i:\b(?:{words}){_OF_ANOTHER})"), Fraction(times))
    for words, times in (
        ("half", "1/2"), ("twice|double", "2"), ("three\\stimes|triple", "3"),
        ("half(?=\\sas\\s(?:much|many)\\sagain)", "2/3"),
        ("half(?=\\sas\\s(?:much|many)\\sagain)", "3/2"),
        ("a\\sthird(?:\\sof)?", "1/3"), ("a\\squarter(?:\\sof)?", "1/4"),
    )
)  # fmt: skip
_KINDS = frozenset({"money", "measure", "count", "duration", "percent"})


def told_by_others(english: str, figures: list[Figure], missing: list[Figure]) -> set[int]:
    """The ids of the missing figures that are a half or a multiple of another one, where the
    English says so."""
    told = (
        {id(figure) for figure in missing if _is_marathon(figure)}
        if ("arathon" in english)
        else set[int]()
    )
    for pattern, times in _TOLD if missing else ():
        if not pattern.search(english):
            continue
        amounts = {(_amount(one) or 0, one.unit) for one in figures if one.kind in _KINDS}
        for figure in missing:
            amount = _amount(figure)
            if amount and figure.kind in _KINDS and (amount / times, figure.unit) in amounts:
                told.add(id(figure))
    return told


# How long every marathon is, and half of one.
_MARATHONS = (Fraction("42.195"), Fraction("21.0975"))


def _is_marathon(figure: Figure) -> bool:
    return figure.unit == "km" and _amount(figure) in _MARATHONS


def _amount(figure: Figure) -> Fraction | None:
    """Its value where it has one alone."""
    value = figure.facts[0][0].value if figure.facts and len(figure.facts[0]) == 1 else None
    return value or None
