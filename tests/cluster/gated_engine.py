"""An engine for worker processes that waits at a gate, fails, or never ends if a text asks for it:
at ``闸`` it waits at the gate, if one is set up in the folder that `GATE` names; ``毒`` makes it
fail; at ``睡`` it passes the gate and never returns."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from threading import Event, Thread

from generator.config import TranslationSettings
from generator.english.engine import Draft, EngineIdentity
from tests.english.small_engine import SmallEngine

GATE = "CITYDIGEST_TEST_GATE"

# Set when a batch has ended, or will not.
over = Event()


class GatedEngine(SmallEngine):
    """`SmallEngine` with a gate."""

    identity = EngineIdentity("Gated Engine", "two-words", "1")

    def translate(self, texts: Sequence[str], beam: int | None = None) -> list[Draft]:
        for text in texts:
            if "毒" in text:
                raise ValueError("this sentence breaks it")
            if "闸" in text and beam is None:
                _wait()
            if "睡" in text:
                _say_arrived()
                over.set()
                Event().wait()
        return super().translate(texts, beam)


def _wait() -> None:
    if _say_arrived():
        (_gate() / "go").read_text()


def _say_arrived() -> bool:
    arrived = _gate() / "arrived"
    if not arrived.exists():
        return False
    arrived.write_text(f"{os.getpid()}\n")
    return True


def _gate() -> Path:
    return Path(os.environ.get(GATE, ""))


def time_is_over(task: Thread, seconds: float) -> None:
    """Replaces `generator.cluster.limit.ended`: for an endless batch, the time is over at once."""

    def watch() -> None:
        task.join()
        over.set()

    over.clear()
    task.start()
    Thread(target=watch, daemon=True).start()
    over.wait()


def find_engine(settings: TranslationSettings) -> GatedEngine:
    return GatedEngine()
