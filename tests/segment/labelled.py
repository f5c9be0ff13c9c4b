"""Paragraphs that are hard to cut into sentences, with the cuts that are right."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.segment import english_sentences, sentences

DATA = Path(__file__).parent / "data"
_ENGLISH, _END = "en: ", "‖"


@dataclass(frozen=True)
class Labelled:
    """A paragraph, and every way to cut it that is right."""

    english: bool
    text: str
    wanted: tuple[tuple[str, ...], ...]

    @property
    def made(self) -> tuple[str, ...]:
        """What the program makes of it."""
        return tuple((english_sentences if self.english else sentences)(self.text))


def labelled(half: str) -> list[Labelled]:
    """The paragraphs of a half; no rule was tuned on ``held-out``."""
    ways: dict[str, list[tuple[str, ...]]] = {}
    for line in (DATA / f"{half}.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            ways.setdefault(line.replace(_END, ""), []).append(
                tuple(line.removeprefix(_ENGLISH).split(_END))
            )
    return [
        Labelled(text.startswith(_ENGLISH), text.removeprefix(_ENGLISH), tuple(cuts))
        for text, cuts in ways.items()
    ]
