"""Periods before or after an event, and deadlines and waiting times: 开车前3分钟 that became "three
minutes after departure", 15日以内 "must wait 15 days".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from generator.figures.checks.needing import needing
from generator.figures.english.stated import Stated
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import Figure
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

# 开车前3分钟, but not 目前3分钟.
_AHEAD = late_regex(
    r"[\u4e00-\u9fff](?<![提目此之以先事生日年月天午点时跟面空眼超向朝往当史日期周季从])前"
    r"(?:的|最后|约|近|至少|整整)*\Z"
)
_BEHIND = late_regex(
    r"[\u4e00-\u9fff](?<![之以此然今最先随落午日年月天背往身前幕延滞周季])后(?:的|约|近|至少|仅|不到|整整)*\Z"
)
_AFTER_ENGLISH = late_regex(
    r"(?i:\s(?:(?:hours?|minutes?|days?|weeks?|months?|years?)\s)?(?:after|into|following|later|afterwards|past)\b)"
)
_BEFORE_ENGLISH = late_regex(
    r"(?i:\s(?:(?:hours?|minutes?|days?|weeks?|months?|years?)\s)?(?:before|ahead\sof|prior\sto|earlier|beforehand|in\sadvance)\b)"
)
_FIRST_ENGLISH = late_regex(r"(?i:\bfirst\s\Z)")
_STARTING = late_regex(r"[始船车飞赛]前\Z")
_WITHIN = late_regex("(?:之|以)?内(?!容|地|外|部)|以里")
_THEN = late_regex("(?:[之以]?后|过后)，?(?:方|才|再|须|可)")
_WAITING = late_regex(
    r"(?i:\b(?:wait(?:s|ed|ing)?(?:\sfor)?|(?:only\s|just\s)?after|every|each|not\sbefore)\s"
    r"(?:at\sleast\s|a\s|the\s)*\Z)"
)
_PATIENT = late_regex("[等待未每]")
_IN_TIME = late_regex(r"(?i:\b(?:within|in\s(?:under|less\sthan)|up\sto|no\slater\sthan)\s\Z)")
_HAS_TO = late_regex("须|应|方可|才能")
_LATER = late_regex(r"(?i:\s(?:later|after(?:wards)?|on(?!\saverage|\sthe|\s[A-Z])|thereafter)\b)")
_LOOK = 24


def confused_deadlines(comparison: Comparison) -> Iterator[FigureProblem]:
    """Periods on the other side of the event, and deadlines that became waiting times or the
    reverse.
    """
    text, english = comparison.text, comparison.english
    for figure, stated in comparison.unique_of(frozenset({"duration"})):
        if _SCORE.match(text, figure.end):
            continue  # "1-1 after 90 minutes"
        before = text[max(0, figure.start - 8) : figure.start]
        ahead = english[max(0, stated.start - _LOOK) : stated.start]
        found = None
        if _AHEAD.search(before):
            found = _AFTER_ENGLISH.match(english, stated.end) or (
                _STARTING.search(before) and _FIRST_ENGLISH.search(ahead)
            )
        elif _BEHIND.search(before):
            found = _BEFORE_ENGLISH.match(english, stated.end)
        if not found and not _FOR_SO_LONG.search(ahead):
            found = None if _IT_WAS.search(ahead) else _other_side(text, figure, english, stated)
        if not found:
            found = _passing(text, figure, english, stated, ahead)
        if not found and (figure.source.endswith("内") or _WITHIN.match(text, figure.end)):
            found = None if _PATIENT.search(text) else _WAITING.search(ahead)
        elif not found and (
            _THEN.match(text, figure.end)
            or (_AFTERWARDS.match(text, figure.end) and _HAS_TO.search(before))
        ):
            found = _IN_TIME.search(ahead)
        if found:
            words = f"{stated.text} ({found.group().strip()})"
            yield FigureProblem("changed", figure.source, figure.english, words)


def _other_side(text: str, figure: Figure, english: str, stated: Stated) -> re.Match[str] | None:
    """The English words that put the period after an event, if the Chinese puts it before, or the
    reverse.
    """
    if _AFTERWARDS.match(text, figure.end):
        return _BEFORE_SOMETHING.match(english, stated.end)
    if _FORWARDS.match(text, figure.end) and _UP_TO.search(english, 0, stated.start):
        return _AFTER_SOMETHING.match(english, stated.end)
    return None


_FORWARDS = late_regex("(?:[之以]前|前(?![往景台来去三四五六十一二两几0-9]))")
# "it was four hours before the road reopened"
_IT_WAS = late_regex(
    r"(?i:\b(?:it|that)\s(?:is|was|will\sbe|would\sbe|took|takes)\s(?:[a-z]+\s){0,2}?\Z)"
)
_UP_TO = late_regex(r"(?i:\b(?:up\sto|at\sleast|no\slater\sthan|within)\s\Z)")
_BEFORE_SOMETHING = late_regex(r"(?i:\s(?:before|ahead\sof|prior\sto)\s(?!and\b))")
_AFTER_SOMETHING = late_regex(r"(?i:\s(?:after|following)\s(?!and\b))")


def _passing(
    text: str, figure: Figure, english: str, stated: Stated, ahead: str
) -> re.Match[str] | None:
    """The English words for a duration or an end that contradict those of the Chinese."""
    before = text[max(0, figure.start - 8) : figure.start]
    if before.endswith(("为期", "会期", "展期")) and (found := _IN.search(ahead)):
        return found
    if _GOES_ON.search(before):
        return _BEGINS_IN.search(ahead)
    if _IN_GOOD_TIME.search(before) and not _SOONER.search(english):
        return _FOR_SO_LONG.search(ahead)
    if _IN_GOOD_TIME.search(before) and (found := _AFTERWARDS_ENGLISH.match(english, stated.end)):
        return found
    if text.endswith("满", 0, figure.start) and _THEN.match(text, figure.end):
        return _BEFORE_ENGLISH.match(english, stated.end)
    if _AFTERWARDS.match(text, figure.end) and text[: figure.start][-1:] in _MARKS:
        return _FOR_SO_LONG.search(ahead) if not _LATER.match(english, stated.end) else None
    if figure.source.endswith("内") or _WITHIN.match(text, figure.end):
        inside = _INSIDE.search(ahead) or _BEHIND.search(text, 0, figure.start)
        return None if inside else _LATER_THAN.match(english, stated.end)
    return None


_SCORE = late_regex(
    "内?[^，。；]{0,4}[0-9零一二三四五六七八九十]+(?:比|:|-)[0-9零一二三四五六七八九十]"
)
_GOES_ON = late_regex("(?:持续|历时|长达|已有|进行|已经?)了?(?:近|约|逾)?\\Z")
_BEGINS_IN = late_regex(
    r"(?i:\b(?:takes?\splace|begins?|starts?|opens?|ends?|be\sheld|due)\s(?:with)?in\s\Z)"
)
_MARKS = ("", "，", "。", "；", "：")
_IN = late_regex(r"(?<!\bup)(?i:\bin\s\Z)")
_SOONER = late_regex(
    r"(?i:\b(?:early|earlier|ahead|advance|before|beforehand|sooner|prior|faster|forward|short\w*|than)\b)"
)
_IN_GOOD_TIME = late_regex("提前(?:了|至少|近|约)?\\Z")
_AFTERWARDS_ENGLISH = late_regex(
    r"(?i:\s(?:after(?:wards)?|later|late|behind)\b(?!\s(?:than|in|from)))"
)
_AFTERWARDS = late_regex("(?:[之以]?后|过后)(?![续台备勤排面来期])")
_FOR_SO_LONG = late_regex(r"(?i:\bfor\s(?:about\s|nearly\s|over\s|some\s)?\Z)")
_LATER_THAN = late_regex(r"(?i:\s(?:after|later)\b(?!\sat\s(?:most|the\slatest)))")
_INSIDE = late_regex(
    r"(?i:\b(?:in|within|inside|under|for|over|during|to|than|least|next|first|the|ha(?:ve|s|d)|of|or|and|up|a|following|just|only|about|these|those|every|another)\s\Z)"
)


def dates_as_periods(comparison: Comparison) -> Iterator[FigureProblem]:
    """12月19日 that became "19 days later"."""
    dates = [figure for figure in comparison.figures if figure.kind in ("date", "day")]
    if not dates:
        return
    for stated in comparison.stated:
        value = stated.facts[0].value
        if stated.facts[0].unit != "days" or not _LATER.match(comparison.english, stated.end):
            continue
        if any(figure.kind == "duration" for figure in comparison.figures):
            continue
        day = next((figure for figure in dates if value in _days(figure)), None)
        if day is not None and not _is_apart(dates, value):
            words = f"{stated.text} later"
            yield FigureProblem("changed", day.source, day.english, words)


def _days(figure: Figure) -> set[Fraction]:
    return {
        fact.value % 100 if fact.kind == "date" else fact.value
        for way in figure.facts
        for fact in way
        if fact.kind in ("date", "day")
    }


def _is_apart(dates: list[Figure], days: Fraction) -> bool:
    """Whether two of the dates may be that far apart."""
    ends = [day for figure in dates for day in _days(figure)]
    return any(
        (one - other) % month in (days % month, (days - 1) % month)
        for one in ends
        for other in ends
        if one is not other
        for month in (28, 29, 30, 31)
    )


_MORNING = late_regex(r"(?i:\b(?:morning|a\.m|am|dawn)\b)")
_EVENING = late_regex(r"(?i:\b(?:evening|night|afternoon|p\.m|pm|tonight)\b)")
_LATE = late_regex(r"[晚夜]|下午|午后|傍晚")
_EARLY = late_regex("早|上午|凌晨|晨|夜")
_BREAK = late_regex(r"[,;.](?=\s|\Z)|\s(?:and|but|while|to|until|till)\s")


@needing(english=(_EVENING, _MORNING))
def other_part_of_day(comparison: Comparison) -> Iterator[FigureProblem]:
    """晚七点半 that became "half past seven in the morning"."""
    english = comparison.english
    for figure, stated in comparison.unique_of(frozenset({"time"})):
        late, early = _LATE.search(figure.source), _EARLY.search(figure.source)
        if bool(late) == bool(early):
            continue
        cut = _BREAK.search(english, stated.end)
        after = english[stated.start : cut.start() if cut else None]
        own, other = (_EVENING, _MORNING) if late else (_MORNING, _EVENING)
        found = other.search(after)
        if found and not own.search(after):
            words = f"{stated.text} ({found.group()})"
            yield FigureProblem("changed", figure.source, figure.english, words)


_AT = late_regex(r"(?i:\b(?:at|aged|age|was|turned)\s\Z)")
_FOR = late_regex(r"(?i:\b(?:for|in)\s(?:about\s|over\s|nearly\s|almost\s|some\s)?\Z)")
_YEARS_AT = late_regex(r"(?i:(?:\syears|(?<=years))\s(?:at|on|in|as|with)\s(?!average\b))")
_MEASURED = late_regex("[寿均降轻差跨长短减增高低]")
_OLD = late_regex(r"(?i:[\s-](?:years?[\s-])?(?:old|of\sage)\b)")


def ages_as_durations(comparison: Comparison) -> Iterator[FigureProblem]:
    """37岁才结婚 that became "married for 37 years"."""
    text, english = comparison.text, comparison.english
    for figure, stated in comparison.unique:
        if figure.kind == "duration" and figure.unit == "years":
            if (
                _is_age(english, stated) or _YEAR_OLD.match(english, stated.end)
            ) and not _LIVED.search(text):
                yield FigureProblem("changed", figure.source, figure.english, f"at {stated.text}")
        elif (
            figure.unit == "years old" and _is_span(english, stated) and not _MEASURED.search(text)
        ):
            yield FigureProblem("changed", figure.source, figure.english, f"for {stated.text}")


_AGO = late_regex(r"(?i:(?:\syears|(?<=years))\s(?:ago|earlier|later)\b)")


_LIVED = late_regex("[活寿龄生老古史旧建立办久新]|岁(?!的)|距今|存")
_YEAR_OLD = late_regex(r"(?i:-year-old\b|\syears\sold\b)")


def _is_age(english: str, stated: Stated) -> bool:
    """Whether the number is an age: left it at 21."""
    bare = stated.text.isdigit() and not english.startswith((" year", "-year"), stated.end)
    return bare and bool(_AT.search(english, max(0, stated.start - _LOOK), stated.start))


def _is_span(english: str, stated: Stated) -> bool:
    if _AGO.match(english, stated.end):
        return True
    spoken = stated.text.endswith("years") or english.startswith(" years", stated.end)
    before = english[max(0, stated.start - _LOOK) : stated.start]
    if not spoken or _OLD.match(english, stated.end):
        return False
    return bool(_FOR.search(before) or _YEARS_AT.match(english, stated.end))
