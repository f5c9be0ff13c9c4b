"""The amounts of money that a sentence states as the investment in a project.

Its total counts, never what was spent so far (累计完成投资), what is due in a year (年度计划投资)
or for a part (其中环保投资), and never other money (贷款, 年产值). If the total was changed
(由65亿元增至72亿元), the new one counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from generator.figures import Figure
from generator.patterns import late_regex

# Between the word and the amount: 总投资约为20亿元.
_ABOUT = (
    r"(?:资金|规模|金额|总额|额)?(?:分别|均|各)?(?:预计)?(?:将|可)?(?:人民币)?(?:[近约]为?|达到?|为|是|共计?|合计|高达|超过?|逾|概算为?"
    r"|估算为?|在|不低于|不少于|了)?[“”]?(?:\0+(?:[、和与及]|以及)?)*$"
)
_TOTAL = late_regex(rf"(?:总投(?:资|入)|投资总|概算总?投资|总概算|投资概算){_ABOUT}")
_INVESTED = late_regex(
    rf"(?:投资|总额|金额|注资|融资|出资|投入|斥资|耗资|砸下|豪掷)(?:建设)?{_ABOUT}"
)
# 20亿元的华星项目
_OF_PROJECT = late_regex(
    r"^(?:人民币)?(?:的|建设的|投建的|建设)?[^，、]{0,12}(?:项目|工厂|基地|园|工程|生产线)"
)
# What was spent up to now, or what is paid.
_SPENT = late_regex(
    r"(?:完成|累计|实际|实现|到位|支付|拨付|投资已|(?<!自)已经?(?!签|明确|落实|确定)[^，]{0,4}(?:投|完成|使用|支出|花))"
    r"[^，。；签]{0,16}$"
)
# What is due in a year, a quarter, a month; 2022年投资20亿元建设 is the whole.
_PERIOD = late_regex(
    r"(?:[年当本首全每][年月季度]|年度|今年|去年|明年|[前后上下]年|年均|[一二三四1-4首]季度?|[上下]半年|[0-9〇零一二三四五六七八九十]年|月份?|年内|至今|以来|目前)"
    r"(?:[^，。；总签建开日]{0,8})(?:投资|投入|出资|注资)[^，。；]{0,6}$"
)
_TO_BUILD = late_regex(r"^(?:人民币)?(?:的|建|兴建|新建|扩建|打造|投建|启动)")
# Money for a part, or besides the total.
_PART = late_regex(
    r"(?:新增|追加|增加|增资|另|再次?|其中(?![^，。]{0,5}期)|环保|设备|固定资产|技改|研发|装修|配套|征地|拆迁|土建|流动|后续|节省|节约|减少|带动|拉动"
    r"|撬动|引导|争取|中央|上级|省级|预算内|社会|民间|自筹|财政|专项|超出|每[亩年套台座公])"
    r"[^，。；总签建开]{0,6}(?:投资|投入|出资|注资|资金)[^，。；]{0,6}$"
)
_OTHER_MONEY = late_regex(
    r"(?:贷款?|授信|补助|补贴|奖励|奖补|债券?|基金|产值|营收|收入|税收?|利润|销售额?|销售|采购|订单|中标|中标价|租金|罚款|资本|市值|股|债务|资产|合同|成本|效益|产能"
    r"|损失|赔偿|出口|进口|进出口|工资|薪|保费|价)[^，。；投]{0,8}$"
)
# A new total, with what it was before.
_CHANGED = late_regex(
    r"(?:(?:[调追新]?增加?|增资|追加|提高|提升|扩大|上[升调涨]|升|涨|扩充|加码|增投|调[高低]|核?减|[调缩核]减少?|减少|压[减缩]|下[调降]|降低?|削减|缩[水小]?|缩)"
    r"(?:至|到|为)|(?:调整|变更|修[改订正]|更新|更正|改)(?:为|至|到|成))(?:目前|现在|如今)?的?(?:[近约]为?|了)?$"
)
_FROM = late_regex(
    r"(?:(?:由|从)(?:最初|原先|起初|原来|此前|之前|原|首期)?(?:计划|规划|协议|签约)?(?:总?投资额?)?的?"
    r"|(?:原|最初|起初|此前)(?:先|来|本|定|拟)?(?:计划|规划|设计|概算|协议|约定)?的?(?:总?投资|投资总额)(?:额|规模)?)(?:约|为|达)*$"
)
# A change that is only wanted.
_NOT_CHANGED = late_regex(
    r"(?:(?<!原)计划|(?<!原)拟|申请|建议|考虑|有望|预计|可能|或|未|否认|不再|没有|将(?=[由从增减调压缩扩提追上下降升]))[^，。；]{0,30}$"
)
_INVESTMENT = late_regex(
    r"投资(?!者|人|商|方)(?:总?额|规模)?[^，。；产收税能]{0,24}$|投入[^，。；产收税能]{0,12}$"
)
_BREAKS = "，：；。"


class Investment(NamedTuple):
    """An amount and how the sentence states it: ``total`` (总投资), ``changed`` from another
    total, ``former``, which was changed, or ``invested`` in other words (投资20亿元)."""

    figure: Figure
    way: Literal["total", "changed", "former", "invested"]


def investments(sentence: str, figures: Sequence[Figure]) -> list[Investment]:
    """The investments among the ``figures`` of a sentence, in their order."""
    found: list[Investment] = []
    money = [one for one in figures if one.kind == "money"]
    for number, figure in enumerate(money):
        before = sentence[: figure.start]
        clause = before[max(map(before.rfind, _BREAKS)) + 1 :]
        following = sentence[figure.end : figure.end + 16]
        previous = found[-1] if found and found[-1].figure is money[number - 1] else None
        if _CHANGED.search(clause):
            if previous and _is_changed(previous.figure, clause):
                found[-1] = previous._replace(way="former")
                found.append(Investment(figure, "changed"))
            elif _INVESTMENT.search(clause) and not _NOT_CHANGED.search(clause):
                found.append(Investment(figure, "changed"))
        elif _FROM.search(clause) and _INVESTMENT.search(clause):
            found.append(Investment(figure, "former"))
        elif (way := _way(clause, following)) is not None:
            found.append(Investment(figure, way))
    return found


def investment(found: Sequence[Investment]) -> Investment | None:
    """The one that holds, if ``found`` tells it: the new total if there was a change, else the
    total, else the only amount."""
    if any(one.way == "changed" for one in found):
        return _only([one for one in found if one.way == "changed"])
    if any(one.way == "former" for one in found):
        return None
    return _only([one for one in found if one.way == "total"] or found)


def _is_changed(before: Figure, clause: str) -> bool:
    """Whether a change told in ``clause`` is one of the amount ``before``: nothing else that is
    counted in money was named since, and the change is made."""
    since = clause.rpartition(before.source)[2]
    if _OTHER_MONEY.search(since) or "产" in since:
        return False
    return not _NOT_CHANGED.search(clause)


def _way(clause: str, after: str) -> Literal["total", "invested"] | None:
    if _SPENT.search(clause):
        return None
    if _TOTAL.search(clause):
        return "total"
    if _PART.search(clause) or (_PERIOD.search(clause) and not _TO_BUILD.match(after)):
        return None
    if _INVESTED.search(clause):
        return "invested"
    of_project = _OF_PROJECT.search(after) and not _OTHER_MONEY.search(clause)
    return "invested" if of_project else None


def _only(found: Sequence[Investment]) -> Investment | None:
    return found[0] if len({one.figure.value for one in found}) == 1 else None
