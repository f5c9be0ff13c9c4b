"""Which part of the index an article belongs to, and the number it has there.

All articles, from the oldest to the newest, are cut into at most three segments, each an
index of its own. Where the cuts are depends on the number of articles alone: the oldest in
whole thousands (`OLD`), then whole hundreds (`MIDDLE`), and the newest rest. A new article
changes the small newest segment and no other, until that is full and joins the one before.

In a segment an article is known by its slot, which depends on its name (a hash of its slug)
more than on other articles: articles lie in a room four to eight times as large as needed, in
the order of their names, each at the place that its name gives or the next free one. So an
old article that comes or goes moves no other, or a neighbour at most. The newest segment is
made anew with each new article; there the slots are the ranks of names.
"""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

MIDDLE: Final = 128
OLD: Final = 4096
NEWEST: Final = 0
_ROOM_BITS: Final = 2


class Segment(NamedTuple):
    """``articles`` of them from the place ``first`` on, all counted from the oldest."""

    level: int
    first: int
    articles: int


def segments(articles: int) -> list[Segment]:
    """The segments of so many articles, the oldest first; none is empty."""
    cuts = (0, articles - articles % OLD, articles - articles % MIDDLE, articles)
    made = [Segment(2 - n, cuts[n], cuts[n + 1] - cuts[n]) for n in range(3)]
    return [segment for segment in made if segment.articles]


def room_bits(segment: Segment) -> int:
    """The slots are below ``2 ** room_bits``, or little above; 0 where they are ranks."""
    return 0 if segment.level == NEWEST else (segment.articles - 1).bit_length() + _ROOM_BITS


def slots(names: npt.NDArray[np.uint32], room: int) -> npt.NDArray[np.int64]:
    """The slot of each name of a segment; names are different numbers of 32 bits."""
    order = np.argsort(names)
    rank = np.arange(len(names))
    if room:
        home = names[order].astype(np.int64) >> (32 - room)
        rank += np.maximum.accumulate(home - rank)
    made = np.empty(len(names), np.int64)
    made[order] = rank
    return made
