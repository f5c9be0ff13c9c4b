"""Interpret the words around the name of a place that somebody visits, or where something is moved.

In most functions, the name is ``text[start:end]``.
"""

from __future__ import annotations

from generator.patterns import late_regex

# A place that somebody visits counts less than a place named alone.
_PASSING_BEFORE = frozenset(
    {
        "访问",
        "訪問",
        "到访",
        "到訪",
        "出访",
        "出訪",
        "抵达",
        "抵達",
        "奔赴",
        "进驻",
        "進駐",
        "走进",
        "走進",
        "来到",
        "來到",
    }
)
_OPENED_TO = frozenset(
    {
        "参观了",
        "走访了",
        "考察了",
        "开通到",
        "开通至",
        "新开至",
        "开行至",
        "開通到",
        "開通至",
        "開行至",
    }
)
# If something is moved, built or opened there, it is news about the place.
_GOAL_BEFORE = late_regex(
    r"(?<!总部)(?<!總部)(?<!地点)(?<!地點)(?<!会场)(?<!注册地)(?<!会址)(?:搬[回到进至]了?|迁[到至入回]了?|建[在到进]了?|开[到在进]了|住[到进]了?|(?<!电话)设[在到]了?|落户在?|(?<!降)落[在到]了?|选址(?:在|于)?|放[在到]了?|放进|安家|坐落(?:在|于))(?:老家|家乡|家鄉)?\Z"
)
# 开到, 运到, 卖到 and the like: the destination of goods and trains.
_CARRIED = frozenset("开開运運驶駛飞飛发發卖賣销銷通达達直送寄从從得看听想说說等找遇拿收达")
_THERE = late_regex(
    r"(?!的|等|[^，。；\n]{0,6}(?:考察|学习|學習|取[经經]|招商|推介|[对對]接|拜[访訪]|参展|參展|求[学學]|[读讀][书書]|打工|[务務]工|[上当]|航[线線]|高[铁鐵]|[铁鐵]路|高速|列[车車]|[货貨]))"
    r"(?:[^，。；\n\d]{2}|，(?:看望|慰[问問]|[调調]研|走[访訪]|[参參]观|[开開]展|[举舉][办辦]|指[导導]|[检檢]查|察看|查看|[听聽]取))"
)
_GOAL_ENDS = frozenset("回到进至了入在立户址于家乡鄉")
COMING = frozenset("到赴")
_COME_TO_DO = late_regex(
    r"[^，。；\n]{0,12}?(?:义诊|支教|考察|访问|訪問|参访|慰问|看望|回访|探访|探望|踏勘|踏访|寻访|考古|挂职|义演|义卖|献血|拍摄|参赛|驻点|驻村|送教|送医|勘察|勘探|抢险|救援|救灾|增援|值守|巡查|检查|督查|查看|督导|宣讲|开展|采访|投资|建厂|落户|安家|调研|巡诊|会诊|演出|参观|研学|学习|交流|体验|旅游|采风|宣传|讲|走访|送|比赛|巡演|授课|坐诊|帮扶|签约|洽谈|采购)"
)


def is_visited(text: str, start: int) -> bool:
    """Whether somebody comes to the place, by the words before it."""
    before = text[start - 1 : start]
    if before in COMING or (before == "来" and _COME_TO_DO.match(text, start + 2)):
        return True
    if text[max(0, start - 3) : start] in _OPENED_TO:
        return True
    return text[max(0, start - 2) : start] in _PASSING_BEFORE


def is_scene_of_visit(text: str, start: int, end: int) -> bool:
    """Whether somebody comes to the place (a full name) and the news happens there."""
    if text[start - 1 : start] not in COMING or text[max(0, start - 2) : start - 1] in _CARRIED:
        return False
    return _THERE.match(text, end) is not None


def is_destination(text: str, start: int) -> bool:
    """Whether something is moved to the place or built there."""
    if text[start - 1 : start] not in _GOAL_ENDS:
        return False
    return _GOAL_BEFORE.search(text, max(0, start - 7), start) is not None


def has_visitors(text: str, start: int, end: int) -> bool:
    """Whether somebody has come to the place to do something there."""
    before = text[max(0, start - 2) : start]
    if before in _PASSING_BEFORE or text[max(0, start - 3) : start] in _OPENED_TO:
        return True
    return before[-1:] in COMING and _COME_TO_DO.match(text, end) is not None
