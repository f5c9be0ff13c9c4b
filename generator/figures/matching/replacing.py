"""The problems of figures that the English lacks: which of its own figures stands in the place of
each.
"""

from __future__ import annotations

from itertools import pairwise

from generator.figures.english.stated import Stated
from generator.figures.matching.agreement import of_same_unit
from generator.figures.matching.comparison import Comparison
from generator.figures.matching.rounding import mantissa
from generator.figures.shared.figure import Figure
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex


def problems_of_missing(
    comparison: Comparison, added: list[Stated]
) -> tuple[list[FigureProblem], list[Stated]]:
    """Problems for missing figures, each with the added figure that most likely replaces it, and
    the remaining added figures.
    """
    unsaid = {id(f) for f in comparison.unsaid}
    missing = [f for f in comparison.missing if f.kind != "unread"]
    if any(f.kind in ("date", "period") and "/" in f.value for f in missing):
        added = _with_ranges(added, comparison)
    twins = _twins(missing, added)
    problems: list[FigureProblem] = []
    for figure in comparison.missing:
        twin = twins.get(id(figure))
        if figure.kind == "unread":
            problems.append(FigureProblem("unread", figure.source))
        elif twin is not None:
            problems.append(FigureProblem("changed", figure.source, figure.english, twin.text))
        elif id(figure) not in unsaid:
            problems.append(FigureProblem("missing", figure.source, figure.english))
    taken = {id(s) for s in twins.values()}
    return problems, [s for s in added if id(s) not in taken]


_UNTIL = late_regex(
    r"(?i:(?:\s(?:morning|afternoon|evening|night))?\s?(?:-|–|—|\bto|\buntil|\btill|\bthrough|\band)"
    r"\s?(?:(?:early|late|the)\s)?)"
)


def _with_ranges(added: list[Stated], comparison: Comparison) -> list[Stated]:
    """The added figures, with a range of days, months or years as one: "Friday to Saturday"."""
    ids = {id(one) for one in added}
    joined: list[Stated] = []
    rest = list(added)
    dates = [s for s in comparison.stated if s.facts[0].kind in ("date", "month")]
    if len(dates) < 2:
        dates = [s for s in comparison.stated if any(f.kind == "year" for f in s.facts)]
    for one, other in pairwise(dates):
        if id(one) not in ids and id(other) not in ids:
            continue
        if one.end == other.end or _UNTIL.fullmatch(comparison.english, one.end, other.start):
            text = comparison.english[one.start : other.end]
            facts = (*one.facts, *other.facts)
            joined.append(Stated(one.start, other.end, text, facts))
            rest = [s for s in rest if not one.start <= s.start <= other.end]
    return sorted([*rest, *joined], key=lambda one: one.start)


def _twins(missing: list[Figure], added: list[Stated]) -> dict[int, Stated]:
    """Id of a missing figure → the added figure that most likely replaces it.

    One of the same unit is likelier than one of the same sort: in the place of 289.5亿元 stands
    "2.895 billion yuan" rather than in that of 前八个月.
    """
    found: dict[int, Stated] = {}
    rest = list(added)
    for alike in (of_same_unit, _resembles):
        for figure in missing if rest else ():
            twin = next((s for s in rest if alike(figure, s)), None)
            if twin is not None and id(figure) not in found:
                rest.remove(twin)
                found[id(figure)] = twin
    return found


_LIKE = {"number": "count", "share": "share", "points": "share", "ordinal": "count", "day": "date"}


def _resembles(figure: Figure, stated: Stated) -> bool:
    """Whether the added figure may replace the missing one: both are of the same sort."""
    kinds = {_LIKE.get(fact.kind, fact.kind) for way in figure.facts for fact in way}
    stated_kinds = {_LIKE.get(fact.kind, fact.kind) for fact in stated.facts}
    if kinds & stated_kinds:
        return True
    digits = {mantissa(f.value) for way in figure.facts for f in way if f.value}
    return bool(digits & {mantissa(f.value) for f in stated.facts if f.value})
