"""Shared parts of the readers of days, periods and times."""

from __future__ import annotations

import re
from fractions import Fraction

from generator.figures.shared.figure import Fact, Figure
from generator.figures.shared.numeral import DIGITS, chinese_value, english_cardinal

TO = "(?:至|到|-|—+|–|~)"
NUM = "[0-9]{1,2}|[一二三四五六七八九十廿]{1,3}"
YEAR = "(?:[12][0-9]{3}|[一二][〇零一二三四五六七八九]{3}|(?<![前元0-9])[0-9]{2}(?=年[0-9]{1,2}月))"


PART_OF_MONTH = {
    "底": "the end of ",
    "末": "the end of ",
    "初": "early ",
    "上旬": "early ",
    "中旬": "mid-",
    "下旬": "late ",
}


def span(first: int, last: int) -> Fact:
    """A fact for consecutive whole months of a year."""
    return Fact("span", Fraction(100 * first + last))


def number(text: str | None) -> int:
    """The number, or -1 if there is none or it is not whole."""
    if not text:
        return -1
    if len(text) == 4 and all(c in DIGITS for c in text):
        return int("".join(str(DIGITS[c]) for c in text))
    value = chinese_value(text)
    return -1 if value is None else int(value)


def year_of(text: str | None) -> int:
    """The year, also from two digits (23年5月); -1 if there is none."""
    y = number(text)
    return y if not 0 <= y < 100 else 2000 + y if y < 50 else 1900 + y


def figure(
    match: re.Match[str],
    english: str,
    value: str,
    unit: str,
    *facts: tuple[Fact, ...],
    kind: str = "date",
    optional: bool = False,
) -> Figure:
    """The figure of a match; ``facts`` are the alternative ways to express it."""
    source = match.group()
    engine_safe = unit == "quarter" or not any(c in DIGITS or c == "十" for c in source)
    return Figure(
        match.start(), match.end(), source, english, value, unit, kind,
        optional=optional, engine_safe=engine_safe, facts=facts,
    )  # fmt: skip


def year_fact(y: int) -> tuple[Fact, ...]:
    """The year as a fact; empty for -1."""
    return (Fact("year", Fraction(y)),) if y > 0 else ()


def months_in_all(n: int, y: int) -> list[tuple[Fact, ...]]:
    """The English for the first ``n`` months of the year ``y`` without their names: in eight
    months, an eight-month total, in the eight months to August.
    """
    during, year = Fact("number", Fraction(n), "months"), year_fact(y)
    ways: list[tuple[Fact, ...]] = []
    for count in (english_cardinal(n), str(n)):
        phrases = [
            f"in {count} months", f"over {count} months", f"{count}-month",
            f"in the {count} months", f"over the {count} months",
        ]  # fmt: skip
        ways += [(during, Fact("label", text=label), *year) for label in phrases]
    until = (Fact("label", text="months to"), Fact("label", text="months through"))
    ways += [(during, label, Fact("month", Fraction(n)), *year) for label in until]
    return ways
