"""Minutes of a match stated as minutes left: 第80分钟 that became "with 80 minutes left"."""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.checks.needing import needing
from generator.figures.matching.comparison import Comparison
from generator.figures.matching.match_minutes import ENDS, LEFT, MINUTE
from generator.figures.shared.numeral import ONES, small_value
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_WORDS = "|".join(word for word, n in ONES.items() if 1 <= n <= 10)
_MINUTES_LEFT = late_regex(rf"(?i:\b(?P<n>[0-9]{{1,3}}|{_WORDS})\sminutes?(?=\s){LEFT})")
_IN_CHINESE = ("剩", "还有", "距离", "结束前")


@needing(chinese=("分钟",), english=(_MINUTES_LEFT,))
def minutes_left(comparison: Comparison) -> Iterator[FigureProblem]:
    """第80分钟 that became "with 80 minutes left": the minute is counted from the start."""
    text = comparison.text
    minutes = list(MINUTE.finditer(text)) if "分钟" in text else []
    left = _MINUTES_LEFT.search(comparison.english) if minutes else None
    if not left or any(word in text for word in _IN_CHINESE):
        return
    count = small_value(left["n"])
    for minute in minutes:
        played = int(minute["n"])
        if played == count and (minute["added"] or all(end - played != count for end in ENDS)):
            yield FigureProblem("changed", minute.group(), found=left.group())
