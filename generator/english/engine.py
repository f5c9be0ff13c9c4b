"""What an engine is: an identity and one method.

Another engine is one more file, with such a class and a ``find_engine``, and its name in
`generator.config.site.ENGINES`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

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
