"""What an engine is: an identity and one method.

Another engine is one more file, with such a class and a ``find_engine``, and its name in
`generator.config.translation.ENGINES`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from generator.problem import NamedFailureError


@dataclass(frozen=True)
class EngineIdentity:
    """Who translated: the engine's name, as readers are told it, its package and that package's
    version, and every setting that can change a result. Results are kept by all of it."""

    engine: str
    package: str
    version: str
    settings: str = ""


@dataclass(frozen=True)
class Draft:
    """What the engine made of one segment, not yet checked.

    ``score`` is the logarithm of its likelihood as the engine gives it: nearer to 0 is
    surer. ``cut``: the engine stopped at its limit before the sentence ended. ``parts``:
    in how many pieces a segment longer than the model takes was translated.
    """

    text: str
    score: float
    cut: bool = False
    parts: int = 1


class EngineFailedError(NamedFailureError):
    """The engine raised something, or did not answer every text."""


class Engine(Protocol):
    """Translates Chinese segments into English.

    ``identity`` is known without loading anything. ``translate`` returns one draft for
    each text, in order; the same texts and beam give the same drafts. ``beam`` takes the
    place of the engine's own beam size for this call; an engine without one ignores it. What
    it raises is reported with the article at which it did.
    """

    @property
    def identity(self) -> EngineIdentity: ...

    def translate(self, texts: Sequence[str], beam: int | None = None) -> list[Draft]: ...


@runtime_checkable
class CountsPieces(Protocol):
    """An engine that can say how long a text is for it, in pieces of words; texts are put into
    batches by that. Without it their characters are counted."""

    def pieces(self, text: str) -> int: ...


def pieces_of(engine: Engine | None, text: str) -> int:
    """How long a text is for an engine."""
    return engine.pieces(text) if isinstance(engine, CountsPieces) else len(text)
