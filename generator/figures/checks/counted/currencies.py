"""Amounts of money in a currency that the Chinese does not name."""

from __future__ import annotations

from generator.figures.english.stated import Stated
from generator.figures.matching.agreement import agrees
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.problem import FigureProblem
from generator.figures.shared.units import UNITS
from generator.patterns import late_regex

_NAMED_CURRENCY = late_regex(
    r"(?P<dollars>美元|美金|港元|港币|澳元|加元|新台币|台币|新加坡元|新元|纽元|新西兰元|\$)|(?P<other>[¥€£₩₽₹]|"
    r"欧元|英镑|日元|日圆|韩元|韩圆|卢布|[法瑞]郎|泰铢|卢比|盾(?![牌构])|列伊|埃及镑|马纳特|塞地|克瓦查|比尔|林吉特|令吉|雷亚尔|兰特|迪拉姆|里亚尔|第纳尔|坚戈|"
    r"里拉|克朗|比索|福林|先令|奈拉|澳门元|USD|EUR|GBP|JPY|HKD|外币)"
)


def _is_foreign(stated: Stated) -> bool:
    unit = UNITS.get(stated.facts[0].unit)
    return unit is not None and unit.kind == "money" and unit.name != "yuan"


def foreign_currency(comparison: Comparison) -> list[FigureProblem]:
    """A currency other than the yuan, if the Chinese names none."""
    figures, stated = comparison.figures, comparison.stated
    if not any(_is_foreign(one) for one in stated):
        return []
    named = {found.lastgroup for found in _NAMED_CURRENCY.finditer(comparison.text)}
    own = {figure.unit for figure in figures}
    problems: list[FigureProblem] = []
    for one in stated:
        units = {fact.unit for fact in one.facts if fact.kind in ("number", "vague")}
        unit = UNITS.get(one.facts[0].unit)
        if (
            unit is None
            or unit.kind != "money"
            or units & {"yuan", "lb", "jiao", "fen"}
            or units & own
            or ("dollars" if "dollars" in unit.name else "other") in named
        ):
            continue
        figure = next(
            (f for f in figures for way in f.facts for a in way for b in one.facts if agrees(a, b)),
            None,
        )
        if figure is not None:
            problems.append(FigureProblem("changed", figure.source, figure.english, one.text))
    return problems
