"""The thing that an amount is of: 收入5亿元 that became a profit of 500 million yuan.

Each row of the table has English words for what sums and other amounts are of, and characters of
the Chinese words for it. Only words directly beside a figure count, because English uses them
freely elsewhere: none of 52,900 correct pairs of news is flagged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import ahocorasick_rs

from generator.figures.checks.needing import needing
from generator.figures.context.clauses import clause_start
from generator.figures.matching.calculations.one_operation import is_computed
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import SHARES
from generator.figures.shared.problem import FigureProblem
from generator.figures.shared.tables import table
from generator.patterns import late_regex

_BEFORE = (
    r"\b(?:{})\s(?:of|was|were|is|are|reached|totall?ed|came\sto|stood\sat|at|rose|fell|grew|up|down"
    r"|exceeded|passed|topped)\s(?:(?!and\b|with\b|while\b|but\b)[a-z]+\s){{0,4}}[$€£]?[0-9][0-9.,]*"
)
_BEHIND = (
    r"[0-9][0-9.,]*\s(?:million|billion|trillion)?\s?(?:yuan|dollars|euros|pounds|%)?\s?"
    r"(?:in|of|worth\sof)\s(?:(?:net|total|new|annual|trade|bank|gross|retail|fiscal)\s){{0,2}}(?:{})\b"
)
# "8 percent of the city's wages"
_SHARE = (
    r"(?:%|\bper\s?cent|\b(?:third|quarter|fifth|tenth)s?)\sof\s(?:(?:the|its|their|all|total|gross|net)\s"
    r"|[a-z]+['’]s?\s){{0,3}}(?:{})\b(?!\s[a-z]+s\b)"
)


@cache
def _rows() -> dict[str, tuple[frozenset[str], str]]:
    """By a part of the word: the characters of which the Chinese needs one, and the word with a
    figure.
    """
    content = table("sums.tsv")
    rows = {}
    for line in content.splitlines():
        if line.startswith("#"):
            continue
        parts, characters, words = line.split("\t")
        words = words.replace(" ", r"\s")
        whole = "|".join(part.format(words) for part in (_BEFORE, _BEHIND, _SHARE))
        rows.update(dict.fromkeys(parts.split("|"), (frozenset(characters), whole)))
    return rows


@cache
def _parts() -> ahocorasick_rs.AhoCorasick:
    """Finds the parts of words in one pass, instead of a pattern for each."""
    return ahocorasick_rs.AhoCorasick(list(_rows()), ahocorasick_rs.MatchKind.LeftmostFirst)


def other_sums(comparison: Comparison) -> Iterator[FigureProblem]:
    """Sums of something for which the Chinese has no word."""
    english = comparison.english
    for part in dict.fromkeys(_parts().find_matches_as_strings(comparison.lower)):
        needed, words = _rows()[part]
        if needed.isdisjoint(comparison.text) and (found := re.search(words, english, re.I)):
            inside = [one for one in comparison.stated if found.start() <= one.start < found.end()]
            if not any(is_computed(one, comparison.figures, comparison.english) for one in inside):
                yield FigureProblem("added", found=found.group(), word=True)


_OWNER = late_regex("公司|集团|企业|行业|全[国省市县区]")
_WHOLE = late_regex(r"占(?!地|[比有用])([^，。；占0-9]{2,20})\Z")
_OF_WHOLE = late_regex(
    r"\sof\s(?:(?:the|its|their|all|total|gross|net)\s|[A-Za-z]+['’]s?\s){0,3}([a-z]+)\b"
)


@needing(chinese=("占",))
def other_wholes(comparison: Comparison) -> Iterator[FigureProblem]:
    """占营业收入的9.3% that became "9.3 percent of profit": the whole is named beside the share."""
    text, english = comparison.text, comparison.english
    if "占" not in text:
        return
    for figure, stated in comparison.unique_of(SHARES):
        whole = _WHOLE.search(text, max(0, figure.start - 24), figure.start)
        english_whole = _OF_WHOLE.match(english, stated.end) if whole else None
        if whole is None or english_whole is None:
            continue
        row = next((row for part, row in _rows().items() if part.strip() in english_whole[1]), None)
        # 占全市六成: the word for what the share is of comes before
        named = _OWNER.sub("", whole[1])
        # 利润占规上工业的71%: a share of its profits
        clause = text[clause_start(text, figure.start) : figure.start]
        if row is None or not row[0].isdisjoint(clause) or _every_character().isdisjoint(named):
            continue
        found = english[stated.start : english_whole.end()]
        if re.search(row[1], english[max(0, stated.start - 1) : english_whole.end()], re.I):
            yield FigureProblem("changed", figure.source, figure.english, found)


@cache
def _every_character() -> frozenset[str]:
    return frozenset().union(*(characters for characters, _ in _rows().values()))
