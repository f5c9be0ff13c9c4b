"""The noun that is counted: 2300户 that became villages, 1056套住宅 "1,056 residents".

`unknown_nouns` requires a word for the English noun anywhere in the Chinese (``data/nouns.tsv``).
`other_kinds` requires it beside the figure if a word for another kind of thing is there:
``data/things.tsv`` has for each kind the measure words that count nothing else (套, 人次), and its
words in Chinese and in English.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import takewhile

import msgspec

from generator.figures.english.stated import Stated
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import Figure
from generator.figures.shared.problem import FigureProblem
from generator.figures.shared.tables import table
from generator.needs import numbers
from generator.patterns import late_regex

# English words that end the noun phrase.
_STOPS = frozenset(
    "of in at on for to from with by and or than as per a an the each every who which that whose "
    "were was are is be been have has had will would can may could all both apiece into over under "
    "through when while but not off out up down since after before during between among against "
    "year years month months day days hours weeks minutes".split()
)


@cache
def _nouns() -> dict[str, str]:
    """From the English noun to the pattern of which the Chinese needs a match."""
    content = table("nouns.tsv")
    rows = [line.split("\t") for line in content.splitlines()]
    return {noun: needed for nouns, needed in rows for noun in nouns.split("|")}


@cache
def _pattern(needed: str) -> re.Pattern[str]:
    return late_regex(needed)


def _stands(needed: str, text: str) -> bool:
    """Whether any of the words is in the text. Few are patterns, which are slow to compile."""
    if "(" in needed:
        return _pattern(needed).search(text) is not None
    return any(word in text for word in needed.split("|"))


_COUNTED = late_regex(r"\s([A-Za-z]+)(?:\s([a-z]+)(?:\s([a-z]+))?)?")
# "60 percent of the city's pupils"
_SHARED = late_regex(
    r"\sof\s(?:(?:the|its|their|all|these|those)\s|[a-z]+['’]s?\s){0,3}([A-Za-z]+)(?:\s([a-z]+)(?:\s([a-z]+))?)?"
)
_TIMES = frozenset({"years", "months", "weeks", "days", "hours", "minutes", "seconds"})


def _phrase(words: list[str]) -> Iterator[str]:
    """The words before the first that cannot be part of the noun phrase."""
    return takewhile(lambda word: word not in _STOPS, words)


def unknown_nouns(comparison: Comparison) -> Iterator[FigureProblem]:
    """2,300 villages for 2300户: the Chinese has no word for the noun."""
    text, english = comparison.text, comparison.english
    nouns = _nouns()
    seen: set[int] = set()
    for figure, said in comparison.matches:
        for one in said:
            # "every half month officials meet": a number with a unit of time counts nothing else
            if one.facts[0].unit in _TIMES:
                continue
            counted = _SHARED if one.facts[0].kind == "share" else _COUNTED
            match = None if one.start in seen else counted.match(english, one.end)
            seen.add(one.start)
            if not match:
                continue
            words = [word.lower() for word in match.groups() if word]
            noun = next((w for w in _phrase(words) if w in nouns), "")
            needed = nouns.get(noun) or nouns.get(noun := " ".join(words[:2]))
            if needed and not _stands(needed, text) and not _is_reach(text, noun, one):
                found = f"{one.text} {noun}"
                yield FigureProblem("changed", figure.source, figure.english, found)


# 燃气普及率98.9% may be "98.9 percent of residents".
_REACH = late_regex("(?:普及|覆盖|参保|入户|通达|识字|收视|城镇化|接种)率")
_OF_PEOPLE_REACHED = frozenset("residents people households homes population families".split())


def _is_reach(text: str, noun: str, one: Stated) -> bool:
    return (
        one.facts[0].kind == "share"
        and noun in _OF_PEOPLE_REACHED
        and _REACH.search(text) is not None
    )


_MEASURED = frozenset({"money", "measure", "duration", "time"})
# Things that are counted, not measured or paid.
_THINGS = frozenset(
    "points projects stations items things companies firms enterprises people cases jobs schools "
    "hospitals homes houses households villages towns cities counties districts countries "
    "vehicles cars trains flights ships workers students residents farmers visitors tourists "
    "officials experts teams patients teachers bridges roads lines routes trees books children "
    "products orders contracts deals patents buildings shops stores factories plants parks zones "
    "beds seats".split()
)


def units_as_things(comparison: Comparison) -> Iterator[FigureProblem]:
    """5 million projects for 500万元: money, a measure or a time that became a number of things."""
    by_kind = comparison.matches
    # "two villages" may express 两个村 beside a missing 两个月, which another check reports
    counting = {id(one) for figure, said in by_kind if figure.kind not in _MEASURED for one in said}
    for figure, said in by_kind:
        if figure.kind not in _MEASURED or not said or any(one.facts[0].unit for one in said):
            continue
        words = [_COUNTED.match(comparison.english, one.end) for one in said]
        things = [word[1] for word in words if word and word[1].lower() in _THINGS]
        if len(things) == len(said) and counting.isdisjoint(id(one) for one in said):
            found = f"{said[0].text} {things[0]}"
            yield FigureProblem("changed", figure.source, figure.english, found)


# Characters before and after a figure in which the words for its noun are searched.
_BEFORE, _AFTER = 14, 24
_MARKS = late_regex("[，。；：！？、,;（(）)]|[0-9一二三四五六七八九十百千万亿]+")
_HEAD = late_regex(r"(?:\s[A-Za-z][A-Za-z-]*){1,4}(?!['’])")
# 41,000 visits are not 41,000 of the things visited.
_OF_THEM = late_regex(r"(?i:\sof\s(?:them|these|those)\b)")
_ROOM = late_regex(
    r"(?i:\b(?:room|places?|space|capacity|seats?|beds?|enough|cater\w*|accommodat\w+|take|hold)\s"
    r"(?:for\s|to\s[a-z]+\s)?(?:up\sto\s|about\s|some\s|another\s|over\s|nearly\s)?\Z)"
)
_CAUGHT = frozenset({"drivers", "motorists", "riders"})
_OFFENCE = late_regex(
    r"(?i:\b(?:drunk|drink|speed|red\slight|overload|wrong\sway|unlicensed|licence|park|influence|alcohol|limit|drug|fined?|ticket|helmet|belt|phone)\w*)"
)
_KINDS = frozenset({"count"})
_BARE = frozenset("十百千万亿")
# Kinds with a measure word only for people, whatever else is beside it.
_PEOPLE = frozenset({"people", "visits"})
# Kinds as which people may be counted: 新增病例900人, 提供岗位3000人次.
_OF_PEOPLE = frozenset({"cases", "jobs", "patients", "places", "visits"})


class _Things(msgspec.Struct, frozen=True):
    """The table: the kinds by measure word (``alone``), by word in either language, and the other
    kinds that a kind may also be (``also``).
    """

    alone: dict[str, frozenset[str]]
    chinese: dict[str, frozenset[str]]
    english: dict[str, str]
    also: dict[str, frozenset[str]]


@cache
def _things() -> _Things:
    content = table("things.tsv")
    alone: dict[str, set[str]] = {}
    chinese: dict[str, set[str]] = {}
    english: dict[str, str] = {}
    also: dict[str, frozenset[str]] = {}
    for line in content.splitlines()[1:]:
        kind, measures, words, nouns, others = line.split("\t")
        for measure in measures.split():
            alone.setdefault(measure, set()).add(kind)
        for word in words.split():
            chinese.setdefault(word, set()).add(kind)
        english.update(dict.fromkeys(nouns.split(), kind))
        also[kind] = frozenset({kind, *others.split()})
    return _Things(_frozen(alone), _frozen(chinese), english, also)


def needs() -> list[frozenset[str]]:
    """The Chinese words of things, each as the literals that its row needs, in order."""
    return [frozenset({word}) for word in _things().chinese]


def _there(comparison: Comparison, things: _Things) -> list[tuple[str, frozenset[str]]]:
    """The Chinese words in the text, with the kinds that they may mean."""
    rows = comparison.rows["things"]
    every = list(things.chinese.items()) if rows else []
    return [every[number] for number in numbers(rows)]


def _frozen(kinds: dict[str, set[str]]) -> dict[str, frozenset[str]]:
    return {word: frozenset(its) for word, its in kinds.items()}


def other_kinds(comparison: Comparison) -> Iterator[FigureProblem]:
    """Figures that count one kind of thing in the Chinese and another in the English."""
    text, english = comparison.text, comparison.english
    things = _things()
    once = comparison.unique_of(_KINDS)
    there = _there(comparison, things) if once else []
    for figure, said in once:
        if (
            figure.source.endswith("人次")
            and text.count("人次") == 1
            and _OF_THEM.match(english, said.end)
        ):
            found = f"{said.text} of them"
            yield FigureProblem("changed", figure.source, figure.english, found)
        if figure.optional or figure.source in _BARE:
            continue
        noun = _noun(english, said, things)
        if not noun:
            continue
        own, kind = _own(text, figure, things, there), things.english[noun]
        if "places" in own and _ROOM.search(english, 0, said.start):
            continue  # 学位2.16万个: "room for 21,600 children"
        if "offences" in own and noun in _CAUGHT and _OFFENCE.search(english):
            continue  # 酒驾420起: "420 drunk drivers"
        if (own and things.also[kind].isdisjoint(own)) or (
            kind in _WHO and _are_others(text, figure, things, kind)
        ):
            found = english[said.start : english.lower().index(noun, said.start) + len(noun)]
            yield FigureProblem("changed", figure.source, figure.english, found)


_WHO = frozenset(
    "students teachers workers medics patients visitors officers suspects officials experts "
    "artists growers business traders drivers members volunteers mothers babies".split()
)
_NAMED = late_regex(
    "(?:职工|员工|会员|党员|学生|教师|医生|司机|乘客|游客|患者|农民|选手|志愿者)[\u4e00-\u9fff]{0,6}\\Z"
)
_OTHERS = late_regex("家长|家属|亲属|代表|志愿|患者|家庭|子女|之一|家人|热心|优秀")


def _are_others(text: str, figure: Figure, things: _Things, kind: str) -> bool:
    """Whether a word directly after the figure (2000名司机) or before it (员工总数8万人) names
    people other than those of the English.
    """
    if figure.source.endswith(("名", "位")) and kind != "members":
        words = (text[figure.end : figure.end + size] for size in (4, 3, 2))
        beside = next((word for word in words if word in things.chinese), "")
        after = text[figure.end + len(beside) : figure.end + len(beside) + _NEXT]
    elif figure.source.endswith("人"):
        before = text[max(0, figure.start - 10) : figure.start]
        beside = before[max(before.rfind(mark) for mark in "，。；、,") + 1 :]
        after = text[figure.end : figure.end + _NEXT]
        if not _NAMED.search(beside):
            return False
    else:
        return False
    found = {
        kind for word, kinds in things.chinese.items()
        if len(word) > 1 and word in beside for kind in kinds
    }  # fmt: skip
    found &= _WHO
    own = bool(found) and not _OTHERS.search(beside + after)
    return own and things.also[kind].isdisjoint(found)


_NEXT = 6


def _noun(english: str, said: Stated, things: _Things) -> str:
    """The noun counted by an English figure; empty if unknown."""
    own = said.text.rsplit(None, 1)[-1].lower()  # "340 people"
    if own in things.english:
        return own
    match = _HEAD.match(english, said.end)
    for word in match.group().lower().split() if match else ():
        if word in _STOPS:
            return ""
        if word in things.english:
            return word
    return ""


def _own(
    text: str, figure: Figure, things: _Things, there: list[tuple[str, frozenset[str]]]
) -> set[str]:
    """The kinds that the words beside the figure may mean."""
    counted = figure.source.removesuffix("以上").removesuffix("以下").removesuffix("左右")
    measures = (counted[-size:] for size in (3, 2, 1))
    alone = next((things.alone[m] for m in measures if m in things.alone), frozenset[str]())
    start = max(0, figure.start - _BEFORE)
    for mark in _MARKS.finditer(text, start, figure.start):
        start = mark.end()
    end = figure.end + _AFTER
    stop = _MARKS.search(text, figure.end, end)
    beside = text[start : stop.start() if stop else end]
    found = {kind for word, kinds in there if word in beside for kind in kinds}
    if not alone.isdisjoint(_PEOPLE):
        return {*alone, *(found & _OF_PEOPLE)}
    if alone:  # 人才公寓860套: not people
        return {*alone, *(kind for kind in found if "people" not in things.also[kind])}
    # Without a measure word of its own, it may be of anybody: 申请6万份.
    return {*found, "anybody"} if found else found
