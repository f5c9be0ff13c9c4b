"""Percentage points told without their unit: 占比提高5.1个百分点 that became "rose by 5.1"."""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.checks.needing import needing
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_BARE = late_regex(r"[0-9]+(?:\.[0-9]+)?\Z")
_POINTS = late_regex(
    r"(?i:points?\b|(?<![a-z])p\.?p(?:ts?)?\b|(?<![a-z])pts?\b|\bpct\b|%|percent|per\scent|basis|\bbps?\b|rating)"
)


@needing(chinese=("百分点",))
def points_without_unit(comparison: Comparison) -> Iterator[FigureProblem]:
    """Points whose English has a bare number, and no points or percentage anywhere."""
    if _POINTS.search(comparison.english):
        return
    for figure, stated in comparison.unique_of(frozenset({"points"})):
        if _BARE.fullmatch(stated.text):
            yield FigureProblem("changed", figure.source, figure.english, stated.text)
            return
