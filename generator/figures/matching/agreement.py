"""Whether two facts agree, and which English figures express a Chinese one."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from functools import lru_cache

import msgspec

from generator.figures.english.stated import Stated
from generator.figures.shared.figure import Fact, Figure
from generator.figures.shared.units import (
    comparable,
    conflicting,
    convertible,
    is_plain_count,
    share_a_name,
)


@lru_cache(maxsize=1024)
def label_pattern(label: str) -> re.Pattern[str]:
    """A pattern of the label, with or without spaces or hyphens between its parts."""
    parts = re.findall(r"[A-Za-z]+|[0-9]+|[^\sA-Za-z0-9]", label)
    joined = r"[\s,-]?".join("[-−–‑]" if part == "-" else re.escape(part) for part in parts)
    end = r"(?![0-9]|[A-Za-z]{2})" if label[-1:].isdigit() else "s?(?![0-9A-Za-z])"
    return re.compile(rf"(?<![0-9A-Za-z]){joined}{end}", re.IGNORECASE)


def expresses(figure: Figure, stated: Stated) -> bool:
    """Whether ``stated`` expresses ``figure`` or a part of it."""
    for way in figure.facts:
        for a in way:
            kind = a.kind
            for b in stated.facts:
                # Most are of kinds that never agree: a date and a sum of money.
                if (kind == b.kind or (kind, b.kind) in _CHECKS) and agrees(a, b):
                    return True
    return False


def expressing(figure: Figure, stated: list[Stated]) -> list[Stated]:
    """The figures of ``stated`` that express ``figure``, or its parts if none expresses it alone:
    with "20 per cent", which expresses 两成, "both" is no part of two in ten.
    """
    found = [one for one in stated if expresses(figure, one)]
    if len(found) > 1 and any(len(way) > 1 for way in figure.facts):
        single = [way[0] for way in figure.facts if len(way) == 1]
        whole = [s for s in found if any(agrees(a, b) for a in single for b in s.facts)]
        return whole or found
    if len(found) > 1 and figure.kind == "time":
        # "6 pm" expresses 18时, and not the six of "six missing".
        own = [one for one in found if one.facts[0].kind == "time"]
        return own or found
    return found


def agrees(fact: Fact, found: Fact) -> bool:
    """Whether the fact ``found`` in the English equals ``fact`` of the Chinese, or a part that may
    stand for it.
    """
    a, b = fact.kind, found.kind
    if a == "number" and b == "number":
        return _same_amount(fact, found)
    check = _CHECKS.get((a, b))
    if check is not None:
        return check(fact, found)
    return a == b and same(fact.value, found.value) and fact.text == found.text


def same(a: Fraction, b: Fraction) -> bool:
    """Whether two values are equal, in a third of the time that ``==`` of fractions takes."""
    return a.numerator == b.numerator and a.denominator == b.denominator


def _equal(fact: Fact, found: Fact) -> bool:
    return same(fact.value, found.value)


def _same_share(fact: Fact, found: Fact) -> bool:
    """A third is 33 or 33.3 per cent."""
    if same(fact.value, found.value):
        return True
    part, other = (fact, found) if fact.value.denominator in _NO_DECIMALS else (found, fact)
    return part.value.denominator in _NO_DECIMALS and other.value in (
        Fraction(round(part.value * 100), 100), Fraction(round(part.value * 1000), 1000)
    )  # fmt: skip


_NO_DECIMALS = frozenset({3, 6, 7, 9})


def _nth_day(fact: Fact, found: Fact) -> bool:
    """The 20th; No. 20 is no day."""
    return found.text != "No." and fact.value == found.value


def _digits(fact: Fact, found: Fact) -> bool:
    digits = fact.text.replace(",", "")
    return digits.isascii() and digits.isdigit() and Fraction(digits) == found.value


def _is_number_of(fact: Fact, found: Fact) -> bool:
    """No. 3 and "three" agree; the third expo and three expos do not."""
    counted = found.text in ("count", "top") and fact.value != 1
    return fact.value == found.value and not counted and found.unit in ("", "times", "minutes")


def _nth(fact: Fact, found: Fact) -> bool:
    """The 50th floor is floor 50; the top ten are not the tenth, and four is not a quarter."""
    # 突破1000列: the 1,000th train
    plain = fact.unit in ("", "years old") or (fact.value >= _MANY and fact.unit in _COUNTED)
    named = fact.text != "rank" and found.text != "part"
    return plain and named and fact.value == found.value


_MANY = 100
_COUNTED = frozenset({"items", "people", "visits", "households"})


def _is_part_of_one(fact: Fact, found: Fact) -> bool:
    """A tenth of a degree is 0.1 degrees."""
    return fact.value < 1 and fact.value == found.value


def _is_unit_part(fact: Fact, found: Fact) -> bool:
    """The northern third; "top quarter" is read as a share."""
    return fact.value.numerator == 1 and fact.value.denominator == found.value


def _is_nth(fact: Fact, found: Fact) -> bool:
    """The one millionth car is the 1,000,000th."""
    return fact.value >= _MANY and fact.value * found.value == 1


def _is_less(fact: Fact, found: Fact) -> bool:
    """20% below the market price is a 20% discount; the price paid is not."""
    return fact.text != "paid" and fact.value == found.value


def _of_year(fact: Fact, found: Fact) -> bool:
    return found.unit in ("", "years") and fact.value == found.value


def _in_range(fact: Fact, found: Fact) -> bool:
    rate = _rate(fact, found)
    if rate is None or not fact.value * rate <= found.value < 10 * fact.value * rate:
        return False
    # 数十名 is not 36; two dozen is as vague as 数十.
    return rate != 1 or found.value in _DOZENS or found.value / fact.value in _ROUND


_DOZENS = frozenset({12, 24})
_ROUND = frozenset(range(1, 10))


def _same_size(fact: Fact, found: Fact) -> bool:
    rate = _rate(fact, found)
    if rate is None:
        return False
    # Millions of mu are hundreds of thousands of hectares.
    return fact.value == found.value if rate == 1 else found.value <= fact.value * rate * 10


def _rate(fact: Fact, found: Fact) -> Fraction | None:
    """How many of the other unit one is; 1 if one has no unit, None if they cannot be converted."""
    if not fact.unit or not found.unit or fact.unit == found.unit:
        return Fraction(1)
    if found.unit == "dollars" and fact.unit.endswith("dollars"):
        return Fraction(1)
    return convertible(fact.unit, found.unit)


def _day_of(fact: Fact, found: Fact) -> bool:
    return found.value % 100 == fact.value


def _month_of(fact: Fact, found: Fact) -> bool:
    return found.value // 100 == fact.value


def _hour(fact: Fact, found: Fact) -> bool:
    hour = fact.value / 60
    if fact.value % 60 and not found.unit:  # half past seven is 7.30 too
        whole = int(found.value)
        return 60 * whole + 100 * (found.value - whole) in (fact.value, fact.value - 720)
    return fact.value % 60 == 0 and found.value in (hour, hour - 12)


def _at_hour(fact: Fact, found: Fact) -> bool:
    return not fact.unit and found.value in (60 * fact.value, 60 * fact.value + 720)


def _bare(fact: Fact, found: Fact) -> bool:
    """A number of points without unit: 0.8 percentage points above the nation and 0.5 above the
    province.
    """
    return not found.unit and not found.text and fact.value == found.value


def _times(fact: Fact, found: Fact) -> bool:
    return found.unit in ("times", "") and fact.value == found.value


_CHECKS: dict[tuple[str, str], Callable[[Fact, Fact], bool]] = {
    ("label", "number"): _digits,
    ("label", "year"): _digits,
    ("label", "ordinal"): _digits,
    ("day", "ordinal"): _nth_day,
    ("ordinal", "ordinal"): _equal,
    ("day", "number"): _is_number_of,
    ("day", "date"): _day_of,
    ("month", "date"): _month_of,
    ("time", "number"): _hour,
    ("number", "time"): _at_hour,
    ("ordinal", "number"): _is_number_of,
    ("number", "ordinal"): _nth,
    ("number", "share"): _is_part_of_one,
    ("share", "share"): _same_share,
    ("share", "ordinal"): _is_unit_part,
    ("ordinal", "share"): _is_nth,
    ("share", "off"): _is_less,
    ("points", "number"): _bare,
    ("year", "number"): _of_year,
    ("number", "year"): _equal,
    ("vague", "number"): _in_range,
    ("vague", "vague"): _same_size,
    ("fold", "number"): _times,
}


# Above this many degrees, weather is in Fahrenheit.
_HOT = 60


def _same_amount(fact: Fact, found: Fact) -> bool:
    if fact.unit == found.unit:
        return same(fact.value, found.value)
    if found.unit == "dollars":
        return fact.value == found.value and fact.unit in _ANY_DOLLARS
    if found.text == "fold" and not is_plain_count(fact.unit):
        return False  # "doubled" is not two years
    if conflicting(fact.unit, found.unit):
        return False
    if fact.unit == "°C" and found.unit == "degrees" and found.value > _HOT:
        return fact.value == found.value or _in_other_degrees(
            fact, msgspec.structs.replace(found, unit="°F")
        )  # fmt: skip
    if {fact.unit, found.unit} == {"°C", "°F"}:
        return _in_other_degrees(fact, found)
    if not comparable(fact.unit, found.unit):
        return same(fact.value, found.value)
    if fact.unit == "inches" and found.value * _WAFER_UNITS.get(found.unit, 0) == 25 * fact.value:
        return True  # wafers, discs and tubes are 25 mm for each inch of their name
    rate = convertible(fact.unit, found.unit)
    if rate is None:
        return fact.value == found.value and share_a_name(fact.unit, found.unit)
    exact = fact.value * rate
    if _loses_part(fact.unit, found):
        return exact == found.value
    # A conversion may be rounded to its last digit.
    return abs(exact - found.value) <= min(_last_digit(found.value) / 2, abs(exact) / 20)


_WAFER_UNITS = {"mm": 1, "cm": 10}

# Spans of time of which the larger ones have a whole number of the smaller ones.
_WHOLE_SPANS = (
    frozenset({"months", "quarters", "years"}), frozenset({"seconds", "minutes", "hours", "days"}),
)  # fmt: skip
_FEW = 100


def _loses_part(unit: str, found: Fact) -> bool:
    """Whether a span of time in ``unit`` would lose a part if it were rounded: 十年六个月 is not
    ten years, 10小时20分 not ten hours.
    """
    if found.value.denominator != 1 or found.value >= _FEW:
        return False
    return any(unit in spans and found.unit in spans for spans in _WHOLE_SPANS)


def _in_other_degrees(fact: Fact, found: Fact) -> bool:
    exact = (
        fact.value * Fraction(9, 5) + 32
        if fact.unit == "°C"
        else (fact.value - 32) * Fraction(5, 9)
    )
    return abs(exact - found.value) <= _last_digit(found.value) / 2


# Currencies that a bare dollar sign may stand for: local papers write $26 for 26 Australian
# dollars. Those of Hong Kong and Taiwan are worth far less and are always named.
_ANY_DOLLARS = frozenset({
    "US dollars", "Australian dollars", "Canadian dollars", "Singapore dollars",
    "New Zealand dollars", "",
})  # fmt: skip


def _last_digit(value: Fraction) -> Fraction:
    """The size of the last significant digit. Trailing zeros are taken as rounding, down to three
    digits.
    """
    if value.denominator != 1:
        step = Fraction(1)
        while (value / step).denominator != 1 and step > Fraction(1, 10**6):
            step /= 10
        return step
    step = Fraction(1)
    while value and (value / (step * 10)).denominator == 1 and value / step >= 1000:
        step *= 10
    return step


def of_same_unit(figure: Figure, stated: Stated) -> bool:
    """Whether a Chinese and an English figure are of the same sort and unit, whatever their
    values: two amounts of yuan, two dates, a count in Chinese and a number without a unit."""
    sorts = {(fact.kind, fact.unit) for fact in stated.facts}
    if figure.kind == "count" and ("number", "") in sorts:
        return True
    return any((fact.kind, fact.unit) in sorts for way in figure.facts for fact in way)
