"""Relations of a figure to what is beside it: earlier or later, the unit of a rate, the part of a
month, the base of a ratio.

Only unambiguous words count, in both languages, and only figures that the English has once; without
such words there is no problem.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from generator.figures.checks.needing import needing
from generator.figures.context.clauses import clause_start
from generator.figures.context.thirds_of_months import with_months
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import AMOUNTS
from generator.figures.shared.problem import FigureProblem
from generator.months import MONTHS
from generator.patterns import late_regex

_LATER = late_regex(
    r"(?i:\s(?:(?:or\smore|longer)\s)?(?:behind|late\b|later\b|overdue|past\sthe\sdeadline))"
)
_SOONER = late_regex(
    r"(?i:\s(?:or\smore\s)?(?:ahead\b|early\b|earlier\b|sooner|in\sadvance|before\sschedule))"
)
_EARLY = late_regex(
    r"(?:提前|早于?|缩短|提早|(?<!最)快|节省|抢先|领先)(?:了|近|约|整整|至少|计划|工期)*\Z"
)
_LATE = late_regex(
    r"(?:推迟|延后|延期|滞后|逾期|晚于?|拖延|延误|超期|晚点|误点|迟|慢|落后)(?:了|近|约|整整|至少)*\Z"
)


# 三天后, 五年前: later and earlier events
_AFTER = late_regex(r"(?:[之以过]?后|过后)(?![续台备勤方排面来者期])")
_BEFORE_IT = late_regex(r"[之以]?前(?![往景台来去三四五六十]|[一二两几0-9])")
_LATER_ENGLISH = late_regex(
    r"(?i:\s(?:later|afterwards?|thereafter|hence|from\snow|on\b(?=[,.]))\b)"
)
_AGO_ENGLISH = late_regex(r"(?i:\sago\b)")
# "six points more than five years ago", for a rise by six points in five years
_THAN_AGO = late_regex(
    r"(?i:\b(?:than|from|on|over|since|as|against|compared\s(?:with|to)|what\s(?:it|they)\s(?:was|were|had\sbeen))\s\Z)"
)
_PASSED = late_regex(
    "[前早去来此原后当昔曾过久初始]|时隔|[至距]今|截至|已|以往|历史|成立|创[办立建]|开[业馆园]|问世|才|刚|仅"
)
_EARLIER_ENGLISH = late_regex(r"(?i:\s(?:earlier|before(?=[.,;]|\Z)|beforehand|ago|previously)\b)")


_IN_ENGLISH = late_regex(r"(?i:\b(?:with)?in\s(?:just\s|only\s)?\Z)")
_SOONER_AT_ALL = late_regex(
    r"(?i:\b(?:early|earlier|ahead|advance|before|sooner|faster|quicker|instead|than|cut\w*|reduc\w*|short\w*|sav\w+|down"
    r"|from|lead|led)\b)"
)
# A lifetime of a hundred years is not an age.
_LIVES = late_regex(
    r"(?:寿命|为期|有效期|保质期|期限|租期|学制|工期)(?:长)?(?:达|为|是|约|可达)?\Z"
)
_AGED = late_regex(r"(?i:[\s-](?:old|ago|of\sage)\b)")


@needing(chinese=(_EARLY, _LATE, _LIVES, _AFTER, _BEFORE_IT))
@needing(english=(_AGO_ENGLISH,))
def confused_order(comparison: Comparison) -> Iterator[FigureProblem]:
    """提前3个月 that became "three months behind schedule"."""
    text, english = comparison.text, comparison.english
    for figure, stated in comparison.unique_of(frozenset({"duration"})):
        before = text[max(0, figure.start - 8) : figure.start]
        early, late = _EARLY.search(before), _LATE.search(before)
        other = _LATER if early else _SOONER if late else None
        if early and _IN_ENGLISH.search(english[max(0, stated.start - 12) : stated.start]):
            if not _SOONER_AT_ALL.search(english):
                yield FigureProblem("changed", figure.source, figure.english, f"in {stated.text}")
            continue
        aged = _AGED.match(english, stated.end)
        if (aged or stated.text.endswith("old")) and _LIVES.search(before):
            words = f"{stated.text}{aged.group() if aged else ''}"
            yield FigureProblem("changed", figure.source, figure.english, words)
            continue
        if other is None and figure.kind == "duration":
            after, ahead = _AFTER.match(text, figure.end), _BEFORE_IT.match(text, figure.end)
            other = (
                _EARLIER_ENGLISH if after
                else _LATER_ENGLISH if ahead
                else _AGO_ENGLISH
                if stated.text
                and not _PASSED.search(text)
                and "了" not in text[max(0, figure.start - 4) : figure.end + 2]
                and not _THAN_AGO.search(english, max(0, stated.start - 18), stated.start)
                else None
            )  # fmt: skip
        found = other.match(english, stated.end) if other else None
        if found:
            words = f"{stated.text}{found.group()}"
            yield FigureProblem("changed", figure.source, figure.english, words)


# Units of rates by dimension: the Chinese words that may stand for each, and its English.
_DIMENSIONS: tuple[tuple[tuple[str, str], ...], ...] = (
    (
        ("秒", "second"), ("分钟?|分", "minute"), ("小时|时", "hour"), ("[日天]", "day"),
        ("周|星期", "week"), ("月", "month"), ("季", "quarter"), ("学期", "term|semester"),
        ("年", "year"),
    ),
    (("亩", "mu"), ("公顷|垧", "hectare"), ("平方米|平米|㎡", "square met(?:re|er)"),
     ("平方公里", "square kilomet(?:re|er)"), ("平方英尺", "square f(?:oo|ee)t"), ("英亩", "acre"),
     ("平方英里", "square mile")),
    (("吨", "tonne|ton"), ("公斤|千克", "kilogram|kilo|kg"), ("(?<!公)市?斤", "jin"),
     ("克", "gram"),
     ("桶", "barrel"), ("升", "lit(?:re|er)"), ("立方米|方", "cubic met(?:re|er)"),
     ("度|千瓦时", "kwh|kilowatt-?hour"), ("磅", "pound"), ("盎司", "ounce"), ("加仑", "gallon"),
     ("立方英尺", "cubic f(?:oo|ee)t"), ("箱", "box|case|carton"), ("袋", "bag|sack"),
     ("[瓶桶]", "bottle"), ("盒", "box|pack|packet")),
    (("公里|千米", "kilomet(?:re|er)|km"), ("(?<![平立毫厘分千])米", "met(?:re|er)"),
     ("英里", "mile"), ("海里", "nautical mile"), ("英尺", "f(?:oo|ee)t")),
    (("人|名|位", "person|head|capita|worker|resident|student"), ("户", "household|family|home"),
     ("村", "village"), ("县", "county"), ("家|企业", "company|firm|business|enterprise"),
     ("[车辆台]", "car|vehicle|truck"), ("班", "class"), ("[床]", "bed"), ("间|房", "room")),
)  # fmt: skip


class _Rate(NamedTuple):
    """A unit that an amount may be per; in the Chinese, ``own`` finds it as that of a rate, and
    ``others`` another unit of the dimension.
    """

    chinese: re.Pattern[str]
    english: re.Pattern[str]
    own: re.Pattern[str]
    others: re.Pattern[str]


def _rates() -> Iterator[_Rate]:
    for dimension in _DIMENSIONS:
        for chinese, english in dimension:
            others = "|".join(zh for zh, _ in dimension if zh != chinese)
            other = rf"(?:每一?个?|/|\b)(?:{others})|(?:{others})[均产供发处]"
            numeral = "一?个?|[0-9一二三四五六七八九十百千万]+"
            own = rf"[每按逐各单当/／](?:{numeral})(?:{chinese})|(?:{chinese})[均产供发处租薪]"
            yield _Rate(
                late_regex(chinese), late_regex(english), late_regex(own), late_regex(other)
            )


_RATES = tuple(_rates())
_RATE_ENGLISH = late_regex(
    r"(?i:\s(?:(?!(?:and|or|for|to|in|at|with|from|that|which|by|on|as|into|towards?|during|after|before|under|within|among|against|like)\b)[a-z-]+\s){0,4}?"
    r"(?:per|(?<!\sof\s)(?:an?|each|every))\s(?P<of>(?:(?:square|cubic)\s)?[a-z]+?)s?\b(?!-|['’]))"
)


_NUMERAL = late_regex(r"[0-9]+(?:\.[0-9]+)?")


def other_rate_units(comparison: Comparison) -> Iterator[FigureProblem]:
    """每亩300元 that became "300 yuan per hectare", 日供水15万立方米 "150,000 m³ an hour"."""
    text = comparison.text
    for figure, stated in comparison.unique_of(AMOUNTS - {"percent", "points"}):
        found = _RATE_ENGLISH.match(comparison.english, stated.end)
        if found is None:
            continue
        named = found["of"].lower()
        written = _NUMERAL.match(stated.text.replace(",", ""))
        if named == "hectare" and written and Fraction(written.group()) != stated.facts[0].value:
            continue  # 7.2 tonnes a hectare, which is 0.48 tonnes a mu
        clause = text[clause_start(text, figure.start) : figure.end + 6]
        named_rates = [rate for rate in _RATES if rate.english.fullmatch(named)]
        near = clause[-(figure.end - figure.start + 18) :]
        if any(rate.chinese.search(near) or rate.own.search(text) for rate in named_rates):
            continue
        for rate in named_rates:
            if rate.others.search(clause):
                words = f"{stated.text}{found.group()}"
                yield FigureProblem("changed", figure.source, figure.english, words)


_THIRD = late_regex(r"(?P<month>1[0-2]|[1-9])月(?P<part>[上中下])旬")
_THIRD_ENGLISH = late_regex(
    rf"(?i:\b(?:(?P<part>early|mid|late)[\s-](?:to[\s-]late[\s-])?"
    rf"|(?P<third>first|middle|second|last|final)\s(?:third|ten\sdays)\sof\s)(?P<month>{'|'.join(MONTHS)})\b)"
)
_PARTS = {"上": "early", "中": "mid", "下": "late"}
_OF_THIRD = {"first": "early", "middle": "mid", "second": "mid", "last": "late", "final": "late"}


@needing(chinese=("旬",))
def other_part_of_month(comparison: Comparison) -> Iterator[FigureProblem]:
    """12月中旬 that became "late December"."""
    text, english = comparison.text, comparison.english
    if "旬" not in text:
        return
    there: dict[int, set[str]] = {}
    for found in _THIRD.finditer(with_months(text)):
        there.setdefault(int(found["month"]), set()).add(found["part"])
    if not there:
        return
    for found in _THIRD_ENGLISH.finditer(english):
        month = MONTHS.index(found["month"].capitalize()) + 1
        parts = there.get(month, set())
        said = (found["part"] or _OF_THIRD[found["third"].lower()]).lower()
        if parts and said not in {_PARTS[part] for part in parts}:
            part = min(parts)
            stated_part = f"{_PARTS[part]} {MONTHS[month - 1]}"
            yield FigureProblem("changed", f"{month}月{part}旬", stated_part, found.group())


_FOR_EVERY = late_regex(
    r"(?i:\s(?:[a-z-]+\s){0,2}?(?:for\s(?:every|each)|per|in\severy|out\sof\severy|to\severy)\s\Z)"
)


@needing(chinese=("每",), english=(_FOR_EVERY,))
def other_ratio_base(comparison: Comparison) -> Iterator[FigureProblem]:
    """每千名老人41张 in which the English has another figure for every thousand."""
    text = comparison.text
    unique = [pair for pair in comparison.unique if pair[0].unit != "years old"]
    for (whole, all_said), (part, part_said) in pairwise(unique):
        if not text.endswith("每", 0, whole.start) or part.start - whole.end > _CLAUSE_LONG:
            continue
        if part.kind not in AMOUNTS:  # 每万人拥有基站数是2021年的三倍
            continue
        gap = comparison.english[all_said.end : part_said.start]
        if all_said.start < part_said.start and _FOR_EVERY.fullmatch(gap):
            found = f"{all_said.text}{gap}{part_said.text}"  # "1,000 beds for every 36 people"
            yield FigureProblem("changed", part.source, part.english, found)
            return
        for other, stated in unique:
            if other is part or other is whole or stated.end > all_said.start:
                continue
            if _LISTED.fullmatch(text, part.end, other.start):
                continue  # "3.4 doctors and 4.2 nurses for every 1,000"
            if not _SO_MANY.fullmatch(text, whole.end, other.start):
                gap = comparison.english[stated.end : all_said.start]
                if _FOR_EVERY.fullmatch(gap):
                    found = f"{stated.text}{gap}{all_said.text}"
                    yield FigureProblem("changed", part.source, part.english, found)


_CLAUSE_LONG = 14
_LISTED = late_regex("[、和及与][^，。；、]{0,12}")
_SO_MANY = late_regex(
    r"[^，。；、]{0,20}[由从][^，。；、]{0,6}|[^，。；、]{0,40}[到至][^，。；、]{0,6}"
)
