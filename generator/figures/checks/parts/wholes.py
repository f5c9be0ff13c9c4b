"""The whole of a share: 占全市出口的七成 that became "70 percent of the city's foreign trade",
三分之一的小学 "a third of schools".

The Chinese names a narrower whole than the English. For each such word of the Chinese,
``data/wholes.tsv`` has the words of which the English needs one. Or the English names another
whole: 占GDP的12% that became "12 percent of revenue"; for words that name one,
``data/named_wholes.tsv`` has the Chinese that may say it.
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


@cache
def _named() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    rows = (line.split("\t") for line in table("named_wholes.tsv").splitlines()[1:])
    return tuple(
        (late_regex(rf"\b(?:{english})"), late_regex(chinese)) for english, chinese in rows
    )


def wider_wholes(comparison: Comparison) -> Iterator[FigureProblem]:
    """Shares for whose whole the English has no word, though it names a whole, or another one."""
    text, english = comparison.text, comparison.english
    for figure, stated in comparison.unique_of(SHARES):
        behind = _OF.match(english, stated.end)
        whole = _whole(text, figure) if behind else ""
        if not whole or behind is None:
            continue
        is_wider = any(
            chinese.search(whole) and not english_words.search(comparison.lower)
            for chinese, english_words in _words()
        )
        if is_wider or _is_other(_end_of_whole(behind.group().lower()), whole, text, figure):
            words = f"{stated.text}{behind.group()}"
            yield FigureProblem("changed", figure.source, figure.english, words)


def _is_other(named: str, whole: str, text: str, figure: Figure) -> bool:
    """Whether the English names a whole that the Chinese one (占…) cannot be."""
    before = _BEFORE.search(text, max(0, figure.start - 28), figure.start)
    if before is None or not before["whole"]:
        return False
    if _OF_PLACE.search(whole.rstrip("的 ")) or _RATE.search(named):
        return False
    rows = [chinese for words, chinese in _named() if words.search(named)]
    return bool(rows) and not any(chinese.search(whole) for chinese in rows)


# 占全国的26%: of the whole country's of what the sentence is about; 占比达: no whole.
_OF_PLACE = late_regex(
    "\\A[比率]|[省市县区国洲州镇村乡地界]\\Z|全球|世界|同期|\\A其?总[数量额体]\\Z|全部|整体|以上|其中|其他"
)
_RATE = late_regex(r"\b(?:index|rates?|ratio)\b")
_STOP = late_regex(
    r"\s(?:of|in|for|at|by|from|to|with|on|that|which|who|last|this|and\s(?!exports|imports))\b"
)


def _end_of_whole(behind: str) -> str:
    """The words of the whole itself: of "of the city's exports to Asia" without "to Asia"."""
    stop = _STOP.search(behind, 4)
    return behind[: stop.start()] if stop and not behind.startswith(" of those") else behind


def _whole(text: str, figure: Figure) -> str:
    """The whole of the share in the Chinese; empty if none is named."""
    before = _BEFORE.search(text, max(0, figure.start - 28), figure.start)
    if before:
        return before["whole"] or before["whole2"]
    after = _AFTER.match(text, figure.end)
    return after["whole"] if after else ""
