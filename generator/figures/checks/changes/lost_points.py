"""Percentage points told without their unit: 占比提高5.1个百分点 that became "rose by 5.1"."""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.checks.needing import needing
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_BARE = late_regex(r"[0-9]+\.[0-9]+\Z")
_POINTS = late_regex(
    r"(?i:points?\b|(?<![a-z])p\.?p(?:ts?)?\b|(?<![a-z])pts?\b|\bpct\b|basis|\bbps?\b|rating)"
)
_PERCENT = late_regex(
    r"(?i:\s?(?:%|per\s?cent)|(?:\s?(?:to|and|or|-|–)\s?)[0-9.]+\s?(?:%|per\s?cent))"
)


@needing(chinese=("百分点",))
def points_without_unit(comparison: Comparison) -> Iterator[FigureProblem]:
    """Points whose English has a bare number, and no points anywhere."""
    if _POINTS.search(comparison.english):
        return
    for figure, stated in comparison.unique_of(frozenset({"points"})):
        percent = _PERCENT.match(comparison.english, stated.end)
        if _BARE.fullmatch(stated.text) and not percent:
            yield FigureProblem("changed", figure.source, figure.english, stated.text)
            return
