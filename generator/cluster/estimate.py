"""How long a translation takes on a cluster, by a measured sample."""

from __future__ import annotations

import random
from dataclasses import dataclass

from generator.cluster.crew import Crew
from generator.cluster.flight import Flight
from generator.cluster.translation import TRANSLATION
from generator.english.segments import Stage
from generator.english.tally import Tally

# Segments of the sample for each worker: some ten seconds of the 80 MB model.
_SAMPLE = 24


@dataclass(frozen=True)
class Estimate:
    """How many workers, how many segments a second each makes, by how many measured."""

    workers: int
    rate: float
    measured: int

    def seconds(self, segments: int) -> float:
        """How long so many take."""
        return segments / (self.rate * self.workers) if self.rate else 0.0


def measure(crew: Crew, stage: Stage, tally: Tally) -> Estimate:
    """Translate a sample; nothing of it is kept. Raises `ClusterError`."""
    known = sorted(set(tally.sample))
    sample = random.Random(2).sample(known, min(len(known), _SAMPLE * len(crew.hands)))
    items = [item for item in stage.items(sample) if item.sent.text]
    items.sort(key=lambda item: item.pieces)
    with Flight(crew, TRANSLATION) as flight:
        for number in range(len(crew.hands)):
            # Every worker gets long ones and short ones.
            if some := items[number :: len(crew.hands)]:
                flight.send(some)
        while list(flight.land()):
            pass
    hands = [*crew.gone, *crew.hands.values()]
    done = sum(hand.done for hand in hands)
    seconds = sum(hand.seconds for hand in hands)
    return Estimate(len(crew.hands), done / seconds if seconds else 0.0, done)
