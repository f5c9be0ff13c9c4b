"""A thing that became one with which it is easily confused: 毛利率 that became "net margin",
空置率 "the occupancy rate", 检察院 "a court", 其中 "in addition to".

Each row of ``data/mistaken_things.tsv`` has what the Chinese says, what it must not say too, what
the English says for it, and what the English must not say too. Such an English is wrong: it names
only the second, and the Chinese only the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from generator.figures.checks.counted.families import needs_of_words, words_of
from generator.figures.checks.swapped.deals import is_from_other_side
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import SHARES
from generator.figures.shared.problem import FigureProblem
from generator.figures.shared.tables import table
from generator.needs import needs_of, numbers
from generator.patterns import late_regex


class _Mistake(NamedTuple):
    """What the two texts say, what excuses it in either, and the literals that they need."""

    chinese: re.Pattern[str]
    chinese_excuse: re.Pattern[str]
    english: re.Pattern[str]
    english_excuse: re.Pattern[str]
    needs: frozenset[str]
    needs_english: frozenset[str]


_NEVER = "(?!)"


@cache
def _mistakes() -> tuple[_Mistake, ...]:
    rows = [line.split("\t") for line in table("mistaken_things.tsv").splitlines()[1:]]
    return tuple(
        _Mistake(
            late_regex(zh),
            late_regex(zh_excuse or _NEVER),
            _english(en),
            _english(en_excuse),
            needs_of(zh),
            needs_of(en) if "\\" in en else needs_of_words(en),
        )
        for zh, zh_excuse, en, en_excuse in rows
    )


def _english(written: str) -> re.Pattern[str]:
    """The pattern of a column: words, or a regular expression, which has a backslash."""
    return late_regex(written or _NEVER) if "\\" in written or not written else words_of(written)


def needs() -> tuple[list[frozenset[str]], list[frozenset[str]]]:
    """The literals of which each row needs one in Chinese and in English, in order."""
    return [row.needs for row in _mistakes()], [row.needs_english for row in _mistakes()]


def mistaken_things(comparison: Comparison) -> Iterator[FigureProblem]:
    """Things beside figures that are named in the place of others."""
    name = "mistaken_things"
    rows = comparison.rows[name] & comparison.rows_english[name]
    if not rows or not comparison.figures:
        return
    if any(figure.kind in SHARES for figure in comparison.missing):
        return  # 合格率97%: "three percent failed"
    text, english = comparison.text, comparison.english
    for number in numbers(rows):
        row = _mistakes()[number]
        source = row.chinese.search(text)
        found = row.english.search(comparison.lower)
        if (
            source is not None
            and found is not None
            and not row.chinese_excuse.search(comparison.whole or text)
            and not row.english_excuse.search(comparison.lower)
        ):
            if is_from_other_side(comparison, found.group()):
                continue  # 甲向乙出售: "B bought it from A"
            said = english[found.start() : found.end()]
            yield FigureProblem("changed" if said else "missing", source.group(), found=said)
