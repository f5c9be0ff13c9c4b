"""Chinese words whose time depends on the date of the article, as that time: 去年, 上月, 昨晚.

A text may have been written some days before or after the date of its article, so that each word
stands for every time that it may mean then.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Iterator

import msgspec

from generator.figures.shared.figure import Figure
from generator.lexicon.time_words import (
    days_away,
    is_day,
    is_month,
    is_period,
    is_told_beside,
    is_year,
    months_away,
    years_away,
)
from generator.months import MONTHS
from generator.patterns import late_regex

YEAR_WORD = late_regex("(?<![0-9往当历那生])(大前|[前去今明后]|本(?=年(?!度|级|龄|轮)))年(?!会)")
_PART_OF_YEAR = late_regex(
    "(?<![0-9年每前去今明后上当全往历来次同一二三四五六七八九十])年(?:初|底|末|内)"
)
MONTH_WORD = late_regex("(?:(?<!上)上|本|(?<!下)下)个?月(?!饼|嫂|球|亮)")
DAY_WORD = late_regex("[昨今明][天日晚早晨夜](?![昨今明])|(?<!大)[前后]天")
RECENT_WORD = late_regex(
    "(?:(?<=[，。；：、])|(?<![\u4e00-\u9fff0-9])|(?<=记者))(?:近日|日前)(?!点)"
)
# How many days before and after its date an article with words of a year or month is written.
_WRITTEN = (-5, 2)
# How many days from its date a day in it may be put wrong, and how long ago 近日 is.
_OFF_BY = 1
_RECENT = (-60, 2)


class RelativeTime(msgspec.Struct, frozen=True):
    """A word at ``start`` to ``end`` of the Chinese, the unit that it counts in (``kind``) and how
    many of them it lies from the date of the article (``step``). ``first`` to ``last`` are the days
    of all times that it may mean, ``english`` is what it most likely means.
    """

    start: int
    end: int
    source: str
    kind: str
    step: int
    first: datetime.date
    last: datetime.date
    english: str

    @property
    def years(self) -> frozenset[int]:
        """The years that the word may mean, or that its days are in."""
        return frozenset(range(self.first.year, self.last.year + 1))

    @property
    def months(self) -> frozenset[tuple[int, int]]:
        """The years and months of its days."""
        first, last = (12 * day.year + day.month - 1 for day in (self.first, self.last))
        return frozenset((n // 12, n % 12 + 1) for n in range(first, last + 1))

    def has_day(self, month: int, day: int) -> bool:
        """Whether the day of the month is one of its days."""
        return any(
            (at.month, at.day) == (month, day)
            for off in range((self.last - self.first).days + 1)
            for at in [self.first + datetime.timedelta(off)]
        )


def relative_times(text: str, date: datetime.date) -> list[RelativeTime]:
    """The words of ``text`` whose time depends on the ``date`` of the article, in order. Words
    beside which their date is told are left out.
    """
    return sorted(_found(text, date), key=lambda one: one.start)


def _found(text: str, date: datetime.date) -> Iterator[RelativeTime]:
    written = [date + datetime.timedelta(days) for days in (*_WRITTEN, 0)]
    for found in YEAR_WORD.finditer(text):
        if _stands(text, found.span(), is_year):
            step = years_away(found.group())
            years = [day.year + step for day in written]
            first, last = datetime.date(min(years), 1, 1), datetime.date(max(years), 12, 31)
            yield _time(found, "year", step, first, last, str(years[-1]))
    for found in _PART_OF_YEAR.finditer(text):
        if is_period(text, *found.span()):
            first, last = datetime.date(date.year - 1, 1, 1), datetime.date(date.year, 12, 31)
            yield _time(found, "year", 0, first, last, str(date.year))
    for found in MONTH_WORD.finditer(text):
        if _stands(text, found.span(), is_month):
            step = months_away(found.group())
            months = [12 * day.year + day.month - 1 + step for day in written]
            first = datetime.date(min(months) // 12, min(months) % 12 + 1, 1)
            after = max(months) + 1
            last = datetime.date(after // 12, after % 12 + 1, 1) - datetime.timedelta(1)
            english = f"{MONTHS[months[-1] % 12]} {months[-1] // 12}"
            yield _time(found, "month", step, first, last, english)
    for found in DAY_WORD.finditer(text):
        if _stands(text, found.span(), is_day):
            step = days_away(found.group())
            day = date + datetime.timedelta(step)
            slack = datetime.timedelta(_OFF_BY)
            yield _time(found, "day", step, day - slack, day + slack, english_day(day))
    for found in RECENT_WORD.finditer(text):
        first, last = (date + datetime.timedelta(days) for days in _RECENT)
        yield _time(found, "recent", 0, first, last, "recently")


def _stands(text: str, span: tuple[int, int], test: Callable[[str, int, int], bool]) -> bool:
    return not is_told_beside(text, *span) and test(text, *span)


def _time(
    found: re.Match[str],
    kind: str,
    step: int,
    first: datetime.date,
    last: datetime.date,
    english: str,
) -> RelativeTime:
    return RelativeTime(*found.span(), found.group(), kind, step, first, last, english)


def english_day(day: datetime.date) -> str:
    """The day as messages write it."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


# Between a word and the date that it belongs to: 去年的9月; between two dates that it belongs to.
_OF = late_regex("的?")
_AND = late_regex("(?:份|底|末|初)?(?:、|和|与|及|以及|至|到|-|—|~)")


def times_of(
    text: str, figures: Iterable[Figure], times: Iterable[RelativeTime]
) -> dict[int, RelativeTime]:
    """Id of a date or period without its own year → the word that tells its year, or the month of
    a day: 去年9月, 本月3日, 去年3月和9月.
    """
    told: dict[int, RelativeTime] = {}
    words = {time.end: time for time in times if time.kind in ("year", "month")}
    before: Figure | None = None
    for figure in figures:
        if figure.kind not in ("date", "period"):
            continue
        own = words.get(figure.start) or words.get(figure.start - 1)
        if own is not None and not _OF.fullmatch(text, own.end, figure.start):
            own = None
        if own is None and before is not None and id(before) in told:
            joined = _AND.fullmatch(text, before.end, figure.start)
            own = told[id(before)] if joined else None
        if own is not None and not any(fact.kind == "year" for way in figure.facts for fact in way):
            told[id(figure)] = own
        before = figure
    return told
