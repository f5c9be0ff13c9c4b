"""The two ends of a range in the wrong order: 1995年至2007年 that became "from 2007 to 1995"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from generator.figures.checks.needing import needing
from generator.figures.english.stated import Stated
from generator.figures.matching.comparison import Comparison, Match
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_RANGE = late_regex(
    r"(?<![0-9.,:/-])(?P<low>[0-9][0-9,]*(?:\.[0-9]+)?)(?:\s?(?:%|percent|[a-z]{1,12}))?"
    r"(?:\sto\s|\s?[–—]\s?|(?<=[0-9])-(?=[0-9]))(?:[A-Z][a-z]+\s)?(?P<high>[0-9][0-9,]*(?:\.[0-9]+)?)(?![0-9:/-]|[.,][0-9])"
)
_JOINS = r"[^0-9，。；、]{0,4}(?:到|至|—|–|-|~|～){1,2}[^0-9，。；、]{0,4}"


@needing(english=(" to ", "–", "—", "-"))
def reversed_ranges(comparison: Comparison) -> Iterator[FigureProblem]:
    """Ranges of the English from a larger number to a smaller one, which the Chinese has the other
    way round.
    """
    english = comparison.english
    text = comparison.text.replace(",", "")
    for found in _RANGE.finditer(english):
        first, last = (found[name].replace(",", "").rstrip(".") for name in ("low", "high"))
        by_dash = " to " not in found.group()
        if Decimal(first) <= Decimal(last) or (by_dash and len(last) < len("1995")):
            continue  # 1-4 may be "a 4-1 defeat"
        there = re.search(
            rf"(?<![0-9.]){re.escape(last)}{_JOINS}{re.escape(first)}(?![0-9]|[.][0-9])", text
        )
        if there and not re.search(
            rf"(?<![0-9.]){re.escape(first)}{_JOINS}{re.escape(last)}(?![0-9])", text
        ):
            yield FigureProblem("changed", there.group(), found=found.group())


_UNTIL = late_regex(
    r"(?i:(?:\so'clock)?(?:\sin\sthe\s(?:morning|afternoon|evening)|\sat\snight)?"
    r"(?:\s(?:to|until|till|and|through)\s(?:about\s)?|\s?[–—-]\s?))"
)
_TWO = 2


@needing(chinese=("至", "到", "—", "-", "~", "–"), english=(" to ", "–", "—", "-", "til", " and "))
def reversed_times(comparison: Comparison) -> Iterator[FigureProblem]:
    """Hours from the last to the first: 十点至次日五点 as "from five in the morning to ten"."""
    for figure, stated in comparison.kept:
        if figure.unit != "time" or "/" not in figure.value or len(stated) != _TWO:
            continue
        first, last = (_minutes(value) for value in figure.value.split("/"))
        one, other = sorted(stated, key=lambda said: said.start)
        if not _UNTIL.fullmatch(comparison.english, one.end, other.start):
            continue
        if _is_at(one, last) and _is_at(other, first) and not _is_at(one, first):
            found = comparison.english[one.start : other.end]
            yield FigureProblem("changed", figure.source, figure.english, found)


def _minutes(value: str) -> int:
    hours, minutes = value.split(":")[:_TWO]
    return 60 * int(hours) + int(minutes)


def _is_at(stated: Stated, minutes: int) -> bool:
    hour, past = divmod(minutes, 60)
    hours = () if past else (hour, hour % 12 or 12)  # "five in the morning" is a number
    return any(
        fact.value == minutes
        if fact.kind == "time"
        else (fact.kind == "number" and not fact.unit and fact.value in hours)
        for fact in stated.facts
    )


_DAYS_UNTIL = late_regex(
    r"(?i:(?:\s(?:morning|afternoon|evening|night))?(?:\s(?:to|until|till|and|through)\s"
    r"(?:(?:early|late|about|the)\s)?|\s?[–—-]\s?))"
)
# 26日夜间至28日, 25日20时至26日8时
_TILL = late_regex(
    "(?:[0-9一二三四五六七八九十]{1,3}[时点]|[^，。；、0-9]{0,4})[至到—–~-]{1,2}[^，。；、0-9]{0,3}"
)
_DAY = late_regex(r"(?:[0-9]{4}|-)-(?:[0-9]{2}|-)-[0-9]{2}\Z|---[0-9]{2}\Z")


@needing(
    chinese=("至", "到", "—", "-", "~", "–"),
    english=(" to ", "–", "—", "-", "til", " and ", "through"),
)
def reversed_dates(comparison: Comparison) -> Iterator[FigureProblem]:
    """Days from the last to the first: 27日至29日 as "from the 29th to the 27th"."""
    said = [one for one in comparison.stated if one.facts[0].kind in ("date", "ordinal")]
    for source, first, last in _day_ranges(comparison):
        for one, other in pairwise(said):
            if not _DAYS_UNTIL.fullmatch(comparison.english, one.end, other.start):
                continue
            if _is_day(one, last) and _is_day(other, first) and not _is_day(one, first):
                found = comparison.english[one.start : other.end]
                yield FigureProblem("changed", source, found=found)


def _day_ranges(comparison: Comparison) -> Iterator[tuple[str, str, str]]:
    """The text, the first and the last day of the ranges of days of the Chinese."""
    dates = [f for f in comparison.figures if f.kind == "date"]
    for figure in dates:
        first, _, last = figure.value.partition("/")
        if _DAY.match(first) and _DAY.match(last):
            yield figure.source, first, last
    for one, other in pairwise(dates):
        text = comparison.text
        if _DAY.match(one.value) and _DAY.match(other.value) and _TILL.fullmatch(
            text, one.end, other.start
        ):  # fmt: skip
            yield text[one.start : other.end], one.value, other.value


def _is_day(stated: Stated, day: str) -> bool:
    month, number = (int(part) if part.isdigit() else 0 for part in day.rsplit("-", 2)[1:])
    return any(
        fact.value in (100 * month + number, number) or (not month and fact.value % 100 == number)
        for fact in stated.facts
        if fact.kind in ("date", "ordinal")
    )


_LEAST = late_regex(r"(?:至少|最[低少短小]|下限|不[低少]于|起[步价付]{0,2})[^，。；0-9最]{0,6}\Z")
_MOST = late_regex(r"(?:至多|最[高多长大]|上限|不超过?|封顶)[^，。；0-9最]{0,6}\Z")
_FROM = late_regex(r"(?i:\b(?:from|between|ranging|range)\s(?:(?:a|about|the|low|of)\s)*[$€£¥]?\Z)")
_TO = late_regex(r"\s?(?:to|and|through|[-–])\s?(?:(?:a|about|the|high|of|up|to)\s)*[$€£¥]?")


def are_ends(comparison: Comparison, least: Match, most: Match) -> bool:
    """Whether the Chinese has the two as the lowest and the highest amount, and the English as a
    range: 至多5000元，至少1000元 as "from 1,000 to 5,000 yuan".
    """
    text, english = comparison.text, comparison.english
    (low, first), (high, last) = least, most
    numbers = low.start + _before_number(low.source), high.start + _before_number(high.source)
    return bool(
        _LEAST.search(text, max(0, low.start - 12), numbers[0])
        and _MOST.search(text, max(0, high.start - 12), numbers[1])
        and _FROM.search(english, max(0, first.start - 24), first.start)
        and _TO.fullmatch(english, first.end, last.start)
    )


def _before_number(source: str) -> int:
    found = _DIGIT.search(source)
    return found.start() if found else 0


_DIGIT = late_regex("[0-9一二两三四五六七八九十百千万亿]")
