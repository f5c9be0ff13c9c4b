"""Whose a figure is: which of the article's cities, and whether it is for the whole of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from generator.patterns import late_regex
from generator.statistics.label import CITYWIDE

_CLAUSE_END = late_regex(r"[，；：]")
_PROVINCES = (
    "河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南"
    "|四川|贵州|云南|陕西|甘肃|青海"
)
_WIDER_NAMES = (
    r"全国|全省|全球|全世界|我国|我省|全自治区|全行业|国际(?:油价|金价|原油|铜价|市场)"
    rf"|(?:{_PROVINCES})省"
)
_WIDER = late_regex(_WIDER_NAMES)
# A subject: 全国快递量下降, not 全国首个, 全省重点项目, 世界级, 广东省肇庆市.
_SUBJECT = late_regex(
    rf"(?:{_WIDER_NAMES})(?!首|第|唯一|最|领先|一流|知名|各地|多地|重点|百强|人大|政协|统一|文明|性|级|先进|示范|优秀|十[大佳]"
    r"|范围|排名|前[列茅一二三四五六七八九十0-9]|闻名|有名|500强|五百强|企业|客商|客户|买家|游客|的?(?:企业|客商|客户|买家|游客|公司))"
)
# What may stand before it: when, and by whom it is told.
_BEFORE_SUBJECT = late_regex(
    r"\A(?:据[^，]{0,16}?(?:统计|显示|介绍|数据|预计|测算)|今年|去年|前年|明年|(?:19|20)[0-9]{2}年|[0-9]{1,2}月份?|[上下]半年"
    r"|[一二三四]季度|前[一二三四五六七八九十0-9]+个?(?:月|季度)|[0-9]{1,2}[月日]?[—–至到-][0-9]{1,2}月|全年|目前|同期|同时|其中|而|但|则|当前"
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
    """

    names: Mapping[str, tuple[str, ...]]
    subjects: int
    nested: bool = False


def is_subject(owner: str, code: str, cities: Cities) -> bool:
    """Whether the words before a term say that the figure is for the whole city."""
    if not owner or not code:
        return False
    if owner.endswith(CITYWIDE):
        return cities.subjects == 1 and not cities.nested
    return any(owner.endswith(name) for name in cities.names[code])


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
    if is_elsewhere(before[max(0, last[0] - len(earlier)) :] if last[0] >= 0 else before):
        return ""
    subjects = list(cities.names)[: cities.subjects]
    if last[0] >= 0:
        return last[1] if last[1] in subjects else ""
    return subjects[0] if len(subjects) == 1 else ""


def is_elsewhere(before: str) -> bool:
    """Whether the last clause of ``before`` with a subject of its own is about a wider area."""
    if _WIDER.search(before) is None:
        return False
    for clause in reversed(_CLAUSE_END.split(before)):
        if _AT_HOME.search(clause):
            return False
        if _SUBJECT.match(_BEFORE_SUBJECT.sub("", clause)):
            return True
    return False
