"""Decides which requests the desk accepts: only those of its own pages in this machine's browser.

- The desk listens on 127.0.0.1 only.
- The Host header must be the desk's: with DNS rebinding, a page of the web has its own name resolve
  to 127.0.0.1, but sends that name.
- Requests by pages of other sites, or of the preview on its own port, are refused by
  Sec-Fetch-Site; only following a link to the desk is allowed.
- Every change is a POST with the desk's Origin and with the token that its pages carry, in the
  header ``X-Desk-Token`` or the form field ``token``. Pages of other origins can read neither.
- A strict Content-Security-Policy allows only scripts and styles from files of the desk, nothing
  inline, and no framing by other pages. So text of an article cannot run as code, even if it were
  not escaped.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

TOKEN_FIELD = "token"
TOKEN_HEADER = "X-Desk-Token"
# The largest body of a form; enough for an upload of raw pages.
MAX_BODY = 64_000_000
# The largest body from a script, which is streamed to disk: the largest Argos packages.
MAX_STREAM = 1_000_000_000
_READS = ("GET", "HEAD")
# Translates a text into the language of a request.
Say = Callable[[Request, str], str]


def policy(preview: str) -> Mapping[str, str]:
    """The security headers of every response; ``preview`` is the origin that the desk may frame."""
    framed = preview or "'none'"
    rules = (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
        "font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; "
        f"base-uri 'none'; frame-ancestors 'none'; frame-src {framed}"
    )
    return {
        "Content-Security-Policy": rules,
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }


class Guard:
    """Passes requests from the desk's own pages on to ``app``, and refuses all others.

    ``say`` translates the reason into the language of the request.
    """

    def __init__(
        self, app: ASGIApp, port: int, token: str, preview: str = "", say: Say | None = None
    ) -> None:
        self._app, self._token = app, token
        self._say = say or (lambda request, text: text)
        self.host = f"127.0.0.1:{port}"
        self.origin = f"http://{self.host}"
        self._also = f"localhost:{port}"
        self._headers = [(k.lower().encode(), v.encode()) for k, v in policy(preview).items()]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def protected(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", []), *self._headers]
            await send(message)

        request = Request(scope, receive)
        refused = self._refused(request)
        if refused is not None:
            await refused(scope, receive, protected)
            return
        if request.method in _READS:
            await self._app(scope, receive, protected)
            return
        given = request.headers.get(TOKEN_HEADER, "")
        most = MAX_STREAM if given else MAX_BODY
        length = request.headers.get("Content-Length", "")
        if length.isdigit() and int(length) > most:
            await self._too_much(request, most)(scope, receive, protected)
        elif given and self._is_token(given):
            # The token is in the header, so the body can be streamed: a package has hundreds of MB.
            await self._app(scope, _limited(receive, most), protected)
        else:
            await self._with_body(request, protected)

    async def _with_body(self, request: Request, send: Send) -> None:
        """Pass on a form; its token is in the body, so the body is read first."""
        body = await _body(request)
        if body is None:
            await self._too_much(request, MAX_BODY)(request.scope, request.receive, send)
        elif not await self._has_token(request, body):
            text = "This page was loaded before the desk was restarted: reload it."
            answer = self._no(request, text, 403)
            answer.headers["X-Desk-Refused"] = "token"
            await answer(request.scope, request.receive, send)
        else:
            await self._app(request.scope, _replay(body), send)

    def _refused(self, request: Request) -> Response | None:
        host = request.headers.get("Host", "").lower()
        if host == self._also and request.method in _READS:
            path = request.scope["raw_path"].decode("latin-1")
            if path.startswith("/") and not path.startswith(("//", "/\\")):
                query = f"?{request.url.query}" if request.url.query else ""
                return RedirectResponse(f"{self.origin}{path}{query}", 307)
        if host != self.host:
            return self._no(request, f"The desk answers at {self.origin}/ only.", 403)
        if request.method not in (*_READS, "POST"):
            return self._no(request, "The desk accepts only GET and POST.", 405)
        if request.method == "POST":
            if request.headers.get("Origin") != self.origin:
                return self._no(request, "This request was not sent by a page of the desk.", 403)
        elif _is_foreign(request):
            return self._no(request, "Pages of other sites cannot use the desk.", 403)
        return None

    def _too_much(self, request: Request, most: int) -> Response:
        return self._no(request, f"More than {most // 10**6} MB cannot be sent at once.", 413)

    def _no(self, request: Request, text: str, status: int) -> Response:
        return PlainTextResponse(f"{self._say(request, text)}\n", status)

    async def _has_token(self, request: Request, body: bytes) -> bool:
        given = request.headers.get(TOKEN_HEADER, "")
        kind = request.headers.get("Content-Type", "")
        if not given and kind.startswith(("application/x-www-form-urlencoded", "multipart/")):
            try:
                async with Request(request.scope, _replay(body)).form() as form:
                    found = form.get(TOKEN_FIELD)
            except Exception:
                return False
            given = found if isinstance(found, str) else ""
        return self._is_token(given)

    def _is_token(self, given: str) -> bool:
        return secrets.compare_digest(given.encode(), self._token.encode())


def _is_foreign(request: Request) -> bool:
    """Whether a page of another origin sent the request, except by a link that the editor
    follows."""
    if request.headers.get("Sec-Fetch-Site") not in ("cross-site", "same-site"):
        return False
    mode, dest = request.headers.get("Sec-Fetch-Mode"), request.headers.get("Sec-Fetch-Dest")
    return not (mode == "navigate" and dest == "document")


async def _body(request: Request) -> bytes | None:
    """The whole body; ``None`` if it is too large."""
    parts, size = [], 0
    async for part in request.stream():
        size += len(part)
        if size > MAX_BODY:
            return None
        parts.append(part)
    return b"".join(parts)


def _limited(receive: Receive, most: int) -> Receive:
    """``receive`` up to ``most`` bytes; after that it reports that the client has disconnected."""
    size = 0

    async def limited() -> Message:
        nonlocal size
        message = await receive()
        size += len(message.get("body", b""))
        return message if size <= most else {"type": "http.disconnect"}

    return limited


def _replay(body: bytes) -> Receive:
    """A ``receive`` that returns ``body``, which was already read."""
    given = False

    async def receive() -> Message:
        nonlocal given
        if given:
            return {"type": "http.disconnect"}
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return receive
