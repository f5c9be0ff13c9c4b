"""China's administrative divisions, and detection of the cities in a text.

``load()`` returns the gazetteer: every province, prefecture and county, the zones of cities, and
former names and codes.
"""

from __future__ import annotations

from functools import cache

from generator.gazetteer import tables
from generator.gazetteer.detection import detect
from generator.gazetteer.lookup import Gazetteer
from generator.gazetteer.places import REGIONS, Level, Match, Place
from generator.gazetteer.tables import Former

__all__ = ["REGIONS", "Former", "Gazetteer", "Level", "Match", "Place", "detect", "load"]


@cache
def load() -> Gazetteer:
    """The gazetteer, loaded once."""
    divisions = tables.divisions()
    zones = tables.zones({place.code: place for place in divisions})
    return Gazetteer([*divisions, *zones])
