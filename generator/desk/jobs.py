"""What takes longer than a page: builds, translations, imports, in threads with their progress."""

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
# Progress is told this often at most; the last step always.
_PAUSE_SECONDS = 0.1
# Finished jobs that are remembered.
_KEPT = 50


class CancelledError(Exception):
    """The editor has stopped the job."""


@dataclass
class Job:
    """A piece of work: ``kind`` names it, ``stage``, ``done`` and ``total`` say how far it is,
    ``lines`` are what it printed, ``problems`` what ended it, ``outcome`` what it gave (plain
    data)."""

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
        """The job for a page: its lines are the last hundred."""
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
    """What the work of a job is given: called as a `Progress` it tells how far it is.

    Calling it, or `line`, raises `CancelledError` once the editor has stopped the job.
    """

    def __init__(self, job: Job, events: Events) -> None:
        self._job, self._events = job, events
        self._told = 0.0
        self._stop = threading.Event()

    def __call__(self, stage: str, done: int, total: int) -> None:
        """``done`` of ``total`` pieces of ``stage`` are made."""
        self.check()
        new = stage != self._job.stage
        self._job.stage, self._job.done, self._job.total = stage, done, total
        now = time.monotonic()
        if new or done == total or now - self._told > _PAUSE_SECONDS:
            self._told = now
            self.tell()

    def line(self, text: str) -> None:
        """Show a line of output."""
        self.check()
        self._job.lines.append(text)
        self.tell()

    def check(self) -> None:
        """Raise `CancelledError` where the job has been stopped."""
        if self._stop.is_set():
            raise CancelledError

    @property
    def stopped(self) -> threading.Event:
        """Set once the job is to stop: for work that waits for something else."""
        return self._stop

    def stop(self) -> None:
        """Have the next call raise."""
        self._stop.set()

    def tell(self) -> None:
        """Send the job to every page."""
        self._events.tell("job", **self._job.as_dict())


Work = Callable[[Reporter], Any]


class Jobs:
    """The jobs of this process: one of a kind at a time."""

    def __init__(self, events: Events) -> None:
        self._events = events
        self._lock = threading.Lock()
        self._numbers = itertools.count(1)
        self._jobs: dict[str, tuple[Job, Reporter]] = {}

    def start(self, kind: str, work: Work) -> Job:
        """Begin ``work`` in a thread; the job of this ``kind`` that still runs, where one does."""
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
        """A job by its name."""
        with self._lock:
            found = self._jobs.get(ident)
        return found[0] if found else None

    def running(self, kind: str) -> Job | None:
        """The job of this kind that runs, if one does."""
        with self._lock:
            return next((j for j, _ in self._jobs.values() if _runs(j, kind)), None)

    def stop(self, ident: str) -> None:
        """Ask a job to end at its next step."""
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
