"""The period of an amount: 三年内改造1850公里 that became "1,850 kilometers a year", 人均月收入
"annual income of", 开业首周 "in its first month", 单季 "over the first three quarters", 前5个月
"in May".
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.checks.needing import needing
from generator.figures.context.clauses import clause_start
from generator.figures.english.changes import APPROACH
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_KINDS = frozenset({"money", "measure", "count"})
_UNITS = {"年": "year", "月": "month", "周": "week", "天": "day", "日": "day"}
_SPAN = late_regex(
    r"(?<![第前0-9])(?P<n>[2-9两二三四五六七八九十]|[1-9][0-9]|[二三四五六七八九]十)(?:个(?=月|星))?(?P<unit>年|(?<=个)月|周|天)(?:[之以]?内|[里间来]|假期)?[^，。；0-9]{0,12}\Z"
)
_RATED = late_regex("[每均逐/／]|年[产销供发处接租薪]|日[产销供发处接]|月[产销供租薪]")
_RATE = late_regex(
    r"(?i:\s(?:(?!(?:and|or|for|in|at|from|that|which|who|by|on|as|after|before|under|within|new)\b)[a-z-]+\s){0,3}?"
    r"(?:of\s(?:[a-z-]+\s){1,4}?)?(?:per|a|each|every)\s(?P<unit>year|month|week|day)\b(?!\s(?:of|or|ago|earlier|before|later|after)\b|['’-]))"
)


@needing(english=(_RATE,))
def span_as_rate(comparison: Comparison) -> Iterator[FigureProblem]:
    """国庆8天接待53.8万人次 that became "538,000 a day during the eight-day holiday"."""
    text, english = comparison.text, comparison.english
    for figure, stated in comparison.unique_of(_KINDS):
        found = _RATE.match(english, stated.end)
        if found is None:
            continue
        unit = found["unit"].lower()
        start = clause_start(text, figure.start, "，。；：！？;\n")
        before = text[start : figure.start]
        if _RATED.search(before) or _RATED.search(text, figure.end, figure.end + 6):
            continue
        span = _SPAN.search(before)
        per = _PER_ONE.search(before)
        if (span and _UNITS[span["unit"]] == unit) or (per and not _TIME.search(before)):
            words = f"{stated.text}{found.group()}"
            yield FigureProblem("changed", figure.source, figure.english, words)
    for figure, stated in comparison.unique_of(frozenset({"money"})):
        found = _RATE.match(english, stated.end)
        start = clause_start(text, figure.start, "，。；：！？;\n")
        before = text[start : figure.start]
        if found and _PER_ONE.search(before) and not _TIME.search(before):
            words = f"{stated.text}{found.group()}"
            yield FigureProblem("changed", figure.source, figure.english, words)


# 每车次25元
_PER_ONE = late_regex("每(?:车次|人次|次|张|份|单|件|票|趟|本|只|头|台|条|辆)[^，。；0-9]{0,4}\\Z")
_TIME = late_regex("[年月日天周季]")

_MARKS = {
    "year": late_regex("年"),
    "month": late_regex("月"),
    "day": late_regex("[日天晚夜]"),
    "week": late_regex("周|星期"),
    "quarter": late_regex("季"),
    "hour": late_regex("时"),
}
_BARE = {
    "year": late_regex("(?:每|(?<![0-9去今明前上本多]))年(?:均|[产销收薪租费供])"),
    "month": late_regex("(?:每月|月(?:均|[产销收薪租费供工]))"),
    "day": late_regex("(?:每[日天]|日(?:均|[产销供处接]))"),
    "week": late_regex("每周|周均"),
    "quarter": late_regex("每季|季均"),
    "hour": late_regex("每小?时"),
}
_ADJECTIVE = late_regex(
    r"(?i:\b(?P<unit>annual|yearly|monthly|daily|weekly|quarterly|hourly)\s(?:(?!(?:and|or|but|from|to|by|than)\b)[a-z-]+\s){0,3}?"
    r"(?:(?:of|at|is|was|are|were|reached|stood\sat|exceed(?:s|ed|ing)|came\sto)\s)"
    rf"{APPROACH}\Z)"
)
_OF = {
    "annual": "year", "yearly": "year", "monthly": "month", "daily": "day", "weekly": "week",
    "quarterly": "quarter", "hourly": "hour",
}  # fmt: skip


@needing(english=(_ADJECTIVE,))
def other_periods(comparison: Comparison) -> Iterator[FigureProblem]:
    """人均月收入4500元 that became "an average annual income of 4,500 yuan"."""
    text, english = comparison.text, comparison.english
    for figure, stated in comparison.unique_of(_KINDS):
        found = _ADJECTIVE.search(english, max(0, stated.start - 90), stated.start)
        if found is None:
            continue
        unit = _OF[found["unit"].lower()]
        start = clause_start(text, figure.start, "，。；：！？;\n")
        before = text[start : figure.end]
        if _MARKS[unit].search(before):
            continue
        other = any(own.search(before) for name, own in _BARE.items() if name != unit)
        if other or "累计" in before:
            words = f"{found.group().strip()} {stated.text}"
            yield FigureProblem("changed", figure.source, figure.english, words)


_FIRST = late_regex("首(?:个)?(?P<unit>[周月日年季])(?![入年季节轮]|报|府|播)")
_FIRST_ENGLISH = late_regex(
    r"(?i:\b(?:first|opening|debut)\s(?P<unit>day|week|month|quarter|year)\b(?!\s(?:of|half)\b))"
)
_ITS_UNITS = {"周": "week", "月": "month", "日": "day", "年": "year", "季": "quarter"}
_CHINESE_UNITS = {v: k for k, v in _ITS_UNITS.items()}


@needing(chinese=("首",), english=(_FIRST_ENGLISH,))
def other_first_period(comparison: Comparison) -> Iterator[FigureProblem]:
    """开业首周 that became "in its first month"."""
    own = {_ITS_UNITS[m["unit"]] for m in _FIRST.finditer(comparison.text)}
    if not own:
        return
    for found in _FIRST_ENGLISH.finditer(comparison.english):
        unit = found["unit"].lower()
        word = "天日" if unit == "day" else _CHINESE_UNITS[unit]
        if unit not in own and not any(
            f"{first}{one}" in comparison.text
            for first in ("首", "第一", "第一个", "首个", "头", "头一", "一", "1")
            for one in word
        ):
            yield FigureProblem("changed", f"首{_CHINESE_UNITS[min(own)]}", found=found.group())
            return


_SINGLE = late_regex("单季度?(?![^，。；]{0,8}(?:次高|最高))")
_SEVERAL = late_regex(
    "前[一二三四五六七八九十0-9]|首[一二三四五六七八九十0-9]|半年|累计|[0-9]月?[—–-]|全年"
)
_SEVERAL_ENGLISH = late_regex(
    r"(?i:\b(?:first\s(?:two|three)\squarters|first\s(?:nine|six)\smonths|first\shalf|january[\s-](?:to|through|september)))"
)
_AS_OF = late_regex("截至[^，。；]{0,12}[末底](?=，)")
_SUM = late_regex("累计")
_WITHIN = late_regex(
    "全年|年初|一年来|近一年|年度|同比|[今去上本]年(?:以来|前|共|全|累计|[^末底，]{0,2}新)"
)
_ALONE = late_regex(
    r"(?i:\b(?:in|over|during)\sthe\s(?:year|twelve\smonths|12\smonths|six\smonths)\sto\b|\blast\syear\salone\b)"
)
_BY_NOW = late_regex(
    "[今本]年(?:以来|前|1)|前[0-9一二三四五六七八九十]+个?月|1(?:月)?[—–至-][0-9]+月|上半年|前三季"
)
_SINCE = late_regex("以来|累计|[自从]|开工|开通|开业|开建|启动|成立|投运|至今|来[，共]|总计|动工")
_SINCE_ENGLISH = late_regex(
    r"(?i:\bsince\s(?:(?:the|its)\s)?(?:work|construction|it|operations?|building|launch|opening|completion|the\sproject)\b)"
)
_THIRD = late_regex("[0-9]月[上中下]旬")
_WHOLE = late_regex(
    r"(?i:\b(?:the\s(?:whole|entirety)\sof|all\sof|throughout|the\s(?:whole|full|entire)\smonth)\b)"
)
_FULL = late_regex("全月|整个?月|当月|[0-9]月份")


@needing(chinese=("单季",), english=(_SEVERAL_ENGLISH,))
@needing(chinese=("截至",), english=(_ALONE,))
@needing(chinese=(_BY_NOW,), english=("since ",))
@needing(chinese=("旬",), english=(_WHOLE,))
def other_reach(comparison: Comparison) -> Iterator[FigureProblem]:
    """单季营收 that became "over the first three quarters", 截至去年末累计 "last year alone"."""
    text, english = comparison.text, comparison.english
    rules = (
        (_SINGLE, _SEVERAL, _SEVERAL_ENGLISH),
        (_AS_OF if _SUM.search(text) else None, _WITHIN, _ALONE),
        (_BY_NOW, _SINCE, _SINCE_ENGLISH),
        (_THIRD, _FULL, _WHOLE),
    )
    for own, allowing, other in rules:
        mark = own.search(text) if own else None
        if mark is None or allowing.search(text):
            continue
        found = other.search(english)
        if found:
            yield FigureProblem("changed", mark.group(), found=found.group())


_IN_MONTH = late_regex(r"(?i:(?:\A|[\s(])(?:in|during)\s\Z)")


@needing(chinese=("前", "首", "-", "—", "至"), english=("in ", "during "))
def range_as_month(comparison: Comparison) -> Iterator[FigureProblem]:
    """前5个月 that became "in May"."""
    english = comparison.english
    for figure, stated in comparison.unique_of(frozenset({"period"})):
        first, _, last = figure.value.partition("/")
        if not last or first == last:
            continue
        if stated.facts[0].kind != "month" or len(stated.facts) > 1:
            continue
        if stated.end - stated.start > _LONGEST:
            continue
        found = _IN_MONTH.search(english, max(0, stated.start - 10), stated.start)
        if found:
            words = f"{found.group().strip()} {stated.text}"
            yield FigureProblem("changed", figure.source, figure.english, words)


_LONGEST = 10


_EVERY = late_regex(r"(?i:\b(?:every|each)\s(?P<unit>year|month|week|day)\b(?!\s(?:of|in)\b))")
_ANY_RATE = late_regex(
    "[每均天]|一[年月周日]一|轮岗|轮换|逐[年月日周]|按[年月日周]|年年|月月|天天|日日|[年月日](?=[产销供发处接租薪])|年度|历年|全天|[年月]费|年薪|月供|时常|常年|连续|连年"
    "|(?<![0-9零〇一二三四五六七八九十去今明前上本多当近全次翌新])年(?![前后初底末内来间份以])"
    "|(?<![0-9一二三四五六七八九十上下本当个])月(?![初底末内来份])"
    "|(?<![0-9一二三四五六七八九十今当昨明次近])日(?![前内起在])|(?<![上下本一])周(?![年围边期一二三四五六日末])"
)
_TWO_YEARLY = late_regex(
    r"(?i:\bevery\s(?P<n>two|three|four|five|other)\s(?P<unit>year|month|week|day)s?\b)"
)
_OFTEN = late_regex(
    "每(?P<unit>年|个?月|周|天)[^，。；]{0,8}?[一二两三四五六七八九十0-9]+(?:次|届|场|期|轮|回)"
)
_EVERY_FEW = late_regex("每[两二2三3四4五5隔]|隔[年月周天日]|[两二三四五]年一|单双")


@needing(english=("every ", "each "))
def unfounded_every(comparison: Comparison) -> Iterator[FigureProblem]:
    """逐单公示 that became "every month", 每年举办两次 "every two years"."""
    text, english = comparison.text, comparison.english
    often = _OFTEN.search(text)
    found = _TWO_YEARLY.search(english) if often else None
    if often and found and not _EVERY_FEW.search(text):
        yield FigureProblem("changed", often.group(), found=found.group())
    if not _ANY_RATE.search(text):
        found = _EVERY.search(english)
        if found:
            yield FigureProblem("added", found=found.group(), word=True)
