"""Figures that the English says, and says the opposite of: rises that became falls, more that
became less, another currency."""

from __future__ import annotations

from generator.figures.agreement import agrees
from generator.figures.direction import risen, stated_direction
from generator.figures.english_figure import Stated
from generator.figures.figure import Figure
from generator.figures.problem import FigureProblem
from generator.figures.units import UNITS
from generator.patterns import late_regex


def turned(
    text: str, english: str, figures: list[Figure], stated: list[Stated]
) -> list[FigureProblem]:
    """增长8.6% that became "fell 8.6%"."""
    problems: list[FigureProblem] = []
    previous = dict(zip(map(id, stated), [None, *stated], strict=False))
    for figure in figures:
        if figure.kind not in _CHANGING:
            continue
        wanted = risen(text, figure)
        facts = [fact for way in figure.facts for fact in way] if wanted else []
        said = [s for s in stated if any(agrees(a, b) for a in facts for b in s.facts)]
        ways = {stated_direction(english, s, previous[id(s)]) for s in said}
        if ways == {-wanted}:
            word = "a fall" if wanted > 0 else "a rise"
            found = f"{word}: {said[0].text}"
            problems.append(FigureProblem("changed", figure.source, figure.english, found))
    return problems


_CHANGING = frozenset(
    {"percent", "points", "fraction", "multiple", "money", "measure", "count", "duration"}
)
_NAMED_CURRENCY = late_regex(
    r"(?P<dollars>美元|美金|港元|港币|澳元|加元|新台币|台币|新加坡元|新元|纽元|新西兰元|\$)|(?P<other>[¥€£₩₽₹]|"
    r"欧元|英镑|日元|日圆|韩元|韩圆|卢布|[法瑞]郎|泰铢|卢比|越南?盾|林吉特|令吉|雷亚尔|兰特|迪拉姆|里亚尔|第纳尔|坚戈|"
    r"里拉|克朗|比索|福林|先令|奈拉|澳门元|USD|EUR|GBP|JPY|HKD|外币)"
)


def foreign(text: str, figures: list[Figure], stated: list[Stated]) -> list[FigureProblem]:
    """A currency other than the yuan, where the Chinese names none."""
    if _NAMED_CURRENCY.search(text):
        return []
    own = {figure.unit for figure in figures}
    problems: list[FigureProblem] = []
    for one in stated:
        units = {fact.unit for fact in one.facts if fact.kind == "number"}
        unit = UNITS.get(one.facts[0].unit)
        if (
            unit is None
            or unit.kind != "money"
            or units & {"yuan", "lb", "jiao", "fen"}
            or units & own
        ):
            continue
        figure = next(
            (f for f in figures for way in f.facts for a in way for b in one.facts if agrees(a, b)),
            None,
        )
        if figure is not None:
            problems.append(FigureProblem("changed", figure.source, figure.english, one.text))
    return problems


_NOT_YET = late_regex("[不未难没]")
_PASSED = ("突破", "突破了", "超过了", "超出", "高于", "大于", "逾")


def _pushed(text: str, figure: Figure) -> int:
    """1 after 突破: something is more than the figure."""
    before = text[max(0, figure.start - 4) : figure.start].replace(" ", "")
    return 1 if before.endswith(_PASSED) and not _NOT_YET.search(before) else 0


_EXACT = frozenset({"money", "measure", "count", "percent", "duration"})
# Anything that may be why English says "more than" or "up to".
_INEXACT = late_regex(
    "[超过近约余多上下低高少破逾未不将略强弱或更最足满达以内外大小长远]|左右|至少|接|突"
)


def _is_exact(text: str, figure: Figure) -> bool:
    """Whether the Chinese gives a plain number, and nothing near it that says otherwise."""
    if figure.kind not in _EXACT or figure.qualifier or figure.optional:
        return False
    around = text[max(0, figure.start - 14) : figure.start] + text[figure.end : figure.end + 6]
    return not _INEXACT.search(around)


def contradictions(text: str, figures: list[Figure], stated: list[Stated]) -> list[FigureProblem]:
    """近 that became "more than", 超过 that became "nearly"."""
    problems: list[FigureProblem] = []
    for figure in figures:
        bound = figure.bound or _pushed(text, figure)
        about = figure.qualifier in ("about", "around")
        plain = not (bound or about) and _is_exact(text, figure)
        if not (bound or about or plain):
            continue
        facts = [fact for way in figure.facts for fact in way]
        said = [s for s in stated if any(agrees(a, b) for a in facts for b in s.facts)]
        if plain:
            turned = all(s.bound for s in said)
        else:
            turned = all(s.bound == -bound if bound else s.bound > 0 for s in said)
        if said and turned:
            word = "more than" if said[0].bound > 0 else "less than"
            found = f"{word} {said[0].text}"
            problems.append(FigureProblem("changed", figure.source, figure.english, found))
    return problems
