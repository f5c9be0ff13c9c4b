"""What kinds of periods figures have, and their first and last days."""

from __future__ import annotations

import calendar
from typing import Literal, NamedTuple

from generator.statistics.finding import Finding, Span

# What kind of time a period is, for programs. ``point``: on a day (some day of a month or year, if
# only that is told), or at the end of a month or year; ``to_date``: until the date of the article;
# ``within_year``: some time of the year.
Kind = Literal[
    "", "year", "half", "quarter", "month", "months", "days", "years", "point", "to_date",
    "within_year",
]  # fmt: skip


class Period(NamedTuple):
    """The period of a figure: ``year``, ``months``, ``span`` and ``dates`` as in `Finding`."""

    year: int = 0
    months: str = ""
    span: Span = ""
    dates: str = ""

    @property
    def is_told(self) -> bool:
        """Whether more is known than the year."""
        return bool(self.months or self.span)


class Dates(NamedTuple):
    """The first and the last day of a period (ISO 8601), and its kind; empty if unknown."""

    start: str = ""
    end: str = ""
    kind: Kind = ""


def time_of(found: Finding) -> Period:
    """The period of a finding."""
    return Period(found.year, found.months, found.span, found.dates)


def end_of(period: Period) -> Period:
    """The end of a whole year; unknown if the period is another."""
    whole = period.months == "01/12" and not period.span
    return period._replace(span="end") if whole else Period()


def not_to_come(period: Period, year: int, month: int) -> Period:
    """The period of something that was reached, in an article of ``year`` and ``month``: unknown if
    it is still to come, and only the year of parts that are not over."""
    if not month:
        return period
    last = int(period.months[3:] or 0)
    to_come = period.year > year
    if period.year == year:
        match period.span:
            case "end":
                to_come = last > month
            case "":
                to_come = bool(last) and int(period.months[:2]) > month
            case "day" | "days":
                to_come = period.dates[: len("2026-11")] > f"{year}-{month:02}"
    if to_come:
        return Period()
    unfinished = not period.span and period.year == year and month < last
    unfinished = unfinished and period.months != "01/12"
    return Period(year) if unfinished else period


def dates_of(period: Period, day: str) -> Dates:
    """The days of a period in an article of ``day`` (ISO 8601)."""
    if not period.year:
        return Dates()
    first, _, last = period.dates.partition("/")
    match period.span:
        case "now":
            return Dates(day[:10], day[:10], "point")
        case "day" if len(first) == len("2026-11-15"):
            return Dates(first, first, "point")
        case "day":
            return Dates(_first_day(first), _last_day(first), "point")
        case "days":
            return Dates(first, last, "days")
        case "since":
            return Dates(_first_day(first), day[:10], "to_date")
        case "years":
            return Dates(_first_day(first), _last_day(last), "years")
        case "months":
            return Dates(_first_day(first), _last_day(last), "months")
    if not period.months:
        return Dates(f"{period.year}-01-01", f"{period.year}-12-31", "within_year")
    first, _, last = period.months.partition("/")
    end = _last_day(f"{period.year}-{last}")
    if period.span == "end":
        return Dates(end, end, "point")
    return Dates(f"{period.year}-{first}-01", end, _kind(int(first), int(last)))


def _kind(first: int, last: int) -> Kind:
    length = last - first + 1
    if length == 12:
        return "year"
    if length == 1:
        return "month"
    if length == 6 and first in (1, 7):
        return "half"
    return "quarter" if length == 3 and first % 3 == 1 else "months"


def _first_day(date: str) -> str:
    """The first day of a year, or of a month (``2026-03``)."""
    return f"{date}-01-01" if len(date) == 4 else f"{date}-01"


def _last_day(date: str) -> str:
    if len(date) == 4:
        return f"{date}-12-31"
    return f"{date}-{last_day(int(date[:4]), int(date[5:])):02}"


def last_day(year: int, month: int) -> int:
    """The number of days of a month."""
    return calendar.monthrange(year, month)[1]
