"""Reads terms of months and days: 拘役二个月十五日 is two and a half months.

Other numbers of days after months are read alone (`lasting_days`).
"""

from __future__ import annotations

from fractions import Fraction

from generator.figures.chinese.compound_common import NUMBER, compound_figure, value_of
from generator.figures.shared.figure import Fact, Figure
from generator.figures.shared.numeral import english_number, exact
from generator.patterns import late_regex

_LONGEST = 10
_HALF = late_regex(
    rf"(?P<a>{NUMBER})个月(?:零|又)?(?:15|十五)[日天](?=[，。；、）及和与或,;)]|\Z|以[上下内])"
)


def read_half_month(text: str, at: int) -> Figure | None:
    """``二个月十五日``: two and a half months, or two months and 15 days."""
    match = _HALF.match(text, at) if text.find("个月", at, at + _LONGEST) > 0 else None
    months = value_of(match["a"]) if match else Fraction(0)
    if match is None or not months or (at and text[at - 1] in "第每年"):
        return None
    value = months + Fraction(1, 2)
    apart = (Fact("number", months, "months"), Fact("number", Fraction(15), "days"))
    english = f"{english_number(exact(value))} months"
    return compound_figure(match, english, value, "months", "duration", apart)
