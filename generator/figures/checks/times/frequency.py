"""How often something happens: 今后三年培训1.2万名 that became "12,000 a year", 每周二、四、六
"from Tuesday to Saturday".
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.checks.needing import needing
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import AMOUNTS, Figure
from generator.figures.shared.numeral import small_value
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_RATE = late_regex(
    r"(?i:\s(?:(?!(?:and|or|for|in|at|from|that|which|who|by|on|as|after|before|under|within|new)\b)[a-z-]+\s){0,3}?"
    r"(?<!half\s)(?<!\sto\s)(?:(?:per|a|each|every)\s(?P<unit>year|month|week|day|hour)\b"
    r"(?!\s(?:of|or|ago|earlier|before|later|after|long|away|from|when|that|on|off|to|in)\b|['’-])"
    r"|(?P<adverb>annually|yearly|monthly|weekly|daily|hourly)(?=[.,;]|\s(?:for|to|in|on|from|by|at|over|and)\b|\Z)))"
)
_ADVERBS = {
    "annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day",
    "hourly": "hour",
}  # fmt: skip
_SPEAKS = {
    "year": (*"年载岁", "产能"), "week": tuple("周星礼"), "day": (*"日天昼夜", "涨跌幅"),
    "hour": tuple("时钟点"), "month": ("月", "退休金", "养老金", "房租", "生活费", "低保"),
}  # fmt: skip
_SPANS = frozenset({"duration", "period", "date", "day", "time"})
_ONE_YEAR = late_regex(
    "(?<!如)[今去明前上当本翌次同近往历常来]年|年[初末底内前后来以]|[今昨明当次翌前]天|[上本下当]月|本周|上周|下周|即?日起|目前|工作日"
)


@needing(english=(_RATE,))
def totals_as_rates(comparison: Comparison) -> Iterator[FigureProblem]:
    """Totals that became yearly, monthly, weekly, daily or hourly amounts."""
    english = comparison.english
    bare = ""
    for figure, stated in comparison.unique_of(AMOUNTS | {"vague"}):
        found = _RATE.match(english, stated.end)
        if found is None:
            continue
        bare = bare or _without_spans(comparison.text, comparison.figures)
        unit = found["unit"] or _ADVERBS[found["adverb"].lower()]
        if not any(word in bare for word in (*_SPEAKS[unit.lower()], *"每均/")):
            words = f"{stated.text}{found.group()}"
            yield FigureProblem("changed", figure.source, figure.english, words)


def _without_spans(text: str, figures: list[Figure]) -> str:
    """The text without its dates and its periods longer than one year, month or day."""
    for figure in reversed(figures):
        if figure.kind in _SPANS and figure.value not in ("1", "24"):
            text = f"{text[: figure.start]}，{text[figure.end :]}"
    return f"{_ONE_YEAR.sub('，', text)} "


_YEARLY = {
    "年": 1, "半年": 2, "季": 4, "季度": 4, "月": 12, "个月": 12, "半月": 24, "半个月": 24,
    "周": 52, "星期": 52, "个星期": 52, "天": 365, "日": 365, "year": 1, "quarter": 4,
    "month": 12, "week": 52, "day": 365,
}  # fmt: skip
_EVERY = late_regex(
    "每(?P<every>[两二三四五六])?(?P<unit>半年|季度?|个?月|半个?月|个?星期|周|年|[天日])[\u4e00-\u9fff]{0,4}?"
    "(?P<n>[0-9]{1,2}|[一两二三四五六七八九十])(?:次|趟|班|轮|回|遍|场|期|届)"
)
_SO_MANY = late_regex(
    r"(?i:(?<!than\s)\b(?P<n>once|twice|(?:two|three|four|five|six|seven|eight|nine|ten|twelve|[0-9]{1,2})\stimes)\s(?:a|an|per|each|every)\s"
    r"(?P<half>half[\s-])?(?P<unit>year|quarter|month|week|day)\b)"
)
_IN_ONE = late_regex("(?:一|1)个?[周天年日月季星][^，。；]{0,8}[次回趟遍场]")
# Tolerance for equal frequencies: twelve times a year is once a month, four times a month once a
# week.
_ABOUT = 0.1


@needing(chinese=("每",), english=("times", "ce a"))
def other_frequency(comparison: Comparison) -> Iterator[FigureProblem]:
    """每季度一次 that became "four times a quarter"."""
    text, english = comparison.text, comparison.english
    if "每" not in text or ("times" not in english and "ce a" not in english):
        return
    own, every = [], list(_EVERY.finditer(text))
    for one in every:
        count = small_value(one["n"])
        own.append(count * _YEARLY[one["unit"]] / small_value(one["every"] or "一"))
    if not own or len(own) < text.count("每") or _IN_ONE.search(text):
        return
    for match in _SO_MANY.finditer(english):
        count = small_value(match["n"].split()[0])
        rate = count * _YEARLY[match["unit"].lower()] * (2 if match["half"] else 1)
        if all(abs(rate - one) > _ABOUT * one for one in own):
            yield FigureProblem("changed", every[0].group(), found=match.group())
            return
