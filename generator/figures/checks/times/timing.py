"""Which of two times a figure belongs to: this year's that became last year's, old and new dates of
a postponed event, and periods whose ends are listed or reversed.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.figures.checks.needing import needing
from generator.figures.context.clauses import between
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import AMOUNTS
from generator.figures.shared.problem import FigureProblem
from generator.months import MONTHS
from generator.patterns import late_regex

_FROM = late_regex(
    r"(?i:\b(?:from|against|compared\s(?:with|to)|versus|after)\s"
    r"(?:(?:about|some|around|nearly|over|just|only|a|the|more\sthan)\s)*(?:(?:US|HK)?[$€£¥])?\Z)"
)
_YEAR = late_regex(
    r"(?i:(?:\s(?:[a-z]+))?\s(?:in\s)?(?:a\syear\s(?:earlier|ago|before)|last\syear|the\s(?:previous\syear|year\sbefore)"
    r"|(?:in\s)?the\ssame\s(?:period|months?|quarter)\s(?:of\s)?last\syear)\b)"
)
_WHEN = late_regex(
    r"(?i:\b(?:a\syear\s(?:earlier|ago|before)|last\syear|the\syear\sbefore),\swhen\s[^.;,]{0,40}\Z"
    r"|(?<!than\s)(?<!from\s)(?<!over\s)(?<!on\s)"
    r"\b(?:a\syear\s(?:earlier|ago|before)|last\syear|the\syear\sbefore),\sat\s[^.;,]{0,40}\Z)"
)
_EARLIER = late_regex(
    "去|上年|上一|同期|前年|年前|由|从|原|之前|此前|上个?月|[0-9]年|前|往|曾|过|后|自|历|旧|老|初|早|[一二三四]季度|上半年|[0-9]月|当时|那时"
)
_LOOK = 60


@needing(english=(_WHEN, _FROM))
def this_year_as_last(comparison: Comparison) -> Iterator[FigureProblem]:
    """注销9400户，比上年同期少1100户 that became "than last year, when the number was 9,400"."""
    text, english = comparison.text, comparison.english
    if "year" not in english:
        return
    for figure, stated in comparison.unique_of(AMOUNTS):
        ahead = english[max(0, stated.start - _LOOK) : stated.start]
        found = _WHEN.search(ahead) or (_FROM.search(ahead) and _YEAR.match(english, stated.end))
        if found and not _EARLIER.search(between(text, figure.start, figure.end, _MARKS)):
            words = f"{stated.text} ({found.group().strip()})"
            yield FigureProblem("changed", figure.source, figure.english, words)


_MARKS = late_regex("[，。；：！？,;]")


_MOVED = late_regex(
    "(?:推迟|延后|提前|延长|调整|改|变更|提早)(?:至|到|为|在)(?:晚上|早上|上午|下午|次日|凌晨)?"
)
_RATHER = late_regex(r"(?i:\s(?:[a-z]+\s){0,2}?(?:instead\sof|rather\sthan|not)\s(?:at\s)?)")
_TO = late_regex(r"(?i:(?:\s[ap]\.?m\.?)?\s(?:to|until|till)\s)")


_OVERNIGHT = late_regex(
    "(?:[至到]|-|—|~)+(?:次日|翌日|第二天|隔天)?(?:凌晨|清晨|早上|上午|中午|下午|傍晚|晚上)?"
)
_BACK = late_regex(r"(?i:(?:\s(?:in|at)\s[a-z]+(?:\s[a-z]+)?)?\s(?:to|until|till|and)\s)")


def swapped_times(comparison: Comparison) -> Iterator[FigureProblem]:
    """由22时30分推迟到23时15分 that became "at 10:30 instead of 11:15"."""
    text, english = comparison.text, comparison.english
    times = comparison.unique_of(frozenset({"time", "date"}))
    for (old, old_said), (new, new_said) in pairwise(times):
        if not _MOVED.fullmatch(text, old.end, new.start):
            turned = _OVERNIGHT.fullmatch(text, old.end, new.start)
            if turned and _BACK.fullmatch(english, new_said.end, old_said.start):
                found = english[new_said.start : old_said.end]
                yield FigureProblem("changed", old.source, old.english, found)
            continue
        gap = english[old_said.end : new_said.start]
        back = english[new_said.end : old_said.start]
        if (gap and _RATHER.fullmatch(gap)) or (back and _TO.fullmatch(back)):
            yield FigureProblem("changed", new.source, new.english, old_said.text)


# 原定15日的发射推迟到18日: the original and the new day
_FIRST_SET = late_regex("原[定拟本计]")
_PUT_TO = late_regex(r"[^。；]{0,20}(?:推迟|延期|延后|提前|改期?|调整|顺延)[到至为]")
_MOVED_TO = late_regex(
    r"(?i:\b(?:moved|postponed|put\s(?:off|back)|brought\sforward|delayed|rescheduled|changed|shifted)\s"
    r"(?:back\s|forward\s)?(?:to|until|till)\b)"
)


@needing(chinese=("原",))
def swapped_days(comparison: Comparison) -> Iterator[FigureProblem]:
    """The original day of an event, which the English has as the new one."""
    text, english = comparison.text, comparison.english
    if "原" not in text:
        return
    dates = [pair for pair in comparison.unique if pair[0].kind == "date"]
    for (one, was), (other, now) in pairwise(dates):
        if not _FIRST_SET.search(text, max(0, one.start - 6), one.start):
            continue
        if now.end <= was.start and _PUT_TO.search(text, one.end, other.start):
            found = _MOVED_TO.search(english, now.end, was.start)
            if found:
                words = f"{found.group()} {was.text}"
                yield FigureProblem("changed", other.source, other.english, words)


_BOTH_YEARS = late_regex(r"(?i:\bin\s([12][0-9]{3})\sand\s(?:again\s)?(?:in\s)?([12][0-9]{3})\b)")
_FROM_YEAR = late_regex("([12][0-9]{3})年?(?:至|到|-|—|~)+([12][0-9]{3})年")


@needing(chinese=(_FROM_YEAR,))
def range_as_two_years(comparison: Comparison) -> Iterator[FigureProblem]:
    """2016年至2020年 that became "in 2016 and 2020"."""
    spans = list(_FROM_YEAR.finditer(comparison.text))
    found = _BOTH_YEARS.search(comparison.english) if spans else None
    for years in spans if found else ():
        first, last = years.groups()
        if found and found.groups() == (first, last) and comparison.text.count(last) == 1:
            yield FigureProblem("changed", years.group(), f"{first} to {last}", found.group())


_MONTH_OF = late_regex("([12][0-9]{3})年(1[0-2]|[1-9])月")
_MONTH_ENGLISH = late_regex(rf"\b({'|'.join(MONTHS)})\s(?:[0-9]{{1,2}},?\s)?([12][0-9]{{3}})\b")


@needing(chinese=(_MONTH_OF,), english=(_MONTH_ENGLISH,))
def swapped_months(comparison: Comparison) -> Iterator[FigureProblem]:
    """2026年3月至2028年6月 that became "from June 2026 to March 2028"."""
    chinese_months = {(year, int(month)) for year, month in _MONTH_OF.findall(comparison.text)}
    if len(chinese_months) <= 1:
        return
    years, months = {year for year, _ in chinese_months}, {month for _, month in chinese_months}
    for found in _MONTH_ENGLISH.finditer(comparison.english):
        month, year = MONTHS.index(found[1]) + 1, found[2]
        if year in years and month in months and (year, month) not in chinese_months:
            own = next(m for y, m in sorted(chinese_months) if y == year)
            yield FigureProblem(
                "changed", f"{year}年{own}月", f"{MONTHS[own - 1]} {year}", found.group()
            )


_DAYS = late_regex(
    "(1[0-2]|[1-9])月([1-3]?[0-9])[日号]?(?:至|到|-|—|~)+(?:(1[0-2]|[1-9])月)?([1-3]?[0-9])[日号]"
)
_NAMED = rf"(?:({'|'.join(MONTHS)})\s([0-9]{{1,2}})|([0-9]{{1,2}})\s({'|'.join(MONTHS)}))"
_DAYS_ENGLISH = late_regex(rf"\b{_NAMED}\s?(?:to|until|till|through|-|–|—)\s?{_NAMED}\b")


@needing(chinese=(_DAYS,), english=(_DAYS_ENGLISH,))
def reversed_days(comparison: Comparison) -> Iterator[FigureProblem]:
    """9月29日至10月8日 that became "from October 8 to September 29"."""
    spans = {}
    for days in _DAYS.finditer(comparison.text):
        first, last = (int(days[1]), int(days[2])), (int(days[3] or days[1]), int(days[4]))
        if first != last:
            spans[last, first] = days.group()
    if not spans:
        return
    for found in _DAYS_ENGLISH.finditer(comparison.english):
        a, b, c, d, e, f, g, h = found.groups()
        one = MONTHS.index(a or d) + 1, int(b or c)
        other = MONTHS.index(e or h) + 1, int(f or g)
        if (one, other) in spans:
            yield FigureProblem("changed", spans[one, other], "the other way round", found.group())
