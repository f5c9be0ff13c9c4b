"""Planned and achieved figures that have changed places: 计划改造1200公里，已完成780公里 in which
the English has upgraded 1,200 km and plans another 780.

Unambiguous words in the clause of each figure decide, in both languages: 计划, 拟, 力争 against 已,
目前, 累计; "plans to", "is expected to" against "has", "so far".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.figures.context.clauses import clause_start
from generator.figures.english.changes import APPROACH
from generator.figures.english.plans import (
    BY_THEN,
    COMING,
    MEANT,
    PLANS,
    WILL,
    is_size_of_project,
    speaks_of_plans,
    states_future,
)
from generator.figures.english.stated import Stated
from generator.figures.matching.comparison import Comparison
from generator.figures.matching.told.other_sides import is_done_part
from generator.figures.shared.figure import PERCENTAGES, Figure
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_KINDS = frozenset({"money", "measure", "count", "percent", "multiple", "date", "time", "period"})
_DATES = frozenset({"date", "time", "period"})
_CLAUSE = late_regex("[，。；：！？,;]")
# Before the figure in its clause; 的目标 may follow.
_PLANNED = late_regex(
    r"(?<![金项该此个大年”）)])计划(?!生育|单列|的|完成率|书|内|外|署)"
    r"|(?<=[今明全])年计划(?=[\u4e00-\u9fff])(?!生育|单列|的|完成|书|内|外)|预算(?=[为是达约])"
    r"|(?<![模虚比])拟(?!人|声|提拔|任用|任职|录用|聘用|推荐|表彰|入选|命名)|力争|争取(?![到国省资]|[\u4e00-\u9fff]{1,6}资金)|有望|预计|预期|打算|(?<![主重纲概摘需想只不还也若首])要(?=新增|增长|达到|增加|减少|提高|压减|下降|超过|再)|规划(?!局|院|馆|总?用地|占地)|(?:目标|任务)(?:是|为|定为)"
    r"|(?<![下接])将(?![\u4e00-\u9fff]{1,8}(?:率|[额量价费比]|时间|成本|比例|期限|标准|规模|面积)(?:由|从|[降提升压缩增减控调扩上下]))(?=下|上[调升浮涨]|达|新|建|投|实|完|增|提|超|突|再|开|有|为|会|引|创|改|安|带|形|培|发|减|降|吸|用|于|达到|可|提供|拥有|获得|举办|举行|接待|吸引|突破|创造"
    r"|招|聘|录|举|召|迎|推|启|设|购|覆|惠|节|替|淘|关|停|拆|搬|种|修|铺|架|补|拨|筹|免|在|分|全部|陆续|逐步|首|共|累|继|派|选|评|播|出台|上线|上市|面向|向|从)"
)
_EXPECTED = late_regex("预计|计划(?![（(》”好])|拟|有望|力争|争取|原定|定于|(?<![下接即])将[于在]")
_STRONG = late_regex("计划|拟|力争|争取|有望|预计|打算|目标")
_TO_COME = late_regex(
    r"[\u4e00-\u9fff]{0,6}(?:将于|将在|拟于|拟在|计划[于在]|预计(?!的)|有望|(?<!无)须|必须)"
)
_GOAL = late_regex(
    r"[\u4e00-\u9fff]{0,6}的?(?:年度|全年|既定|预定|预期)?(?:目标|任务|计划|指标|预期)"
)
_DONE = late_regex(
    r"已(?!知|婚|故|往|列入|纳入|批复)|已经|目前|累计(?![雨降雪])|截至|完成(?!率|年度|全年|目标|后)|实际|共计?(?=[0-9完建投实开])"
    r"|新增|竣工|建成(?!后)|投用|开工|实现(?!了?目标)|超额"
    r"|至今|迄今|(?:最终|最后|结果)[^，。；]{0,8}了(?:约|近|逾)?\Z"
)
# Words that justify a plan or the future in the English.
_AHEAD = late_regex(
    r"计划|规划|原定|今夜|今晚|明[天日晚]|后天|预报|愿|拟|将|预|力争|争取(?![到国省资]|[\u4e00-\u9fff]{1,6}资金)|有望|目标|打算|确保|任务|指标|期望|希望|未来|今后|明年|下一|要|须|需|应当?|(?<![接招对优看])待|可[达望供实望年以使容]"
    r"|能|会(?=[有达在使成])|后(?=[，可将年能预])|意向|料|测算|推算|设计|总投资|投资(?=[0-9])|估|定于|至20|到20|[至到][0-9]{4}年|起[，。]"
    r"|推迟|提前|延期|准备|筹|申请|提出|方案|建议|在建|正在|加快|推进|启动|招|工期|合同|协议|签|订单|中标|获批|批复|立项|议案|提案|草案|预案|否决"
)
# Quick test: without one of these a Chinese text has no plan.
MARKS = late_regex("[计拟争望预打规目任将定要]")
_ANY_PLAN = late_regex(rf"{_PLANNED.pattern}|目标|任务|计划|将")
_PAST = late_regex(
    r"(?i:\b(?:ha(?:s|ve|d)\s(?!to\b|set\b)|was\b|were\b|already\b|(?!(?:need|exceed|succeed|speed|indeed|hundred|united|un(?:us|match|limit|chang|need|expect|licens|employ|finish|complet)ed)\b)[a-z]{3,}ed\b(?!\s(?:at|by)\b)"
    r"|built|began|begun|spent|made|put|won|grew|rose|fell|sold|brought|became|gave|took|went|came|paid|laid)\b(?<!being\sspent)(?<!being\sbuilt)(?<!being\smade)(?<!being\sput))"
)
_SURE = late_regex(
    "已(?!知|婚|故|往|列入|纳入|批复)|累计|截至|目前|同比|环比|[比较][去上]年|[比较]上?个?月|去年|昨[天日]|日前|以来|了(?=[0-9一二三四五六七八九十近约逾超两])"
)
# After words of a plan, these end it; other words are part of it (目标是新增10万人).
_ALREADY = late_regex("已(?!知|婚|故|往|列入|纳入|批复)|(?<![由从])目前|截至")
# Past events that a date may be of.
_TOOK_PLACE = late_regex(
    r"(?i:(?<!is\s)(?<!are\s)(?<!be\s)\b(?:was\b|were\b|opened|began|started|took\splace|came|went|launched|happened|finished|completed"
    r"|ended|closed|held|met|left|arrived|ran|built|signed|made|put|gave|became)\b(?!\sto\b|\s(?:expected|planned|scheduled|due|set|supposed|meant)))"
)
_PERFECT = late_regex(
    r"(?i:\b(?:ha(?:s|ve|d)\s(?:been\s)?|was\s|were\s)(?!to\b|set\b|expected|planned|scheduled)[a-z]+(?:ed|ilt|ade|ut|en)\b)"
)
# 建成后，每年可减排3万吨
_CAN = late_regex("可(?![见谓是])|将|能(?![源力耗效])")
_ONCE_BUILT = late_regex("(?:建成|投产|达产|投用|完工|竣工|通车|投运|全部完成)(?:之|以)?后")
_RISEN = late_regex(r"(?:增长|下降|回落|下滑|减少|上涨|下跌)(?:了|约|近|超过?)*\Z")
_HAS = late_regex(
    r"(?i:\b(?:has|have|had)\s(?:now\s|already\s|been\s|so\sfar\s|also\s)*(?!to\b|an?\b|the\b|[0-9])(?!set\b)[a-z]+(?:ed|en|ilt|ade|ut|une|ent|pt|ld|id|ung|wn|ought|aught|un|one|et|de)\b"
    r"|\b(?:is|are)\s(?:now\s|already\s)?(?:in\s(?:use|operation|service|production)|open\b|up\sand\srunning)"
    r"|\b(?:has|have)\s(?:about\s|some\s|over\s)?(?=[0-9])(?!\S+\s(?:years?|months?|weeks?|days?|hours?)\sto\b)"
    r"|\bso\sfar\b|\balready\b|\bto\sdate\b|\b(?:was|were)\s(?!to\b|set\b|due\b|expected|planned|scheduled|projected)[a-z]+(?:ed|ilt|ade|ut)\b"
    r"|(?<!\bto\s)\b(?:built|completed|finished|upgraded|created|opened|added|invested|signed|started|achieved|reached|attracted|spent|put\sup|renovated"
    r"|laid|planted|trained|recruited|hired|sold|produced|helped|secured|delivered|installed|renewed|refurbished|restored|converted|set\sup)\b)"
)
# "it has filed a prospectus to raise about 1.2 billion"
_PURPOSE = late_regex(
    r"(?i:\b(?:filed|fil(?:es|ing)|appl(?:y|ied|ies|ications?)|prospectus|approv\w+|permi\w+|bids?|tender"
    r"|talks|agree\w*|sign\w*|deal|contract|pric(?:ed|es|ing))\b(?:[^.;]|\.(?=[0-9])){0,60}?\sto\s"
    r"(?:raise|build|invest|buy|lay|add|create|set\sup|recruit|hire|train|produce|make|plant|upgrade|renovate"
    rf"|expand|develop|acquire|issue|launch|open|borrow|sell|supply|cover|attract)\s{APPROACH}\Z)"
)
_BREAK = late_regex(
    r"[,;:.](?=\s|\Z)|\s(?:and|but|while|whereas|of\swhich|after|although|though|with)\s"
)


def confused_plans(comparison: Comparison) -> Iterator[FigureProblem]:
    """Planned figures that the English states as achieved, and the reverse."""
    text, english, unique = comparison.text, comparison.english, comparison.unique
    if not unique:
        return
    hinted = bool(MARKS.search(text)) and bool(_ANY_PLAN.search(text))
    told = states_future(english, comparison.lower)
    if told and any(is_done_part(text, figure) for figure in comparison.unsaid):
        told = False  # 18.6万户中16.9万户已恢复供电: the rest "have yet to get" theirs
    if not hinted and not told:
        return
    plans = speaks_of_plans(english) if hinted else True
    ends = sorted(stated.end for _, stated in unique)
    for figure, stated in unique:
        if figure.kind in _KINDS:
            place = _place(text, figure, hinted=hinted)
            ended = max((end for end in ends if end <= stated.start), default=0)
            word = _wrong_state(text, english, place, stated, told=told, plans=plans, ended=ended)
            if word and not (word == "planned" and _is_of_plan(text, place)):
                found = f"{word}: {stated.text}"
                yield FigureProblem("changed", figure.source, figure.english, found)


_ACHIEVED = late_regex("已|了|完成")
_AMOUNTS_TO = late_regex("(?:[比较]|相当于|约合|即)")


def _is_of_plan(text: str, place: _Place) -> bool:
    """Whether the clause only explains a planned amount in the clause before:
    计划增加到20万套，比目前多一倍.
    """
    before = text[clause_start(text, place.figure.start, "。；！？;") : place.start]
    return (
        not _ACHIEVED.search(text, place.start, place.end)
        and _AMOUNTS_TO.match(text, place.start) is not None
        and _PLANNED.search(before) is not None
    )


class _Place(NamedTuple):
    """A figure in its clause, from ``start`` to ``end`` of the text: whether it is planned
    (``meant``), is named a ``goal``, or is achieved (``done``). ``hinted``: the text has words of
    plans.
    """

    figure: Figure
    start: int
    end: int
    before: str
    goal: bool
    meant: bool
    done: bool
    hinted: bool


def _place(text: str, figure: Figure, *, hinted: bool) -> _Place:
    start = clause_start(text, figure.start, "，。；：！？,;")
    stop = _CLAUSE.search(text, figure.end)
    before, end = text[start : figure.start], stop.start() if stop else len(text)
    plan = _PLANNED.search(before) if hinted else None
    goal = hinted and bool(_GOAL.match(text, figure.end))
    meant = goal or plan is not None or (hinted and bool(_TO_COME.match(text, figure.end)))
    if plan is None:
        done = bool(_DONE.search(before))
    else:
        done = bool(_DONE.search(before[: plan.start()]) or _ALREADY.search(before))
    return _Place(figure, start, end, before, goal, meant, done, hinted)


def _wrong_state(
    text: str, english: str, place: _Place, stated: Stated, *, told: bool, plans: bool, ended: int
) -> str:
    """The state that the English wrongly gives a figure: "planned" or "done"; else empty.

    ``told``: the English states a plan or the future; ``plans``: it may have words of plans;
    ``ended``: the end of the figure before.
    """
    figure, meant = place.figure, place.meant
    dated = figure.kind in _DATES
    if (
        not meant
        and place.hinted
        and not dated
        and _continues_plan(text, place.start, place.before)
    ):
        done_so = _PERFECTLY.search(_part(english, stated))
        if done_so and not PLANS.search(english, max(0, stated.start - 60), stated.start):
            return "done"
    if not meant and not told:
        return ""
    if figure.kind == "money" and is_size_of_project(english, stated.start, stated.end):
        return ""
    part = _part(english, stated)
    if dated:
        expected = _EXPECTED.search(place.before[-14:]) and not place.done
        took_place = expected and _TOOK_PLACE.search(part) and not PLANS.search(part)
        return "done" if took_place and not (plans and _near(english, stated, 0)) else ""
    if not meant and place.hinted and _CAN.search(place.before):
        meant = bool(_ONCE_BUILT.search(text, max(0, figure.start - 40), figure.start))
    if meant and (place.goal or not place.done):
        told_of = BY_THEN.sub(" ", part) if _PERFECT.search(part) else part
        if plans and (PLANS.search(told_of) or _near(english, stated, ended)):
            return ""
        if _PURPOSE.search(english, max(0, stated.start - 90), stated.start):
            return ""
        if _DECIDED.search(part):
            return ""  # "has approved a buyback costing 300 million": decided, not done
        done = _HAS if plans or not _STRONG.search(text, place.start, figure.end + 12) else _PAST
        return "done" if done.search(part) else ""
    if meant or not told:
        return ""
    sure = _is_sure(text, figure, place.start, place.end)
    if not _is_meant(english, stated, sure=sure):
        return ""
    told_in = _SPENT.sub("", text[place.start : place.end]) if place.done else text
    return "" if _AHEAD.search(told_in) else "planned"


_DECIDED = late_regex(
    r"(?i:\b(?:approv(?:es|ed)|sign(?:s|ed)\soff\son|clear(?:s|ed)|endors(?:es|ed)|back(?:s|ed)|authori[sz](?:es|ed)|adopt(?:s|ed))\s"
    r"(?:an?|the|its|their)\s(?:[a-z-]+\s){0,2}?(?:buy-?back|plan|scheme|proposal|programme|program|budget|issue|offering|deal|purchase)\b)"
)
# Investments made are no plans.
_SPENT = late_regex(
    "(?<=已完成)[^，。；]{0,8}投资|(?<=已经完成)[^，。；]{0,8}投资|[\u4e00-\u9fff]{1,2}(?=了)"
)


def _continues_plan(text: str, start: int, before: str) -> bool:
    """Whether a plan in the clause before continues in this one: 将新建9座，改造旧站14座."""
    if text[start - 1 : start] != "，" or _NOT_CARRIED.search(before):
        return False
    return bool(_WILL_DO.search(text, clause_start(text, start - 1, "，。；：！？,;"), start - 1))


_NOT_CARRIED = late_regex("[已了其现原去上今此该目前仅只共占比较为达超同累截至实由]|以来")
_WILL_DO = late_regex(
    "(?<![下接即])将(?=[新建改投培招完引扩增购])|计划(?=[新建改投培招完引扩增购])|(?<![模虚])拟(?=[新建改投培招完引扩增购])"
)
_PERFECTLY = late_regex(
    r"(?i:\b(?:has|have)\s(?:now\s|already\s|also\s)*(?!to\b)[a-z]+(?:ed|ilt|ade|ut|ught)\b)"
)


def _is_sure(text: str, figure: Figure, start: int, end: int) -> bool:
    """Whether the clause of the figure describes something that exists."""
    if _SURE.search(text, start, end):
        return True
    risen = figure.kind in PERCENTAGES and _RISEN.search(text, start, figure.start)
    return bool(risen) and not _THIS_YEAR.search(text)


_THIS_YEAR = late_regex("[今明本]年|安排|全年")


def _is_meant(english: str, stated: Stated, sure: bool) -> bool:
    """Whether the English states the figure as planned, or as future if it is ``sure`` that it
    exists.
    """
    start = max(0, stated.start - 90)
    meant = MEANT.search(english, start, stated.start)
    coming = COMING.search(english, start, stated.start) or WILL.match(english, stated.end)
    return bool(meant or (sure and coming))


def _part(english: str, stated: Stated) -> str:
    """The clause of the figure, without what "and" joins to it."""
    start = max((m.end() for m in _BREAK.finditer(english, 0, stated.start)), default=0)
    stop = _BREAK.search(english, stated.end)
    return english[start : stop.start() if stop else len(english)]


def _near(english: str, stated: Stated, ended: int) -> bool:
    """Whether words of a plan before the clause reach into it; not if the figure begins a clause of
    its own. ``ended`` is the end of the figure before.
    """
    before = english[max(0, ended, stated.start - 60) : stated.start]
    if _OPENS.search(before):
        return False
    cut = max(before.rfind(mark) for mark in (". ", "; "))
    return bool(PLANS.search(before[cut + 1 :]))


_OPENS = late_regex(
    r"(?i:(?:,|\band|\bbut|\bwhile)\s(?:(?:about|some|over|nearly|more\sthan|another|only)\s)*\Z)"
)
