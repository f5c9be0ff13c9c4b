"""What the Chinese says of its figures in words that English has to have in some form: 每年拿出
200万元 that became "has given out two million over the years", 尚未开工 "work has begun".

Each row of the table has a part of what stands in the Chinese (the cheap question), what says it
for sure, the same in English for the editor, and the words of which English needs one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator.figures.matching.comparison import Comparison
from generator.figures.shared.problem import FigureProblem
from generator.figures.shared.tables import table
from generator.needs import needs_of
from generator.patterns import late_regex


@cache
def _table() -> list[list[str]]:
    content = table("needed.tsv")
    return [line.split("\t") for line in content.splitlines()[1:]]


def needs() -> list[frozenset[str]]:
    """What the Chinese of the rows needs, in their order."""
    return [needs_of(chinese) for _, chinese, _, _ in _table()]


@cache
def _rows() -> dict[str, tuple[re.Pattern[str], str, re.Pattern[str]]]:
    """By the part of the Chinese."""
    rows = {}
    for parts, chinese, name, english in _table():
        row = late_regex(chinese), name, late_regex(f"(?i:{english})")
        rows.update(dict.fromkeys(parts.split("|"), row))
    return rows


@cache
def _parts() -> re.Pattern[str]:
    return re.compile("|".join(_rows()))


def needed(comparison: Comparison) -> Iterator[FigureProblem]:
    """What the Chinese says and no word of the English."""
    if not comparison.figures or not comparison.rows["needed"]:
        return
    text, english = comparison.text, comparison.english
    for part in dict.fromkeys(_parts().findall(text)):
        chinese, name, words = _rows()[part]
        found = chinese.search(text)
        if found and not words.search(english):
            yield FigureProblem("missing", found.group(), name)
