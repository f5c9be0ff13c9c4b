"""The preview as a web application: it serves the last successful build with the reload script."""

from __future__ import annotations

import socket
from collections.abc import AsyncIterator, Callable, Collection, Mapping
from http import HTTPStatus
from io import BytesIO
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from generator.books.container import with_address
from generator.patterns import late_regex
from generator.serve import page
from generator.serve.page import Notice
from generator.serve.sending import changes, open_file, send_file
from generator.serve.site import HOLD_ADDRESSES, PLACE, Moved, find, is_page, media_type
from generator.serve.state import PreviewState, State
from generator.serve.web import WebServer, listen

# The time after which a browser that lost the stream connects again.
_RETRY_MS = 500
_VERSION = "/.digest/version/"
# A host and its port, without characters that would be markup in a page.
_HOST = late_regex(r"[A-Za-z0-9.:\[\]-]+")
_ZIP = b"PK"  # how a book begins
_HTML = "text/html; charset=utf-8"
_TEXT = "text/plain; charset=utf-8"


class PreviewApp:
    """The ASGI application that serves ``folder`` and the state ``current``.

    ``address`` is its URL, ``names`` are host names that requests may use, ``bound`` is the IP
    address at which it listens. ``headers`` are added to every response. ``trees`` returns the
    folder of another version of the site by name, which is served below
    ``/.digest/version/NAME/``. ``typed`` returns the page at an address with a text that is not
    saved yet, for the key of the query ``?typed=KEY``; pages are then updated while the editor
    types in the desk that shows them in a frame. ``absent`` returns what to say at an address that
    has no page, or no site yet; ``failed`` what to say above pages after a build that failed.
    """

    def __init__(
        self,
        folder: Path,
        current: PreviewState,
        bound: str,
        address: str,
        names: Collection[str] = (),
        headers: Mapping[str, str] | None = None,
        trees: Callable[[str], Path | None] = lambda name: None,
        typed: Callable[[str, str], bytes | None] | None = None,
        absent: Callable[[Request, str, State], Notice | None] = lambda request, at, state: None,
        failed: Callable[[Request], Notice | None] = lambda request: None,
    ) -> None:
        self.folder, self.current, self.address = folder, current, address
        self._trees, self._typed, self._absent, self._failed = trees, typed, absent, failed
        # IPv6 may name the interface: fe80::1%eth0.
        self._bound = ip_address(bound.split("%")[0])
        own = socket.gethostname().lower()
        self._names = {"localhost", own, f"{own}.local"}
        self._names |= {name.lower().rstrip(".") for name in names}
        self._headers = {
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
            # No other website may show or read texts that are not published.
            "Cross-Origin-Resource-Policy": "same-origin",
            **(headers or {}),
        }

    def answers_to(self, host: str) -> bool:
        """Whether requests with this Host header are answered.

        A website may let its own host name resolve to this machine to read what is served here
        (DNS rebinding); the browser then sends that name. An IP address cannot be rebound.
        """
        name = (urlsplit(f"//{host}").hostname or "").rstrip(".")
        if name in self._names:
            return True
        try:
            address = ip_address(name.split("%")[0])
        except ValueError:
            return False
        return address.is_loopback or not self._bound.is_loopback

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        if request.method not in ("GET", "HEAD"):
            answer = self._plain(HTTPStatus.NOT_IMPLEMENTED, b"The preview is read-only.\n")
        else:
            answer = await self._answer(request)
        await answer(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        target = request.scope["raw_path"].decode("latin-1")
        try:
            address = target if target.startswith("/") else urlsplit(target).path
            wanted = self.answers_to(request.headers.get("Host", ""))
        except ValueError:
            return self._plain(HTTPStatus.BAD_REQUEST, b"This is not a valid address.\n")
        if not wanted:
            text = (
                f"This preview answers at {self.address} only.\n"
                "For another name, start it with: digest serve --allow-host NAME\n"
            )
            return self._plain(HTTPStatus.FORBIDDEN, text.encode())
        if address == page.EVENTS:
            return self._stream(request)
        if (added := page.added_file(address)) is not None:
            return self._send(HTTPStatus.OK, media_type(address), added)
        if address.startswith(_VERSION):
            return await run_in_threadpool(self._version, request, address)
        # Get the state before reading the file: a page may then be newer than its state, which
        # causes one needless reload, but never older.
        return await run_in_threadpool(self._show, request, address, self.current.state)

    def _addressed(self, data: bytes, request: Request) -> bytes:
        """A page, feed or book with the URL of the request instead of the placeholder."""
        host = request.headers.get("Host", "")
        own = f"http://{host}/" if _HOST.fullmatch(host) else self.address
        if data.startswith(_ZIP):
            return with_address(data, PLACE.encode(), own.encode())
        return data.replace(PLACE.encode(), own.encode())

    def _show(self, request: Request, address: str, state: State) -> Response:
        if not state.ready:
            return self._stand_in(request, address, state)
        key = request.query_params.get("typed", "") if self._typed is not None else ""
        html = self._typed(address, key) if self._typed is not None and key else None
        if html is not None:
            return self._page(HTTPStatus.OK, self._addressed(html, request), state, quiet=True)
        found = find(self.folder, address)
        if isinstance(found, Moved):
            query = request.url.query
            target = found.address + (f"?{query}" if query else "")
            return self._send(HTTPStatus.MOVED_PERMANENTLY, _HTML, b"", {"Location": target})
        file = open_file(found) if found is not None else None
        if file is None:
            return self._missing(request, address, state)
        if media_type(str(found)) == _HTML:
            with file:
                html = self._addressed(file.read(), request)
                return self._page(HTTPStatus.OK, html, state, self._failed(request))
        if Path(str(found)).suffix in HOLD_ADDRESSES:
            with file:
                file = BytesIO(self._addressed(file.read(), request))
        asked = request.headers.get("Range")
        return send_file(file, str(found), asked, self._headers, body=request.method != "HEAD")

    def _version(self, request: Request, address: str) -> Response:
        """A file of another version of the site, unchanged."""
        name, _, rest = address.removeprefix(_VERSION).partition("/")
        folder = self._trees(name)
        found = find(folder, f"/{rest}") if folder is not None else None
        if isinstance(found, Moved):
            target = f"{_VERSION}{name}{found.address}"
            return self._send(HTTPStatus.MOVED_PERMANENTLY, _HTML, b"", {"Location": target})
        file = open_file(found) if found is not None else None
        if file is None:
            html = page.plain_page("Page not found", "This version of the site does not have it.")
            return self._send(HTTPStatus.NOT_FOUND, _HTML, html)
        asked = request.headers.get("Range")
        return send_file(file, str(found), asked, self._headers, body=request.method != "HEAD")

    def _stand_in(self, request: Request, address: str, state: State) -> Response:
        """The response while there is no site yet, or none that could be built."""
        failed = bool(state.problems)
        status = HTTPStatus.INTERNAL_SERVER_ERROR if failed else HTTPStatus.SERVICE_UNAVAILABLE
        if not is_page(address):
            return self._plain(status, b"There is no site yet.\n")
        notice = self._absent(request, address, state)
        if notice is not None:
            return self._page(status, page.notice_page(notice), state, quiet=True)
        html = page.failure_page(state.problems) if failed else page.waiting_page()
        return self._page(status, html, state, quiet=True)

    def _missing(self, request: Request, address: str, state: State) -> Response:
        notice = self._absent(request, address, state)
        if notice is not None:
            status = HTTPStatus.SERVICE_UNAVAILABLE
            return self._page(status, page.notice_page(notice), state, quiet=True)
        found = find(self.folder, "/404.html")
        file = open_file(found) if isinstance(found, Path) else None
        if file is None:
            html = page.plain_page("Page not found", "The site has no 404.html either.")
        else:
            with file:
                html = self._addressed(file.read(), request)
        return self._page(HTTPStatus.NOT_FOUND, html, state, self._failed(request))

    def _page(
        self,
        status: HTTPStatus,
        html: bytes,
        state: State,
        notice: Notice | None = None,
        *,
        quiet: bool = False,
    ) -> Response:
        name, problems = self.current.name(state), () if quiet else state.problems
        framed = self._typed is not None
        made = page.with_reload(html, name, problems, framed=framed, notice=notice)
        return self._send(status, _HTML, made)

    def _stream(self, request: Request) -> Response:
        kind = "text/event-stream; charset=utf-8"
        if request.method == "HEAD":
            return Response(headers={**self._headers, "Content-Type": kind})
        return StreamingResponse(self._news(), headers={**self._headers, "Content-Type": kind})

    async def _news(self) -> AsyncIterator[str]:
        """Events with the name of the current state: now, and whenever it changes."""
        yield f"retry: {_RETRY_MS}\n"
        shown: State | None = None
        async for _ in changes(self.current):
            state = self.current.state
            yield ":\n\n" if state == shown else f"data: {self.current.name(state)}\n\n"
            shown = state

    def _plain(self, status: HTTPStatus, body: bytes) -> Response:
        return self._send(status, _TEXT, body)

    def _send(
        self, status: HTTPStatus, kind: str, body: bytes, more: dict[str, str] | None = None
    ) -> Response:
        headers = {**self._headers, "Content-Type": kind, **(more or {})}
        return Response(body, status, headers)


class PreviewServer:
    """Serves ``folder`` and the state ``current``.

    ``names`` are host names that requests may use, besides its own and any IP address. Raises
    `UsageError` if it cannot listen at ``host`` and ``port`` (0: any free port).
    """

    def __init__(
        self, host: str, port: int, folder: Path, current: PreviewState, names: Collection[str] = ()
    ) -> None:
        bound = listen(host, port)
        self.address = address_of(bound, host)
        at = str(bound.getsockname()[0])
        self._server = WebServer(
            PreviewApp(folder, current, at, self.address, {host, *names}), [bound]
        )

    def serve_forever(self) -> None:
        """Answer requests until `shutdown`, which another thread calls."""
        self._server.serve_forever()

    def shutdown(self) -> None:
        """Stop, and wait until it has stopped."""
        self._server.shutdown()

    def server_close(self) -> None:
        """Close the socket."""
        self._server.close()


def address_of(bound: socket.socket, host: str) -> str:
    """The URL of a server at the socket ``bound``, with ``/`` at the end."""
    at, port = bound.getsockname()[:2]
    name = "localhost" if ip_address(str(at).split("%")[0]).is_unspecified else host
    return f"http://{f'[{name}]' if ':' in name else name}:{port}/"
