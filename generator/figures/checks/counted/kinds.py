"""The kind of thing that is counted: 1056套住宅 that became "1,056 residents".

A word for the kind that the English counts must be beside the figure in the Chinese if a word for
another kind is there. ``data/kinds.tsv`` has for each kind the measure words that count nothing
else (套, 人次), and its words in Chinese and in English.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import msgspec

from generator.figures.checks.counted.nouns import NOUN_ENDS
from generator.figures.english.stated import Stated
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import Figure
from generator.figures.shared.problem import FigureProblem
from generator.figures.shared.tables import table
from generator.needs import numbers
from generator.patterns import late_regex

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
    """The table: the kinds by measure word (``alone``), by word in either language, the other
    kinds that a kind may also be (``also``), and the ``rows`` of the Chinese words, in order.
    """

    alone: dict[str, frozenset[str]]
    chinese: dict[str, frozenset[str]]
    english: dict[str, str]
    also: dict[str, frozenset[str]]
    rows: tuple[tuple[str, frozenset[str]], ...]


@cache
def _things() -> _Things:
    content = table("kinds.tsv")
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
    by_word = _frozen(chinese)
    return _Things(_frozen(alone), by_word, english, also, tuple(by_word.items()))


def needs() -> list[frozenset[str]]:
    """The Chinese words of things, each as the literals that its row needs, in order."""
    return [frozenset({word}) for word in _things().chinese]


def _there(comparison: Comparison, things: _Things) -> list[tuple[str, frozenset[str]]]:
    """The Chinese words in the text, with the kinds that they may mean."""
    return [things.rows[number] for number in numbers(comparison.rows["kinds"])]


def _frozen(kinds: dict[str, set[str]]) -> dict[str, frozenset[str]]:
    return {word: frozenset(found) for word, found in kinds.items()}


def other_kinds(comparison: Comparison) -> Iterator[FigureProblem]:
    """Figures that count one kind of thing in the Chinese and another in the English."""
    text, english = comparison.text, comparison.english
    things = _things()
    unique = comparison.unique_of(_KINDS)
    present = _there(comparison, things) if unique else []
    for figure, stated in unique:
        if (
            figure.source.endswith("人次")
            and text.count("人次") == 1
            and _OF_THEM.match(english, stated.end)
        ):
            found = f"{stated.text} of them"
            yield FigureProblem("changed", figure.source, figure.english, found)
        if figure.optional or figure.source in _BARE:
            continue
        noun = _noun(english, stated, things)
        if not noun:
            continue
        own, kind = _own(text, figure, things, present), things.english[noun]
        if "places" in own and _ROOM.search(english, 0, stated.start):
            continue  # 学位2.16万个: "room for 21,600 children"
        if figure.source.endswith("票") and _VOTES.search(text):
            continue  # 45票赞成: "45 members backed it"
        if kind == "volunteers" and "志愿" in text:
            continue  # 志愿服务队260名成员: "260 volunteers"
        if kind == "projects" and _PROJECTS_LEFT_OUT.search(text):
            continue  # 东区签约18个: "signed 18 projects"
        if "offences" in own and noun in _CAUGHT and _OFFENCE.search(english):
            continue  # 酒驾420起: "420 drunk drivers"
        if (own and things.also[kind].isdisjoint(own)) or (
            kind in _WHO and _are_others(text, figure, things, kind)
        ):
            found = english[stated.start : english.lower().index(noun, stated.start) + len(noun)]
            yield FigureProblem("changed", figure.source, figure.english, found)


_PROJECTS_LEFT_OUT = late_regex(
    "(?:签约|开工|竣工|投产|落地|落户|引进|招引|储备|入库|达产|续建)(?:了|约|近|超过?|共)*[0-9一二三四五六七八九十]+[个项](?=[，。；、])"
)
_VOTES = late_regex("赞成|反对|同意|弃权|得票|选票|投票|表决")
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


def _noun(english: str, stated: Stated, things: _Things) -> str:
    """The noun counted by an English figure; empty if unknown."""
    own = stated.text.rsplit(None, 1)[-1].lower()  # "340 people"
    if own in things.english:
        return own
    match = _HEAD.match(english, stated.end)
    previous = ""
    for word in match.group().lower().split() if match else ():
        if word in NOUN_ENDS:
            return ""
        if word in things.english:
            return "" if word == "players" and previous in _OF_MARKETS else word
        previous = word
    return ""


# 经营主体: market players, who play nothing.
_OF_MARKETS = frozenset({"market", "business", "industry", "economic", "commercial", "private"})
# 388伙 (flats in Hong Kong): the measure word is not part of the figure.
_LATE_MEASURES = ("伙",)
# 2座百万千瓦级抽水蓄能电站: the size is part of the name.
_CLASS_OF = late_regex("[0-9一二两三四五六七八九十百千万亿]+[^，。；0-9]{0,4}级(?!以上|别)")


# 私人住宅单位2.1万个, flats of Hong Kong and Macao
_OF_FLATS = late_regex("[公居]屋|房屋|住宅|楼盘|屋苑|新盘|[一二三]房|呎|入伙|伙")


def _own(
    text: str, figure: Figure, things: _Things, present: list[tuple[str, frozenset[str]]]
) -> set[str]:
    """The kinds that the words beside the figure may mean."""
    counted = figure.source.removesuffix("以上").removesuffix("以下").removesuffix("左右")
    if counted.isascii() and text.startswith(_LATE_MEASURES, figure.end):
        counted = text[figure.start : figure.end + 1]
    measures = (counted[-size:] for size in (3, 2, 1))
    alone = next((things.alone[m] for m in measures if m in things.alone), frozenset[str]())
    start = max(0, figure.start - _BEFORE)
    for mark in _MARKS.finditer(text, start, figure.start):
        start = mark.end()
    end = figure.end + _AFTER
    named = _CLASS_OF.match(text, figure.end)
    stop = _MARKS.search(text, named.end() if named else figure.end, end)
    beside = text[start : stop.start() if stop else end]
    found = {kind for word, kinds in present if word in beside for kind in kinds}
    if "单位" in beside and _OF_FLATS.search(text):
        found.add("homes")
    if not alone.isdisjoint(_PEOPLE):
        return {*alone, *(found & _OF_PEOPLE)}
    if alone:  # 人才公寓860套: not people
        return {*alone, *(kind for kind in found if "people" not in things.also[kind])}
    # Without a measure word of its own, it may be of anybody: 申请6万份.
    return {*found, "anybody"} if found else found
