"""An engine for workers of their own processes: it waits at a gate, or breaks, where a text
asks for it. ``闸`` is a gate, if one is set up in the folder `GATE` names; ``毒`` breaks it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from generator.config import TranslationSettings
from generator.english.engine import Draft, EngineIdentity
from tests.english.small_engine import SmallEngine

GATE = "CITYDIGEST_TEST_GATE"


class GatedEngine(SmallEngine):
    """`SmallEngine` with a gate."""

    identity = EngineIdentity("Gated Engine", "two-words", "1")

    def translate(self, texts: Sequence[str], beam: int | None = None) -> list[Draft]:
        for text in texts:
            if "毒" in text:
                raise ValueError("this sentence breaks it")
            if "闸" in text and beam is None:
                _wait()
        return super().translate(texts, beam)


def _wait() -> None:
    gate = Path(os.environ.get(GATE, ""))
    if (gate / "arrived").exists():
        (gate / "arrived").write_text(f"{os.getpid()}\n")
        (gate / "go").read_text()


def find_engine(settings: TranslationSettings) -> GatedEngine:
    return GatedEngine()
