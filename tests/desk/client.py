"""The desk without a network: requests go to the application as the server would hand them on.

``client(site)`` builds the preview of a site once and gives a `Client`; call `Client.rebuild`
after a file was changed, as the watching thread does. `running` starts ``digest desk`` as a
process, for a real browser.
"""

from __future__ import annotations

import asyncio
import json
import os
import re
import subprocess
import sys
import uuid
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp
from typing import Any
from urllib.error import HTTPError
from urllib.parse import quote, unquote, urlencode
from urllib.request import urlopen

from playwright.sync_api import Page
from starlette.types import ASGIApp, Message

from generator.desk.app import desk_app
from generator.desk.desk import Desk
from tests.launching import Forked, Launcher
from tests.sites import TestSite

PORT = 8100
HOST = f"127.0.0.1:{PORT}"
ORIGIN = f"http://{HOST}"


@dataclass(frozen=True)
class Answer:
    """A response: ``headers`` by lower-case name."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def json(self) -> Any:
        return json.loads(self.body)


class Client:
    """An editor's browser, as far as requests go. What is asked carries Host, Origin and token, as
    the desk's own pages do, unless ``headers`` say otherwise (an empty value leaves one out)."""

    def __init__(self, root: Path, *, build: bool = True) -> None:
        self.desk = Desk(root, "http://127.0.0.1:8101/")
        self.app: ASGIApp = desk_app(self.desk, PORT)
        self._preview = self.desk.make_preview()
        if build:
            self.rebuild()

    def rebuild(self, *changed: str) -> None:
        """What the watching thread does after a change of files."""
        self._preview.build(changed)

    def close(self) -> None:
        """Let go of the cache."""
        self._preview.session.close()

    def get(self, path: str, headers: Mapping[str, str] | None = None) -> Answer:
        """Look at a page."""
        return self._ask("GET", path, b"", {"Accept-Language": "en", **(headers or {})})

    def post(
        self,
        path: str,
        form: Mapping[str, str | Sequence[str]] | None = None,
        *,
        data: object = None,
        files: Mapping[str, tuple[str, bytes]] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """Send a form, with ``files`` (field → name and bytes) if wanted, or ``data`` as JSON from
        a script."""
        sent = {"Origin": ORIGIN, "X-Desk-Token": self.desk.token, "Accept-Language": "en"}
        if data is not None:
            body = json.dumps(data).encode()
            sent |= {"Content-Type": "application/json", "Accept": "application/json"}
        elif files:
            body, kind = _multipart(form or {}, files)
            sent["Content-Type"] = kind
        else:
            body = urlencode(dict(form or {}), doseq=True).encode()
            sent["Content-Type"] = "application/x-www-form-urlencoded"
        return self._ask("POST", path, body, {**sent, **(headers or {})})

    def _ask(self, method: str, path: str, body: bytes, headers: Mapping[str, str]) -> Answer:
        address, _, query = path.partition("#")[0].partition("?")
        given = {"Host": HOST, "Content-Length": str(len(body)), **headers}
        scope = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": method,
            "scheme": "http",
            "path": unquote(address),
            "raw_path": address.encode(),
            "query_string": quote(query, safe="=&+%-").encode(),
            "root_path": "",
            "headers": [(k.lower().encode(), v.encode()) for k, v in given.items() if v],
            "client": ("127.0.0.1", 50000),
            "server": ("127.0.0.1", PORT),
        }
        # In a thread of its own: playwright has an event loop in that of the tests.
        with ThreadPoolExecutor(1) as thread:
            return thread.submit(asyncio.run, _exchange(self.app, scope, body)).result()


async def _exchange(app: ASGIApp, scope: dict[str, Any], body: bytes) -> Answer:
    waiting: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]
    sent: list[Message] = []

    async def receive() -> Message:
        if waiting:
            return waiting.pop()
        await asyncio.Event().wait()
        raise AssertionError

    async def send(message: Message) -> None:
        sent.append(message)

    await app(scope, receive, send)
    headers = {k.decode().lower(): v.decode() for k, v in sent[0]["headers"]}
    return Answer(sent[0]["status"], headers, b"".join(m.get("body", b"") for m in sent[1:]))


def _multipart(
    form: Mapping[str, str | Sequence[str]], files: Mapping[str, tuple[str, bytes]]
) -> tuple[bytes, str]:
    edge = uuid.uuid4().hex
    parts = [
        f'--{edge}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in form.items()
    ]
    for name, (file, data) in files.items():
        head = f'Content-Disposition: form-data; name="{name}"; filename="{file}"'
        kind = "Content-Type: application/octet-stream"
        parts.append(f"--{edge}\r\n{head}\r\n{kind}\r\n\r\n".encode() + data + b"\r\n")
    return b"".join([*parts, f"--{edge}--\r\n".encode()]), f"multipart/form-data; boundary={edge}"


@contextmanager
def client(site: TestSite | Path) -> Iterator[Client]:
    """A client of the desk of a site whose preview has been built once."""
    made = Client(site if isinstance(site, Path) else site.root)
    try:
        yield made
    finally:
        made.close()


@dataclass(frozen=True)
class Running:
    """A ``digest desk`` that runs: where it is called, ``/`` at the end, its site and process."""

    address: str
    root: Path
    process: Forked | subprocess.Popen[bytes]

    def shows(self, text: str) -> None:
        """Wait until the board has ``text``."""
        with urlopen(f"{self.address}-/events") as stream:
            while line := stream.readline():
                if line.startswith(b"data: "):
                    with urlopen(f"{self.address}?part=table") as board:
                        if text in board.read().decode():
                            return
        raise AssertionError("the stream ended")

    def previews(self, path: str) -> None:
        """Wait until the preview has the page at ``path``: it comes after the rows of the board."""
        with urlopen(self.address) as board:
            found = re.search(r'<a class="wide-only" href="(http:[^"]*)"', board.read().decode())
        assert found
        with urlopen(f"{found[1]}.digest/events") as stream:
            while line := stream.readline():
                if line.startswith(b"data: "):
                    try:
                        urlopen(found[1] + path).close()
                    except HTTPError as error:
                        error.close()
                    else:
                        return
        raise AssertionError("the stream ended")


@contextmanager
def running(root: Path, *arguments: str, launcher: Launcher | None = None) -> Iterator[Running]:
    """``digest desk`` on the site at ``root`` as a process of its own, for a real browser: by
    ``launcher`` in what has loaded the program already, or as an editor starts it."""
    words = ["--site", str(root), "desk", "--port", "0", "--no-browser", *arguments]
    process: Forked | subprocess.Popen[bytes]
    if launcher is not None:
        process = Forked(launcher, Path(mkdtemp(dir=root.parent)), *words)
    else:
        process = subprocess.Popen(
            [sys.executable, "-m", "generator", *words],
            stdout=subprocess.PIPE,
            env={k: v for k, v in os.environ.items() if k != "SOURCE_DATE_EPOCH"},
        )
    assert process.stdout is not None
    try:
        line = process.stdout.readline().decode()
        found = re.search(r"http://127\.0\.0\.1:\d+/", line)
        assert found, line
        yield Running(found[0], root, process)
    finally:
        process.kill()
        process.wait()
        process.stdout.close()
        if process.stderr is not None:
            process.stderr.close()


@contextmanager
def saved(page: Page, path: str) -> Iterator[None]:
    """A block in which what is sent to ``path`` is saved. The word about it stands on the page for
    some seconds only, which may be over before a busy machine looks."""
    with page.expect_response(
        lambda answer: answer.request.method == "POST" and answer.url.endswith(path)
    ) as answer:
        yield
    assert answer.value.ok
