"""How far a word is from a figure, in Chinese and in English: adjacent, in its clause, farther.

The distances are classes that the table of weights (``checks/swapped/exchange.py``) uses as
indices; smaller is nearer.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from generator.patterns import late_regex

Span = tuple[int, int]
CHINESE_DISTANCES, ENGLISH_DISTANCES = 7, 11
_CHINESE_CLAUSE = late_regex("[，；、：,;（）()。！？\n]")
_CHINESE_SENTENCE = late_regex("[。！？\n；]")
_ENGLISH_CLAUSE = late_regex(
    r"[,;:.()!?](?=\s|\Z)|\s[-–—]+\s|—"
    r"|\s(?:and|while|but|whereas|or|including|plus|of\swhich)(?=\s)|\n"
)
_ENGLISH_SENTENCE = late_regex(r"[.;!?](?=\s|\Z)|\n")


class Layout(NamedTuple):
    """Where the clauses and sentences of a text end, and where its figures are."""

    clauses: list[int]
    sentences: list[int]
    figures: list[Span]

    def is_one_clause(self, one: int, other: int) -> bool:
        """Whether the places ``one`` and ``other`` are in the same clause."""
        return bisect_right(self.clauses, one) == bisect_right(self.clauses, other)

    def is_one_sentence(self, one: int, other: int) -> bool:
        """Whether the places ``one`` and ``other`` are in the same sentence."""
        return bisect_right(self.sentences, one) == bisect_right(self.sentences, other)

    def apart(self, one: int, other: int) -> int:
        """0 within a clause, 1 within a sentence, 2 farther."""
        return 0 if self.is_one_clause(one, other) else 1 if self.is_one_sentence(one, other) else 2

    def between(self, low: int, high: int) -> int:
        """The number of figures from ``low`` to ``high``."""
        return sum(1 for start, end in self.figures if low <= start and end <= high)


def chinese_layout(text: str, figures: list[Span]) -> Layout:
    """The layout of a Chinese text whose figures are at the spans ``figures``."""
    return Layout(_ends(_CHINESE_CLAUSE, text), _ends(_CHINESE_SENTENCE, text), figures)


def english_layout(text: str, figures: list[Span]) -> Layout:
    """The layout of an English text whose figures are at the spans ``figures``."""
    return Layout(_ends(_ENGLISH_CLAUSE, text), _ends(_ENGLISH_SENTENCE, text), figures)


def _ends(pattern: re.Pattern[str], text: str) -> list[int]:
    return [match.start() for match in pattern.finditer(text)]


def chinese_distance(spans: tuple[Span, ...], figure: Span, layout: Layout) -> int:
    """The distance class (0 to 6) of the nearest of ``spans`` from the figure; 6 without any."""
    if len(spans) == 1:
        return _chinese(spans[0], figure, layout)
    return min((_chinese(span, figure, layout) for span in spans), default=CHINESE_DISTANCES - 1)


def english_distance(spans: tuple[Span, ...], figure: Span, layout: Layout) -> int:
    """The distance class (0 to 10) of the nearest of ``spans`` from the figure; 10 if there are
    none.
    """
    if len(spans) == 1:
        return _english(spans[0], figure, layout)
    return min((_english(span, figure, layout) for span in spans), default=ENGLISH_DISTANCES - 1)


def _chinese(span: Span, figure: Span, layout: Layout) -> int:
    (start, end), (first, last) = span, figure
    if first <= start and end <= last:
        return 1  # 户 of 2300户
    if end > first:
        if start < last or layout.between(last, start) or not layout.is_one_clause(last - 1, start):
            return 6
        return 1 if start - last <= 1 else 3
    between = layout.between(end, first)
    if not between and layout.is_one_clause(end - 1, first):
        return 0 if first - end <= 2 else 2
    if between > 1 or not layout.is_one_sentence(end - 1, first):
        return 6
    return 5 if between else 4


def _english(span: Span, figure: Span, layout: Layout) -> int:
    (start, end), (first, last) = span, figure
    if end <= first:
        between = layout.between(end, first)
        if not between and layout.is_one_clause(end - 1, first):
            gap = first - end
            return 1 if gap <= 4 else 3 if gap <= 25 else 5
        if between > 1 or not layout.is_one_sentence(end - 1, first):
            return 10
        return 8 if between else 6
    if start < last:
        return 0
    between = layout.between(last, start)
    if layout.is_one_clause(last - 1, start):
        gap = start - last
        near = 0 if gap <= 2 else 2 if gap <= 25 else 4
        return near if not between else 9 if between == 1 else 10
    return 7 if not between and layout.is_one_sentence(last - 1, start) else 10
