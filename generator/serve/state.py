"""The state of a preview: the building thread sets it, requests read it."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class State:
    """The state of a preview; ``number`` grows with every change.

    ``ready`` says whether there is a successful build in the preview's folder; ``problems`` are the
    messages of the last build if it failed.
    """

    number: int = 0
    ready: bool = False
    problems: tuple[str, ...] = ()


class PreviewState:
    """The current `State`, with notification of changes. Thread-safe."""

    def __init__(self) -> None:
        # So that a page of an earlier run never takes a state of this run for its own.
        self._run = secrets.token_hex(4)
        self._lock = threading.Lock()
        self._listeners: list[Callable[[], None]] = []
        self._state = State()

    @property
    def state(self) -> State:
        """The current state."""
        with self._lock:
            return self._state

    def name(self, state: State) -> str:
        """The name of a state, unique across runs of the program."""
        return f"{self._run}.{state.number}"

    def post(self, *, ready: bool, problems: tuple[str, ...] = ()) -> None:
        """Set a new state and notify all subscribers."""
        with self._lock:
            self._state = State(self._state.number + 1, ready, problems)
            listeners = list(self._listeners)
        for callback in listeners:
            callback()

    def subscribe(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Call ``callback`` after every change, in the thread that makes it, until the returned
        function is called."""
        with self._lock:
            self._listeners.append(callback)

        def stop() -> None:
            with self._lock:
                self._listeners.remove(callback)

        return stop
