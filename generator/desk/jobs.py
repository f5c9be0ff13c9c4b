"""Runs long tasks (builds, translations, imports) in threads and reports their progress."""

from __future__ import annotations

import itertools
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

from generator.desk.events import Events
from generator.problem import DigestError, Problem, failure

JobState = Literal["running", "done", "failed", "cancelled"]
# The shortest time between two reports of progress; the last step is always reported.
_PAUSE_SECONDS = 0.1
# The number of finished jobs that are kept.
_KEPT = 50


class CancelledError(Exception):
    """The editor has stopped the job."""


@dataclass
class Job:
    """A task. ``kind`` names it; ``stage``, ``done`` and ``total`` are its progress; ``lines`` are
    its output; ``problems`` are the reason of a failure; ``outcome`` is its result (plain data)."""

    ident: str
    kind: str
    state: JobState = "running"
    stage: str = ""
    done: int = 0
    total: int = 0
    lines: list[str] = field(default_factory=list)
    problems: tuple[Problem, ...] = ()
    outcome: Any = None
    ended: threading.Event = field(default_factory=threading.Event, compare=False, repr=False)

    def as_dict(self) -> dict[str, object]:
        """The job as plain data for a page, with the last hundred lines."""
        return {
            "id": self.ident,
            "job": self.kind,
            "state": self.state,
            "stage": self.stage,
            "done": self.done,
            "total": self.total,
            "lines": self.lines[-100:],
            "problems": [str(problem) for problem in self.problems],
            "outcome": self.outcome,
        }


class Reporter:
    """Passed to the function of a job, which calls it as a `Progress`.

    A call, or `line`, raises `CancelledError` if the editor has stopped the job.
    """

    def __init__(self, job: Job, events: Events) -> None:
        self._job, self._events = job, events
        self._told = 0.0
        self._stop = threading.Event()
        self._telling = threading.Lock()

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Report that ``done`` of ``total`` items of ``stage`` are finished."""
        self.check()
        new = stage != self._job.stage
        self._job.stage, self._job.done, self._job.total = stage, done, total
        now = time.monotonic()
        if new or done == total or now - self._told > _PAUSE_SECONDS:
            self._told = now
            self.tell()

    def line(self, text: str) -> None:
        """Add a line of output."""
        self.check()
        self._job.lines.append(text)
        self.tell()

    def check(self) -> None:
        """Raise `CancelledError` if the job was stopped."""
        if self._stop.is_set():
            raise CancelledError

    @property
    def stopped(self) -> threading.Event:
        """Set when the job is to stop; for work that waits for something else."""
        return self._stop

    def stop(self) -> None:
        """Make the next call raise."""
        self._stop.set()

    def tell(self) -> None:
        """Send the state of the job to every page; of two threads, the later state is sent last."""
        with self._telling:
            self._events.tell("job", **self._job.as_dict())


Work = Callable[[Reporter], Any]


class Jobs:
    """The jobs of this process; only one of each kind runs at a time."""

    def __init__(self, events: Events) -> None:
        self._events = events
        self._lock = threading.Lock()
        self._numbers = itertools.count(1)
        self._jobs: dict[str, tuple[Job, Reporter]] = {}

    def start(self, kind: str, work: Work) -> Job:
        """Start ``work`` in a thread. If a job of this ``kind`` is running, that job is returned
        instead."""
        with self._lock:
            running = next((j for j, _ in self._jobs.values() if _runs(j, kind)), None)
            if running is not None:
                return running
            job = Job(str(next(self._numbers)), kind)
            reporter = Reporter(job, self._events)
            self._jobs[job.ident] = (job, reporter)
            for ident in [i for i, (j, _) in self._jobs.items() if j.state != "running"][:-_KEPT]:
                del self._jobs[ident]
        thread = threading.Thread(
            target=_run, args=(job, reporter, work), name=f"job {kind}", daemon=True
        )
        thread.start()
        return job

    def get(self, ident: str) -> Job | None:
        """A job by its id."""
        with self._lock:
            found = self._jobs.get(ident)
        return found[0] if found else None

    def running(self, kind: str) -> Job | None:
        """The running job of this kind, if any."""
        with self._lock:
            return next((j for j, _ in self._jobs.values() if _runs(j, kind)), None)

    def stop(self, ident: str) -> None:
        """Ask a job to stop at its next step."""
        with self._lock:
            found = self._jobs.get(ident)
        if found:
            found[1].stop()


def _runs(job: Job, kind: str) -> bool:
    return job.kind == kind and job.state == "running"


def _run(job: Job, reporter: Reporter, work: Work) -> None:
    try:
        job.outcome = work(reporter)
        state: JobState = "done"
    except CancelledError:
        state = "cancelled"
    except DigestError as error:
        job.problems, state = error.problems, "failed"
    except Exception as error:
        job.problems, state = (failure(job.kind, error),), "failed"
    job.state = state
    job.ended.set()
    reporter.tell()
