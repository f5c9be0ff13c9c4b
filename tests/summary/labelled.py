"""Texts with what a summary is to make of them, and how many come out right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from generator.summary.dating import dated
from generator.summary.dating_english import dated_english
from generator.summary.opening import without_english_opening, without_opening

DATA = Path(__file__).parent / "data"
WAYS: dict[str, Callable[[str, str], str]] = {
    "opening": lambda text, _: without_opening(text),
    "english opening": lambda text, _: without_english_opening(text),
    "dating": dated,
    "english dating": dated_english,
}


@dataclass(frozen=True)
class Labelled:
    """A text of a kind, its article's date, and what is wanted."""

    kind: str
    day: str
    text: str
    wanted: str

    @property
    def made(self) -> str:
        """What the program makes of it."""
        return WAYS[self.kind](self.text, self.day)


def labelled(half: str) -> list[Labelled]:
    """One a line: kind | date | text | wanted. No rule was tuned on the half ``held-out``."""
    lines = (DATA / f"{half}.txt").read_text(encoding="utf-8").splitlines()
    rows = ([part.strip() for part in line.split(" |")] for line in lines if line[:1] not in "#")
    return [Labelled(*row) for row in rows]
