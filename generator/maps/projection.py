"""Positions of cities: on the plane of the map, and distances between them on the globe."""

from __future__ import annotations

import heapq
import math
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from generator.gazetteer import load

# Albers' equal-area conic projection (J. P. Snyder, Map Projections: A Working Manual, 1987,
# pages 98-103, for a sphere), with the parallels and the meridian usual for maps of China.
_SOUTH, _NORTH, _MIDDLE = map(math.radians, (25.0, 47.0, 105.0))
_CONE = (math.sin(_SOUTH) + math.sin(_NORTH)) / 2
_CONSTANT = math.cos(_SOUTH) ** 2 + 2 * _CONE * math.sin(_SOUTH)

# The mean radius in kilometres (International Union of Geodesy and Geophysics).
_EARTH = 6371.0

WIDTH = 720
_MARGIN = 30


class Spot(NamedTuple):
    """A point on the map, in units of its view box, from the upper left."""

    x: float
    y: float


class Frame(NamedTuple):
    """How the plane is placed on the map: scale, left and upper edge of the plane, height of the
    map."""

    scale: float
    left: float
    top: float
    height: int


def _plane(longitude: float, latitude: float) -> tuple[float, float]:
    angle = _CONE * (math.radians(longitude) - _MIDDLE)
    radius = math.sqrt(_CONSTANT - 2 * _CONE * math.sin(math.radians(latitude))) / _CONE
    return radius * math.sin(angle), radius * math.cos(angle)


@cache
def frame() -> Frame:
    """The frame that contains every city of the gazetteer."""
    points = [_plane(city.longitude, city.latitude) for city in load().cities()]
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    scale = (WIDTH - 2 * _MARGIN) / (right - left)
    return Frame(scale, left, top, math.ceil((bottom - top) * scale + 2 * _MARGIN))


def spot(longitude: float, latitude: float) -> Spot:
    """The position on the map of a place given in degrees."""
    x, y = _plane(longitude, latitude)
    scale, left, top, _ = frame()
    return Spot(round((x - left) * scale + _MARGIN, 1), round((y - top) * scale + _MARGIN, 1))


def within(
    places: Mapping[str, tuple[float, float]], count: int, limit: float
) -> dict[str, tuple[tuple[str, float], ...]]:
    """For each of ``places``, up to ``count`` others within ``limit`` kilometres, nearest first,
    each with its distance in kilometres along the surface.

    ``places`` maps codes to (longitude, latitude) in degrees.
    """
    vectors = {code: _vector(*where) for code, where in places.items()}
    return {code: _within(code, vectors, count, limit) for code in places}


def _within(
    code: str, vectors: Mapping[str, tuple[float, float, float]], count: int, limit: float
) -> tuple[tuple[str, float], ...]:
    here = vectors[code]
    # The length of the chord that belongs to the limit along the surface.
    longest = 2 * math.sin(limit / _EARTH / 2)
    ranked = [
        (straight, other)
        for other, there in vectors.items()
        if other != code and (straight := math.dist(here, there)) <= longest
    ]
    # Haversine formula: half the chord is the sine of half the angle.
    return tuple(
        (other, 2 * _EARTH * math.asin(straight / 2))
        for straight, other in heapq.nsmallest(count, ranked)
    )


def _vector(longitude: float, latitude: float) -> tuple[float, float, float]:
    east, north = math.radians(longitude), math.radians(latitude)
    return (
        math.cos(north) * math.cos(east), math.cos(north) * math.sin(east), math.sin(north)
    )  # fmt: skip
