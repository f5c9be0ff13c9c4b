"""Estimate how long a translation takes on a cluster, by measuring a sample."""

from __future__ import annotations

import random
from dataclasses import dataclass

from generator.cluster.crew import Crew
from generator.cluster.flight import Flight
from generator.cluster.translation import TRANSLATION
from generator.english.segments import Stage
from generator.english.tally import Tally

# Segments of the sample for each worker: about ten seconds with the 80 MB model.
_SAMPLE = 24


@dataclass(frozen=True)
class Estimate:
    """The number of workers, the segments a second that each makes, and how many were measured."""

    workers: int
    rate: float
    measured: int

    def seconds(self, segments: int) -> float:
        """Return the seconds that so many segments take."""
        return segments / (self.rate * self.workers) if self.rate else 0.0


def measure(crew: Crew, stage: Stage, tally: Tally) -> Estimate:
    """Translate a sample and discard the result. Raises `ClusterError`."""
    known = sorted(set(tally.sample))
    sample = random.Random(2).sample(known, min(len(known), _SAMPLE * len(crew.hands)))
    items = [item for item in stage.items(sample) if item.sent.text]
    items.sort(key=lambda item: item.pieces)
    with Flight(crew, TRANSLATION) as flight:
        for number in range(len(crew.hands)):
            # Every worker gets long and short segments.
            if some := items[number :: len(crew.hands)]:
                flight.send(some)
        while list(flight.land()):
            pass
    hands = [*crew.gone, *crew.hands.values()]
    done = sum(hand.done for hand in hands)
    seconds = sum(hand.seconds for hand in hands)
    return Estimate(len(crew.hands), done / seconds if seconds else 0.0, done)
