"""Figures: Chinese quantities, dates and signs, their English, and whether a text keeps them."""

from __future__ import annotations

from generator.figures.chinese import read
from generator.figures.figure import Fact, Figure

__all__ = ["Fact", "Figure", "read"]
