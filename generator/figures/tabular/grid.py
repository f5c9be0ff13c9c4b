"""A table as rows and columns, with its heads and the units that these give to its numbers."""

from __future__ import annotations

from functools import cached_property

import msgspec

from generator.figures.matching.rounding import mantissa
from generator.figures.tabular.head_units import Head, chinese_head, english_head
from generator.figures.tabular.numbers import Number, is_blank, number_of
from generator.figures.tabular.units import TableUnit, chinese_unit, english_unit
from generator.patterns import late_regex

_YEAR = late_regex(r"(?:19|20)[0-9]{2}(?:年|[EAPea]|[ /-][0-9]{1,2})?\Z")
_DIGIT = late_regex(r"[0-9]")
_UNIT_HEAD = late_regex(r"(?i:(?:计量)?单\s*位|units?(?:\sof\smeasure(?:ment)?)?|measure)\Z")
# The most rows of heads.
_MOST_HEADS = 3


class Grid(msgspec.Struct, frozen=True, dict=True):
    """A table of either language. ``rows`` are its cells, all of one length; ``notes`` the units
    that a line beside it names. It is ``turned`` if its rows are columns of the written table.
    ``home`` is the currency of plain 元 if that is not the yuan."""

    rows: tuple[tuple[str, ...], ...]
    english: bool
    notes: tuple[TableUnit, ...] = ()
    turned: bool = False
    home: str = ""

    @property
    def width(self) -> int:
        """The number of columns."""
        return len(self.rows[0]) if self.rows else 0

    def number(self, row: int, column: int) -> Number | None:
        """The number that a cell is, if it is one and nothing else."""
        return number_of(self.rows[row][column], english=self.english)

    @cached_property
    def _digits(self) -> tuple[tuple[str, ...], ...]:
        """The digits of the number of each cell, wherever its point is; empty if it is none."""
        return tuple(
            tuple(
                _digits_of(number_of(cell, english=self.english)) if _DIGIT.search(cell) else ""
                for cell in row
            )
            for row in self.rows
        )

    @cached_property
    def row_digits(self) -> tuple[tuple[str, ...], ...]:
        """For each row below the heads the digits of its numbers."""
        return tuple(tuple(filter(None, self._digits[row])) for row in self.body)

    @cached_property
    def column_digits(self) -> tuple[tuple[str, ...], ...]:
        """For each column the digits of its numbers below the heads."""
        columns = range(self.width)
        return tuple(
            tuple(filter(None, (self._digits[row][c] for row in self.body))) for c in columns
        )

    @cached_property
    def heads(self) -> int:
        """How many of the first rows are heads; 0 if the first already has numbers."""
        found = 0
        for number, row in enumerate(self.rows[:_MOST_HEADS]):
            later = row[1:] if len(row) > 1 else row
            if any(
                number_of(c, english=self.english) and not _YEAR.match(c.strip()) for c in later
            ):
                break
            repeated = number and (is_blank(row[0]) or row[0] == self.rows[0][0])
            if number and not repeated:
                break
            found += 1
        return found if found < len(self.rows) else min(found, 1)

    @cached_property
    def body(self) -> range:
        """The rows below the heads."""
        return range(self.heads, len(self.rows))

    def head_of(self, text: str) -> Head:
        """The label and the unit of a head."""
        return english_head(text) if self.english else chinese_head(text)

    def heads_of(self, column: int) -> list[str]:
        """The texts of a column's heads, from above, each once."""
        found = (self.rows[row][column] for row in range(self.heads))
        return [text for text in dict.fromkeys(found) if not is_blank(text)]

    @cached_property
    def numeric(self) -> tuple[bool, ...]:
        """For each column whether it has numbers in most of its cells that say anything."""
        found = []
        for column in range(self.width):
            said = [r for r in self.body if not is_blank(self.rows[r][column])]
            numbers = sum(self.number(r, column) is not None for r in said)
            found.append(bool(said) and 2 * numbers >= len(said))
        return tuple(found)

    @cached_property
    def unit_column(self) -> int | None:
        """The column that has the unit of each row."""
        for column in range(self.width):
            heads = self.heads_of(column)
            if heads and _UNIT_HEAD.match(heads[-1].strip()):
                cells = [self.rows[row][column] for row in self.body]
                if any(map(self._unit, cells)):
                    return column
        return None

    def _unit(self, text: str) -> TableUnit | None:
        return english_unit(text) if self.english else chinese_unit(text)

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """For each row below the heads what it is about: its words before the first numbers."""
        found: tuple[str, ...] = ()
        for count in range(1, len(self._label_columns) + 1):
            columns = self._label_columns[:count]
            found = tuple(self._label(self.rows[row], columns) for row in self.body)
            if len(set(found)) == len(found):
                break
        return found

    @cached_property
    def _label_columns(self) -> list[int]:
        first = next((c for c, numeric in enumerate(self.numeric) if c and numeric), self.width)
        columns = [c for c in range(max(1, first)) if c != self.unit_column]
        texts = [c for c in columns if not self.numeric[c] or not (c or self.is_serial(c))]
        return texts or columns[:1]

    @cached_property
    def further(self) -> tuple[str, ...]:
        """For each row below the heads all of its words before the first numbers."""
        return tuple(self._label(self.rows[row], self._label_columns) for row in self.body)

    def is_serial(self, column: int) -> bool:
        """Whether a column only counts the rows, but for that of a total."""
        cells = [(self.number(row, column), self.rows[row][column]) for row in self.body]
        numbers = [number.value for number, _ in cells if number is not None]
        words = [cell for number, cell in cells if number is None and _DIGIT.search(cell)]
        return bool(numbers) and not words and numbers == list(range(1, len(numbers) + 1))

    def _label(self, row: tuple[str, ...], columns: list[int]) -> str:
        said = [row[column] for column in columns if not is_blank(row[column])]
        # A total may stand in the column of serial numbers.
        return " ".join(said or [cell for cell in row if not is_blank(cell)][:1])

    @cached_property
    def row_heads(self) -> tuple[Head, ...]:
        """The label and the unit of each row below the heads."""
        return tuple(self.head_of(label) for label in self.labels)

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """For each column its heads as one text."""
        return tuple(" ".join(self.heads_of(column)) for column in range(self.width))

    @cached_property
    def column_units(self) -> tuple[TableUnit | None, ...]:
        """For each column the unit that its heads name, the lowest first."""
        found = []
        for column in range(self.width):
            units = (self.head_of(text).unit for text in reversed(self.heads_of(column)))
            found.append(next(filter(None, units), None))
        return tuple(found)

    def units(self, row: int, column: int) -> tuple[TableUnit, ...]:
        """The units that a number of a cell may have: usually one, several if a note names several;
        none if it has none. ``row`` counts from the first row of the table."""
        at = row - self.heads
        ours = self.column_units[column]
        if self.unit_column is not None and column != self.unit_column:
            unit = self._unit(self.rows[row][self.unit_column])
            if unit is not None and ours is None:
                return (unit,)
        if ours is not None and ours.kind != "number":
            return (ours,)
        row_unit = self.row_heads[at].unit if at >= 0 and column else None
        corner = self.column_units[0] if column and not self.numeric[0] else None
        for unit in (row_unit, ours, corner):
            if unit is not None:
                return (unit,)
        return self.notes if column else ()

    def inherited(self, row: int) -> TableUnit | None:
        """The unit of the nearest row above that names one, for a row without any: 其中：出口."""
        above = reversed(self.row_heads[: max(0, row - self.heads)])
        return next((head.unit for head in above if head.unit is not None), None)

    def by_row(self, row: int, column: int) -> bool:
        """Whether its row gives the number of a cell its unit."""
        units = self.units(row, column)
        if not units or units is self.notes:
            return False
        if self.unit_column is not None and units[0] != self.column_units[column]:
            return True
        at = row - self.heads
        return (
            at >= 0
            and bool(column)
            and self.row_heads[at].unit == units[0] != self.column_units[column]
        )

    def noted(self, row: int, column: int) -> bool:
        """Whether only a note gives the number of a cell its unit."""
        return bool(self.notes) and self.units(row, column) is self.notes

    def on_its_side(self) -> Grid:
        """The same table with its columns as rows."""
        rows = tuple(zip(*self.rows, strict=True))
        return Grid(rows, self.english, self.notes, not self.turned, self.home)


def _digits_of(number: Number | None) -> str:
    if number is None:
        return ""
    value = mantissa(abs(number.value))
    return f"{value.numerator}/{value.denominator}"


def grid_of(
    rows: tuple[tuple[str, ...], ...],
    *,
    english: bool,
    notes: tuple[TableUnit, ...] = (),
    home: str = "",
) -> Grid:
    """The table with these cells; shorter rows are filled with empty ones."""
    width = max(map(len, rows), default=0)
    filled = tuple(row + ("",) * (width - len(row)) for row in rows)
    return Grid(filled, english, notes, home=home)
