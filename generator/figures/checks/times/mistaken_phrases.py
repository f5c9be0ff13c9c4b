"""Words of time that the English replaces with another thing: 去年全年 that became "the same period
last year", 截至11月15日 "on November 15 alone", 一度 "throughout", 12时 "midnight".

Each row has what the Chinese says, words of the Chinese that excuse the English, and the English
that says another thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.figures.checks.needing import needing
from generator.figures.context.clauses import between
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.problem import FigureProblem
from generator.months import MONTHS
from generator.patterns import late_regex

_MONTH = "|".join(MONTHS)
_Row = tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]


def _row(chinese: str, excused: str, english: str) -> _Row:
    return late_regex(chinese), late_regex(excused), late_regex(rf"(?i:{english})")


_ROWS = (
    # what a figure is compared with
    _row("[去上]年全年", "同[期比月时]|按年",
         r"\b(?:same|corresponding)\s(?:period|months?|time|stretch|span|stage)\b"),
    _row("[去上前]年最[高低大]|[去上前]年(?:的)?峰值|历史最[高低]", "同[日天期比月时]|按年",
         r"\bsame\s(?:day|date|period|time|month)\b"),
    _row("(?:年度|全年|本年)(?:[投总][资额])?(?:计划|目标|任务|预算)的?[0-9七八九一百]",
         "去年|上年|同期|同比|按年",
         r"\bof\s(?:all\s(?:of\s)?)?last\syear['’]s\s"
         r"(?:total|figure|level|amount|investment|spending|sum)\b"),
    _row("上一?届", "首届|第一届|首次|首期",
         r"\b(?:than|as|over|from)\s(?:at\s|in\s|that\sof\s)?the\s(?:first|inaugural|opening)\s"
         r"(?:edition|fair|one|event|session|show|expo|exhibition|festival|forum|conference)\b"),
    _row("十[一二三四五六]五[”」]?(?:时期|期)?末", "初|开局|始",
         r"\b(?:start|beginning|outset)\sof\s(?:the\s|its\s|China['’]s\s)?[0-9a-z]+\sFive-Year"),
    _row("十[一二三四五六]五[”」]?(?:时期|期)?初|开局之年", "末|底|收官|结束",
         r"\b(?:end|close)\sof\s(?:the\s|its\s|China['’]s\s)?[0-9a-z]+\sFive-Year"),
    _row("基期", "同比|[去上]年|环比|上月|按[年月]",
         rf"\byear\s(?:earlier|ago|before|on\syear)\b|\bfrom\s(?:{_MONTH})\b|\blast\syear\b"
         r"|\bprevious\s(?:month|year)\b"),
    _row("[比较于][^，。；]{0,20}平均", "任何|最[早晚高低多少]|首次|刷新",
         r"\bthan\s(?:in\s|at\s|on\s)?any\s(?:other\s)?(?:year|month|day|time)\b"),
    _row("单月", "同[月期]|历年",
         rf"\brecord\sfor\s(?:the\smonth\sof\s|(?:a|an|any)\s)?(?:{_MONTH})\b"),
    # periods
    _row("截[至止]|累计", "当[日天月]|单[日月]|一天|一日|仅|光是|就有",
         rf"(?:\b(?:{_MONTH})|(?:{_MONTH})\s[0-9]{{1,2}}(?:st|nd|rd|th)?)\salone\b"),
    _row("(?<![第每])一度(?![电春夏秋冬])", "全程|始终|一直|整个|全月|持续|长期",
         r"\bthroughout\b|\ball\salong\b|\ball\sthe\stime\b|\bconstantly\b|\bconsistently\b"
         r"|\bthe\swhole\s(?:time|month|day)\b"),
    _row("始终|一直以来|全程", "一度|曾|短暂|一时",
         r"\b(?:at\sone\s(?:point|stage)|briefly|for\sa\swhile|temporarily)\b"),
    _row("连续[2-9两二三四五六七八九十]+个季度",
         "自[^，。；]{0,8}季度|季度(?:以来|起|开始|后)|季度末",
         r"\b(?:since|beg[au]n\sin|start(?:ed|ing)\sin)\sthe\s(?:first|second|third|fourth)\squarter\b"),
    _row("(?<!前)(?<!前[一二三1-4])[一二三四1-4]季度", "半|[6六][个月]|中期",
         r"\b(?:first|second)\shalf\b(?!\sof\s(?:the\s)?(?:match|game))"),
    # days, nights and hours
    _row("(?<![0-9])12[时点:：]|(?<!上午)正午",
         "(?<![0-9])0?0[时点:：]|24[时点:：]|零[时点]|[夜晚]|凌晨",
         r"\bmidnight\b"),
    _row("24[时点:：]|零[时点]|(?<![0-9])0[时点]", "12[时点:：]|午(?!夜)", r"\b(?:noon|midday)\b"),
    _row("当[晚天日]", "[次翌前后昨明]|第二|隔|上一?个?交易日",
         r"\b(?:following|next|previous)\s(?:night|evening|day|morning)\b|\b(?:night|evening|day)\s(?:before|after)\b"),
    _row("[次翌]日", "当|同|该",
         r"\b(?:the\ssame|that\ssame)\s(?:day|night|evening)\b|\blater\sthat\s(?:day|night|evening)\b"),
    _row("[0-9一二两三四五六七八九十]个?[年月日天周]内", "后|满|不|禁|未|停|暂",
         r"\bnot\s(?:[a-z]+\s){1,4}?(?:for|until)\s(?:[a-z]+|[0-9]+)\s(?:years?|months?|weeks?|days?)\b"),
)  # fmt: skip


@needing(chinese=[row[0] for row in _ROWS], english=[row[2] for row in _ROWS])
def mistaken_phrases(comparison: Comparison) -> Iterator[FigureProblem]:
    """Words for another time than in the Chinese."""
    text = comparison.text
    for chinese, excused, english in _ROWS:
        said = chinese.search(text)
        found = english.search(comparison.english) if said else None
        if said and found and not excused.search(comparison.whole or text):
            yield FigureProblem("changed", said.group(), found=found.group(), word=True)


_UP_TO = late_regex(r"截[至止]\Z")
_ON = late_regex(r"(?i:\b(?:on|in)\s\Z)")
_STOP = late_regex(r"[.;!?](?=\s|\Z)")
_SO_FAR = late_regex(
    r"(?i:\b(?:had|has|have|having|total\w*|stood|standing|was|were|is|are|reach\w*|number\w*|cumulat\w+|accumulat\w+|end|so\sfar|already|count\w*|amount\w*|remain\w*|ending|closing|finish\w*|year['’]s\send|year-?\s?end)\b)"
)


@needing(chinese=("截至", "截止"), english=(" on ", "on ", "in "))
def day_for_total(comparison: Comparison) -> Iterator[FigureProblem]:
    """截至11月15日接种218万剂 that became "gave 2.18 million shots on November 15"."""
    text, english = comparison.text, comparison.english
    for figure, stated in comparison.unique_of(frozenset({"date", "period"})):
        if text.startswith("收", figure.end):
            continue  # 截至9月28日收盘
        if not _UP_TO.search(text, 0, figure.start) or not _ON.search(english, 0, stated.start):
            continue
        if not _SO_FAR.search(between(english, stated.start, stated.end, _STOP)):
            words = english[max(0, stated.start - 3) : stated.end]
            yield FigureProblem("changed", figure.source, figure.english, words)


_ALTOGETHER = late_regex("累计")
_OF_TIME = late_regex("[年月季周日今昨节春夏秋冬假期届]")
_THIS_YEAR = late_regex(r"(?i:\b(?:this|last)\s(?:year|month|week|quarter)\b)")


@needing(chinese=("累计",), english=("this ", "last "))
def unfounded_period_of_total(comparison: Comparison) -> Iterator[FigureProblem]:
    """累计造林243万亩 without any time that became "this year"."""
    said = _ALTOGETHER.search(comparison.text)
    if not said or _OF_TIME.search(comparison.whole or comparison.text):
        return
    found = _THIS_YEAR.search(comparison.english)
    if found:
        yield FigureProblem("added", found=found.group(), word=True)
