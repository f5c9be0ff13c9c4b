"""Whether the words around a figure say that something fell by it: 下降3.5%, 降幅达12%,
压减一般性支出5%, 3.5%的降幅.

A level that was reached by a fall (降至3%, 减少到8张) is no fall, and neither is a saving or a
loss that is counted as such (减税18亿元, 节约3亿元, 损失4.7亿元).
"""

from __future__ import annotations

from typing import Literal

from generator.patterns import late_regex

Way = Literal["", "fall", "loss", "none"]

_VERB = (
    r"下降|下跌|下滑|下挫|下浮|下调|降低|减少|锐减|骤减|大减|略减|微减|递减|缩减|压减|削减|裁减|调减|核减|净减"
    r"|骤降|大降|猛降|微降|略降|陡降|齐降|压降|暴跌|大跌|猛跌|微跌|略跌|急跌|缩水|萎缩|收缩|缩小|收窄|缩短|压缩|回落|滑落|走低|走跌|调低"
    r"|负增长|减产|减收|减员|裁员|减薪|降薪|降价|降本|降速|流失|净流出|偏少|偏低|折损|蒸发"
    # Single characters, where they are not the end of another word (升降, 至少, 最低).
    r"|(?<![升沉空投霜起])降(?!水|雨|雪)|(?<![涨止])跌|(?<![加增削])减"
)
_LINK = (
    r"(?:了|掉|去|达到?|约为|幅度?(?:为|达到?|超过)?|比例为|率为|额为|量为|仅|只|近|将近|高达|多达|超过?|逾|约|大约|不足|不到|至少"
    r"|共|共计|合计|累计|\s|：){0,3}"
)
_NOUN = r"(?:降幅|跌幅|减幅|缩幅|下降率)"
_NUMBER_NEXT = r"\Z"
_DIRECT = late_regex(
    rf"(?:(?:{_VERB}){_LINK}|{_NOUN}(?:均|分别|也|仍|已|曾|一度)?(?:为|达到?|在|由|从|约|超过?|近|逾|高达|仅|是|：|\s){{0,3}}"
    rf"|[↓▼]\s?){_NUMBER_NEXT}"
)
# 比去年少3%, 较上月低3%: only where something is compared.
_COMPARED = late_regex(
    r"(?:(?<![占对])比(?![例重率值特亚])|较|同比|环比)[^，。；]{0,20}?(?<![至最多不缺减很])(?:少|低)了?(?:约|近|\s)?\Z"
    r"|(?<![至最多不缺减很])少了(?:约|近|整整)?\Z"
)
# 压减一般性支出5%: the thing stands between the verb and the figure.
_OF_A_THING = late_regex(
    r"(?:减少|降低|压减|压降|压缩|缩短|削减|缩减|裁减|调减|核减|下调|调低)了?"
    r"(?:(?![到至为增升涨超达占是有将由从])[\u4e00-\u9fff“”‘’]){2,12}\Z"
)
# Words in that thing that end the reach of the verb: 减少环节节省3亿元.
_ANOTHER = late_regex(
    r"节[省约]|投[资入]|提高|提升|收入|完成|实现|新|扩|补[贴助]|奖励|罚|发放|支付|用于"
)
_DENIED = late_regex(
    r"(?:未|没有?|并非|不是|而非|不再|避免|防止|扭转|遏制|不会|不曾|从未)[^，。；]{0,6}\Z"
)
# A decline that became smaller, or a level: 降幅收窄3.5%, 涨幅回落.
_OF_A_FALL = late_regex(r"(?:降幅|跌幅|减幅|降势)[^，。；]{0,8}\Z")
_NARROWED = ("收窄", "缩小", "缩短", "回落", "降低", "减少")
_LEFT_AT = late_regex(r"(?:降幅|跌幅|减幅)[^，。；]{0,16}?(?:收窄|缩小|扩大|加深)(?:至|到|为)\s?\Z")
_BELOW_ZERO = late_regex(r"(?<=[为是长比率在至到由从达（(])负\Z")
_LOSS = late_regex(
    r"(?<![减扭])(?:净|巨|预|由盈转)?亏(?:损|掉|了)(?:额|达|达到|了|约|近|超|为|\s){0,2}\Z"
)
_AFTER = late_regex(
    r"(?:左右|以上|以下|以内)?的?(?:同比|环比|年均)?(?:降幅|跌幅|减幅|下降(?!空间|目标)|下滑|下跌|减少|缩减|萎缩|负增长)"
    r"(?![到至为了]|\d)"
)
_IN_TURN = late_regex(r"(?:分别|依次|均|都|各|双双)[^，。；]{0,6}\Z")
# More characters than any pattern that ends in ``\\Z`` can match.
_NEAR = 40
# What any of the patterns needs.
_SIGNS = frozenset("蒸降跌减缩窄落低少负亏流↓▼滑挫浮调折裁员价")


def way_of(before: str, after: str, kind: str) -> Way:
    """What the words ``before`` and ``after`` a figure of ``kind`` say: that something fell by it,
    that it is a loss, or that it is no fall (未下降3%); empty if none of these."""
    near = before[-_NEAR:]
    if after[:1] == "的" or after[:2] in ("左右", "以上", "以下", "以内"):
        told = _AFTER.match(after)
        if told and after[:1] == "的":
            return "fall"
    if _SIGNS.isdisjoint(near):
        return ""
    if _LEFT_AT.search(near) or _BELOW_ZERO.search(near):
        return "fall"
    if kind == "money" and _LOSS.search(near):
        return "loss"
    found = _DIRECT.search(near) or _COMPARED.search(near)
    if found is None:
        thing = _OF_A_THING.search(near)
        if thing is None or _ANOTHER.search(thing[0]):
            return ""
        found = thing
    ahead = near[: found.start()]
    if _DENIED.search(ahead):
        return "none"
    narrowed = found[0].startswith(_NARROWED) and _OF_A_FALL.search(ahead)
    return "" if narrowed else "fall"


def way_in_turn(head: str, kind: str) -> Way:
    """The same for each figure of a list after the words ``head``: 分别下降3.5%、2.1%."""
    near = head[-_NEAR:]
    found = None if _SIGNS.isdisjoint(near) else _DIRECT.search(near)
    if found is None or not _IN_TURN.search(near[: found.start()]):
        return ""
    return way_of(head, "", kind)
