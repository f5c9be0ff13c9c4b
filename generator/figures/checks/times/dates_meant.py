"""Which years and months the Chinese of a comparison may mean, by the date of the article."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

import msgspec

from generator.figures.context.relative_times import RelativeTime, relative_times, times_of
from generator.figures.english.stated import Stated
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import Fact, Figure
from generator.patterns import late_regex

_DATED = frozenset({"date", "month", "span"})
_OF_YEAR = late_regex(r",?\s(?:of\s|in\s)?(?:the\syear\s)?")


class StatedYear(msgspec.Struct, frozen=True):
    """A ``year`` that the English states, alone or with the day, month or months of ``fact``."""

    start: int
    end: int
    text: str
    year: int
    fact: Fact | None = None

    @property
    def month(self) -> int:
        """The (last) month of the date; 0 of a year alone."""
        if self.fact is None:
            return 0
        value = int(self.fact.value)
        return value // 100 if self.fact.kind == "date" else value % 100

    def is_of(self, figure: Figure) -> bool:
        """Whether the date may be that of the Chinese ``figure``, apart from the year."""
        if self.fact is None:
            return False
        kind, value = self.fact.kind, self.fact.value
        for fact in (fact for way in figure.facts for fact in way):
            if fact.kind == kind and fact.value == value:
                return True
            if kind == "date" and fact.kind == "day" and fact.value == value % 100:
                return True
            if kind == "month" and value in _months(fact):
                return True
        return False


def _months(fact: Fact) -> tuple[Fraction | int, ...]:
    if fact.kind == "month":
        return (fact.value,)
    if fact.kind == "date":
        return (fact.value // 100,)
    return (fact.value // 100, fact.value % 100) if fact.kind == "span" else ()


def months_of_figure(figure: Figure) -> set[int]:
    """The months that a Chinese date or period names."""
    return {int(month) for way in figure.facts for fact in way for month in _months(fact)}


def stated_years(comparison: Comparison) -> list[StatedYear]:
    """The years that the English states in four digits, in order."""
    found: dict[int, StatedYear] = {}
    english = comparison.english
    for before, one in pairwise((None, *comparison.stated)):
        if one is None:
            continue
        year = next((fact for fact in one.facts if fact.kind == "year"), None)
        if year is None or not _FIRST <= year.value <= _LAST:
            continue
        start, fact = one.start, None
        if before is not None and before.facts[0].kind in _DATED:
            beside = before.start == one.start and before.end == one.end
            if beside or _OF_YEAR.fullmatch(english, before.end, one.start):
                start, fact = before.start, before.facts[0]
        found[one.end] = StatedYear(start, one.end, english[start : one.end], int(year.value), fact)
    return list(found.values())


_FIRST, _LAST = 1900, 2099


class Dates(msgspec.Struct, frozen=True):
    """The ``times`` of a Chinese text, those that ``told`` the year or month of a figure (by its
    id), and the years that the text ``named`` or that a year of the English ``may_be``. ``base``
    is the only year with which 同比 compares. The text ``is_open`` if years that it does not name
    may be meant, and ``is_now`` if it tells how things are at present. ``months`` are those that
    it names or means, ``other_months`` without those of its relative words.
    """

    date: datetime.date
    times: list[RelativeTime]
    told: dict[int, RelativeTime]
    named: frozenset[int]
    may_be: frozenset[int]
    base: int | None
    is_open: bool
    is_now: bool
    months: frozenset[int]
    other_months: frozenset[int]

    def years_of(self, figure: Figure) -> frozenset[int] | None:
        """The years that may be that of ``figure``; None if it may be any year."""
        own = own_years(figure)
        if own:
            return own
        time = self.told.get(id(figure))
        if time is not None:
            return time.years
        near = self._near(figure)
        return None if near is None or self.is_open else self.named | {near.year}

    def name_of(self, figure: Figure) -> tuple[str, str]:
        """The figure as the Chinese has it, and what it means."""
        time = self.told.get(id(figure))
        near = self._near(figure)
        if time is not None:
            year = time.english.rpartition(" ")[2]
            return f"{time.source}{figure.source}", _of_year(figure, year)
        return figure.source, _of_year(figure, str(near.year)) if near else figure.english

    def may_have(self, stated: Stated) -> bool:
        """Whether the Chinese names or means the month, or the day, of an English date."""
        fact = stated.facts[0]
        if fact.kind != "date":
            return int(fact.value) in self.months
        month, day = divmod(int(fact.value), 100)
        if month in self.other_months or (self.is_now and self._is_close(month, day)):
            return True
        return any(time.has_day(month, day) for time in self.times if time.kind != "year")

    def _is_close(self, month: int, day: int) -> bool:
        return any(
            (at.month, at.day) == (month, day)
            for off in range(-_CLOSE, _CLOSE + 1)
            for at in [self.date + datetime.timedelta(off)]
        )

    def _near(self, figure: Figure) -> datetime.date | None:
        """The day near the date of the article on which a date or period without a year ends."""
        ends = list(_ends(figure, self.date))
        near = min(ends, key=lambda day: abs((day - self.date).days), default=None)
        if near is None or not _AGO <= (near - self.date).days <= _AHEAD:
            return None
        return near


def _of_year(figure: Figure, year: str) -> str:
    numbered = figure.english.endswith(("quarter", "quarters", "half", "months"))
    return f"{figure.english} of {year}" if numbered else f"{figure.english} {year}"


# How near to its article a date is certainly of that year, even if another was told before.
_AGO, _AHEAD = -75, 31
# How near 目前 and 截至 are.
_CLOSE = 7


def _ends(figure: Figure, date: datetime.date) -> Iterator[datetime.date]:
    for fact in (fact for way in figure.facts[:1] for fact in way):
        for year in (date.year - 1, date.year, date.year + 1):
            if fact.kind == "date":
                month, day = divmod(int(fact.value), 100)
            elif fact.kind in ("month", "span"):
                month, day = int(fact.value) % 100, 28
            else:
                continue
            try:
                yield datetime.date(year, month, day)
            except ValueError:
                continue


def own_years(figure: Figure) -> frozenset[int]:
    """The years that a Chinese figure tells, and those between them."""
    years = [int(fact.value) for way in figure.facts for fact in way if fact.kind == "year"]
    return frozenset(range(min(years), max(years) + 1)) if years else frozenset()


_OPEN = late_regex(
    "当[年时]|那[年时]|彼时|同年|[次翌来]年|第[一二三四五六七八九十0-9]+年|届时|[多几数余]年|年代|世纪|时期|规划期"
    "|任期|近[年来]|近[一二两三四五六七八九十几0-9]+年|往[年后]|历年|历来|[此其之]后|[此其之]前|曾|年前|年后|过去|五年规划|冬奥|奥运"
)
_NOW = late_regex(
    "目前|截至|近日|日前|[本上下]个?月|[昨今明]|以来|至今|现[在已有]|春节|国庆|元旦|端午|中秋|清明|五一|月"
)
_COMPARED = late_regex("同比|(?<!去年)同期|上年|上一年|前一年|按年|年[增减升跌降]")
_LONG = late_regex("年|岁|周岁|载|届")


def dates_of(comparison: Comparison, date: datetime.date) -> Dates:
    """What the Chinese of ``comparison`` means in an article of ``date``."""
    text, figures = comparison.text, comparison.figures
    times = relative_times(text, date)
    told = times_of(text, figures, times)
    explicit = frozenset[int]().union(*(own_years(figure) for figure in figures))
    relative = frozenset[int]().union(*(time.years for time in times if time.kind == "year"))
    # "last year" of a speech is that before the year in which it was given
    spoken = {y + time.step for y in explicit for time in times if time.kind == "year"}
    undated = {f.value for f in figures if f.value[:1] in "-QH" and id(f) not in told}
    now = {date.year} if undated or _NOW.search(text) else set[int]()
    named = explicit | relative | spoken
    bases = {year - 1 for year in named | {date.year}} if _COMPARED.search(text) else set[int]()
    lengths = _spans(figures)
    lengths |= {b - a for a in lengths for b in lengths if b > a}  # 58岁，20岁进厂
    spans = {year for n in lengths for y in named | {date.year} for year in _apart(y, n)}
    months = {month for figure in figures for month in months_of_figure(figure)}
    words = {month for time in times if time.kind != "year" for _, month in time.months}
    is_now = _AT_PRESENT.search(text) is not None
    if is_now or _NOW_MONTH.search(text):
        near = {(date + datetime.timedelta(off)).month for off in (-15, 0, 5)}
        words |= near
        months |= set[int]() if is_now else near
    if any(figure.value.startswith("---") for figure in figures):
        months |= {(date + datetime.timedelta(off)).month for off in (-28, 0, 25)}
    return Dates(
        date=date,
        times=times,
        told=told,
        named=named,
        may_be=named | now | bases | spans,
        base=date.year - 1 if not named and not spans else None,
        is_open=_OPEN.search(text) is not None,
        is_now=is_now,
        months=frozenset(months | words),
        other_months=frozenset(months),
    )


_AT_PRESENT = late_regex("目前|截至|会上")
_NOW_MONTH = late_regex(
    "月[底初末]|以来|至今|年[初底末]|[正腊]月"
    "|春节|国庆|中秋|端午|清明|元旦|元宵|[0-9一二三四五六七八九十]节|双十"
)


def _spans(figures: list[Figure]) -> set[int]:
    """How many years the text says that something lasts, or that someone is old."""
    return {
        round(fact.value)
        for figure in figures
        if _LONG.search(figure.source)
        for way in figure.facts
        for fact in way
        if fact.kind in ("number", "ordinal") and fact.value <= _LONGEST
    }


_LONGEST = 300


def _apart(year: int, span: int) -> Iterator[int]:
    for off in (-1, 0, 1):
        yield from (year - span + off, year + span + off)
