"""Token ids on the disk, and batches of sentences of one length.

All sources of a batch have the same length, so that the encoder needs no mask; targets are
sorted by length, so that little of them is padding. A decoder that looks back only does not
see the padding, and the loss leaves it out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Ids = NDArray[np.uint16]
Ints = NDArray[np.int64]
# A sentence takes part in so many of a hundred epochs' hundredths; see `epoch`.
LONGEST = 256


@dataclass(frozen=True)
class Side:
    """Sentences of one language, one after the other: ``ids[starts[i] : starts[i + 1]]``."""

    ids: Ids
    starts: Ints

    @property
    def lengths(self) -> Ints:
        """Tokens of each sentence."""
        lengths: Ints = np.diff(self.starts)
        return lengths

    def sentence(self, number: int) -> Ids:
        """The tokens of one sentence."""
        return self.ids[self.starts[number] : self.starts[number + 1]]


@dataclass(frozen=True)
class Pairs:
    """The sentence pairs of one group of data."""

    source: Side
    target: Side

    def __len__(self) -> int:
        return len(self.source.starts) - 1


def side(sentences: Sequence[Sequence[int]]) -> Side:
    """The sentences, given as lists of token ids, in one array."""
    starts = np.zeros(len(sentences) + 1, dtype=np.int64)
    np.cumsum([len(sentence) for sentence in sentences], out=starts[1:])
    ids = np.fromiter(
        (token for sentence in sentences for token in sentence), dtype=np.uint16, count=starts[-1]
    )
    return Side(ids, starts)


def joined(sides: Sequence[Side]) -> Side:
    """Several sides as one, in order."""
    starts = [np.zeros(1, dtype=np.int64)]
    for one in sides:
        starts.append(one.starts[1:] + starts[-1][-1])
    return Side(np.concatenate([one.ids for one in sides]), np.concatenate(starts))


def save(pairs: Pairs, file: Path) -> None:
    """Write the pairs to ``file`` (``.npz``)."""
    np.savez(
        file,
        source=pairs.source.ids,
        source_starts=pairs.source.starts,
        target=pairs.target.ids,
        target_starts=pairs.target.starts,
    )


def load(file: Path) -> Pairs:
    """The pairs that `save` wrote."""
    with np.load(file) as kept:
        return Pairs(
            Side(kept["source"], kept["source_starts"]),
            Side(kept["target"], kept["target_starts"]),
        )


def usable(pairs: Pairs, longest: int = LONGEST) -> Ints:
    """The numbers of the pairs that have tokens on both sides and not too many."""
    source, target = pairs.source.lengths, pairs.target.lengths
    fits = (source > 1) & (target > 0) & (source <= longest) & (target <= longest)
    numbers: Ints = np.flatnonzero(fits)
    return numbers


def epoch(
    groups: Mapping[str, Ints], weights: Mapping[str, float], random: np.random.Generator
) -> Ints:
    """The numbers of an epoch: every group as often as its weight says.

    A weight of 2.5 takes all of a group twice and a random half of it once more.
    """
    numbers = []
    for name, group in groups.items():
        weight = weights.get(name, 1.0)
        numbers += [group] * int(weight)
        part = weight - int(weight)
        if part:
            numbers.append(group[random.random(len(group)) < part])
    return np.concatenate(numbers)


def batches(
    numbers: Ints,
    source_lengths: Ints,
    target_lengths: Ints,
    tokens: int,
    random: np.random.Generator,
) -> list[Ints]:
    """The numbers in batches, shuffled. In a batch all sources have one length; it has at most
    ``tokens`` tokens on its longer side, padding counted, and at least one sentence."""
    noise = random.integers(0, 3, size=len(numbers))
    shuffled = random.permutation(len(numbers))
    numbers, noise = numbers[shuffled], noise[shuffled]
    order = np.lexsort((target_lengths[numbers] + noise, source_lengths[numbers]))
    numbers = numbers[order]
    sources, targets = source_lengths[numbers], target_lengths[numbers]
    found: list[Ints] = []
    edges = np.flatnonzero(np.diff(sources)) + 1
    for start, end in zip([0, *edges], [*edges, len(numbers)], strict=True):
        at = int(start)
        while at < end:
            longest = max(int(sources[at]), int(targets[at]) + 1)
            stop = min(int(end), at + max(1, tokens // longest))
            # Targets grow along the batch: take fewer where its last is longer.
            longest = max(longest, int(targets[at:stop].max()) + 1)
            stop = min(stop, at + max(1, tokens // longest))
            found.append(numbers[at:stop])
            at = stop
    return [found[i] for i in random.permutation(len(found))]
