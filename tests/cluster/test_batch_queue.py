"""Batches in progress: a failing item is isolated, and no answer is trusted."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import msgspec
import pytest

pytest.importorskip("distributed", reason='needs Dask: pip install "citydigest[cluster]"')

from generator.cluster.batch_queue import BatchQueue, FinishedBatch, Work
from generator.cluster.connection import Connection
from generator.cluster.environment import local_environment
from generator.cluster.messages import Reply, WrongAnswerError
from generator.cluster.problems import ClusterError
from generator.cluster.worker_pool import Worker, WorkerPool
from tests.cluster.fake_dask import Client, reply

# What Dask raises where workers have ended at a task; it is told by its name.
KilledWorker = type("KilledWorker", (Exception,), {})


def pool_of_one(client: Any) -> WorkerPool:
    """A pool of one worker."""
    workers = {"tcp://one": Worker("tcp://one", 1)}
    return WorkerPool(
        Connection(client, "tcp://scheduler"), local_environment(()), print, workers=workers
    )


def doubled(name: str, seconds: float, payload: bytes) -> bytes:
    """A worker that doubles numbers; 13 kills the worker, 17 raises an error."""
    numbers = json.loads(payload)
    if 13 in numbers:
        raise KilledWorker("batch-1")
    if 17 in numbers:
        return msgspec.msgpack.encode(Reply("tcp://one", failed="seventeen is too much"))
    return reply([2 * number for number in numbers])


def read(answer: Reply, numbers: Sequence[int]) -> list[int]:
    made: list[int] = msgspec.msgpack.decode(answer.made)
    if len(made) != len(numbers):
        raise WrongAnswerError("the wrong number of answers")
    return made


def sent_as_one_batch(
    numbers: Sequence[int], call: Any = doubled, **client_is: Any
) -> tuple[list[FinishedBatch[int, int]], Client]:
    """The results for numbers in one batch."""
    client = Client(**client_is)
    work: Work[int, int] = Work(call, lambda some: json.dumps([*some]).encode(), read)
    with BatchQueue(pool_of_one(client), work) as queue:
        queue.send(numbers)
        finished: list[FinishedBatch[int, int]] = []
        while some := list(queue.results()):
            finished += some
    return finished, client


def test_batch_returns_its_results() -> None:
    [finished], client = sent_as_one_batch([1, 2, 3])
    assert finished.made == [2, 4, 6]
    assert len(client.sent) == 1


@pytest.mark.parametrize(
    ("bad", "why"),
    [(13, "the worker that processed it died"), (17, "seventeen is too much")],
)
def test_failing_item_is_isolated(bad: int, why: str) -> None:
    numbers = [*range(100, 300), bad]
    finished, client = sent_as_one_batch(numbers)
    [failed] = [one for one in finished if one.failed]
    assert failed.items == [bad]
    assert failed.failed == f"failed 3 times; at last: {why}"
    made = {n: m for one in finished for n, m in zip(one.items, one.made, strict=False)}
    assert made == {n: 2 * n for n in numbers if n != bad}
    # The whole, its parts, and one part's items.
    assert len(client.sent) < 40


def test_batch_over_its_time_limit_is_retried_like_a_failed_one() -> None:
    stuck = msgspec.msgpack.encode(Reply("tcp://one", stuck=True))
    [finished], client = sent_as_one_batch([1], lambda name, seconds, payload: stuck)
    assert finished.failed == "failed 3 times; at last: not done in 2 min"
    assert client.limits == [130.0] * 3


@pytest.mark.parametrize(
    "answer",
    [
        b"\xc1 no MessagePack at all",
        msgspec.msgpack.encode({"worker": "x" * 5000}),
        msgspec.msgpack.encode({"worker": "tcp://one", "seconds": float("nan")}),
        msgspec.msgpack.encode([1, 2, 3]),
        reply([1, 2, 3, 4, 5]),
        {"an": "object"},
        None,
    ],
)
def test_malformed_answer_is_refused(answer: object) -> None:
    [finished], _ = sent_as_one_batch([1], lambda name, seconds, payload: answer)
    assert finished.failed.startswith("failed 3 times")
    assert finished.made == ()


@pytest.mark.parametrize("said", [100, 10**12])
def test_oversized_answer_is_refused(said: int) -> None:
    """The worker either reports the size of its answer, or a false size."""
    [finished], _ = sent_as_one_batch(
        [1], lambda name, seconds, payload: b"\0" * 17_000_000, size=said
    )
    assert finished.failed == "failed 3 times; at last: the worker's answer has more than 16 MB"


def test_cluster_error_if_every_batch_fails() -> None:
    with pytest.raises(ClusterError) as found:
        sent_as_one_batch([17] * 64)
    assert "every batch fails: seventeen is too much" in str(found.value)


def test_lost_scheduler_is_an_error() -> None:
    client = Client(status="connecting")
    work: Work[int, int] = Work(doubled, lambda some: json.dumps([*some]).encode(), read)
    with BatchQueue(pool_of_one(client), work) as queue:
        queue.send([1])
        with pytest.raises(ClusterError, match="does not answer"):
            list(queue.results())


def test_number_of_batches_in_flight_is_limited() -> None:
    client = Client(slow=True)
    work: Work[int, int] = Work(doubled, lambda some: json.dumps([*some]).encode(), read)
    with BatchQueue(pool_of_one(client), work) as queue:
        for number in range(50):
            queue.send([number])
        assert len(client.sent) == queue.limit == 3
        assert not queue.wants_more
