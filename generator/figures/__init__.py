"""Figures: Chinese quantities, dates and signs, their English, and whether a text keeps them.

Other packages import from here: `read` and `read_english` read a text, `verify` compares a text
with its translation. CONTRIBUTING.md has a table of the packages within.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from generator.figures.chinese.local_currency import home_currency
from generator.figures.chinese.named_currencies import CURRENCY_NAMES
from generator.figures.chinese.reader import read
from generator.figures.english.reader import read_english
from generator.figures.english.stated import Stated
from generator.figures.english.units import CURRENCIES, UNIT_NAMES, unit_after
from generator.figures.matching.agreement import agrees, of_same_unit
from generator.figures.shared.figure import Fact, Figure
from generator.figures.shared.problem import FigureProblem
from generator.figures.shared.units import UNITS

__all__ = [
    "CURRENCIES",
    "CURRENCY_NAMES",
    "UNITS",
    "UNIT_NAMES",
    "Fact",
    "Figure",
    "FigureProblem",
    "Stated",
    "agrees",
    "home_currency",
    "of_same_unit",
    "read",
    "read_english",
    "release",
    "unit_after",
    "verify",
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


def release() -> None:
    """Free the tables that `verify` made; it makes them again when it needs them."""
    from generator.figures.checks import gates

    gates.release()
