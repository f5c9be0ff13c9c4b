"""Worker processes. Small work stays in this process."""

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

# What starts processes is imported where there is enough to do for them.
if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

Given = TypeVar("Given")
In = TypeVar("In")
Out = TypeVar("Out")

# Starting workers costs about as much as so many pieces of work: forked ones, and those that are
# started anew and must read all tables first.
_WORTH_IT, _WORTH_ANEW = 150, 400
_CHUNK = 16
# So much work is left to a companion alone; of more, this process does a part.
_ALONE = 16
# So many pieces are done before workers are forked: what is read or compiled at first use is then
# read once for all.
_BEFORE = 2
_WARNINGS = "PYTHONWARNINGS"
# Windows has none.
_MASK = getattr(signal, "pthread_sigmask", None)
# What a problem of the workers names in place of a file.
WORKERS = "build"


def _nothing() -> None:
    pass


class Workers(Generic[Given]):
    """``jobs`` processes that are given ``given`` once, started when there is enough to do.

    ``given`` and all items are plain data, or can be pickled: where a system cannot fork
    safely, workers are started anew. ``warm_up`` is called before workers are forked: what it
    makes is made once, and stays shared. ``later`` is the same for the work after `go_on`; it is
    called while the first workers work. Of a few pieces of work a ``companion`` does its share;
    ``meanwhile`` is called while it does what is apart.
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
        self._jobs, self._given = jobs, given
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

    def go_on(self) -> None:
        """Work of another sort follows. Forked workers end, and with them what they remember of
        the work before; new ones are forked where these were running."""
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
        """``call`` of each item and what was given, in order.

        ``call`` is a function at the top level of a module, or another thing that can be
        pickled. Where it is ``apart``, a companion has loaded what it needs and this process has
        not.
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
        if self._jobs == 1 or pieces < _WORTH_IT:
            return False
        return pieces >= _WORTH_ANEW or _forks()

    def begin(self, call: Callable[[In, Given], Out], item: In) -> Callable[[], Out]:
        """Begin with one long piece of work; its result when that is called for.

        Without running workers it is done then, in this process.
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
        if self._pool is None and _forks():
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

            self._many, self._forked = True, _forks()
            if self._forked:
                self._warm_up()
                give_back()
                gc.freeze()
            context = multiprocessing.get_context("fork" if self._forked else "spawn")
            with nullcontext() if self._forked else _in_silence():
                self._pool = ProcessPoolExecutor(
                    self._jobs,
                    mp_context=context,
                    initializer=_begin if self._forked else _begin_in_silence,
                    initargs=(self._given,),
                )
                if not self._forked:
                    # They are all started now, by this thread: one for each piece of work.
                    for _ in range(self._jobs):
                        self._pool.submit(_nothing)
        return self._pool


@contextmanager
def _in_silence() -> Iterator[None]:
    """Processes that are started meanwhile do not hear Ctrl-C: they end with the build, and have
    nothing to say of it, nor of semaphores that it left (Python's tracker of resources)."""
    before = None
    told = os.environ.get(_WARNINGS)
    os.environ[_WARNINGS] = "ignore:resource_tracker"
    try:
        if _MASK:
            from multiprocessing import resource_tracker

            # Whoever starts the tracker hears Ctrl-C afterwards, whatever it was before.
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
    """A line for workers that something has ended."""
    from concurrent.futures.process import BrokenProcessPool

    try:
        yield
    except BrokenProcessPool as error:
        message = "a worker process ended unexpectedly"
        raise DigestError(Problem(WORKERS, message=message, hint="try --jobs 1")) from error


def _forks() -> bool:
    """Forked workers start in no time; where that is not safe they are started anew."""
    return sys.platform == "linux" and threading.active_count() == 1


class _Worker:
    """What this process was given once."""

    given: Any = None


def _begin(given: object) -> None:
    # Pages leave few circles behind: looking for them less often saves a twelfth of the time.
    gc.set_threshold(50_000, 50, 50)
    _Worker.given = given
    threading.Thread(target=_end_with_the_build, daemon=True).start()


def _begin_in_silence(given: object) -> None:
    # One that was started later than the first ones has not got this from the build.
    if _MASK:
        _MASK(signal.SIG_BLOCK, {signal.SIGINT})
    _begin(given)


def _end_with_the_build() -> None:
    """A build that is killed cannot end its workers: left behind, they would wait for work for
    ever, and hold the locks that they have from it."""
    from multiprocessing import parent_process

    build = parent_process()
    if build is not None:
        build.join()
        os._exit(1)


def _run_chunk(call: Callable[[Any, Any], Out], items: Sequence[Any]) -> list[Out]:
    return [call(item, _Worker.given) for item in items]
