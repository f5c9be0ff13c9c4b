"""Admission of workers: each is asked first, and its answer is treated as plain data."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

pytest.importorskip("distributed", reason='needs Dask: pip install "citydigest[cluster]"')

from generator.cluster.connection import Connection
from generator.cluster.environment import local_environment
from generator.cluster.messages import Admission
from generator.cluster.problems import ClusterError
from generator.cluster.worker_pool import WorkerPool
from generator.problem import Problem


class Asked:
    """A scheduler with one worker, which gives this answer."""

    def __init__(self, answer: object) -> None:
        self._answer = answer

    def scheduler_info(self, n_workers: int) -> dict[str, Any]:
        return {"workers": {"tcp://one": {}}}

    def run(self, function: object, *args: object, **more: object) -> dict[str, object]:
        if isinstance(self._answer, TypeError):
            raise self._answer
        return {"tcp://one": self._answer}


def looked(answer: object) -> tuple[WorkerPool, list[str]]:
    """A pool after its first update."""
    said: list[Problem] = []
    client: Any = Asked(answer)
    pool = WorkerPool(Connection(client, "tcp://scheduler"), local_environment(()), said.append)
    pool.look(now=True)
    return pool, list(map(str, said))


def test_matching_worker_is_admitted() -> None:
    pool, said = looked(msgspec.msgpack.encode(Admission(True, threads=3)))
    assert pool.workers["tcp://one"].threads == 3
    assert said == []


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (
            msgspec.msgpack.encode(Admission(False, "it is old", "renew it")),
            "it is old (renew it)",
        ),
        (
            Exception("ModuleNotFoundError(\"No module named 'generator'\")"),
            "it has no citydigest, or one that cannot do this"
            " (install this program on the worker too, in the same version)",
        ),
        (ValueError("what is this"), "ValueError: what is this"),
        (TypeError("an object"), "TypeError: an object"),
        ({"fit": True}, "the worker sent dict, not bytes"),
    ],
)
def test_other_workers_are_refused_with_a_reason(answer: object, why: str) -> None:
    pool, said = looked(answer)
    assert pool.workers == {}
    assert said == [f"tcp://one: this worker is not used: {why}"]


def test_invalid_answer_is_refused() -> None:
    pool, said = looked(b"\x93\x01\x02\x03")
    assert pool.workers == {}
    assert said[0].startswith("tcp://one: this worker is not used: the worker sent something else")


def test_disconnected_worker_is_not_reported() -> None:
    pool, said = looked(OSError("connection reset"))
    assert (pool.workers, pool.refused, said) == ({}, {}, [])


def test_no_usable_worker_is_an_error() -> None:
    client: Any = Asked(msgspec.msgpack.encode(Admission(False, "it is old")))
    pool = WorkerPool(
        Connection(client, "tcp://scheduler"), local_environment(()), lambda _: None, patience=-1
    )
    with pytest.raises(ClusterError, match="its only worker cannot be used"):
        pool.wait()
