"""Batches on their way: a bounded number at a time, and tried again where they fail.

A batch that fails is tried twice more, in ever smaller parts: as a whole, in parts of a
sixteenth, one by one. So what breaks is found to the piece, and everything beside it is made.
A worker that ends in mid-batch costs nothing but time: Dask gives its batches to others. Where
workers end again and again, each piece in doubt is sent alone at last, so that none is blamed
for what another does. A batch that does not end in its time has failed, and its worker is
started anew.
"""

from __future__ import annotations

import queue
from collections import deque
from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from generator.cluster.crew import Crew
from generator.cluster.messages import Reply, WrongAnswerError, read_reply, too_large
from generator.cluster.problems import ClusterError
from generator.cluster.progress import duration

if TYPE_CHECKING:
    from distributed import Future

Item = TypeVar("Item")
Made = TypeVar("Made")

# For each worker: the batch that it is at and one that waits there.
_AHEAD = 2
_PARTS = 16
_TRIES = 3
# So often a batch may be lost with its worker, or on the way, before that counts as a try.
_LOSSES = 3
_ENDED = "the worker that was at it ended"
# Seconds that a batch may take, and that each piece of it adds: some twenty times what a slow core
# needs with the 80 MB model.
_LEAST_SECONDS = 120.0
_PIECE_SECONDS = 10.0
# Seconds until somebody looks up, where nothing comes.
_TICK = 0.5
# Bytes that an answer may have, and that each byte of its batch adds: many times what any has.
_LEAST_BYTES = 16_000_000
_TIMES_BYTES = 8
# How long an answer may take from a worker, looked after every second.
_FETCH_SECONDS = 1
_FETCH_TRIES = 60
# Where so many pieces have failed one by one and nothing ever came, it is not the pieces.
_HOPELESS = 20


@dataclass(frozen=True)
class Landed(Generic[Item, Made]):
    """What became of a batch: what was made of its items, or why nothing was."""

    items: Sequence[Item]
    made: Sequence[Made] = ()
    failed: str = ""


@dataclass
class _Parcel(Generic[Item]):
    items: Sequence[Item]
    tries: int = 0
    lost: int = 0
    alone: bool = False
    size: int = 0
    future: Future[bytes] | None = None


@dataclass
class Work(Generic[Item, Made]):
    """A kind of work: the function that workers run, how items are sent, and how what was made
    of them is read."""

    call: Callable[[str, float, bytes], bytes]
    encode: Callable[[Sequence[Item]], bytes]
    read: Callable[[Reply, Sequence[Item]], Sequence[Made]]


