"""The dates that a sentence names, by the calendar or by words: 11月5日, 本月5日, 昨日, 上周五."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.figures import Figure, read
from generator.lexicon.time_words import (
    days_away,
    is_day,
    is_month,
    is_year,
    months_away,
    years_away,
)
from generator.patterns import late_regex


class Dated(NamedTuple):
    """A date, month or year in ISO 8601, with its place in the sentence.

    ``near`` is true for words such as 去年, which count only for the clause that they are in.
    """

    start: int
    end: int
    iso: str
    near: bool = False


_WORD = late_regex(
    r"(?P<day>大前天|前天|(?<![目日此以之])前日|昨[日天晚晨]|昨(?=[上下]午|[（(])|(?<![如至迄])今[日天晨早晚]"
    r"|明[日天晨](?!确)|(?<!先天)后天)"
    r"|(?P<week>上上?个?|本|这|下个?)?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天])(?![年岁期次至到])"
    r"|(?P<month>上上?个?月|本月|下个?月)(?![0-9一二三四五六七八九十])"
    r"|(?P<year>去年|上年|前年|大前年|今年|明年|后年)(?!同期|同月|以来|[0-9一二三四五六七八九十]{1,2}月)"
    r"|(?P<same>同日|(?<!应)当[日天]|[次翌]日)"
)
# 自去年11月起停工: the stop began then.
_BEGINS = late_regex(
    r"，?[^，。；的]{0,14}?(?:停工|停建|停产|暂停|停止|缓建|搁置|中止|叫停|复工|恢复|重启)"
)
# What makes a reading of words worth while.
_SIGNS = frozenset("昨今前明后周期拜上本下去同当次翌")
_WEEK = {"上上": -2, "上": -1, "本": 0, "这": 0, "下": 1}
_YEAR_BEFORE = late_regex(r"(?:大前|[前去上明后])年\Z")


def dates(sentence: str, day: str, *, estimated: bool = False, since: str = "") -> list[Dated]:
    """The dates of a sentence in the order of the text; ``day`` is the article's (ISO 8601). If it
    is ``estimated``, words such as 昨日 name no day. ``since`` is the day that 当天 means if the
    sentence has no date before it."""
    if not day:
        return []
    found: list[Dated] = []
    for figure in read(sentence):
        if figure.kind in ("date", "period"):
            iso = _iso(figure, sentence, day, found)
        elif figure.kind == "duration" and sentence[figure.end : figure.end + 1] == "前":
            iso = _ago(figure, day)
        else:
            continue
        if iso:
            found.append(Dated(figure.start, figure.end, iso))
    if not estimated and not _SIGNS.isdisjoint(sentence):
        today = datetime.date.fromisoformat(day[:10])
        found += _in_words(sentence, today, tuple(found), since)
    return sorted(found)


def _in_words(
    sentence: str, day: datetime.date, known: Sequence[Dated], since: str
) -> Iterator[Dated]:
    earlier = list(known)
    for match in _WORD.finditer(sentence):
        if not _is_time(match):
            continue
        iso, near = "", False
        if match["day"]:
            iso = (day + datetime.timedelta(days_away(match["day"]))).isoformat()
        elif match["weekday"]:
            iso = _weekday(match["week"] or "", match["weekday"], day)
        elif match["month"]:
            iso, near = _months_from(day, months_away(match["month"])), True
        elif match["year"]:
            iso, near = str(day.year + years_away(match["year"])), True
        else:
            last = [one.iso for one in sorted(earlier) if one.end <= match.start()] or [since]
            if len(last[-1]) == 10:
                shift = datetime.timedelta(match["same"][0] in "次翌")
                iso = (datetime.date.fromisoformat(last[-1]) + shift).isoformat()
        if iso:
            one = Dated(match.start(), match.end(), iso, near)
            earlier.append(one)
            yield one


def _is_time(match: re.Match[str]) -> bool:
    """Whether the word is not a part of another, such as the 明日 of 光明日报."""
    for group, test in (("day", is_day), ("month", is_month), ("year", is_year)):
        if match[group] and match[group] != "后天":
            return test(match.string, *match.span(group))
    return True


def _weekday(week: str, name: str, day: datetime.date) -> str:
    """A day of the week: of the week that is named, else the last one up to the article's."""
    number = "一二三四五六日".find(name) if name != "天" else 6
    shift = number - day.weekday()
    if week:
        shift += 7 * _WEEK[week.removesuffix("个")]
    elif shift > 0:
        shift -= 7
    return (day + datetime.timedelta(shift)).isoformat()


