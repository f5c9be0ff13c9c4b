"""A verb of change that English shares between figures with opposite changes:
进口增长12%，出口下降3% as "imports rose 12% and exports 3%", which means that exports rose.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from generator.figures.context.direction import chinese_direction
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import PERCENTAGES
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_UP = "rose|grew|climbed|increased|gained|jumped|surged|advanced|up|rises|grows"
_DOWN = "fell|dropped|declined|decreased|shrank|slid|lost|down|falls|drops"
_MOVED = late_regex(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\s(?:by\s)?(?:about\s|nearly\s|over\s|more\sthan\s|only\s)?\Z"
)
# "and exports", ", those of cars": a subject without a verb of its own
_NEXT = late_regex(
    r"(?:\s(?:year\son\syear|on\s(?:the\s)?year|a\syear))?(?:,?\sand|,)\s"
    r"(?:(?!(?:to|in|by|with|from|or|but|while|which|was|were|is|are|came|stood|reached|accounted|made"
    r"|up|down|over|under|of|for|at|after|then|only|now|about|nearly|more|less|an?|another|a\sfurther"
    rf"|{_UP}|{_DOWN})\s)[a-z][a-z-]*\s){{1,4}}\Z"
)
_OWN = late_regex(
    r"\s(?:[a-z]+\s)?(?:lower|higher|less|more|fewer|fall|rise|drop|increase|decline)\b"
)
# Largest distance from the verb to the figure.
_NEAR = 40


def shared_verb(comparison: Comparison) -> Iterator[FigureProblem]:
    """Figures without a verb of their own, for which the shared verb is wrong."""
    text, english, stated = comparison.text, comparison.english, comparison.stated
    if len(stated) < 2:
        return
    ends = [s.end for s in stated]
    for figure, expressing in comparison.matches:
        if figure.kind not in PERCENTAGES or len(expressing) != 1:
            continue
        one = expressing[0]
        place = bisect_right(ends, one.start)
        before = stated[place - 1] if place else None
        if before is None or not _NEXT.fullmatch(english, before.end, one.start):
            continue
        moved = _MOVED.search(english, max(0, before.start - _NEAR), before.start)
        if not moved or _OWN.match(english, one.end):
            continue
        if chinese_direction(text, figure) == (-1 if moved["up"] else 1):
            found = english[moved.start() : one.end]
            yield FigureProblem("changed", figure.source, figure.english, found)
