"""Batches in progress: a failing item is isolated, and no answer is trusted."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import msgspec
import pytest

pytest.importorskip("distributed", reason='needs Dask: pip install "citydigest[cluster]"')

from generator.cluster.connection import Connection
from generator.cluster.crew import Crew, Hand
from generator.cluster.flight import Flight, Landed, Work
from generator.cluster.messages import Reply, WrongAnswerError
from generator.cluster.outfit import outfit
from generator.cluster.problems import ClusterError
from tests.cluster.fake_dask import Client, reply

# What Dask raises where workers have ended at a task; it is told by its name.
KilledWorker = type("KilledWorker", (Exception,), {})


def crew(client: Any) -> Crew:
    """A crew of one worker."""
    hands = {"tcp://one": Hand("tcp://one", 1)}
    return Crew(Connection(client, "tcp://scheduler"), outfit(()), print, hands=hands)


def doubled(name: str, seconds: float, payload: bytes) -> bytes:
    """A worker that doubles numbers; 13 kills the worker, 17 raises an error."""
    numbers = json.loads(payload)
    if 13 in numbers:
        raise KilledWorker("piece-1")
    if 17 in numbers:
        return msgspec.msgpack.encode(Reply("tcp://one", failed="seventeen is too much"))
    return reply([2 * number for number in numbers])


def read(answer: Reply, numbers: Sequence[int]) -> list[int]:
    made: list[int] = msgspec.msgpack.decode(answer.made)
    if len(made) != len(numbers):
        raise WrongAnswerError("the wrong number of answers")
    return made


def flown(
    numbers: Sequence[int], call: Any = doubled, **client_is: Any
) -> tuple[list[Landed[int, int]], Client]:
    """The results for numbers in one batch."""
    client = Client(**client_is)
    work: Work[int, int] = Work(call, lambda some: json.dumps([*some]).encode(), read)
    with Flight(crew(client), work) as flight:
        flight.send(numbers)
        landed: list[Landed[int, int]] = []
        while some := list(flight.land()):
            landed += some
    return landed, client


def test_a_batch_comes_back() -> None:
    [landed], client = flown([1, 2, 3])
    assert landed.made == [2, 4, 6]
    assert len(client.sent) == 1


@pytest.mark.parametrize(
    ("bad", "why"),
    [(13, "the worker that processed it died"), (17, "seventeen is too much")],
)
def test_what_breaks_is_found_to_the_piece(bad: int, why: str) -> None:
    numbers = [*range(100, 300), bad]
    landed, client = flown(numbers)
    [failed] = [one for one in landed if one.failed]
    assert failed.items == [bad]
    assert failed.failed == f"failed 3 times; at last: {why}"
    made = {n: m for one in landed for n, m in zip(one.items, one.made, strict=False)}
    assert made == {n: 2 * n for n in numbers if n != bad}
    # The whole, its parts, and one part's pieces.
    assert len(client.sent) < 40


def test_what_does_not_end_is_tried_as_often_as_anything_else() -> None:
    stuck = msgspec.msgpack.encode(Reply("tcp://one", stuck=True))
    [landed], client = flown([1], lambda name, seconds, payload: stuck)
    assert landed.failed == "failed 3 times; at last: not done in 2 min"
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
def test_an_answer_that_is_none_is_refused(answer: object) -> None:
    [landed], _ = flown([1], lambda name, seconds, payload: answer)
    assert landed.failed.startswith("failed 3 times")
    assert landed.made == ()


@pytest.mark.parametrize("said", [100, 10**12])
def test_an_answer_that_is_too_large_is_refused(said: int) -> None:
    """The worker either reports the size of its answer, or a false size."""
    [landed], _ = flown([1], lambda name, seconds, payload: b"\0" * 17_000_000, size=said)
    assert landed.failed == "failed 3 times; at last: the worker's answer has more than 16 MB"


def test_where_nothing_ever_works_it_is_not_the_pieces() -> None:
    with pytest.raises(ClusterError) as found:
        flown([17] * 64)
    assert "every batch fails: seventeen is too much" in str(found.value)


def test_a_scheduler_that_is_gone_is_said() -> None:
    client = Client(status="connecting")
    work: Work[int, int] = Work(doubled, lambda some: json.dumps([*some]).encode(), read)
    with Flight(crew(client), work) as flight:
        flight.send([1])
        with pytest.raises(ClusterError, match="does not answer"):
            list(flight.land())


def test_the_scheduler_has_no_more_batches_than_its_workers_can_begin() -> None:
    client = Client(slow=True)
    work: Work[int, int] = Work(doubled, lambda some: json.dumps([*some]).encode(), read)
    with Flight(crew(client), work) as flight:
        for number in range(50):
            flight.send([number])
        assert len(client.sent) == flight.limit == 3
        assert not flight.wants_more
