"""Characters of several readings that stand alone: the reading that their surroundings tell.

The rules lie in ``data/contexts.tsv``: character, what stands before it, what stands after it
(regular expressions), reading; the first row that fits decides. Surnames that are read in their
own way are in ``data/surnames.csv``. Readings are those of the *Xiandai Hanyu Cidian*.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Set
from functools import cache
from pathlib import Path
from typing import NamedTuple

from generator.gazetteer.persons import acts, titled
from generator.patterns import late_regex

_BEFORE, _AFTER = 10, 14  # characters looked at on either side

_ADVERB = 2  # characters
_LONG_NAME = 6  # three characters, what is beside them, and one more
_HAN = late_regex(r"[\u4e00-\u9fff]+")
_PLAIN = late_regex(r"[\u4e00-\u9fff]+")
# These follow longer words too: 外交部长, 五十只, 认真地.
_SUFFIXES = frozenset("长行都得地只处场担石重曲累着卷")


class _Rule(NamedTuple):
    """What stands before and after, and the reading; ``last`` and ``first`` tell most cases apart.

    ``before`` is ``None`` where anything may stand there.

    ``last`` has the characters that ``before`` may end with, ``first`` those that ``after``
    may begin with; ``None`` where any will do.
    """

    before: re.Pattern[str] | None
    after: re.Pattern[str]
    reading: str
    last: frozenset[str] | None
    first: frozenset[str] | None


_ADDRESS = late_regex(
    r"(?:女士|先生|小姐|某|姓|老师|同志|大爷|大妈|大叔|大姐|阿姨|奶奶|爷爷|教授|医生|总(?![体部共计的])|氏|家(?:村|庄|沟|湾|镇|祠)|老汉|师傅)"
)
_GIVEN = late_regex(r"[\u4e00-\u9fff·]{1,2}")
_ADDRESSED = late_regex(r"(?:女士|先生|姓(?!名)|氏(?!族)|某(?![些种種个個处處时時一人地事类類]))")
# What a surname goes before where nothing goes before it: 曾局长带队.
_OFFICE = late_regex(
    r"(?:副?(?:[局处科院校部市县镇乡村省厅所站队班组厂行会社馆园台司署州]|秘书|董事|支队|大队|检察|列车|护士)长"
    r"|书记|主任|主席|教授|医生|老师|总(?![体部共计的数量面站收投产额值编队公局会统线承包经裁监工理])|总裁|总监|(?:总)?经理|律师|警官|法官|检察官|教练|导演|老板|博士|院士|将军|司令|大使|议员"
    r"|工程师|总工|委员|常委|家人|家属|夫妇|夫妻|太太|夫人|大哥|大娘|婆婆|护士|医师|同学|教官|政委|参谋|站长)"
    r"(?![期时職职]|一职|以来|要求|邀|之[邀约请]|请求|号召|提议|的(?:要求|邀请))"
)
# The one before in a list of people: 、 after 王芳 in 王芳、任丽和单勇.
_LISTED = late_regex(
    r"(?:^|[、，。：；\s（(和]|[员者手生家师长星人])"
    r"[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭肖田董袁潘蒋蔡余杜叶程苏魏吕丁沈姚卢姜崔钟谭陆汪范"
    r"石廖贾韦付邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵钱严武戴莫孔汤][一-鿿]{1,2}[、和]\Z"
)
_GOES_ON_IN_LIST = late_regex(
    r"[一-鿿]{1,2}(?:[、，。；）)\n]|等[，。\d人]|和[一-鿿]{2,3}[，。、]|\Z)"
)
# Surnames that are verbs or adverbs too, and what follows these.
_VERBS = frozenset("曾查盖蓋解单單应應任")
_OFTEN_VERBS = frozenset("查盖蓋解")
_NO_GIVEN = late_regex(
    r"[了过過着著的到在多说說经經是有为為被把出遍完一三两兩几幾次章住上下对對向从從就也不]"
)
_BOUNDARY = frozenset("\n \t　，。、；：？！“”（）()《》和与及")


@cache
def _rules() -> dict[str, tuple[_Rule, ...]]:
    found: dict[str, list[_Rule]] = defaultdict(list)
    for character, before, after, reading in _rows("contexts.tsv", "\t"):
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
    """The alternatives within ``(?:a|b)…``; what is written in another way as it is."""
    if not after.startswith("(?:"):
        return after if _PLAIN.fullmatch(after) else "(" * bool(after)
    depth = 0
    for at, character in enumerate(after):
        depth += (character == "(") - (character == ")")
        if not depth:
            rest = after[at + 1 :]
            return "(" if rest[:1] in ("?", "*", "{") else after[3:at]
    return "("


def _edge(alternatives: str, at: int) -> frozenset[str] | None:
    """The characters at one end of ``a|b|c``; none told where one is no plain character."""
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
            # 字(?!典) begins with 字; what ends with a group may end with anything.
            if not option or not _HAN.fullmatch(option[at]):
                return None
            if at == 0 and option[1:2] in ("?", "*", "{"):
                return None
            found.add(option[at])
    return None if depth else frozenset(found)


@cache
def _surnames() -> dict[str, tuple[str, bool]]:
    """Surname → its reading, and whether only what follows makes one of an everyday word: 种某."""
    return {name: (said, bool(where)) for name, said, where in _rows("surnames.csv", ",")}


def _rows(name: str, separator: str) -> list[list[str]]:
    text = Path(__file__).parent.joinpath("data", name).read_text("utf-8")
    return [line.split(separator) for line in text.splitlines()[1:]]


def told_by_context() -> frozenset[str]:
    """The characters for which surroundings matter."""
    return frozenset(_known())


@cache
def _known() -> dict[str, tuple[tuple[str, bool] | None, tuple[_Rule, ...]]]:
    """Each such character: how it is read as a surname, and its rules."""
    characters = {**_rules(), **_surnames()}
    return {one: (_surnames().get(one), _rules().get(one, ())) for one in characters}


def reading_in(text: str, at: int, ends: Set[int]) -> str:
    """The reading of the character at ``at``; empty where nothing in particular tells it.

    ``ends`` tells where the words of the text begin and end. A character within a word is
    read by that word alone; one that is a word by itself by whole words around it, so that
    的 after 节目 is not that of 目的.
    """
    character = text[at]
    surname, rules = _known()[character]
    if surname:
        reading, addressed = surname
        named = (_named_seldom if addressed else _is_surname)(text, at, ends)
        # 纪 in 毛主席纪念堂, one word, is nobody's name.
        if named and (at in ends or at + 1 in ends):
            return reading
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
            # 进行 before 会谈 has nothing to do with 行会.
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
    # 清楚地表明 goes on with a word of its own, 清楚地 is not before 地表.
    longer = at + 2 <= len(text) and at + 2 not in ends and _HAN.match(text[at + 1]) is not None
    return longer or _GOES_ON.match(text, at + 1) is not None


# Adverbs that a comma may follow.
_BEFORE_COMMA = late_regex(r"同样|相应|类似|一般|相反|具体|简单|严格")
# What makes the name of a kind of place with 地.
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
    """The reading of the first rule that fits, with the characters it used on either side."""
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


def _goes_on_as_verb(text: str, at: int, ends: Set[int]) -> bool:
    """Whether a word or a particle follows instead of a given name: 记者曾采访, 民警查了."""
    if _NO_GIVEN.match(text, at + 1):
        return True
    return text[at] in _OFTEN_VERBS and {at + 1, at + 3} <= ends and at + 2 not in ends


def _is_surname(text: str, at: int, ends: Set[int]) -> bool:
    """Whether a character is somebody's family name: 记者任丽, 曾女士, 仇英说."""
    if _called(text, at, ends):
        return True
    # 任教授, 区总面积: not what somebody is called by where a verb or a noun may stand.
    doubtful = (text[at] in _VERBS and not titled(text, at)) or text[at] == "区"
    address = _ADDRESSED if doubtful else _ADDRESS
    if address.match(text, at + 1):
        return True
    if titled(text, at):
        if text[at] in _VERBS and _goes_on_as_verb(text, at, ends):
            return False
        return _GIVEN.match(text, at + 1) is not None
    if at and text[at - 1] in "老小阿" and {at - 1, at, at + 1} <= ends:
        return True
    alone = at == 0 or text[at - 1] in _BOUNDARY
    return alone and any(acts(text, at + 1 + length) for length in (2, 1))


def _named_seldom(text: str, at: int, ends: Set[int]) -> bool:
    """Whether a word that is seldom a surname is one: 过先生, 姓员的, not 陪审员先生."""
    if at and text[at - 1] == "姓":
        return {at - 1, at, at + 1} <= ends
    alone = at == 0 or text[at - 1] in _BOUNDARY or titled(text, at)
    return alone and _ADDRESSED.match(text, at + 1) is not None


def _called(text: str, at: int, ends: Set[int]) -> bool:
    """Whether an office follows, 姓 goes before, or other people's names do."""
    before = text[at - 1] if at else "\n"
    if before == "姓":
        return {at - 1, at, at + 1} <= ends
    if before not in _BOUNDARY:
        return False
    if text[at] != "区" and at + 1 in ends and _OFFICE.match(text, at + 1):
        return True
    return (
        before in "、和"
        and _GOES_ON_IN_LIST.match(text, at + 1) is not None
        and _LISTED.search(text, max(0, at - _LONG_NAME), at) is not None
    )
