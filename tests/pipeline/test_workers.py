"""Workers beside other threads, as the preview has them: started anew, in order, and gone."""

from __future__ import annotations

import threading

from generator.pipeline.workers import Workers


def times(item: int, given: int) -> int:
    return item * given


def test_beside_other_threads_workers_are_started_anew() -> None:
    ended = threading.Event()
    other = threading.Thread(target=ended.wait)
    other.start()
    try:
        with Workers(2, 3) as workers:
            assert list(workers.map(times, range(399))) == [3 * one for one in range(399)]
            assert workers.begin(times, 5)() == 15
            assert list(workers.map(times, range(400))) == [3 * one for one in range(400)]
            workers.go_on()
            assert workers.begin(times, 7)() == 21
            assert list(workers.map(times, [1])) == [3]
    finally:
        ended.set()
        other.join()
