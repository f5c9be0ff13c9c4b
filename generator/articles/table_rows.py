"""Rows of a Markdown table that have more cells than the header row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.patterns import late_regex

# The separator of cells, a separator at the end of a row, and inline code.
_BAR, _ENDED, _CODE = late_regex(r"(?<!\\)\|"), late_regex(r"(?<!\\)\|$"), late_regex("`[^`]*`")


def longer_rows(lines: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Yield the rows of a table with more cells than the header row; pages do not show the surplus
    cells. Each item is the index of the row in ``lines``, its cells, and the cells of the
    header."""
    rows = [(place, _cells(line)) for place, line in enumerate(lines) if "|" in line]
    for place, cells in rows[1:]:
        if cells > rows[0][1]:
            yield place, cells, rows[0][1]


def _cells(row: str) -> int:
    """Return the number of cells in a row, counted as the Markdown parser does."""
    plain = _CODE.sub("", row.strip()).removeprefix("|")
    return len(_BAR.findall(plain)) + (not _ENDED.search(plain))
