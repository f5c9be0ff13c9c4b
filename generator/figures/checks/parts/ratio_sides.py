"""The sides of a ratio in each other's place, however English states it: 车桩比2.4:1 that became
"2.4 chargers for every vehicle", 存贷比78% "deposits equal to 78 percent of loans".
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.checks.needing import needing
from generator.figures.matching.comparison import Comparison
from generator.figures.matching.ratios.sides import ratios_of
from generator.figures.matching.ratios.statements import statements
from generator.figures.shared.problem import FigureProblem


@needing(chinese=("比", "率", "倍", "每", "对应"))
def turned_ratios(comparison: Comparison) -> Iterator[FigureProblem]:
    """Ratios whose sides the English has in each other's place."""
    english, lower = comparison.english, comparison.lower
    for ratio in ratios_of(comparison.text, english, lower, comparison.figures):
        said = list(
            statements(english, comparison.stated, ratio.mentions, multiples=ratio.multiple)
        )
        if not said or any(one.ratio == ratio.value for one in said):
            continue
        turned = next((one for one in said if one.ratio == 1 / ratio.value), None)
        if turned is not None:
            figure, found = ratio.figure, english[turned.start : turned.end]
            yield FigureProblem("changed", figure.source, figure.english, found)
            return
