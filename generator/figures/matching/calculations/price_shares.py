"""What is paid of a price, or what is taken off it: 打八折 as "20% lower", 为市场价的三成 as "a 70%
discount", 为常年的三分之二 as "a third below".

Both are said of the same price, so a share that the English takes off is never the share that the
Chinese has as paid: "an 80% cut" is no 打八折.
"""

from __future__ import annotations

import msgspec

from generator.figures.english.stated import Stated
from generator.figures.shared.figure import SHARES, Fact, Figure
from generator.patterns import late_regex

_PRICE = (
    "价|价格|租金|房租|费用|标准|工资|水平|同期|常年|往年|平均|均值|正常值|限值|面值|成本|市区|城区"
)
# 按市场租金的三成收取, 仅为常年同期的三分之二, 降至原来的六成
_OF_PRICE = late_regex(
    rf"(?:按照?|以|[为是]|达到?|相当于|等于|只有|[降减跌缩][至到]|压缩[至到])[^，。；、0-9]{{0,16}}(?:{_PRICE}|原来|原先|此前|过去)"
    r"的(?:约|近)?\Z"
)
_OFF_AFTER = late_regex(
    r"(?i:(?:\s(?:price|tariff|fare|fee))?\s(?:off|below|under|beneath|lower|less|cheaper|fewer|smaller|short\sof|discount|reductions?"
    r"|cuts?|savings?|drops?|falls?|shy\sof)\b)"
)
_OFF_BEFORE = late_regex(
    r"(?i:\b(?:cut|cuts|cutting|lower(?:s|ed|ing)?|reduc(?:e|es|ed|ing)|slash(?:es|ed|ing)?|trimm(?:ed|ing)|down|discount(?:s|ed)?"
    r"|sav(?:e|es|ed|ing)|knock(?:s|ed|ing)?|fell|falls?|fallen|drop(?:s|ped|ping)?|declined?|shr[aiu]nk|shed)"
    r"\s(?:(?:[a-z]+\s){0,3}?by\s|of\s)?(?:(?:another|an?|a\sfurther|about|around|some|roughly|up\sto|as\smuch\sas|nearly|almost|over|more\sthan)\s)*\Z)"
)
_TAKEN = late_regex(
    r"(?i:\b(?:off|below|under|beneath|lower|less|cheaper|fewer|smaller|short|shy|discount|reduc|cut|sav|drop|f[ae]ll"
    r"|slash|trimm|down|knock|declin|shr[aiu]nk|shed))"
)
_BEFORE = 28


def with_shares_of_prices(text: str, english: str, figures: list[Figure]) -> list[Figure]:
    """The figures, where the share of a price that is paid may also be the rest that is not."""
    if "的" not in text or not any(f.kind in SHARES for f in figures):
        return figures
    if not _TAKEN.search(english):
        return figures
    return [_with_rest(text, f) if f.kind in SHARES else f for f in figures]


def _with_rest(text: str, figure: Figure) -> Figure:
    fact = figure.facts[0][0] if figure.facts and len(figure.facts[0]) == 1 else None
    if fact is None or fact.kind != "share" or not 0 < fact.value < 1:
        return figure
    if not _OF_PRICE.search(text, max(0, figure.start - 32), figure.start):
        return figure
    paid = msgspec.structs.replace(fact, text="paid")
    ways = ((paid,), (Fact("off", 1 - fact.value),), *figure.facts[1:])
    return msgspec.structs.replace(figure, facts=ways)


def with_reductions(stated: list[Stated], figures: list[Figure], english: str) -> list[Stated]:
    """The English figures, those that are taken off a price as such, if the Chinese has a share
    that is paid."""
    if not any(fact.text == "paid" for figure in figures for way in figure.facts for fact in way):
        return stated
    return [_reduced(one, english) if one.facts[0].kind == "share" else one for one in stated]


def _reduced(one: Stated, english: str) -> Stated:
    ahead = english[max(0, one.start - _BEFORE) : one.start]
    if not (_OFF_AFTER.match(english, one.end) or _OFF_BEFORE.search(ahead)):
        return one
    facts = tuple(
        Fact("off", abs(fact.value)) if fact.kind == "share" else fact for fact in one.facts
    )
    return msgspec.structs.replace(one, facts=tuple(dict.fromkeys(facts)))
