"""Months and days replaced with others: 9月至11月 with September and November, a lunar date with a
solar one.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.checks.needing import needing
from generator.figures.english.stated import Stated
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import Figure
from generator.figures.shared.problem import FigureProblem
from generator.months import MONTHS
from generator.patterns import late_regex

_LUNAR = late_regex("(?:农历|阴历|旧历)(?:的)?\\Z")
_TOLD_LUNAR = ("lunar", "Lunar", "Chinese calendar", "traditional calendar")
_MONTHS_APART = 2


def span_as_two_months(comparison: Comparison) -> Iterator[FigureProblem]:
    """9月至11月 that became "September and November"."""
    english = comparison.english
    for figure, expressing in comparison.matches:
        if (
            figure.kind == "period"
            and len(expressing) == 2
            and _is_pair(english, figure, expressing)
        ):
            found = english[expressing[0].start : expressing[1].end]
            yield FigureProblem("changed", figure.source, figure.english, found)


@needing(chinese=("历", "正月", "腊月", "冬月", "月初"))
def lunar_as_solar(comparison: Comparison) -> Iterator[FigureProblem]:
    """Days of the lunar calendar that became days of the solar one."""
    text, english = comparison.text, comparison.english
    if any(word in english for word in _TOLD_LUNAR):
        return
    solar = _SOLAR.search(english)
    for figure in comparison.figures if solar else ():
        before = text[max(0, figure.start - 4) : figure.start]
        same = figure.value.startswith("L") and _same_day(figure, solar.group() if solar else "")
        if solar and figure.kind == "date" and (_LUNAR.search(before) or same):
            yield FigureProblem("changed", figure.source, figure.english, solar.group())


def _same_day(figure: Figure, solar: str) -> bool:
    """Whether the English has the month and day of the old calendar as those of the new one."""
    month, _, day = figure.value[1:].partition("-")
    number = _DAY.search(solar)
    return (
        month.isdigit()
        and MONTHS[int(month) - 1] in solar
        and number is not None
        and number.group() == day.lstrip("0")
    )


_DAY = late_regex("[0-9]{1,2}")
_SOLAR = late_regex(rf"\b(?:[0-9]{{1,2}}\s)?(?:{'|'.join(MONTHS)})(?:\s[0-9]{{1,2}}\b)?")


def _is_pair(english: str, figure: Figure, expressing: list[Stated]) -> bool:
    """Whether the English has "September and November" for 9月至11月."""
    months = [fact.value for fact in figure.facts[0] if fact.kind == "month"]
    first, second = sorted(expressing, key=lambda one: one.start)
    return (
        len(months) == 2
        and months[1] - months[0] >= _MONTHS_APART
        and english[first.end : second.start] == " and "
        and not english[: first.start].rstrip().endswith("etween")
    )
