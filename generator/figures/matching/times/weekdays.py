"""Days that the English names by the day of the week, as dates: 27日至29日 "from Friday to Sunday",
25日20时至26日8时 "between 8 p.m. on Wednesday and 8 a.m. on Thursday".

A single day is also accepted by `equivalents.resolved`, which needs no date of the article.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import zip_longest

from generator.figures.english.stated import Stated
from generator.figures.shared.figure import Fact, Figure
from generator.patterns import late_regex

_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WORD = late_regex(
    r"(?i:\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|tonight|tomorrow|weekend)\b)"
)
_LAST_OR_NEXT = late_regex(r"(?i:\b(?:(last|past)|next|coming)\s\Z)")
_LUNAR = late_regex("[农阴旧][历曆]|[正腊冬闰]月|初[一二三四五六七八九十]")
_DAYS_NAMED = late_regex(
    "周(?![年边围转期到密全])|星期|礼拜|昨|今[日天早晚晨]|明[日天早晚晨]|次日|翌日|前一[日天]|当[日天晚]"
)
_DAY = late_regex(
    r"(?:(?P<y>[0-9]{4})|-)-(?:(?P<m>[0-9]{2})|-)-(?P<d>[0-9]{2})\Z|---(?P<only>[0-9]{2})\Z"
)
# How far from the article a day is that is named by the day of the week alone.
_WEEKS, _LEEWAY = 14, 2
_RELATIVE = {"yesterday": (-3, 0), "today": (-3, 1), "tonight": (-3, 1), "tomorrow": (-1, 2)}
# Between the name of a day and its date: Friday, Nov. 27; 27 November, a Friday.
_BESIDE = late_regex(r"[,\s(]{1,3}(?:an?\s|the\s)?(?:morning\s|afternoon\s|evening\s|night\s)?")


def with_weekdays(
    stated: list[Stated],
    missing: Sequence[Figure],
    figures: Sequence[Figure],
    text: str,
    english: str,
    date: datetime.date | None,
) -> list[Stated]:
    """The English figures, and with them those names of days that stand for a ``missing`` date by
    the ``date`` of the article. A name of another day becomes the date that it names, so that it is
    told as a mistake. Without the date of the article, as many names as days are taken for these.
    """
    lost = [f for f in missing if f.kind == "date" and _days(f)]
    words = list(_WORD.finditer(english)) if lost else []
    words = [word for word in words if not _has_date(english, word, stated)]
    if not words or _LUNAR.search(text):
        return stated
    if date is None:
        found = _in_order(lost, words, text)
    else:
        found = _by_calendar(lost, figures, words, text, date)
    return sorted([*stated, *found], key=lambda one: (one.start, one.end))


def _days(figure: Figure) -> list[str]:
    """The days of a date or of a range of dates, as their values; empty of other figures."""
    days = figure.value.split("/")
    return days if all(_DAY.match(day) for day in days) else []


def _has_date(english: str, word: re.Match[str], stated: Sequence[Stated]) -> bool:
    return any(
        one.facts[0].kind == "date"
        and (
            _BESIDE.fullmatch(english, word.end(), one.start)
            or _BESIDE.fullmatch(english, one.end, word.start())
        )
        for one in stated
    )


def _in_order(
    lost: Sequence[Figure], words: Sequence[re.Match[str]], text: str
) -> Iterator[Stated]:
    days = list(dict.fromkeys(day for figure in lost for day in _days(figure)))
    names = list(dict.fromkeys(word.group().lower() for word in words))
    if len(days) < 2 or _DAYS_NAMED.search(text):
        return
    if len(names) == 1 and len(days) == 2:
        if names[0] == "weekend":
            yield _stated(words[0], [_day_fact(day) for day in days], optional=True)
        elif _HOURS_TO.search(words[0].string, 0, words[0].start()):
            yield _stated(words[0], [_day_fact(days[1])], optional=True)
    elif len(days) == len(names):
        for word in words:
            day = days[names.index(word.group().lower())]
            yield _stated(word, [_day_fact(day)], optional=True)


# in the 12 hours to 8 a.m. on Thursday
_HOURS_TO = late_regex(r"(?i:\bhours\s(?:to|until|through|ended|ending|up\sto)\s[^,;]{1,24}\Z)")


def _day_fact(value: str) -> Fact:
    match = _DAY.match(value)
    day, month = (int(match["d"] or match["only"]), int(match["m"] or 0)) if match else (0, 0)
    return Fact("date", Fraction(100 * month + day)) if month else Fact("day", Fraction(day))


def _by_calendar(
    lost: Sequence[Figure],
    figures: Sequence[Figure],
    words: Sequence[re.Match[str]],
    text: str,
    date: datetime.date,
) -> Iterator[Stated]:
    days = [day for f in lost for value in _days(f) for day in _near(value, date)]
    known = {
        day.weekday() for f in figures if f.kind == "date"
        for value in _days(f) for day in _near(value, date)
    }  # fmt: skip
    told: set[datetime.date] = set()
    others: list[re.Match[str]] = []
    for word in words:
        meant = [day for day in days if _may_be(word, day, days, date)]
        told.update(meant)
        if meant:
            yield _stated(word, [_fact(day) for day in meant], optional=True)
        elif word.group().lower() in _NAMES and _NAMES.index(word.group().lower()) not in known:
            others.append(word)
    untold = sorted(set(days) - told)
    if len(words) < 2 or _DAYS_NAMED.search(text):
        return
    for word, day in zip_longest(others, untold):
        if word is None or day is None:
            return
        name = _NAMES.index(word.group().lower())
        off = (name - day.weekday() + 3) % 7 - 3
        yield _stated(word, [_fact(day + datetime.timedelta(off))], optional=False)


def _may_be(
    word: re.Match[str], day: datetime.date, days: Sequence[datetime.date], date: datetime.date
) -> bool:
    name, off = word.group().lower(), (day - date).days
    if name == "weekend":
        return day.weekday() >= 5 and {one.weekday() for one in days} >= {5, 6}
    if name in _RELATIVE:
        first, last = _RELATIVE[name]
        return first <= off <= last
    before = _LAST_OR_NEXT.search(word.string, 0, word.start())
    if before:
        first, last = (-_WEEKS, _LEEWAY) if before[1] else (-_LEEWAY, _WEEKS)
        if not first <= off <= last:
            return False
    return _NAMES[day.weekday()] == name


def _near(value: str, date: datetime.date) -> list[datetime.date]:
    """The day of the ``value`` if it is within two weeks of the ``date`` of the article."""
    match = _DAY.match(value)
    if match is None:
        return []
    wanted = int(match["d"] or match["only"]), int(match["m"] or 0), int(match["y"] or 0)
    near = (date + datetime.timedelta(off) for off in range(-_WEEKS, _WEEKS + 1))
    return [
        day for day in near
        if wanted[0] == day.day and wanted[1] in (0, day.month) and wanted[2] in (0, day.year)
    ]  # fmt: skip


def _fact(day: datetime.date) -> Fact:
    return Fact("date", Fraction(100 * day.month + day.day))


def _stated(word: re.Match[str], facts: list[Fact], *, optional: bool) -> Stated:
    return Stated(word.start(), word.end(), word.group(), tuple(facts), optional)
