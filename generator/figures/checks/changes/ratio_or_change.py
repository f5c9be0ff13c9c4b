"""A share or multiple of a base, stated in English as a change: 完成计划的112% that became "beat
the target by 112%", 上一代的5倍 "500% faster".
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.checks.needing import needing
from generator.figures.english.changes import APPROACH, BARE_ENGLISH, WITHIN, is_by, is_change
from generator.figures.matching.comparison import Comparison
from generator.figures.matching.plan_excess import OF_PLAN
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_OF_LEVEL = late_regex(
    r"(?:(?:同期|水平|去年|上年|前年|[0-9]年|原来|此前|过去|历史|常年|平均|[之灾病情]?前|往年|全国|目标)的"
    r"|(?<![应侵])占(?:(?!增长|下降|上升|减少)[^，。；]){1,14})\Z"
)
_HIGHER = late_regex(
    r"(?i:\s(?:higher|lower|more|less|fewer|above|below|up|down|greater|smaller|(?:short|shy)\sof|behind)\b)"
)
_PAST = late_regex(
    rf"(?i:\b(?:exceed|surpass|beat|overshoot|top|outdo|outstripp?|miss|undershoot|f[ae]ll?\sshort)\w*\s{WITHIN}{{0,50}}\bby\s){APPROACH}\Z"
)
_ABOVE = late_regex(
    r"(?i:\s(?:above|over|more\sthan|higher\sthan|ahead\sof|beyond|past|in\sexcess\sof|below|short\sof|behind|under)\s"
    r"(?:(?:the|its|their|this|that|an?)\b|[0-9]|plan|target|goal|quota|budget)"
    r"|[^.;]{0,40}\s(?:still\sto|left\sto|yet\sto|to\sgo|to\smeet|short|outstanding|remain\w*)\b)"
)
_LEFT = late_regex(r"(?i:\b(?:still\sha[sd]|still\shave|lacks?|short\sby|behind\sby)\s)")


@needing(chinese=(_OF_LEVEL, OF_PLAN))
def shares_as_changes(comparison: Comparison) -> Iterator[FigureProblem]:
    """完成计划的112% that became "exceeding the plan by 112%"."""
    text, english = comparison.text, comparison.english
    for figure, stated in comparison.unique:
        if figure.kind not in ("percent", "fraction"):
            continue
        if stated.facts[0].value == 1 - figure.facts[0][0].value:
            continue  # 降到原来的四分之一: "cut by three quarters"
        ahead = english[max(0, stated.start - 80) : stated.start]
        if _OF_LEVEL.search(text, max(0, figure.start - 18), figure.start) and (
            is_change(english, stated)
            or BARE_ENGLISH.search(ahead)
            or is_by(ahead)
            or _HIGHER.match(english, stated.end)
        ):
            yield FigureProblem("changed", figure.source, figure.english, f"by {stated.text}")
            continue
        if not OF_PLAN.search(text, max(0, figure.start - 34), figure.start):
            continue
        if stated.facts[0].value != figure.facts[0][0].value:
            continue  # "4% over the target" for 104% of it
        if _PAST.search(ahead) or _ABOVE.match(english, stated.end) or _LEFT.search(ahead):
            yield FigureProblem("changed", figure.source, figure.english, f"by {stated.text}")


_MORE = late_regex(
    r"(?i:\s(?:faster|higher|more|larger|greater|bigger|longer|quicker|stronger|better|increase|rise|growth"
    r"|jump|surge|up\b|above|dearer|heavier|cheaper|slower|lower|shorter|smaller|gain))"
)


_TIMES_OF = late_regex(r"(?:[是为]|相当于|达到?)[^，。；]{1,14}的\Z")


# 为上年同期的3.2倍: "3.2 times that of a year earlier", not "up 3.2 times"
_SAME_PERIOD = late_regex(r"(?:为|是|相当于|达到?)(?:去年|上年|前年)?(?:同期|同月|同季)的\Z")
_UP_TIMES = late_regex(
    rf"(?i:\b(?:up|rose|risen|grew|grown|increas\w+|jump\w*|surg\w+|soar\w*|climb\w*)\s(?:by\s)?{APPROACH}\Z)"
)


def multiples_as_changes(comparison: Comparison) -> Iterator[FigureProblem]:
    """是上一代的5倍 that became "500% faster"."""
    text, english = comparison.text, comparison.english
    for figure, stated in comparison.unique:
        if (
            figure.kind == "multiple"
            and _SAME_PERIOD.search(text, max(0, figure.start - 14), figure.start)
            and _UP_TIMES.search(english, max(0, stated.start - 40), stated.start)
            and stated.text.endswith("times")
        ):
            yield FigureProblem("changed", figure.source, figure.english, f"up {stated.text}")
            continue
        if figure.kind != "multiple" or not figure.facts or figure.facts[0][0].kind != "fold":
            continue
        times = figure.facts[0][0].value
        if times <= 1 or not any(f.kind == "share" and f.value == times for f in stated.facts):
            continue
        ahead = english[max(0, stated.start - 60) : stated.start]
        by_times = is_by(ahead) or (
            stated.text.endswith(("%", "cent"))
            and _TIMES_OF.search(text, max(0, figure.start - 18), figure.start)
            and is_change(english, stated)
        )
        if by_times or _MORE.match(english, stated.end) or BARE_ENGLISH.search(ahead):
            yield FigureProblem("changed", figure.source, figure.english, f"{stated.text} more")


@needing(english=(" by ",))
def multiples_as_shares(comparison: Comparison) -> Iterator[FigureProblem]:
    """涨到1.5倍 that became "by 150%"."""
    english = comparison.english
    for figure in comparison.figures:
        fact = figure.facts[0][0] if figure.facts and figure.facts[0] else None
        if figure.kind != "multiple" or fact is None or fact.kind != "fold":
            continue
        for stated in comparison.stated:
            same = any(f.kind == "share" and f.value == fact.value for f in stated.facts)
            if same and english.endswith(" by ", 0, stated.start):
                yield FigureProblem("changed", figure.source, figure.english, f"by {stated.text}")
