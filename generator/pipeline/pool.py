"""Work spread over processes, in order. Small work stays in this process."""

from __future__ import annotations

import contextlib
import multiprocessing
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection
from multiprocessing.context import ForkProcess
from types import TracebackType
from typing import Any, TypeVar

from generator.problem import DigestError, Problem

_In = TypeVar("_In")
_Out = TypeVar("_Out")

# Starting workers costs about as much as this many pages.
_WORTH_IT = 100
_CHUNK = 16


class Pool:
    """``jobs`` worker processes for ``size`` pieces of work, or none where they do not pay.

    Workers are forked, since pages are closures over the whole catalogue; where a system
    cannot fork safely (Windows, macOS, a process with threads) the work is done here.
    """

    def __init__(self, jobs: int, size: int) -> None:
        forkable = sys.platform == "linux" and threading.active_count() == 1
        self._jobs = jobs if forkable and size >= _WORTH_IT else 1
        self._workers: list[tuple[ForkProcess, Connection]] = []

    def __enter__(self) -> Pool:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for process, receiver in self._workers:
            receiver.close()
            if kind is not None:
                process.terminate()
            process.join()

    def map(self, call: Callable[[_In], _Out], items: Sequence[_In]) -> Iterator[_Out]:
        """``call`` of each item, in order."""
        if self._jobs == 1:
            return map(call, items)
        return self._spread(call, items)

    def _spread(self, call: Callable[[_In], _Out], items: Sequence[_In]) -> Iterator[_Out]:
        """Chunk after chunk goes round the workers, so the answers come back in order."""
        context = multiprocessing.get_context("fork")
        for number in range(self._jobs):
            receiver, sender = context.Pipe(duplex=False)
            process = context.Process(
                target=_work, args=(call, items, number, self._jobs, sender), daemon=True
            )
            process.start()
            sender.close()
            self._workers.append((process, receiver))
        chunks = -(-len(items) // _CHUNK)
        for chunk in range(chunks):
            try:
                answer = self._workers[chunk % self._jobs][1].recv()
            except EOFError as error:
                raise DigestError(
                    Problem("build", 0, "", "a worker process was ended", "try --jobs 1")
                ) from error
            if isinstance(answer, BaseException):
                raise answer
            yield from answer


def _work(
    call: Callable[[Any], Any], items: Sequence[Any], number: int, jobs: int, sender: Connection
) -> None:
    with contextlib.suppress(BrokenPipeError, KeyboardInterrupt):
        for start in range(number * _CHUNK, len(items), jobs * _CHUNK):
            try:
                sender.send([call(item) for item in items[start : start + _CHUNK]])
            except Exception as error:
                sender.send(error)
                return
