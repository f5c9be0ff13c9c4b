"""A small site and `digest serve` on it, as an editor runs it: a process and its output."""

from __future__ import annotations

import http.client
import os
import queue
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp
from typing import IO

import pytest

from tests.launching import Forked, Launcher
from tests.sites import put_in_place

# Only a guard against waiting for ever: nothing here takes anywhere near so long.
GUARD_SECONDS = 240

SITE = """\
title: {zh-Hans: 河港简报, en: River Port Digest}
description: {zh-Hans: 沿江城市的产业消息。, en: Industry news from the river cities.}
base_url: https://digest.example/
topics: {制造业: Manufacturing}
social_cards: false
"""

ARTICLE = """\
---
title: {title}
date: 2024-03-05
source: {{name: 示例日报}}
cities: [肇庆]
topics: [制造业]
{more}---

{body}
"""


def article(title: str, body: str = "工厂开工，首批设备已经进场。", more: str = "") -> str:
    """An article's file."""
    return ARTICLE.format(title=title, body=body, more=more)


def make_site(root: Path) -> Path:
    """A site of two articles at ``root``."""
    (root / "content" / "articles").mkdir(parents=True)
    (root / "site.yaml").write_text(SITE, "utf-8")
    (root / "content" / "articles" / "port.md").write_text(article("江边码头扩建"), "utf-8")
    (root / "content" / "articles" / "yard.md").write_text(article("货场搬到城北"), "utf-8")
    return root


def refused(root: Path, *arguments: str) -> tuple[int, str, str]:
    """A ``digest serve`` that cannot start: exit code, output, errors."""
    command = [sys.executable, "-m", "generator", "--site", str(root), "serve", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=GUARD_SECONDS)
    return done.returncode, done.stdout, done.stderr


@dataclass(frozen=True)
class Answer:
    """A response: ``headers`` by lower-case name."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


class Stream:
    """The event stream of a preview, read line by line."""

    def __init__(self, port: int) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=GUARD_SECONDS)
        self._connection.request("GET", "/.digest/events")
        self._response = self._connection.getresponse()
        self.kind = self._response.headers["Content-Type"]
        self.shown = self.next()

    def next(self) -> str:
        """Wait for the name of the next state."""
        while line := self._response.readline():
            if line.startswith(b"data: "):
                self.shown = line[6:].strip().decode()
                return self.shown
        raise AssertionError("the stream ended")

    def close(self) -> None:
        self._response.close()
        self._connection.close()


class Served:
    """A running ``digest serve``: by ``previews`` in what has loaded the program already, or as an
    editor starts it."""

    def __init__(self, root: Path, *arguments: str, previews: Launcher | None = None) -> None:
        self.root = root
        self.streams: list[Stream] = []
        words = ["--site", str(root), "serve", "--port", "0", *arguments]
        self.process: Forked | subprocess.Popen[bytes]
        if previews is not None:
            self.process = Forked(previews, Path(mkdtemp(dir=root.parent)), *words)
        else:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "generator", *words],
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env={k: v for k, v in os.environ.items() if k != "SOURCE_DATE_EPOCH"},
            )
        self.out, self.err = _lines_of(self.process.stdout), _lines_of(self.process.stderr)
        first = self.line()
        found = re.search(r"http://[^/]+:(\d+)/", first)
        if found is None:
            self.close()
            raise AssertionError("\n".join(["no address", first, *self.rest_of_errors()]))
        self.address, self.port = found[0], int(found[1])

    def line(self) -> str:
        """Wait for the next line of standard output."""
        return self.out.get(timeout=GUARD_SECONDS)

    def get(
        self,
        path: str,
        method: str = "GET",
        host: str | None = None,
        more: Mapping[str, str] | None = None,
    ) -> Answer:
        """Ask for ``path``, as it stands."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=GUARD_SECONDS)
        connection.putrequest(method, path, skip_host=host is not None)
        if host:
            connection.putheader("Host", host)
        for name, value in (more or {}).items():
            connection.putheader(name, value)
        connection.endheaders()
        response = connection.getresponse()
        headers = {name.lower(): value for name, value in response.getheaders()}
        answer = Answer(response.status, headers, response.read())
        connection.close()
        return answer

    def stream(self) -> Stream:
        stream = Stream(self.port)
        self.streams.append(stream)
        return stream

    def write(self, path: str, text: str) -> None:
        """Save a file of the site."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        put_in_place(file, text)

    def end(self, by: signal.Signals = signal.SIGINT) -> tuple[int, list[str]]:
        """Press Ctrl-C; the exit code, and all that went to standard error."""
        self.process.send_signal(by)
        return self.process.wait(GUARD_SECONDS), self.rest_of_errors()

    def rest_of_errors(self) -> list[str]:
        """What else is on standard error, to its end."""
        return list(iter(lambda: self.err.get(timeout=GUARD_SECONDS), ""))

    def close(self) -> None:
        for stream in self.streams:
            stream.close()
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait(GUARD_SECONDS)


def _lines_of(stream: IO[bytes] | None) -> queue.Queue[str]:
    """The lines of a pipe as they come; an empty one at its end."""
    assert stream is not None
    lines: queue.Queue[str] = queue.Queue()

    def read() -> None:
        with stream:
            for line in stream:
                lines.put(line.decode().rstrip("\n"))
        lines.put("")

    threading.Thread(target=read, daemon=True).start()
    return lines


Serve = Callable[..., Served]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return make_site(tmp_path / "site")


@pytest.fixture
def serve(previews: Launcher) -> Iterator[Serve]:
    """Starts previews, and ends them after the test."""
    yield from _serving(previews)


@pytest.fixture
def serve_afresh() -> Iterator[Serve]:
    """The same as an editor starts them, each with nothing loaded."""
    yield from _serving(None)


def _serving(previews: Launcher | None) -> Iterator[Serve]:
    with ExitStack() as stack:

        def start(root: Path, *arguments: str) -> Served:
            served = Served(root, *arguments, previews=previews)
            stack.callback(served.close)
            return served

        yield start
