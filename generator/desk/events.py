"""News of the desk for every open page: files that changed, builds, jobs."""

from __future__ import annotations

import asyncio
import contextlib
import json
import secrets
import threading
from collections.abc import AsyncIterator, Callable

_BEAT_SECONDS = 15.0
_RETRY_MS = 500


# Of these a page must not miss one: what it shows depends on them.
_COUNTED = "articles"


class Events:
    """Sends each event to all who listen. Safe between threads.

    `news` names the last change of articles that was told. A page carries the name that held
    before its data were read; the stream begins with the present one, so that what was told
    between the two, or while nobody listened, is noticed.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._listeners: list[Callable[[str], None]] = []
        # A page of an earlier run must never take this run's first change for its own.
        self._run = secrets.token_hex(4)
        self._number = 0

    @property
    def news(self) -> str:
        """The name of the last change of articles, another one in every run."""
        with self._lock:
            return f"{self._run}.{self._number}"

    def tell(self, kind: str, **data: object) -> None:
        """Send the event ``kind`` (``files``, ``articles``, ``build``, ``job``) with its data."""
        with self._lock:
            if kind == _COUNTED:
                self._number += 1
                data["news"] = f"{self._run}.{self._number}"
            listeners = list(self._listeners)
        line = json.dumps({"kind": kind, **data}, ensure_ascii=False)
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
            hello = json.dumps({"kind": "hello", "news": self.news})
            yield f"retry: {_RETRY_MS}\ndata: {hello}\n\n"
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