def _months_from(day: datetime.date, shift: int) -> str:
    number = day.year * 12 + day.month - 1 + shift
    return f"{number // 12}-{number % 12 + 1:02}"


def _ago(figure: Figure, day: str) -> str:
    """Three days, months or years before the article."""
    if not figure.value.isdigit() or int(figure.value) > 60 or figure.qualifier:
        return ""
    back, now = int(figure.value), datetime.date.fromisoformat(day[:10])
    if figure.source.endswith(("天", "日")):
        return (now - datetime.timedelta(back)).isoformat()
    if figure.source.endswith("月"):
        return _months_from(now, -back)
    return str(now.year - back) if figure.source.endswith("年") else ""


def _iso(figure: Figure, sentence: str, day: str, found: Sequence[Dated]) -> str:
    """A date, month or year in ISO 8601; empty for a span. A date without a year is taken as the
    last one before ``day``; ``found`` are the dates before it in the sentence."""
    value = figure.value
    after = sentence[figure.end : figure.end + 1]
    begins = after == "起" and _BEGINS.match(sentence, figure.end + 1) is not None
    if "/" in value or (after in ("至", "到", "以", "起", "前") and not begins):
        return ""
    if not value.startswith("--"):
        return value if len(value) in (4, 7, 10) else ""
    before = sentence[: figure.start]
    if value.startswith("---"):
        return _day_alone(int(value[3:]), before, day, found)
    if before.endswith(("同年", "当年")):
        return f"{found[-1].iso[:4]}-{value[2:]}" if found else ""
    if (joined := _joined(figure, sentence, found)) is not None:
        return joined
    year = int(day[:4])
    if named := _YEAR_BEFORE.search(before):
        return f"{year + years_away(named[0])}-{value[2:]}"
    this = f"{year}-{value[2:]}"
    past = this <= day[: len(this)] or before.endswith(("今年", "本年"))
    return this if past else f"{year - 1}-{value[2:]}"


def _joined(figure: Figure, sentence: str, found: Sequence[Dated]) -> str | None:
    """A month or day in the year of the date that it is joined to (2021年3月和5月); ``None`` if it
    is joined to none, or begins the next year."""
    if not found or sentence[found[-1].end : figure.start] not in ("、", "；", "和", "与", "及"):
        return None
    iso = f"{found[-1].iso[:4]}-{figure.value[2:]}"
    return iso if iso[:7] >= found[-1].iso[:7] else None


def _day_alone(number: int, before: str, day: str, found: Sequence[Dated]) -> str:
    """A day without its month: that of the date before it, of 上月 or 本月, else the last one."""
    now = datetime.date.fromisoformat(day[:10])
    if before.endswith(("上月", "上个月")):
        month = _months_from(now, -1)
    elif before.endswith(("下月", "下个月")):
        month = _months_from(now, 1)
    elif before.endswith(("本月", "这个月")):
        month = _months_from(now, 0)
    elif found and len(found[-1].iso) == 10 and int(found[-1].iso[8:]) < number:
        month = found[-1].iso[:7]
    else:
        month = _months_from(now, -(number > now.day))
    try:
        return datetime.date.fromisoformat(f"{month}-{number:02}").isoformat()
    except ValueError:
        return ""
