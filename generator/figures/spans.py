"""Weekdays and spans of time that English gives another name: 第四天 that became "the fourth week".

As in ``relations``, only words that leave no doubt count.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.problem import FigureProblem
from generator.figures.relations import Once
from generator.patterns import late_regex

_WEEKDAY = late_regex(
    "(?:周|星期|礼拜)([一二三四五六日天])((?:[、至到和及-](?:周|星期|礼拜)?[一二三四五六日天](?!个|次))*)"
    "(?![次个年期])"
)
_DAY = late_regex("[一二三四五六日天]")
_DAYS = "一二三四五六日"
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_WEEKDAY_ENGLISH = late_regex(rf"\b({'|'.join(_WEEKDAYS)})s?\b")


def weekdays(text: str, english: str) -> Iterator[FigureProblem]:
    """下周三（12月9日） that became "Thursday", 周五至周日 "from Friday to Saturday": English has a
    day that the Chinese has not, and lacks one of it."""
    if "day" not in english:
        return
    said = set(_WEEKDAY_ENGLISH.findall(english))
    if not said:
        return
    named = {
        _WEEKDAYS[_DAYS.index(day.replace("天", "日"))]
        for found in _WEEKDAY.finditer(text)
        for day in (found[1], *_DAY.findall(found[2]))
    }
    lost, strange = sorted(named - said), sorted(said - named)
    if lost and strange and len(said) >= len(named):
        day = _DAYS[_WEEKDAYS.index(lost[0])]
        yield FigureProblem("changed", f"周{day}", lost[0], strange[0])


_EVERY_WEEK = late_regex("每(?:周|个?星期)([一二三四五六日天])(?!次|个|[次个]|[至到])")


def every_week(text: str, english: str) -> Iterator[FigureProblem]:
    """每周二 that became "two days a week": the day is nowhere."""
    found = _EVERY_WEEK.search(text) if "每" in text else None
    if found and not _ANY_DAY.search(english):
        day = _WEEKDAYS[_DAYS.index(found[1].replace("天", "日"))]
        yield FigureProblem("missing", found.group(), f"every {day}")


_ANY_DAY = late_regex(r"(?i:\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|weekend|weekday)")
_RUN = late_regex(
    r"(?:连续|连着|接连)(?:第)?[0-9一二两三四五六七八九十]+个?(?P<unit>月|年|季度|周|星期|[天日])"
)
_RUN_ENGLISH = late_regex(
    r"(?i:\b(?:consecutive|straight|successive|running)\s(?P<unit>second|minute|hour|day|week|month|quarter|year|season)s?\b)"
)
_RUN_UNITS = {
    "月": "month", "年": "year", "季度": "quarter", "周": "week", "星期": "week", "天": "day",
    "日": "day",
}  # fmt: skip


def other_run(text: str, english: str) -> Iterator[FigureProblem]:
    """连续三个月 that became "a third straight year"."""
    if "连" not in text:
        return
    units = {_RUN_UNITS[found["unit"]] for found in _RUN.finditer(text)}
    said = _RUN_ENGLISH.search(english) if units else None
    if said and said["unit"].lower() not in units:
        yield FigureProblem("changed", "连续", f"in a row, {min(units)}s", said.group())


_SPAN_AFTER = late_regex(
    r"(?i:[\s-](?:(?:consecutive|straight|successive|full|whole|long|more|further|running)\s)?"
    r"(?P<unit>second|minute|hour|day|week|month|quarter|year|decade)s?\b)"
)
_SPAN_NAMES = {"天": "day", "日": "day", "周": "week", "月": "month", "年": "year", "季": "quarter"}


def other_spans(text: str, english: str, once: Once) -> Iterator[FigureProblem]:
    """第四天 that became "the fourth week", 连续11年 "eleven consecutive months"."""
    for figure, said in once:
        if figure.kind == "duration":
            unit = figure.unit.rstrip("s")
        elif figure.kind in ("ordinal", "rank"):
            counted = figure.source[-1] + text[figure.end : figure.end + 2].lstrip("个")[:1]
            unit = next((_SPAN_NAMES[one] for one in counted if one in _SPAN_NAMES), "")
        else:
            continue
        found = _SPAN_AFTER.match(english, said.end) if unit in _SPAN_UNITS else None
        plain = said.facts[0].kind == ("number" if figure.kind == "duration" else "ordinal")
        if found and plain and said.facts[0].unit == "" and found["unit"].lower() != unit:
            words = f"{said.text}{found.group()}"
            yield FigureProblem("changed", figure.source, figure.english, words)


_SPAN_UNITS = frozenset(_SPAN_NAMES.values()) | {"hour", "minute"}


_NOW = late_regex(
    r"(?i:\b(?:this|last|next)\s(?P<span>month|week)\b"
    r"|\b(?:first|second|third|fourth|last|final|this|next|previous)\s(?P<quarter>quarter|half)\b(?!-)(?!\sof\sth(?:e|is)\s(?:match|game))"
    r"|\b(?P<often>monthly(?!\saverage)|weekly|annual(?!\sper)|yearly)\b"
    r"|(?<=[a-z0-9%])(?<!half)(?<!twice)\s(?:a|per|each|every)\s(?P<rate>day|week|month|year)\b(?!\s(?:of|or|and|when|that|long|away|from|by|off|ago|to)\b)(?!['’-])"
    r"|\bin\s(?:a|one|just\sa|just\sone)\s(?P<within>week|month|year)\b(?!['’-])"
    r"|\b(?:than|from|over|on|to|with)\s(?:(?:that|those)\s(?:of|in)\s)?(?:a|the\sprevious|the\spreceding|the\sprior|last)\s(?P<base>year|month)\b(?!['’-])"
    r"|\b(?P<on>year|month)[\s-]on[\s-](?:year|month)\b"
    r"|\b(?:a|one|the)\s(?P<ago>year|month|week|day)\s(?:earlier|ago|before)\b"
    r"|\b(?P<part>morning|evening|afternoon)s?\b)"
)
_SPAN_WORDS = late_regex("(?i:month|week|quarter|half|year|day|annual|morning|evening|afternoon)")
_NAMES = {"monthly": "month", "weekly": "week", "annual": "year", "yearly": "year"}
_SPANS = {
    "month": late_regex(r"月|旬|[0-9]{1,2}[日号]|近|周[一二三四五六日末]|星期|日前"),
    "half": late_regex(r"半|[67]月|六月|七月|H[12]|前六|前6|1-6|季|年中|[上下]一?[节场]|首节"),
    "quarter": late_regex(r"季|月|[Qq][1-4]|四分|25%|刻|节|1/4|分之一"),
    "week": late_regex(r"周|星期|礼拜|旬|[0-9]{1,2}[日号]|近|[今明昨]天|[天日]"),
}
# Of rates, bases and parts of the day: what has to stand in the Chinese for them.
_NEEDED = {
    "day": late_regex("[日天夜晚早晨昼旦朝宿]|24小时|二十四小时"),
    "week": late_regex("周|星期|礼拜|旬|[7七]天|[7七]日"),
    "month": late_regex("月|旬|三十天|30天|四周|环比|PMI|CPI|PPI"),
    "year": late_regex("[年岁载季]|同比|度|寒暑|春节|(?:12|十二)个月|常规|例|届|期"),
    "morning": late_regex("[早晨晓曙旦朝]|上午|午前|凌晨|黎明|[0-9一二三四五六七八九十][时点:：]|AM|am|中午|日出"),
    "evening": late_regex("[晚夜暮宵夕霞]|傍|黄昏|[0-9一二三四五六七八九十][时点:：]|PM|pm|下班"),
    "afternoon": late_regex("[午晚]|[0-9一二三四五六七八九十][时点:：]|PM|pm|日落"),
}


def strangers(text: str, english: str) -> Iterator[FigureProblem]:
    """今年以来 that became "so far this month", 年产 "a month", 早高峰 "in the evening": no word of
    the Chinese names any such span."""
    if not _SPAN_WORDS.search(english):
        return
    for found in _NOW.finditer(english):
        kind = found.lastgroup or ""
        span = found[kind].lower()
        needed = _SPANS if kind in ("span", "quarter") else _NEEDED
        if not needed[_NAMES.get(span, span)].search(text):
            yield FigureProblem("added", found=found.group())
