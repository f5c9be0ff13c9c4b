"""Makes approximate shapes of the provinces from the positions of their county seats:
``data/provinces.txt``.

    python -m generator.maps.make_tables

No real border is used: a point of the plane belongs to the province of the nearest seat, if that is
not farther away than seats in that area are from each other. The result shows a reader which part
of the country is meant, and nothing more precise.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from generator.gazetteer import load
from generator.maps.make_tables.outline import Outline, outlines
from generator.maps.projection import frame, spot

FILE = Path(__file__).parent.parent / "data/provinces.txt"
# The width of a cell of the raster, the tolerance of outlines and the margin, in units of the map.
CELL = 2.0
TOLERANCE = 1.7
EDGE = 40.0
# How far a province reaches beyond its seats: this factor times the distance to the fourth nearest
# seat, within these limits.
_REACH, _NEAREST, _FARTHEST = 0.95, 7.0, 46.0
# Outlines with a smaller area are left out, except the largest of a province.
_SMALLEST = 60.0


def main() -> None:
    """Write the table."""
    gazetteer = load()
    seats, owners = [], []
    for place in gazetteer.places():
        province = gazetteer.province_of(place.code)
        if place.level != "zone" and province is not None and place.longitude:
            seats.append(spot(place.longitude, place.latitude))
            owners.append(province.code)
    labels, names = _raster(np.array(seats), owners)
    rows = ["# province, then its outlines: x,y of each corner in units of the map"]
    for number, code in enumerate(names):
        found = outlines(labels == number, CELL, TOLERANCE)
        found.sort(key=lambda one: -one.area)
        kept = [one for n, one in enumerate(found) if not n or one.area >= _SMALLEST]
        rows.append(f"{code}\t{' '.join(map(_written, kept))}")
    FILE.write_text("\n".join(rows) + "\n", "utf-8")


def _written(outline: Outline) -> str:
    return ";".join(f"{x - EDGE:.0f},{y - EDGE:.0f}" for x, y in outline.corners)


def _raster(seats: np.ndarray, owners: list[str]) -> tuple[np.ndarray, list[str]]:
    """For each cell the index of its province in the list of codes, which is returned too; -1 for
    none."""
    names = sorted(set(owners))
    owner = np.array([names.index(code) for code in owners])
    between = np.hypot(*(seats[:, None, :] - seats[None, :, :]).transpose(2, 0, 1))
    fourth = np.sort(between, axis=1)[:, 4]
    reach = np.clip(_REACH * fourth, _NEAREST, _FARTHEST)
    width, height = 720, frame().height
    # Outlines may reach beyond the frame that holds the cities.
    xs = np.arange(-EDGE, width + EDGE, CELL)
    ys = np.arange(-EDGE, height + EDGE, CELL)
    labels = np.full((len(ys), len(xs)), -1)
    for row, y in enumerate(ys):
        away = np.hypot(xs[:, None] - seats[None, :, 0], y - seats[None, :, 1])
        nearest = away.argmin(axis=1)
        inside = away[np.arange(len(xs)), nearest] <= reach[nearest]
        labels[row, inside] = owner[nearest[inside]]
    return labels, names


if __name__ == "__main__":
    main()
