"""The web server of a preview: the last good site, with its news put into each page."""

from __future__ import annotations

import errno
import os
import shutil
import socket
import sys
from collections.abc import Collection
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from io import BytesIO
from ipaddress import ip_address
from pathlib import Path
from socketserver import TCPServer, ThreadingMixIn
from typing import Any, BinaryIO
from urllib.parse import urlsplit

from generator.problem import Problem, UsageError
from generator.serve import page
from generator.serve.site import Moved, find, is_page, media_type
from generator.serve.state import PreviewState, State

# A silent connection may have died unnoticed; something is sent this often.
_BEAT_SECONDS = 15.0
# A browser that lost the stream asks again after this long.
_RETRY_MS = 500
_HTML = "text/html; charset=utf-8"
_TEXT = "text/plain; charset=utf-8"


class PreviewServer(ThreadingMixIn, TCPServer):
    """Serves ``folder`` and what ``current`` says of it; a thread for every request.

    ``names`` are host names by which it may be called, besides its own and any IP address.
    Raises `UsageError` where it cannot listen at ``host`` and ``port`` (0: any free one).
    """

    daemon_threads = True
    # On Windows this would let two programs share a port.
    allow_reuse_address = os.name == "posix"
    request_queue_size = 64

    def __init__(
        self, host: str, port: int, folder: Path, current: PreviewState, names: Collection[str] = ()
    ) -> None:
        self.folder, self.current = folder, current
        self._host = host
        own = socket.gethostname().lower()
        self._names = {"localhost", host.lower(), own, f"{own}.local"}
        self._names |= {name.lower().rstrip(".") for name in names}
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            self.address_family = found[0][0]
            super().__init__((host, port), _Handler)
        except (OSError, UnicodeError) as error:
            raise _cannot_listen(host, port, error) from error
        # IPv6 may name the interface: fe80::1%eth0.
        self._bound = ip_address(str(self.server_address[0]).split("%")[0])

    @property
    def address(self) -> str:
        """Where the site is called, with ``/`` at the end."""
        host = "localhost" if self._bound.is_unspecified else self._host
        return f"http://{f'[{host}]' if ':' in host else host}:{self.server_address[1]}/"

    def answers_to(self, host: str) -> bool:
        """Whether a request with this Host header is meant for this server.

        A page of the web can have its own name resolve to this machine and read what is
        served here (DNS rebinding); its name is then what the browser sends. An IP address
        in its place cannot be a rebound name.
        """
        name = (urlsplit(f"//{host}").hostname or "").rstrip(".")
        if name in self._names:
            return True
        try:
            address = ip_address(name.split("%")[0])
        except ValueError:
            return False
        return address.is_loopback or not self._bound.is_loopback

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that goes away is no error; anything else is told in one line."""
        error = sys.exception()
        if not isinstance(error, OSError):
            print(f"error: a request failed: {type(error).__name__}: {error}", file=sys.stderr)


def _cannot_listen(host: str, port: int, error: OSError | UnicodeError) -> UsageError:
    code = error.errno if isinstance(error, OSError) else None
    if code == errno.EADDRINUSE:
        other = port + 1 if port < 65535 else 8000
        hint = f"name another one: --port {other}, or --port 0 for any that is free"
        return UsageError(Problem("--port", message=f"port {port} is taken on {host}", hint=hint))
    if code in (errno.EACCES, errno.EPERM):
        hint = "ports from 1024 up need no special rights: --port 8000"
        return UsageError(Problem("--port", message=f"port {port} is not allowed", hint=hint))
    reason = getattr(error, "strerror", None) or str(error)
    hint = "name an address of this machine, like 127.0.0.1"
    return UsageError(Problem("--host", message=f'cannot listen on "{host}": {reason}', hint=hint))


class _Handler(BaseHTTPRequestHandler):
    server: PreviewServer
    # A connection on which nothing is asked does not hold its thread for ever.
    timeout = 60

    def do_GET(self) -> None:
        self._answer()

    def do_HEAD(self) -> None:
        self._answer()

    def _answer(self) -> None:
        try:
            address = urlsplit(self.path).path
            wanted = self.server.answers_to(self.headers.get("Host", ""))
        except ValueError:
            self._send(HTTPStatus.BAD_REQUEST, _TEXT, b"This is not a valid address.\n")
            return
        if not wanted:
            text = (
                f"This preview answers at {self.server.address} only.\n"
                "For another name, start it with: digest serve --allow-host NAME\n"
            )
            self._send(HTTPStatus.FORBIDDEN, _TEXT, text.encode())
        elif address == page.EVENTS:
            self._stream()
        elif (added := page.added_file(address)) is not None:
            self._send(HTTPStatus.OK, media_type(address), added)
        else:
            # What there is to show is asked before the file is read: a page may then be
            # newer than it believes, and is loaded once too often, but never older.
            self._show(address, self.server.current.state)

    def _show(self, address: str, state: State) -> None:
        if not state.ready:
            self._stand_in(address, state)
            return
        found = find(self.server.folder, address)
        if isinstance(found, Moved):
            query = urlsplit(self.path).query
            target = found.address + (f"?{query}" if query else "")
            self._send(HTTPStatus.MOVED_PERMANENTLY, _HTML, b"", {"Location": target})
            return
        file = _open(found)
        if file is None:
            self._missing(state)
        elif media_type(str(found)) == _HTML:
            with file:
                self._page(HTTPStatus.OK, file.read(), state, state.problems)
        else:
            with file:
                self._head(HTTPStatus.OK, media_type(str(found)), os.fstat(file.fileno()).st_size)
                self._body(file)

    def _stand_in(self, address: str, state: State) -> None:
        """Answers while there is no site yet, or none that could be built."""
        failed = bool(state.problems)
        status = HTTPStatus.INTERNAL_SERVER_ERROR if failed else HTTPStatus.SERVICE_UNAVAILABLE
        if is_page(address):
            html = page.failure_page(state.problems) if failed else page.waiting_page()
            self._page(status, html, state)
        else:
            self._send(status, _TEXT, b"There is no site yet.\n")

    def _missing(self, state: State) -> None:
        file = _open(find(self.server.folder, "/404.html"))
        if file is None:
            html = page.plain_page("Page not found", "The site has no 404.html either.")
        else:
            with file:
                html = file.read()
        self._page(HTTPStatus.NOT_FOUND, html, state, state.problems)

    def _page(
        self, status: HTTPStatus, html: bytes, state: State, problems: tuple[str, ...] = ()
    ) -> None:
        name = self.server.current.name(state)
        self._send(status, _HTML, page.with_reload(html, name, problems))

    def _stream(self) -> None:
        """The name of what there is to show: now, and whenever it changes."""
        self._head(HTTPStatus.OK, "text/event-stream; charset=utf-8", None)
        if self.command == "HEAD":
            return
        current = self.server.current
        state = current.state
        with suppress(OSError):
            self.wfile.write(f"retry: {_RETRY_MS}\ndata: {current.name(state)}\n\n".encode())
            while True:
                newer = current.wait(state, _BEAT_SECONDS)
                line = ":\n\n" if newer == state else f"data: {current.name(newer)}\n\n"
                self.wfile.write(line.encode())
                state = newer

    def _send(
        self, status: HTTPStatus, kind: str, body: bytes, more: dict[str, str] | None = None
    ) -> None:
        self._head(status, kind, len(body), more)
        self._body(BytesIO(body))

    def _head(
        self, status: HTTPStatus, kind: str, length: int | None, more: dict[str, str] | None = None
    ) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        if length is not None:
            self.send_header("Content-Length", str(length))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        # No page of the web may show or read what is only being written.
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        for name, value in (more or {}).items():
            self.send_header(name, value)
        self.end_headers()

    def _body(self, body: BinaryIO) -> None:
        if self.command != "HEAD":
            shutil.copyfileobj(body, self.wfile)

    def version_string(self) -> str:
        return "digest"

    def log_message(self, *args: Any, **named: Any) -> None:
        """Requests are not worth a line; what is built is."""


def _open(found: Path | Moved | None) -> BinaryIO | None:
    """The file, opened; None where there is none, or where it went a moment ago."""
    if not isinstance(found, Path):
        return None
    try:
        return found.open("rb")
    except OSError:
        return None
