"""Replace relative time by dates: a summary with 今年 may be shown next to news of other years.

今年, 上半年 or "last year" in a text refer to the article's date. Quoted speech and titles are not
changed.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

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
from generator.patterns import late_regex
from generator.summary.quotations import outside_quotes
from generator.summary.weeks import with_far_days, with_weekdays

_QUOTED = late_regex(r"“[^”]*”|《[^》]*》|「[^」]*」|『[^』]*』|\"[^\"]*\"")
_YEAR = late_regex(
    r"(?<![\d往当當历歷那])(大前年|前年|去年|今年|明年|[后後]年)(?!会|會|再?[见見](?!到|[于於]|[证證]|[识識])|此[时時])"
)
# 今年62岁的他: how old he is, not what happened in that year.
_AGE = late_regex(
    r"\s?(?:已经?|已[經经]|[刚剛才]+|[刚剛]?[满滿]|[刚剛]?[过過]|[将將快近]+要?|[虚虛周週][岁歲]|[实實]足|整整?|正好|恰好|[仅僅]|大[约約]|[约約])*"
    r"(?:(?:\d{1,3}|[一二三四五六七八九十百两兩零几幾]{1,4})[多余餘来來]?(?:周|週)?[岁歲](?!及?以[上下内內]|[至到—-]|[组組段])"
    r"|年(?:[过過近逾届屆]|[将將]近)(?:\d{2,3}|[一二三四五六七八九十花古耄期])|[1-9]\d(?=[，。](?!\d)))"
)
_HAN_LAST = late_regex(r"[\u4e00-\u9fff]\Z")
_HALF = r"上半年|下半年"
_SEASON = (
    r"(?:前[一二两三四123４]|第?[一二三四1-4])[个個]?季度|首[二三两兩23]?[个個]?季(?:度|(?![节節]))"
    r"|第[一二三四1-4]季(?![节節度])"
)
_MONTHS = (
    r"[前头頭首](?:\d{1,2}|[一二两三四五六七八九十]{1,2})[个個]?月"
    r"|\d{1,2}\s*月?\s*[—－\-–~～至到]\s*\d{1,2}月(?:份)?(?!\d{1,2}日)"
)
_UNTIL = r"(?<=截至)\d{1,2}月(?:底|末|[上中下]旬|\d{1,2}日)"
_PERIOD = late_regex(rf"(?<![年度\d个個])({_HALF}|{_SEASON}|{_MONTHS}|{_UNTIL})(?!\s*\d+日)")
_WITHIN = late_regex(
    r"(?<![\d年全一二两兩三四五六七八九十百千万萬亿億余餘来來几幾每多整半常当當同近往这這那前后後明周週历歷学學财財])"
    r"(年内|年內|年底|年末|年初|年中|全年)(?![轻輕薪糕货貨级級龄齡蕴蘊])"
    r"(?!(?:开放|開放|无|無|不|营业|營業|平均|气温|氣溫|日照|恒|免费|免費|[24二]|365|三百|皆|均[可能有]|四季"
    r"|最[热熱冷忙旺佳美]|常[绿綠青年]|适宜|適宜|宜居|通航|可[见見游遊供]))"
)
# 占全年用量的三成: a share of any year. 占全年任务的八成 is of the year's task.
_BASE = late_regex(r"(?:占|佔|相[当當][于於])(?:到|了|约|約|近)?\s*\Z")
_SHARED = late_regex(
    r"(?![^，。；]{0,4}(?:目[标標]|任[务務]|[计計][划劃]|[预預]算|指[标標]|[进進]度))[^，。；]{1,12}的?"
)
# What is so in every year.
_USUAL = late_regex(
    r"通常|往往|一般(?!公共|[预預]算|性|工[业業]|[贸貿]易|[债債])|[历歷]年|常年|每年|年年|[历歷][来來]|向[来來]"
    r"|多年平均|多年[来來]平均|素有|一年四季"
)
_PLAN = late_regex(r"[将將拟擬]|[计計][划劃]|[预預][计計]|力[争爭]|有望|[确確]保|目[标標]|安排")
_LATELY = late_regex(r"^(\s*)(近日|日前|近期|最近(?=，))(?=，|[^的几一二三元照均产產])")
_DAY = late_regex(
    r"(?<![截如迄现現当當])(?:((?<!到)[昨今]|明)([天日晚早晨夜起])|(?<!到)(前)([天晚]))"
)
# 昨動土, a short form in newspapers of Taiwan and Hong Kong.
_SHORT_DAY = late_regex(r"(?<![今非如似是畴疇])昨(?![天日晚夜晨早儿兒今非是])(?=[\u4e00-\u9fff])")
_DAY_AFTER = late_regex(r"(?<=[于於])[后後][天日](?![产產均])|(?<=[将將])[后後]天(?![培养養性])")
_NIGHT = late_regex(r"([昨今])([夜晚])([今明])([晨早])")
_MONTH = late_regex(
    r"(?:上{1,2}[个個]?月|本月|[这這][个個]月|下{1,2}[个個]?月)(?=[\u4e00-\u9fff，]|\d{1,2}日)(?!底前?$)"
)
_DAY_OF_MONTH = late_regex(r"(\d{1,2})日")
_OWN_YEAR = late_regex(r"\d{4}\s*年|[一二]〇[〇一二三四五六七八九]{2}年")


class _Days(NamedTuple):
    """The day from which words of time count, that of the paper, and how long a time is certain
    because it is the same from both."""

    when: date
    printed: date
    day: bool = True
    month: bool = True
    year: bool = True


def dated(
    sentence: str, day: str, before: str = "", *, printed: str = "", doubtful: bool = False
) -> str:
    """A Chinese sentence with relative time replaced by dates.

    ``day`` is the article's date and begins with ``2023-10-10``; if it is not a date, the sentence
    is not changed. ``before`` is the text of the article before the sentence: a half-year or
    quarter gets no year if that would differ from the year named last in it. 全年 gets no year if
    the date leaves it open which year is meant.

    ``printed`` is the day of the paper, if another: a day of the week that would differ by it stays
    as it is. So does any time, 昨日 too, if it is ``doubtful`` from which of both it counts.
    """
    when = day_of(day)
    if when is None:
        return sentence
    days = _days(when, day_of(printed) or when, doubtful=doubtful)
    told = _OWN_YEAR.findall(before)
    last = told[-1] if told else ""
    return outside_quotes(sentence, lambda part: _dated(part, days, last), _QUOTED)


def _days(when: date, printed: date, *, doubtful: bool) -> _Days:
    if not doubtful or when == printed:
        return _Days(when, printed)
    year = when.year == printed.year
    return _Days(when, printed, day=False, month=year and when.month == printed.month, year=year)


def day_of(day: str) -> date | None:
    """The date with which ``day`` begins; ``None`` if it is none."""
    try:
        return date.fromisoformat(day[:10])
    except ValueError:
        return None


def _dated(text: str, days: _Days, told: str) -> str:
    when = days.when

    def year(match: re.Match[str]) -> str:
        place = match.string, *match.span()
        if is_told_beside(*place) or not is_year(*place):
            return match[0]
        if match[1] == "今年" and _is_of_age(*place):
            return match[0]
        return f"{when.year + years_away(match[1])}年"

    def on_day(match: re.Match[str]) -> str:
        place = match.string, *match.span()
        if is_told_beside(*place) or not is_day(*place):
            return match[0]
        that = when + timedelta(days=days_away(match[0]))
        hour = match[0][1].strip("天日")
        return f"{_spelled(that)}{hour}"

    def short_day(match: re.Match[str]) -> str:
        place = match.string, *match.span()
        if is_told_beside(*place) or not is_day(*place):
            return match[0]
        return _spelled(when - timedelta(days=1))

    def night(match: re.Match[str]) -> str:
        if days_away(match[3]) != days_away(match[1]) + 1:
            return match[0]
        that = when + timedelta(days=days_away(match[1]))
        next_day = that + timedelta(days=1)
        morning = f"{next_day.month}月{next_day.day}日{match[4]}"
        return f"{_spelled(that)}{match[2]}至{morning}"

    def month(match: re.Match[str]) -> str:
        place = match.string, *match.span()
        if is_told_beside(*place) or not is_month(*place):
            return match[0]
        number = when.year * 12 + when.month - 1 + months_away(match[0])
        on = _DAY_OF_MONTH.match(match.string, match.end())
        if on and int(on[1]) > monthrange(number // 12, number % 12 + 1)[1]:
            return match[0]  # the article's date cannot be right
        return f"{number // 12}年{number % 12 + 1}月"

    def lately(match: re.Match[str]) -> str:
        # Early in a month, "some days ago" may be in the month before.
        known = match[2] in {"近日", "日前"} and when.day > _EARLY
        if known:
            return f"{match[1]}{when.year}年{when.month}月"
        # In January, it may be in the year before.
        return match[0] if when.month == 1 else f"{match[1]}{when.year}年"

    if days.month and not _PLAN.search(text[:20]):
        text = _LATELY.sub(lately, text, count=1)
    text = with_weekdays(text, when, days.printed)
    if days.day:
        text = with_far_days(text, when)
        text = _NIGHT.sub(night, text)
        text = _DAY.sub(on_day, text)
        text = _SHORT_DAY.sub(short_day, text)
        text = _DAY_AFTER.sub(lambda _: _spelled(when + timedelta(days=2)), text)
    if days.month:
        text = _MONTH.sub(month, text)
    if not days.year:
        return text
    text = _YEAR.sub(year, text)
    return _periods(text, when, told)


def _is_of_age(text: str, start: int, end: int) -> bool:
    """Whether 今年 at ``text[start:end]`` begins what somebody is (今年62岁的他), and does not say
    when somebody had an age (老人今年83岁)."""
    age = _AGE.match(text, end)
    if age is None:
        return False
    begins = not _HAN_LAST.search(text, 0, start)
    return begins or text.startswith(("的", "高龄的", "高齡的"), age.end())


def _spelled(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


_EARLY = 7  # day of a month


def _periods(text: str, when: date, told: str) -> str:
    """Add the year to half-years, quarters and months without one."""

    def named(match: re.Match[str]) -> str:
        if _OWN_YEAR.search(text, 0, match.start()) or "上年" in text[: match.start()]:
            return match[0]
        if not is_period(text, *match.span()) or _of_any_year(match):
            return match[0]
        planned = _PLAN.search(text, max(0, match.start() - 12), match.end() + 12) is not None
        past = _end_of(match[1]) > when.month and not planned
        if told and _year_of(told) != when.year - past:
            return match[0]
        if match[1] == "全年" and not planned and _STATISTICS <= when.month <= _AUTUMN:
            return match[0]
        return f"{when.year - past}年{match[0]}"

    made = _PERIOD.sub(named, text)
    if made != text:
        return made
    return _WITHIN.sub(named, text)


def _of_any_year(match: re.Match[str]) -> bool:
    """Whether 全年, 年底 and the like are of any year: 占全年用量的三成, 全年用电高峰通常在7月."""
    if not match[1].startswith(("全年", "年")):
        return False
    text = match.string
    if match[1] == "全年" and _BASE.search(text, 0, match.start()):
        return _SHARED.match(text, match.end()) is not None
    first = max(text.rfind(mark, 0, match.start()) for mark in "，。；！？") + 1
    ends = [at for mark in "，。；！？" if (at := text.find(mark, match.end())) >= 0]
    return _USUAL.search(text, first, min(ends, default=len(text))) is not None


# From March to September "the whole year" may be the last one (when statistics are published) or
# the current one.
_STATISTICS, _AUTUMN = 3, 9

_DIGITS = {c: n for n, c in enumerate("〇一二三四五六七八九十")} | {"两": 2}


def _year_of(told: str) -> int:
    """The year as a number, from a match of ``_OWN_YEAR``: 2023年, 二〇二三年."""
    return int("".join(str(_DIGITS.get(c, c)) for c in told if c not in " 年\u3000"))


def _end_of(period: str) -> int:
    """The first month in which news about a period is likely: about its last month but one."""
    if period.startswith("上半年"):
        return 5
    if period.startswith(("下半年", "全年")):
        return 11 if period.startswith("下") else 3
    if "季" in period:
        number = next((c for c in period if c in "一二两三四1234"), "一")
        value = int(number) if number.isdigit() else _DIGITS[number]
        return value * 3 - 1
    if period.startswith("年"):
        return 0
    numbers = re.findall(r"\d+|[一二两三四五六七八九十]+", period)
    on_a_day = period.endswith("日")
    last = numbers[0 if on_a_day else -1] if numbers else "1"
    if last.isdigit():
        return int(last)
    if last.startswith("十"):
        return 10 + (_DIGITS[last[1]] if len(last) > 1 else 0)
    return _DIGITS[last[0]]
