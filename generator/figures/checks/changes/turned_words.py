"""Directions that English turns without a figure: 大涨 that became "plunge", 由盈转亏 "from a loss
to a profit", 减持 "raise its stake", 由东向西 "from west to east", 最快 "the slowest".

Each row of ``data/turned_words.tsv`` has Chinese words, what else in the Chinese allows the
opposite, the opposite in English, and the English words with which it is no error.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator.figures.matching.comparison import Comparison
from generator.figures.shared.problem import FigureProblem
from generator.figures.shared.tables import table
from generator.needs import needs_of, numbers
from generator.patterns import late_regex

_Turn = tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]


@cache
def _turns() -> tuple[_Turn, ...]:
    rows = [line.split("\t") for line in table("turned_words.tsv").splitlines()[1:]]
    return tuple(
        (
            late_regex(own),
            late_regex(allowing),
            late_regex(rf"(?i:\b(?:{other})\b)"),
            late_regex(rf"(?i:\b(?:{right})\b)"),
        )
        for own, allowing, other, right in rows
    )


def needs() -> tuple[list[frozenset[str]], list[frozenset[str]]]:
    """The literals of which each row needs one, in Chinese and in English."""
    return [needs_of(one.pattern) for one, *_ in _turns()], [
        needs_of(other.pattern) for _, _, other, _ in _turns()
    ]


def turned_words(comparison: Comparison) -> Iterator[FigureProblem]:
    """The opposite of the only direction of the Chinese."""
    text, english = comparison.text, comparison.english
    rows = comparison.rows["turned_words"] & comparison.rows_english["turned_words"]
    for number in numbers(rows):
        own, allowing, other, right = _turns()[number]
        word = own.search(text)
        if word is None or allowing.search(own.sub("", text)):
            continue
        found = other.search(english)
        if found and not right.search(other.sub("", english)):
            yield FigureProblem("changed", word.group(), found=found.group())
            return
