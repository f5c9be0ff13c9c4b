"""Which city 全市 means: the dateline's, unless the text is about another one.

新华社成都3月12日电 … 攀枝花市东区 … 全市钒钛产业 is of 攀枝花, where Chengdu stands only in the
dateline and in the names of firms and institutes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from generator.gazetteer.occurrences import Occurrence
from generator.gazetteer.own_role import BY_NAME, JOINED
from generator.patterns import late_regex

# 我市 and 本市 are of the paper that writes so.
_OF_THE_TEXT = late_regex(r"全|市委|市政府")
_IN_A_NAME = late_regex(
    r"(?:(?![的在与和及将已了市区县，。])[\u4e00-\u9fff（）()]){1,24}?"
    r"(?:有限(?:责任)?公司|股份公司|公司|集团|研究院|研究所|设计院|大学|学院|银行|证券)"
)
_FULL = frozenset({"city", "county"})
_ENOUGH = 2


def is_of_another(
    text: str, found: Sequence[Occurrence], roles: Sequence[float], sent_from: str
) -> bool:
    """Whether 全市 in ``text`` is not the city (code) ``sent_from`` of its dateline: before it the
    text names one other city, by its full name or twice, and that city only as a part of names."""
    homes = [one for one in found if one.kind == "home"]
    if not homes or not all(_OF_THE_TEXT.match(text, one.start) for one in homes):
        return False
    named: Counter[str] = Counter()
    places: set[str] = set()
    for one, role in zip(found, roles, strict=True):
        if one.kind == "home" or len(one.cities) != 1:
            continue
        city = one.cities[0]
        if one.kind in BY_NAME and _IN_A_NAME.match(text, one.end):
            continue
        if city == sent_from:
            if role >= JOINED:
                return False
            continue
        if role >= 1.0:
            places.add(city)
        if one.start < homes[0].start:
            named[city] += _ENOUGH if one.kind in _FULL and role >= JOINED else 1
    return len(named) == 1 and max(named.values()) >= _ENOUGH and named.keys() <= places
