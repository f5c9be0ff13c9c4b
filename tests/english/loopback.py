"""A web server on the loopback address that knows ranges and can break off."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class WebSite:
    """What the server has, how it misbehaves, and what was asked of it.

    ``break_after``: for each of the next answers with a package, the bytes after which the
    connection breaks. ``moved``: the addresses that paths are redirected to. ``asked``: path
    and ``Range`` of each request, in order.
    """

    files: dict[str, bytes] = field(default_factory=dict)
    marks: dict[str, str] = field(default_factory=dict)
    break_after: list[int] = field(default_factory=list)
    moved: dict[str, str] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    address: str = ""


@contextmanager
def serving() -> Iterator[WebSite]:
    """Serve until the block ends."""
    site = WebSite()
    handler = type(
        "Handler",
        (BaseHTTPRequestHandler,),
        {
            "do_GET": lambda request: _answer(request, site),
            "log_message": lambda *words: None,
        },
    )
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    site.address = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _answer(request: BaseHTTPRequestHandler, site: WebSite) -> None:
    wanted = request.headers.get("Range", "")
    site.asked.append((request.path, wanted))
    if request.path in site.moved:
        request.send_response(302)
        request.send_header("Location", site.moved[request.path])
        request.send_header("Content-Length", "0")
        request.end_headers()
        return
    data = site.files.get(request.path)
    if data is None:
        request.send_error(404)
        return
    mark = site.marks.get(request.path, "")
    start = 0
    if wanted and request.headers.get("If-Range") == mark:
        start = int(wanted.removeprefix("bytes=").removesuffix("-"))
        if start >= len(data):
            request.send_error(416)
            return
        request.send_response(206)
        request.send_header("Content-Range", f"bytes {start}-{len(data) - 1}/{len(data)}")
    else:
        request.send_response(200)
    request.send_header("Content-Length", str(len(data) - start))
    if mark:
        request.send_header("ETag", mark)
    request.end_headers()
    rest = data[start:]
    if site.break_after and request.path.endswith(".argosmodel"):
        rest = rest[: site.break_after.pop(0)]
    request.wfile.write(rest)
