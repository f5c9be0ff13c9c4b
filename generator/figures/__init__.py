"""Figures: Chinese quantities, dates and signs, their English, and whether a text keeps them.

Other packages import from here: `read` and `read_english` read a text, `verify` compares a text
with its translation. CONTRIBUTING.md has a table of the packages within.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from generator.figures.chinese.hedges import chinese_hedge
from generator.figures.chinese.home_currency import NEW_TAIWAN, Publisher, home_currency
from generator.figures.chinese.named_currencies import CURRENCY_NAMES
from generator.figures.chinese.reader import read
from generator.figures.english.reader import read_english
from generator.figures.english.stated import Stated
from generator.figures.english.units import CURRENCIES, UNIT_NAMES, unit_after
from generator.figures.matching.agreement import agrees, of_same_unit
from generator.figures.shared.figure import Fact, Figure
from generator.figures.shared.problem import FigureProblem
from generator.figures.shared.units import UNITS

if TYPE_CHECKING:
    from generator.figures.summaries.retelling import Retelling
    from generator.figures.tabular.notes import UnitNote
    from generator.figures.tabular.telling import TableProblem

__all__ = [
    "CURRENCIES",
    "CURRENCY_NAMES",
    "NEW_TAIWAN",
    "UNITS",
    "UNIT_NAMES",
    "Fact",
    "Figure",
    "FigureProblem",
    "Publisher",
    "Stated",
    "TableProblem",
    "UnitNote",
    "agrees",
    "chinese_hedge",
    "home_currency",
    "item_pairs",
    "of_same_unit",
    "read",
    "read_english",
    "release",
    "retelling",
    "unit_after",
    "unit_note",
    "verify",
    "verify_table",
    "without_hedge",
]


def verify(
    source: str,
    english: str,
    spared: Sequence[tuple[int, int]] = (),
    *,
    date: datetime.date | None = None,
    home: str = "",
) -> list[FigureProblem]:
    """What is wrong with the figures of ``english``, a translation of the Chinese ``source``; see
    `verification.verify`.
    """
    # The checks take twice as long to import as the readers, which is all that most callers need.
    from generator.figures import verification

    return verification.verify(source, english, spared, date=date, home=home)


def without_hedge(text: str, hedged: Sequence[Figure], english: str) -> list[Figure]:
    """Those of the ``hedged`` figures of ``text`` whose English lacks 约 or 近; see
    `shared_hedges.without_hedge`.
    """
    from generator.figures.matching import shared_hedges

    return shared_hedges.without_hedge(text, hedged, english)


# The cells of a table, row by row.
Cells = tuple[tuple[str, ...], ...]


def unit_note(text: str, *, english: bool) -> UnitNote | None:
    """What ``text``, a line beside a table, says of the units of its numbers; None if nothing."""
    from generator.figures.tabular import notes

    return notes.unit_note(text, english=english)


def verify_table(
    source: Cells,
    english: Cells,
    said: Callable[[str, str], Sequence[str]],
    *,
    notes: tuple[UnitNote | None, UnitNote | None] = (None, None),
    home: str = "",
) -> list[TableProblem] | None:
    """What is wrong with the figures of a table; see `tabular.comparing.compare_tables`. ``notes``
    are those beside the Chinese and the English table, ``home`` is as for `verify`.
    """
    from generator.figures.tabular import comparing, grid

    units = [note.units if note else () for note in notes]
    left = grid.grid_of(source, english=False, notes=units[0], home=home)
    right = grid.grid_of(english, english=True, notes=units[1])
    return comparing.compare_tables(left, right, said)


def item_pairs(
    chinese: Sequence[str], english: Sequence[str], agree: Callable[[str, str], bool]
) -> list[tuple[int, int]]:
    """Which item of an English list belongs to which of the Chinese one; see
    `tabular.item_pairs`."""
    from generator.figures.tabular import item_pairs as pairs

    return pairs.item_pairs(chinese, english, agree)


def retelling(
    title: str, summary: str, texts: Sequence[str], english: str, home: str = ""
) -> Retelling:
    """What the sentences of an English summary tell of a Chinese article; see
    `retelling.Retelling`."""
    from generator.figures.summaries.retelling import Retelling

    return Retelling(title, summary, texts, english, home)


def release() -> None:
    """Free the tables that `verify` made; it makes them again when it needs them."""
    from generator.figures.checks import gates

    gates.release()
