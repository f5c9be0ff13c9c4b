"""Dates that English may add because the date of the article tells them: 2025 for 同比 in an
article of 2026, February for 春节, 20 November for 上周五.
"""

from __future__ import annotations

import datetime

from generator.figures.english.stated import Stated
from generator.figures.shared.figure import Fact
from generator.patterns import late_regex

_NAMED_YEAR = late_regex("(?:19|20)[0-9]{2}年")
_BASE = late_regex("同比|同期|按年")
_OF_THIS_YEAR = late_regex(
    "全年|元旦|春节|春运|元宵|清明|五一|劳动节|端午|暑[假期运]|中秋|国庆|黄金周|双十一|双11"
)
_FEASTS = (
    (late_regex("春节|除夕|元宵|春运|正月|腊月"), frozenset({1, 2})),
    (late_regex("清明"), frozenset({4})),
    (late_regex("五一|劳动节"), frozenset({5})),
    (late_regex("端午"), frozenset({5, 6})),
    (late_regex("中秋"), frozenset({9, 10})),
    (late_regex("国庆"), frozenset({10})),
)
_WEEKDAY = late_regex("([上本这下])个?(?:周|星期|礼拜)([一二三四五六日天])(?![、至到])")
_WEEKS = {"上": -1, "本": 0, "这": 0, "下": 1}
_DAYS = {day: number for number, day in enumerate("一二三四五六日")} | {"天": 6}
# An article of a Sunday or Monday may be written in the week before or after.
_ENDS_OF_WEEK = frozenset({0, 6})


def told_by_date(stated: Stated, text: str, date: datetime.date) -> bool:
    """Whether ``stated`` is what a word of the Chinese ``text`` means in an article of ``date``."""
    fact = stated.facts[0]
    year = next((one for one in stated.facts if one.kind == "year"), None)
    if year is not None:
        return _NAMED_YEAR.search(text) is None and (
            (year.value == date.year - 1 and _BASE.search(text) is not None)
            or (year.value == date.year and _OF_THIS_YEAR.search(text) is not None)
        )
    if fact.kind == "month":
        return any(fact.value in months and name.search(text) for name, months in _FEASTS)
    return fact.kind == "date" and _is_weekday(fact, text, date)


def _is_weekday(fact: Fact, text: str, date: datetime.date) -> bool:
    monday = date - datetime.timedelta(date.weekday())
    for found in _WEEKDAY.finditer(text):
        for off in (-7, 0, 7) if date.weekday() in _ENDS_OF_WEEK else (0,):
            days = 7 * _WEEKS[found[1]] + _DAYS[found[2]] + off
            day = monday + datetime.timedelta(days)
            if 100 * day.month + day.day == fact.value:
                return True
    return False
