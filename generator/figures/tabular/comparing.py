"""The problems of an English table: values that differ with their units, values in another place,
rows and columns that are missing or added.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from generator.figures.tabular.exchanged import exchanged
from generator.figures.tabular.grid import Grid
from generator.figures.tabular.heads import head_problems
from generator.figures.tabular.missing import left_over
from generator.figures.tabular.numbers import is_blank, is_nothing
from generator.figures.tabular.orientation import Places, places_of
from generator.figures.tabular.telling import TableProblem, changed, of_cell, with_unit
from generator.figures.tabular.values import At, equal, units_of
from generator.patterns import late_regex

# What is said of a Chinese text and its English by the checks of sentences.
Said = Callable[[str, str], Sequence[str]]
# Larger tables are compared as one text.
_MOST_CELLS = 5000
_FIGURE = late_regex("[0-9０-９〇零一二三四五六七八九十百千万亿两半几数]")


def compare_tables(chinese: Grid, english: Grid, said: Said) -> list[TableProblem] | None:
    """The problems of ``english``, a translation of the table ``chinese``, in its order; None if it
    is not clear which cell belongs to which. A table may be sorted anew or turned on its side.

    ``said`` compares the texts of two cells that are not only numbers.
    """
    if max(len(grid.rows) * grid.width for grid in (chinese, english)) > _MOST_CELLS:
        return None
    found = places_of(chinese, english)
    if found is None:
        return None
    english, places = found
    told = [*left_over(chinese, english, places.rows, places.columns)]
    told += _of_heads(chinese, english, places, said)
    told += _of_cells(chinese, english, places, said)
    return sorted(dict.fromkeys(told), key=lambda problem: problem.row)


def _of_heads(chinese: Grid, english: Grid, places: Places, said: Said) -> Iterator[TableProblem]:
    """Problems of the figures in heads, without their units."""
    for column, other in places.columns.items():
        left = " ".join(chinese.head_of(text).label for text in chinese.heads_of(column))
        right = " ".join(english.head_of(text).label for text in english.heads_of(other))
        for message in _told(left, right, said):
            yield of_cell(english, 0, other, message)


def _told(left: str, right: str, said: Said) -> Sequence[str]:
    if left == right or not (_FIGURE.search(left) or _FIGURE.search(right)):
        return ()
    return said(left, right)


def _of_cells(chinese: Grid, english: Grid, places: Places, said: Said) -> Iterator[TableProblem]:
    """Problems of the cells below the heads."""
    differing: dict[At, At] = {}
    for row, below in places.rows.items():
        for column, beside in places.columns.items():
            one, other = (row, column), (below, beside)
            if column == chinese.unit_column or beside == english.unit_column:
                continue
            both = chinese.number(*one) is not None and english.number(*other) is not None
            if both and not equal(chinese, english, one, other):
                if not _is_said(chinese, english, one, other, said):
                    differing[one] = other
            elif not both:
                for message in _of_texts(chinese, english, one, other, places, said):
                    yield of_cell(english, *other, message)
    heads = head_problems(chinese, english, places, differing)
    yield from heads.problems
    rest = {one: other for one, other in differing.items() if one not in heads.settled}
    moved, explained = exchanged(chinese, english, rest)
    yield from moved
    for one, other in rest.items():
        if one not in explained:
            yield of_cell(english, *other, _changed(chinese, english, one, other))


def _is_said(chinese: Grid, english: Grid, one: At, other: At, said: Said) -> bool:
    """Whether two numbers with units of their own are equal for the checks of sentences."""
    left, right = chinese.number(*one), english.number(*other)
    if left is None or right is None or left.signed or right.signed:
        return False
    cells = chinese.rows[one[0]][one[1]], english.rows[other[0]][other[1]]
    return bool(left.unit and right.unit) and not said(*cells)


def _of_texts(
    chinese: Grid, english: Grid, one: At, other: At, places: Places, said: Said
) -> Sequence[str]:
    """The problems of two cells that are not both a number."""
    left, right = chinese.rows[one[0]][one[1]], english.rows[other[0]][other[1]]
    if is_blank(left) and is_blank(right):
        return ()
    for text, grid, at in ((left, english, other), (right, chinese, one)):
        number = grid.number(*at)
        if number is not None and not number.value and is_nothing(text):
            return ()
    if one[1] == _label_column(chinese):
        left, right = chinese.head_of(left).label, english.head_of(right).label
        told = _told(left, right, said)
        serial = _serial(chinese, one[0], places) if told else ""
        return _told(f"{left}（第{serial}）", right, said) if serial else told
    units = chinese.units(*one)[:1], english.units(*other)[:1]
    if units[0] and _FIGURE.search(left):
        left = with_unit(left, units[0][0], english=False)
    if units[1]:
        right = with_unit(right, units[1][0], english=True)
    return _told(left, "" if is_blank(right) else right, said)


def _label_column(grid: Grid) -> int:
    return next((c for c in range(grid.width) if not grid.numeric[c] and c != grid.unit_column), 0)


def _serial(chinese: Grid, row: int, places: Places) -> str:
    """The number of a row in a column that the English leaves out, but may tell in the label."""
    columns = (c for c in range(chinese.width) if c not in places.columns)
    return next((chinese.rows[row][c] for c in columns if chinese.is_serial(c)), "")


def _changed(chinese: Grid, english: Grid, one: At, other: At) -> str:
    left, right = chinese.number(*one), english.number(*other)
    assert left is not None
    assert right is not None
    a, b = units_of(chinese, left, one)[-1], units_of(english, right, other)[0]
    return changed(
        chinese.rows[one[0]][one[1]], left, a, english.rows[other[0]][other[1]], right, b
    )
