"""The map of the city index: points with their numbers, and names where there is room."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from generator.maps.projection import Spot
from generator.maps.view import View

# Units of the picture, of which a phone shows 720 over some 340 pixels. A point is as large as its
# number needs, and no larger than `_LARGEST`; in between, area is in proportion to the number.
_SMALLEST, _LARGEST = 16.0, 30.0
# What answers to a finger: 24 pixels across on a phone (WCAG 2.2, 2.5.8).
REACH = 26.0
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
    """A city on the map, or several that lie too near each other to be told apart.

    ``radius`` is that of its circle, ``reach`` of what answers to a pointer. ``named`` tells
    whether the name is always seen, or only of the point under the pointer. ``anchor`` is that
    of SVG texts, at ``x`` and ``y``. ``cities`` counts those it stands for.
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
    """The map's points in ``view``, the largest first.

    ``together`` makes one dot of several that would cover each other, the largest of them first.
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
    """``dots`` that a finger could not tell apart together, each group round its largest."""
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


def _free(box: _Box, taken: Sequence[_Box], own: int, view: View) -> bool:
    if box.left < 0 or box.right > view.width or box.top < 0 or box.bottom > view.height:
        return False
    return all(box.clear_of(other) for place, other in enumerate(taken) if place != own)


def _width(name: str) -> float:
    """How wide a name is, in ems: Chinese characters one, other letters little over half."""
    return sum(1 if unicodedata.east_asian_width(letter) == "W" else 0.56 for letter in name)
