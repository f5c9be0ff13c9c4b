"""Numbers of a whole column or row that differ for one reason: the unit in its head, its row, or in
a note beside the table.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from generator.figures.tabular.grid import Grid
from generator.figures.tabular.orientation import Places
from generator.figures.tabular.telling import (
    NOTE,
    TableProblem,
    changed,
    of_column,
    of_row,
    unit_changed,
)
from generator.figures.tabular.values import At, units_of


class HeadProblems(NamedTuple):
    """The problems of heads, and the Chinese cells whose difference they explain."""

    problems: list[TableProblem]
    settled: set[At]


def head_problems(
    chinese: Grid, english: Grid, places: Places, differing: Mapping[At, At]
) -> HeadProblems:
    """One problem for each column, and each row, all of whose numbers differ in the same ratio."""
    found = HeadProblems([], set())
    for by_row in (False, True):
        lines: dict[int, dict[At, At]] = {}
        for one, other in differing.items():
            if one not in found.settled and _of_row(chinese, english, one, other) is by_row:
                lines.setdefault(one[0] if by_row else one[1], {})[one] = other
        for line, cells in lines.items():
            there = [
                (a, b)
                for a in (places.rows if not by_row else [line])
                for b in (places.columns if by_row else [line])
                if _is_number(chinese, english, (a, b), places)
                and _of_row(chinese, english, (a, b), (places.rows[a], places.columns[b])) is by_row
            ]
            if len(cells) == len(there) and _one_ratio(chinese, english, cells):
                found.problems.append(_problem(chinese, english, cells, by_row=by_row))
                found.settled.update(cells)
    return HeadProblems(list(dict.fromkeys(found.problems)), found.settled)


def _is_number(chinese: Grid, english: Grid, one: At, places: Places) -> bool:
    number = chinese.number(*one)
    other = english.number(places.rows[one[0]], places.columns[one[1]])
    return bool(number and other and (number.value or other.value))


def _of_row(chinese: Grid, english: Grid, one: At, other: At) -> bool:
    """Whether the unit of either number is told by its row."""
    return any(
        grid.number(*at) is not None and grid.by_row(*at)
        for grid, at in ((chinese, one), (english, other))
    )


def _one_ratio(chinese: Grid, english: Grid, cells: Mapping[At, At]) -> bool:
    ratios: set[Fraction] = set()
    for one, other in cells.items():
        left, right = chinese.number(*one), english.number(*other)
        if left is None or right is None or not left.value or not right.value:
            return False
        if left.unit is not None and right.unit is not None:
            return False
        ratios.add(right.value / left.value)
    return len(ratios) == 1 and (len(cells) > 1 or _is_scale(next(iter(ratios))))


def _is_scale(ratio: Fraction) -> bool:
    return {str(ratio.numerator).strip("0"), str(ratio.denominator).strip("0")} == {"1"}


def _problem(chinese: Grid, english: Grid, cells: Mapping[At, At], *, by_row: bool) -> TableProblem:
    one, other = next(iter(cells.items()))
    left, right = chinese.number(*one), english.number(*other)
    assert left is not None
    assert right is not None
    a, b = units_of(chinese, left, one)[-1], units_of(english, right, other)[0]
    kept = left.value == right.value and left.unit is None and right.unit is None
    if kept and a is not None:
        what = unit_changed(a, b)
    else:
        texts = chinese.rows[one[0]][one[1]], english.rows[other[0]][other[1]]
        what = changed(texts[0], left, a, texts[1], right, b)
    if english.noted(*other) and right.unit is None:
        return TableProblem(NOTE, what)
    return of_row(english, other[0], what) if by_row else of_column(english, other[1], what)
