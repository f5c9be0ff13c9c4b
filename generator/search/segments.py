"""The segments of the index, and the slot numbers of articles in them.

All articles, from the oldest to the newest, are divided into at most three segments, each an index
of its own. The division depends only on the number of articles: the oldest in multiples of `OLD`,
then multiples of `MIDDLE`, then the newest rest. A new article changes only the small newest
segment, until that is full and merged into the one before.

In a segment an article has a slot number. It depends mainly on the article's name (a hash of its
slug), little on other articles: the slots are numbers in a range four to eight times as large as
the number of articles, in the order of names; each article has the slot given by its name, or the
next free one. So if an old article is added or removed, no others move, or only some neighbours.
The newest segment is made again with each new article; there the slots are the ranks of the names.
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
    """A segment: ``articles`` is its number of articles, ``first`` the index of the first one
    among all articles, the oldest first."""

    level: int
    first: int
    articles: int


def segments(articles: int) -> list[Segment]:
    """The segments for this number of articles, the oldest first, without empty ones."""
    cuts = (0, articles - articles % OLD, articles - articles % MIDDLE, articles)
    made = [Segment(2 - n, cuts[n], cuts[n + 1] - cuts[n]) for n in range(3)]
    return [segment for segment in made if segment.articles]


def room_bits(segment: Segment) -> int:
    """The size of the range of slots, in bits; 0 if slots are ranks.

    Slots may exceed ``2 ** room_bits`` slightly.
    """
    return 0 if segment.level == NEWEST else (segment.articles - 1).bit_length() + _ROOM_BITS


def slots(names: npt.NDArray[np.uint32], room: int) -> npt.NDArray[np.int64]:
    """The slot of each name in a segment; names are distinct 32-bit numbers."""
    order = np.argsort(names)
    rank = np.arange(len(names))
    if room:
        home = names[order].astype(np.int64) >> (32 - room)
        rank += np.maximum.accumulate(home - rank)
    made = np.empty(len(names), np.int64)
    made[order] = rank
    return made
