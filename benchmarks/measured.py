"""Measure the wall time, CPU time and memory of a command, and the response time of a preview."""

from __future__ import annotations

import http.client
import os
import re
import signal
import subprocess
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

_PATIENCE = 600


class Measured(NamedTuple):
    """``wall`` and ``cpu`` (user and system, all processes) are seconds, ``peak`` is the memory of
    the largest process in MB, ``files`` the number of files written (-1: unknown)."""

    wall: float
    cpu: float
    peak: float
    files: int = -1
    output: str = ""


def measured(command: Sequence[str]) -> Measured:
    """Run a command until it ends. Raises SystemExit with its output if it fails."""
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        text = output.read().decode()
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{text[-2000:]}")
    return Measured(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, output=text)


def preview(command: Sequence[str], file: Path, address: str, rounds: int) -> Measured:
    """Start a preview and add a sentence to ``file`` ``rounds`` + 1 times.

    Returns the median seconds until the event stream has reported the change and the page at
    ``address`` has the sentence; the first round is not counted. Raises SystemExit if the
    preview ends early.
    """
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    try:
        assert process.stdout is not None
        port = _read_until(process, r"http://[^/]+:(\d+)/")
        _read_until(process, "(first build)")
        stream = http.client.HTTPConnection("127.0.0.1", int(port), timeout=_PATIENCE)
        stream.request("GET", "/.digest/events")
        events = stream.getresponse()
        _next_state(events)
        text = file.read_text("utf-8")
        times = []
        for number in range(rounds + 1):
            sentence = f"预览第{number}句。"
            file.write_text(f"{text}\n{sentence}\n", "utf-8")
            start = time.perf_counter()
            page = ""
            while sentence not in page:
                _next_state(events)
                page = _page(int(port), address)
            times.append(time.perf_counter() - start)
        stream.close()
        process.send_signal(signal.SIGINT)
        process.stdout.close()
        _, _, used = os.wait4(process.pid, 0)
        process.returncode = 0
    finally:
        if process.returncode is None:
            process.kill()
            process.wait()
    # The CPU seconds would include the start and the first build, so they are left out.
    return Measured(median(times[1:]), float("nan"), used.ru_maxrss / 1024)


def _read_until(process: subprocess.Popen[str], pattern: str) -> str:
    assert process.stdout is not None
    for line in process.stdout:
        found = re.search(pattern, line)
        if found:
            return found[1]
    raise SystemExit("the preview ended")


def _next_state(events: http.client.HTTPResponse) -> None:
    while line := events.readline():
        if line.startswith(b"data: "):
            return
    raise SystemExit("the event stream ended")


def _page(port: int, address: str) -> str:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=_PATIENCE)
    connection.request("GET", address)
    text = connection.getresponse().read().decode()
    connection.close()
    return text
