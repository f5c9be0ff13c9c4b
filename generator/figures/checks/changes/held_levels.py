"""A level that stays, stated as a change: 稳定在700亿斤以上 that became "has risen to more than 35
billion kilograms".
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.checks.needing import needing
from generator.figures.context.clauses import clause_start
from generator.figures.english.changes import APPROACH
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import AMOUNTS
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_HELD = late_regex(
    r"维持(?:每[\u4e00-\u9fff])?\Z|(?:稳定|保持|维持|持平|稳居|徘徊|停留)(?:在|于)(?:(?:了|约|近|逾|超过?|至少|同期|原来|的)|每[\u4e00-\u9fff]){0,3}\Z"
)
_MOVING = late_regex("[增涨升扩减降跌缩落提回反攀滑突破低高]")
_MOVED = late_regex(
    r"(?i:\b(?:ris(?:en|es|ing)|rose|climb(?:ed|s|ing)|jump(?:ed|s|ing)|grow(?:n|s|ing)|grew|increas(?:ed|es|ing)"
    r"|f[ae]ll(?:en|s|ing)?|drop(?:ped|s|ping)|declin(?:ed|es|ing)|decreas(?:ed|es|ing)|slipp(?:ed|ing)|slid"
    r"|went\s(?:up|down)|doubled|shr[au]nk|cut|rais(?:ed|es|ing)|lower(?:ed|s|ing)|reduced)"
    rf"\s(?:[a-z]+ly\s)?(?:(?:to|by)\s)?{APPROACH}\Z)"
)


@needing(chinese=(_HELD,), english=(_MOVED,))
def held_as_moved(comparison: Comparison) -> Iterator[FigureProblem]:
    """A figure that something stays at, to or by which it rises or falls in the English."""
    text, english = comparison.text, comparison.english
    for figure, stated in comparison.unique_of(AMOUNTS):
        start = clause_start(text, figure.start, "，。；！？;\n")
        before = text[start : figure.start]
        if not _HELD.search(before) or _MOVING.search(before):
            continue
        found = _MOVED.search(english, max(0, stated.start - 60), stated.start)
        if found:
            words = f"{found.group().strip()} {stated.text}"
            yield FigureProblem("changed", figure.source, figure.english, words)
