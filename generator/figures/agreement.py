"""Whether two facts say the same."""

from __future__ import annotations

import re
from fractions import Fraction

from generator.figures.figure import Fact
from generator.figures.units import comparable, convertible


def label_pattern(label: str) -> re.Pattern[str]:
    """The sign, whatever spaces or hyphens stand between its parts."""
    parts = re.findall(r"[A-Za-z]+|[0-9]+|[^\sA-Za-z0-9]", label)
    joined = r"[\s,-]?".join(map(re.escape, parts))
    end = r"(?![0-9]|[A-Za-z]{2})" if label[-1:].isdigit() else "(?![0-9A-Za-z])"
    return re.compile(rf"(?<![0-9A-Za-z]){joined}{end}", re.IGNORECASE)


def agrees(fact: Fact, found: Fact) -> bool:
    """Whether what was found says the fact, or a part of it that may stand for it."""
    a, b = fact.kind, found.kind
    if a == "label":
        return fact.text.replace(",", "").isdigit() and b in ("number", "year", "ordinal") and (
            Fraction(fact.text.replace(",", "")) == found.value
        )  # fmt: skip
    if a == "number" and b == "number":
        return _same_amount(fact, found)
    if a == "day":
        return (b in ("ordinal", "number", "day") and fact.value == found.value) or (
            b == "date" and found.value % 100 == fact.value
        )
    if a == "month" and b == "date":
        return found.value // 100 == fact.value
    if a == "time" and b == "number":
        return fact.value % 60 == 0 and found.value in (fact.value / 60, fact.value / 60 - 12)
    if a == "number" and b == "time" and not fact.unit:
        return found.value in (60 * fact.value, 60 * fact.value + 720)
    alike = {("ordinal", "number"), ("number", "ordinal"), ("year", "number"), ("number", "year")}
    if a == "vague" and b == "number":
        return fact.value <= found.value < 10 * fact.value
    return (a == b or (a, b) in alike) and fact.value == found.value


def _same_amount(fact: Fact, found: Fact) -> bool:
    if not comparable(fact.unit, found.unit) or fact.unit == found.unit:
        return fact.value == found.value
    rate = convertible(fact.unit, found.unit)
    if rate is None:
        return False
    exact = fact.value * rate
    # A conversion may be rounded to the last digit it shows.
    return abs(exact - found.value) <= _last_digit(found.value) / 2


def _last_digit(value: Fraction) -> Fraction:
    """The size of the last digit that says something; trailing zeros are taken as rounding,
    down to three digits."""
    if value.denominator != 1:
        step = Fraction(1)
        while (value / step).denominator != 1 and step > Fraction(1, 10**6):
            step /= 10
        return step
    step = Fraction(1)
    while value and (value / (step * 10)).denominator == 1 and value / step >= 1000:
        step *= 10
    return step
