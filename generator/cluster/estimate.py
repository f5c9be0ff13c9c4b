"""Estimate how long a translation takes on a cluster, by measuring a sample."""

from __future__ import annotations

import random
from dataclasses import dataclass

from generator.cluster.batch_queue import BatchQueue
from generator.cluster.translation import TRANSLATION
from generator.cluster.worker_pool import WorkerPool
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


def measure(pool: WorkerPool, stage: Stage, tally: Tally) -> Estimate:
    """Translate a sample and discard the result. Raises `ClusterError`."""
    known = sorted(set(tally.sample))
    sample = random.Random(2).sample(known, min(len(known), _SAMPLE * len(pool.workers)))
    items = [item for item in stage.items(sample) if item.sent.text]
    items.sort(key=lambda item: item.pieces)
    with BatchQueue(pool, TRANSLATION) as queue:
        for number in range(len(pool.workers)):
            # Every worker gets long and short segments.
            if some := items[number :: len(pool.workers)]:
                queue.send(some)
        while list(queue.results()):
            pass
    workers = [*pool.gone, *pool.workers.values()]
    done = sum(worker.done for worker in workers)
    seconds = sum(worker.seconds for worker in workers)
    return Estimate(len(pool.workers), done / seconds if seconds else 0.0, done)
