"""Words in the English without a reason in the Chinese: 今年以来 that became "so far this month",
早高峰 "in the evening", 人均 "per household", 出口 "imports".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from generator.figures.checks.swapped.deals import is_from_other_side
from generator.figures.matching.bare_growth import belongs_to_bare_growth
from generator.figures.matching.comparison import Comparison
from generator.figures.matching.told.lengths import is_daily
from generator.figures.matching.told.other_sides import is_done_part
from generator.figures.shared.problem import FigureProblem
from generator.figures.shared.tables import table
from generator.needs import needs_of, numbers
from generator.patterns import late_regex

# Shared parts of the patterns of the table; {0} is the English word.
_PARTS = {
    "{RATE}": r"(?<=[a-z0-9%])(?<!half)(?<!twice)\s(?:a|per|each|every)\s{0}\b"
    r"(?!\s(?:of|or|and|when|that|long|away|from|by|off|ago|to|earlier|previously|before)\b)(?!['’-])",
    "{BASE}": r"\b(?:than|from|over|on|to|with|above|below|against)\s"
    r"(?:(?:that|those)\s(?:of|in)\s)?(?:a|the\sprevious|the\spreceding|the\sprior|last)\s{0}\b(?!['’-])|\b{0}[\s-]on[\s-]{0}\b|{AGO}",
    "{AGO}": r"\b(?:a|one|the)\s{0}\s(?:earlier|ago|before)\b",
    "{DURING}": r"\b(?:over|in|during|throughout)\sthe\s{0}\b(?!['’-])",
    "{WITHIN}": r"\bin\s(?:a|one|just\sa|just\sone)\s{0}\b(?!['’-])",
}


class _Word(NamedTuple):
    """The literals of which the English needs one, the pattern of which the Chinese needs a match,
    ``widely`` if in any sentence of the text, and the pattern of the English word.
    """

    needs: frozenset[str]
    chinese: re.Pattern[str]
    english: re.Pattern[str]
    widely: bool


# 报告提出 of one sentence tells what is hoped for in the next.
_HOPED = frozenset({"hope", "aim", "intend", "want", "mean"})


@cache
def _unfounded() -> tuple[_Word, ...]:
    content = table("unfounded_words.tsv")
    rows = [line.split("\t") for line in content.splitlines()[1:]]
    filled = [(word, zh, _filled(word, en)) for word, zh, en in rows]
    return tuple(
        _Word(_needs(word, en), late_regex(zh), late_regex(en), word in _HOPED)
        for word, zh, en in filled
    )


def _needs(word: str, pattern: str) -> frozenset[str]:
    """The literal ``word``, or all literals of the pattern if each contains it."""
    needs = needs_of(pattern)
    return needs if needs and all(word in need for need in needs) else frozenset({word})


def needs() -> list[frozenset[str]]:
    """The literals of which each word needs one in English, in order."""
    return [word.needs for word in _unfounded()]


def _filled(word: str, pattern: str) -> str:
    for name, part in _PARTS.items():
        pattern = pattern.replace(name, part)
    return f"(?i:{pattern})".replace("{0}", word)


def unfounded_words(comparison: Comparison) -> Iterator[FigureProblem]:
    """今年以来 that became "so far this month", 早高峰 "in the evening", 新高 "a record low": the
    Chinese has no word for it (``data/unfounded_words.tsv``).
    """
    text, english = comparison.text, comparison.english
    rows = comparison.rows_english["unfounded_words"]
    for number in numbers(rows):
        word = _unfounded()[number]
        if not word.chinese.search(comparison.whole or text if word.widely else text):
            if "year" in word.needs and _goes_on(comparison):
                continue
            if not _YET.isdisjoint(word.needs) and any(
                is_done_part(text, f) for f in comparison.unsaid
            ):
                continue  # 300户已有262户搬进新居: "38 have yet to move"
            yearly = "year" in word.needs
            for found in word.english.finditer(english):
                if yearly and belongs_to_bare_growth(comparison, found.start()):
                    continue
                if found.group().endswith("day") and any(
                    is_daily(one, comparison.figures, english)
                    for one in comparison.stated
                    if 0 <= found.start() - one.end < _RATED
                ):
                    continue
                if "yet" in found.group() and _counts_rest(comparison, found.start()):
                    continue
                unit = _SIGNS.get(found.group().strip().lower())
                if is_from_other_side(comparison, found.group().strip()):
                    continue
                if unit is None or not any(f.unit == unit for f in comparison.figures):
                    yield FigureProblem("added", found=found.group().strip(), word=True)


def _counts_rest(comparison: Comparison, place: int) -> bool:
    """Whether a number that the editor calculated is directly before "has yet to"."""
    said = {id(one) for _, those in comparison.matches for one in those}
    near = [one for one in comparison.stated if one.end <= place < one.end + _RATED]
    return bool(near) and id(near[-1]) not in said


_RATED = 30
_YET = frozenset({"yet", "yet to", "still to", "has yet to"})
# Signs of currencies that 元 alone may stand for (`chinese/local_currency.py`).
_SIGNS = {"hk$": "Hong Kong dollars"}


def _goes_on(comparison: Comparison) -> bool:
    """Whether 同比 of another sentence applies to this one, which compares with nothing else."""
    return "同比" in comparison.whole and not _COMPARED.search(comparison.text)


_COMPARED = late_regex("环比|[比较]|[上前]一?[年月周季]")
