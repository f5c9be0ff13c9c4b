"""Years, months and days that the English states where the Chinese has words which depend on the
date of the article, or a date without its year: 去年9月 that became "September 2024" in an article
of 2026, 昨日 "on March 3", 11月25日 "on November 25, 2019".

English may add the date of something else. A year or a day alone is therefore only reported if the
English does not otherwise express the Chinese word.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from generator.figures.checks.needing import needing
from generator.figures.checks.times.dates_meant import (
    StatedYear,
    dates_of,
    months_of_figure,
    own_years,
    stated_years,
)
from generator.figures.context.relative_times import (
    DAY_WORD,
    MONTH_WORD,
    RECENT_WORD,
    YEAR_WORD,
    RelativeTime,
    english_day,
)
from generator.figures.english.stated import Stated
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import Figure
from generator.figures.shared.problem import FigureProblem
from generator.months import MONTHS
from generator.patterns import late_regex

_DAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH_NAMES = tuple(name[:3].lower() for name in MONTHS)
_CENTURIES = ("19", "20")
# A date of the Chinese that may have no year.
_UNDATED = late_regex("[0-9一二三四五六七八九十]月|[0-9一二三四五六七八九十首]季|半年|个月")
# What the English compares something with.
_COMPARED_ENGLISH = late_regex(
    r"(?i:\b(?:from|than|over|on|against|below|above|compared|versus|same|corresponding|as\sin|equivalent)"
    r"\b[^.;]{0,60}\Z)"
)
_BASE = late_regex("同比|同期|上年|上一年|前一年|按年|年[增减升跌降]|[比较]去年")


@needing(chinese=(YEAR_WORD, _UNDATED, MONTH_WORD), english=_CENTURIES)
def other_year_of_date(comparison: Comparison) -> Iterator[FigureProblem]:
    """去年9月 that became "September 2024", 11月25日 "November 25, 2019"."""
    if comparison.date is None:
        return
    said = [one for one in stated_years(comparison) if one.fact is not None]
    if not said:
        return
    dates = dates_of(comparison, comparison.date)
    for one in said:
        concerned = _concerned(comparison, one)
        meant = [dates.years_of(figure) for figure in concerned]
        if not concerned:
            of_words = [t for t in dates.times if t.kind == "month" and one.month in _numbers(t)]
            if of_words and not any((one.year, one.month) in t.months for t in of_words):
                expected = of_words[0].english
                yield FigureProblem("changed", of_words[0].source, expected, one.text)
            continue
        years = frozenset[int]().union(*(found for found in meant if found is not None))
        if None in meant or one.year in years or all(map(own_years, concerned)):
            continue  # a year that the Chinese tells is compared with the figures
        before = comparison.english[max(0, one.start - 80) : one.start]
        if (
            one.year + 1 in years
            and _BASE.search(comparison.text)
            and _COMPARED_ENGLISH.search(before)
        ):
            continue
        source, expected = dates.name_of(concerned[0])
        yield FigureProblem("changed", source, expected, one.text)


def _concerned(comparison: Comparison, one: StatedYear) -> list[Figure]:
    return [f for f in comparison.figures if f.kind in ("date", "period") and one.is_of(f)]


def _numbers(time: RelativeTime) -> set[int]:
    return {month for _, month in time.months}


_SAME = late_regex(
    r"(?i:\b(?:same|corresponding|equivalent)\s(?:[a-z]+\s){1,3}(?:of|in)\s\Z"
    r"|\b(?:from|than)\s(?:that\s|those\s)?(?:in\s)?\Z)"
)
_AS_YEAR = late_regex(
    r"(?i:(?:\b(?:in|of|by|since|from|to|until|till|during|for|than|before|after|early|late|mid|through"
    r"|throughout|end|year|over|on|and)[\s-]|[(,]\s?)\Z)"
)
_BEGINNING = late_regex(r"(?i:\b(?:before|until|till|(?:start|beginning)\sof|into|early)[\s-]\Z)")
_FISCAL = late_regex(r"(?i:\b(?:fiscal|financial|FY|academic|school|season|campaign|crop)\b)")
_RANGE = late_regex(r"\s?[-–/]\s?[0-9]")


@needing(chinese=(YEAR_WORD, "年初", "年底", "年末", "年内", "同比", "同期"), english=_CENTURIES)
def other_year(comparison: Comparison) -> Iterator[FigureProblem]:
    """去年 that became "in 2019", 到今年年底 "by the end of 2028"."""
    english, text, date = comparison.english, comparison.text, comparison.date
    if date is None:
        return
    said = stated_years(comparison)
    named = {one.year for one in said}
    said = [one for one in said if one.fact is None or not _concerned(comparison, one)]
    if not said:
        return
    dates = dates_of(comparison, date)
    if dates.is_open:
        return
    lost = [t for t in dates.times if t.kind == "year" and not _is_year_said(t, english, named)]
    for one in said:
        if one.year in dates.may_be or not _is_year(english, one):
            continue
        if one.year - 1 in dates.may_be and _BEGINNING.search(english, 0, one.start):
            continue  # by the end of 2027: before 2028
        if lost:
            yield FigureProblem("changed", lost[0].source, lost[0].english, one.text)
        elif (
            dates.base is not None
            and _SAME.search(english, 0, one.start)
            and (base := _YEARLY.search(text))
        ):
            yield FigureProblem("changed", base.group(), str(dates.base), one.text)


_YEARLY = late_regex("同比|(?<![去上前0-9])年?同期")


def _is_year(english: str, one: StatedYear) -> bool:
    """Whether the number is a year in the English, and that of no season or fiscal year."""
    if _AS_YEAR.search(english, 0, one.start) is None or _RANGE.match(english, one.end):
        return False
    if one.fact is None and not one.text.isdigit():
        return False
    return _FISCAL.search(english, max(0, one.start - 25), one.end + 20) is None


_PAST = late_regex(
    r"(?i:\b(?:(?:last|previous|prior|preceding|past)\s(?:calendar\s)?year|(?:the\s)?years?\s(?:ago|earlier"
    r"|before)|year[\s-]o(?:n|ver)[\s-]year|on\s(?:the\s)?year|on-year|yoy|y/y|annual\w*"
    r"|last\s(?:spring|summer|autumn|fall|winter|[A-Z][a-z]+))\b)"
)
_PRESENT = late_regex(
    r"(?i:\b(?:(?:this|the|current|present)\syear(?!\s(?:ago|earlier|before|after))|so\sfar|year[\s-]end"
    r"|year[\s-]to[\s-]date|this\s(?:spring|summer|autumn|fall|winter))\b)"
)
_COMING = late_regex(
    r"(?i:\b(?:(?:next|following|coming)\syear|years?\s(?:after|later|from\snow)|in\stwo\syears"
    r"|next\s(?:spring|summer|autumn|fall|winter|[A-Z][a-z]+))\b)"
)


def _is_year_said(time: RelativeTime, english: str, named: set[int]) -> bool:
    words = _PAST if time.step < 0 else _COMING if time.step else _PRESENT
    return bool(time.years & named) or words.search(english) is not None


@needing(chinese=("日", "号"), english=_MONTH_NAMES)
def other_month_of_day(comparison: Comparison) -> Iterator[FigureProblem]:
    """26日 that became "on October 26" in an article of 26 November."""
    date = comparison.date
    days = [f for f in comparison.figures if f.value.startswith("---")] if date else []
    if date is None or not days:
        return
    dates = dates_of(comparison, date)
    told = {month for figure in comparison.figures for month in months_of_figure(figure)}
    complete = {f.value for figure in comparison.figures for w in figure.facts for f in w
                if f.kind == "date"}  # fmt: skip
    words = [t for t in dates.times if t.kind == "month"]
    for stated in comparison.stated:
        fact = stated.facts[0]
        if fact.kind != "date" or fact.value in complete:
            continue
        month, day = divmod(int(fact.value), 100)
        those = [f for f in days if _day_of(f) == day]
        own = [dates.told[id(f)] for f in those if id(f) in dates.told]
        if not those or month in told or _OTHER_MONTH.search(comparison.text):
            continue
        meant = {_month_nearest(time, day, date) for time in own or words}
        if not own or len(own) < len(those):
            meant |= {near.month for near in _near_days(date, day)}
        if meant and month not in meant:
            near = sorted(_near_days(date, day), key=lambda one: abs((one - date).days))
            expected = english_day(near[0]) if near else own[0].english if own else ""
            source = f"{own[0].source if own else ''}{those[0].source}"
            yield FigureProblem("changed", source, expected, stated.text)


_OTHER_MONTH = late_regex("当月|同月|次月|每月|农历|阴历|[正腊]月|那个?月|上上")
_DAYS_NEAR = (-28, 25)


def _day_of(figure: Figure) -> int:
    return next((int(fact.value) for fact in figure.facts[0] if fact.kind == "day"), 0)


def _month_nearest(time: RelativeTime, day: int, date: datetime.date) -> int:
    """The month of ``time`` in which the ``day`` is nearest to that of the article."""
    nearest = min(time.months, key=lambda one: abs(365 * one[0] + 30 * one[1] + day - _count(date)))
    return nearest[1]


def _count(date: datetime.date) -> int:
    return 365 * date.year + 30 * date.month + date.day


def _near_days(date: datetime.date, day: int) -> Iterator[datetime.date]:
    for off in range(_DAYS_NEAR[0], _DAYS_NEAR[1] + 1):
        near = date + datetime.timedelta(off)
        if near.day == day:
            yield near


@needing(chinese=(DAY_WORD, RECENT_WORD), english=(*_MONTH_NAMES, *_DAY_NAMES))
@needing(chinese=(MONTH_WORD,), english=_MONTH_NAMES)
def other_day(comparison: Comparison) -> Iterator[FigureProblem]:
    """昨日 that became "on March 3" or "on Saturday", 上月 "in August"."""
    date, english = comparison.date, comparison.english
    if date is None:
        return
    dates = dates_of(comparison, date)
    times = [time for time in dates.times if time.kind != "year"]
    said = [
        s for s in comparison.stated
        if s.facts[0].kind in ("date", "month") and not (s.optional and s.text in _NAMES_TOO)
    ]  # fmt: skip
    based = _WITH_BASE.search(comparison.text) is not None
    for kind, words in _WORDS_FOR.items():
        own = [time for time in times if time.kind == kind]
        lost = [time for time in own if not _is_told(time, said)]
        if not lost or words.search(english):
            continue
        strange = [
            s for s in said if not dates.may_have(s) and not (based and _is_base(english, s))
        ]
        if strange:
            found = strange[0].text.rstrip(".")
            yield FigureProblem("changed", lost[0].source, lost[0].english, found)
        elif kind == "day" and not said and len(own) == len(times) == 1:
            yield from _other_weekday(comparison, own[0])


# Months whose name may be another word, or that of a person.
_NAMES_TOO = frozenset({"May", "March", "Mar", "Jan", "Jun", "May.", "March.", "Jan.", "Jun."})
_WORDS_FOR = {
    "day": late_regex(
        r"(?i:\b(?:yesterday|today|tonight|tomorrow|day\s(?:before|after|earlier|later|ago)|days\s(?:ago"
        r"|earlier|before|later)|(?:the\s)?(?:previous|following|next)\s(?:day|morning|evening))\b)"
    ),
    "month": late_regex(r"(?i:\bmonths?\b|\bmonthly\b)"),
    "recent": late_regex(
        r"(?i:\b(?:recent(?:ly)?|lately|just|new(?:ly)?|days?|weeks?|months?|latest|has|have)\b)"
    ),
}
_WITH_BASE = late_regex("[比较超]|以来|[从自]|截[至止]|高于|低于|[多快慢]于")
_THAN = late_regex(
    r"(?i:\b(?:from|than|over|since|compared|versus|until|till|by|of)\s(?:[a-z]+\s){0,4}\Z)"
)


def _is_base(english: str, stated: Stated) -> bool:
    """Whether the English compares something with the date, or tells since or until when it was."""
    return _THAN.search(english, max(0, stated.start - 50), stated.start) is not None


def _is_told(time: RelativeTime, said: list[Stated]) -> bool:
    """Whether a date of the English is one that the word may mean."""
    months = _numbers(time)
    for one in said:
        fact = one.facts[0]
        month, day = divmod(int(fact.value), 100) if fact.kind == "date" else (int(fact.value), 0)
        if month in months and (not day or time.kind == "month" or time.has_day(month, day)):
            return True
    return False


_WEEKDAY = late_regex(r"(?i:\b(mon|tues|wednes|thurs|fri|satur|sun)day\b(?!['’]s))")
_OTHER_DAYS = late_regex(
    "周[一二三四五六日天末]|星期|礼拜|次日|翌日|当[日天晚]|前一[日天]|[0-9]日|近日|日前|每[日天]"
)


def _other_weekday(comparison: Comparison, time: RelativeTime) -> Iterator[FigureProblem]:
    said = _WEEKDAY.findall(comparison.english)
    if not said or _OTHER_DAYS.search(comparison.text):
        return
    days = (time.last - time.first).days + 1
    meant = {
        _DAY_NAMES[(time.first + datetime.timedelta(off)).weekday()][:3] for off in range(days)
    }
    if all(name.lower()[:3] not in meant for name in said):
        found = _WEEKDAY.search(comparison.english)
        name = found.group() if found else ""
        yield FigureProblem("changed", time.source, time.english, name)
