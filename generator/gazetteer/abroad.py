"""Detect news from abroad, in which a city's name often belongs to a show, a cuisine or a firm."""

from __future__ import annotations

import re
from functools import cache

from generator.gazetteer import tables
from generator.gazetteer.context import sentence_around
from generator.patterns import late_regex

_TROUPE_BEGINS = frozenset("市歌杂雜芭话話京木剧劇乐樂艺藝越川粤")
_LONGEST = 40  # the number of characters to search after a name
_LONGEST_PLACE = 7
# 美国加征关税后，…: the rest of the sentence is not about a place abroad.
_AFTERWARDS = late_regex(r"[^，。]{2,24}(?:后|後|时|時|之际|以来|以來)，")
_OPENERS = frozenset("，。；！？\n “”：》")
# Shows, crafts and cuisines of a city that go abroad are not news about the city.
_SHOW = late_regex(
    r"[\u4e00-\u9fff]{2,6}?(?:[灯燈][会會展]|彩[灯燈]|花[灯燈]|木偶|皮影|漆器|[杂雜]技(?!学校|學校|学院|之乡)|剪[纸紙]|刺[绣繡]|[陶]?瓷器?|陶[艺藝]|紫砂|京[剧劇]|越[剧劇]|昆曲|川[剧劇]|粤[剧劇]|秦腔|[黄黃]梅[戏戲]|豫[剧劇]"
    r"|歌舞|[剧劇][院团團]|[乐樂][团團]|合唱[团團]|[艺藝][术術][团團]|芭蕾|舞[龙龍狮獅]|醒[狮獅]|武[术術]|功夫|太[极極]|非[遗遺]|美食|小吃|[大牌排]{1,2}[档檔]|火[锅鍋]|[面餐][馆館厅廳]|年[画畫]|[风風][筝箏]"
    r"|[云雲][锦錦]|恐[龙龍]|牡丹|盆景|菊花|月季|花卉|兵[马馬]俑|文物|蜡染|扎染|[龙龍]舟|英歌|[糖泥][画畫人]|竹[编編]|银饰|苗[绣繡]|蜀[绣繡錦锦]|苏[绣繡]|湘[绣繡]|粤[绣繡])[\u4e00-\u9fff“”]{0,10}?"
    r"(?:走[进進出]|开[到进]|亮相|[点點]亮|登[陆陸上]|赴|在|走[红紅]|[闪閃]耀|惊艳|驚艷|[远遠]赴|[来來]到|抵[达達]|巡演|[进進]入|[飘飄]香)了?"
)
# 成都某某香水在|巴黎|开出首店
_SHOP = late_regex(r"(?![市的县縣区區州企商])[\u4e00-\u9fff]{2,8}?在")
_OPENS_SHOP = late_regex(r"[^，。]{0,4}?(?:[开開][出了设設]?|[设設]立|新增)[^，。]{0,8}?店")
_TROUPE = late_regex(
    r"(?:市)?(?:歌舞|[杂雜]技|芭蕾舞|[话話][剧劇]|[京越川粤豫昆][剧劇]|木偶)?(?:[剧劇][院团團]|[乐樂][团團]|[艺藝][术術]?[团團])"
)


def opens_abroad(text: str) -> bool:
    """Whether a text begins with the name of a country or city abroad."""
    opening = text.lstrip()[: _LONGEST_PLACE + 1].removeprefix("在")
    if _AFTERWARDS.match(text):
        return False
    return any(opening[:length] in tables.abroad() for length in range(2, _LONGEST_PLACE + 1))


def tells_of_abroad(text: str, at: int) -> bool:
    """Whether the sentence around ``at`` names a place abroad."""
    return _places().search(text, *sentence_around(text, at)) is not None


def goes_abroad(text: str, begin: int, end: int) -> bool:
    """Whether a name at the start of a clause belongs to a show, shop or troupe abroad.

    The name is ``text[begin:end]``.
    """
    if begin and text[begin - 1] not in _OPENERS:
        return False
    show = _SHOW.match(text, begin, begin + _LONGEST)
    if show is not None:
        return _places().match(text, show.end()) is not None
    shop = _SHOP.match(text, end)
    if shop is not None:
        place = _places().match(text, shop.end())
        return place is not None and _OPENS_SHOP.match(text, place.end()) is not None
    if text[end : end + 1] not in _TROUPE_BEGINS:
        return False
    return _TROUPE.match(text, end) is not None and tells_of_abroad(text, end)


@cache
def _places() -> re.Pattern[str]:
    return re.compile("|".join(sorted(tables.abroad(), key=len, reverse=True)))
