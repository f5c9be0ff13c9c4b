"""A fraction whose parts stand apart in the English, as other numbers: 近四分之一 that became "four
times as far … on one charge"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.figures.checks.needing import needing
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.problem import FigureProblem

# Largest distance of the two parts: two in every ten, one of the country's four.
_FAR = 40


@needing(chinese=("分之",))
def scattered_fractions(comparison: Comparison) -> Iterator[FigureProblem]:
    """Fractions of which the English has only the two numbers, far apart or as a multiple."""
    for figure, stated in comparison.matches:
        if figure.kind != "fraction" or len(stated) < len(("part", "whole")):
            continue
        if any(fact.kind == "share" for one in stated for fact in one.facts):
            continue
        folds = any(
            fact.text == "fold" or fact.kind == "fold" for one in stated for fact in one.facts
        )
        if folds or all(b.start - a.end > _FAR for a, b in pairwise(stated)):
            yield FigureProblem("changed", figure.source, figure.english, stated[-1].text)
