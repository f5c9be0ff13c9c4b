"""The map of the city index: points, their sizes, and the names that find room beside them."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from generator.maps.projection import WIDTH, Spot

# Units of the view box. A point of one article has the smallest radius, unless the largest
# point would grow beyond its own: area is always in proportion to the number.
_ONE, _LARGEST = 5.0, 26.0
# As far as a pointer may miss a small point.
_REACH = 14.0
# Letters as tall as they are on the narrowest screens, so that names clear each other on all.
_LETTER = 27.0
_NAMED = 24


class Dot(NamedTuple):
    """A city to be shown: its name, address, number of articles, spoken name, place."""

    name: str
    address: str
    articles: int
    spoken: str
    where: Spot


class Point(NamedTuple):
    """A city on the map: radius of its circle, of what answers to a pointer, its name's place.

    ``named`` tells whether the name is always seen, or only of the city under the pointer.
    ``anchor`` is that of SVG texts.
    """

    dot: Dot
    radius: float
    reach: float
    named: bool
    x: float
    y: float
    anchor: str


class _Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    def clear_of(self, other: _Box) -> bool:
        return (
            self.right <= other.left or other.right <= self.left
            or self.bottom <= other.top or other.bottom <= self.top
        )  # fmt: skip


def points(dots: Iterable[Dot]) -> list[Point]:
    """The map's points, the largest first, so that the small ones lie above them."""
    ordered = sorted(dots, key=lambda dot: (-dot.articles, dot.address))
    if not ordered:
        return []
    unit = min(_ONE, _LARGEST / math.sqrt(ordered[0].articles))
    radii = [unit * math.sqrt(dot.articles) for dot in ordered]
    taken = [_round(dot.where, radius) for dot, radius in zip(ordered, radii, strict=True)]
    found = []
    for place, (dot, radius) in enumerate(zip(ordered, radii, strict=True)):
        spelt = _width(dot.name) * _LETTER
        choices = _places(dot.where, radius, spelt)
        free = None
        if place < _NAMED:
            free = next((c for c in choices if _free(c[1], taken, place)), None)
        (x, y, anchor), box = free or choices[0 if choices[0][1].right <= WIDTH else 1]
        if free:
            taken.append(box)
        reach = max(radius, min(_REACH, _half_way(dot, ordered)))
        found.append(Point(dot, round(radius, 1), round(reach, 1), free is not None, x, y, anchor))
    return found


def _half_way(dot: Dot, dots: Sequence[Dot]) -> float:
    return min((math.dist(dot.where, d.where) / 2 for d in dots if d is not dot), default=_REACH)


def _round(where: Spot, radius: float) -> _Box:
    return _Box(where.x - radius, where.y - radius, where.x + radius, where.y + radius)


def _places(
    where: Spot, radius: float, spelt: float
) -> list[tuple[tuple[float, float, str], _Box]]:
    """Right, left, above, below: the text's place and anchor, and the room it takes."""
    gap, half = radius + 5, _LETTER / 2
    x, y = where
    found = []
    for anchor, at, middle, left in (
        ("start", x + gap, y, x + gap),
        ("end", x - gap, y, x - gap - spelt),
        ("middle", x, y - gap - half, x - spelt / 2),
        ("middle", x, y + gap + half, x - spelt / 2),
    ):
        box = _Box(left, middle - half, left + spelt, middle + half)
        found.append(((round(at, 1), round(middle, 1), anchor), box))
    return found


def _free(box: _Box, taken: Sequence[_Box], own: int) -> bool:
    if box.left < 0 or box.right > WIDTH or box.top < 0:
        return False
    return all(box.clear_of(other) for place, other in enumerate(taken) if place != own)


def _width(name: str) -> float:
    """How wide a name is, in ems: Chinese characters one, other letters little over half."""
    return sum(1 if unicodedata.east_asian_width(letter) == "W" else 0.56 for letter in name)
