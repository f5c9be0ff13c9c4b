"""A second process that speeds up a build in which little has changed.

The code that processes articles takes longer to load than to run on a few articles. So a second
process loads it while this one checks the files, reads the cache and decides what to do; then it
gets the changed items. If it fails, this process does the work itself and reports the errors.
"""

from __future__ import annotations

import contextlib
import gc
import os
import pickle
import queue
import signal
import struct
import sys
import threading
from collections.abc import Callable, Sequence
from typing import BinaryIO, TypeVar

from generator.kept_tables import save_tables

Given = TypeVar("Given")
In = TypeVar("In")
Out = TypeVar("Out")

# PR_SET_PDEATHSIG of <linux/prctl.h>.
_END_WITH_PARENT = 1
_LENGTH = struct.Struct("<Q")
# The answer if the work failed.
_FAILED = b""


class Companion:
    """A handle of the second process: send it work with `begin`; `close` it in the end."""

    def __init__(self, process: int, requests: BinaryIO, answers: BinaryIO) -> None:
        self._process, self._requests, self._answers = process, requests, answers
        self._given: object = None
        # Numbers of requests sent and of answers received, and the answers not yet used.
        self._begun = self._received = 0
        self._answered: dict[int, bytes] = {}

    @classmethod
    def start(cls, prepare: Sequence[Callable[[], None]]) -> Companion | None:
        """Fork a companion that calls each of ``prepare`` until there is work.

        Returns None if there is only one processor or a process cannot be forked safely. Call it
        before opening anything that two processes must not share.
        """
        safe = sys.platform == "linux" and threading.active_count() == 1
        if not safe or (os.cpu_count() or 1) < 2:
            return None
        asked, requests = os.pipe()
        answers, answering = os.pipe()
        build = os.getpid()
        try:
            process = os.fork()
        except OSError:
            # No memory, or too many processes: build without a companion.
            for end in (asked, requests, answers, answering):
                os.close(end)
            return None
        if process == 0:
            try:
                os.close(requests)
                os.close(answers)
                _work(build, os.fdopen(asked, "rb"), os.fdopen(answering, "wb"), prepare)
            finally:
                # Never run the parent's cleanup code in the child.
                os._exit(1)
        os.close(asked)
        os.close(answering)
        return cls(process, os.fdopen(requests, "wb"), os.fdopen(answers, "rb"))

    def begin(
        self, call: Callable[[In, Given], Out], items: Sequence[In], given: Given
    ) -> Callable[[], Sequence[Out]]:
        """Send the work ``call(item, given)`` for each item; it is done in the order of requests.

        Returns a function that waits for the results. All arguments are plain data, as for
        `Workers.map`.
        """
        # ``given`` is sent only when it changes, so that what the companion made of it stays.
        more = None if given is self._given else given
        self._given = given
        try:
            _send(self._requests, pickle.dumps((call, items, more), pickle.HIGHEST_PROTOCOL))
        except OSError:
            return lambda: [call(item, given) for item in items]
        number = self._begun
        self._begun += 1

        def results() -> Sequence[Out]:
            answer = self._answer(number)
            if not answer:
                return [call(item, given) for item in items]
            found: Sequence[Out] = pickle.loads(answer)
            return found

        return results

    def _answer(self, number: int) -> bytes:
        while self._received <= number:
            self._answered[self._received] = _receive(self._answers)
            self._received += 1
        return self._answered.pop(number)

    def end(self) -> None:
        """Kill the process without waiting for its end."""
        if not self._answers.closed:
            with contextlib.suppress(OSError):
                self._requests.close()
            self._answers.close()
            # It has not been waited for, so its process id cannot have been reused.
            with contextlib.suppress(ProcessLookupError):
                os.kill(self._process, signal.SIGKILL)

    def close(self) -> None:
        """Kill the process and wait for its end."""
        if self._process:
            self.end()
            # If SIGCHLD is ignored, the system has reaped it already.
            with contextlib.suppress(ChildProcessError):
                os.waitpid(self._process, 0)
            self._process = 0


def _work(
    build: int, requests: BinaryIO, answers: BinaryIO, prepare: Sequence[Callable[[], None]]
) -> None:
    # Ctrl-C is handled by the build, which then ends this process.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _end_with_the_build(build)
    # The process lives for about a second, so garbage need not be collected.
    gc.disable()
    waiting: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    threading.Thread(target=_read, args=(requests, waiting), daemon=True).start()
    for step in prepare:
        if waiting.empty():
            step()
    given: object = None
    while True:
        call, items, more = pickle.loads(waiting.get())
        given = given if more is None else more
        try:
            answer = pickle.dumps([call(item, given) for item in items], pickle.HIGHEST_PROTOCOL)
        except Exception:
            answer = _FAILED
        _send(answers, answer)
        save_tables()


def _end_with_the_build(build: int) -> None:
    """Have the system kill this process when the process ``build`` ends.

    A killed build may be followed by another one at once, and this process must not write to its
    files.
    """
    import ctypes

    # If that is not possible, `_read` notices the end a moment later.
    with contextlib.suppress(AttributeError, OSError):
        ctypes.CDLL(None).prctl(_END_WITH_PARENT, signal.SIGKILL)
    if os.getppid() != build:
        os._exit(0)


def _read(requests: BinaryIO, waiting: queue.SimpleQueue[bytes]) -> None:
    """Read requests into a queue, so that the build never blocks on sending.

    When the build has ended, perhaps killed, this process ends too.
    """
    while request := _receive(requests):
        waiting.put(request)
    os._exit(0)


def _send(stream: BinaryIO, data: bytes) -> None:
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def _receive(stream: BinaryIO) -> bytes:
    """The next message; empty if the other process has ended or its work has failed."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return b""
    (length,) = _LENGTH.unpack(head)
    data = stream.read(length)
    return data if len(data) == length else b""
