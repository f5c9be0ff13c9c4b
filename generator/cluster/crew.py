"""The workers of a scheduler: who is fit, who is not and why, and what each has done."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from generator.cluster.connection import Connection
from generator.cluster.messages import Admission, WrongAnswerError, read_admission
from generator.cluster.outfit import Outfit
from generator.cluster.problems import ClusterError, not_used
from generator.problem import Problem

# Seconds between two looks at who has come and who has gone.
_LOOK_EVERY = 2.0
# How long a command waits for a worker where there is none.
PATIENCE = 60.0
_NANNY = "with a nanny, as `dask worker` has one, another takes its place"
_NOT_INSTALLED = ("ModuleNotFoundError", "ImportError", "AttributeError")


@dataclass
class Hand:
    """A worker that is fit, and what it has done: segments or pages, and the seconds they
    took it."""

    address: str
    threads: int
    done: int = 0
    seconds: float = 0.0

    @property
    def rate(self) -> float:
        """How many a second; 0 before the first."""
        return self.done / self.seconds if self.seconds else 0.0


@dataclass
class Crew:
    """The workers that are fit for ``outfit``, looked for again and again.

    ``package`` makes the translation package where a worker lacks it; ``tell`` is told of each
    worker that is refused, once.
    """

    connection: Connection
    outfit: Outfit
    tell: Callable[[Problem], None]
    package: Callable[[], bytes] = bytes
    patience: float = PATIENCE
    hands: dict[str, Hand] = field(default_factory=dict)
    gone: list[Hand] = field(default_factory=list)
    refused: dict[str, str] = field(default_factory=dict)
    _looked: float = float("-inf")
    _alone_since: float | None = None

    def look(self, *, now: bool = False) -> bool:
        """Note who has come and gone; whether somebody is there after a time without anybody,
        so that what waits has to be handed out anew.

        Raises `ClusterError` where the scheduler is gone, or nobody has come for too long.
        """
        if not now and time.monotonic() - self._looked < _LOOK_EVERY:
            return False
        there = self._present()
        for address in [address for address in self.hands if address not in there]:
            self.gone.append(self.hands.pop(address))
        alone = not self.hands
        self._admit([a for a in there if a not in self.hands and a not in self.refused])
        self._looked = time.monotonic()
        if self.hands:
            self._alone_since = None
            return alone
        self._be_patient(there)
        return False

    def wait(self) -> None:
        """Wait until somebody is fit, and say so. Raises `ClusterError` as `look` does."""
        self.look(now=True)
        if not self.hands:
            seconds = f"{self.patience:.0f} seconds at most"
            message = f"no worker that can be used has come yet; waiting {seconds}"
            self.tell(Problem(self.connection.address, message=message, severity="note"))
        while not self.hands:
            time.sleep(0.2)
            self.look(now=True)

    def did(self, address: str, count: int, seconds: float) -> None:
        """Note what a worker has done; one that is not of the crew is not noted."""
        hand = self.hands.get(address)
        if hand is not None:
            hand.done += count
            hand.seconds += seconds

    def dismiss(self, address: str, why: str = "") -> None:
        """Look at a worker anew, as one that has just come; say ``why``, if there is a reason
        that a user should know."""
        hand = self.hands.pop(address, None)
        if hand is not None:
            self.gone.append(hand)
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
        """What is said where the scheduler does not answer any more."""
        return ClusterError(self.connection.address, "the scheduler does not answer any more")

    def _be_patient(self, there: Sequence[str]) -> None:
        since = self._alone_since = self._alone_since or time.monotonic()
        waited = time.monotonic() - since
        # Others may be starting.
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
        """Ask workers that have come whether they are fit; what they lack is sent."""
        from generator.cluster import workshop

        encoded = self.outfit.encode()
        lacking = []
        for address, found in self._ask(workshop.admit, (encoded,), addresses):
            if found.package:
                lacking.append(address)
            else:
                self._settle(address, found)
        if not lacking:
            return
        wanted = self.outfit.translating.package if self.outfit.translating else ""
        args = (self.package(), wanted)
        arrived = []
        # One after another, so that only one copy at a time is on its way.
        for address in lacking:
            for _, found in self._ask(workshop.receive, args, [address]):
                if found.fit:
                    arrived.append(address)
                else:
                    self._settle(address, found)
        for address, found in self._ask(workshop.admit, (encoded,), arrived):
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
            # One of them has sent something that is not plain data.
            if len(addresses) > 1:
                return [one for a in addresses for one in self._ask(function, args, [a])]
            answers = {addresses[0]: error}
        except Exception:
            # Somebody has gone meanwhile: the next look will tell who.
            return []
        return [(a, _admission(answers[a])) for a in addresses if not _is_gone(answers.get(a))]

    def _settle(self, address: str, found: Admission) -> None:
        if found.fit:
            self.hands[address] = Hand(address, found.threads)
            return
        self.refused[address] = found.why
        self.tell(not_used(address, found.why, found.hint))


def _is_gone(answer: object) -> bool:
    return answer is None or isinstance(answer, OSError)


def _admission(answer: object) -> Admission:
    if isinstance(answer, Exception):
        # Dask sends what it cannot pass on as a plain exception with its name in the text.
        if any(name in f"{type(answer).__name__} {answer}" for name in _NOT_INSTALLED):
            hint = "install this program on the worker too, in the same version"
            return Admission(False, "it has no citydigest, or one that cannot do this", hint)
        said = " ".join(str(answer).split())[:200]
        return Admission(False, f"{type(answer).__name__}: {said}")
    try:
        return read_admission(answer)
    except WrongAnswerError as error:
        return Admission(False, str(error)[:500])
