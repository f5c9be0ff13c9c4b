"""The web server of the preview and of the desk: uvicorn without log output.

It runs an ASGI application on one or more listening sockets until the process ends or
`WebServer.shutdown` is called. Signals are handled by the commands.
"""

from __future__ import annotations

import asyncio
import contextlib
import errno
import logging
import os
import socket
import sys
import threading
from collections.abc import Generator, Sequence

import uvicorn
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from generator.problem import Problem, UsageError

_BACKLOG = 64
# An idle connection is closed after this time.
_IDLE_SECONDS = 60
_FAILED = "An error in the program: this request failed. See the terminal where it runs.\n"


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens at ``host`` and ``port`` (0: any free port).

    Raises `UsageError` with a hint if that is not possible.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        made = socket.socket(found[0][0], socket.SOCK_STREAM)
        try:
            # On Windows this would let two programs share a port.
            if os.name == "posix":
                made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            made.bind(found[0][4])
            made.listen(_BACKLOG)
        except BaseException:
            made.close()
            raise
    except (OSError, UnicodeError) as error:
        raise _cannot_listen(host, port, error) from error
    return made


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


class _Uvicorn(uvicorn.Server):
    """uvicorn without signal handlers: the commands have their own."""

    @contextlib.contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        yield


class WebServer:
    """Serves ``app`` on ``sockets``. Call `serve_forever` in one thread, `shutdown` in another."""

    def __init__(self, app: ASGIApp, sockets: Sequence[socket.socket]) -> None:
        self._sockets = list(sockets)
        # uvicorn's log is of no use to an editor; `_ReportErrors` prints errors.
        logging.getLogger("uvicorn").setLevel(logging.CRITICAL + 1)
        logging.getLogger("asyncio").setLevel(logging.CRITICAL + 1)
        config = uvicorn.Config(
            _ReportErrors(app),
            log_config=None,
            access_log=False,
            lifespan="off",
            loop="asyncio",
            http="h11",
            ws="none",
            proxy_headers=False,
            server_header=False,
            headers=[("Server", "digest")],
            timeout_keep_alive=_IDLE_SECONDS,
            timeout_graceful_shutdown=1,
        )
        self._server = _Uvicorn(config)
        self._ended = threading.Event()

    def serve_forever(self) -> None:
        """Answer requests until `shutdown`."""
        try:
            asyncio.run(self._server.serve(self._sockets))
        finally:
            self._ended.set()

    def shutdown(self) -> None:
        """Stop, and wait until it has stopped."""
        self._server.should_exit = True
        self._ended.wait()

    def close(self) -> None:
        """Close the sockets."""
        for one in self._sockets:
            one.close()


class _ReportErrors:
    """Prints an error of ``app`` in one line; a client that disconnects is not an error."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        begun = False

        async def noting(message: Message) -> None:
            nonlocal begun
            begun = begun or message["type"] == "http.response.start"
            await send(message)

        try:
            await self._app(scope, receive, noting)
        except (OSError, ClientDisconnect):
            return
        except Exception as error:
            print(f"error: a request failed: {type(error).__name__}: {error}", file=sys.stderr)
            if not begun:
                headers = [
                    (b"content-type", b"text/plain"),
                    (b"content-length", b"%d" % len(_FAILED)),
                ]
                await send({"type": "http.response.start", "status": 500, "headers": headers})
                await send({"type": "http.response.body", "body": _FAILED})
