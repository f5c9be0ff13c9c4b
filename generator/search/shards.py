"""How postings are published: terms and articles by number, in files of a few kilobytes.

The first bits of a term's number name its shard. A shard is a sequence of numbers, each
written three bits at a time, lowest first, in half bytes (the lower half of a byte first) whose
fourth bit tells that more follow; most differences are small. The numbers are:

- how many terms the shard has (a shard without terms is an empty file);
- for each term, ascending, the difference of its number from the one before (in the first,
  from the shard's least number);
- for each term, how many numbers its list has;
- the lists. A list has the article's slots, ascending, each as the difference from the one
  before; the first is the slot and one. A zero after a slot raises the term's weight in this
  article by one: none in the text, one where it has it often, two where it is in the title.

Two terms may have one number, some dozens in a million: the browser reads the texts it shows
and drops what only seemed to be a match.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

Keys = npt.NDArray[np.uint64]
Integers = npt.NDArray[np.int64]

TERM_BITS: Final = 32
_WEIGHT_BITS: Final = 2
_LOW: Final = np.uint64((1 << TERM_BITS) - 1)


def keys_of(terms: npt.NDArray[np.uint32], slot: int, weight: int) -> Keys:
    """A key for each term of an article: what shards are made of."""
    low = np.uint64(slot << _WEIGHT_BITS | weight)
    return terms.astype(np.uint64) << np.uint64(TERM_BITS) | low


def shards_of(keys: Keys, bits: int) -> Integers:
    """The shard of each key where there are ``2 ** bits``."""
    return (keys >> np.uint64(2 * TERM_BITS - bits - 1) >> np.uint64(1)).astype(np.int64)


def first_key(shard: int, bits: int) -> int:
    """The least key that a shard can have."""
    return shard << 2 * TERM_BITS - bits


def encode(keys: Keys, shard: int, bits: int) -> bytes:
    """A shard from its keys, which ascend."""
    if not len(keys):
        return b""
    term = (keys >> np.uint64(TERM_BITS)).astype(np.int64)
    low = (keys & _LOW).astype(np.int64)
    slot, weight = low >> _WEIGHT_BITS, low & (1 << _WEIGHT_BITS) - 1
    starts = np.flatnonzero(np.diff(term, prepend=-1))
    gaps = np.diff(slot, prepend=0)
    gaps[starts] = slot[starts] + 1
    own = term[starts]
    values = np.zeros(int(weight.sum()), np.int64)
    values[np.cumsum(weight) - weight] = gaps
    least = first_key(shard, bits) >> TERM_BITS
    counts = np.add.reduceat(weight, starts)
    return _packed(np.concatenate(([len(own)], np.diff(own, prepend=least), counts, values)))


def decode(data: bytes, shard: int, bits: int) -> Keys:
    """The keys of a shard, ascending."""
    if not data:
        return np.empty(0, np.uint64)
    numbers = _unpacked(data)
    count = int(numbers[0])
    least = first_key(shard, bits) >> TERM_BITS
    terms = least + np.cumsum(numbers[1 : count + 1])
    counts = numbers[count + 1 : 2 * count + 1]
    values = numbers[2 * count + 1 :]
    before = np.cumsum(values)
    firsts = np.cumsum(counts) - counts
    before -= np.repeat(before[firsts] - values[firsts], counts) + 1
    at = np.flatnonzero(values)
    weight = np.diff(at, append=len(values))
    term = np.repeat(terms, counts)[at]
    made: Keys = term.astype(np.uint64) << np.uint64(TERM_BITS)
    return made | (before[at] << _WEIGHT_BITS | weight).astype(np.uint64)


def _packed(numbers: Integers) -> bytes:
    # frexp gives how many bits a number has, exactly below 2 ** 53.
    lengths = np.maximum((np.frexp(numbers.astype(np.float64))[1] + 2) // 3, 1)
    ends = np.cumsum(lengths)
    total = int(ends[-1])
    shift = np.arange(total, dtype=np.uint32) - np.repeat(ends - lengths, lengths)
    # An odd half byte at the end says that more follows, and nothing does.
    halves = np.full(total + total % 2, 8, np.uint8)
    halves[ends - 1] = 0
    digits = np.repeat(numbers.astype(np.uint32), lengths) >> shift.astype(np.uint32) * 3 & 7
    halves[:total] |= digits.astype(np.uint8)
    return (halves[::2] | halves[1::2] << 4).tobytes()


def _unpacked(data: bytes) -> Integers:
    read = np.frombuffer(data, np.uint8)
    halves = np.empty(2 * len(read), np.uint8)
    halves[::2], halves[1::2] = read & 15, read >> 4
    ends = np.flatnonzero(halves < 8)
    halves = halves[: ends[-1] + 1]
    lengths = np.diff(ends, prepend=-1)
    shift = np.arange(len(halves), dtype=np.uint32)
    shift -= np.repeat((ends + 1 - lengths).astype(np.uint32), lengths)
    digits = (halves & 7).astype(np.uint32) << shift * 3
    return np.add.reduceat(digits, ends + 1 - lengths).astype(np.int64)
