"""The progress line of a cluster."""

from __future__ import annotations

import pytest

pytest.importorskip("distributed", reason='needs Dask: pip install "citydigest[cluster]"')

from generator.cluster.progress import ClusterProgress, duration
from generator.cluster.worker_pool import Worker
from tests.cluster.fake_dask import Client
from tests.cluster.test_batch_queue import pool_of_one


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0.4, "0 s"),
        (59, "59 s"),
        (90, "2 min"),
        (3599, "1 h 0 min"),
        (13_200, "3 h 40 min"),
        (9 * 86_400 + 4 * 3600, "9 days 4 h"),
    ],
)
def test_durations_are_readable(seconds: float, said: str) -> None:
    assert duration(seconds) == said


def test_progress_line_has_rate_remaining_time_and_workers() -> None:
    now = [100.0]
    progress = ClusterProgress("segments", lambda: now[0])
    pool = pool_of_one(Client())
    progress("translate", 100, 400)
    progress.watch(pool)
    pool.workers["tcp://two"] = Worker("tcp://two", 1)
    pool.did("tcp://one", 60, 20.0)
    pool.did("tcp://two", 40, 20.0)
    pool.did("tcp://stranger", 999, 1.0)
    now[0] += 50
    progress("translate", 200, 400)
    assert progress.text(now[0]) == (
        "translate 200/400 · 2.0 segments/s · 2 min left · 2 workers: 3.0 + 2.0/s"
    )
    assert progress.rows == [
        ("tcp://one", "60 segments, 3.0/s"),
        ("tcp://two", "40 segments, 2.0/s"),
    ]
    for number in range(60):
        pool.gone.append(Worker(f"tcp://{number}", 1, 10, 10.0))
    assert progress.rows == [("62 workers", "700 segments, 1.0–3.0/s each")]
