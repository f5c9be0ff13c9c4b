"""The city index: figures of articles and cities, neighbours, the map."""

from __future__ import annotations

from generator.atlas.finding import Finding

__all__ = ["Finding"]
