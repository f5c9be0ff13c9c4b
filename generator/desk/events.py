"""News of the desk for every open page: files that changed, builds, jobs."""

from __future__ import annotations

import asyncio
import contextlib
import json
import threading
from collections.abc import AsyncIterator, Callable

_BEAT_SECONDS = 15.0
_RETRY_MS = 500


class Events:
    """Sends each event to all who listen. Safe between threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._listeners: list[Callable[[str], None]] = []

    def tell(self, kind: str, **data: object) -> None:
        """Send the event ``kind`` (``files``, ``articles``, ``build``, ``job``) with its data."""
        line = json.dumps({"kind": kind, **data}, ensure_ascii=False)
        with self._lock:
            listeners = list(self._listeners)
        for listener in listeners:
            # A page whose event loop has ended hears nothing more.
            with contextlib.suppress(RuntimeError):
                listener(line)

    async def stream(self) -> AsyncIterator[str]:
        """The events from now on, as a browser's EventSource reads them."""
        loop, waiting = asyncio.get_running_loop(), asyncio.Queue[str]()

        def put(line: str) -> None:
            loop.call_soon_threadsafe(waiting.put_nowait, line)

        with self._lock:
            self._listeners.append(put)
        try:
            yield f"retry: {_RETRY_MS}\ndata: {json.dumps({'kind': 'hello'})}\n\n"
            while True:
                try:
                    async with asyncio.timeout(_BEAT_SECONDS):
                        line = await waiting.get()
                except TimeoutError:
                    yield ":\n\n"
                else:
                    yield f"data: {line}\n\n"
        finally:
            with self._lock:
                self._listeners.remove(put)
