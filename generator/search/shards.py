"""The format of published postings: term numbers and slots, in files of a few kilobytes.

The leading bits of a term's number select its shard. A shard is a sequence of numbers. Each number
is written in groups of three bits, lowest first, each group in half a byte (the lower half first)
whose fourth bit says that more groups follow; most differences are small. The numbers are:

- the number of terms in the shard (a shard without terms is an empty file);
- for each term, sorted, the difference of its number from the previous one (for the first, from
  the shard's least number);
- for each term, the length of its list;
- the lists. A list has the slots of articles, sorted, each as the difference from the previous
  one; the first is the slot plus one. Each zero after a slot increases the term's weight in that
  article by one: no zero if it is in the text, one if it is frequent, two if it is in the title.

Two terms may have the same number, some dozens in a million: the browser checks the texts that it
shows and drops false matches.
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
    """The keys of an article's terms: term number, slot and weight in 64 bits."""
    low = np.uint64(slot << _WEIGHT_BITS | weight)
    return terms.astype(np.uint64) << np.uint64(TERM_BITS) | low


def shards_of(keys: Keys, bits: int) -> Integers:
    """The shard number of each key, of ``2 ** bits`` shards."""
    return (keys >> np.uint64(2 * TERM_BITS - bits - 1) >> np.uint64(1)).astype(np.int64)


def first_key(shard: int, bits: int) -> int:
    """The least possible key of a shard."""
    return shard << 2 * TERM_BITS - bits


def encode(keys: Keys, shard: int, bits: int) -> bytes:
    """Encode a shard; ``keys`` are sorted."""
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
    """The sorted keys of an encoded shard."""
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
    # frexp gives the bit length of a number, exactly below 2 ** 53.
    lengths = np.maximum((np.frexp(numbers.astype(np.float64))[1] + 2) // 3, 1)
    ends = np.cumsum(lengths)
    total = int(ends[-1])
    shift = np.arange(total, dtype=np.uint32) - np.repeat(ends - lengths, lengths)
    # A half byte of padding at the end has the bit "more follows", so it is ignored.
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
