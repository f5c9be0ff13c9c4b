"""Key figures of cities: find them in articles, label and date them, combine them to series."""

from __future__ import annotations

from generator.statistics.finding import Finding

__all__ = ["Finding"]
