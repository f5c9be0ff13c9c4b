"""A bound that English turns round: 至少将预算提高到1% that became "no more than 1%", where other
words are between the bound and its figure.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.checks.needing import needing
from generator.figures.context.clauses import clause_start
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import AMOUNTS
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_MARKS = ("至少", "最少", "起码", "不少于", "不低于", "至多", "最多", "不超", "不高于", "不多于")
_LOWER = late_regex("至少|最少(?!的)|起码|不少于|不低于")
_UPPER = late_regex("至多|最多(?![的为时])|不超过?|不高于|不多于")
_AMOUNT = r"\s(?:(?:US|HK)?[$€£¥])?\Z"
_BELOW = late_regex(
    rf"(?i:\b(?:no\s(?:more|longer|higher)\sthan|at\smost|less\sthan|fewer\sthan|under|below|nearly|almost|a\smaximum\sof){_AMOUNT})"
)
_ABOVE = late_regex(
    rf"(?i:\b(?:no\s(?:less|fewer)\sthan|at\sleast|more\sthan|over|above|exceeding|a\sminimum\sof){_AMOUNT})"
)
_NOT = late_regex(
    r"(?i:\b(?:not?|nor|never|cannot|without|none|nothing|nobody|unless|if|until|when|whether|bans?|banned|prohibit\w*|avoid\w*|prevent\w*|limit\w*|drop\w*|f[ae]lls?|fallen)\b|n['’]t\b)[^.;]{0,60}\Z"
)


@needing(chinese=_MARKS, english=(_BELOW, _ABOVE))
def turned_bounds(comparison: Comparison) -> Iterator[FigureProblem]:
    """The only amount of a clause with a bound, with the opposite bound in the English."""
    text, english = comparison.text, comparison.english
    for figure, stated in comparison.unique_of(AMOUNTS):
        start = clause_start(text, figure.start, "，。；：！？、,;")
        lower = _LOWER.search(text, start, figure.start)
        upper = _UPPER.search(text, start, figure.start)
        bound = lower or upper
        if bound is None or (lower and upper):
            continue
        if any(bound.start() < f.end <= figure.start for f in comparison.figures):
            continue  # 不低于1亿元且不超过2亿元
        ahead = english[max(0, stated.start - 24) : stated.start]
        found = (_BELOW if lower else _ABOVE).search(ahead)
        if found and not _NOT.search(english, 0, stated.start - len(found.group())):
            words = f"{found.group()}{stated.text}"
            yield FigureProblem("changed", figure.source, figure.english, words)
