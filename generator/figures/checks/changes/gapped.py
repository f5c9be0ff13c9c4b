"""A verb of change that English leaves out with the second of two figures that move opposite ways:
增加14亿元 … 压减3.2亿元 that became "lifts spending by 1.4 billion and outlays by 320 million".
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.figures.context.direction import CHANGES, chinese_direction, english_direction
from generator.figures.english.stated import Stated
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_KINDS = frozenset({"percent", "points", "money", "measure", "count", "duration"})
# Between the figures: a unit, a time, and the next subject, which has no verb.
_GAP = late_regex(
    r"(?i:(?:\s(?!and\b)[a-z]+){0,5}?(?:,\s(?:and\s|with\s)?|\sand\s)(?P<subject>(?:[a-z’'-]+\s){1,7}?)(?P<by>(?:by\s)?)"
    r"(?:(?:about|some|nearly|over|another)\s)?[$€£¥]?)"
)
# What makes the second part a clause of its own, or gives its figure another role.
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
    """Figures that the English has move the way of the figure before."""
    text, english = comparison.text, comparison.english
    once = comparison.unique_of(_KINDS)
    for (one, first), (other, second) in pairwise(once):
        if first.end >= second.start or one.kind != other.kind:
            continue
        gap = _GAP.fullmatch(english, first.end, second.start)
        if gap is None or CHANGES.search(gap.group()) or _OWN_VERB.search(gap["subject"]):
            continue
        if "and " not in gap.group() and not gap["by"] and gap["subject"].count(" ") < _TWO:
            continue  # lost 3 million yuan, this 2 million
        ways = chinese_direction(text, one), chinese_direction(text, other)
        if ways[0] * ways[1] >= 0 or _TURNED.match(english, second.end):
            continue
        if _is_moved(english, first, ways[0]) and not english_direction(english, second, first):
            word = "a fall" if ways[1] > 0 else "a rise"
            found = f"{word}: {second.text}"
            yield FigureProblem("changed", other.source, other.english, found)


_TWO = 2
_STOP = late_regex(r"[.;](?=\s)")


def _is_moved(english: str, said: Stated, way: int) -> bool:
    """Whether a verb before the figure says that it moved that way."""
    start = max(0, said.start - 70)
    for stop in _STOP.finditer(english, start, said.start):
        start = stop.end()
    moved = list(CHANGES.finditer(english, start, said.start))
    return bool(moved) and (1 if moved[-1]["up"] else -1) == way
