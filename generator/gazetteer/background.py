"""Detect places that are not where the news is: of earlier posts, shows and attempts of others, of
launches, which are news of the nation, and of goods in advice to buyers.

In each function, the name is ``text[start:end]``.
"""

from __future__ import annotations

from functools import lru_cache

from generator.patterns import late_regex

_REACH = 22  # the number of characters to search before a name
# The last character of such words, and others of which one is before it (for a fast check).
_NEEDED = {
    "任": "曾历先此原前",
    "在": "曾",
    "到": "曾多",
    "赴": "曾多",
    "去": "曾多",
    "、": "任",
    "于": "曾生长逊后力",
    "过": "曾多力加",
    "完": "加",
    "上": "赶比追",
    "及": "不",
    "了": "加",
    "居": "现",
    "师": "移",
    "平": "追",
    "回": "乘凯",
}
_OUT_OF = frozenset("在从由")
_BEFORE = late_regex(
    # 他此前曾任宁波市副市长
    r"(?:(?:(?:曾|历|先后|此前|[原前])(?:先后)?(?:担)?任|曾(?:先后)?[在于]|(?:曾|多次)(?:专程|多次|先后|[两几]次)?[赴到去])(?:过)?"
    r"|(?:曾|历|先后|此前)(?:先后)?(?:担)?任[^，。；\n]{2,14}、|[生长]于|现居|(?:下一?站|随后)[^，。；\n]{0,4}移师"
    r"|赶不上|比[不得]上|追上|追平|不及|逊于|落后于|效力(?:于|过)|乘(?:机|飞机|坐)[^，。；\n]{0,3}返回|凯旋返回|参加[完过了])\Z"
)
# 产品去年在宁波…: of something that the text tells first.
_EARLIER = late_regex(
    r"(?:去年|前年|[上去前]年[^，。；\n]{0,6}|上个?月|上周|上届|此前|早些时候|年前|月前)[^，。；\n]{0,5}[在从]\Z"
)
_SHOWN = late_regex(
    r"(?:市)?(?:举[行办]的)?的?[^，。；\n]{0,6}?(?:展会?|展览会?|博览会|交易会|大会|论坛|电影节|艺术节|锦标赛|大赛|比赛)上"
)
# 在文昌航天发射场发射: news of the nation.
_OF_SITES = ("发射场", "航天发射场", "商业航天发射场", "卫星发射中心")
_SITES = ("发射场", "发射中心")
_LAUNCHED = late_regex(
    r"(?:航天|商业航天|卫星)?(?:发射场|发射中心)?[^，。；\n]{0,4}(?:发射|升空|点火|起飞)"
)
# 类似的做法，宁波早已有之
_ALSO_BEFORE = late_regex(
    r"[^，。；！？\n]{0,6}?(?:早已有之|早就有|早有|已有先例|有过先例|[出推]台?过|[过有]类似|试过|的同类)"
)
# Advice to buyers of the goods of a place: …雪桃怎么挑
_ADVICE = late_regex(
    r"[\u4e00-\u9fff]{2,4}(?:，|、)?(?:怎么|如何|咋)(?:分?辨|识别|选|挑|买|保存|鉴)"
)
_SIGNS = late_regex("怎么|如何|咋|早已|早就|早有|先例|过类似|有类似|出台过|推出过|试过|同类")
_SENTENCES = ("。", "！", "？", "\n")


def is_background(text: str, start: int, end: int) -> bool:
    """Whether the words around a place say that it is not where the news is."""
    before = text[start - 1 : start]
    needed = _NEEDED.get(before)
    if needed is not None:
        near = text[max(0, start - _REACH) : start]
        if any(sign in near for sign in needed) and _BEFORE.search(near) is not None:
            return True
    if before in _OUT_OF:
        site = text.endswith(_SITES, start, end) or text.startswith(_OF_SITES, end)
        if site and _LAUNCHED.match(text, end) is not None:
            return True
        if before == "在" and _is_told_of(text, start):
            if _EARLIER.search(text, max(0, start - _REACH), start) is not None:
                return True
            if _SHOWN.match(text, end) is not None:
                return True
    return _has_signs(text) and (
        _ALSO_BEFORE.match(text, end) is not None or _ADVICE.match(text, end) is not None
    )


def _is_told_of(text: str, start: int) -> bool:
    """Whether a sentence or the title ends before ``start``."""
    return any(mark in text[:start].lstrip() for mark in _SENTENCES)


@lru_cache(maxsize=8)
def _has_signs(text: str) -> bool:
    return _SIGNS.search(text) is not None
