"""Reads 俩 and 仨, fused from a numeral and 个: two and three (夫妻俩, 俩月, 仨孩子)."""

from __future__ import annotations

from fractions import Fraction

from generator.figures.shared.figure import Fact, Figure
from generator.figures.shared.numeral import english_cardinal
from generator.figures.shared.time_units import TIME_UNITS
from generator.figures.shared.units import UNITS
from generator.patterns import late_regex

_VALUES = {"俩": 2, "仨": 3}
_MEASURED = late_regex("小时|钟头|月(?![亮饼季])|星期")
# Idioms: 仨瓜俩枣, 俩钱儿.
_IDIOM = late_regex("[俩仨](?:瓜|枣|字|钱|[仨三五])")


def read_fused(text: str, at: int) -> Figure | None:
    """``俩``, ``俩小时``: optional, because good English may have "both" or "the couple"."""
    n = _VALUES.get(text[at])
    if n is None or _IDIOM.match(text, at) or text.startswith("伎", at - 1):
        return None
    found = _MEASURED.match(text, at + 1)
    unit = f"{TIME_UNITS[found.group()]}s" if found else "items"
    end = found.end() if found else at + 1
    english = f"{english_cardinal(n)} {UNITS[unit].many}".strip()
    kind = "duration" if found else "count"
    fact = Fact("number", Fraction(n), unit if found else "")
    return Figure(
        at, end, text[at:end], english, str(n), unit, kind, optional=True, facts=((fact,),)
    )  # fmt: skip
