"""Lays out the map of the city index: points with their numbers, and labels where there is room."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from generator.maps.projection import Spot
from generator.maps.view import View

# Radii of points, in units of the picture; a phone shows 720 units over about 340 pixels. A point
# is at least as large as its number needs, and at most `_LARGEST`; in between, its area is in
# proportion to its number of articles.
_SMALLEST, _LARGEST = 16.0, 30.0
# The radius of the area that reacts to a pointer: 24 pixels across on a phone (WCAG 2.2, 2.5.8).
REACH = 26.0
# The height of letters on the narrowest screens, so that labels do not overlap on any screen.
_LETTER = 27.0
_NAMED = 24


class Dot(NamedTuple):
    """A city to show: name, address of its page, number of articles, text for screen readers,
    position."""

    name: str
    address: str
    articles: int
    spoken: str
    where: Spot


class Point(NamedTuple):
    """A point on the map: a city, or several cities too near to each other to tell apart.

    ``radius`` is that of the circle, ``reach`` that of the area that reacts to a pointer. If
    ``named``, the label is always visible, otherwise only under the pointer. ``x``, ``y`` and
    ``anchor`` place the SVG text of the label. ``cities`` counts the cities of the point.
    """

    dot: Dot
    radius: float
    reach: float
    named: bool
    x: float
    y: float
    anchor: str
    cities: int = 1


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


def points(
    dots: Iterable[Dot], view: View, together: Callable[[Sequence[Dot]], Dot]
) -> list[Point]:
    """The points of the map in ``view``, the largest first.

    ``together`` makes one dot of several that would overlap; it gets them with the largest first.
    """
    groups = _groups([dot._replace(where=view.place(dot.where)) for dot in dots])
    joined = [(group[0] if len(group) == 1 else together(group), len(group)) for group in groups]
    joined.sort(key=lambda one: (-one[0].articles, one[0].address))
    if not joined:
        return []
    most = joined[0][0].articles
    radii = [
        _SMALLEST + (_LARGEST - _SMALLEST) * math.sqrt((dot.articles - 1) / max(1, most - 1))
        for dot, _ in joined
    ]
    taken = [_round(dot.where, radius) for (dot, _), radius in zip(joined, radii, strict=True)]
    found = []
    for place, ((dot, cities), radius) in enumerate(zip(joined, radii, strict=True)):
        spelt = _width(dot.name) * _LETTER
        choices = _places(dot.where, radius, spelt)
        free = None
        if place < _NAMED:
            free = next((c for c in choices if _free(c[1], taken, place, view)), None)
        (x, y, anchor), box = free or choices[0 if choices[0][1].right <= view.width else 1]
        if free:
            taken.append(box)
        reach = max(radius, REACH)
        found.append(Point(dot, round(radius, 1), reach, free is not None, x, y, anchor, cities))
    return found


def _groups(dots: Sequence[Dot]) -> list[list[Dot]]:
    """Groups of ``dots`` too near to each other for a finger, each group around its largest dot."""
    groups: list[list[Dot]] = []
    for dot in sorted(dots, key=lambda dot: (-dot.articles, dot.address)):
        near = [g for g in groups if math.dist(g[0].where, dot.where) < 2 * REACH]
        if near:
            min(near, key=lambda g: math.dist(g[0].where, dot.where)).append(dot)
        else:
            groups.append([dot])
    return groups


def _round(where: Spot, radius: float) -> _Box:
    return _Box(where.x - radius, where.y - radius, where.x + radius, where.y + radius)


def _places(
    where: Spot, radius: float, spelt: float
) -> list[tuple[tuple[float, float, str], _Box]]:
    """The four possible labels: right, left, above and below the point. Each is the position and
    anchor of the text, and its bounding box."""
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


def _free(box: _Box, taken: Sequence[_Box], own: int, view: View) -> bool:
    if box.left < 0 or box.right > view.width or box.top < 0 or box.bottom > view.height:
        return False
    return all(box.clear_of(other) for place, other in enumerate(taken) if place != own)


def _width(name: str) -> float:
    """The width of a name in em: 1 for a Chinese character, 0.56 for any other."""
    return sum(1 if unicodedata.east_asian_width(letter) == "W" else 0.56 for letter in name)
