"""Find the reading of a character with several readings from its context.

The rules are in ``data/contexts.tsv``: character, regular expressions for the text before and after
it, reading. The first matching row decides. Readings are those of the *Xiandai Hanyu Cidian*.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Set
from functools import cache
from pathlib import Path
from typing import NamedTuple

from generator.patterns import late_regex
from generator.pinyin.surnames import is_surname, surnames

_BEFORE, _AFTER = 10, 14  # the number of characters of context before and after

_ADVERB = 2  # the least length of an adverb before 地, in characters
_HAN = late_regex(r"[\u4e00-\u9fff]+")
# These may be suffixes of longer words: 外交部长, 五十只, 认真地.
_SUFFIXES = frozenset("长行都得地只处场担石重曲累着卷")


class _Rule(NamedTuple):
    """A rule: patterns for the text before and after, and the reading.

    ``before`` is None if anything may be before. For a fast check, ``last`` has the characters
    with which the text before may end, ``first`` those with which the text after may begin; None
    if any character is possible.
    """

    before: re.Pattern[str] | None
    after: re.Pattern[str]
    reading: str
    last: frozenset[str] | None
    first: frozenset[str] | None


@cache
def _rules() -> dict[str, tuple[_Rule, ...]]:
    found: dict[str, list[_Rule]] = defaultdict(list)
    for character, before, after, reading in _rows():
        found[character].append(
            _Rule(
                late_regex(f"(?:{before})$") if before else None,
                late_regex(after),
                reading,
                _edge(before, -1),
                _edge(_inner(after), 0),
            )
        )
    return {character: tuple(rules) for character, rules in found.items()}


def _inner(after: str) -> str:
    """The alternatives ``a|b`` of a pattern ``(?:a|b)…``; the pattern itself if it is plain
    Chinese; ``(`` for any other, which tells `_edge` nothing; empty if it is empty."""
    if not after.startswith("(?:"):
        return after if _HAN.fullmatch(after) else "(" * bool(after)
    depth = 0
    for at, character in enumerate(after):
        depth += (character == "(") - (character == ")")
        if not depth:
            rest = after[at + 1 :]
            return "(" if rest[:1] in ("?", "*", "{") else after[3:at]
    return "("


def _edge(alternatives: str, at: int) -> frozenset[str] | None:
    """The characters at one end (``at``: 0 or -1) of alternatives ``a|b|c``; None if unknown."""
    if not alternatives:
        return None
    found = set()
    depth = 0
    start = 0
    for end, character in enumerate(f"{alternatives}|"):
        depth += (character in "([") - (character in ")]")
        if character == "|" and not depth:
            option = alternatives[start:end]
            start = end + 1
            # 字(?!典) begins with 字; an option that ends with a group may end with anything.
            if not option or not _HAN.fullmatch(option[at]):
                return None
            if at == 0 and option[1:2] in ("?", "*", "{"):
                return None
            found.add(option[at])
    return None if depth else frozenset(found)


def _rows() -> list[list[str]]:
    text = Path(__file__).parent.joinpath("data", "contexts.tsv").read_text("utf-8")
    return [line.split("\t") for line in text.splitlines()[1:]]


def told_by_context() -> frozenset[str]:
    """The characters whose reading depends on the context."""
    return frozenset(_known())


@cache
def _known() -> dict[str, tuple[str, tuple[_Rule, ...]]]:
    """Each such character: its reading as a surname (empty if it is none), and its rules."""
    named = {name: reading for name, (reading, _) in surnames().items()}
    return {one: (named.get(one, ""), _rules().get(one, ())) for one in {**_rules(), **named}}


def reading_in(text: str, at: int, ends: Set[int]) -> str:
    """The reading of the character at ``at`` by its context; empty if no rule matches.

    ``ends`` are the offsets at which words of the text begin and end. For a character inside a word
    only that word counts; for one that is a word by itself, only whole words around it, so that 的
    after 节目 is not read as in 目的.
    """
    character = text[at]
    surname, rules = _known()[character]
    if surname and is_surname(text, at, ends):
        return surname
    if not rules:
        return ""
    start, end = at, at + 1
    while start not in ends:
        start -= 1
    while end not in ends:
        end += 1
    if character == "地" and end - start == 1 and _adverb_before(text, at, ends):
        return "de"
    loose = character in _SUFFIXES and end == at + 1
    if end - start > 1 and not loose:
        within = _first(rules[:-1], text[start:at], text[at + 1 : end])
        if within:
            return within[0]
    left = max(0, at - _BEFORE)
    before, after = text[left:at], text[at + 1 : at + 1 + _AFTER]
    last_one, first_one = before[-1:], after[:1]
    for rule in rules:
        if rule.last is not None and last_one not in rule.last:
            continue
        if rule.first is not None and first_one not in rule.first:
            continue
        found = _first((rule,), before, after)
        if not found:
            continue
        reading, used_before, used_after = found
        first, last = at - used_before, at + 1 + used_after
        if loose:
            # 行 in 进行会谈 is not read as in 行会.
            if last <= end or last in ends or end == start + 1:
                return reading
        elif (first >= start or first in ends) and (last <= end or last in ends):
            return reading
    return ""


def _adverb_before(text: str, at: int, ends: Set[int]) -> bool:
    """Whether 地 makes an adverb of the word before it: 愤怒地宣称, but 举办地青岛."""
    start = at - 1
    while start > 0 and start not in ends:
        start -= 1
    word = text[max(0, start) : at]
    if len(word) < _ADVERB or not _HAN.fullmatch(word) or _SITE.search(word):
        return False
    if len(set(word)) == 1 or _BEFORE_COMMA.fullmatch(word):
        return True
    # In 清楚地表明, 地 is not a part of 地表.
    longer = at + 2 <= len(text) and at + 2 not in ends and _HAN.match(text[at + 1]) is not None
    return longer or _GOES_ON.match(text, at + 1) is not None


# Adverbs that a comma may follow.
_BEFORE_COMMA = late_regex(r"同样|相应|类似|一般|相反|具体|简单|严格")
# Words that form a compound with 地 for a kind of place.
_SITE = late_regex(
    r"(?:承包|进口|登记|侵权|行为|庇护|生源|此|块|矿区|纳税|缴费|接收|原籍|参赛|施工|用工|务工|就业|创作|创业|故事|举办|所在|目的|发源|原产|聚集|集散|出生|户籍|居住|诞生|发祥|策源|旅游|生产|种植|示范|试验|承载|投资|注册"
    r"|来源|起源|埋葬|栖息|繁殖|越冬|着陆|登陆|拍摄|取景|打卡|流入|流出|输出|输入|迁入|迁出|安置|发生|事发|案发"
    r"|归属|承办|主办|革命|工业|农业|住宅|商业|建设|公共|集体|国有|储备|闲置|建筑|销售|消费|集聚|落户|学习|工作"
    r"|服务|教育|培训|实践|养殖|填埋|停靠|中转|采集|采购|制造|加工|交易|避难|朝圣|度假|疗养|观光|户口|常住|参保|就医"
    r"|旅居|暂住|办公|经营|签约|开赛|出发|抵达|到达|避暑|聚居|集结|驻扎|出让|中心|拆迁|搬迁|移民|隔离|高发|多发|流行|疫情|暴发|爆发|首发|首演|取材|外景"
    r"|主场|比赛|开幕|举行|召开|会议|战略|要|宝|福|禁|险|重|绿|墓|园|空|闲|荒|滩|坟|雪|冰|沙|菜|麦|稻|田|油"
    r"|本|各|当|两|三|外|异|内|基|用|土|陆|林|耕|湿|草|场|产|属|营|领|境|盆|坡|山|平|高|洼|腹|圣|胜|阵|飞)$"
)
_GOES_ON = late_regex(
    r"(?![区方块处段下点位址面铁图产质震理名标表带势价租毯板级市州的上])[\u4e00-\u9fff]"
)


def _first(rules: tuple[_Rule, ...], before: str, after: str) -> tuple[str, int, int] | None:
    """The reading of the first matching rule, with the numbers of characters that it matched before
    and after."""
    last, first = before[-1:], after[:1]
    for rule in rules:
        if rule.last is not None and last not in rule.last:
            continue
        if rule.first is not None and first not in rule.first:
            continue
        following = rule.after.match(after)
        if following is None:
            continue
        if rule.before is None:
            return rule.reading, 0, following.end()
        preceding = rule.before.search(before)
        if preceding is not None:
            return rule.reading, len(before) - preceding.start(), following.end()
    return None
