"""Targets told as results and results as targets, by words in the clause of a figure: 全年目标减税
600亿元 that became "has been delivered", 提前两年实现目标 "is to reach", 已交付4.1万套 "are to be
handed over", 提高至目前的48% "is to be raised to 48 percent".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.figures.checks.needing import needing
from generator.figures.context.clauses import clause_start
from generator.figures.english.changes import APPROACH
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import AMOUNTS
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_KINDS = AMOUNTS | {"fraction"}
_AIMED = late_regex(
    r"(?:全年|年度|今年)?目标(?:新增|为|是|定为)?(?:(?!完成|实现)[^，。；的]){0,16}\Z"
)
_MET = late_regex("完成|实现|达成|超额|达到")
_MOVED_TARGET = late_regex(
    r"目标(?:值)?(?:由|从)[^，。；]{0,12}(?:[下上]调|调[低高整]|[降升]|提高)[^，。；]{0,12}\Z"
)
_AIM = late_regex(
    r"(?i:\b(?:targets?|targeted|targeting|goals?|aim\w*|objectives?|plan\w*|intend\w*|want\w*|seek\w*|hop\w+|expect\w*|project(?:ed|s)|forecast\w*|to\s(?:be|bring|reach|exceed|raise|cut)"
    r"|set|should|design(?:s|ed)\sto|would|will|ambition\w*|quota|strive\w*|due)\b)"
)
_STOP = late_regex(r"[.;](?=\s|\Z)")


@needing(chinese=("目标",))
def targets_as_results(comparison: Comparison) -> Iterator[FigureProblem]:
    """全年目标减税超过600亿元 that became "more than 60 billion has been delivered"."""
    text, english = comparison.text, comparison.english
    for figure, stated in comparison.unique_of(_KINDS):
        start = clause_start(text, figure.start, "，。；：！？;\n")
        before = text[start : figure.start]
        moved = _MOVED_TARGET.search(before)
        if not moved and (not _AIMED.search(before) or _MET.search(before) or "于" in before):
            continue
        low = clause_start(english, stated.start, ";") if moved else 0
        sentence = max((m.end() for m in _STOP.finditer(english, 0, stated.start)), default=0)
        stop = _STOP.search(english, stated.end)
        low, high = max(low, sentence), stop.start() if stop else len(english)
        if moved:
            high = min(high, english.find(",", stated.end) % (len(english) + 1))
        if not _AIM.search(english, low, high):
            yield FigureProblem(
                "changed", figure.source, figure.english, f"no target: {stated.text}"
            )


_EARLY = late_regex("提前[^，。；]{0,8}(?:实现|完成|达到|达成)")
_FUTURE = late_regex(
    "将|拟|力争|争取|计划(?![目指任])|预计|有望|确保|要(?!求)|力求|努力|可望|会(?![议展员])|提出|到20"
)
_TO_DO = late_regex(
    r"(?i:\b(?:is|are)\sto\s(?:reach|meet|achieve|complete|hit|attain|fulfil\w*)\b|\b(?:the\s)?aim\sis\sto\b|\b(?:aims?|hopes?|plans?|intends?)\sto\b)"
)
_DONE_NOW = late_regex("(?:目前|现在|如今|现)的(?:约|近|超过?)?\\Z")
# 将由去年的38类压减至目前的24类
_SHALL = late_regex("将(?![军近要领])")
_DONE = late_regex(r"已(?:经)?(?!近|约|达|超|有|是|为)[\u4e00-\u9fff]{1,6}(?:了|约|近|逾|超过?)?\Z")
_WILL = late_regex(
    rf"(?i:\b(?:(?:is|are)\sto\s(?:be\s)?|will\s(?:be\s)?|should\s(?:be\s)?)[a-z]+\s(?:[^.;,]{{0,50}}\s)?(?:to\s)?{APPROACH}\Z)"
)
_WILL_AFTER = late_regex(
    r"(?i:(?:\s(?!and\b|but\b|with\b|while\b|of\b)[a-z]+){0,2}(?:,\sor\s[^,;]{1,24},)?\s(?:(?:are|is)\s(?:to\sbe|due\sto\sbe|expected\sto\sbe)|will\sbe)\s[a-z]+)"
)
_COMPLETED = late_regex(r"(?:共|累计|已|全年|年内已)完成(?!计划|目标|率)[^，。；0-9]{0,14}\Z")
_PLANNED_CHINESE = late_regex("计划(?!的)|拟|将|力争|目标(?:是|为)")
_CALLED_FOR = late_regex(
    rf"(?i:\b(?:call(?:ed|s|ing)?\sfor|planned?\s(?:to|for)|targets?\s(?:of|was|were)|aim(?:s|ed)?\s(?:to|for)|goal\s(?:of|was))\s[^.;]{{0,30}}?{APPROACH}\Z)"
)


@needing(chinese=("已", "目前", "现", "如今", "完成", "提前"))
def results_as_targets(comparison: Comparison) -> Iterator[FigureProblem]:
    """已交付4.1万套 that became "41,000 homes are to be handed over"."""
    text, english = comparison.text, comparison.english
    early = _EARLY.search(text)
    found = _TO_DO.search(english) if early and not _FUTURE.search(text) else None
    if early and found:
        yield FigureProblem("changed", early.group(), found=found.group())
    for figure, stated in comparison.unique_of(_KINDS):
        start = clause_start(text, figure.start, "，。；：！？;\n")
        word = _told(text[start : figure.start], english, stated.start, stated.end)
        if word:
            low, high = min(word.start(), stated.start), max(word.end(), stated.end)
            yield FigureProblem("changed", figure.source, figure.english, english[low:high].strip())


def _told(before: str, english: str, start: int, end: int) -> re.Match[str] | None:
    """The words for a target of a figure that the Chinese ``before`` it states as a result."""
    low = max(0, start - 90)
    if _DONE_NOW.search(before) and not _SHALL.search(before):
        return _WILL.search(english, low, start)
    if _FUTURE.search(before):
        return None
    if _DONE.search(before):
        return _WILL_AFTER.match(english, end)
    if _COMPLETED.search(before) and not _PLANNED_CHINESE.search(before):
        return _CALLED_FOR.search(english, low, start)
    return None


_STRIVES = late_regex("(?:力争|争取)[^，。；]{0,16}(?:实现|完成|达到|建成|覆盖)")
_HAVING = late_regex(
    r"(?i:\bhaving\s(?:already\s)?(?:[a-z]+ed|built|met|made|won|got|taken|brought)\b)"
)


@needing(chinese=("力争", "争取"), english=("having ",))
def aims_as_done(comparison: Comparison) -> Iterator[FigureProblem]:
    """力争年底前实现全覆盖 that became "having covered all"."""
    aim = _STRIVES.search(comparison.text)
    found = _HAVING.search(comparison.english) if aim else None
    if aim and found:
        yield FigureProblem("changed", aim.group(), found=found.group())


_DUE = late_regex(
    "原(?:定|计划|拟)(?:于)?[^，。；0-9]{0,6}(?P<year>20[0-9]{2})年[^。；]{0,24}(?:推迟|延后|延期|提前)"
)
_READY = r"(?i:\b(?:will|to)\s(?:be\s)?(?:[a-z]+\s){{1,3}}?(?:in|by)\s{0}\b)"
_ORIGINALLY = late_regex(
    r"(?i:\b(?:original\w*|instead|rather|was\sto|were\sto|had\sbeen|due|initial\w*|from)\b)"
)
_PROPOSED = late_regex("(?:报告|规划|方案|计划|意见)[^，。；]{0,6}提出[：:，]")
_PAST = late_regex("去年|上年|已[经完建]|实现了|完成了|过去")
_GREW = late_regex(r"(?i:\b(?:grew|rose|increased|fell|reached|exceeded|came\sto|did)\b)")
_BY_YEAR = late_regex("到20[0-9]{2}年")
_AIMS = late_regex("明确|提出|力争|目标|计划|规划|将|拟|争取|确保|培育|方案")
_NOW = late_regex("已|目前|现有|如今|了")
_HAS_PASSED = late_regex(
    rf"(?i:\b(?:has|have)\s(?:already\s)?(?:exceeded|reached|topped|passed|surpassed|hit|risen\sto|grown\sto)\s{APPROACH}\Z)"
)


@needing(chinese=("原定", "原计划", "原拟", "提出", "到20"))
def plans_as_done(comparison: Comparison) -> Iterator[FigureProblem]:
    """到2027年突破2000亿元 that became "has exceeded", 原定2030年，推迟 "ready in 2030"."""
    text, english = comparison.text, comparison.english
    due = _DUE.search(text)
    if due and due["year"] in english:
        found = late_regex(_READY.format(due["year"])).search(english)
        if found and not _ORIGINALLY.search(english):
            yield FigureProblem("changed", due.group(), found=found.group())
    proposed = _PROPOSED.search(text)
    if proposed and not _PAST.search(text) and not _AIM.search(english):
        found = _GREW.search(english)
        if found:
            yield FigureProblem("changed", proposed.group(), found=found.group())
    if not _BY_YEAR.search(text) or _NOW.search(text) or not _AIMS.search(text):
        return
    for figure, stated in comparison.unique_of(_KINDS):
        start = clause_start(text, figure.start, "。；\n")
        if not _BY_YEAR.search(text, start, figure.start):
            continue
        found = _HAS_PASSED.search(english, max(0, stated.start - 60), stated.start)
        if found:
            words = f"{found.group().strip()} {stated.text}"
            yield FigureProblem("changed", figure.source, figure.english, words)
