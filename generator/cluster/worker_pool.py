"""The workers of a scheduler: which can be used, which cannot and why, and what each has done."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from generator.cluster.connection import Connection
from generator.cluster.environment import Environment
from generator.cluster.messages import Admission, WrongAnswerError, read_admission
from generator.cluster.problems import ClusterError, not_used
from generator.problem import Problem

# Seconds between two checks of which workers exist.
_LOOK_EVERY = 2.0
# Seconds that a command waits for a worker if there is none.
PATIENCE = 60.0
_NANNY = "with a nanny, as `dask worker` has one, another takes its place"
_NOT_INSTALLED = ("ModuleNotFoundError", "ImportError", "AttributeError")


@dataclass
class Worker:
    """A worker that can be used, with the number of segments or pages it has made, and the seconds
    that they took."""

    address: str
    threads: int
    done: int = 0
    seconds: float = 0.0

    @property
    def rate(self) -> float:
        """Segments or pages a second; 0 before the first."""
        return self.done / self.seconds if self.seconds else 0.0


@dataclass
class WorkerPool:
    """The workers that meet the requirements of ``environment``; the list is updated regularly.

    ``package`` returns the packed translation package for workers that lack it. ``tell`` is called
    once for each worker that is refused.
    """

    connection: Connection
    environment: Environment
    tell: Callable[[Problem], None]
    package: Callable[[], bytes] = bytes
    patience: float = PATIENCE
    workers: dict[str, Worker] = field(default_factory=dict)
    gone: list[Worker] = field(default_factory=list)
    refused: dict[str, str] = field(default_factory=dict)
    _looked: float = float("-inf")
    _alone_since: float | None = None

    def look(self, *, now: bool = False) -> bool:
        """Update the list of workers. Return whether there are workers again after a time without
        any, so that waiting batches must be submitted again.

        Raises `ClusterError` if the scheduler is gone, or if there has been no worker for too long.
        """
        if not now and time.monotonic() - self._looked < _LOOK_EVERY:
            return False
        there = self._present()
        for address in [address for address in self.workers if address not in there]:
            self.gone.append(self.workers.pop(address))
        alone = not self.workers
        self._admit([a for a in there if a not in self.workers and a not in self.refused])
        self._looked = time.monotonic()
        if self.workers:
            self._alone_since = None
            return alone
        self._check_patience(there)
        return False

    def wait(self) -> None:
        """Wait until there is a usable worker, and report that. Raises `ClusterError` as `look`
        does."""
        self.look(now=True)
        if not self.workers:
            seconds = f"{self.patience:.0f} seconds at most"
            message = f"no worker that can be used has come yet; waiting {seconds}"
            self.tell(Problem(self.connection.address, message=message, severity="note"))
        while not self.workers:
            time.sleep(0.2)
            self.look(now=True)

    def did(self, address: str, count: int, seconds: float) -> None:
        """Count the work of a worker; a worker that is not in the list is ignored."""
        worker = self.workers.get(address)
        if worker is not None:
            worker.done += count
            worker.seconds += seconds

    def dismiss(self, address: str, why: str = "") -> None:
        """Remove a worker, so that it is checked again like a new one; report ``why``, if it is a
        reason that the user should know."""
        worker = self.workers.pop(address, None)
        if worker is not None:
            self.gone.append(worker)
            if why:
                self.tell(Problem(address, message=why, hint=_NANNY, severity="warning"))
        self._looked = float("-inf")

    def _present(self) -> list[str]:
        try:
            found = self.connection.client.scheduler_info(n_workers=-1)
        except Exception:
            raise self.lost() from None
        return [str(address) for address in found["workers"]]

    def lost(self) -> ClusterError:
        """Return the error for a scheduler that no longer answers."""
        return ClusterError(self.connection.address, "the scheduler does not answer any more")

    def _check_patience(self, there: Sequence[str]) -> None:
        since = self._alone_since = self._alone_since or time.monotonic()
        waited = time.monotonic() - since
        # Other workers may still be starting.
        if there and all(a in self.refused for a in there) and waited > self.patience / 6:
            one = len(there) == 1
            what = "its only worker" if one else f"none of its {len(there)} workers"
            what += " cannot be used" if one else " can be used"
            raise ClusterError(self.connection.address, what, "the lines above say why")
        if waited > self.patience:
            what = f"no worker has come in {self.patience:.0f} seconds"
            hint = f"start one with `dask worker {self.connection.address}`"
            raise ClusterError(self.connection.address, what, hint)

    def _admit(self, addresses: Sequence[str]) -> None:
        """Check whether new workers can be used; send them a missing translation package."""
        from generator.cluster import on_worker

        encoded = self.environment.encode()
        lacking = []
        for address, found in self._ask(on_worker.admit, (encoded,), addresses):
            if found.package:
                lacking.append(address)
            else:
                self._settle(address, found)
        if not lacking:
            return
        wanted = self.environment.translating.package if self.environment.translating else ""
        args = (self.package(), wanted)
        arrived = []
        # One worker at a time, so that only one copy is being sent.
        for address in lacking:
            for _, found in self._ask(on_worker.receive, args, [address]):
                if found.fit:
                    arrived.append(address)
                else:
                    self._settle(address, found)
        for address, found in self._ask(on_worker.admit, (encoded,), arrived):
            self._settle(address, found)

    def _ask(
        self, function: Callable[..., object], args: tuple[object, ...], addresses: Sequence[str]
    ) -> list[tuple[str, Admission]]:
        if not addresses:
            return []
        try:
            answers = self.connection.client.run(
                function, *args, workers=list(addresses), on_error="return"
            )
        except TypeError as error:
            # One of them has sent something other than plain data: find out which.
            if len(addresses) > 1:
                return [one for a in addresses for one in self._ask(function, args, [a])]
            answers = {addresses[0]: error}
        except Exception:
            # A worker has disappeared: the next update will notice which.
            return []
        return [(a, _admission(answers[a])) for a in addresses if not _is_gone(answers.get(a))]

    def _settle(self, address: str, found: Admission) -> None:
        if found.fit:
            self.workers[address] = Worker(address, found.threads)
            return
        self.refused[address] = found.why
        self.tell(not_used(address, found.why, found.hint))


def _is_gone(answer: object) -> bool:
    return answer is None or isinstance(answer, OSError)


def _admission(answer: object) -> Admission:
    if isinstance(answer, Exception):
        # Dask replaces exceptions that it cannot send by a plain one with the name in its text.
        if any(name in f"{type(answer).__name__} {answer}" for name in _NOT_INSTALLED):
            hint = "install this program on the worker too, in the same version"
            return Admission(False, "it has no citydigest, or one that cannot do this", hint)
        said = " ".join(str(answer).split())[:200]
        return Admission(False, f"{type(answer).__name__}: {said}")
    try:
        return read_admission(answer)
    except WrongAnswerError as error:
        return Admission(False, str(error)[:500])
