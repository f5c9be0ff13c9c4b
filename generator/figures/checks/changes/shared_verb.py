"""A verb of change for two figures with opposite changes: 进口增长12%，出口下降3% as "imports rose
12% and exports 3%", 增加14亿元 … 压减3.2亿元 as "lifts spending by 1.4 billion and outlays by 320
million".

The English leaves out the second verb, which means that both changed in the same direction.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from generator.figures.checks.needing import needing
from generator.figures.context.direction import CHANGES, chinese_direction, english_direction
from generator.figures.english.stated import Stated
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import AMOUNTS, PERCENTAGES
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_UP = (
    "rose|grew|climbed|increased|gained|jumped|surged|advanced|up|rises|grows|soared|expanded|rebounded"
    "|recovered|edged\\sup|inched\\sup|added|strengthened|widened"
)
_DOWN = (
    "fell|dropped|declined|decreased|shrank|slid|lost|down|falls|drops|shed|sheds|eased|slipped|dipped"
    "|slumped|plunged|tumbled|contracted|retreated|sank|weakened|narrowed"
)
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


@needing(english=(_MOVED,))
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


# Between the figures: a unit, a time, and the next subject, without a verb.
_GAP = late_regex(
    r"(?i:(?:\s(?!and\b)[a-z]+){0,5}?(?:,\s(?:and\s|with\s)?|\sand\s)(?P<subject>(?:[a-z’'-]+\s){1,7}?)(?P<by>(?:by\s)?)"
    r"(?:(?:about|some|nearly|over|another)\s)?[$€£¥]?)"
)
# Words that make the second part a clause with a verb, or give its figure another role.
_OWN_VERB = late_regex(
    r"(?i:\b(?:is|are|was|were|be|been|has|have|had|will|would|to|from|at|of\s*\Z|with|by|for\s*\Z|in\s*\Z|which|that(?!\sof\b)|who|may|can|could|must|should|might|runs?|saves?|stood|sold|won|lent|gave|gives|built|left|kept|held|drew|spent|fetch\w*|began|begun|ran|became|sent|brought|bought|swung|found|lies|lay|than|not|no|off|out|into|back"
    r"|came|come|cost|costs|took|takes|put|went|goes|saw|made|makes|paid|got|hit|set|only|just|but|while|after"
    r"|(?!need|seed|feed|speed|weed|hundred|unemployed|wed|red)[a-z]+ed|(?!spring|morning|evening|during|housing|building|clothing|mining"
    r"|manufacturing|spending|farming|parking|shipping|banking|engineering|processing|heating|trading|advertising)[a-z]+ing)\b)"
)
_TURNED = late_regex(
    r"(?i:[^.;,]{0,30}\b(?:less|fewer|more|lower|higher|cheaper|dearer|off|down|up|shorter|longer|earlier|later|slower|faster|decline|drop"
    r"|fall|rise|smaller|narrower|lighter|thinner|worse|better|below|behind|above|under|loss|increase|cut|saving|reduction|decrease)\b)"
)


def omitted_verbs(comparison: Comparison) -> Iterator[FigureProblem]:
    """Figures of any kind whose verb is left out, while the figure before changes in the opposite
    direction.
    """
    text, english = comparison.text, comparison.english
    for (one, first), (other, second) in pairwise(comparison.unique_of(AMOUNTS)):
        if first.end >= second.start or one.kind != other.kind:
            continue
        gap = _GAP.fullmatch(english, first.end, second.start)
        if gap is None or CHANGES.search(gap.group()) or _OWN_VERB.search(gap["subject"]):
            continue
        if "and " not in gap.group() and not gap["by"] and gap["subject"].count(" ") < _TWO:
            continue  # "lost 3 million yuan, this 2 million"
        ways = chinese_direction(text, one), chinese_direction(text, other)
        if ways[0] * ways[1] >= 0 or _TURNED.match(english, second.end):
            continue
        if _is_moved(english, first, ways[0]) and not english_direction(english, second, first):
            word = "a fall" if ways[1] > 0 else "a rise"
            found = f"{word}: {second.text}"
            yield FigureProblem("changed", other.source, other.english, found)


_TWO = 2
_STOP = late_regex(r"[.;](?=\s)")


def _is_moved(english: str, stated: Stated, way: int) -> bool:
    """Whether a verb before the figure states a change in the direction ``way`` (1 or -1)."""
    start = max(0, stated.start - 70)
    for stop in _STOP.finditer(english, start, stated.start):
        start = stop.end()
    moved = list(CHANGES.finditer(english, start, stated.start))
    return bool(moved) and (1 if moved[-1]["up"] else -1) == way
