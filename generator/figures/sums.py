"""What a sum is of: 收入5亿元 that became a profit of 500 million yuan.

Each row of the table names what sums and other amounts are of in English, and the characters of
Chinese words for it. Only words that stand directly with a figure are looked at, as elsewhere
English may use them freely: of 52,900 sound pairs of news none is flagged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import ahocorasick_rs

from generator.figures.comparison import Comparison
from generator.figures.problem import FigureProblem

_BEFORE = (
    r"\b(?:{})\s(?:of|was|were|is|are|reached|totall?ed|came\sto|stood\sat|at|rose|fell|grew|up|down"
    r"|exceeded|passed|topped)\s(?:(?!and\b|with\b|while\b|but\b)[a-z]+\s){{0,4}}[$€£]?[0-9][0-9.,]*"
)
_BEHIND = (
    r"[0-9][0-9.,]*\s(?:million|billion|trillion)?\s?(?:yuan|dollars|euros|pounds|%)?\s?"
    r"(?:in|of|worth\sof)\s(?:(?:net|total|new|annual|trade|bank|gross|retail|fiscal)\s){{0,2}}(?:{})\b"
)


@cache
def _rows() -> dict[str, tuple[frozenset[str], str]]:
    """By a part of the word: what has to stand in the Chinese, and the word with a figure."""
    table = Path(__file__).parent.joinpath("data/sums.tsv").read_text("utf-8")
    rows = {}
    for line in table.splitlines():
        if line.startswith("#"):
            continue
        parts, characters, words = line.split("\t")
        words = words.replace(" ", r"\s")
        whole = f"{_BEFORE.format(words)}|{_BEHIND.format(words)}"
        rows.update(dict.fromkeys(parts.split("|"), (frozenset(characters), whole)))
    return rows


@cache
def _parts() -> ahocorasick_rs.AhoCorasick:
    """What finds the parts of words, as a pattern of one or another would, but in one go."""
    return ahocorasick_rs.AhoCorasick(list(_rows()), ahocorasick_rs.MatchKind.LeftmostFirst)


def other_sums(comparison: Comparison) -> Iterator[FigureProblem]:
    """Sums of something of which no word of the Chinese speaks."""
    english = comparison.english
    for part in dict.fromkeys(_parts().find_matches_as_strings(comparison.lower)):
        needed, words = _rows()[part]
        if needed.isdisjoint(comparison.text) and (found := re.search(words, english, re.I)):
            yield FigureProblem("added", found=found.group())
