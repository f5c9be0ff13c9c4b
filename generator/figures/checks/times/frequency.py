"""How often something happens: 今后三年培训1.2万名 that became "12,000 a year", 每周二、四、六
"from Tuesday to Saturday".
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.context.clauses import chinese_clause, english_clause
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import AMOUNTS, Figure
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_RATE = late_regex(
    r"(?i:\s(?:(?!(?:and|or|for|in|at|from|that|which|who|by|on|as|after|before|under|within|new)\b)[a-z-]+\s){0,3}?"
    r"(?:(?:per|a|each|every)\s(?P<unit>year|month|week|day|hour)\b"
    r"(?!\s(?:of|or|ago|earlier|before|later|after|long|away|from|when|that|on|off|to|in)\b|['’-])"
    r"|(?P<adverb>annually|yearly|monthly|weekly|daily|hourly)(?=[.,;]|\s(?:for|to|in|on|from|by|at|over|and)\b|\Z)))"
)
_ADVERBS = {
    "annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day",
    "hourly": "hour",
}  # fmt: skip
_SPEAKS = {
    "year": tuple("年载岁"), "week": tuple("周星礼"), "day": tuple("日天昼夜"),
    "hour": tuple("时钟点"), "month": ("月", "退休金", "养老金", "房租", "生活费", "低保"),
}  # fmt: skip
_SPANS = frozenset({"duration", "period", "date", "day", "time"})
_ONE_YEAR = late_regex(
    "(?<!如)[今去明前上当本翌次同近往历常来]年|年[初末底内前后来以]|[今昨明当次翌前]天|[上本下当]月|本周|上周|下周|即?日起|目前|工作日"
)


def totals_as_rates(comparison: Comparison) -> Iterator[FigureProblem]:
    """Totals that became yearly, monthly, weekly, daily or hourly amounts."""
    english = comparison.english
    bare = ""
    for figure, said in comparison.unique_of(AMOUNTS | {"vague"}):
        found = _RATE.match(english, said.end)
        if found is None:
            continue
        bare = bare or _without_spans(comparison.text, comparison.figures)
        unit = found["unit"] or _ADVERBS[found["adverb"].lower()]
        if not any(word in bare for word in (*_SPEAKS[unit.lower()], *"每均/")):
            words = f"{said.text}{found.group()}"
            yield FigureProblem("changed", figure.source, figure.english, words)


def _without_spans(text: str, figures: list[Figure]) -> str:
    """The text without its dates and its periods longer than one year, month or day."""
    for figure in reversed(figures):
        if figure.kind in _SPANS and figure.value not in ("1", "24"):
            text = f"{text[: figure.start]}，{text[figure.end :]}"
    return f"{_ONE_YEAR.sub('，', text)} "


_DAY = "[一二三四五六日天]"
_WEEK = "(?:周|星期|礼拜)"
_LIST = late_regex(rf"{_WEEK}{_DAY}(?:、{_WEEK}?{_DAY})+")
_RANGE = late_regex(rf"{_WEEK}{_DAY}(?:至|到|-|—|~)+{_WEEK}?{_DAY}")
_NAMES = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?"
_RANGE_ENGLISH = late_regex(rf"\b{_NAMES}\s?(?:to|through|until|till|-|–|—)\s?{_NAMES}\b")
_LIST_ENGLISH = late_regex(rf"\b{_NAMES}(?:,\s{_NAMES})*,?\s(?:and|or)\s{_NAMES}\b")
_REACHING = late_regex(
    r"(?i:\b(?:to|through|thru|until|till|between|weekdays?|weekend|working|everyday|from)\b|[-–—])"
)


def lists_as_ranges(comparison: Comparison) -> Iterator[FigureProblem]:
    """A list of days of the week that became a range, and the reverse."""
    text, english = comparison.text, comparison.english
    if "day" not in english:
        return
    listed, reaching = _LIST.search(text), _RANGE.search(text)
    if listed and not reaching:
        found, name = _RANGE_ENGLISH.search(english), "each of these days"
    elif reaching and not listed and not _REACHING.search(english):
        found, name = _LIST_ENGLISH.search(english), "from the one to the other"
    else:
        return
    if found:
        there = listed or reaching
        source = there.group() if there else ""
        yield FigureProblem("changed", source, name, found.group())


_DAY_OF = late_regex(rf"(?:{_WEEK})({_DAY})(?![、至到次个年期])")
_DAY_ENGLISH = late_regex(r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")
_DAYS = dict(
    zip("一二三四五六日天", "Mon Tues Wednes Thurs Fri Satur Sun Sun".split(), strict=True)
)

_SEVERAL = late_regex(rf"{_DAY}[、和与及至到-]")


def swapped_weekdays(comparison: Comparison) -> Iterator[FigureProblem]:
    """周六下午3点 … 周日11点 in which the days of the week have changed places."""
    text, english = comparison.text, comparison.english
    if len(_DAY_OF.findall(text)) <= 1 or "day" not in english:
        return
    for figure, said in comparison.unique:
        clause = chinese_clause(text, figure, comparison.figures)
        if _SEVERAL.search(clause):
            continue
        ours = {_DAYS[day] for day in _DAY_OF.findall(clause)}
        theirs = set(_DAY_ENGLISH.findall(english_clause(english, said.start, said.end)))
        if len(ours) == 1 and len(theirs) == 1 and ours != theirs:
            words = f"{said.text} ({min(theirs)}day)"
            yield FigureProblem("changed", figure.source, f"{min(ours)}day", words)


def missing_weekday(comparison: Comparison) -> Iterator[FigureProblem]:
    """周五、周六、周日 of which the English has only two."""
    text, english = comparison.text, comparison.english
    listed = _LIST.search(text) if "day" in english else None
    if not listed or _REACHING.search(english) or "weekend" in english:
        return
    days = [_DAYS[day] for day in listed.group() if day in _DAYS]
    said = set(_DAY_ENGLISH.findall(english))
    lost = [day for day in days if day not in said]
    if lost and len(said) > 1:
        yield FigureProblem("missing", listed.group(), f"{lost[0]}day")


_YEARLY = {
    "年": 1, "半年": 2, "季": 4, "季度": 4, "月": 12, "个月": 12, "半月": 24, "半个月": 24,
    "周": 52, "星期": 52, "个星期": 52, "天": 365, "日": 365, "year": 1, "quarter": 4,
    "month": 12, "week": 52, "day": 365,
}  # fmt: skip
_TIMES = {n: i for i, n in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
_TIMES_ENGLISH = {
    "once": 1, "twice": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "twelve": 12,
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


def other_frequency(comparison: Comparison) -> Iterator[FigureProblem]:
    """每季度一次 that became "four times a quarter"."""
    text, english = comparison.text, comparison.english
    if "每" not in text or ("times" not in english and "ce a" not in english):
        return
    own, every = [], list(_EVERY.finditer(text))
    for one in every:
        count = int(one["n"]) if one["n"].isdigit() else _TIMES[one["n"]]
        own.append(count * _YEARLY[one["unit"]] / _TIMES.get(one["every"] or "一", 1))
    if not own or len(own) < text.count("每") or _IN_ONE.search(text):
        return
    for said in _SO_MANY.finditer(english):
        number = said["n"].lower().removesuffix(" times")
        count = int(number) if number.isdigit() else _TIMES_ENGLISH[number]
        rate = count * _YEARLY[said["unit"].lower()] * (2 if said["half"] else 1)
        if all(abs(rate - one) > _ABOUT * one for one in own):
            yield FigureProblem("changed", every[0].group(), found=said.group())
            return
