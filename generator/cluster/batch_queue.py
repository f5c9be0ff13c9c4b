"""Send batches to workers: a limited number at a time, and again if they fail.

A batch that fails is tried twice more, in smaller parts: first whole, then in parts of a sixteenth,
then item by item. So the item that causes the failure is found, and all others are made.
A worker that dies during a batch only costs time: Dask gives its batches to other workers. If
workers die repeatedly, each suspicious item is finally sent while nothing else is running, so that
no item is blamed for another. A batch that exceeds its time limit has failed, and its worker is
restarted.
"""

from __future__ import annotations

import queue
from collections import deque
from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from generator.cluster.messages import Reply, WrongAnswerError, read_reply, too_large
from generator.cluster.problems import ClusterError
from generator.cluster.progress import duration
from generator.cluster.worker_pool import WorkerPool

if TYPE_CHECKING:
    from distributed import Future

Item = TypeVar("Item")
Made = TypeVar("Made")

# Batches for each worker: the one in progress, and one that waits.
_AHEAD = 2
_PARTS = 16
_TRIES = 3
# How often a batch may be lost with its worker or on the network before that counts as a try.
_LOSSES = 3
_ENDED = "the worker that processed it died"
# The time limit of a batch in seconds, and the increase for each item: about twenty times what a
# slow core needs with the 80 MB model.
_LEAST_SECONDS = 120.0
_ITEM_SECONDS = 10.0
# Seconds until the next check if no answer arrives.
_TICK = 0.5
# The largest answer in bytes, and the increase for each byte of the batch: many times what is
# needed.
_LEAST_BYTES = 16_000_000
_TIMES_BYTES = 8
# Seconds to wait for the bytes of an answer, checked once a second.
_FETCH_SECONDS = 1
_FETCH_TRIES = 60
# If so many items have failed one by one and none ever succeeded, the items are not the cause.
_HOPELESS = 20


@dataclass(frozen=True)
class FinishedBatch(Generic[Item, Made]):
    """The result of a batch: what was made of its items, or the reason why it failed."""

    items: Sequence[Item]
    made: Sequence[Made] = ()
    failed: str = ""


@dataclass
class _Batch(Generic[Item]):
    items: Sequence[Item]
    tries: int = 0
    lost: int = 0
    alone: bool = False
    size: int = 0
    future: Future[bytes] | None = None


@dataclass
class Work(Generic[Item, Made]):
    """A kind of work: the function that workers run, the encoder of its items, and the decoder of
    its results."""

    call: Callable[[str, float, bytes], bytes]
    encode: Callable[[Sequence[Item]], bytes]
    read: Callable[[Reply, Sequence[Item]], Sequence[Made]]


