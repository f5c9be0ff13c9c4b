"""What there is to see of a preview: the building thread writes it, every request reads it."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class State:
    """What there is to see: ``number`` grows with every change of it.

    ``ready`` says that a good site stands in the preview's folder; ``problems`` are the
    lines of the last build where it failed.
    """

    number: int = 0
    ready: bool = False
    problems: tuple[str, ...] = ()


class PreviewState:
    """The present `State`, and a way to hear of the next one. Safe between threads."""

    def __init__(self) -> None:
        # A page of an earlier run must never take this run's first state for its own.
        self._run = secrets.token_hex(4)
        self._lock = threading.Lock()
        self._listeners: list[Callable[[], None]] = []
        self._state = State()

    @property
    def state(self) -> State:
        """What there is to see now."""
        with self._lock:
            return self._state

    def name(self, state: State) -> str:
        """The state's name, different in every run of the program."""
        return f"{self._run}.{state.number}"

    def post(self, *, ready: bool, problems: tuple[str, ...] = ()) -> None:
        """Show a new state and tell all who listen."""
        with self._lock:
            self._state = State(self._state.number + 1, ready, problems)
            listeners = list(self._listeners)
        for told in listeners:
            told()

    def hear(self, told: Callable[[], None]) -> Callable[[], None]:
        """Have ``told`` called after every change, in the thread that makes it, until what this
        returns is called."""
        with self._lock:
            self._listeners.append(told)

        def stop() -> None:
            with self._lock:
                self._listeners.remove(told)

        return stop
