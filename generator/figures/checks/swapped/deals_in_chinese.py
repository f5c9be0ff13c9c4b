"""The two sides of a deal in a Chinese text, by the verb and by 向, 给, 从, 将 and 被 before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.figures.checks.swapped.deals_told import Deal, Family, Span, subject_before
from generator.patterns import late_regex

_CLAUSE = late_regex("[，。；！？：\n]")
_TRAIL = late_regex(
    "(?:已经?|拟|将|应|须|需要?|要|均|共|每[天日年月]|当[天日年]|昨[天日]|今[天日年]|去年|明年|日前|近日"
    "|必须|可|能|再次|宣布|计划|累计|正式|同意|还|也|曾|一次性|直接|全额|依法|分别|则|又|就|才"
    "|以[^，。以被将向把遭]{1,14}?(?:价格|元|现金|对价)?|斥资[^，。]{1,10}|公开|通过[^，。向从给]{1,8}|在[一-鿿]{1,6})*\\Z"
)
# 法院判决, 合同约定: what follows has its own subject.
_LEAD = late_regex(
    "判决|判令|责令|要求|裁定|约定|规定|表示|宣布|显示|根据|由于|因为?|认为|希望|指出|预计|透露|得知|听[到说]"
)
_PASSED = late_regex("(?P<one>[^被遭]*?)(?:被(?!迫)|遭到?|遭受|受到)(?P<two>[^被遭将把]{1,16})")
_TAKEN = late_regex("(?P<one>[^将把]*?)(?:将|把)(?P<two>[^将把]{1,24})")
_SIDE = late_regex(
    "(?P<one>.*?)(?P<how>向|给|从|由(?!于)|为(?!了|期)|对)(?P<two>[^向给从由]{1,16})"
)
# What ends an object: 赔偿业主1.8万元, 卖给了乙
_OBJECT = late_regex(
    "(?:了|给|过)*(?:一[家个名位所座])?(?P<two>[^，。；、！？：0-9一二三四五六七八九十两]{2,12})"
)
# 供应链, 住房贷款: verbs only beside whom they pass something to or from; 出售的商品 tells no deal.
_NOUNS = late_regex(
    "借款|贷款|融资|供应|供货|担保|出口|进口|销售|采购|租赁|出租|补偿|卖|奖励|投放|派出|派遣|支援|援助|授权"
)
_ATTRIBUTE = late_regex("[的和与及或链商者]")
_OWN = late_regex(
    "[会员价品量额率费金款权家场点方手相力]|贸易|产业|合同|协议|计划|方案|机制|市场|服务|能力|业务|条件"
)
_FROM_WHOM = late_regex("[向从往对]|给(?!予)|由(?!于)|为(?!了)|被")
_COURT = late_regex("法院|法庭|仲裁|警方|公安")
_SUFFERED = late_regex("受到|遭|被")
_DENIED = late_regex(
    "[不未无没拒免]|承担|负责|保障|恢复|得到|获得|受到|停止|暂停|取消|避免|能否|是否"
)


def chinese_deals(text: str, family: Family, others: Sequence[Deal] = ()) -> list[Deal]:
    """The deals of a family that the Chinese tells; a verb without a subject has that of the deal
    before it, which may be one of ``others``.
    """
    found: list[Deal] = []
    clause = -1
    for verb in family.chinese.finditer(text):
        start = max((m.end() for m in _CLAUSE.finditer(text, 0, verb.start())), default=0)
        start = max((m.end() for m in _LEAD.finditer(text, start, verb.start())), default=start)
        if start == clause or _ATTRIBUTE.match(text, verb.end()):
            continue
        if _DENIED.search(text, max(start, verb.start() - 4), verb.start()):
            continue
        clause = start
        deal = _chinese_deal(text, family, verb, start)
        if deal is None:
            continue
        if deal.subject is None and (subject := subject_before([*others, *found], start)):
            own = {"receiver" if verb["gets"] else "giver": subject}
            deal = deal._replace(subject=subject, **own) if own.keys() - _told(deal) else deal
        found.append(deal)
    return found


def _told(deal: Deal) -> set[str]:
    return {name for name in ("giver", "receiver") if getattr(deal, name) is not None}


def _chinese_deal(text: str, family: Family, verb: re.Match[str], start: int) -> Deal | None:
    end = _TRAIL.search(text, start, verb.start())
    stop = end.start() if end else verb.start()
    object_ = _OBJECT.match(text, verb.end())
    behind = object_.span("two") if object_ else None
    passed = _PASSED.fullmatch(text, start, stop)
    if passed:
        actor, other = _span(text, passed, "two"), _span(text, passed, "one")
        return Deal(actor, None if family.is_passing else other, verb.span(), other)
    if family.is_passing:
        side = _SIDE.fullmatch(text, start, stop)
        if side:
            one, two = _span(text, side, "one"), _span(text, side, "two")
            if "的" in side["two"]:
                return None
            if verb["gets"] and side["how"] == "由":
                return Deal(None, two, verb.span(), two)  # 由甲中标: won by it
            if verb["gets"] and side["two"].startswith("其"):
                return None  # 银行向其贷款: to it
            if verb["gets"]:
                known = side["how"] in "向从"
                return Deal(two if known else None, one, verb.span(), one)
            if side["how"] == "由":
                return Deal(two, behind, verb.span(), one)
            known = side["how"] in "向给为对"
            return Deal(one, two if known else None, verb.span(), one)
        if _OWN.match(text, verb.end()) or _NOUNS.fullmatch(verb.group()):
            return None
        if _FROM_WHOM.search(text, start, stop):
            return None
        if verb["gets"]:
            own = _from(text, start, stop)
            return Deal(None, own, verb.span(), own)
        taken = _TAKEN.fullmatch(text, start, stop)
        if taken and _SUFFERED.search(taken["one"]):
            return None
        giver = _span(text, taken, "one") if taken else _from(text, start, stop)
        return Deal(giver, behind, verb.span(), giver)
    if _OWN.match(text, verb.end()):
        return None
    side = _SIDE.fullmatch(text, start, stop)
    if side and side["how"] in "向对":
        one, two = _span(text, side, "one"), _span(text, side, "two")
        if not _COURT.search(side["two"]):
            return Deal(one, two, verb.span(), one) if behind is None else None
        return Deal(one, behind, verb.span(), one)
    if _FROM_WHOM.search(text, start, stop):
        return None
    if verb["gets"]:  # 负于乙
        own = _from(text, start, stop)
        return Deal(behind, own, verb.span(), own)
    taken = _TAKEN.fullmatch(text, start, stop)
    if taken:
        one, two = _span(text, taken, "one"), _span(text, taken, "two")
        return Deal(one, two, verb.span(), one)
    own = _from(text, start, stop)
    return Deal(own, behind, verb.span(), own)


def _span(text: str, match: re.Match[str], group: str) -> Span | None:
    start, end = match.span(group)
    return _from(text, start, end)


def _from(text: str, start: int, end: int) -> Span | None:
    """The name or thing in a stretch of text, without the adverbs at its end."""
    trail = _TRAIL.search(text, start, end)
    end = trail.start() if trail else end
    return (start, end) if end > start else None
