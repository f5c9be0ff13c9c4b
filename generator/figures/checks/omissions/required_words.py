"""Chinese words beside figures that the English needs in some form: 每年拿出200万元 that became
"has given out two million over the years", 尚未开工 "work has begun".

Each row of the table has a part of the Chinese word (for a quick test), the pattern of the Chinese,
its English for the message, and the words of which the English needs one.
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
    content = table("required_words.tsv")
    return [line.split("\t") for line in content.splitlines()[1:]]


def needs() -> list[frozenset[str]]:
    """The literals of which the Chinese of each row needs one, in order."""
    return [needs_of(chinese) for _, chinese, _, _ in _table()]


@cache
def _rows() -> dict[str, tuple[re.Pattern[str], str, re.Pattern[str]]]:
    """The rows by the part of the Chinese word."""
    rows = {}
    for parts, chinese, name, english in _table():
        row = late_regex(chinese), name, late_regex(f"(?i:{english})")
        rows.update(dict.fromkeys(parts.split("|"), row))
    return rows


@cache
def _parts() -> re.Pattern[str]:
    return re.compile("|".join(_rows()))


def missing_words(comparison: Comparison) -> Iterator[FigureProblem]:
    """Words of the Chinese for which the English has none."""
    if not comparison.figures or not comparison.rows["required_words"]:
        return
    text, english = comparison.text, comparison.english
    if "明年" in text:
        text = _ACROSS.sub(_without_year, text)
    for part in dict.fromkeys(_parts().findall(text)):
        chinese, name, words = _rows()[part]
        found = chinese.search(text)
        if found and not words.search(english):
            yield FigureProblem("missing", found.group(), name)


_ACROSS = late_regex(
    r"(?P<from>(?P<m>[0-9]{1,2})月(?:[0-9]{1,2}日|[初底末]|[上中下]旬)?(?:起|开始)?[至到—–~-]+)明年"
    r"(?=(?P<m2>[0-9]{1,2})月)"
)


def _without_year(match: re.Match[str]) -> str:
    """12月1日至明年3月31日: Dec 1 to March 31 can only end in the next year."""
    return match["from"] if int(match["m2"]) < int(match["m"]) else match.group()