@dataclass
class Flight(Generic[Item, Made]):
    """Batches of one kind on their way to the workers of a crew and back.

    ``tick`` is called whenever something has come, and every half a second in any case.
    """

    crew: Crew
    work: Work[Item, Made]
    tick: Callable[[], None] = lambda: None
    _waiting: deque[_Parcel[Item]] = field(default_factory=deque)
    _aloft: dict[Hashable, _Parcel[Item]] = field(default_factory=dict)
    _arrivals: queue.SimpleQueue[Future[bytes]] = field(default_factory=queue.SimpleQueue)
    _failures: int = 0
    _successes: int = 0
    _stuck: bool = False

    def __enter__(self) -> Flight[Item, Made]:
        return self

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        """Call back what is on its way."""
        futures = [parcel.future for parcel in self._aloft.values() if parcel.future]
        self._aloft.clear()
        with suppress(Exception):
            self.crew.connection.client.cancel(futures, force=True)
            # A worker whose batch does not end must not stay at it when the command is gone.
            if self._stuck:
                self.crew.look(now=True)

    @property
    def limit(self) -> int:
        """How many batches may be on their way."""
        return max(2, _AHEAD * len(self.crew.hands) + 1)

    @property
    def wants_more(self) -> bool:
        """Whether a worker might be without work before the next batch comes."""
        return len(self._waiting) < self.limit

    def send(self, items: Sequence[Item]) -> None:
        """Send a batch as soon as there is room for it."""
        self._waiting.append(_Parcel(items))
        self._fill()

    def land(self) -> Iterator[Landed[Item, Made]]:
        """What comes next: batches that are made, or have failed for good; waits for the first.
        Nothing where nothing is on its way.

        Raises `ClusterError` where the cluster cannot go on.
        """
        landed: list[Landed[Item, Made]] = []
        while not landed and (self._aloft or self._waiting):
            if self.crew.look():
                landed += self._send_anew()
            self._fill()
            with suppress(queue.Empty):
                landed += self._settle(self._arrivals.get(timeout=0 if landed else _TICK))
            self._fill()
            self.tick()
            if self.crew.connection.client.status != "running":
                raise self.crew.lost()
        yield from landed

    def _fill(self) -> None:
        while self._waiting and self.crew.hands and len(self._aloft) < self.limit:
            if any(parcel.alone for parcel in self._aloft.values()):
                return
            if self._waiting[0].alone and self._aloft:
                return
            self._launch(self._waiting.popleft())

    def _launch(self, parcel: _Parcel[Item]) -> None:
        name = self.crew.outfit.name
        payload = self.work.encode(parcel.items)
        parcel.size = len(payload)
        seconds = _limit(parcel.items)
        try:
            future = self.crew.connection.client.submit(
                self.work.call, name, seconds, payload, resources={name: 1}, pure=False
            )
        except Exception:
            # Whatever Dask raises, it takes no more work.
            raise self.crew.lost() from None
        parcel.future = future
        self._aloft[future.key] = parcel
        future.add_done_callback(self._arrivals.put)

    def _send_anew(self) -> list[Landed[Item, Made]]:
        """Dask hands out what nobody was fit for only to workers that are fit as they come."""
        landed: list[Landed[Item, Made]] = []
        parcels = list(self._aloft.values())
        self._aloft.clear()
        for parcel in reversed(parcels):
            if parcel.future is not None:
                parcel.future.cancel(force=True)
            landed += self._lost(parcel, "")
        return landed

    def _settle(self, future: Future[bytes]) -> list[Landed[Item, Made]]:
        parcel = self._aloft.pop(future.key, None)
        if parcel is None:
            return []
        try:
            reply = self._fetch(future, _LEAST_BYTES + _TIMES_BYTES * parcel.size)
            if reply.absent:
                return self._lost(parcel, reply.worker)
            if reply.stuck:
                return self._overdue(parcel, reply.worker)
            if reply.failed:
                return self._failed(parcel, reply.failed)
            made = self.work.read(reply, parcel.items)
        except _GoneError:
            return self._lost(parcel, "")
        except _BatchError as error:
            return self._failed(parcel, str(error), deadly=str(error) == _ENDED)
        except WrongAnswerError as error:
            return self._failed(parcel, str(error))
        finally:
            future.release()
        self._successes += 1
        self.crew.did(reply.worker, len(parcel.items), reply.seconds)
        return [Landed(parcel.items, made)]

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
                # Late, or the worker has ended since, and its answer with it.
                self._look_up()
        if future.status == "error":
            raise _BatchError(_why(future.exception(timeout=_FETCH_SECONDS)))
        self._look_up()
        raise _GoneError

    def _refuse_more_than(self, most: int, future: Future[bytes]) -> None:
        """Raise where an answer is too large to be fetched, as its worker says itself."""
        connection = self.crew.connection
        if connection.own:
            return
        if sum(connection.client.nbytes([future.key]).values()) > most:
            raise too_large(most)

    def _look_up(self) -> None:
        if self.crew.connection.client.status != "running":
            raise self.crew.lost()

    def _lost(self, parcel: _Parcel[Item], worker: str) -> list[Landed[Item, Made]]:
        """An answer that is gone, or a ``worker`` that has forgotten its outfit and is looked at
        anew: the batch is sent once more, as it was."""
        parcel.lost += 1
        if parcel.lost > _LOSSES:
            return self._failed(parcel, _ENDED, deadly=True)
        if worker:
            self.crew.dismiss(worker)
        self._waiting.appendleft(parcel)
        return []

    def _overdue(self, parcel: _Parcel[Item], worker: str) -> list[Landed[Item, Made]]:
        """A batch that has not ended in its time; its worker ends when it is looked at anew."""
        took = f"not done in {duration(_limit(parcel.items))}"
        self.crew.dismiss(worker, f"a batch was {took}; the worker is ended")
        self._stuck = True
        return self._failed(parcel, took)

    def _failed(
        self, parcel: _Parcel[Item], why: str, *, deadly: bool = False
    ) -> list[Landed[Item, Made]]:
        tries = parcel.tries + 1
        if tries < _TRIES:
            size = 1 if tries == _TRIES - 1 else -(-len(parcel.items) // _PARTS)
            alone = deadly and tries == _TRIES - 1
            parts = [
                _Parcel(parcel.items[at : at + size], tries, alone=alone)
                for at in range(0, len(parcel.items), size)
            ]
            self._waiting.extendleft(reversed(parts))
            return []
        self._failures += len(parcel.items)
        if self._failures >= _HOPELESS and not self._successes:
            what = f"every batch fails: {why}"
            raise ClusterError(self.crew.connection.address, what, "see the workers' own logs")
        return [Landed(parcel.items, failed=f"failed {_TRIES} times; at last: {why}")]


def _limit(items: Sequence[object]) -> float:
    """Seconds that a batch may take."""
    return _LEAST_SECONDS + _PIECE_SECONDS * len(items)


class _GoneError(Exception):
    """An answer that was there and is gone."""


class _BatchError(Exception):
    """A batch that did not come back; the text says why."""


def _why(error: BaseException | None) -> str:
    if type(error).__name__ == "KilledWorker":
        return _ENDED
    said = " ".join(str(error).split())[:200]
    return f"{type(error).__name__}: {said}"
