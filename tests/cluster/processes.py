"""Schedulers and workers as a user starts them, each a process of its own on the loopback
address; and a gate at which a worker waits."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.cluster.gated_engine import GATE

ROOT = Path(__file__).parents[2]


class Machines:
    """Processes that end with the test."""

    def __init__(self, folder: Path) -> None:
        self.gate = Gate(folder / "gate")
        self._folder = folder
        self._running: list[subprocess.Popen[str]] = []
        self._environment = os.environ | {
            "PYTHONPATH": str(ROOT),
            "ARGOS_PACKAGES_DIR": str(folder / "no-packages"),
            "CITYDIGEST_MODELS": "",
            GATE: str(self.gate.folder),
        }

    def scheduler(self) -> Scheduler:
        """Start a scheduler."""
        process = self._start("dask_scheduler", "--host", "127.0.0.1", "--port", "0")
        scheduler = Scheduler(process)
        scheduler.address = scheduler.heard(r"Scheduler at: +(tcp://\S+)")
        return scheduler

    def workers(self, scheduler: Scheduler, *preloads: str, more: Sequence[str] = ()) -> None:
        """Start a worker for each module to load first, and wait until all have come."""
        for preload in preloads:
            self._worker(scheduler.address, preload, more)
        for _ in preloads:
            scheduler.heard(r"Register worker addr: (\S+)")
        scheduler.ignore()

    def _worker(self, address: str, preload: str, more: Sequence[str]) -> None:
        process = self._start(
            "dask_worker", address, "--nthreads", "1", "--memory-limit", "0",
            "--local-directory", str(self._folder / "scratch"),
            "--preload", f"tests.cluster.{preload}", *more,
        )  # fmt: skip
        threading.Thread(target=process.communicate, daemon=True).start()

    def _start(self, command: str, *words: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-m", f"distributed.cli.{command}", *words, "--no-dashboard"],
            stderr=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env=self._environment,
        )
        self._running.append(process)
        return process

    def stop(self) -> None:
        """End all of them; a worker ends with its nanny."""
        for process in self._running:
            process.kill()
        for process in self._running:
            process.wait()


class Scheduler:
    """A scheduler that runs, and what it writes to its log."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.address = ""
        self._process = process

    def heard(self, pattern: str) -> str:
        """Wait for a line of the log that has ``pattern``; its first group."""
        assert self._process.stderr is not None
        for line in self._process.stderr:
            found = re.search(pattern, line)
            if found:
                return found[1]
        raise AssertionError(f"the scheduler has ended before {pattern}")

    def ignore(self) -> None:
        """Read the rest of the log, so that it does not fill up."""
        threading.Thread(target=self._process.communicate, daemon=True).start()

    def kill(self) -> None:
        """End it at once, as a power cut does."""
        self._process.kill()
        self._process.wait()


class Gate:
    """Where a worker waits: it says that it has arrived, and goes on when it may."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @contextmanager
    def closed(self) -> Iterator[Gate]:
        """The gate, closed for as long as the context lasts."""
        self.folder.mkdir(exist_ok=True)
        for name in ("arrived", "go"):
            os.mkfifo(self.folder / name)
        try:
            yield self
        finally:
            for name in ("arrived", "go"):
                (self.folder / name).unlink()

    def arrival(self) -> int:
        """Wait for a worker, and tell which process it is."""
        return int((self.folder / "arrived").read_text())

    def open(self) -> None:
        """Let the worker that waits go on."""
        (self.folder / "go").write_text("go\n")
