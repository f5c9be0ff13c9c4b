"""The interface of a translation engine: an identity and one method.

To add an engine, write a module with such a class and a function ``find_engine``, and add its name
to `generator.config.translation.ENGINES`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from generator.problem import NamedFailureError


@dataclass(frozen=True)
class EngineIdentity:
    """Identifies an engine: its name as readers see it, its package, the version of the package,
    and every setting that can change a result. All of it is part of cache keys."""

    engine: str
    package: str
    version: str
    settings: str = ""


@dataclass(frozen=True)
class Draft:
    """The engine's output for one segment, not yet checked.

    ``score`` is the log-likelihood from the engine; nearer to 0 is more certain. ``cut`` is true if
    the engine reached its length limit before the end of the sentence. ``parts`` is the number of
    pieces into which a long segment was split.
    """

    text: str
    score: float
    cut: bool = False
    parts: int = 1


class EngineFailedError(NamedFailureError):
    """The engine raised an exception, or did not return a draft for every text."""


class Engine(Protocol):
    """Translates Chinese segments into English.

    ``identity`` must be available without loading a model. ``translate`` returns one draft for each
    text, in order; the same texts and beam must give the same drafts. ``beam`` overrides the
    engine's own beam size for this call; an engine without beam search ignores it. Exceptions are
    reported together with the article.
    """

    @property
    def identity(self) -> EngineIdentity: ...

    def translate(self, texts: Sequence[str], beam: int | None = None) -> list[Draft]: ...


@runtime_checkable
class CountsPieces(Protocol):
    """An engine that can count the tokens of a text. Batches are made by this number; for other
    engines, by the number of characters."""

    def pieces(self, text: str) -> int: ...


def pieces_of(engine: Engine | None, text: str) -> int:
    """The length of a text for an engine: tokens, or characters if the engine cannot count
    tokens."""
    return engine.pieces(text) if isinstance(engine, CountsPieces) else len(text)
