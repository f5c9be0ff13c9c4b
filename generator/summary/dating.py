"""Replace relative time by dates: a summary with 今年 may be shown next to news of other years.

今年, 上半年 or "last year" in a text refer to the article's date. Quoted speech and titles are not
changed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from generator.months import MONTHS
from generator.patterns import late_regex

_QUOTED = late_regex(r"“[^”]*”|《[^》]*》|「[^」]*」|『[^』]*』|\"[^\"]*\"")
_YEARS = {"大前年": -3, "前年": -2, "去年": -1, "今年": 0, "明年": 1, "后年": 2, "後年": 2}
_YEAR = late_regex(r"(?<![\d往当历那])(大前年|前年|去年|今年|明年|[后後]年)(?!会)")
_HALF = r"上半年|下半年"
_SEASON = r"(?:前[一二两三四123４]|第?[一二三四1-4])[个個]?季度|首季"
_MONTHS = (
    r"[前头](?:\d{1,2}|[一二两三四五六七八九十]{1,2})[个個]?月"
    r"|\d{1,2}\s*月?\s*[—－\-–~～至到]\s*\d{1,2}月(?:份)?(?!\d{1,2}日)"
)
_UNTIL = r"(?<=截至)\d{1,2}月(?:底|末|[上中下]旬|\d{1,2}日)"
_PERIOD = late_regex(rf"(?<![年度\d个個])({_HALF}|{_SEASON}|{_MONTHS}|{_UNTIL})(?!\s*\d+日)")
_WITHIN = late_regex(
    r"(?<![\d年全一二两兩三四五六七八九十百几幾每多整半常当當同近往这這那])(年内|年底|年末|年初|年中|全年)(?![轻薪糕货级])"
)
_PLAN = late_regex(r"[将將拟擬]|[计計][划劃]|[预預][计計]|力[争爭]|有望|[确確]保|目[标標]|安排")
_LATELY = late_regex(r"^(\s*)(近日|日前|近期|最近(?=，))(?=，|[^的几一二三])")
_DAYS = {"前": -2, "昨": -1, "今": 0, "明": 1}
_DAY = late_regex(
    r"(?<![截年如迄现現当當])(?<!年前的)(?:((?<!到)[昨今]|明)([天日晚早晨夜起])|(?<!到)(前)(天))"
    r"(?!的?(?:中国|世界|生活|美好)|会?更|的(?:太阳|希望))"
)
# 昨動土, a short form in newspapers of Taiwan and Hong Kong.
_SHORT_DAY = late_regex(r"(?<![今非如似是])昨(?![天日晚夜晨早儿兒今非是])(?=[\u4e00-\u9fff])")
_DAY_AFTER = late_regex(r"(?<=[定於于将將])[后後][天日]")
_NIGHT = late_regex(r"昨([夜晚])今([晨早])")
_MONTH = late_regex(
    r"(?:上[个個]?月|本月|下[个個]?月)(?=[\u4e00-\u9fff，]|\d{1,2}日)(?!球|亮|底前?$)"
)
_OWN_YEAR = late_regex(r"\d{4}\s*年|[一二]〇[〇一二三四五六七八九]{2}年")


def dated(sentence: str, day: str, before: str = "") -> str:
    """A Chinese sentence with relative time replaced by dates.

    ``day`` is the article's date and begins with ``2023-10-10``; if it is not a date, the sentence
    is not changed. ``before`` is the text of the article before the sentence: a half-year or
    quarter gets no year if that would differ from the year named last in it. 全年 gets no year if
    the date leaves it open which year is meant.
    """
    when = _day(day)
    if when is None:
        return sentence
    told = _OWN_YEAR.findall(before)
    return _outside_quotes(sentence, lambda part: _dated(part, when, told[-1] if told else ""))


def _day(day: str) -> date | None:
    try:
        return date.fromisoformat(day[:10])
    except ValueError:
        return None


def _dated(text: str, when: date, told: str) -> str:
    def year(match: re.Match[str]) -> str:
        return f"{when.year + _YEARS[match[1]]}年"

    def on_day(match: re.Match[str]) -> str:
        that = when + timedelta(days=_DAYS[match[0][0]])
        hour = match[0][1].strip("天日")
        return f"{_spelled(that)}{hour}"

    def night(match: re.Match[str]) -> str:
        that = when - timedelta(days=1)
        morning = f"{when.month}月{when.day}日{match[2]}"
        return f"{that.year}年{that.month}月{that.day}日{match[1]}至{morning}"

    def month(match: re.Match[str]) -> str:
        steps = {"上": -1, "本": 0, "下": 1}[match[0][0]]
        number = when.year * 12 + when.month - 1 + steps
        return f"{number // 12}年{number % 12 + 1}月"

    def lately(match: re.Match[str]) -> str:
        # Early in a month, "some days ago" may be in the month before.
        known = match[2] in {"近日", "日前"} and when.day > _EARLY
        return f"{match[1]}{when.year}年{when.month}月" if known else f"{match[1]}{when.year}年"

    if not _PLAN.search(text[:20]):
        text = _LATELY.sub(lately, text, count=1)
    text = _NIGHT.sub(night, text)
    text = _DAY.sub(on_day, text)
    text = _SHORT_DAY.sub(lambda _: _spelled(when - timedelta(days=1)), text)
    text = _DAY_AFTER.sub(lambda _: _spelled(when + timedelta(days=2)), text)
    text = _MONTH.sub(month, text)
    text = _YEAR.sub(year, text)
    return _periods(text, when, told)


def _spelled(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


_EARLY = 7  # day of a month


def _periods(text: str, when: date, told: str) -> str:
    """Add the year to half-years, quarters and months without one."""

    def named(match: re.Match[str]) -> str:
        if _OWN_YEAR.search(text, 0, match.start()) or "上年" in text[: match.start()]:
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


_ENGLISH_QUOTED = late_regex(r"“[^”]*”|\"[^\"]*\"")
_ENGLISH_YEARS = {"last": -1, "this": 0, "next": 1}
_PREPOSITION = (
    r"of|in|from|for|than|over|during|by|since|until|till|through|throughout|to|with|between|and|within"
    r"|into|for all of|versus|against|to the end of|on|beyond"
)
_ENGLISH_YEAR = late_regex(
    rf"(?:\b(?P<before>{_PREPOSITION})\s+)?\b(?P<which>[Tt]his|[Ll]ast|[Nn]ext) year\b"
    r"(?P<owner>['’]s)?"
    r"(?P<verb>(?=\s+(?:is|was|marks|marked|has|had|saw|sees|will|would|may|might|could|can|should|must|looks"
    r"|looked|brings|brought|began|begins|ended|ends|promises|proved|turned|became|set|also|alone)\b))?"
)
# Before these, "this year" followed by a verb is its subject; not in "output this year is".
_BEGINS = late_regex(
    r"(?:^|[.,;:\x00]|\b(?:and|but|that|while|because|when|as|so|says?|said))\s*\Z"
)
_ENGLISH_MONTH = late_regex(
    rf"(?:\b(?P<before>{_PREPOSITION})\s+)?\b(?P<which>[Tt]his|[Ll]ast|[Nn]ext) month\b(?!['’]s)"
)
_END_OF_YEAR = late_regex(
    r"\b(end|start|beginning|middle|rest|remainder|course) of the year\b(?! \d)"
)
_ENGLISH_PERIOD = late_regex(
    r"\b([Tt]he (?:first|second|last) half(?: of the year)?"
    r"|[Tt]he (?:first|second|third|fourth|last) quarter"
    r"|[Tt]he first (?:two|three|four|five|six|seven|eight|nine|ten|eleven|\d{1,2})"
    r" (?:quarters|months)|[Jj]anuary (?:to|through|[-–]) [A-Z][a-z]+)(?: of the year)?\b"
    r"(?!,? (?:of|in) (?:\d|last|this|the)| \d)"
)
_ENGLISH_DAY = late_regex(
    r"(?:\b(?P<before>by|until|till|before|after|since|from) )?"
    r"(?<!\ba )(?<!\bof )(?<!\bfor )(?<!\bbetter )(?<!\bbrighter )"
    r"\b(?P<day>[Yy]esterday|[Tt]omorrow)\b(?!['’]s)"
)
_ENGLISH_OWN_YEAR = late_regex(r"\b(?:19|20)\d\d\b")
_ENGLISH_PLAN = late_regex(r"\b(?:will|plans?|aims?|expected|target|to be)\b")
_NUMBER_WORDS = dict(
    zip(
        "one two three four five six seven eight nine ten eleven twelve".split(),
        range(1, 13),
        strict=True,
    )
)


def dated_english(sentence: str, day: str, before: str = "") -> str:
    """An English sentence with relative time replaced by dates; arguments as for `dated`."""
    when = _day(day)
    if when is None:
        return sentence
    years = _ENGLISH_OWN_YEAR.findall(before)

    def year(match: re.Match[str]) -> str:
        number = str(when.year + _ENGLISH_YEARS[match["which"].lower()])
        if match["owner"]:
            return f"{match['before'] + ' ' if match['before'] else ''}{number}'s"
        if match["before"]:
            return f"{match['before']} {number}"
        if match.string[: match.start()].rstrip().rpartition(" ")[2] in MONTHS:
            return number
        if match["verb"] is not None and _BEGINS.search(match.string, 0, match.start()):
            return number
        return f"{'In' if match['which'][0].isupper() else 'in'} {number}"

    def month(match: re.Match[str]) -> str:
        steps = _ENGLISH_YEARS[match["which"].lower()]
        years, number = divmod(when.year * 12 + when.month - 1 + steps, 12)
        before = match["before"] or ("In" if match["which"][0].isupper() else "in")
        return f"{before} {MONTHS[number]} {years}"

    def on_day(match: re.Match[str]) -> str:
        that = when + timedelta(days=1 if match["day"][1:] == "omorrow" else -1)
        said = f"{MONTHS[that.month - 1]} {that.day}, {that.year}"
        before = match["before"] or ("On" if match["day"][0].isupper() else "on")
        return f"{before} {said}"

    def end_of_year(match: re.Match[str]) -> str:
        told = _ENGLISH_OWN_YEAR.findall(match.string, 0, match.start()) or years
        if told and int(told[-1]) != when.year:
            return match[0]
        return f"{match[1]} of {when.year}"

    def apply(part: str) -> str:
        part = _ENGLISH_DAY.sub(on_day, part)
        part = _ENGLISH_MONTH.sub(month, part)
        part = _ENGLISH_YEAR.sub(year, part)
        part = _END_OF_YEAR.sub(end_of_year, part)
        return _english_periods(part, when, int(years[-1]) if years else None)

    return _outside_quotes(sentence, apply, _ENGLISH_QUOTED)


def _english_periods(text: str, when: date, told: int | None) -> str:
    given: set[int] = set()

    def named(match: re.Match[str]) -> str:
        if _ENGLISH_OWN_YEAR.search(text, 0, match.start()):
            return match[0]
        planned = _ENGLISH_PLAN.search(text, max(0, match.start() - 40), match.end() + 60)
        past = _english_end(match[1]) > when.month and not planned
        if told is not None and told != when.year - bool(past):
            return match[0]
        year = when.year - bool(past)
        if year in given:
            return match[1].removesuffix(" of the year")
        given.add(year)
        return f"{match[1].removesuffix(' of the year')} of {year}"

    return _ENGLISH_PERIOD.sub(named, text)


def _english_end(period: str) -> int:
    words = period.lower().split()
    if "half" in words:
        return 5 if "first" in words else 11
    if words[-1] == "quarter":
        order = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}
        return order[words[1]] * 3 - 1
    if words[0] == "january":
        last = words[-1].capitalize()
        return MONTHS.index(last) + 1 if last in MONTHS else 1
    count = int(words[2]) if words[2].isdigit() else _NUMBER_WORDS.get(words[2], 1)
    return count * 3 - 1 if words[3].startswith("quarter") else count


def _outside_quotes(
    text: str, change: Callable[[str], str], quoted: re.Pattern[str] = _QUOTED
) -> str:
    """Apply ``change`` to the text outside quotation marks and titles, as one text."""
    kept: list[str] = []

    def hide(match: re.Match[str]) -> str:
        kept.append(match[0])
        return _MARK

    def show(_: re.Match[str]) -> str:
        return kept.pop(0)

    return re.sub(_MARK, show, change(quoted.sub(hide, text)))


_MARK = "\x00"
