"""Times that English tells in the light of the article's date: 2025年末 as "last year", 11月以来 as
"now", and the day of an announcement, which it leaves out.
"""

from __future__ import annotations

import datetime

from generator.figures.matching.times.texts import Place, Times, words
from generator.figures.shared.figure import Figure
from generator.patterns import late_regex

_STEPS = {-1: "last|past", 0: "this", 1: "next|coming"}
# After these a year is only the base of a comparison.
_NO_BASE = "".join(rf"(?<!\b{w}\s)" for w in ("from", "than", "on", "over", "with", "against"))


def as_year_of_article(figure: Figure, times: Times) -> Place:
    """2026年第七期 in an article of 2026: the seventh this year."""
    facts = figure.facts[0]
    if times.date is None or len(facts) != 1 or facts[0].kind != "year":
        return None
    said = _STEPS.get(int(facts[0].value) - times.date.year)
    if said is None or times.said("year"):
        return None
    found = words(rf"{_NO_BASE}\b(?:{said})\syear\b").search(times.english)
    return found.span() if found else None


_SO_FAR = late_regex("(?:份)?(?:以来|至今|迄今)")


def as_month_so_far(figure: Figure, times: Times) -> Place:
    """11月以来 in an article of November: now, so far this month."""
    facts = figure.facts[0]
    if len(facts) != 1 or facts[0].kind != "month" or not _SO_FAR.match(times.text, figure.end):
        return None
    if times.date is None or times.date.month != int(facts[0].value) or times.said("month"):
        return None
    found = words(r"\b(?:now|this\smonth|so\sfar|recent(?:ly)?)\b").search(times.english)
    return found.span() if found else None


_REPORTED = late_regex(
    "(?:[早晚]间?|[上下]午|傍晚|凌晨|盘[前后])?[，,]?[^，。；0-9]{0,14}?"
    "(?:披露|发布(?!会)|公布|公告(?:称|显示|披露)?|通报|研报|报告|消息|透露|介绍|获悉)[^，。；0-9]{0,12}[，,]"
)
# How many days before the article the news of it may have been out.
_MONTH = 31


def as_day_of_report(figure: Figure, times: Times) -> Place:
    """10月28日晚披露三季报: the day of an announcement, which English leaves out of the news."""
    facts = figure.facts[0]
    if times.date is None or len(facts) != 1 or facts[0].kind != "date":
        return None
    if times.said("date", "day") or not _REPORTED.match(times.text, figure.end):
        return None
    month, day = divmod(int(facts[0].value), 100)
    try:
        reported = datetime.date(times.date.year, month, day)
    except ValueError:
        return None
    return (0, 0) if 0 <= (times.date - reported).days <= _MONTH else None
