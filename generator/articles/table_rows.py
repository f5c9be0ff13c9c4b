"""Rows of a Markdown table that do not fit its head."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.patterns import late_regex

# Between the cells of a row, and at its end.
_BAR, _ENDED, _CODE = late_regex(r"(?<!\\)\|"), late_regex(r"(?<!\\)\|$"), late_regex("`[^`]*`")


def longer_rows(lines: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """The rows of a table with more cells than its head, of which a page does not show the last:
    the place of each in ``lines`` from 0, how many cells it has, and how many the head."""
    rows = [(place, _cells(line)) for place, line in enumerate(lines) if "|" in line]
    for place, cells in rows[1:]:
        if cells > rows[0][1]:
            yield place, cells, rows[0][1]


def _cells(row: str) -> int:
    """How many cells a row has, as Markdown parts them."""
    plain = _CODE.sub("", row.strip()).removeprefix("|")
    return len(_BAR.findall(plain)) + (not _ENDED.search(plain))
