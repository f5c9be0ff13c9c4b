"""The growth or fall of an amount, told right after it: 9718.8亿元，按不变价计算，同比增长6.3%."""

from __future__ import annotations

from typing import NamedTuple

from generator.patterns import late_regex
from generator.statistics.finding import Shape

_AGAINST = (
    r"(?:同比|按年|年|(?:比|较|相比)(?:上年|去年)(?:同期)?的?[0-9][0-9.,]*[万亿]*[^，。；、0-9]{1,4}?"
    r"|比(?:上年|去年)(?:同期)?|较(?:上年|去年)(?:同期)?|与(?:上年|去年)同期相比)"
)
# 158.62亿元，为预算的103.1%，增长8.4%
_SHARE_OF_PLAN = (
    r"(?:为|占|完成|达到?|相当于)了?[^，。；0-9]{0,8}(?:预算|计划|目标)[^，。；0-9增长降]{0,6}"
)
_OF_PLAN = late_regex(rf"[，,]{_SHARE_OF_PLAN}\Z")
# Words that do not change what the growth is of.
_FILL = (
    r"(?:[，,、\s]|[（(](?!名义|环比)[^（）()]{0,24}[）)]"
    r"|(?:按(?:不变|可比)价格?(?:计算|核算|口径)?|扣除(?:物价|价格)(?:上涨|变动)?因素(?:的?影响)?后?|实际)"
    rf"|{_AGAINST}(?=[，,（(])"
    r"|(?:首次|历史性地?|成功|一举)*(?:突破|跨[越过上入]|迈[上入]|站上|跃上)[^，；。（）]{0,18}(?=[，,])"
    r"|(?:经济)?(?:总量|规模|总额)?(?:稳?居|位[列居]|排名?|列)[^，；。（）]{0,14}(?=[，,])"
    r"|创[^，；。（）]{0,8}新高(?=[，,])"
    rf"|{_SHARE_OF_PLAN}[0-9][0-9.]*\s?[%％](?=[，,]))"
)
_CHANGE = (
    rf"(?:的)?{_AGAINST}?(?:仍|也|又|再)?(?:小幅|大幅|快速|持续|逆势|略有?|微|实现|实质|[大劲猛激暴净](?=[增升涨减降跌]))?"
    r"(?:(?P<up>(?:增幅|增速|增长率|增长)(?:为|是|达到?)?|成长|上升|上涨|增加|提高|提升|飙升|攀升|增|升|涨)"
    # 下降为3% is a level.
    r"|(?P<down>(?:降幅|跌幅)(?:为|是|达到?)?|下降|降低|减少|下滑|下跌|回落|萎缩|锐减|骤减|骤降|缩减|减|降|跌))"
    r"了?约?"
)
_AFTER = late_regex(rf"{_FILL}{{0,6}}[（(]?{_CHANGE}")
# Only a sign says it: 388.2亿元（+6.6%）, （同比-5.5%）.
_SIGNED = late_regex(rf"[（(]\s?{_AGAINST}?\s?(?P<plus>[+＋])?")
_REAL = late_regex(r"不变价|可比价|扣除|实际")
# Another amount between them that only restates the first: 5000.5亿元，首次突破5000亿元.
_RESTATED = late_regex(
    r"[，,](?:首次|历史性地?|成功|一举)*(?:突破|跨[越过上入]|迈[上入]|站上|跃上)\s?"
    r"(?=[0-9一二两三四五六七八九十百千])"
)
_OTHER = ("名义", "环比", "月", "均", "累计")


class Growth(NamedTuple):
    """The direction of a change, and whether it is at constant prices."""

    shape: Shape
    real: bool


def growth_after(between: str, rate: str) -> Growth | None:
    """The change by the percentage ``rate`` that follows an amount, if the words ``between`` them
    say only that it is the amount's."""
    if len(between) > 60:
        return None
    signed = _SIGNED.fullmatch(between)
    if signed and (signed["plus"] or rate[:1] in "-－−"):
        return Growth("growth", real=False)
    found = _AFTER.fullmatch(between)
    if found is None or any(word in between for word in _OTHER):
        return None
    return Growth("growth" if found["up"] else "fall", bool(_REAL.search(between)))


def is_share_of_plan(between: str) -> bool:
    """Whether the words ``between`` an amount and a percentage say that this is its share of a
    budget, after which its growth may be told."""
    return _OF_PLAN.fullmatch(between) is not None


def restates(between: str, amount: str) -> bool:
    """Whether an ``amount`` is the round number that the one before it has passed."""
    found = _RESTATED.match(between + amount)
    return found is not None and found.end() >= len(between)
