"""Figures: Chinese quantities, dates and signs, their English, and whether a text keeps them."""

from __future__ import annotations

from generator.figures.chinese import read
from generator.figures.english import read_english
from generator.figures.english_figure import Stated
from generator.figures.figure import Fact, Figure
from generator.figures.problem import FigureProblem
from generator.figures.verify import verify

__all__ = ["Fact", "Figure", "FigureProblem", "Stated", "read", "read_english", "verify"]
