"""Run the command that uploads the built site."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from generator.problem import DigestError, Problem

# The time between SIGTERM and SIGKILL.
_GRACE_SECONDS = 5


def run_command(
    command: str,
    root: Path,
    public: Path,
    say: Callable[[str], None],
    stopped: threading.Event | None = None,
) -> None:
    """Run ``command`` in a shell in the site's folder; each line of its output goes to ``say``.

    The environment variable ``DIGEST_PUBLIC`` has the path of the built site. Raises `DigestError`
    if the exit code is not 0, or if ``stopped`` is set before the end.
    """
    environment = {**os.environ, "DIGEST_PUBLIC": str(public)}
    try:
        process = subprocess.Popen(
            command,
            shell=True,
            cwd=root,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    except OSError as error:
        raise _failed(f"cannot be run: {error.strerror or error}") from error
    watcher = threading.Thread(target=_end_when, args=(process, stopped), daemon=True)
    if stopped is not None:
        watcher.start()
    try:
        assert process.stdout is not None
        with process.stdout as output:
            for line in output:
                say(_text(line).rstrip("\r\n"))
        code = process.wait()
    except BaseException:
        _end(process)
        raise
    if stopped is not None and stopped.is_set():
        raise _failed("was stopped")
    if code:
        ended = f"signal {-code}" if code < 0 else f"code {code}"
        raise _failed(f"ended with {ended}")


def _text(line: bytes) -> str:
    """A line of output. On Windows many programs write in the console's code page."""
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("oem" if sys.platform == "win32" else "utf-8", "replace")


def _failed(what: str) -> DigestError:
    hint = "see its output; the public site may be unchanged or only partly updated: run it again"
    return DigestError(Problem("site.yaml", field="publish.command", message=what, hint=hint))


def _end_when(process: subprocess.Popen[bytes], stopped: threading.Event | None) -> None:
    while stopped is not None and process.poll() is None:
        if stopped.wait(0.2):
            _end(process)
            return


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the command and the processes that it started."""
    _send(process, signal.SIGTERM)
    try:
        process.wait(_GRACE_SECONDS)
    except subprocess.TimeoutExpired:
        _send(process, signal.SIGKILL if os.name == "posix" else signal.SIGTERM)
        process.wait()


def _send(process: subprocess.Popen[bytes], number: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        if os.name == "posix":
            os.killpg(process.pid, number)
        else:
            # Ends the shell and what it started; `terminate` would end the shell alone.
            ending = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
            with contextlib.suppress(OSError):
                subprocess.run(ending, capture_output=True, check=False)
            process.terminate()
