"""How the index is kept: terms and articles by number, in files of a few kilobytes.

The first bits of a term's number name its shard, and a shard has its terms in order. All
numbers are written seven bits a byte, lowest first, the eighth telling that more follow.
A term is

- the difference of its number from the one before (in the first, from the shard's least);
- ``size << 2 | more << 1 | bitmap`` and ``size`` bytes: the articles that have it;
- where ``more`` is set, ``size << 1 | bitmap`` and bytes twice: those that have it three
  times or oftener, and those that have it in the title.

A list of articles is either the differences of their ascending numbers (the first from 0),
or a bitmap, lowest bit first, whichever is shorter. Two terms may have one number, some
dozens in a million: the browser reads the texts it shows and drops what only seemed to be
a match.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from generator.search.occurrences import Occurrences

# A shard is fetched whole: small enough for a phone, big enough to be few.
TARGET = 10_000
MOST_BITS = 12
# A term is weightier in a text that has it so often (a summary repeats the text's gist).
OFTEN = 3
_BITS = 32
# Terms are encoded in so many parts, to save memory.
_PARTS = 16

Integers = npt.NDArray[np.int64]
Bytes = npt.NDArray[np.uint8]


class Shards(NamedTuple):
    """An index in files: ``2 ** bits`` of them."""

    bits: int
    files: list[bytes]


class _List(NamedTuple):
    """The articles of many terms: ``term`` and ``gap`` of each posting, ``size`` of each list."""

    term: Integers
    article: Integers
    gap: Integers
    bitmap: npt.NDArray[np.bool_]
    size: Integers


def shards(occurrences: Occurrences, weight: float) -> Shards:
    """The files; ``weight`` is how many bytes an occurrence takes, to judge their number."""
    terms, places = occurrences.take()
    wanted = int(len(terms) * weight) // TARGET
    bits = min(MOST_BITS, wanted.bit_length())
    files: list[bytes] = []
    parts = min(_PARTS, 1 << bits)
    width = (1 << _BITS) // parts
    part = (terms // np.uint64(width)).astype(np.uint8)
    for number in range(parts):
        mine = part == number
        keys = terms[mine].astype(np.uint64) << np.uint64(_BITS) | places[mine]
        keys.sort()
        files += _encode(keys, number * width, bits, (1 << bits) // parts)
    return Shards(bits, files)


def _encode(keys: npt.NDArray[np.uint64], least: int, bits: int, count: int) -> list[bytes]:
    """``count`` shards, from that of the term ``least`` on, of sorted terms and places."""
    postings = keys >> np.uint64(1)
    first = np.flatnonzero(np.diff(postings, prepend=np.uint64(~np.uint64(0))) != 0)
    times = np.diff(first, append=len(keys))
    in_title = (keys[first] & np.uint64(1)) == 0
    keys = postings[first]
    number = (keys >> np.uint64(_BITS - 1)).astype(np.int64)
    article = (keys & np.uint64((1 << _BITS - 1) - 1)).astype(np.int64)
    starts = np.flatnonzero(np.diff(number, prepend=-1) != 0)
    index = np.cumsum(np.diff(number, prepend=number[:1]) != 0)
    found = _list(index, article, len(starts))
    often = _list(index[times >= OFTEN], article[times >= OFTEN], len(starts))
    title = _list(index[in_title], article[in_title], len(starts))
    return _assemble(number[starts], (found, often, title), least, bits, count)


def _list(term: Integers, article: Integers, terms: int) -> _List:
    fresh = np.diff(term, prepend=-1) != 0
    gap = np.where(fresh, article, np.diff(article, prepend=0))
    size = np.bincount(term, _length(gap), terms).astype(np.int64)
    room = np.zeros(terms, np.int64)
    # The last article of a term is the one that stays.
    room[term] = (article >> 3) + 1
    bitmap = size > room
    return _List(term, article, gap, bitmap, np.where(bitmap, room, size))


def _assemble(
    number: Integers, lists: tuple[_List, _List, _List], least: int, bits: int, count: int
) -> list[bytes]:
    found, often, title = lists
    place = number >> (_BITS - bits)
    before = np.roll(number, 1)
    fresh = np.diff(place, prepend=-1) != 0
    key = number - np.where(fresh, place << (_BITS - bits), before)
    more = (often.size + title.size) > 0
    head = found.size << 2 | more << 1 | found.bitmap
    heads = [often.size << 1 | often.bitmap, title.size << 1 | title.bitmap]
    lengths = [_length(key), _length(head), found.size]
    for values, part in zip(heads, (often, title), strict=True):
        lengths += [np.where(more, _length(values), 0), part.size]
    ends = np.cumsum(sum(lengths))
    at = ends - sum(lengths)
    cuts = at[fresh].tolist()
    buffer = np.zeros(int(ends[-1]) if len(ends) else 0, np.uint8)
    offsets = [at + sum(lengths[:n]) for n in range(len(lengths))]
    _write(buffer, offsets[0], key)
    _write(buffer, offsets[1], head)
    _write_list(buffer, offsets[2], found)
    for n, (values, part) in enumerate(zip(heads, (often, title), strict=True)):
        _write(buffer, offsets[3 + 2 * n][more], values[more])
        _write_list(buffer, offsets[4 + 2 * n], part)
    return _cut(buffer, place[fresh] - (least >> (_BITS - bits)), cuts, count)


def _cut(buffer: Bytes, places: Integers, starts: list[int], count: int) -> list[bytes]:
    data = buffer.tobytes()
    files = [b""] * count
    ends = [*starts, len(data)][1:]
    for place, start, end in zip(places.tolist(), starts, ends, strict=True):
        files[place] = data[start:end]
    return files


def _length(values: Integers) -> Integers:
    """How many bytes each number takes."""
    made = np.ones(len(values), np.int64)
    for bits in (7, 14, 21, 28):
        made += values >> bits > 0
    return made


def _write(buffer: Bytes, at: Integers, values: Integers) -> None:
    """Write each number at its place."""
    while len(values):
        rest = values >> 7
        buffer[at] = (values & 127) | np.where(rest > 0, 128, 0)
        left = rest > 0
        at, values = at[left] + 1, rest[left]


def _write_list(buffer: Bytes, at: Integers, part: _List) -> None:
    lengths = _length(part.gap)
    ends = np.cumsum(lengths)
    fresh = np.flatnonzero(np.diff(part.term, prepend=-1) != 0)
    inside = ends - lengths
    counts = np.diff(fresh, append=len(part.term))
    inside -= np.repeat(inside[fresh], counts)
    plain = ~part.bitmap[part.term]
    _write(buffer, (at[part.term] + inside)[plain], part.gap[plain])
    for start, size in zip(fresh.tolist(), counts.tolist(), strict=True):
        term = part.term[start]
        if part.bitmap[term]:
            marks = np.zeros(int(part.size[term]) << 3, np.uint8)
            marks[part.article[start : start + size]] = 1
            room = slice(int(at[term]), int(at[term] + part.size[term]))
            buffer[room] = np.packbits(marks, bitorder="little")
