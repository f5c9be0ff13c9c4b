"""A part of the map: zoomed to what is to be shown, with the soft shapes of provinces behind it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from generator.maps.projection import Spot

Ring = tuple[Spot, ...]
# The least that is shown, in units of the plane: some 900 km from west to east.
_LEAST = 120.0
# Room round the outermost points, as a part of the width.
_ROOM = 0.12


class View(NamedTuple):
    """A window of the plane: its left upper corner, and by how much it is enlarged.

    ``width`` and ``height`` are those of the picture.
    """

    left: float
    top: float
    scale: float
    width: int
    height: int

    def place(self, where: Spot) -> Spot:
        """Where a point of the plane is in the picture."""
        x, y = (where.x - self.left) * self.scale, (where.y - self.top) * self.scale
        return Spot(round(x, 1), round(y, 1))

    @property
    def transform(self) -> str:
        """The same for a whole path, as SVG writes it."""
        x, y = -self.left * self.scale, -self.top * self.scale
        return f"matrix({self.scale:.3f} 0 0 {self.scale:.3f} {x:.1f} {y:.1f})"

    def ground(self, without: str = "") -> str:
        """The shapes of all provinces but ``without`` that can be seen, as the data of a path."""
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
    """The closest view that has all of ``spots`` in it, for a picture of ``width`` and ``height``.

    There must be one at least.
    """
    found = list(spots)
    xs, ys = [spot.x for spot in found], [spot.y for spot in found]
    east, south = max(xs) - min(xs), max(ys) - min(ys)
    shape = width / height
    across = max(_LEAST, east * (1 + 2 * _ROOM), south * (1 + 2 * _ROOM) * shape)
    left = (max(xs) + min(xs)) / 2 - across / 2
    top = (max(ys) + min(ys)) / 2 - across / shape / 2
    return View(round(left, 1), round(top, 1), round(width / across, 3), width, height)


def province(code: str) -> str:
    """The shape of a province (by its code) as the data of a path; empty where there is none."""
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
    """All corners of a province's outlines."""
    return [corner for ring in shapes().get(code, ()) for corner in ring]


def _path(ring: Ring) -> str:
    steps = "L".join(f"{corner.x:.0f} {corner.y:.0f}" for corner in ring)
    return f"M{steps}z"
