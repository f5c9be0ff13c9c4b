"""Label a figure by the known term right before it, or after it for a count."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from generator.patterns import late_regex
from generator.statistics.finding import Shape
from generator.statistics.indicators import LONGEST, Indicator
from generator.statistics.turned import is_some_of, is_turned, is_turned_after

# Words that may be between a term and its figure.
_LINK = late_regex(
    r"(?:(?:目标)?(?:为|定为|是)|累计|达到?|完成|实现|拟?安排|预算(?:安排|数)?|冲刺|首次|历史性地?|成功|一举|突破|[迈跨跃站冲登]上|跨[过越]|越过|[首冲]破|超过?"
    r"|共有?|共计|总计|合计|计|约|已有|已达|已|均|有|仅|：|:|近|还|也|则|只|\s){0,4}\Z"
)
_APART = late_regex(r"分别[为是有达]?|依次[为是]?|各|每|人均|平均|其余|占(?!地)|不|未|没有")
_GROWTH = late_regex(
    r"的?(?:同比|按年|比(?:上年|去年)(?:同期)?|较(?:上年|去年)(?:同期)?)?(?:仍|也|又|再|均|将)?"
    r"(?:(?P<up>增长|增幅|增速|增长率|上升|上涨|增加|提高)|(?P<down>下降|降低|减少|下滑|下跌|回落|萎缩|锐减|骤减|骤降|缩减))"
    r"(?:目标)?(?:了|为|是|达到?|约|定为|保持在){0,2}\Z"
)
# Words that may be before a term without changing its meaning.
_TIME = late_regex(
    r"(?:[首头][一二三四五六七八九十两1-9]*(?:季度?|个?月)|今年|去年|全年|本年度?|年度|(?:19|20)[0-9]{2}年|前[一二三四五六七八九十0-9]+个?(?:月|季度)"
    r"|[一二三四]季度|[上下]半年|[0-9]{1,2}月?(?:至|到|-|—|–)[0-9]{1,2}月|[0-9]{1,2}月"
    r"|截至|期间|同期|年内|累计|总共|一共|仅|其中|的|[年月][末底]|[上中下]旬|[“「]十[一二三四五六]五[”」](?:时期)?"
    r"|[0-9一二两三四五六七八九十]年来|以来|目前|当[年月])\Z"
)
_PLAIN = late_regex(r"(?:完成|实现|达成|拥有|现有|共有|已|了|有|和|与|及)\Z")
# Words that say that only a part is meant, so the sentence must be shown too.
_DONE = late_regex(
    r"(?:新增|新?签约|新?引进|投入|办结|解决|取消|打造|整备|推出|启动|新?开工|吸引|预计|预期|计划|力争|目标"
    r"|新?培育|集聚|发现|交办|列出|收集|梳理|滚动实施|攻坚|新|个|(?<!国)家|户)\Z"
)
# Before these a term is what came new: 新增规上工业企业53户.
_NEW = late_regex(
    r"(?<![创更高革翻崭特重刷从最全])新(?:增加?|登记|设立?|培育|认定|引进|招引|签约|开工|建成?|投产|晋|入库|纳[规统]|注册|成立|获评|入驻|落地|获批|评定|发展|培养)?了?"
    r"(?:国家级|省级|市级|各类|科技型|专精特新|“小巨人”)*\Z"
)
_HOMES = ("商品房", "商品住宅", "住宅", "住房")
# What these achieved is not the city's: 全市家电产业实现规上工业产值, 民营企业完成出口总额.
_PART = late_regex(
    r"(?:(?<![工企])业|(?<![市县区上])工业|集群|产业链|板块|领域|公司|集团|(?<!工业)企业|(?<!工业)(?<!全市)经济"
    r"|园区?|基地|部门|平台|电商)\Z"
)
_PLACE = late_regex(r"(?:[市县区州旗盟镇]|）|\))\Z")
CITYWIDE = ("全市", "我市", "该市")
_DID = late_regex(r"(?:共|已)?(?:完成|实现|达成)\Z")
_ELSEWHERE = late_regex(r"(?:全国|全省|我省|我国|全球|世界|行业)\Z")
_QUOTES = "“”「」『』"
_STOP = late_regex(r"(?:\Z|[，。；、：！？）)」”』\s])")
_VERB = late_regex(
    r"(?:实现|列[为入]|因此|建成|都|已|均|将|完成|开工|签约|落地|投产|参加|入驻|在|全部|得到|正在|和|与|及|也"
    r"|竣工|投[入用运]|通过|启用|开通|交付|上线|运行|覆盖|获|需|中的|里)"
)
# The length in characters of the longest noun after a count.
_PHRASE = 18
# 8个省份的高校, 14个市州的78个开发区, 9所民办园转为托育机构: what is counted is not the last noun.
_PHRASE_END = late_regex(
    r"[的0-9或了把被将向给为由从对到]|停[办业产工]|改[成造建]|变成|成为|合[并股]|办[起成]|关闭|搬|组成|联合"
)
# More characters than any of the patterns above that end in ``\\Z`` can match.
_NEAR = 24
_SIZE = {
    "money": "money", "area": "measure", "sold": "measure", "length": "measure", "mass": "measure",
    "energy": "measure", "containers": "measure", "people": "count", "visits": "count",
    "goods": "count",
}  # fmt: skip
# What is measured over a period, so that its growth may be told alone.
_GROWING = frozenset({"money", "sold", "mass", "energy", "containers", "visits", "goods"})
_UNITS = {
    "area": frozenset({"mu", "hectares", "m2", "km2", "acres"}),
    "sold": frozenset({"m2"}),
    "mass": frozenset({"t"}),
    "energy": frozenset({"kWh"}),
    "containers": frozenset({"TEU"}),
    "visits": frozenset({"visits", "people"}),
    "goods": frozenset({"items"}),
    "length": frozenset({"km", "m", "li"}),
    "people": frozenset({"people", "visits"}),
}


class Label(NamedTuple):
    """What a figure measures; ``owner`` is the text before the term if that is a place (广安市,
    全市), else empty."""

    indicator: Indicator
    shape: Shape
    whole: bool
    bare: bool
    owner: str


def label_before(
    before: str,
    kind: str,
    unit: str,
    known: Mapping[str, Indicator],
    names: tuple[str, ...] = (),
) -> Label | None:
    """The label of a figure of ``kind`` and ``unit`` after the text ``before``; None if uncertain.

    ``known`` are the indicators by term, ``names`` the names of cities, which may be before the
    term without 市.
    """
    growth = _at_end(_GROWTH, before) if kind == "percent" else None
    shape: Shape = "amount"
    if growth:
        shape, end = "growth" if growth["up"] else "fall", growth.start()
    elif kind == "percent":
        return None
    else:
        link = _at_end(_LINK, before)
        end = link.start() if link else len(before)
    if _APART.search(before[max(0, end - 4) :]):
        return None
    head = before[:end].rstrip(_QUOTES + " ")
    found = _ending(head, known)
    if found is None or not _fits(found, kind, unit, growth=bool(growth)):
        return None
    rest = head[: len(head) - len(found.term)]
    return _bounded(rest, found, shape, names)


def label_after(
    after: str, before: str, known: Mapping[str, Indicator], unit: str = "items"
) -> Label | None:
    """The label of a count by the noun after it: 87个项目, 103户规上工业企业, 46个公共充电站."""
    for length in range(min(LONGEST, len(after)), 1, -1):
        found = known.get(after[:length])
        if found is not None and _fits(found, "count", unit, growth=False):
            rest = after[length:]
            if _STOP.match(rest) or _VERB.match(rest):
                if is_turned(before) or is_turned_after(rest):
                    return None
                if _APART.search(before[-3:]):
                    return None
                if _at_end(_NEW, before):
                    return Label(_new(found), "amount", False, found.bare, "")
                return Label(found, "amount", False, found.bare, "")
            return None
    return _described(after, before, known, unit)


def _described(after: str, before: str, known: Mapping[str, Indicator], unit: str) -> Label | None:
    """The label of a count by the last words of the noun after it: 46个公共充电站."""
    if _APART.search(before[-3:]) or is_turned(before):
        return None
    for end in range(min(_PHRASE, len(after)) + 1):
        if _PHRASE_END.match(after, end):
            return None
        if not (_STOP.match(after, end) or _VERB.match(after, end)):
            continue
        found = _ending(after[:end], known)
        if found is not None and found.thing and _fits(found, "count", unit, growth=False):
            rest = after[: end - len(found.term)]
            if is_turned(rest) or is_some_of(rest, found.term) or is_turned_after(after[end:]):
                return None
            return Label(found, "amount", whole=False, bare=True, owner="")
        if _STOP.match(after, end):
            return None
    return None


def _at_end(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The match of ``pattern``, which ends in ``\\Z``; only the end of the text is searched."""
    return pattern.search(text, max(0, len(text) - _NEAR))


