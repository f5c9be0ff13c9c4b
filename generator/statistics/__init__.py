"""Key figures of cities: found in articles, named, dated, put in series."""

from __future__ import annotations

from generator.statistics.finding import Finding

__all__ = ["Finding"]
