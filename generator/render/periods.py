"""Format the periods of figures for each edition."""

from __future__ import annotations

from functools import lru_cache

from generator.config import Edition
from generator.statistics.spans import Period

_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_QUARTERS = "一二三四"
_HALVES = {"01/06": "上半年", "07/12": "下半年"}
_PARTS = {("01", "10"): ("early ", "上旬"), ("11", "20"): ("mid-", "中旬")}


@lru_cache(maxsize=1 << 12)
def period_of(period: Period, edition: Edition) -> str:
    """A period as text: ``Jan–Aug 2020``, ``Q3 2026``, ``end of 2025``, ``since Mar 2026``,
    ``2021–2025``; ``2020年1—8月``, ``2026年三季度``, ``2025年末``, ``2026年3月以来``,
    ``2021—2025年``.

    If the part of the year is not known, it is only the year; empty without a year.
    """
    if not period.year:
        return ""
    english, chinese = _told(period)
    if edition == "en":
        return english
    return chinese.replace("以来", "以來") if edition == "zh-Hant" else chinese


def span(months: str, edition: Edition, *, ended: bool = False) -> str:
    """Months of any year: ``Jan–Aug``, ``1—8月``; empty for the whole year. If ``ended``, their
    end: ``end of Aug``, ``8月末``, ``end of the year``, ``年末``."""
    if months == "01/12":
        english, chinese = ("end of the year", "年末") if ended else ("", "")
    else:
        english, chinese = _part(months)
        if ended:
            english, chinese = f"end of {english}", f"{chinese}末"
    return english if edition == "en" else chinese


def _told(period: Period) -> tuple[str, str]:
    """The period in English and in Simplified Chinese."""
    first, _, last = period.dates.partition("/")
    match period.span:
        case "now" | "day":
            english, chinese = _date(first)
            return f"as of {english}", f"截至{chinese}"
        case "since":
            english, chinese = _date(first)
            this = first == f"{period.year}-01"
            return f"since {english}", f"{period.year if this else chinese}{'年' * this}以来"
        case "years":
            return f"{first}–{last}", f"{first}—{last}年"
        case "months":
            start, end = _date(first), _date(last)
            return f"{start[0]} – {end[0]}", f"{start[1]}—{end[1]}"
        case "days":
            return _days(first, last)
        case "end":
            whole = period.months == "01/12"
            english, chinese = _of(period.year, "" if whole else period.months)
            return f"end of {english}", f"{chinese}末"
    return _of(period.year, period.months)


def _of(year: int, months: str) -> tuple[str, str]:
    if not months or months == "01/12":
        return str(year), f"{year}年"
    english, chinese = _part(months)
    return f"{english} {year}", f"{year}年{chinese}"


def _part(months: str) -> tuple[str, str]:
    """A part of a year without the year."""
    first, last = (int(part) for part in months.split("/"))
    if first == last:
        return _MONTHS[first - 1], f"{first}月"
    if last - first == 2 and first % 3 == 1:
        return f"Q{last // 3}", f"{_QUARTERS[last // 3 - 1]}季度"
    return f"{_MONTHS[first - 1]}–{_MONTHS[last - 1]}", _HALVES.get(months, f"{first}—{last}月")


def _date(written: str) -> tuple[str, str]:
    """A year, a month or a day (ISO 8601)."""
    year, *more = written.split("-")
    english, chinese = year, f"{year}年"
    if more:
        english, chinese = f"{_MONTHS[int(more[0]) - 1]} {english}", f"{chinese}{int(more[0])}月"
    if len(more) > 1:
        english, chinese = f"{int(more[1])} {english}", f"{chinese}{int(more[1])}日"
    return english, chinese


def _days(first: str, last: str) -> tuple[str, str]:
    """Days of one year: ``1–8 Oct 2026``; the thirds of a month by their names."""
    year, month = first[:4], int(first[5:7])
    named = _PARTS.get((first[8:], last[8:]))
    if first[8:] == "21" and int(last[8:]) > 27:
        named = ("late ", "下旬")
    if named and first[:7] == last[:7]:
        return f"{named[0]}{_MONTHS[month - 1]} {year}", f"{year}年{month}月{named[1]}"
    start, end, until = int(first[8:]), int(last[8:]), int(last[5:7])
    if month == until:
        return f"{start}–{end} {_MONTHS[month - 1]} {year}", f"{year}年{month}月{start}—{end}日"
    return (
        f"{start} {_MONTHS[month - 1]} – {end} {_MONTHS[until - 1]} {year}",
        f"{year}年{month}月{start}日—{until}月{end}日",
    )
