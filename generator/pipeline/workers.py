"""Worker processes for large amounts of work; small amounts are done in this process."""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from generator.memory import give_back
from generator.pipeline.companion import Companion
from generator.problem import DigestError, Problem

# Modules that start processes are imported only if there is enough work for them.
if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

Given = TypeVar("Given")
In = TypeVar("In")
Out = TypeVar("Out")

# The least number of items for which workers pay: for forked workers, and for spawned ones, which
# must load all tables first.
_WORTH_FORKING, _WORTH_SPAWNING = 150, 400
_CHUNK = 16
# Up to this number of items, a companion does all the work; of more, this process does half.
_ALONE = 16
# Items that are done before workers are forked, so that what is loaded or compiled at first use is
# loaded once for all workers.
_BEFORE = 2
_WARNINGS = "PYTHONWARNINGS"
# As many processes as `ProcessPoolExecutor` allows on Windows.
_MOST_ON_WINDOWS = 61
# None on Windows.
_MASK = getattr(signal, "pthread_sigmask", None)
# Used instead of a file path in problems of the workers.
WORKERS = "build"


def _nothing() -> None:
    pass


class Workers(Generic[Given]):
    """A pool of ``jobs`` processes, started when there is enough work.

    Each process gets ``given`` once. ``given`` and all items must be picklable, because workers
    are spawned where a process cannot be forked safely. ``warm_up`` is called before workers are
    forked, so that they share what it loads. ``later`` is the same for the work after
    `next_phase`; it is called while the first workers run. A few items are shared with the
    ``companion``; ``meanwhile`` is called while it works on items that are ``apart`` (see `map`).
    """

    def __init__(
        self,
        jobs: int,
        given: Given,
        warm_up: Callable[[], None] = _nothing,
        later: Callable[[], None] = _nothing,
        companion: Companion | None = None,
        meanwhile: Callable[[], None] = _nothing,
    ) -> None:
        self._jobs = min(jobs, _MOST_ON_WINDOWS) if sys.platform == "win32" else jobs
        self._given = given
        self._companion, self._meanwhile = companion, meanwhile
        self._warm_up, self._later = warm_up, later
        self._pool: ProcessPoolExecutor | None = None
        self._forked = self._many = False

    def __enter__(self) -> Workers[Given]:
        return self

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        self._end(cancel=kind is not None)
        if self._companion is not None:
            self._companion.end()

    def next_phase(self) -> None:
        """Prepare for another kind of work.

        Forked workers end, so that the memory of their caches is freed; new ones are forked when
        needed.
        """
        if self._forked:
            self._end()
        self._warm_up, self._later = self._later, _nothing

    def _end(self, *, cancel: bool = False) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=cancel)
            self._pool = None

    def map(
        self, call: Callable[[In, Given], Out], items: Sequence[In], *, apart: bool = False
    ) -> Iterator[Out]:
        """Yield ``call(item, given)`` for each item, in order.

        ``call`` is a function at the top level of a module, or another picklable callable.
        ``apart`` says that the companion has loaded the code for it and this process has not.
        """
        if self._many or self._worth_it(len(items)):
            return self._spread(call, items)
        if self._companion is None or not items:
            return (call(item, self._given) for item in items)
        return self._shared(self._companion, call, items, apart=apart)

    def _shared(
        self,
        companion: Companion,
        call: Callable[[In, Given], Out],
        items: Sequence[In],
        *,
        apart: bool,
    ) -> Iterator[Out]:
        few = len(items) <= _ALONE
        half = (0 if apart else len(items)) if few else len(items) // 2
        rest = companion.begin(call, items[half:], self._given) if half < len(items) else list
        if apart:
            self._meanwhile()
        for item in items[:half]:
            yield call(item, self._given)
        yield from rest()

    def _worth_it(self, pieces: int) -> bool:
        if self._jobs == 1 or pieces < _WORTH_FORKING:
            return False
        return pieces >= _WORTH_SPAWNING or _can_fork()

    def begin(self, call: Callable[[In, Given], Out], item: In) -> Callable[[], Out]:
        """Start one long piece of work; returns a function that waits for its result.

        Without running workers or a companion, the work is done when that function is called.
        """
        if not self._many and self._companion is not None:
            results = self._companion.begin(call, [item], self._given)
            return lambda: results()[0]
        if not self._many:
            return lambda: call(item, self._given)
        future = self._executor().submit(_run_chunk, call, [item])

        def result() -> Out:
            with _named():
                return future.result()[0]

        return result

    def _spread(self, call: Callable[[In, Given], Out], items: Sequence[In]) -> Iterator[Out]:
        begin = 0
        if self._pool is None and _can_fork():
            self._warm_up()
            begin = _BEFORE
            for item in items[:begin]:
                yield call(item, self._given)
        chunks = [items[start : start + _CHUNK] for start in range(begin, len(items), _CHUNK)]
        with _named():
            every = self._executor().map(_run_chunk, [call] * len(chunks), chunks)
            if self._forked:
                self._later()
            for found in every:
                yield from found
        give_back()

    def _executor(self) -> ProcessPoolExecutor:
        if self._pool is None:
            import multiprocessing
            from concurrent.futures import ProcessPoolExecutor

            self._many, self._forked = True, _can_fork()
            if self._forked:
                self._warm_up()
                give_back()
                gc.freeze()
            context = multiprocessing.get_context("fork" if self._forked else "spawn")
            with nullcontext() if self._forked else _without_interrupts():
                self._pool = ProcessPoolExecutor(
                    self._jobs,
                    mp_context=context,
                    initializer=_begin if self._forked else _begin_without_interrupts,
                    initargs=(self._given,),
                )
                if not self._forked:
                    # Start all processes now, in this thread: one for each piece of work.
                    for _ in range(self._jobs):
                        self._pool.submit(_nothing)
        return self._pool


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """Processes started in the block ignore Ctrl-C and print no warnings.

    They end with the build, which reports the interrupt; Python's resource tracker would warn of
    semaphores that it left.
    """
    before = None
    told = os.environ.get(_WARNINGS)
    os.environ[_WARNINGS] = "ignore:resource_tracker"
    try:
        if _MASK:
            from multiprocessing import resource_tracker

            # Starting the tracker unblocks SIGINT, so start it before blocking that.
            resource_tracker.ensure_running()
            before = _MASK(signal.SIG_BLOCK, {signal.SIGINT})
        yield
    finally:
        if told is None:
            del os.environ[_WARNINGS]
        else:
            os.environ[_WARNINGS] = told
        if _MASK and before is not None:
            _MASK(signal.SIG_SETMASK, before)


