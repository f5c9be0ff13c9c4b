"""A time limit for a batch on a worker, so that an endless one does not occupy a core for ever."""

from __future__ import annotations

import faulthandler
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Thread
from typing import Generic, TypeVar

_Made = TypeVar("_Made")
# Seconds after its limit when a blocked process is ended by a timer outside of Python.
_GRACE = 60.0


class OverdueError(Exception):
    """The work is still running after its time limit. Its thread cannot be stopped; the process
    must be ended."""


def within(seconds: float, work: Callable[[], _Made]) -> _Made:
    """Return what ``work`` returns, or raise what it raises; raise `OverdueError` if it takes
    longer than ``seconds``.

    If it blocks all threads of Python, as a regular expression can, the process ends a minute
    later.
    """
    task = _Task(work)
    with _last_resort(seconds + _GRACE):
        ended(task, seconds)
    if task.is_alive():
        raise OverdueError
    return task.result()


def ended(task: Thread, seconds: float) -> None:
    """Start a thread, and wait at most ``seconds`` for its end."""
    task.start()
    task.join(seconds)


class _Task(Thread, Generic[_Made]):
    """A call in a thread that does not keep its process alive."""

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
        """Return the result of the call, or raise its exception."""
        if self._error is not None:
            raise self._error
        return self._made[0]


@contextmanager
def _last_resort(seconds: float) -> Iterator[None]:
    """End the process after so many seconds, with its stack on standard error."""
    # Not possible on a worker whose standard error is closed.
    with suppress(OSError, ValueError, RuntimeError, AttributeError):
        faulthandler.dump_traceback_later(seconds, exit=True)
    try:
        yield
    finally:
        faulthandler.cancel_dump_traceback_later()
