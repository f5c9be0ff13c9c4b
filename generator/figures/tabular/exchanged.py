"""Values that stand in the place of another: those of Suzhou in the row of Wuxi."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.figures.tabular.grid import Grid
from generator.figures.tabular.telling import TableProblem, cut, of_cell, of_row
from generator.figures.tabular.values import At, equal

# With more values that differ than this, they are not compared with each other.
_MOST = 400


def exchanged(
    chinese: Grid, english: Grid, differing: Mapping[At, At]
) -> tuple[list[TableProblem], set[At]]:
    """The problems of values that are those of another cell of the same column or row, which has
    another one itself, and the Chinese cells whose difference they explain. ``differing`` are the
    Chinese cells whose values differ, with those of the English.
    """
    if len(differing) > _MOST:
        return [], set()
    owners = dict(_owners(chinese, english, differing))
    rows: dict[int, list[At]] = {}
    for one in differing:
        rows.setdefault(one[0], []).append(one)
    problems: list[TableProblem] = []
    for cells in rows.values():
        above = {owners[one][0] if one in owners else -1 for one in cells}
        if len(cells) > 1 and len(above) == 1 and not above & {-1, cells[0][0]}:
            label = cut(chinese.labels[above.pop() - chinese.heads])
            what = f"its numbers belong in the row of “{label}”"
            problems.append(of_row(english, differing[cells[0]][0], what))
            continue
        for one in cells:
            if one in owners:
                what = _told(chinese, english, one, differing[one], owners[one])
                problems.append(of_cell(english, *differing[one], what))
    return problems, set(owners)


def _owners(chinese: Grid, english: Grid, differing: Mapping[At, At]) -> Iterator[tuple[At, At]]:
    """Each cell with the one whose value the English has in its place."""
    for one, other in differing.items():
        beside = [at for at in differing if at != one and (at[1] == one[1] or at[0] == one[0])]
        beside.sort(key=lambda at: at[1] != one[1])
        for there in beside:
            if equal(chinese, english, there, other):
                yield one, there
                break


def _told(chinese: Grid, english: Grid, one: At, other: At, there: At) -> str:
    said = english.rows[other[0]][other[1]].strip()
    cell = chinese.rows[one[0]][one[1]].strip()
    if there[1] == one[1]:
        label = cut(chinese.labels[there[0] - chinese.heads])
        return f"“{said}” belongs in the row of “{label}”; here the Chinese has {cell}"
    label = cut(chinese.columns[there[1]])
    return f"“{said}” belongs in the column “{label}”; here the Chinese has {cell}"
