"""Shares of two sides that have changed places: 省、市按四六比例 in which the province bears 60 per
cent.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from generator.figures.checks.needing import needing
from generator.figures.context.glosses import gloss
from generator.figures.matching.comparison import Comparison
from generator.figures.matching.proportions import side_of
from generator.figures.shared.numeral import chinese_value
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_SPLIT = late_regex(
    r"(?:[由与和，]|\A)(?P<a>[\u4e00-\u9fff]{1,5}?)[、和与](?P<b>[\u4e00-\u9fff]{1,5}?)(?:双方|两级|之间|各)?"
    r"(?:以|按照?|实行|执行)(?P<m>[一二三四五六七八九1-9])(?:比|:)?(?P<n>[一二三四五六七八九1-9])(?![0-9])"
)
_TEN = 10


@needing(chinese=("按",))
def swapped_shares(comparison: Comparison) -> Iterator[FigureProblem]:
    """Two shares of a whole, each stated for the other side."""
    found = _SPLIT.search(comparison.text) if "按" in comparison.text else None
    if found is None:
        return
    parts = [Fraction(chinese_value(found[name]) or 0) / _TEN for name in ("m", "n")]
    sides = gloss(found["a"]), gloss(found["b"])
    if sum(parts) != 1 or parts[0] == parts[1] or not all(sides):
        return
    for one in comparison.stated:
        share = next((f.value for f in one.facts if f.kind == "share"), None)
        if share in parts:
            side = side_of(comparison.english, one, one, sides)
            if side is not None and parts[side] != share:
                yield FigureProblem("changed", found.group().lstrip("由与和，"), "", one.text)
                return
