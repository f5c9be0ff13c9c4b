"""What is to be translated, counted before it is done."""

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
    """Segments counted as they come: all of them, those that are known, and those to do.

    Of what is to do it keeps eight bytes a segment, to tell repetitions, and a fair sample.
    """

    segments: int = 0
    known: int = 0
    sample: list[str] = field(default_factory=list)
    _missing: array[int] = field(default_factory=lambda: array("Q"))
    _random: random.Random = field(default_factory=lambda: random.Random(1))

    def count(self, stage: Stage, segments: Iterable[str]) -> None:
        """Count the segments of an archive."""
        for window in stage.windows(segments):
            # Without an engine nothing is missing for the stage; it is to do all the same.
            missing = {s: key for s, key in window.keys.items() if key not in window.kept}
            self.segments += len(window.segments)
            self.known += sum(segment not in missing for segment in window.segments)
            for segment, key in missing.items():
                digest = blake2b(key, digest_size=8).digest()
                self._missing.append(int.from_bytes(digest, "little"))
                self._choose(segment)

    def _choose(self, segment: str) -> None:
        """A sample in which each segment is as likely as any other."""
        if len(self.sample) < _MOST:
            self.sample.append(segment)
            return
        place = self._random.randrange(len(self._missing))
        if place < _MOST:
            self.sample[place] = segment

    @property
    def to_do(self) -> int:
        """Segments that have to be made; one that comes again counts once."""
        return int(np.unique(np.frombuffer(self._missing, dtype=np.uint64)).size)
