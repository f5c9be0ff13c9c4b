"""The process that starts others (`tests.launcher`), as a test calls it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import IO

ROOT = Path(__file__).parents[1]


class Launcher:
    """Has imported ``modules``, with this ``environment`` beside that of the tests, and no clock of
    theirs."""

    def __init__(self, *modules: str, environment: Mapping[str, str] | None = None) -> None:
        own = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
        self._lock = threading.Lock()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.launcher", *modules],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env={
                **own,
                "PYTHONPATH": str(ROOT),
                # A process that forks has no other threads.
                "OPENBLAS_NUM_THREADS": "1",
                **(environment or {}),
            },
        )

    def start(
        self,
        module: str,
        *words: str,
        out: Path,
        err: Path | None = None,
        environment: Mapping[str, str] | None = None,
    ) -> int:
        """Start a command whose output goes into ``out``, and into ``err`` if that is another
        file; the number of its process."""
        return self._ask(
            module=module,
            words=words,
            out=str(out),
            err=str(err or out),
            environment=environment or {},
        )

    def wait(self, process: int) -> int:
        """How a process ends."""
        return self._ask(wait=process)

    def stop(self) -> None:
        """End all of them."""
        self._process.communicate()

    def _ask(self, **request: object) -> int:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        with self._lock:
            self._process.stdin.write(json.dumps(request) + "\n")
            self._process.stdin.flush()
            return int(self._process.stdout.readline())


class Forked:
    """A ``digest`` with these words, started by a `Launcher`: what a `subprocess.Popen` is."""

    def __init__(self, launcher: Launcher, folder: Path, *words: str) -> None:
        self._launcher, self._code = launcher, -1
        self._ended = False
        out, err = (folder / name for name in ("out", "err"))
        for pipe in (out, err):
            os.mkfifo(pipe)
        # What the fixtures of a test decide.
        decided = ("ARGOS_PACKAGES_DIR", "CITYDIGEST_MODELS")
        environment = {name: os.environ[name] for name in decided if name in os.environ}
        self._process = launcher.start(
            "generator.cli", *words, out=out, err=err, environment=environment
        )
        self.stdout: IO[bytes] = out.open("rb")
        self.stderr: IO[bytes] = err.open("rb")

    def poll(self) -> int | None:
        """How it has ended, once it was waited for."""
        return self._code if self._ended else None

    def send_signal(self, by: int) -> None:
        """Send it a signal."""
        if not self._ended:
            os.kill(self._process, by)

    def kill(self) -> None:
        """End it at once."""
        self.send_signal(signal.SIGKILL)

    def wait(self, timeout: float | None = None) -> int:
        """How it ends; `pytest-timeout` guards against waiting for ever."""
        if not self._ended:
            self._code, self._ended = self._launcher.wait(self._process), True
        return self._code
