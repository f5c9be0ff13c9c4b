"""Numbers of sets, goals and times: 先失两局 that became "a set down", 三度夺冠 "for the second
time".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.figures.checks.needing import needing
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.numeral import ONES, small_value
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_ARTICLES = {"a": 1, "an": 1, "single": 1, "both": 2}
_WORDS = "|".join([*_ARTICLES, *(word for word, n in ONES.items() if 1 <= n <= 10)])
_NUMBER = r"(?<![0-9一二两三四五六七八九十百千万第.比:-])(?P<n>[0-9]|[一二两三四五六七八九十])"
_ENGLISH = (
    rf"(?i:\b(?P<n>{_WORDS}|[0-9]+)\s"
    r"(?:(?:straight|consecutive|opening|more|clear|early|late)\s)?"
)


def _of(chinese: str, english: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return late_regex(f"{_NUMBER}{chinese}"), late_regex(
        rf"{_ENGLISH}(?:{english})\b(?!\sto\s(?:nil|love|none|{_WORDS}|[0-9])\b))"
    )


# The counted things, by their character in Chinese.
_THINGS = {
    "局": _of("局(?![面势部长限促委勇中])", "sets?|games?|frames?|innings"),
    "盘": _of("盘(?![点子面旋山古大活整])", "sets?|games?"),
    "球": _of("个?球(?![队员迷星场衣鞋拍类台])", "goals?"),
    "黄牌": _of("张?黄牌", "yellow\\scards?|yellows?|bookings?"),
    "红牌": _of("张?红牌", "red\\scards?|reds"),
    "点球": _of("[个次记]?点球", "penalt(?:y|ies)|spot-kicks?"),
    "助攻": _of("[次个]助攻", "assists?"),
    "另": (
        late_regex("另有?(?P<n>[0-9]|[一二两三四五六七八九十])[人名家个]"),
        late_regex(rf"{_ENGLISH}(?:others?|more|further)\b)"),
    ),
    "之差": _of("[分球票杆环](?=之差)", "(?:points?|goals?|votes?|strokes?|shots?)"),
    "局点": _of("个?局点", "set\\spoints?"),
    "赛点": _of("个?赛点", "match\\spoints?"),
}


# 0比1落后: "a goal down"
_TO_NIL = late_regex(
    "(?:[0零]比(?=[1-9一二三四五])|(?=[1-9一二三四五]比[0零]))(?P<n>[1-9一二三四五])"
)
_ANY = late_regex("|".join(_THINGS))


@needing(chinese=_THINGS)
def other_rounds(comparison: Comparison) -> Iterator[FigureProblem]:
    """Numbers of sets, goals and cards, if the English has only other numbers of them."""
    text = comparison.text
    if not _ANY.search(text):
        return
    for character, (chinese, english) in _THINGS.items():
        if character not in text:
            continue
        wanted = {_value(match["n"]) for match in chinese.finditer(text)}
        found = list(english.finditer(comparison.english)) if wanted else []
        found = [m for m in found if not _SCORE.match(comparison.english, m.end())]
        if found and "比" in text:
            scores = {_value(match["n"]) for match in _TO_NIL.finditer(text)}
            found = [m for m in found if _value(m["n"].lower()) not in scores]
        stated = {_value(match["n"].lower()) for match in found}
        if character in _GAPS:
            stated |= {_value(gap["n"].lower()) for gap in _GAP.finditer(comparison.english)}
        if found and wanted.isdisjoint(stated) and not _COUNTS.search(comparison.english):
            first = chinese.search(text)
            source = first.group() if first else ""
            yield FigureProblem("changed", source, "", found[0].group())
            return


# Numbers of points and goals by which one is ahead, without what they are: 47 points, two short.
_GAPS = frozenset({"球", "之差"})
_GAP = late_regex(
    rf"(?i:\b(?P<n>{_WORDS}|[0-9]+)\s(?:points?\s|goals?\s)?(?:more|fewer|less|better|ahead|behind"
    r"|short|clear|adrift|off|back|away|above|below|in\sfront)\b)"
)
# "three sets to two" is a score.
_SCORE = late_regex(r"(?i:\sto\s(?:one|two|three|four|nil|love|[0-9])\b)")
_COUNTS = late_regex(
    r"(?i:\b(?:both|twice|brace|pair|hat-trick|double|each|every|either|first\stwo|[0-9]-[0-9]\s(?:down|up)|opener|another)\b)"
)


def _value(number: str) -> int:
    return _ARTICLES.get(number) or small_value(number)


# 三度夺冠, 两度落后; not degrees, kilowatt-hours or names.
_OVER = late_regex(
    "(?<![第0-9零一二三四五六七八九十百千万几多.至到])(?P<n>[两二三四五六七八九])度"
    "(?=[\u4e00-\u9fff])(?![过假数量电以之角左上下春空烧灼的])"
)
_WARMTH = late_regex("[温热冷暖烫烧冰]|零[上下]|摄氏|倾斜|度数|近视|度电|用电")
_SO_OFTEN = late_regex(
    r"(?i:\b(?P<n>twice|thrice|(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth)(?=\stime\b)"
    r"|(?:two|three|four|five|six|seven|eight|nine|[2-9](?:nd|rd|th)?)(?=(?:\s(?:separate\s)?times|[\s-]time)\b))"
    r"(?!(?:\stimes?)?\s(?:as|the|more|a|every|before|already|previously|earlier)\b))"
)
_OTHERWISE = late_regex(
    "[第再每][^，。；]?[次回度]|[0-9一二两三四五六七八九十几数][次回倍]|双|再度"
)


@needing(chinese=(_OVER,), english=(_SO_OFTEN,))
def other_times_over(comparison: Comparison) -> Iterator[FigureProblem]:
    """三度夺冠 that became "for the second time"."""
    text = comparison.text
    found = _OVER.search(text) if "度" in text else None
    if not found or _WARMTH.search(text) or _OTHERWISE.search(text):
        return
    wanted = {_value(one["n"]) for one in _OVER.finditer(text)}
    stated = list(_SO_OFTEN.finditer(comparison.english))
    if stated and wanted.isdisjoint({small_value(one["n"]) for one in stated}):
        yield FigureProblem("changed", found.group(), found=stated[0].group())
