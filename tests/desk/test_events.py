"""The stream of events that the pages of the desk listen to."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from generator.desk.events import Events

THREADS, EACH = 4, 100


@pytest.fixture
def hurried() -> Iterator[None]:
    """Threads that take turns as often as possible."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


@pytest.mark.usefixtures("hurried")
def test_changes_at_once_arrive_in_order() -> None:
    events = Events()

    def change(thread: int) -> None:
        for _ in range(EACH):
            events.tell("articles", changed=[])

    async def heard() -> list[int]:
        stream = events.stream()
        hello = json.loads((await anext(stream)).partition("data: ")[2])
        assert hello["kind"] == "hello"
        with ThreadPoolExecutor(THREADS) as pool:
            done = [pool.submit(change, number) for number in range(THREADS)]
            lines = [await anext(stream) for _ in range(THREADS * EACH)]
        assert all(one.done() for one in done)
        await stream.aclose()  # type: ignore[attr-defined]
        found = [json.loads(line.removeprefix("data: "))["news"] for line in lines]
        return [int(news.rpartition(".")[2]) for news in found]

    # A thread of its own: a browser of another test may run an event loop in this one.
    with ThreadPoolExecutor(1) as own:
        order = own.submit(lambda: asyncio.run(heard())).result()
    assert order == list(range(1, THREADS * EACH + 1))
