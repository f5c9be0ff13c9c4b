"""Ranks told by as many ahead as the rank itself: 位居第二 that became "only two grew faster"."""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.matching.comparison import Comparison
from generator.figures.matching.outranked import are_ahead, is_rank
from generator.figures.shared.figure import sole_value
from generator.figures.shared.problem import FigureProblem

_RANKS = frozenset({"ordinal"})


def number_ahead(comparison: Comparison) -> Iterator[FigureProblem]:
    """As many ahead of the one that is ranked as only one behind it has."""
    text, english = comparison.text, comparison.english
    if "第" not in text:
        return
    for figure, stated in comparison.unique_of(_RANKS):
        rank = sole_value(figure, "ordinal")
        told = rank is not None and stated.facts[0].kind == "number" and is_rank(text, figure)
        if told and are_ahead(english, stated) == rank:
            yield FigureProblem("changed", figure.source, figure.english, f"{stated.text} ahead")