def _ending(head: str, known: Mapping[str, Indicator]) -> Indicator | None:
    for length in range(min(LONGEST, len(head)), 1, -1):
        found = known.get(head[-length:])
        if found is not None:
            return found
    return None


def _fits(found: Indicator, kind: str, unit: str, *, growth: bool) -> bool:
    if growth:
        return found.of in _GROWING
    if found.of == "count":
        return kind == "count" and unit in ("items", "")
    units = _UNITS.get(found.of)
    return _SIZE[found.of] == kind and (units is None or unit in units)


def _bounded(
    rest: str, found: Indicator, shape: Shape, names: tuple[str, ...] = ()
) -> Label | None:
    """The label, unless the words before its term change the term's meaning."""
    rest = rest.rstrip(_QUOTES + " ")
    possessive = False
    while match := _at_end(_TIME, rest):
        possessive = match.group() == "的"
        rest = rest[: match.start()]
    if _at_end(_ELSEWHERE, rest):
        return None
    counted = found.thing or found.of == "count"
    if counted and is_turned(rest):
        return None
    if not rest or _PLACE.search(rest) or rest.endswith((*names, *CITYWIDE)):
        return Label(found, shape, found.whole, found.bare, rest)
    if rest[-1] in "，。；、：！？（" or rest.endswith((")", "\n")):
        return Label(found, shape, found.whole, found.bare, "")
    if possessive:
        # 新材料产业的产值: only the sentence says whose value it is.
        return Label(found, shape, whole=False, bare=True, owner="")
    if found.term.startswith(_HOMES) and rest.endswith("新建"):
        # What is sold new, not what was added.
        return _bounded(rest.removesuffix("新建"), found, shape, names)
    if _at_end(_NEW, rest):
        return Label(_new(found), shape, whole=False, bare=True, owner="")
    if _at_end(_DONE, rest):
        return Label(found, shape, whole=False, bare=True, owner="")
    if _at_end(_PLAIN, rest) is None:
        # 纯电动公交车260辆: the sentence says which of them.
        if not counted or is_some_of(rest, found.term):
            return None
        return Label(found._replace(thing=True), shape, whole=False, bare=True, owner="")
    # 扬州市实现地区生产总值, 肇庆今年完成工业投资: the place is before the verb.
    owner = _DID.sub("", rest)
    while match := _at_end(_TIME, owner):
        owner = owner[: match.start()]
    if found.whole and owner != rest and _at_end(_PART, owner):
        return None
    told = owner != rest and (bool(_PLACE.search(owner)) or owner.endswith((*names, *CITYWIDE)))
    return Label(found, shape, found.whole, found.bare, owner if told else "")


def _new(found: Indicator) -> Indicator:
    """The indicator of what was added of ``found``."""
    if found.term.startswith("新"):
        return found
    english = f"{'new' if found.of == 'count' else 'additional'} {found.english}"
    return found._replace(term=f"新增{found.term}", english=english, whole=False)
