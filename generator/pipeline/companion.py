"""A second process for a build in which little has changed.

What makes articles takes longer to load than to do its work. So another process loads it while
this one looks at the files, reads what is known and decides what is to be done; then it is handed
what has changed. Whatever it cannot do, this process does itself, and says what is wrong.
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

Given = TypeVar("Given")
In = TypeVar("In")
Out = TypeVar("Out")

# PR_SET_PDEATHSIG of <linux/prctl.h>.
_END_WITH_PARENT = 1
_LENGTH = struct.Struct("<Q")
# What is sent where the work has failed.
_FAILED = b""


class Companion:
    """The process, to be asked for work and closed."""

    def __init__(self, process: int, requests: BinaryIO, answers: BinaryIO) -> None:
        self._process, self._requests, self._answers = process, requests, answers
        self._given: object = None
        # What was begun, how many answers have come, and those that nobody has asked for yet.
        self._begun = self._come = 0
        self._kept: dict[int, bytes] = {}

    @classmethod
    def start(cls, prepare: Sequence[Callable[[], None]]) -> Companion | None:
        """Start one that calls each of ``prepare`` while there is nothing to do yet; None where a
        process cannot be forked, not safely, or has no processor of its own.

        Call it before anything is open that two processes must not share.
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
            # No memory, or too many processes: the build does without.
            for end in (asked, requests, answers, answering):
                os.close(end)
            return None
        if process == 0:
            try:
                os.close(requests)
                os.close(answers)
                _work(build, os.fdopen(asked, "rb"), os.fdopen(answering, "wb"), prepare)
            finally:
                # Whatever happened: nothing of the other process is to be ended here.
                os._exit(1)
        os.close(asked)
        os.close(answering)
        return cls(process, os.fdopen(requests, "wb"), os.fdopen(answers, "rb"))

    def begin(
        self, call: Callable[[In, Given], Out], items: Sequence[In], given: Given
    ) -> Callable[[], Sequence[Out]]:
        """Begin ``call`` of each item and ``given``, after what was begun before; the results when
        that is called for. All is plain data, as for `Workers.map`.
        """
        # What all calls are given is sent once, so that what is made of it there stays.
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
        while self._come <= number:
            self._kept[self._come] = _receive(self._answers)
            self._come += 1
        return self._kept.pop(number)

    def end(self) -> None:
        """End the process, whatever it is doing, without waiting until it has ended."""
        if not self._answers.closed:
            with contextlib.suppress(OSError):
                self._requests.close()
            self._answers.close()
            # It has not been waited for, so its number is still its own.
            with contextlib.suppress(ProcessLookupError):
                os.kill(self._process, signal.SIGKILL)

    def close(self) -> None:
        """End the process, and wait until it has ended."""
        if self._process:
            self.end()
            # Where the build was started with SIGCHLD ignored, the system has done that.
            with contextlib.suppress(ChildProcessError):
                os.waitpid(self._process, 0)
            self._process = 0


def _work(
    build: int, requests: BinaryIO, answers: BinaryIO, prepare: Sequence[Callable[[], None]]
) -> None:
    # Ctrl-C is for the build, which ends this process.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _end_with_the_build(build)
    # It lives for a second: nothing it leaves behind need be looked for.
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


def _end_with_the_build(build: int) -> None:
    """Have the system end this process at once when ``build`` does: one that is killed is followed
    by another, into whose files nobody else may write."""
    import ctypes

    # Where that is not possible, `_read` notices a moment later.
    with contextlib.suppress(AttributeError, OSError):
        ctypes.CDLL(None).prctl(_END_WITH_PARENT, signal.SIGKILL)
    if os.getppid() != build:
        os._exit(0)


def _read(requests: BinaryIO, waiting: queue.SimpleQueue[bytes]) -> None:
    """Read what is asked for, so that nobody waits to be heard. With the build, which may have been
    killed, this process ends."""
    while request := _receive(requests):
        waiting.put(request)
    os._exit(0)


def _send(stream: BinaryIO, data: bytes) -> None:
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def _receive(stream: BinaryIO) -> bytes:
    """What was sent; empty where the other process has ended, or says that it failed."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return b""
    (length,) = _LENGTH.unpack(head)
    data = stream.read(length)
    return data if len(data) == length else b""