@contextmanager
def _named() -> Iterator[None]:
    """In the block, turn the unexpected end of a worker into a `DigestError`."""
    from concurrent.futures.process import BrokenProcessPool

    try:
        yield
    except BrokenProcessPool as error:
        message = "a worker process ended unexpectedly"
        raise DigestError(Problem(WORKERS, message=message, hint="try --jobs 1")) from error


def _can_fork() -> bool:
    """Whether workers can be forked safely, which is much faster than spawning them."""
    return sys.platform == "linux" and threading.active_count() == 1


class _Worker:
    """The data that this worker process got at its start."""

    given: Any = None


def _begin(given: object) -> None:
    # Pages make few reference cycles: collecting garbage less often saves a twelfth of the time.
    gc.set_threshold(50_000, 50, 50)
    _Worker.given = given
    threading.Thread(target=_end_with_the_build, daemon=True).start()


def _begin_without_interrupts(given: object) -> None:
    # A worker that is started later than the first ones does not inherit the blocked signal.
    if _MASK:
        _MASK(signal.SIG_BLOCK, {signal.SIGINT})
    _begin(given)


def _end_with_the_build() -> None:
    """End this worker when the build ends.

    A killed build cannot end its workers: they would wait for work forever and keep the locks
    that they inherited.
    """
    from multiprocessing import parent_process

    build = parent_process()
    if build is not None:
        build.join()
        os._exit(1)


def _run_chunk(call: Callable[[Any, Any], Out], items: Sequence[Any]) -> list[Out]:
    return [call(item, _Worker.given) for item in items]
