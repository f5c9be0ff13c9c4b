"""A section of the map, zoomed to what is shown, with the shapes of provinces as background."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from generator.maps.projection import Spot

Ring = tuple[Spot, ...]
# The smallest width of a view, in units of the plane: about 900 km.
_LEAST = 120.0
# Margin around the outermost points, as a fraction of the width.
_ROOM = 0.12


class View(NamedTuple):
    """A section of the plane: its upper left corner, and its scale in the picture.

    ``width`` and ``height`` are those of the picture.
    """

    left: float
    top: float
    scale: float
    width: int
    height: int

    def place(self, where: Spot) -> Spot:
        """The position in the picture of a point of the plane."""
        x, y = (where.x - self.left) * self.scale, (where.y - self.top) * self.scale
        return Spot(round(x, 1), round(y, 1))

    @property
    def transform(self) -> str:
        """The transformation of `place` as the SVG attribute ``transform``."""
        x, y = -self.left * self.scale, -self.top * self.scale
        return f"matrix({self.scale:.3f} 0 0 {self.scale:.3f} {x:.1f} {y:.1f})"

    def ground(self, without: str = "") -> str:
        """The visible shapes of all provinces except ``without``, as SVG path data."""
        return "".join(
            _path(ring)
            for code, rings in shapes().items()
            if code != without
            for ring in rings
            if self._sees(ring)
        )

    def _sees(self, ring: Ring) -> bool:
        right, bottom = self.left + self.width / self.scale, self.top + self.height / self.scale
        xs, ys = [corner.x for corner in ring], [corner.y for corner in ring]
        across = max(xs) >= self.left and min(xs) <= right
        return across and max(ys) >= self.top and min(ys) <= bottom


def view_of(spots: Iterable[Spot], width: int, height: int) -> View:
    """The smallest view with all of ``spots`` (at least one) for a picture of ``width`` ×
    ``height``."""
    found = list(spots)
    xs, ys = [spot.x for spot in found], [spot.y for spot in found]
    east, south = max(xs) - min(xs), max(ys) - min(ys)
    shape = width / height
    across = max(_LEAST, east * (1 + 2 * _ROOM), south * (1 + 2 * _ROOM) * shape)
    left = (max(xs) + min(xs)) / 2 - across / 2
    top = (max(ys) + min(ys)) / 2 - across / shape / 2
    return View(round(left, 1), round(top, 1), round(width / across, 3), width, height)


def province(code: str) -> str:
    """The shape of a province (by its code) as SVG path data; empty if there is none."""
    return "".join(map(_path, shapes().get(code, ())))


@cache
def shapes() -> dict[str, tuple[Ring, ...]]:
    """The outlines of each province by its code."""
    text = Path(__file__).parent.joinpath("data/provinces.txt").read_text("utf-8")
    found = {}
    for line in text.splitlines()[1:]:
        code, rings = line.split("\t")
        found[code] = tuple(
            tuple(Spot(*map(float, corner.split(","))) for corner in ring.split(";"))
            for ring in rings.split()
        )
    return found


def corners(code: str) -> Sequence[Spot]:
    """All corners of the outlines of a province."""
    return [corner for ring in shapes().get(code, ()) for corner in ring]


def _path(ring: Ring) -> str:
    steps = "L".join(f"{corner.x:.0f} {corner.y:.0f}" for corner in ring)
    return f"M{steps}z"
