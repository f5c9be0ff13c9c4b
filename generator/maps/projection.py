"""Where cities lie: on a plane for the map, on the globe for what is near."""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from generator.gazetteer import load

# Albers' equal-area conic projection (J. P. Snyder, Map Projections: A Working Manual, 1987,
# pages 98-103, for a sphere), with the parallels and the meridian usual for maps of China.
_SOUTH, _NORTH, _MIDDLE = map(math.radians, (25.0, 47.0, 105.0))
_CONE = (math.sin(_SOUTH) + math.sin(_NORTH)) / 2
_CONSTANT = math.cos(_SOUTH) ** 2 + 2 * _CONE * math.sin(_SOUTH)

WIDTH = 720
_MARGIN = 30


class Spot(NamedTuple):
    """A point on the map, in units of its view box, from the upper left."""

    x: float
    y: float


class Frame(NamedTuple):
    """How the plane is laid into the map: a scale, the plane's left and upper edge, a height."""

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
    """The frame that holds every city of the gazetteer."""
    points = [_plane(city.longitude, city.latitude) for city in load().cities()]
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    scale = (WIDTH - 2 * _MARGIN) / (right - left)
    return Frame(scale, left, top, math.ceil((bottom - top) * scale + 2 * _MARGIN))


def spot(longitude: float, latitude: float) -> Spot:
    """Where a place (in degrees) lies on the map."""
    x, y = _plane(longitude, latitude)
    scale, left, top, _ = frame()
    return Spot(round((x - left) * scale + _MARGIN, 1), round((y - top) * scale + _MARGIN, 1))


def nearest(
    places: Mapping[str, tuple[float, float]], count: int, wanted: Iterable[str]
) -> dict[str, tuple[str, ...]]:
    """For each of ``wanted`` the ``count`` nearest others of ``places``.

    These are longitude and latitude by code.
    """
    vectors = {code: _vector(*where) for code, where in places.items()}
    return {code: _nearest(code, vectors, count) for code in wanted}


def _nearest(
    code: str, vectors: Mapping[str, tuple[float, float, float]], count: int
) -> tuple[str, ...]:
    x, y, z = vectors[code]
    # The larger the product of two unit vectors, the nearer the points on the globe.
    ranked = [(-(x * a + y * b + z * c), other) for other, (a, b, c) in vectors.items()]
    found = heapq.nsmallest(count + 1, ranked)
    return tuple(other for _, other in found if other != code)[:count]


def _vector(longitude: float, latitude: float) -> tuple[float, float, float]:
    east, north = math.radians(longitude), math.radians(latitude)
    return (
        math.cos(north) * math.cos(east), math.cos(north) * math.sin(east), math.sin(north)
    )  # fmt: skip
