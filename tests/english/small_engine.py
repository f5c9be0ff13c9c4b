"""A second engine, as small as one can be: a file of its own, and a name in `ENGINES`."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from generator.config import TranslationSettings
from generator.english.engine import Draft, EngineIdentity

# What tests change: whether the engine is there, and what it does with a text first.
present = True
before: Callable[[Sequence[str]], Sequence[str]] = list
asked: list[str] = []


class SmallEngine:
    """Says of every sentence the same, with all that was carried through it."""

    identity = EngineIdentity("Small Engine", "two-words", "7")

    def translate(self, texts: Sequence[str], beam: int | None = None) -> list[Draft]:
        asked.extend(texts)
        return [Draft(self._english(text), -0.5) for text in before(texts)]

    def _english(self, text: str) -> str:
        carried = " and ".join(re.findall(r"[A-Za-z0-9](?:[A-Za-z0-9.,%() ]*[A-Za-z0-9%)])?", text))
        return f"The small engine says {carried or 'something'} here."


def find_engine(settings: TranslationSettings) -> SmallEngine | None:
    return SmallEngine() if present else None
