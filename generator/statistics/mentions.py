"""The names of places in a text that may own the figures after them, and words such as 全市."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from generator.patterns import late_regex

# Words for the place that an article is about.
HOME = (
    "全市", "我市", "该市", "本市", "全县", "我县", "该县", "全区", "我区", "该区", "全旗", "我旗",
    "该旗", "全州", "全盟", "全地区",
)  # fmt: skip
# Of a smaller place than any county.
_SMALLER = (
    "全镇", "该镇", "全乡", "该乡", "全村", "该村", "全街道", "该街道", "全社区", "该社区",
)  # fmt: skip
# Codes of mentions that name no place.
HOME_WORD, SMALLER = "", "?"
# Before or after these a name is not that of the owner: 居潍坊第2位, 在麻城市调研, 高于全市平均.
_NO_OWNER_BEFORE = (
    *"赴往抵离距占居比较超",
    "高于", "低于", "快于", "优于", "高出", "低出", "领跑", "领先", "来自", "直达", "到达",
    "连接", "衔接", "连通", "接入", "途经", "途径", "串联", "贯穿", "毗邻", "邻近", "紧邻",
)  # fmt: skip
_NO_OWNER_AFTER = late_regex(
    r"[^，。；]{0,6}(?:调研|考察|检查|召开|举行|举办|出席|走访|视察|慰问|口径|路(?:以|上|口)|街道?口)"
)
_RANKED = late_regex(
    r"(?:增速|总量|排名|排位)?(?:的?第[0-9一二三四五六七八九十]|前[列茅0-9一二三四五六七八九十]|首位|平均|榜首|的[0-9.]+[%％]|[0-9.]+[%％]的)"
)
# The way to a place: 赣州到瑞金市的高铁, 南康区与大余县之间.
_TOWARDS = late_regex(r"(?:[至到往—–~～]|(?<=[市县区])-|与|和|及)\s?\Z")
_AND_THERE = late_regex(r"(?:、|和|与|及)\Z")
_FORTH = late_regex(r"(?:城区|市区|县城|新城|主城区?|中心城区)?\s?(?:[至到—–~～]|-|往返|开往)\s?\Z")
_ROAD = late_regex(
    r"[^，。；]{0,10}?(?:之间|间(?=[的由从缩仅只，])|高速|铁路|高铁|公路|快速路|快线|动车|轻轨|城轨|公交|客运|航线|航班|班车|专列|通道|列车|隧道|大桥"
    r"|[^，。；]{0,8}?(?:全长|全程|车程|票价|里程|分钟|小时|公里))"
)
_FROM = late_regex(r"(?:从|由|自)\Z")
LINK = late_regex(r"[市州：:·\s]{0,2}")
_JOINTS = late_regex(r"[市州]?(?:、|和|与|及|以及)?")


class Mention(NamedTuple):
    """``text[start:end]`` names the place ``code``, or is a word for the article's own place
    (`HOME_WORD`) or for one smaller than a county (`SMALLER`)."""

    start: int
    end: int
    code: str


def mentions(
    text: str, parts: Mapping[str, Sequence[str]], cities: Mapping[str, Sequence[str]]
) -> list[Mention]:
    """The names of owners in ``text``. ``parts`` and ``cities`` have the names of counties and of
    cities by code. Where a road leads, and where a rank is held, is no owner."""
    codes = {name: code for code, names in cities.items() for name in names}
    codes |= {name: code for code, names in parts.items() for name in names}
    codes |= dict.fromkeys(HOME, HOME_WORD) | dict.fromkeys(_SMALLER, SMALLER)
    found = [
        Mention(one.start(), one.end(), codes[one.group()])
        for one in _pattern(tuple(codes)).finditer(text)
    ]
    kept: list[Mention] = []
    passed: Mention | None = None  # The one before, if it is no owner.
    for at, one in enumerate(found):
        then = found[at + 1] if at + 1 < len(found) else None
        if _is_owner(text, one, found[at - 1] if at else None, then, passed):
            kept.append(one)
            passed = None
        else:
            passed = one
    return kept


@lru_cache(maxsize=8)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))))


def _is_owner(
    text: str, one: Mention, last: Mention | None, then: Mention | None, passed: Mention | None
) -> bool:
    if text.endswith(_NO_OWNER_BEFORE, 0, one.start) or _NO_OWNER_AFTER.match(text, one.end):
        return False
    if one.code == HOME_WORD and _RANKED.match(text, one.end):
        return False
    if one.code in (HOME_WORD, SMALLER):
        return True
    if passed is not None and _JOINTS.fullmatch(text, passed.end, one.start):
        # 连接章贡区、南康区; 发往泉州晋江市; but 居全省和全市 leads nowhere.
        return False
    before, after = text[max(0, one.start - 4) : one.start], text[one.end : one.end + 8]
    if _TOWARDS.search(before):
        joined = _AND_THERE.search(before) is not None
        if joined and not text[one.end : one.end + 4].startswith(("之间", "间")):
            return True
        if joined or _ROAD.match(text, one.end) or (last and _leads(text, last, one)):
            return False
    if then is not None and then.code not in (HOME_WORD, SMALLER) and _leads(text, one, then):
        return False
    return not (
        _FROM.search(before)
        and after.startswith(("到", "至", "开往", "发往", "驶往", "飞往", "前往", "运往"))
    )


def _leads(text: str, one: Mention, then: Mention) -> bool:
    """Whether something leads from one place to the next: 泗县至宿州, 大余县与南康区之间."""
    if then.start - one.end > 8:
        return False
    between = text[one.end : then.start]
    if _FORTH.fullmatch(between):
        return True
    return bool(_JOINTS.fullmatch(between)) and text[then.end : then.end + 2].startswith(
        ("之间", "间的", "间由")
    )
