"""How long a batch may take on a worker: what never ends must not keep a core for ever."""

from __future__ import annotations

import faulthandler
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Thread
from typing import Generic, TypeVar

_Made = TypeVar("_Made")
# Seconds that a thread gets beyond its limit, before the process is ended from outside of Python.
_GRACE = 60.0


class OverdueError(Exception):
    """Work that is still running when its time is over. Its thread cannot be ended; the process
    has to be."""


def within(seconds: float, work: Callable[[], _Made]) -> _Made:
    """What ``work`` returns, or raises; `OverdueError` where it takes longer than ``seconds``.

    Where it lets no other thread of Python run, such as in a regular expression, the process
    ends a minute later.
    """
    task = _Task(work)
    with _last_resort(seconds + _GRACE):
        ended(task, seconds)
    if task.is_alive():
        raise OverdueError
    return task.result()


def ended(task: Thread, seconds: float) -> None:
    """Run a thread, and wait for it at most so long."""
    task.start()
    task.join(seconds)


class _Task(Thread, Generic[_Made]):
    """A call in a thread that does not keep its process from ending."""

    def __init__(self, work: Callable[[], _Made]) -> None:
        super().__init__(name="citydigest-batch", daemon=True)
        self._work = work
        self._made: list[_Made] = []
        self._error: Exception | None = None

    def run(self) -> None:
        try:
            self._made.append(self._work())
        except Exception as error:
            self._error = error

    def result(self) -> _Made:
        """What came of it. Raises what it raised."""
        if self._error is not None:
            raise self._error
        return self._made[0]


@contextmanager
def _last_resort(seconds: float) -> Iterator[None]:
    """Have the process ended after so long, with its stack on standard error."""
    # A worker whose standard error is closed goes without.
    with suppress(OSError, ValueError, RuntimeError, AttributeError):
        faulthandler.dump_traceback_later(seconds, exit=True)
    try:
        yield
    finally:
        faulthandler.cancel_dump_traceback_later()
