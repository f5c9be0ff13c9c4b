"""Admission of workers: each is asked first, and its answer is treated as plain data."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

pytest.importorskip("distributed", reason='needs Dask: pip install "citydigest[cluster]"')

from generator.cluster.connection import Connection
from generator.cluster.crew import Crew
from generator.cluster.messages import Admission
from generator.cluster.outfit import outfit
from generator.cluster.problems import ClusterError
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


def looked(answer: object) -> tuple[Crew, list[str]]:
    """A crew after its first update."""
    said: list[Problem] = []
    client: Any = Asked(answer)
    crew = Crew(Connection(client, "tcp://scheduler"), outfit(()), said.append)
    crew.look(now=True)
    return crew, list(map(str, said))


def test_a_worker_that_is_fit_is_taken() -> None:
    crew, said = looked(msgspec.msgpack.encode(Admission(True, threads=3)))
    assert crew.hands["tcp://one"].threads == 3
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
def test_any_other_is_refused_with_a_line(answer: object, why: str) -> None:
    crew, said = looked(answer)
    assert crew.hands == {}
    assert said == [f"tcp://one: this worker is not used: {why}"]


def test_what_is_no_answer_is_refused() -> None:
    crew, said = looked(b"\x93\x01\x02\x03")
    assert crew.hands == {}
    assert said[0].startswith("tcp://one: this worker is not used: the worker sent something else")


def test_one_that_has_gone_meanwhile_is_not_blamed() -> None:
    crew, said = looked(OSError("connection reset"))
    assert (crew.hands, crew.refused, said) == ({}, {}, [])


def test_where_nobody_can_be_used_that_is_said() -> None:
    client: Any = Asked(msgspec.msgpack.encode(Admission(False, "it is old")))
    crew = Crew(Connection(client, "tcp://scheduler"), outfit(()), lambda _: None, patience=-1)
    with pytest.raises(ClusterError, match="its only worker cannot be used"):
        crew.wait()
