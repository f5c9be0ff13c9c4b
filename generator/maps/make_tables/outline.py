"""Traces the outlines of the set cells of a raster, smoothed and simplified."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

Corner = tuple[float, float]


class Outline(NamedTuple):
    """A closed line around set cells, and the area inside it."""

    corners: list[Corner]
    area: float


def outlines(mask: np.ndarray, cell: float, tolerance: float) -> list[Outline]:
    """Every outer outline of ``mask``, whose cells are ``cell`` units wide. No corner is farther
    than ``tolerance`` units from the smoothed line."""
    found = []
    for ring in _rings(mask):
        line = _smooth([(x * cell, y * cell) for x, y in ring])
        corners = _simplify(line, tolerance)
        area = _area(corners)
        if len(corners) >= 3 and area > 0:
            found.append(Outline(corners, area))
    return found


def _rings(mask: np.ndarray) -> list[list[Corner]]:
    """Closed walks along the edges of the set cells, with the cells on the right-hand side."""
    padded = np.pad(mask, 1)
    steps: dict[Corner, list[Corner]] = {}
    for y, x in zip(*np.nonzero(padded), strict=True):
        for dy, dx, start, end in (
            (-1, 0, (x, y), (x + 1, y)), (0, 1, (x + 1, y), (x + 1, y + 1)),
            (1, 0, (x + 1, y + 1), (x, y + 1)), (0, -1, (x, y + 1), (x, y)),
        ):  # fmt: skip
            if not padded[y + dy, x + dx]:
                steps.setdefault((int(start[0]), int(start[1])), []).append(
                    (int(end[0]), int(end[1]))
                )
    rings = []
    while steps:
        start = next(iter(steps))
        ring, at = [start], start
        while True:
            following = steps[at].pop()
            if not steps[at]:
                del steps[at]
            if following == start:
                break
            ring.append(following)
            at = following
        rings.append([(x - 1.0, y - 1.0) for x, y in ring])
    return rings


def _smooth(ring: list[Corner], window: int = 7) -> list[Corner]:
    """Replace each point by the mean of its neighbours along the ring."""
    points = np.array(ring)
    size = min(window, max(1, len(points) // 4))
    rolled = [np.roll(points, shift, axis=0) for shift in range(-size, size + 1)]
    middle = np.mean(rolled, axis=0)
    return [(float(x), float(y)) for x, y in middle]


def _simplify(ring: list[Corner], tolerance: float) -> list[Corner]:
    """Simplify with the Douglas-Peucker algorithm (Cartographica 10, 1973), starting from two
    points that are far apart."""
    first = ring[0]
    far = max(range(len(ring)), key=lambda n: math.dist(first, ring[n]))
    return (
        _between(ring[: far + 1], tolerance)[:-1] + _between([*ring[far:], first], tolerance)[:-1]
    )


def _between(line: list[Corner], tolerance: float) -> list[Corner]:
    if len(line) < 3:
        return line
    (ax, ay), (bx, by) = line[0], line[-1]
    length = math.dist(line[0], line[-1])

    def off(point: Corner) -> float:
        x, y = point
        if not length:
            return math.dist(point, line[0])
        return abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length

    place = max(range(1, len(line) - 1), key=lambda n: off(line[n]))
    if off(line[place]) <= tolerance:
        return [line[0], line[-1]]
    return _between(line[: place + 1], tolerance)[:-1] + _between(line[place:], tolerance)


def _area(corners: list[Corner]) -> float:
    pairs = zip(corners, [*corners[1:], corners[0]], strict=True)
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs) / 2
