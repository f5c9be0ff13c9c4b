"""Shares of a number in reverse: 每十人有三人 that became "ten in every three"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.figures.matching.comparison import Comparison
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_OUT_OF = late_regex(r"(?:\s[a-z]+)?\s(?:in|out\sof)\s(?:every\s)?")


def reversed_fractions(comparison: Comparison) -> Iterator[FigureProblem]:
    """每十人有三人 that became "ten in every three"."""
    english = comparison.english
    for figure in comparison.figures:
        if figure.kind != "fraction" or len(figure.facts) <= 1:
            continue
        part = [fact.value for fact in figure.facts[1] if fact.kind == "number"]
        for a, b in pairwise(comparison.stated):
            if (
                len(part) == 2
                and _OUT_OF.fullmatch(english, a.end, b.start)
                and [b.facts[0].value, a.facts[0].value] == part
            ):
                found = english[a.start : b.end]
                yield FigureProblem("changed", figure.source, figure.english, found)
