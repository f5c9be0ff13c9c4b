"""The progress of a cluster: items a second, remaining time, and the share of each worker."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Callable, Sequence

import click

from generator.cluster.worker_pool import Worker, WorkerPool
from generator.problem import counted, shown

# Seconds between two lines of progress if standard error is not a terminal.
_LOG_EVERY = 60.0
# How many workers are shown one by one.
_SHOWN = 4
_ROWS = 40


class ClusterProgress:
    """On a terminal, one line that is updated each second; elsewhere, one line each minute.

    Calling it reports articles or pages, as with any progress; `tick` updates the line. ``noun``
    is the name of the items that workers make.
    """

    def __init__(self, noun: str, clock: Callable[[], float] = time.monotonic) -> None:
        self._noun = noun
        self._clock = clock
        self._terminal = sys.stderr.isatty()
        self._line = False
        self._stage, self._done, self._total = "", 0, 0
        self._pool: WorkerPool | None = None
        self._before = 0
        self._began = self._shown = clock()

    def watch(self, pool: WorkerPool) -> None:
        """Start counting: the pool is ready."""
        self._pool, self._before = pool, self._done
        self._began = self._shown = self._clock()

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Report that ``done`` of ``total`` articles or pages are done."""
        self._stage, self._done, self._total = stage, done, total
        self.tick()

    def tick(self) -> None:
        """Show the progress, if the last time was long enough ago."""
        every = 1.0 if self._terminal else _LOG_EVERY
        now = self._clock()
        if self._pool is None or now - self._shown < every:
            return
        self._shown = now
        text = shown(self.text(now))
        if self._terminal:
            width = shutil.get_terminal_size().columns - 1
            click.echo(f"\r{text[:width]}\x1b[K", err=True, nl=False)
            self._line = True
        else:
            click.echo(text, err=True)

    def text(self, now: float) -> str:
        """Return the line: items done, items a second, remaining time, each worker's share."""
        seconds = max(now - self._began, 1e-9)
        workers = self._workers
        parts = [f"{self._stage} {self._done:,}/{self._total:,}"] if self._total else []
        parts.append(f"{sum(worker.done for worker in workers) / seconds:,.1f} {self._noun}/s")
        done = self._done - self._before
        if done > 0:
            left = (self._total - self._done) * seconds / done
            parts.append(f"{duration(left)} left")
        parts.append(worker_rates(list(self._pool.workers.values()) if self._pool else []))
        return " · ".join(parts)

    def end(self) -> None:
        """Clear the line."""
        if self._line:
            click.echo("\r\x1b[K", err=True, nl=False)
            self._line = False

    @property
    def rows(self) -> list[tuple[str, str]]:
        """The rows of the closing table: what each worker has done; the total if there are very
        many."""
        workers = [worker for worker in self._workers if worker.done]
        if len(workers) > _ROWS:
            done = f"{sum(worker.done for worker in workers):,} {self._noun}"
            rates = [worker.rate for worker in workers]
            each = f"{min(rates):,.1f}–{max(rates):,.1f}/s each"
            return [(counted(len(workers), "worker"), f"{done}, {each}")]
        return [
            (worker.address, f"{worker.done:,} {self._noun}, {worker.rate:,.1f}/s")
            for worker in workers
        ]

    @property
    def _workers(self) -> list[Worker]:
        return [*self._pool.gone, *self._pool.workers.values()] if self._pool else []


def worker_rates(workers: Sequence[Worker]) -> str:
    """Return the number of workers, and the items a second that each makes while it works."""
    rates = sorted((worker.rate for worker in workers), reverse=True)
    said = counted(len(rates), "worker")
    if not any(rates):
        return said
    if len(rates) <= _SHOWN:
        return f"{said}: {' + '.join(f'{rate:,.1f}' for rate in rates)}/s"
    return f"{said}: {rates[-1]:,.1f}–{rates[0]:,.1f}/s each"


def duration(seconds: float) -> str:
    """Return a duration for people: ``40 s``, ``12 min``, ``3 h 40 min``, ``9 days 4 h``."""
    if seconds < 60:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    if minutes < 60:
        return f"{minutes} min"
    hours, minutes = divmod(minutes, 60)
    if hours < 48:
        return f"{hours} h {minutes} min"
    days, hours = divmod(hours, 24)
    return f"{days} days {hours} h"
