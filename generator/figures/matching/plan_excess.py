"""Shares of a plan that English expresses by the excess: 目标的104% as "4 per cent over the
target".
"""

from __future__ import annotations

import msgspec

from generator.figures.shared.figure import Figure
from generator.patterns import late_regex

_PLAN = "(?:计划|目标|任务|指标|预算|预期)"
# 完成计划的112%, 为年度目标的104%; 新增就业目标3.6万人，已完成九成二.
OF_PLAN = late_regex(
    rf"(?<!超额)(?<!超)完成[^，。；]{{0,10}}{_PLAN}[^，。；]{{0,4}}的?\Z"
    rf"|(?:为|占|达到?|是|相当于)[^，。；]{{0,6}}{_PLAN}的\Z"
    rf"|{_PLAN}[^。；]{{0,16}}(?<!超额)(?<!超)完成(?:了|率|达到?|为|比例|进度|约|近|逾|超过?|仅|只)*\Z"
)
_MORE_THAN_ALL = late_regex(
    r"(?i:\b(?:over|above|beyond|past|exceed\w*|surpass\w*|beat|more\sthan|ahead|higher)\b)"
)


def with_excess_over_plan(text: str, english: str, figures: list[Figure]) -> list[Figure]:
    """The figures, where 目标的104% may also be "4 per cent over the target"."""
    if not any(f.kind == "percent" and f.facts and f.facts[0][0].value > 1 for f in figures):
        return figures
    if not _MORE_THAN_ALL.search(english):
        return figures
    return [_past(text, f) if f.kind == "percent" else f for f in figures]


def _past(text: str, figure: Figure) -> Figure:
    fact = figure.facts[0][0]
    if not 1 < fact.value < _TWICE or not OF_PLAN.search(
        text, max(0, figure.start - 34), figure.start
    ):
        return figure
    way = (msgspec.structs.replace(fact, value=fact.value - 1),)
    return msgspec.structs.replace(figure, facts=(*figure.facts, way))


_TWICE = 2
