"""What there is to see of a preview: the building thread writes it, every request reads it."""

from __future__ import annotations

import secrets
import threading
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
    """The present `State`, and a way to wait for the next one. Safe between threads."""

    def __init__(self) -> None:
        # A page of an earlier run must never take this run's first state for its own.
        self._run = secrets.token_hex(4)
        self._changed = threading.Condition()
        self._state = State()

    @property
    def state(self) -> State:
        """What there is to see now."""
        with self._changed:
            return self._state

    def name(self, state: State) -> str:
        """The state's name, different in every run of the program."""
        return f"{self._run}.{state.number}"

    def post(self, *, ready: bool, problems: tuple[str, ...] = ()) -> None:
        """Show a new state and wake all who wait for one."""
        with self._changed:
            self._state = State(self._state.number + 1, ready, problems)
            self._changed.notify_all()

    def wait(self, after: State, seconds: float) -> State:
        """The state that follows ``after``; ``after`` itself when ``seconds`` have gone by."""
        with self._changed:
            self._changed.wait_for(lambda: self._state.number != after.number, seconds)
            return self._state
