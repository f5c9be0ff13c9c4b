"""What stands directly beside a figure in both languages and ties it to its place: what a change is
compared with (环比, "from the previous month"), whether it is the former level or the new one, what
is counted (三省七市, "three provinces"), and what an amount is for (每股, "a share").

Two figures that differ in one of these in the Chinese are in their places if the English has the
same beside them, and in each other's place if it has that of the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import combinations
from typing import NamedTuple

from generator.figures.english.changes import APPROACH
from generator.figures.english.stated import Stated
from generator.figures.matching.comparison import Comparison, Match
from generator.figures.shared.figure import Figure
from generator.figures.shared.numeral import chinese_value
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex


class Tie(NamedTuple):
    """What says it before and behind a figure, in each language."""

    before: re.Pattern[str] | None
    behind: re.Pattern[str] | None
    english_before: re.Pattern[str] | None
    english_behind: re.Pattern[str] | None


class _Noun(NamedTuple):
    """What is counted, directly behind the number, in each language."""

    behind: re.Pattern[str]
    english_behind: re.Pattern[str]


def tie(
    before: str = "", behind: str = "", english_before: str = "", english_behind: str = ""
) -> Tie:
    return Tie(
        late_regex(rf"(?:{before})\Z") if before else None,
        late_regex(rf"(?:{behind})") if behind else None,
        late_regex(rf"(?i:(?:{english_before}){APPROACH}\Z)") if english_before else None,
        late_regex(rf"(?i:(?:{english_behind}))") if english_behind else None,
    )


_MONTHS = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_THAN = r"(?:from|than|over|on|above|below|against|under|versus|to|compared\swith)"
_OF_LAST = r"(?:\s(?:in|of|for|during|was|the|its|level|figure|that|those|same|period|month)){0,4}"
_A_YEAR = (
    r"(?:year[\s-](?:on|over)[\s-]year|\byoy\b|\by[/-]?o?-?y\b|on[\s-](?:the|a)[\s-]year|on-year|annually"
    rf"|{_THAN}{_OF_LAST}\s(?:a|one|the)\syear\s(?:earlier|ago|before)"
    r"|a\syear\s(?:earlier|ago|before)|"
    rf"{_THAN}{_OF_LAST}\s(?:the\s)?(?:last|previous|preceding|prior)\syear(?:['’]s)?"
    rf"|{_THAN}\s(?:the\s)?same\s(?:month|period|time|quarter)[^,.;]{{0,20}}?\b(?:last|previous)\syear)"
)
_A_MONTH = (
    r"(?:month[\s-](?:on|over)[\s-]month|quarter[\s-](?:on|over)[\s-]quarter|\bmom\b|\bqoq\b|[mq]/[mq]\b"
    r"|on[\s-](?:the|a)[\s-](?:month|quarter)|on-month|on-quarter"
    rf"|{_THAN}{_OF_LAST}\s(?:a|one|the)\s(?:month|quarter)\s(?:earlier|ago|before)"
    r"|the\smonth\sbefore|a\s(?:month|quarter)\s(?:earlier|ago|before)|"
    rf"{_THAN}{_OF_LAST}\s(?:the\s)?(?:last|previous|preceding|prior)\s(?:month|quarter)(?:['’]s)?"
    rf"|{_THAN}{_OF_LAST}\s{_MONTHS}(?:['’]s)?(?!\s(?:last|the\sprevious|[0-9]{{4}}|a\syear)))"
)
_WORDS_TO = r"(?:\s(?!and\b|but\b|or\b|while\b)[a-z-]+){0,4}?"
# The same thing said twice is of no use: each group is an aspect with two or more values.
_ASPECTS: tuple[tuple[Tie, ...], ...] = (
    (
        tie(
            r"(?<!、)(?<!和)(?:同比|按年|年(?=[增减升跌降涨])|[较比与](?:上年|去年)(?:同期|同月|同季)?)(?![、和])[^，。；、0-9]{0,8}",
            "",
            r"\b(?:year[\s-](?:on|over)[\s-]year|annual|on-year)(?:\s[a-z]+){0,3}\s",
            rf"{_WORDS_TO},?\s?{_A_YEAR}",
        ),
        tie(
            r"(?<!、)(?<!和)(?:环比|按[月季]|[月季](?=[增减升跌降涨])|[较比与]上(?:个?月|个?季度?|周))(?![、和])[^，。；、0-9]{0,8}",
            "",
            r"\b(?:month[\s-](?:on|over)[\s-]month|quarter[\s-](?:on|over)[\s-]quarter|on-month"
            r"|monthly|quarterly)(?:\s[a-z]+){0,3}\s",
            rf"{_WORDS_TO},?\s?{_A_MONTH}",
        ),
    ),
    (
        tie(
            r"(?:[由从](?!事)|原[来先为价]?|此前的?|过去的?|目前的?|[去上]年(?:同期)?的|年初的?|上[月季]的?)[^，。；、0-9]{0,10}",
            "(?=[^。；，0-9]{0,12}[至到为成])",
            r"\b(?:rather\sthan|instead\sof|in\splace\sof|(?:up|down)\sfrom|from|against"
            r"|(?:old|previous|former|earlier|existing|present|current|original)\s(?:[a-z-]+\s){1,3}?(?:of|at)"
            r"|used\sto\sbe|had\s(?:been|stood\sat)|(?<=where\s)[a-z]+\s(?:was|were|had\sbeen))\s",
            r"(?:\s[a-z]+){0,3}?\s(?:before|previously|earlier|until\snow|at\spresent|in\sthe\spast"
            r"|formerly|a\s(?:year|month|quarter)\s(?:earlier|ago|before))\b",
        ),
        tie(
            r"[由从原][^。；]{2,34}[至到为成](?:了|约|近|逾)?",
            "",
            r"(?:\bto|\bnow(?:\s[a-z]+){0,3}?|\b(?:just|only)|\bat)\s",
            r"(?:\s[a-z-]+){0,6}?,?\s(?:rather\sthan|instead\sof|in\splace\sof|(?:up|down)\sfrom|now\b|today\b)",
        ),
    ),
)


def _nouns(chinese: str, english: str) -> _Noun:
    one = r"(?:[\s-](?!of\b|in\b|and\b|to\b|from\b|for\b|or\b)[a-z-]+)?"
    return _Noun(late_regex(chinese), late_regex(rf"(?i:{one}[\s-](?:{english})\b)"))


_COUNTED = (
    _nouns("个?省(?!级|会)", "provinces?"),
    _nouns("个?(?:城市|地市|设区市|市)(?![场级])", "cit(?:y|ies)"),
    _nouns("个?县(?!级)", "count(?:y|ies)"),
    _nouns("个?(?:市辖)?区(?![域间])", "districts?"),
    _nouns("个?(?:乡镇|镇|乡)", "town(?:ship)?s?"),
    _nouns("个?(?:行政|自然)?村", "villages?"),
    _nouns("个?(?:国家|国)(?!道|企|家级)", "(?:countr(?:y|ies)|nations?)"),
    _nouns("天(?![然气])", "days?"),
    _nouns("[夜晚]", "nights?"),
    _nouns("场?[次连]?胜", "(?:wins?|victor(?:y|ies)|won)"),
    _nouns("场?[次连]?平(?![均方米])", "(?:draws?|drawn|ties?)"),
    _nouns("场?[次连]?负", "(?:loss(?:es)?|defeats?|lost)"),
    _nouns("[枚块]?金牌?(?!额)", "golds?"),
    _nouns("[枚块]?银牌?(?!行)", "silvers?"),
    _nouns("[枚块]?铜牌?", "bronzes?"),
    _nouns("[降跌]", "(?:down|lower|cheaper|fell|falling|declined)"),
    _nouns("[涨升]", "(?:up|higher|dearer|rose|rising|gained)"),
    _nouns("平(?!方|米|均)", "(?:flat|unchanged|steady|level|the\\ssame)"),
    _nouns("户", "(?:households?|families|homes)"),
    _nouns("人(?!次|民|均)", "(?:people|persons?|residents?|inhabitants?|villagers?)"),
    _nouns("架次", "(?:flights?|movements?|take-?offs?|landings?)"),
    _nouns(
        "人次", "(?:passengers?|visits?|visitors?|travellers?|travelers?|people|trips?|tourists?)"
    ),
    _nouns("个?(?:泊位|车位)", "(?:spaces?|berths?)"),
    _nouns("个?学位", "(?:[a-z]+\\s){0,2}places?"),
    _nouns("所", "(?:schools?|campuses|kindergartens?|colleges?|universities)"),
    _nouns("个?班(?!次|列|子)", "classes"),
    _nouns("张(?:病?床)?", "beds?"),
)
_BEFORE, _AFTER = 48, 90
_CHINESE_STOP = late_regex("[。；！？\n]")
_STOP = late_regex(r"[;.!?](?=\s|\Z)|[()\n]")


def verdict(comparison: Comparison, one: Match, other: Match) -> int:
    """1 if what is beside the two figures shows that each is in its place, -1 if they have changed
    places, 0 if nothing is certain.
    """
    found = set()
    for aspect in _ASPECTS:
        here = [chinese(comparison, aspect, match[0]) for match in (one, other)]
        if None in here or here[0] == here[1]:
            continue
        there = [english(comparison, aspect, match[1]) for match in (one, other)]
        found.add(_compared(here, there))
    found.add(_counted(comparison, one, other))
    found.discard(0)
    return found.pop() if len(found) == 1 else 0


def _compared(here: list[int | None], there: list[int | None]) -> int:
    if there[0] == there[1]:
        return 0
    fits = there[0] == here[0] or there[1] == here[1]
    crossed = there[0] == here[1] or there[1] == here[0]
    if fits and not crossed:
        return 1
    return -1 if there[0] == here[1] and there[1] == here[0] else 0


def _counted(comparison: Comparison, one: Match, other: Match) -> int:
    """The same for what the two count, by the nouns directly behind them."""
    text, english = comparison.text, comparison.english
    here = [_counting(text, match[0]) for match in (one, other)]
    if not all(here) or here[0] & here[1]:
        return 0
    there = [
        {n for n, tie in enumerate(_COUNTED) if tie.english_behind.match(english, match[1].end)}
        for match in (one, other)
    ]
    fits = bool(here[0] & there[0] or here[1] & there[1])
    crossed = [bool(here[0] & there[1]), bool(here[1] & there[0])]
    if fits and not any(crossed):
        return 1
    return -1 if all(crossed) and not fits else 0


_DIGITS = "0-9〇零一二两三四五六七八九十百千万亿半"
_NUMERAL = late_regex(f"[^{_DIGITS}]*[.,{_DIGITS}]+[多余]?")


def _counting(text: str, figure: Figure) -> set[int]:
    numeral = _NUMERAL.match(text, figure.start, figure.end)
    if numeral is None or figure.kind not in _COUNTS:
        return set()
    return {n for n, tie in enumerate(_COUNTED) if tie.behind.match(text, numeral.end())}


_PLAIN = late_regex(rf"(?<![{_DIGITS}.,第])(?P<number>[{_DIGITS}]+)(?:余|多)?")


def exchanged_nouns(comparison: Comparison) -> Iterator[FigureProblem]:
    """Two numbers each with the noun of the other directly behind it: 三省九市 that became "nine
    provinces and three cities".
    """
    text, english = comparison.text, comparison.english
    here: dict[int, set[Decimal | None]] = {}
    for match in _PLAIN.finditer(text):
        for n, noun in enumerate(_COUNTED):
            if noun.behind.match(text, match.end()):
                here.setdefault(n, set()).add(chinese_value(match["number"]))
    if len(here) < 2:
        return
    there: dict[int, set[Fraction | None]] = {}
    where: dict[int, Stated] = {}
    for stated in comparison.stated:
        number = _FIRST.match(english, stated.start)
        for n in here if number else ():
            if number and _COUNTED[n].english_behind.match(english, number.end()):
                there.setdefault(n, set()).add(stated.facts[0].value)
                where[n] = stated
    for one, other in combinations(sorted(there), 2):
        often = len(here[one]), len(here[other]), len(there[one]), len(there[other])
        if max(often) > 1 or here[one] == here[other]:
            continue
        if there[one] == here[other] and there[other] == here[one]:
            said = where[one]
            source = str(next(iter(here[one])))
            yield FigureProblem("changed", source, found=english[said.start :][:_SHOWN])
            return


_FIRST = late_regex(r"(?:[0-9][0-9,]*|[A-Za-z]+(?:-[a-z]+)?)")
_SHOWN = 24
_COUNTS = frozenset({"count", "duration", "measure"})


def chinese(comparison: Comparison, aspect: tuple[Tie, ...], figure: Figure) -> int | None:
    text = comparison.text
    start = max(0, figure.start - _BEFORE)
    start = max([start, *(m.end() for m in _CHINESE_STOP.finditer(text, start, figure.start))])
    said = {
        n
        for n, tie in enumerate(aspect)
        if (tie.before is None or tie.before.search(text, start, figure.start))
        and (tie.behind is None or tie.behind.match(text, figure.end))
    }
    return said.pop() if len(said) == 1 else None


def english(comparison: Comparison, aspect: tuple[Tie, ...], stated: Stated) -> int | None:
    english, others = comparison.english, comparison.stated
    low = max([0, stated.start - _AFTER, *(s.end for s in others if s.end <= stated.start)])
    low = max([low, *(m.end() for m in _STOP.finditer(english, low, stated.start))])
    ends = [s.start for s in others if s.start >= stated.end and s.facts[0].kind in _AMOUNTS]
    high = min([len(english), stated.end + _AFTER, *ends])
    stop = _STOP.search(english, stated.end, high)
    high = stop.start() if stop else high
    said = {
        n
        for n, tie in enumerate(aspect)
        if (tie.english_before and tie.english_before.search(english, low, stated.start))
        or (tie.english_behind and tie.english_behind.match(english, stated.end, high))
    }
    return said.pop() if len(said) == 1 else None


_AMOUNTS = frozenset({"number", "share", "points"})
