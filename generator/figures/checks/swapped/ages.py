"""An age and a span of years that have changed places: 服役42年, 时年74岁 that became "a
42-year-old" and "74 years of service".
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.checks.needing import needing
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_AGE = late_regex("(?<![0-9.])([0-9]{1,3})(?:周|多)?岁")
_OLD = late_regex(
    r"(?i:(?<![0-9.,-])(?P<one>[0-9]{1,3})[\s-]years?[\s-]old\b|\baged?\s(?P<other>[0-9]{1,3})(?![0-9.,]*[0-9]))"
)
_YEARS = late_regex(r"(?i:(?<![0-9.,-])([0-9]{1,3})(?:\s|-)years?\b(?![\s-]olds?\b|\sof\sage))")


@needing(chinese=("岁",), english=(_OLD,))
def ages_as_spans(comparison: Comparison) -> Iterator[FigureProblem]:
    """Ages that the English gives as spans of years, and such spans as ages."""
    ages = set(_AGE.findall(comparison.text))
    if not ages:
        return
    olds = {one["one"] or one["other"]: one for one in _OLD.finditer(comparison.english)}
    spans = set(_YEARS.findall(comparison.english)) - set(olds)
    for age in sorted(ages & spans):
        for number in sorted(set(olds) - ages):
            if f"{number}年" in comparison.text:
                found = olds[number].group()
                yield FigureProblem("changed", f"{age}岁", f"{age} years old", found)
                return
