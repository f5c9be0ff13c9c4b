"""Responses with a file or a range of it, and streams of events."""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
from collections.abc import AsyncIterator, Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Protocol

from starlette.responses import Response, StreamingResponse

from generator.patterns import late_regex
from generator.serve.site import media_type

# Something is sent at least this often, to notice connections that were lost.
BEAT_SECONDS = 15.0
_CHUNK = 1 << 18
# A single range; several at once may be answered with the whole file (RFC 9110, 14.2).
_RANGE = late_regex(r"bytes=(\d*)-(\d*)", re.ASCII)


def open_file(path: Path) -> BinaryIO | None:
    """The opened file; None if it does not exist (any more).

    On Windows it is read whole: a file that is open there cannot be replaced by the next build.
    """
    try:
        return BytesIO(path.read_bytes()) if os.name == "nt" else path.open("rb")
    except OSError:
        return None


def send_file(
    file: BinaryIO, name: str, asked: str | None, headers: dict[str, str], *, body: bool = True
) -> Response:
    """A response with ``file``, or with the range of it that the Range header ``asked`` names.

    A range that cannot be parsed is ignored; for one outside of the file the status is 416. The
    file is closed in the end.
    """
    size = file.seek(0, os.SEEK_END)
    more = {**headers, "Content-Type": media_type(name), "Accept-Ranges": "bytes"}
    found = _wanted(asked, size) if asked else None
    if found is not None and not found:
        file.close()
        return Response(status_code=416, headers={**headers, "Content-Range": f"bytes */{size}"})
    part = found or range(size)
    if found:
        more["Content-Range"] = f"bytes {part.start}-{part.stop - 1}/{size}"
    more["Content-Length"] = str(len(part))
    content = _chunks(file, part) if body else _nothing(file)
    return StreamingResponse(content, 206 if found else 200, headers=more)


def _wanted(asked: str, size: int) -> range | None:
    """The byte range of a file of ``size`` bytes that a Range header requests.

    Empty if it is outside of the file; None if the header cannot be parsed.
    """
    match = _RANGE.fullmatch(asked.strip())
    if match is None or not (match[1] or match[2]):
        return None
    if not match[1]:
        return range(max(0, size - int(match[2])), size)
    first = int(match[1])
    last = min(int(match[2]), size - 1) if match[2] else size - 1
    if match[2] and int(match[2]) < first:
        return None
    return range(first, last + 1) if first <= last else range(0)


def _chunks(file: BinaryIO, part: range) -> Iterator[bytes]:
    with file:
        file.seek(part.start)
        left = len(part)
        while left and (data := file.read(min(left, _CHUNK))):
            left -= len(data)
            yield data


def _nothing(file: BinaryIO) -> Iterator[bytes]:
    file.close()
    yield from ()


class Source(Protocol):
    """Something that changes in other threads."""

    def subscribe(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Call ``callback`` after every change, until the returned function is called."""


async def changes(source: Source) -> AsyncIterator[bool]:
    """Yield True after each change of ``source``, False if there was none for `BEAT_SECONDS`.

    The first value comes at once. Changes in quick succession may be yielded as one.
    """
    loop = asyncio.get_running_loop()
    changed = asyncio.Event()
    changed.set()

    def wake() -> None:
        # The event loop may have been closed with the server.
        with contextlib.suppress(RuntimeError):
            loop.call_soon_threadsafe(changed.set)

    stop = source.subscribe(wake)
    try:
        while True:
            try:
                async with asyncio.timeout(BEAT_SECONDS):
                    await changed.wait()
            except TimeoutError:
                yield False
            else:
                changed.clear()
                yield True
    finally:
        stop()
