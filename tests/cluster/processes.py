"""Schedulers, workers and commands as a user starts them, each in a process of its own on the
loopback address; and a gate at which a worker waits."""

from __future__ import annotations

import os
import queue
import re
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.cluster.gated_engine import GATE
from tests.launching import Launcher

# What a worker loads first: an engine of the tests, and another version of the program.
WORKER, OTHER = "tests.cluster.preload", "tests.cluster.preload_other"


def launcher(folder: Path) -> Launcher:
    """Starts processes; ``folder`` belongs to it alone."""
    return Launcher(
        "ctranslate2",
        "argostranslate.tokenizer",
        "distributed.cli.dask_scheduler",
        "distributed.cli.dask_worker",
        "generator.clean.pages",
        "generator.cluster.session",
        "generator.cluster.translation",
        "generator.cluster.on_worker",
        "generator.english.argos",
        "generator.cli.translating",
        environment={
            "ARGOS_PACKAGES_DIR": str(folder / "no-packages"),
            "CITYDIGEST_MODELS": "",
            # Dask looks at itself a hundred times a second otherwise.
            "DASK_DISTRIBUTED__ADMIN__TICK__INTERVAL": "1s",
            "DASK_DISTRIBUTED__ADMIN__SYSTEM_MONITOR__INTERVAL": "10s",
            "DASK_DISTRIBUTED__WORKER__PROFILE__ENABLED": "False",
            # A batch runs where it was sent, so that a test knows how often it does.
            "DASK_DISTRIBUTED__SCHEDULER__WORK_STEALING": "False",
            # Workers that a command starts itself.
            "DASK_DISTRIBUTED__WORKER__PRELOAD": WORKER,
        },
    )


class Machines:
    """A scheduler and its workers."""

    def __init__(self, launcher: Launcher, folder: Path) -> None:
        self.gate = Gate(folder / "gate")
        self._launcher = launcher
        self._folder = folder
        self._heard: queue.SimpleQueue[str] = queue.SimpleQueue()
        log = folder / "scheduler.log"
        os.mkfifo(log)
        self._scheduler = self._start("scheduler", "--host", "127.0.0.1", "--port", "0", log=log)
        # Read to its end, so that the scheduler never waits for a reader.
        threading.Thread(target=self._listen, args=[log], daemon=True).start()
        self.address = self._hear(r"Scheduler at: +(tcp://\S+)")

    def start_worker(self, preload: str = WORKER) -> None:
        """Start a worker, and wait until it has joined."""
        self._start(
            "worker", self.address, "--nthreads", "1", "--memory-limit", "0", "--no-nanny",
            "--local-directory", str(self._folder / "scratch"), "--preload", preload,
            log=Path(os.devnull),
        )  # fmt: skip
        self._hear(r"Register worker addr: (\S+)")

    def kill_scheduler(self) -> None:
        """Kill it, as a power failure would."""
        os.kill(self._scheduler, signal.SIGKILL)
        self._launcher.wait(self._scheduler)

    def replace(self, process: int) -> None:
        """Start another worker in place of one that has ended."""
        self._launcher.wait(process)
        self.start_worker()

    def _start(self, command: str, *words: str, log: Path) -> int:
        module = f"distributed.cli.dask_{command}"
        return self._launcher.start(
            module, *words, "--no-dashboard", out=log, environment=self.gate.environment
        )

    def _listen(self, log: Path) -> None:
        with log.open() as lines:
            for line in lines:
                self._heard.put(line)

    def _hear(self, pattern: str) -> str:
        """Wait for a line in the scheduler's log that matches ``pattern``; return the first
        group."""
        while True:
            found = re.search(pattern, self._heard.get(timeout=300))
            if found:
                return found[1]


class Gate:
    """A gate for a worker: it reports its arrival, and continues when it is allowed to."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def environment(self) -> dict[str, str]:
        """The environment variables of a process that should wait there."""
        return {GATE: str(self.folder)}

    @contextmanager
    def closed(self) -> Iterator[Gate]:
        """Keep the gate closed inside the context."""
        self.folder.mkdir(exist_ok=True)
        for name in ("arrived", "go"):
            os.mkfifo(self.folder / name)
        try:
            yield self
        finally:
            for name in ("arrived", "go"):
                (self.folder / name).unlink()

    def arrival(self) -> int:
        """Wait for a worker, and return its process id."""
        return int((self.folder / "arrived").read_text())

    def open(self) -> None:
        """Let the waiting worker continue."""
        (self.folder / "go").write_text("go\n")

    def open_if_waited(self) -> None:
        """Let the waiting worker continue, if it has not ended."""
        with suppress(OSError):
            os.close(os.open(self.folder / "go", os.O_WRONLY | os.O_NONBLOCK))