@dataclass
class BatchQueue(Generic[Item, Made]):
    """Batches of one kind of work that are sent to the workers of a pool.

    ``tick`` is called whenever an answer arrives, and at least every half second.
    """

    pool: WorkerPool
    work: Work[Item, Made]
    tick: Callable[[], None] = lambda: None
    _waiting: deque[_Batch[Item]] = field(default_factory=deque)
    _in_flight: dict[Hashable, _Batch[Item]] = field(default_factory=dict)
    _answers: queue.SimpleQueue[Future[bytes]] = field(default_factory=queue.SimpleQueue)
    _failures: int = 0
    _successes: int = 0
    _stuck: bool = False

    def __enter__(self) -> BatchQueue[Item, Made]:
        return self

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        """Cancel the batches in progress."""
        futures = [batch.future for batch in self._in_flight.values() if batch.future]
        self._in_flight.clear()
        with suppress(Exception):
            self.pool.connection.client.cancel(futures, force=True)
            # A worker whose batch does not end must not continue with it after the command.
            if self._stuck:
                self.pool.look(now=True)

    @property
    def limit(self) -> int:
        """The maximum number of batches in progress."""
        return max(2, _AHEAD * len(self.pool.workers) + 1)

    @property
    def wants_more(self) -> bool:
        """Whether a worker might run out of work before the next batch is sent."""
        return len(self._waiting) < self.limit

    def send(self, items: Sequence[Item]) -> None:
        """Send a batch, as soon as the limit allows it."""
        self._waiting.append(_Batch(items))
        self._fill()

    def results(self) -> Iterator[FinishedBatch[Item, Made]]:
        """Wait for results, and yield batches that are made or have finally failed. Yields nothing
        if no batch is in progress.

        Raises `ClusterError` if the cluster cannot go on.
        """
        finished: list[FinishedBatch[Item, Made]] = []
        while not finished and (self._in_flight or self._waiting):
            if self.pool.look():
                finished += self._send_anew()
            self._fill()
            with suppress(queue.Empty):
                finished += self._settle(self._answers.get(timeout=0 if finished else _TICK))
            self._fill()
            self.tick()
            if self.pool.connection.client.status != "running":
                raise self.pool.lost()
        yield from finished

    def _fill(self) -> None:
        while self._waiting and self.pool.workers and len(self._in_flight) < self.limit:
            if any(batch.alone for batch in self._in_flight.values()):
                return
            if self._waiting[0].alone and self._in_flight:
                return
            self._submit(self._waiting.popleft())

    def _submit(self, batch: _Batch[Item]) -> None:
        name = self.pool.environment.name
        payload = self.work.encode(batch.items)
        batch.size = len(payload)
        seconds = _limit(batch.items)
        try:
            future = self.pool.connection.client.submit(
                self.work.call, name, seconds, payload, resources={name: 1}, pure=False
            )
        except Exception:
            # Whatever Dask raises here, the scheduler does not accept work any more.
            raise self.pool.lost() from None
        batch.future = future
        self._in_flight[future.key] = batch
        future.add_done_callback(self._answers.put)

    def _send_anew(self) -> list[FinishedBatch[Item, Made]]:
        """Submit all batches again: Dask would assign those that no worker could run only to
        workers that could run them when they joined."""
        finished: list[FinishedBatch[Item, Made]] = []
        pending = list(self._in_flight.values())
        self._in_flight.clear()
        for batch in reversed(pending):
            if batch.future is not None:
                batch.future.cancel(force=True)
            finished += self._lost(batch, "")
        return finished

    def _settle(self, future: Future[bytes]) -> list[FinishedBatch[Item, Made]]:
        batch = self._in_flight.pop(future.key, None)
        if batch is None:
            return []
        try:
            reply = self._fetch(future, _LEAST_BYTES + _TIMES_BYTES * batch.size)
            if reply.absent:
                return self._lost(batch, reply.worker)
            if reply.stuck:
                return self._overdue(batch, reply.worker)
            if reply.failed:
                return self._failed(batch, reply.failed)
            made = self.work.read(reply, batch.items)
        except _GoneError:
            return self._lost(batch, "")
        except _BatchError as error:
            return self._failed(batch, str(error), deadly=str(error) == _ENDED)
        except WrongAnswerError as error:
            return self._failed(batch, str(error))
        finally:
            future.release()
        self._successes += 1
        self.pool.did(reply.worker, len(batch.items), reply.seconds)
        return [FinishedBatch(batch.items, made)]

    def _fetch(self, future: Future[bytes], most: int) -> Reply:
        for _ in range(_FETCH_TRIES):
            if future.status != "finished":
                break
            try:
                self._refuse_more_than(most, future)
                return read_reply(future.result(timeout=_FETCH_SECONDS), most)
            except TypeError:
                raise WrongAnswerError("the worker sent an object, not plain data") from None
            except WrongAnswerError:
                raise
            except Exception:
                # Late, or the worker has died and its answer is lost.
                self._check_connection()
        if future.status == "error":
            raise _BatchError(_why(future.exception(timeout=_FETCH_SECONDS)))
        self._check_connection()
        raise _GoneError

    def _refuse_more_than(self, most: int, future: Future[bytes]) -> None:
        """Raise `WrongAnswerError` if an answer, by the size its worker states, is too large to
        fetch."""
        connection = self.pool.connection
        if connection.own:
            return
        if sum(connection.client.nbytes([future.key]).values()) > most:
            raise too_large(most)

    def _check_connection(self) -> None:
        if self.pool.connection.client.status != "running":
            raise self.pool.lost()

    def _lost(self, batch: _Batch[Item], worker: str) -> list[FinishedBatch[Item, Made]]:
        """Send a batch again, unchanged, if its answer is lost or its ``worker`` has lost its
        environment; such a worker is checked again."""
        batch.lost += 1
        if batch.lost > _LOSSES:
            return self._failed(batch, _ENDED, deadly=True)
        if worker:
            self.pool.dismiss(worker)
        self._waiting.appendleft(batch)
        return []

    def _overdue(self, batch: _Batch[Item], worker: str) -> list[FinishedBatch[Item, Made]]:
        """Handle a batch that exceeded its time limit; its worker ends when it is checked again."""
        took = f"not done in {duration(_limit(batch.items))}"
        self.pool.dismiss(worker, f"a batch was {took}; the worker is ended")
        self._stuck = True
        return self._failed(batch, took)

    def _failed(
        self, batch: _Batch[Item], why: str, *, deadly: bool = False
    ) -> list[FinishedBatch[Item, Made]]:
        tries = batch.tries + 1
        if tries < _TRIES:
            size = 1 if tries == _TRIES - 1 else -(-len(batch.items) // _PARTS)
            alone = deadly and tries == _TRIES - 1
            parts = [
                _Batch(batch.items[at : at + size], tries, alone=alone)
                for at in range(0, len(batch.items), size)
            ]
            self._waiting.extendleft(reversed(parts))
            return []
        self._failures += len(batch.items)
        if self._failures >= _HOPELESS and not self._successes:
            what = f"every batch fails: {why}"
            raise ClusterError(self.pool.connection.address, what, "see the workers' own logs")
        return [FinishedBatch(batch.items, failed=f"failed {_TRIES} times; at last: {why}")]


def _limit(items: Sequence[object]) -> float:
    """Return the time limit of a batch in seconds."""
    return _LEAST_SECONDS + _ITEM_SECONDS * len(items)


class _GoneError(Exception):
    """An answer that existed and is lost."""


class _BatchError(Exception):
    """A batch that failed; the text says why."""


def _why(error: BaseException | None) -> str:
    if type(error).__name__ == "KilledWorker":
        return _ENDED
    said = " ".join(str(error).split())[:200]
    return f"{type(error).__name__}: {said}"
