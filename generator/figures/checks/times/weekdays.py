"""Days of the week: 下周三 that became "Thursday", 每周二、四、六 "from Tuesday to Saturday"."""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.checks.needing import needing
from generator.figures.context.clauses import chinese_clause, english_clause
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_WEEKDAY = late_regex(
    "(?:周|星期|礼拜)([一二三四五六日天])((?:[、至到和及-](?:周|星期|礼拜)?[一二三四五六日天](?!个|次))*)"
    "(?![次个年期])"
)
_ONE_DAY = late_regex("[一二三四五六日天]")
_NAMES = {
    "一": "Monday", "二": "Tuesday", "三": "Wednesday", "四": "Thursday", "五": "Friday",
    "六": "Saturday", "日": "Sunday", "天": "Sunday",
}  # fmt: skip
_CHINESE = {name: day for day, name in _NAMES.items() if day != "天"}
_WEEKDAY_ENGLISH = late_regex(rf"\b({'|'.join(_CHINESE)})s?\b")


@needing(english=[day.lower() for day in _CHINESE])
def other_weekday(comparison: Comparison) -> Iterator[FigureProblem]:
    """下周三（12月9日） that became "Thursday", 周五至周日 "from Friday to Saturday": the English
    has a day that the Chinese does not have, and lacks one that it has.
    """
    text, english = comparison.text, comparison.english
    if "day" not in english or not any(day in english for day in _CHINESE):
        return
    english_days = set(_WEEKDAY_ENGLISH.findall(english))
    if not english_days:
        return
    named = {
        _NAMES[day]
        for found in _WEEKDAY.finditer(text)
        for day in (found[1], *_ONE_DAY.findall(found[2]))
    }
    lost, strange = sorted(named - english_days), sorted(english_days - named)
    if lost and strange and len(english_days) >= len(named):
        yield FigureProblem("changed", f"周{_CHINESE[lost[0]]}", lost[0], strange[0])


_EVERY_WEEK = late_regex(
    "每(?:周|个?星期)([一二三四五六日天])(?!次|[次个班趟天节场列回架期课晚门款]|小时|[至到])"
)


_ANY_DAY = late_regex(r"(?i:\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|weekend|weekday)")


@needing(chinese=("每",))
def lost_weekdays(comparison: Comparison) -> Iterator[FigureProblem]:
    """每周二 that became "two days a week", without the day."""
    text, english = comparison.text, comparison.english
    found = _EVERY_WEEK.search(text) if "每" in text else None
    if found and not _ANY_DAY.search(english):
        yield FigureProblem("missing", found.group(), f"every {_NAMES[found[1]]}")


_DAY = "[一二三四五六日天]"
_WEEK = "(?:周|星期|礼拜)"
_LIST = late_regex(rf"{_WEEK}{_DAY}(?:、{_WEEK}?{_DAY})+")
_RANGE = late_regex(rf"{_WEEK}{_DAY}(?:至|到|-|—|~)+{_WEEK}?{_DAY}")
_ANY_NAME = rf"(?:{'|'.join(_CHINESE)})s?"
_RANGE_ENGLISH = late_regex(rf"\b{_ANY_NAME}\s?(?:to|through|until|till|-|–|—)\s?{_ANY_NAME}\b")
_LIST_ENGLISH = late_regex(rf"\b{_ANY_NAME}(?:,\s{_ANY_NAME})*,?\s(?:and|or)\s{_ANY_NAME}\b")
_REACHING = late_regex(
    r"(?i:\b(?:to|through|thru|until|till|between|weekdays?|weekend|working|everyday|from)\b|[-–—])"
)


@needing(chinese=(_LIST, _RANGE), english=("day",))
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
        chinese = listed or reaching
        source = chinese.group() if chinese else ""
        yield FigureProblem("changed", source, name, found.group())


_DAY_OF = late_regex(rf"(?:{_WEEK})({_DAY})(?![、至到次个年期])")
_SEVERAL = late_regex(rf"{_DAY}[、和与及至到-]")


@needing(chinese=(_DAY_OF,), english=("day",))
def swapped_weekdays(comparison: Comparison) -> Iterator[FigureProblem]:
    """周六下午3点 … 周日11点 in which the days of the week have changed places."""
    text, english = comparison.text, comparison.english
    if len(_DAY_OF.findall(text)) <= 1 or "day" not in english:
        return
    for figure, stated in comparison.unique:
        clause = chinese_clause(text, figure, comparison.figures)
        if _SEVERAL.search(clause):
            continue
        chinese_days = {_NAMES[day] for day in _DAY_OF.findall(clause)}
        english_days = set(
            _WEEKDAY_ENGLISH.findall(english_clause(english, stated.start, stated.end))
        )
        if len(chinese_days) == 1 and len(english_days) == 1 and chinese_days != english_days:
            words = f"{stated.text} ({min(english_days)})"
            yield FigureProblem("changed", figure.source, min(chinese_days), words)


@needing(chinese=(_LIST,), english=("day",))
def missing_weekday(comparison: Comparison) -> Iterator[FigureProblem]:
    """周五、周六、周日 of which the English has only two."""
    text, english = comparison.text, comparison.english
    listed = _LIST.search(text) if "day" in english else None
    if not listed or _REACHING.search(english) or "weekend" in english:
        return
    days = [_NAMES[day] for day in listed.group() if day in _NAMES]
    english_days = set(_WEEKDAY_ENGLISH.findall(english))
    lost = [day for day in days if day not in english_days]
    if lost and len(english_days) > 1:
        yield FigureProblem("missing", listed.group(), lost[0])
