"""Which cell of the English table belongs to which of the Chinese, also if it is sorted anew or
turned on its side.
"""

from __future__ import annotations

from typing import NamedTuple

from generator.figures.tabular.aligning import Pairs, paired
from generator.figures.tabular.grid import Grid
from generator.figures.tabular.labels import labels_of
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
    if fit < _WELL * (len(chinese.body) + chinese.width):
        turned = english.on_its_side()
        others, better = _paired(chinese, turned)
        if better > fit + _BETTER:
            english, places = turned, others
    if 2 * len(places.rows) < len(chinese.body) or 2 * len(places.columns) < chinese.width:
        return None
    return english, places


# Where the labels fit so well on average, nothing is turned.
_WELL = 0.7


def _paired(chinese: Grid, english: Grid) -> tuple[Places, float]:
    def rows_alike(a: int, b: int) -> float:
        left = [(a + chinese.heads, column) for column in range(chinese.width)]
        return alike(chinese, english, left, [(b + english.heads, c) for c in range(english.width)])

    def columns_alike(a: int, b: int) -> float:
        return alike(
            chinese, english, [(r, a) for r in chinese.body], [(r, b) for r in english.body]
        )

    rows, of_rows = paired(
        labels_of(
            [
                head.label or text
                for head, text in zip(chinese.row_heads, chinese.labels, strict=True)
            ],
            english=False,
        ),
        labels_of(
            [
                head.label or text
                for head, text in zip(english.row_heads, english.labels, strict=True)
            ],
            english=True,
        ),
        rows_alike,
    )
    columns, of_columns = paired(
        labels_of([_label(chinese, c) for c in range(chinese.width)], english=False),
        labels_of([_label(english, c) for c in range(english.width)], english=True),
        columns_alike,
    )
    places = Places({a + chinese.heads: b + english.heads for a, b in rows.items()}, columns)
    return places, of_rows + of_columns


def _label(grid: Grid, column: int) -> str:
    texts = grid.heads_of(column)
    return " ".join(grid.head_of(text).label or text for text in texts)
