"""Which cell of the English table belongs to which of the Chinese, also if it is sorted anew or
turned on its side.
"""

from __future__ import annotations

from typing import NamedTuple

from generator.figures.tabular.aligning import Pairs, paired
from generator.figures.tabular.grid import Grid
from generator.figures.tabular.labels import (
    Label,
    Sort,
    column_likeness,
    label_of,
    likeness,
)
from generator.figures.tabular.numbers import is_blank
from generator.figures.tabular.values import alike

# How much better the labels of a turned table must fit.
_BETTER = 1.0


class Places(NamedTuple):
    """Which row and column of the English belongs to which of the Chinese, both counted from the
    first of the table."""

    rows: Pairs
    columns: Pairs


def places_of(chinese: Grid, english: Grid) -> tuple[Grid, Places] | None:
    """The English table, on its side if its columns are the rows of the Chinese, and the places;
    None if less than half of the rows or columns have a counterpart."""
    if not (chinese.width and english.width):
        return None
    places, fit = _paired(chinese, english)
    may_turn = (
        abs(len(chinese.rows) - english.width) <= _MORE >= abs(len(english.rows) - chinese.width)
    )
    if may_turn and fit < _WELL * (len(chinese.body) + chinese.width):
        turned = english.on_its_side()
        others, better = _paired(chinese, turned)
        if better > fit + _BETTER:
            english, places = turned, others
    if 2 * len(places.rows) < len(chinese.body) or 2 * len(places.columns) < chinese.width:
        return None
    return english, places


# How many rows or columns more or less a turned table may have.
_MORE = 3
# Where the labels fit so well on average, nothing is turned.
_WELL = 0.7


def _paired(chinese: Grid, english: Grid) -> tuple[Places, float]:
    def rows_alike(a: int, b: int) -> float:
        return alike(chinese.row_digits[a], english.row_digits[b])

    def columns_alike(a: int, b: int) -> float:
        return alike(chinese.column_digits[a], english.column_digits[b])

    rows, of_rows = paired(_row_labels(chinese), _row_labels(english), rows_alike, likeness)
    columns, of_columns = paired(
        _column_labels(chinese), _column_labels(english), columns_alike, column_likeness
    )
    places = Places({a + chinese.heads: b + english.heads for a, b in rows.items()}, columns)
    return places, of_rows + of_columns


def _row_labels(grid: Grid) -> list[Label]:
    """The label of each row without its unit."""
    return [
        label_of(head.label or text, english=grid.english, more=more if more != text else "")
        for head, text, more in zip(grid.row_heads, grid.labels, grid.further, strict=True)
    ]


def _column_labels(grid: Grid) -> list[Label]:
    """The label of each column without its unit."""
    return [
        label_of(
            " ".join(grid.head_of(text).label or text for text in grid.heads_of(column)),
            english=grid.english,
            sort=_sort_of(grid, column),
            unit=grid.column_units[column],
        )
        for column in range(grid.width)
    ]


def _sort_of(grid: Grid, column: int) -> Sort:
    if not grid.numeric[column]:
        said = any(not is_blank(grid.rows[row][column]) for row in grid.body)
        return "text" if said else ""
    head = grid.column_units[column]
    units = [n.unit for row in grid.body if (n := grid.number(row, column)) is not None]
    shares = sum(unit is not None and unit.kind != "number" for unit in units)
    is_share = 2 * shares > len(units) or (head is not None and head.kind != "number")
    return "share" if is_share else "number"
