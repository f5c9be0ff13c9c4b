"""Sends events to every open page: changed files, builds, jobs."""

from __future__ import annotations

import asyncio
import contextlib
import json
import secrets
import threading
from collections.abc import AsyncIterator, Callable

_BEAT_SECONDS = 15.0
_RETRY_MS = 500


# The kind of events that a page must not miss, since what it shows depends on them.
_COUNTED = "articles"


class Events:
    """Sends each event to all listeners, which get all events in the same order. Thread-safe.

    `news` identifies the last change of articles that was sent. A page carries the value from
    before its data were read, and the stream begins with the current value; so a page notices a
    change that was sent in between, or while it was not listening.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._listeners: list[Callable[[str], None]] = []
        # Differs in every run, so that a page of an earlier run notices the restart.
        self._run = secrets.token_hex(4)
        self._number = 0

    @property
    def news(self) -> str:
        """The identifier of the last change of articles; unique across runs."""
        with self._lock:
            return f"{self._run}.{self._number}"

    def tell(self, kind: str, **data: object) -> None:
        """Send an event of ``kind`` (``files``, ``articles``, ``build``, ``job``) with its data."""
        with self._lock:
            if kind == _COUNTED:
                self._number += 1
                data["news"] = f"{self._run}.{self._number}"
            line = json.dumps({"kind": kind, **data}, ensure_ascii=False)
            # Inside the lock, so that of two changes the earlier one is sent first.
            for listener in self._listeners:
                # The event loop of the listener has ended.
                with contextlib.suppress(RuntimeError):
                    listener(line)

    async def stream(self) -> AsyncIterator[str]:
        """The events from now on, in the format of server-sent events."""
        loop, waiting = asyncio.get_running_loop(), asyncio.Queue[str]()

        def put(line: str) -> None:
            loop.call_soon_threadsafe(waiting.put_nowait, line)

        with self._lock:
            self._listeners.append(put)
            news = f"{self._run}.{self._number}"
        try:
            hello = json.dumps({"kind": "hello", "news": news})
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
