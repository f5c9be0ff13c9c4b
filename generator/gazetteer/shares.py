"""Detect cities named only for their shares of a province's figures: 钦州港占全区六成."""

from __future__ import annotations

from functools import lru_cache

from generator.gazetteer.context import sentence_around
from generator.patterns import late_regex
from generator.provinces import PROVINCES

_OPENS = late_regex(
    r"\s*(?:[^，。；\n]{0,8}，)?(?:"
    + PROVINCES.replace("吉林", "吉林(?!市)")
    + r"|我国|全国|中国|全省|我省|京津冀|长三角|珠三角)"
)
_SHARE = (
    r"(?:[一二三四五六七八九\d两]+(?:成|个百分点)|百分之|[一二三四五六七八九]分之|[\d.]+%"
    r"|一半|近半|半数|大半|多半)"
)
_NUMBER = (
    r"[一二三四五六七八九十百千万亿\d.两零]+多?(?:家|个|台|吨|亿元|万元|人|辆|件|项|座|所|名|处|例)"
)
# 深圳四百五十家，广州二百三十家
_COUNTED = late_regex(rf"[^，。；\n]{{0,4}}?{_NUMBER}")
# 钦州港占全区六成, 全省六成装机在莆田
_SHARES = late_regex(
    rf"(?<!侵)(?:占(?!地|用|道|领|座|线|补)|贡献)[^，。；\n]{{0,12}}?(?:{_SHARE})|合计占"
    rf"|(?:全[省区国]|全自治区)[^，。；\n]{{0,6}}?(?:{_SHARE})[^，。；\n]{{0,10}}?(?:在|来自|出自)"
)


_RANK_BEGINS = frozenset("排第居垫")
# 新能源车保有量城市排名: a title about cities in general.
_ON_CITIES = late_regex(
    r"[^\n]{0,16}?(?:目的地|百强|城市(?!书房|更新|管理|建设|公园|大脑|运营|副中心|快轨|轨道)|排名|排行|榜(?!首|样)|盘点|[白蓝绿]皮书|报告(?:发布|出炉)|全国(?![^\n]{0,12}?(?:[大决联]赛|锦标赛|运动会|博览会|展))|各地)"
)
# 五一热度榜：成都居首
_RANKING = late_regex(
    r"[^\n，。]{0,16}?(?:榜单?|名单|排名|排行榜?|[百十]强榜?)(?:[发公]布|出炉|揭晓)?[：: ]"
)
_INSTANCE = frozenset({"其中", "比如", "例如"})
_CLAUSE_END = late_regex(r"[，。；！？\n]")


def opens_with_whole(text: str) -> int:
    """The end of the first clause, if it begins with a province or the nation; otherwise 0."""
    if not _OPENS.match(text):
        return 0
    end = _CLAUSE_END.search(text)
    return end.end() if end else 0


def is_share(text: str, begin: int) -> bool:
    """Whether the sentence around ``begin`` gives shares of figures."""
    return _gives_shares(text, *sentence_around(text, begin))


_RANKED = late_regex(r"(?:排)?第[一二三四五六七八九十]|居[首末次]|垫底")


def is_on_cities(text: str, title_end: int) -> bool:
    """Whether the title, which ends at ``title_end``, is about cities in general."""
    found = _ON_CITIES.match(text)
    return found is not None and found.end() <= title_end


def is_ranking(text: str, title_end: int, begin: int) -> bool:
    """Whether the title is that of a ranking or a list, before the first name at ``begin``."""
    found = _RANKING.match(text)
    return found is not None and found.end() <= min(title_end, begin)


def is_ranked(text: str, end: int) -> bool:
    """Whether a name's rank follows it: 上海第一，北京第二."""
    return text[end : end + 1] in _RANK_BEGINS and _RANKED.match(text, end) is not None


def is_instance(text: str, begin: int) -> bool:
    """Whether a name is an instance of what a sentence is about: 其中花江峡谷大桥为…."""
    return text[max(0, begin - 2) : begin] in _INSTANCE


def is_counted(text: str, end: int) -> bool:
    """Whether a number of things follows a name: 深圳四百五十家."""
    return _COUNTED.match(text, end) is not None


@lru_cache(maxsize=64)
def _gives_shares(text: str, begin: int, end: int) -> bool:
    return _SHARES.search(text, begin, end) is not None
