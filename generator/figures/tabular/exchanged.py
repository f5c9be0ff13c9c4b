"""Values that stand in the place of another: those of Suzhou in the row of Wuxi."""

from __future__ import annotations

from collections.abc import Mapping

from generator.figures.tabular.grid import Grid
from generator.figures.tabular.telling import cut
from generator.figures.tabular.values import At, equal


def owner_of(chinese: Grid, english: Grid, one: At, other: At, differing: Mapping[At, At]) -> str:
    """The message that the English number at ``other`` is that of another cell of the same column
    or row, which has another one itself; empty if there is none such. ``differing`` are the cells
    whose values differ, with those of the English.
    """
    said = english.rows[other[0]][other[1]].strip()
    cell = chinese.rows[one[0]][one[1]].strip()
    for there in differing:
        if there == one or (there[0] != one[0] and there[1] != one[1]):
            continue
        if there[1] == one[1] and equal(chinese, english, there, other):
            label = cut(chinese.labels[there[0] - chinese.heads])
            return f"“{said}” belongs in the row of “{label}”; here the Chinese has {cell}"
        if there[0] == one[0] and equal(chinese, english, there, other):
            label = cut(chinese.columns[there[1]])
            return f"“{said}” belongs in the column “{label}”; here the Chinese has {cell}"
    return ""
