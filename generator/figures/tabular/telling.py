"""What a message says of a cell: its place, and its number with the unit of its head."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from generator.figures.chinese.reader import read
from generator.figures.shared.problem import FigureProblem
from generator.figures.shared.units import UNITS
from generator.figures.tabular.grid import Grid
from generator.figures.tabular.numbers import Number
from generator.figures.tabular.units import TableUnit
from generator.patterns import late_regex

# How many characters of a label a message quotes.
_QUOTED = 24

# Index of a row that is a line beside the table.
NOTE = -1


class TableProblem(NamedTuple):
    """A problem of an English table. ``row`` is that of the table as written, from 0 for its first,
    or `NOTE`."""

    row: int
    message: str


def cut(text: str) -> str:
    """The beginning of a label for a message."""
    said = " ".join(text.split())
    return said if len(said) <= _QUOTED else said[:_QUOTED].rstrip() + "…"


def of_cell(grid: Grid, row: int, column: int, what: str) -> TableProblem:
    """A problem of one cell; rows are counted below the heads."""
    if not any(grid.columns) and grid.width == 2:
        return of_row(grid, row, what)
    if row < grid.heads:
        return of_column(grid, column, what)
    label, head = grid.labels[row - grid.heads], grid.columns[column]
    below = row - grid.heads + 1
    if grid.turned:
        at, under, line = _named(column, head), _named(below + 1, label), column
    else:
        at, under, line = _named(below, label), _named(column + 1, head), row
    return TableProblem(line, f"row {at}, column {under}: {what}")


def of_row(grid: Grid, row: int, what: str) -> TableProblem:
    """A problem of a whole row."""
    below, label = row - grid.heads + 1, grid.labels[row - grid.heads]
    if grid.turned:
        return TableProblem(0, f"column {_named(below + 1, label)}: {what}")
    return TableProblem(row, f"row {_named(below, label)}: {what}")


def of_column(grid: Grid, column: int, what: str) -> TableProblem:
    """A problem of a whole column, told where its lowest head with a unit is."""
    head = grid.columns[column]
    if grid.turned:
        return TableProblem(column, f"row {_named(column, head)}: {what}")
    heads = [row for row in range(grid.heads) if grid.head_of(grid.rows[row][column]).unit]
    line = heads[-1] if heads else max(0, grid.heads - 1)
    return TableProblem(line, f"column {_named(column + 1, head)}: {what}")


def _named(number: int, label: str) -> str:
    return f"{number} ({cut(label)})" if label.strip() else f"{number}"


def changed(
    cell: str, left: Number, a: TableUnit | None, found: str, right: Number, b: TableUnit | None
) -> str:
    """The message that the number ``left``, written ``cell``, became ``right``, written
    ``found``."""
    source = cell.strip() + (a.written if a and left.unit is None else "")
    figure = next(iter(read(source)), None)
    expected = figure.english if figure and figure.end - figure.start == len(source) else ""
    says = found.strip()
    if b is not None and right.unit is None:
        says = f"{says}%" if b.written == "%" else f"{says} ({b.written})"
    return FigureProblem("changed", source, expected, says).message


def unit_changed(a: TableUnit, b: TableUnit | None) -> str:
    """The message that the unit of a head became another or is missing."""
    if b is None:
        return FigureProblem("missing", a.written, a.english).message
    return FigureProblem("changed", a.written, a.english, b.written).message


_BARE = late_regex(r"(?<![0-9.,A-Za-z])[0-9][0-9,]*(?:\.[0-9]+)?(?![0-9A-Za-z%‰])")
_RANGE = late_regex(r"\s?(?:[—–~～至-]|to|and)\s?[0-9]")
_MORE = late_regex("[余多]?")
_CHINESE_HEDGES = late_regex(
    r"[0-9.,，\s约近超逾达余多以上下左右内不到足至大于小于等—–~～+><＞＜≥≤（）()-]+\Z"
)
_ENGLISH_HEDGES = late_regex(
    r"(?i:[0-9.,\s()+<>≥≤~–—-]|\b(?:about|around|nearly|almost|over|more|less|than|some|c|ca|up|to|"
    r"under|at|least|most|just|close|approximately|approx|roughly|and|above|below|or|fewer)\b)+\Z"
)


def with_unit(cell: str, unit: TableUnit | None, *, english: bool) -> str:
    """``cell``, whose numbers stand beside words such as 约 only, with the ``unit`` of its head."""
    hedges = _ENGLISH_HEDGES if english else _CHINESE_HEDGES
    if unit is None or not hedges.match(cell) or not _BARE.search(cell):
        return cell
    found = list(_BARE.finditer(cell))
    made, at = [], 0
    for match in found:
        ranged = _RANGE.match(cell, match.end()) is not None
        number, end = match.group(), match.end()
        if english:
            made += [cell[at : match.start()], _scaled(number, unit)]
            made += [] if ranged else [_name(unit)]
        else:
            more = _MORE.match(cell, end)
            end = more.end() if more else end
            made += [cell[at:end], "" if ranged else unit.written]
        at = end
    return "".join([*made, cell[at:]])


def _scaled(number: str, unit: TableUnit) -> str:
    if unit.kind != "number" or unit.scale == 1:
        return number
    value = Fraction(number.replace(",", "")) * unit.scale
    return f"{int(value):,}" if value.denominator == 1 else f"{float(value):g}"


def _name(unit: TableUnit) -> str:
    if unit.kind == "points":
        return " percentage points"
    if unit.kind == "share":
        return "%" if unit.scale == Fraction(1, 100) else "‰"
    return f" {UNITS[unit.unit].many}" if unit.unit in UNITS and UNITS[unit.unit].many else ""
