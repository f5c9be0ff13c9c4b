"""Counts the segments to translate before the work begins."""

from __future__ import annotations

import random
from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import blake2b

import numpy as np

from generator.english.segments import Stage

_MOST = 2400


@dataclass
class Tally:
    """Counts segments: all of them, those already translated, and those to translate.

    For each of the latter it stores only a hash of eight bytes, to detect repetitions; ``sample``
    is a uniform random sample of them.
    """

    segments: int = 0
    known: int = 0
    sample: list[str] = field(default_factory=list)
    _missing: array[int] = field(default_factory=lambda: array("Q"))
    _random: random.Random = field(default_factory=lambda: random.Random(1))

    def count(self, stage: Stage, segments: Iterable[str]) -> None:
        """Count the segments of some articles."""
        for window in stage.windows(segments):
            # Without an engine, the stage reports no segment as missing, but they still have to be
            # translated.
            missing = {s: key for s, key in window.keys.items() if key not in window.kept}
            self.segments += len(window.segments)
            self.known += sum(segment not in missing for segment in window.segments)
            for segment, key in missing.items():
                digest = blake2b(key, digest_size=8).digest()
                self._missing.append(int.from_bytes(digest, "little"))
                self._choose(segment)

    def _choose(self, segment: str) -> None:
        """Add a segment to the sample by reservoir sampling."""
        if len(self.sample) < _MOST:
            self.sample.append(segment)
            return
        place = self._random.randrange(len(self._missing))
        if place < _MOST:
            self.sample[place] = segment

    @property
    def to_do(self) -> int:
        """The number of different segments to translate."""
        return int(np.unique(np.frombuffer(self._missing, dtype=np.uint64)).size)
