"""Find the dates on a page, and choose the date of the article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

from generator.clean.written_dates import chinese_number, in_digits
from generator.patterns import late_regex

_DAY = late_regex(
    r"(?<!\d)((?:19|20)\d{2})\s*(?:年|[-/.]|\s(?=\d{2}/\d{2}\s\d))\s*(1[0-2]|0?[1-9])\s*(?:月|[-/.])\s*"
    r"(3[01]|[12]\d|0?[1-9])(?!\d)\s*日?"
)
# 24-7-9 07:30 发布于 湖南
_SHORT_YEAR = late_regex(
    r"^(\d{2}-\d{1,2}-\d{1,2}\s+\d{1,2}:\d{2})(?=\s*(?:来自|發佈於|发布于|发表于))"
)
_COMPACT = late_regex(
    r"(?<!\d)((?:19|20)\d{2})[-/_]?(0[1-9]|1[0-2]|(?<=[-/_])[1-9](?=[-/_]))[-/_]?(0[1-9]|[12]\d|3[01])(?!\d)"
)
_PUBLISHED = late_regex(
    r"(?:发布|发表|刊发|刊登|见报|发稿|上传|录入|添加|回复|答复)(?:日期|时间|于|日)?\s*[:：]?\s*[\[(]?\s*$"
    r"|(?<!\d)1楼\s*$"
)
_LABELLED = late_regex(r"(?:日期|时间)\s*[:：]?\s*[\[(]?\s*$")
# The date of a letter that the page answers.
_ASKED = late_regex(r"(?:留言|来信|写信|提问|咨询|投诉|信件|受理)(?:日期|时间)\s*[:：]?\s*$")
_UPDATED = late_regex(r"(?:更新|修改|编辑|最后.{0,4})(?:日期|时间|于)?\s*[:：]?\s*[\[(]?\s*$")
_TODAY = late_regex(
    r"(?:今天是?|今日是?|现在是|当前(?:日期|时间)|服务器时间|抓取时间|打印(?:日期|时间)|下载时间)\s*[:：]?\s*$"
)
_WEEKDAY = late_regex(r"^\s*(?:\d{1,2}:\d{2}(?::\d{2})?\s*)?[(（]?\s*(?:星期|周)[一二三四五六日天]")
_LUNAR = late_regex("农历|阴历")


class Rank(IntEnum):
    """How reliable a date is, judged by its context: the highest wins."""

    BANNER = 0  # with the day of the week, as in the header of a site
    BARE = 1
    UPDATED = 2
    BESIDE = 3  # beside the source, the author or the number of readers
    LABELLED = 4
    PUBLISHED = 5


@dataclass(frozen=True)
class Day:
    """A date on a page in ISO 8601, its line, and its reliability."""

    day: str
    rank: Rank
    line: int = 0


def day_in(text: str) -> str:
    """Return the first full date of a text in ISO 8601; empty if there is none. A month and day
    without a year do not count."""
    found = days_in(text)
    return found[0].day if found else ""


def days_in(text: str, line: int = 0, *, beside: bool = False) -> list[Day]:
    """Return every full date of a line; ``beside`` says that it also has the source or author.

    The present date, as sites show it, is left out.
    """
    found = []
    text = _SHORT_YEAR.sub(r"20\1", in_digits(text))
    for match in _DAY.finditer(text):
        try:
            day = date(*map(int, match.groups())).isoformat()
        except ValueError:
            continue
        before, after = text[: match.start()], text[match.end() :]
        if not _TODAY.search(before):
            found.append(Day(day, _rank(before, after, beside), line))
    return found


def without_days(text: str, instead: str = "") -> str:
    """Return a text with its dates replaced by ``instead``."""
    return _DAY.sub(instead, _SHORT_YEAR.sub(r"20\1", in_digits(text)))


def _rank(before: str, after: str, beside: bool) -> Rank:
    if _ASKED.search(before):
        return Rank.BARE
    if _UPDATED.search(before):
        return Rank.UPDATED
    if _PUBLISHED.search(before):
        return Rank.PUBLISHED
    if _LABELLED.search(before):
        return Rank.LABELLED
    if _WEEKDAY.match(after) or _LUNAR.search(after):
        return Rank.BANNER
    return Rank.BESIDE if beside else Rank.BARE


def day_in_address(text: str) -> str:
    """Return the date in an address or a file name: /2024/0506/, t20240506_1, 20240506."""
    for match in _COMPACT.finditer(text):
        try:
            return date(*map(int, match.groups())).isoformat()
        except ValueError:
            continue
    return ""


def settle(
    days: Sequence[Day],
    other: str = "",
    text: str = "",
    *,
    issue: bool = False,
    address: str = "",
) -> tuple[str, tuple[Day, ...]]:
    """Return the date of an article; or an empty string and the dates from which an editor must
    choose.

    The most reliable dates win. ``other`` is the date in the markup; it counts as a labelled date
    if no visible date has a label. A date that only has the day of the week beside it may be that
    of the reader's visit: it counts if ``text`` names a day shortly before it, or if the page is
    from a printed paper (``issue``). The date in the page's ``address`` counts if nothing else
    decides, and it is one of the candidates or the only date.
    """
    day, left = _settled(days, other, text, issue)
    if not day and address and (not days or address in {one.day for one in left}):
        return address, ()
    return day, left


def _settled(
    days: Sequence[Day], other: str, text: str, issue: bool
) -> tuple[str, tuple[Day, ...]]:
    best = max((day.rank for day in days), default=Rank.BANNER)
    if other and best < Rank.LABELLED:
        shown = {day.day for day in days if day.rank == best}
        if best < Rank.BESIDE or other in shown or not shown:
            return other, ()
        days = [*days, Day(other, best)]
    top = [day for day in days if day.rank == best]
    different = tuple({day.day: day for day in reversed(top)}.values())[::-1]
    if len(different) != 1:
        return "", different
    if best == Rank.BANNER and not issue and not _is_near(different[0].day, text):
        return "", different
    return different[0].day, ()


def _is_near(day: str, text: str) -> bool:
    """Return whether a text names a day at most a week before ``day``."""
    last = date.fromisoformat(day)
    near = {last - timedelta(days=back) for back in range(8)}
    named = {(int(m), int(d)) for m, d in _MONTH_AND_DAY.findall(text)}
    named |= {(_CHINESE.index(m) + 1, chinese_number(d)) for m, d in _IN_CHINESE.findall(text)}
    return any((one.month, one.day) in named for one in near)


_MONTH_AND_DAY = late_regex(r"(?<!\d)(1[0-2]|0?[1-9])月(3[01]|[12]\d|0?[1-9])日")
_CHINESE = "一 二 三 四 五 六 七 八 九 十 十一 十二".split()
_IN_CHINESE = late_regex(
    rf"({'|'.join(reversed(_CHINESE))})月([一二三四五六七八九十廿卅]{{1,3}})日"
)
