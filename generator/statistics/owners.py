"""Whose a figure is: which of the article's cities, and whether it is for the whole of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from generator.patterns import late_regex
from generator.statistics.counties import HOME, Home, Parts, Told, owner_of
from generator.statistics.label import CITYWIDE
from generator.statistics.quarters import FIRST_PART, QUARTER

_CLAUSE_END = late_regex(r"[，；：]")
_PROVINCES = (
    "河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南"
    "|四川|贵州|云南|陕西|甘肃|青海"
)
_WIDER_NAMES = (
    r"全国|全省|全球|全世界|我国|我省|全自治区|全行业|国际(?:油价|金价|原油|铜价|市场)"
    rf"|(?:{_PROVINCES})省"
)
# Names without a word for what they are, where they tell whose an indicator is.
_REGIONS = (
    r"长三角|珠三角|粤港澳|大湾区|京津冀|成渝|长江经济带|西部陆海新通道|两岸|全台|国内"
    r"|(?:西部|中部|东部|东北|东南|华东|华南|华北|西南|西北|沿海|沿江|沿线|沿黄)?"
    r"[两二三四五六七八九十0-9]{1,3}(?:省区?市|省|市州|州市|市|州|地)(?![场政值间方区点])"
)
_MEASURED = (
    r"地区生产总值|生产总值|GDP|社会消费|固定资产|规模?以?上|进出口|出口|进口|外贸|一般公共|工业|实现|完成|全年|自贸"
    r"|[今去前上0-9]|："
)
_REGION = late_regex(
    rf"(?:{_REGIONS})(?!首|第|唯一|最|领先|一流|知名|旅客|旅游|游客|航线|航班|贸易|资金|外|市场|生产|增值|消费|循环)"
    rf"|(?:{_PROVINCES}|广西|内蒙古|宁夏|新疆|西藏)(?={_MEASURED})"
)
# Of several places: 国内三大基地, 三大科学园区.
_SEVERAL = late_regex(
    r"(?:国内|全国|全球|海内外|海外|国外|境外|各地)的?[一二两三四五六七八九十0-9]+[大个家座]|[两三四五六七八九十]大科学园"
)
# Taiwan's science parks, by the beginnings of the names of their cities.
_PARKS = {"竹科": "新竹", "中科": "台中", "南科": "台南"}
_OF_PARK = late_regex(r"(?:竹科|中科|南科)(?=园区?|营业额|营收|产值|厂商|[0-9]|：|[，、])")
_NO_PLACE = late_regex(
    r"地区(?=生产)|自治区|大湾区|自贸区|[一两二三四五六七八九十0-9]+(?:省|区|市|州)+"
)
_WIDER = late_regex(f"{_WIDER_NAMES}|{_REGION.pattern}|{_SEVERAL.pattern}|{_OF_PARK.pattern}")
_AT_PLACE = late_regex(
    r"全[市县区镇]|[我该本当][市县区地镇]|本土|园区|开发区|高新区|[市县区州旗](?!场|政|值|间)"
)
# A subject: 全国快递量下降, not 全国首个, 全省重点项目, 世界级, 广东省肇庆市.
_SUBJECT = late_regex(
    rf"(?:{_WIDER_NAMES})(?!首|第|唯一|最|领先|一流|知名|各地|多地|重点|百强|人大|政协|统一|文明|性|级|先进|示范|优秀|十[大佳]"
    r"|范围|排名|前[列茅一二三四五六七八九十0-9]|闻名|有名|500强|五百强|企业|客商|客户|买家|游客|的?(?:企业|客商|客户|买家|游客|公司))"
)
# What may stand before it: when, and by whom it is told.
_BEFORE_SUBJECT = late_regex(
    r"\A(?:据[^，]{0,16}?(?:统计|显示|介绍|数据|预计|测算)|今年|去年|前年|明年|(?:19|20)[0-9]{2}年|[0-9]{1,2}月份?|[上下]半年"
    rf"|{QUARTER}|{FIRST_PART}"
    r"|[0-9]{1,2}[月日]?[—–至到-][0-9]{1,2}月|全年|目前|同期|同时|其中|而|但|则|当前"
    r"|截至[^，]{2,8}[末底]|受[^，]{1,10}影响|随着|预计|到|至|末|底|、)*"
)
# A clause about the place itself.
_AT_HOME = late_regex(
    r"全[市县区镇]|[我该本当][市县区地镇]|本土|园区|企业|公司|项目|开发区|高新区"
    r"|[市县区州旗](?!场|政|值|间)"
)


class Cities(NamedTuple):
    """The cities of an article: code → names, with those that it is about first.

    ``subjects`` is the number of these; ``nested`` is true if 全市 may mean a county-level city.
    ``parts`` are counties and zones.
    """

    names: Mapping[str, tuple[str, ...]]
    subjects: int
    nested: bool = False
    parts: Parts = Parts()


def is_subject(owner: str, code: str, cities: Cities) -> bool:
    """Whether the words before a term say that the figure is for the whole city."""
    if not owner or not code:
        return False
    if owner.endswith(CITYWIDE):
        return cities.subjects == 1 and not cities.nested
    return any(owner.endswith(name) for name in cities.names[code])


def is_unknown(owner: str, cities: Cities) -> bool:
    """Whether the words before a term end in the name of a place that is none of the article's
    cities, counties and zones: 经开区税收收入."""
    if not owner.endswith(("市", "区", "县", "镇", "旗")) or owner.endswith(HOME):
        return False
    known = (*cities.names.values(), *cities.parts.names.values())
    return not any(owner.endswith(name) for names in known for name in names)


class Owned(NamedTuple):
    """The city of a figure and the county or zone of it that the figure is of, or empty; ``sure``
    is false if that may be a place which nobody can tell."""

    city: str = ""
    part: str = ""
    sure: bool = True


def owners_of(told: Told, before: str, cities: Cities, column: str = "") -> Owned:
    """Whose a figure is: its city, as `city_of` has it, and the county or zone. ``told`` is what
    stands before its sentence, ``column`` the head of a table's column."""
    city = city_of(told.until + column, before, cities)
    if not city:
        return Owned()
    part, sure = owner_of(told, before, cities.parts, cities.names)
    if not part and sure and column:
        homeless = cities.parts._replace(home=Home())
        part, sure = owner_of(Told(), column, homeless, cities.names)
    above = cities.parts.above.get(part, city)
    if above not in list(cities.names)[: cities.subjects]:
        return Owned()
    return Owned(above, part, sure)


