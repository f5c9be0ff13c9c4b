"""Words whose meaning depends on the date of the article: 2019年 that became "last year" in an
article of 2026, 11月25日 "on Tuesday" where it was a Wednesday, 2022年10月 "in October".

An article may be dated some days after its news, and its English written some days later, so that
words are accepted which are right for a day near its date.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from generator.figures.checks.needing import needing
from generator.figures.english.stated import Stated
from generator.figures.matching.comparison import Comparison
from generator.figures.matching.equivalents import MONTH_ALONE, WEEKDAYS, YEAR_ALONE, resolved
from generator.figures.shared.figure import Figure
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_DAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NAME = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_STEPS = {"last": -1, "this": 0, "next": 1}
# How many days before and after its date an article may be written: for words of a year, a month.
_NEAR_YEAR, _NEAR_MONTH = (14, 14), (5, 3)
# For "yesterday" and the like: the first and the last day that may be meant, from the date on.
_DAYS_MEANT = {"yesterday": (-3, 0), "today": (-3, 1), "tonight": (-3, 1), "tomorrow": (-1, 2)}
# How far a day may be that is named by the day of the week alone, and one without its year.
_WEEKS, _ALMOST_A_YEAR, _LEEWAY = 14, 350, 2
# Months in which news still has the figures of the year before, and has plans for the next.
_UNTIL_MARCH, _FROM_OCTOBER = 3, 10
_LUNAR = late_regex("[农阴旧][历曆]|[正腊冬闰]月|初[一二三四五六七八九十]")
_WEEKDAY_TOLD = late_regex("周(?:[一二三四五六日天末])|星期|礼拜")


@needing()
def misdated(comparison: Comparison) -> Iterator[FigureProblem]:
    """Days, months and years that the English names relative to the date of the article, or whose
    year it leaves out, so that a reader understands others.
    """
    text, english, date = comparison.text, comparison.english, comparison.date
    if date is None:
        return
    for figure in comparison.resolved:
        by = resolved(text, english, figure, comparison.stated, comparison.figures)
        found: str | None = None
        if by == "day":
            found = _other_day(text, english, figure, date)
        elif by == "month":
            found = _other_month(english, figure, date)
        elif by == "year":
            found = _other_year(english, figure, date)
        elif by == "omitted year":
            found = _other_year_of_date(comparison, figure, date)
        if found:
            yield FigureProblem("changed", figure.source, figure.english, found)


def _other_day(text: str, english: str, figure: Figure, date: datetime.date) -> str | None:
    """The words for a day that is not that of the ``figure``."""
    said = WEEKDAYS.search(english)
    if said is None or _LUNAR.search(text):
        return None
    days = [day for day in _days_of(figure, date) if abs((day - date).days) < _ALMOST_A_YEAR]
    if not days:
        return None
    word = said.group().lower()
    before = _LAST_OR_NEXT.search(english, 0, said.start())
    if word in _DAYS_MEANT:
        first, last = _DAYS_MEANT[word]
    elif before and before[1].lower() in ("last", "past"):
        first, last = -_WEEKS, _LEEWAY
    elif before:
        first, last = -_LEEWAY, _WEEKS
    else:
        first, last = -_WEEKS, _WEEKS
    names = _DAY_NAMES if word not in _DAYS_MEANT else ()
    for day in days:
        if first <= (day - date).days <= last and (not names or names[day.weekday()] == word):
            return None
    return said.group()


_LAST_OR_NEXT = late_regex(r"(?i:\b(last|past|next|coming)\s\Z)")


def _days_of(figure: Figure, date: datetime.date) -> list[datetime.date]:
    """The days that a Chinese day without its year, or without its month, may be."""
    fact = figure.facts[0][0]
    value = int(fact.value)
    years = (date.year - 1, date.year, date.year + 1)
    if fact.kind == "day":
        return list(_valid((year, month, value) for year in years for month in range(1, 13)))
    return list(_valid((year, value // 100, value % 100) for year in years))


def _valid(days: Iterable[tuple[int, int, int]]) -> Iterator[datetime.date]:
    for year, month, day in days:
        try:
            yield datetime.date(year, month, day)
        except ValueError:
            continue


def _around(date: datetime.date, near: tuple[int, int]) -> tuple[datetime.date, datetime.date]:
    """The first and the last day on which an article of ``date`` may have been written."""
    return date - datetime.timedelta(near[0]), date + datetime.timedelta(near[1])


def _other_month(english: str, figure: Figure, date: datetime.date) -> str | None:
    """The words for a month, if none of them is for that of the ``figure``."""
    month = int(figure.facts[0][0].value)
    words = [found.group() for found in MONTH_ALONE.finditer(english)]
    meant = {
        (day.month + _STEPS[word[:4].lower()] - 1) % 12 + 1
        for word in words
        for day in _around(date, _NEAR_MONTH)
    }
    return None if month in meant else words[0]


def _years_meant(word: str, date: datetime.date) -> set[int]:
    step = _STEPS.get(word[:4].lower(), 0)  # "of the year"
    return {day.year + step for day in _around(date, _NEAR_YEAR)}


def _years_of(figure: Figure) -> list[int]:
    return [int(fact.value) for fact in figure.facts[0] if fact.kind == "year"]


def _other_year(english: str, figure: Figure, date: datetime.date) -> str | None:
    """The words for a year, if none of them is for that of the ``figure``."""
    if _FAR_YEAR.search(english):
        return None
    words = [found.group() for found in YEAR_ALONE.finditer(english)]
    meant = set().union(*(_years_meant(word, date) for word in words))
    return None if meant.intersection(_years_of(figure)) else words[0]


# Other words that tell a year, so that nothing is certain.
_FAR_YEAR = late_regex(
    r"(?i:\byears?\s(?:ago|earlier|later|before|after|from\snow)\b|\b(?:in|within|for|over)\s(?:the\s)?[a-z0-9-]+\s"
    r"years\b|\b(?:that|same|previous|preceding|following)\syear\b|\bback\sthen\b|['’][0-9]{2}\b)"
)
_YEAR_AFTER = late_regex(r"(?i:,?\s(?:of\s|in\s)?(last|this|next)\syear\b)")
_YEAR_BEFORE = late_regex(
    r"(?i:\b(last|this|next)\s(?:year(?:['’]s|,)?\s(?:(?:in|on|by|from|until|till|since)\s)?)?\Z)"
)


def _other_year_of_date(comparison: Comparison, figure: Figure, date: datetime.date) -> str | None:
    """The English of a date without its year, if it is then one of another year."""
    english, years = comparison.english, _years_of(figure)
    said = _said(comparison, figure)
    if said is None or not years or _FAR_YEAR.search(english):
        return None
    after = _YEAR_AFTER.match(english, said.end)
    if after is not None:
        return (
            None if _years_meant(after[1], date) & set(years) else english[said.start : after.end()]
        )
    before = _YEAR_BEFORE.search(english, 0, said.start)
    if before is not None:  # "last May", which may be that of this year
        meant = _years_meant(before[1], date)
        if not before.group().lower().rstrip(" ,").count("year"):
            meant |= {date.year}
        return None if meant & set(years) else english[before.start() : said.end]
    for found in _ANY_YEAR.finditer(english):
        if _years_meant(found[1], date) & set(years):
            return None
    return None if any(_may_be_omitted(figure, year, date) for year in years) else said.text


_ANY_YEAR = late_regex(r"(?i:\b(last|this|next)\syear\b)")


def _said(comparison: Comparison, figure: Figure) -> Stated | None:
    """The first date of the English that has the month, or the day, of the ``figure``."""
    wanted = {(fact.kind, fact.value) for fact in figure.facts[0] if fact.kind != "year"}
    return next(
        (
            one
            for one in comparison.stated
            if any((fact.kind, fact.value) in wanted for fact in one.facts)
        ),
        None,
    )


def _may_be_omitted(figure: Figure, year: int, date: datetime.date) -> bool:
    """Whether a reader of an article of ``date`` understands ``year`` where none is told."""
    if any(day.year == year for day in _around(date, _NEAR_YEAR)) or year == date.year:
        return True
    if year == date.year - 1 and date.month <= _UNTIL_MARCH:
        return True
    if year == date.year + 1 and date.month >= _FROM_OCTOBER:
        return True
    months = [
        int(fact.value) // (100 if fact.kind in ("date", "span") else 1)
        for fact in figure.facts[0]
        if fact.kind in ("date", "month", "span")
    ]
    days = _valid((year, month, 15) for month in months)
    return any(abs((day - date).days) < _ALMOST_A_YEAR for day in days)


_WEEKDAY_BEFORE = late_regex(rf"(?i:\b({_NAME}),?\s(?:the\s)?\Z)")
_WEEKDAY_AFTER = late_regex(rf"(?i:,?\s\(?({_NAME})\b)")
_ANY_YEARS = late_regex("(?<![0-9])((?:19|20)[0-9]{2})年|[去上前明来]年")


@needing(english=_DAY_NAMES)
def other_weekday_of_date(comparison: Comparison) -> Iterator[FigureProblem]:
    """11月25日 that became "Tuesday, 25 November", where the Chinese names no day of the week."""
    text, english, date = comparison.text, comparison.english, comparison.date
    if date is None or _WEEKDAY_TOLD.search(text) or _LUNAR.search(text):
        return
    for figure, stated in comparison.unique:
        fact, *rest = figure.facts[0] if figure.kind == "date" and figure.facts else (None,)
        if fact is None or fact.kind != "date" or any(one.kind != "year" for one in rest):
            continue
        before = _WEEKDAY_BEFORE.search(english, max(0, stated.start - 20), stated.start)
        named = before or _WEEKDAY_AFTER.match(english, stated.end)
        years = _years_of(figure)
        if named is None or (not years and _ANY_YEARS.search(text)):
            continue
        days = list(_valid((y, int(fact.value) // 100, int(fact.value) % 100) for y in years))
        if not years:
            days = [d for d in _days_of(figure, date) if abs((d - date).days) < _ALMOST_A_YEAR]
        if days and all(_DAY_NAMES[day.weekday()] != named[1].lower() for day in days):
            start, end = min(named.start(), stated.start), max(named.end(1), stated.end)
            yield FigureProblem("changed", figure.source, figure.english, english[start:end])
