"""Compare the figures of tables: of each cell with its unit, told at the line of its row."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from generator.articles.verify_list import LISTS
from generator.markup.nodes import plain_text
from generator.markup.tables import item_lines, list_cells, row_lines, table_cells

if TYPE_CHECKING:
    from generator.figures import UnitNote

TABLE = "<table"
# Blocks that may be a note of a table's unit.
_NOTES = ("<p", "<h", "<blockquote")


class TableFinding(NamedTuple):
    """A problem of a table. ``block`` is where it is told, from that of the table (-1 for the one
    before, a note of the unit), ``line`` the line of it, from 0."""

    block: int
    line: int
    message: str


def figure_messages(
    chinese: str, english: str, *, date: datetime.date | None, home: str
) -> Sequence[str]:
    """What is wrong with the figures of an English text; lost words such as 近 if nothing else
    is."""
    # Slow to import (a tenth of a second), needed only when an article is processed.
    from generator.english.checks import check_hedges
    from generator.figures import verify

    found = [problem.message for problem in verify(chinese, english, date=date, home=home)]
    return found or check_hedges(chinese, english)


def is_table(chinese: str, english: str) -> bool:
    """Whether both blocks are tables, or both lists, which may be of numbers with one unit."""
    return any(chinese.startswith(one) and english.startswith(one) for one in (TABLE, *LISTS))


def table_findings(
    chinese: Sequence[str],
    english: Sequence[str],
    index: int,
    source: Sequence[str],
    said: Callable[[str, str], Sequence[str]],
    home: str = "",
) -> list[TableFinding] | None:
    """The problems of the English table at ``index`` of the blocks (HTML); None if it has to be
    compared as one text, as a list has of which no line before it tells the unit. ``source`` are
    its lines in the file and those after it, if it is in one. ``said`` and ``home`` are as for
    `verify_table`.
    """
    is_list = not chinese[index].startswith(TABLE)
    around = (index - 1,) if is_list else (index - 1, index + 1)
    beside = [at for at in around if 0 <= at < min(len(chinese), len(english))]
    if is_list and not any(_may_be_note(chinese[at]) for at in beside):
        return None
    # Slow to import, and most texts have no table.
    from generator.figures import verify_table

    left = next(filter(None, (note_of(chinese, at, english=False) for at in beside)), None)
    at = next((at for at in beside if note_of(english, at, english=True)), index)
    right = note_of(english, at, english=True) if at != index else None
    cells = list_cells if is_list else table_cells
    rows, others = cells(chinese[index]), cells(english[index])
    if is_list and not (left and rows and len(rows) == len(others)):
        return None
    problems = verify_table(rows, others, said, notes=(left, right), home=home)
    if problems is None:
        return None
    lines = (item_lines if is_list else row_lines)(source) if source else []
    return [
        TableFinding(at - index, 0, message)
        if row < 0
        else TableFinding(0, lines[row] if row < len(lines) else 0, message)
        for row, message in problems
    ]


def _may_be_note(block: str) -> bool:
    return "单位" in block or "單位" in block or ")" in block[-8:] or "）" in block[-8:]


def note_of(blocks: Sequence[str], index: int, *, english: bool) -> UnitNote | None:
    """The note of units that a block is, if it stands beside a table."""
    from generator.figures import unit_note

    if not blocks[index].startswith(_NOTES):
        return None
    return unit_note(plain_text(blocks[index]), english=english)


def without_note(blocks: Sequence[str], index: int, *, english: bool) -> str:
    """The plain text of a block, without the units that it names as the note of a table beside
    it."""
    text = plain_text(blocks[index])
    before, after = blocks[max(0, index - 1) : index], blocks[index + 1 : index + 2]
    if not (
        any(block.startswith(TABLE) for block in (*before, *after))
        or any(block.startswith(LISTS) and list_cells(block) for block in after)
    ):
        return text
    note = note_of(blocks, index, english=english)
    return note.rest if note else text
