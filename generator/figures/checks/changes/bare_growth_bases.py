"""Growth without a base, which is that of a year, with the base of a month: 5月…增长5.8% that
became "5.8 percent more than a month ago".
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.checks.needing import needing
from generator.figures.matching.bare_growth import belongs_to_bare_growth
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_MONTHLY = late_regex(
    r"(?i:\bmonth[\s-]o(?:n|ver)[\s-]month\b|\bquarter[\s-]o(?:n|ver)[\s-]quarter\b"
    r"|\b(?:than|from|over|on)\s(?:a|one|the\s(?:previous|preceding|prior)|last)\s(?:month|quarter|week)\b"
    r"(?!\s(?:of|to)\b|['’])|\b(?:a|one)\s(?:month|quarter|week)\s(?:ago|earlier|before)\b)"
)

# "with a month-on-month rise of 0.2%": the base of the figure behind it.
_AHEAD = late_regex(r"(?i:\s(?:rise|increase|growth|gain|fall|drop|decline|decrease)\s(?:of|by)\b)")


@needing(chinese=("增", "升", "涨", "降", "跌", "减", "回落"), english=(_MONTHLY,))
def months_for_years(comparison: Comparison) -> Iterator[FigureProblem]:
    """1至8月…增长9.3% that became "9.3 percent more than a month before"."""
    for found in _MONTHLY.finditer(comparison.english):
        ahead = _AHEAD.match(comparison.english, found.end())
        if not ahead and belongs_to_bare_growth(comparison, found.start()):
            yield FigureProblem("added", found=found.group(), word=True)
