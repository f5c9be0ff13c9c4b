"""What is told of several values: their sum, their mean, the highest, the lowest or each of them:
总估值140亿元 that became "an average valuation of", 日均客运量 "peak daily ridership", 各6万吨
"a combined 60,000 tonnes", 票房510万元 "5.1 million yuan each".

Both languages must have a word for one of these beside the figure, and the clause of the figure
none that allows that of the English.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.figures.checks.needing import needing
from generator.figures.context.clauses import clause_start
from generator.figures.english.changes import APPROACH
from generator.figures.english.stated import Stated
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import AMOUNTS, Figure
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_KINDS = AMOUNTS | {"vague"}
# Of what the Chinese tells, by a word in the clause of the figure, after the figure before it.
_MEAN = late_regex(
    r"(?:平均(?!线)|(?<![平年]度)[日月年人户亩场台件]均(?!衡)|亩产|单产|单(?:位|机|台|个|件|户|笔|株)[^，。；0-9]{0,6}(?:[租价耗量]|租金|产值|能耗|成本))"
    r"[^，。；：0-9]{0,14}\Z"
)
_SUM = late_regex(
    r"(?:总(?!统|理|部|经|局|站|公司|书|工会|会|是|要|体|署|社|队|裁|干|台|馆|校|行)|累计|合计|共计|(?<![公中一总])共(?![同和享产青振建识]))[^，。；：0-9]{0,12}\Z"
)
_EACH = late_regex(
    r"(?:各自?(?![种类级界地项方族处])|每(?![年月日天周季晚小时分秒])[\u4e00-\u9fff]{1,3}|分别|均(?=[超达为在突逾过不]))[^，。；：0-9]{0,6}\Z"
)
_MEANS = late_regex("[均平每单/／]|中位|各|分别")
_TOPS = late_regex("[最峰极顶]|高达|多达|上限|封顶|新高|纪录|高峰|[超突破]")
_ALL = late_regex(r"总|共(?![享同和青建识])|合计|加起来|累计|一并|全部|综合|合[起力]|两[地市省家]")
# What the English tells, before the figure or directly after it.
_NOUNS = (
    r"(?:(?!(?:and|or|but|from|with|to|at|by|than|of|in|on)\b)[a-z-]+\s){0,4}?"
    r"(?:(?:on|of|in|across|for)\s(?:the\s|its\s)?(?:[A-Za-z-]+\s){1,4}?)??"
)
_IS = (
    r"(?:(?:of|is|was|were|are|at|to|worth|reached|exceed(?:s|ed|ing)|hit|topp(?:ed|ing)|passed|(?:has|have)\s(?:reached|exceeded|passed|hit|topped)"
    r"|stood\sat|came\sto|below|under|above|over|amounted\sto)\s)*"
)
_MEAN_ENGLISH = late_regex(rf"(?i:\baverage\s{_NOUNS}{_IS}{APPROACH}\Z)")
_SUM_ENGLISH = late_regex(
    rf"(?i:\b(?:total|combined|aggregate|cumulative)\s{_NOUNS}{_IS}{APPROACH}\Z"
    rf"|\b(?:total|combined|aggregate)\s{_NOUNS}(?:(?:has|have|was|were)\s)?(?:gone\sdown|gone\sup|fell|dropped|rose|grew|fallen|risen|grown|declined|increased|decreased)\s(?:by\s)?{APPROACH}\Z"
    r"|\btogether\s(?:have|had|make|made|produced?|took|take|employ(?:ed)?)\s"
    rf"(?:[a-z]+\s){{0,3}}?(?:of\s)?{APPROACH}\Z)"
)
_SUM_BEHIND = late_regex(
    r"(?i:\s(?:[a-z]+\s)?(?:together|combined|between\sthem|in\sall\b(?!\s[a-z])|all\stold)\b)"
)
_TOP_ENGLISH = late_regex(
    rf"(?i:\b(?:peak|maximum|highest|(?:an?|the|its)\s(?:record|top|best))\s{_NOUNS}{_IS}{APPROACH}\Z"
    rf"|\b(?:at\s(?:its|their)\s(?:busiest|peak|highest|best|height)|the\s(?:best|busiest|highest|top)\s)[^.;]{{0,60}}?{APPROACH}\Z)"
)
_LEAST_ENGLISH = late_regex(
    rf"(?i:\b(?:no|none)\s(?:[a-z]+\s){{1,3}}?(?:below|under|less\sthan|lower\sthan|fewer\sthan)\s{APPROACH}\Z)"
)
_EACH_BOUND = late_regex(
    r"(?i:\beach\s(?:[a-z]+\s){0,3}?(?:at\sleast|more\sthan|over|no\sless\sthan|above|upwards?\sof)\s(?:(?:US|HK)?[$€£¥])?\Z)"
)
_AVERAGED = late_regex(r"(?i:averag|\bmean\b)")


@needing(english=("average", " each"), chinese=(_SUM,))
@needing(
    english=(_SUM_ENGLISH, _SUM_BEHIND, _TOP_ENGLISH, _LEAST_ENGLISH, _EACH_BOUND),
    chinese=(_MEAN, _EACH),
)
def other_aggregates(comparison: Comparison) -> Iterator[FigureProblem]:
    """总市值5830亿元 that became "an average market value", 日均 "peak", 亩均税收 "total tax"."""
    english = comparison.english
    for figure, stated in comparison.unique_of(_KINDS):
        if figure.kind == "duration" and "平均" not in comparison.text:
            continue
        low = max(0, stated.start - 110)
        if not _MAY_SAY.search(comparison.lower, low, stated.end + 30):
            continue
        start = clause_start(comparison.text, figure.start, "，。；：！？;\n")
        if not _MAY_BE.search(comparison.text, start, figure.start):
            continue
        before = _before(comparison, figure)
        record = _RECORD.search(comparison.text, figure.end) is not None
        found = _contradiction(before, english, stated, record=record)
        if found:
            low, high = min(found.start(), stated.start), max(found.end(), stated.end)
            words = english[low:high].strip()
            yield FigureProblem("changed", figure.source, figure.english, words)


# Quick tests: characters and words without which nothing is told of several values.
_MAY_BE = late_regex("[均平总累合共产单各每分]")
_MAY_SAY = late_regex(
    r"averag|total|combined|aggregate|cumulat|togeth|peak|max|high|record|top\b|best|busi|height"
    r"|\bno|\beach|between|\bin\sall|all\stold"
)


def _before(comparison: Comparison, figure: Figure) -> str:
    """The clause before the figure, after the figure before it."""
    text = comparison.text
    start = clause_start(text, figure.start, "，。；：！？;\n")
    ends = [f.end for f in comparison.figures if f.kind in AMOUNTS and f.end <= figure.start]
    return text[max([start, *ends]) : figure.start].replace(" ", "")


def _contradiction(
    before: str, english: str, stated: Stated, *, record: bool
) -> re.Match[str] | None:
    """The English for another of these than that of the Chinese ``before`` the figure, which is a
    ``record`` if words after it say so.
    """
    low = max(0, stated.start - 110)
    mean, total, each = _MEAN.search(before), _SUM.search(before), _EACH.search(before)
    if total and not _MEANS.search(before):
        found = _MEAN_ENGLISH.search(english, low, stated.start)
        return found or _OF_EACH.match(english, stated.end)
    found = None
    if (mean or each) and not _ALL.search(before):
        found = _SUM_ENGLISH.search(english, low, stated.start)
        found = found or _SUM_BEHIND.match(english, stated.end)
    if mean and not found and ("每" not in before or "平均" in before):
        if not _TOPS.search(before[: mean.start()]) and not _TOP_WORD.search(mean.group()):
            found = _TOP_ENGLISH.search(english, low, stated.start)
            if found and (
                _AVERAGED.search(found.group()) or (record and _IS_RECORD.search(found.group()))
            ):
                found = None
        found = found or _LEAST_ENGLISH.search(english, low, stated.start)
        start = clause_start(english, stated.start, ".;")
        if not found and not _AVERAGED.search(english, start):
            found = _EACH_BOUND.search(english, low, stated.start)
    return found


_RECORD = late_regex("[^。；]{0,16}(?:最|新高|纪录|第一|首位|居首)")
_IS_RECORD = late_regex(r"(?i:\A(?:an?\s|the\s|its\s)?(?:record|highest|top)\b)")
_OF_EACH = late_regex(r"(?i:\s[^.;,0-9]{0,40}?\b(?:of|off|from|in|for|to)\seach(?=[.;,]|\Z))")
_TOP_WORD = late_regex("[最峰极顶]|新高|纪录")


# What is told of all: takings, output, an investment.
_OF_ALL = late_regex(
    r"(?:共同[^，。；0-9]{2,14}|票房[^，。；0-9]{0,6}|营业?收入?[^，。；0-9]{0,4}|注册资本[^，。；0-9]{0,4}|以|成交额[^，。；0-9]{0,4}"
    r"|(?<!单)(?<!每)[^均每各]{0,4}(?:产值|净增加?|净减少?|募集资金|货值)[^，。；均各每0-9]{0,10})\Z"
)
_SOLD = late_regex("(?:的价格|元)?(?:的?(?:成交|拍出|售出|中标))")
_EACH_ENGLISH = late_regex(
    r"(?i:\s(?:[a-z]+\s)?(?:each|apiece)(?=[.,;]|\Z|\s(?:and|for|in|at|to)\b)"
    r"|\s(?:[a-z]+\s)?in\seach\sof\s)"
)
_EACH_BEFORE = late_regex(
    rf"(?i:\beach\s(?:taking|takes|took|pay(?:s|ing)?|paid|earn(?:s|ed|ing)?|mak(?:es|ing)|made|contribut(?:es|ed|ing))\s{APPROACH}\Z)"
)
_SHARED = late_regex("[每各均逐单]|分别|依次|一律|凡")


@needing(chinese=(_OF_ALL,), english=("each", "apiece"))
def totals_as_each(comparison: Comparison) -> Iterator[FigureProblem]:
    """4场演出票房收入达510万元 that became "each taking 5.1 million yuan"."""
    text, english = comparison.text, comparison.english
    for figure, stated in comparison.unique_of(frozenset({"money", "measure", "count"})):
        before = _before(comparison, figure)
        found_all = _OF_ALL.search(before)
        if not found_all or (found_all.group() == "以" and not _SOLD.match(text, figure.end)):
            continue
        marks = "，。；！？;\n" if "注册资本" in before else "。；！？;\n"
        start = clause_start(text, figure.start, marks)
        if _SHARED.search(text, start, figure.end + 6):
            continue
        found = _EACH_ENGLISH.match(english, stated.end)
        found = found or _EACH_BEFORE.search(english, max(0, stated.start - 60), stated.start)
        if found:
            low, high = min(found.start(), stated.start), max(found.end(), stated.end)
            words = english[low:high].strip()
            yield FigureProblem("changed", figure.source, figure.english, words)


# 其中超10亿元项目5个: a size of each, not of all.
_SIZE = late_regex(
    r"(?:超|逾|过|超过)?[0-9十百千万亿]+元?(?:以上|级)?的?(?:项目|企业|工程|订单|集群|园区)"
)
_WORTH = late_regex(
    r"[0-9一二三四五六七八九十两][家个](?:企业|公司|项目|园区|集群)(?:估值|产值|年?营收|投资额?|市值|规模)?(?:均?[超过逾]过?|突破|达到?)\Z"
)


@needing(chinese=("项目", "企业", "公司", "工程", "订单", "集群", "园区"), english=(_SUM_BEHIND,))
def sizes_together(comparison: Comparison) -> Iterator[FigureProblem]:
    """超10亿元项目5个 that became five projects "worth over 1 billion yuan together"."""
    text, english = comparison.text, comparison.english
    for figure, stated in comparison.unique_of(frozenset({"money"})):
        before = _before(comparison, figure)
        if _ALL.search(before):
            continue
        if not _SIZE.match(text, figure.start) and not _WORTH.search(text, 0, figure.start):
            continue
        found = _SUM_BEHIND.match(english, stated.end)
        if found:
            words = f"{stated.text}{found.group()}"
            yield FigureProblem("changed", figure.source, figure.english, words)


_WITHOUT_EXCEPTION = late_regex("一律|均(?:不|须|应|需)|任何")
_AVERAGE_CHINESE = late_regex("平均|均值|日均|年均|人均|月均|均价|[户亩场]均")
_AVERAGE_BOUND = late_regex(
    r"(?i:\baverag(?:e|es|ing)\s(?:[a-z]+\s){0,3}?(?:no\s(?:more|higher|less|lower)\sthan|at\s(?:most|least)|below|under|above|over)\b)"
)


@needing(chinese=(_WITHOUT_EXCEPTION,), english=("averag",))
def limits_as_averages(comparison: Comparison) -> Iterator[FigureProblem]:
    """一律不高于40毫克 that became "average no more than 40 milligrams"."""
    own = _WITHOUT_EXCEPTION.search(comparison.text)
    found = _AVERAGE_BOUND.search(comparison.english) if own else None
    if own and found and not _AVERAGE_CHINESE.search(comparison.text):
        yield FigureProblem("changed", own.group(), found=found.group())


_CUMULATIVE = late_regex(rf"(?i:\ba\scumulative\s(?:total\sof\s)?{APPROACH}\Z)")
_YEARLY = late_regex("[年月日](?:均|[产销收营交供发接])")
_SUMMED = late_regex("累计|共|总|合计|以来")
_NEWLY = late_regex(r"新(?:设|登记|注册|增设|开设|成立)[^，。；0-9]{0,12}\Z")
_STOCK = late_regex(
    rf"(?i:\b(?:the\s(?:total\s)?number\sof\s[^.;]{{3,60}}?(?:had\s|has\s|have\s)?(?:now\s)?(?:reached|stood\sat|rose\sto|was|is)"
    rf"|now\s(?:totals?|numbers?|has|stands?\sat))\s{APPROACH}\Z)"
)
_NEW_ENGLISH = late_regex(
    r"(?i:\b(?:new|newly|added|set\sup|opened|established|started|founded|joined|newcomers?)\b)"
)


@needing(chinese=(_YEARLY,), english=("cumulative",))
@needing(chinese=("新",), english=("number of", "now "))
def flows_as_stocks(comparison: Comparison) -> Iterator[FigureProblem]:
    """年销售额增至1.27亿元 that became "a cumulative 127 million", 新设21万户 "the number is"."""
    english = comparison.english
    for figure, stated in comparison.unique_of(_KINDS):
        before = _before(comparison, figure)
        start = clause_start(comparison.text, figure.start, "，。；\n")
        clause = comparison.text[start : figure.start]
        found = None
        if _YEARLY.search(clause) and not _SUMMED.search(clause):
            found = _CUMULATIVE.search(english, max(0, stated.start - 60), stated.start)
        elif _NEWLY.search(before):
            found = _STOCK.search(english, max(0, stated.start - 120), stated.start)
            low = clause_start(english, stated.start, ".;")
            if _NEW_ENGLISH.search(english, low, stated.end + 40):
                found = None
        if found:
            words = f"{found.group().strip()} {stated.text}"
            yield FigureProblem("changed", figure.source, figure.english, words)
