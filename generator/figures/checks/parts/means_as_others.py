"""A mean as an extreme (平均呎价12,880元: "the lowest price, at HK$12,880"), and a total as the
mean that the Chinese has of something else (销售额6.85亿元，日均增长9.3%: "685 million a day").
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.checks.needing import needing
from generator.figures.context.clauses import clause_start
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import AMOUNTS
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_MEAN = late_regex("(?:平均|均价|[人户日月年亩场]均)[^，。；、0-9]{0,14}\\Z")
_EXTREME = late_regex(
    r"(?i:\b(?:lowest|highest|cheapest|dearest|smallest|largest)\b[^.;,]{0,70}\Z)"
)
_MEAN_ENGLISH = late_regex(r"(?i:\b(?:averag\w*|mean|typical\w*|per|an?\shead)\b)")


@needing(chinese=("均",), english=(late_regex(r"(?i:\b(?:low|high|cheap|dear|small|larg)est\b)"),))
def means_as_extremes(comparison: Comparison) -> Iterator[FigureProblem]:
    """平均呎价12,880元 that became "the lowest price of HK$12,880"."""
    text, english = comparison.text, comparison.english
    for figure, stated in comparison.unique_of(frozenset({"money", "measure", "count"})):
        start = clause_start(text, figure.start, "，。；：！？,;")
        before = text[start : figure.start]
        if "最" in before or not _MEAN.search(before) or _BEYOND.search(text):
            continue
        found = _EXTREME.search(english, max(0, stated.start - 90), stated.start)
        if found and not _MEAN_ENGLISH.search(english, max(0, found.start() - 30), stated.start):
            words = f"{found.group().split()[0]}: {stated.text}"
            yield FigureProblem("changed", figure.source, figure.english, words)


_BEYOND = late_regex("最[高低大小贵多少]|[高低]至|居首|第一|末位|垫底|纪录|新[高低]")
_UNITS = {
    "day": ("日天昼夜", "日均"), "week": ("周星礼", "周均"), "month": ("月", "月均"),
    "year": ("年载", "年均"),
}  # fmt: skip
_RATED = late_regex(
    r"(?i:\s(?:a|per|each|every)\s(?P<unit>day|week|month|year)\b(?!\s(?:ago|earlier|before|later|after|or|and)\b|['’-]))"
)


@needing(chinese=("日均", "周均", "月均", "年均"), english=(_RATED,))
def totals_as_means_of_others(comparison: Comparison) -> Iterator[FigureProblem]:
    """销售额6.85亿元，日均增长9.3% that became "685 million yuan a day, up 9.3 percent"."""
    text = comparison.text
    for figure, stated in comparison.unique_of(AMOUNTS):
        rate = _RATED.match(comparison.english, stated.end)
        if rate is None:
            continue
        words, mean = _UNITS[rate["unit"].lower()]
        there = text.find(mean, figure.end)
        start = clause_start(text, figure.start, "。；！？;")
        before = text[start : figure.end]
        for other in comparison.figures:
            if other.kind in ("date", "period") and start <= other.start < figure.start:
                before = before.replace(other.source, "")
        if there < 0 or any(word in before for word in (*words, *"每单均/")):
            continue
        if any(figure.end <= other.start < there for other in comparison.figures):
            continue
        found = f"{stated.text}{rate.group()}"
        yield FigureProblem("changed", figure.source, figure.english, found)
