"""Rows and columns that only one of two tables has."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from generator.figures.tabular.aligning import Pairs
from generator.figures.tabular.grid import Grid
from generator.figures.tabular.numbers import is_blank
from generator.figures.tabular.telling import TableProblem, cut, of_column, of_row
from generator.patterns import late_regex

_TOTAL = late_regex(
    r"(?i:\b(?:totals?|sums?|all|overall|combined|together|altogether|averages?|mean|subtotal)\b)"
)
_DIGIT = late_regex(r"[0-9]")


def left_over(chinese: Grid, english: Grid, rows: Pairs, columns: Pairs) -> Iterator[TableProblem]:
    """Problems of rows and columns that the English has lost or added; a column of units or of
    serial numbers may go or come, and a total may be added if it is right."""
    for row in chinese.body:
        if row not in rows and not all(map(is_blank, chinese.rows[row])):
            # As for a paragraph, the line is the one before which it is to be added.
            below = (rows[under] for under in chinese.body if under > row and under in rows)
            at = next(below, len(english.rows) - 1)
            what = f"the row “{_said(chinese.rows[row])}” of the Chinese table is missing"
            line = of_row(english, at, "").row if at >= english.heads else 0
            yield TableProblem(line, what)
    for column in range(chinese.width):
        if column not in columns and not _may_go(chinese, column):
            head = cut(chinese.columns[column] or _said(_cells(chinese, column)))
            line = of_column(english, english.width - 1, "").row
            yield TableProblem(line, f"the column “{head}” of the Chinese table is missing")
    ours = set(rows.values())
    for row in english.body:
        cells = english.rows[row]
        if row in ours or not any(map(_DIGIT.search, cells)) or _is_total(english, row):
            continue
        yield of_row(english, row, "is not in the Chinese table")
    taken = set(columns.values())
    for column in range(english.width):
        has_digits = any(map(_DIGIT.search, _cells(english, column)))
        if column not in taken and has_digits and not _may_go(english, column):
            yield of_column(english, column, "is not in the Chinese table")


def _said(cells: tuple[str, ...]) -> str:
    return cut(" | ".join(cell for cell in cells if not is_blank(cell)))


def _cells(grid: Grid, column: int) -> tuple[str, ...]:
    return tuple(grid.rows[row][column] for row in grid.body)


def _may_go(grid: Grid, column: int) -> bool:
    if column == grid.unit_column or all(map(is_blank, _cells(grid, column))):
        return True
    return grid.is_serial(column)


def _is_total(grid: Grid, row: int) -> bool:
    """Whether a row is the sum, or the mean, of the others."""
    if not _TOTAL.search(grid.labels[row - grid.heads]):
        return False
    for column in range(1, grid.width):
        number = grid.number(row, column)
        if number is None:
            continue
        numbers = [grid.number(one, column) for one in grid.body if one != row]
        values = [one.value for one in numbers if one is not None]
        total = sum(values, Fraction(0))
        means = (total / len(values),) if values else ()
        if not any(abs(number.value - one) <= number.last / 2 for one in (total, *means)):
            return False
    return True