def city_of(earlier: str, before: str, cities: Cities) -> str:
    """The city of a figure after the text ``before`` of its sentence and what is ``earlier``: the
    one named last, or the article's only one.

    Empty if that is a city which the article only mentions, if it is uncertain, or if the sentence
    speaks of the whole country, a province or the world.
    """
    text = earlier + before
    last = max(
        ((text.rfind(name), code) for code, names in cities.names.items() for name in names),
        default=(-1, ""),
    )
    said = before[max(0, last[0] - len(earlier)) :] if last[0] >= 0 else before
    if is_elsewhere(said) or _is_other_park(said, cities):
        return ""
    subjects = list(cities.names)[: cities.subjects]
    if last[0] >= 0:
        return last[1] if last[1] in subjects else ""
    return subjects[0] if len(subjects) == 1 else ""


def is_elsewhere(before: str) -> bool:
    """Whether the last clause of ``before`` with a subject of its own is about a wider area."""
    if _WIDER.search(before) is None:
        return False
    clauses = _CLAUSE_END.split(before)
    if _SEVERAL.search(clauses[-1] or clauses[-2]):
        return True
    for clause in reversed(clauses):
        said = _BEFORE_SUBJECT.sub("", clause)
        wider = bool(_SUBJECT.match(said) or _REGION.match(said))
        plain = _NO_PLACE.sub("", said)
        # 全国规上企业, but not 全省重点企业在我市.
        if (_AT_PLACE if wider else _AT_HOME).search(plain):
            return False
        if wider:
            return True
    return False


def _is_other_park(before: str, cities: Cities) -> bool:
    """Whether the last clauses of ``before`` are about a science park of another city."""
    found = [one.group() for one in _OF_PARK.finditer(before)]
    names = [name for of in cities.names.values() for name in of]
    return bool(found) and not any(name.startswith(_PARKS[found[-1]]) for name in names)
