"""The whole of a share: 占全市出口的七成 that became "70 percent of the city's foreign trade",
三分之一的小学 "a third of schools".

The Chinese names a narrower whole than the English. For each such word of the Chinese,
``data/wholes.tsv`` has the words of which the English needs one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import SHARES, Figure
from generator.figures.shared.problem import FigureProblem
from generator.figures.shared.tables import table
from generator.patterns import late_regex

# 占全市出口总额的约七成, 工业税收的三成
_BEFORE = late_regex(
    r"(?:占|贡献了?|拿下|相当于)(?P<whole>[^，。；、：:0-9%]{2,16}?)(?:的?比重|的?比例|的)?"
    r"(?:[约近超逾达为到至仅]|不到|超过|达到|提高到|上升到|下降到|升至|降至|提高至)*\Z"
    r"|(?P<whole2>[^，。；、：:0-9%的占]{2,8})的(?:[约近超逾仅]|不到|超过)*\Z"
)
# 三分之一的小学, 七成的毕业生
_AFTER = late_regex(r"(?:以上|左右|多)?的(?P<whole>[^，。；、：:0-9的是在都把被将来已会能]{2,6})")
_OF = late_regex(
    r"(?i:\s(?:of|in)\s(?!them\b|these\b|those\b|which\b|whom\b|it\b|this\b|that\b)"
    r"(?:[a-z'’-]+\s){0,6}[a-z'’-]+)"
)


@cache
def _words() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    content = table("wholes.tsv")
    rows = (line.split("\t") for line in content.splitlines()[1:])
    return tuple(
        (late_regex(chinese), late_regex(rf"\b(?:{english})")) for chinese, english in rows
    )


def wider_wholes(comparison: Comparison) -> Iterator[FigureProblem]:
    """Shares for whose whole the English has no word, though it names a whole."""
    text, english = comparison.text, comparison.english
    for figure, stated in comparison.unique_of(SHARES):
        behind = _OF.match(english, stated.end)
        whole = _whole(text, figure) if behind else ""
        for chinese, english_words in _words() if whole else ():
            if chinese.search(whole) and not english_words.search(comparison.lower):
                words = f"{stated.text}{behind.group() if behind else ''}"
                yield FigureProblem("changed", figure.source, figure.english, words)
                break


def _whole(text: str, figure: Figure) -> str:
    """The whole of the share in the Chinese; empty if none is named."""
    before = _BEFORE.search(text, max(0, figure.start - 28), figure.start)
    if before:
        return before["whole"] or before["whole2"]
    after = _AFTER.match(text, figure.end)
    return after["whole"] if after else ""
