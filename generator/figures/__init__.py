"""Figures: Chinese quantities, dates and signs, their English, and whether a text keeps them.

Other packages import from here: `read` and `read_english` read a text, `verify` compares a text
with its translation. CONTRIBUTING.md has a table of the packages within.
"""

from __future__ import annotations

from generator.figures.chinese.reader import read
from generator.figures.english.reader import read_english
from generator.figures.english.stated import Stated
from generator.figures.english.units import CURRENCIES, UNIT_NAMES, unit_after
from generator.figures.matching.agreement import agrees
from generator.figures.shared.figure import Fact, Figure
from generator.figures.shared.problem import FigureProblem
from generator.figures.shared.units import UNITS
from generator.figures.verify import verify

__all__ = [
    "CURRENCIES",
    "UNITS",
    "UNIT_NAMES",
    "Fact",
    "Figure",
    "FigureProblem",
    "Stated",
    "agrees",
    "read",
    "read_english",
    "unit_after",
    "verify",
]
