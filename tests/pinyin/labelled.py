"""Readings in context, labelled by hand, and how many come out right."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from generator.pinyin.readings import Reader

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True)
class Labelled:
    """A text with the places of characters that are read ``wanted`` there."""

    text: str
    places: tuple[int, ...]
    wanted: str

    def right(self, reader: Reader) -> int:
        """How many of the places are read as wanted."""
        said: dict[int, str] = {}
        for start, syllables in reader.words(self.text):
            said.update(enumerate(syllables, start))
        return sum(said.get(place) == self.wanted for place in self.places)


def labelled(half: str) -> list[Labelled]:
    """One a line: text with the character in brackets, reading. None was tuned on ``held-out…``."""
    found = []
    for line in (DATA / f"readings-{half}.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            marked, _, wanted = line.rpartition(" ")
            places = [m.start() - 2 * n for n, m in enumerate(re.finditer(r"\[", marked))]
            text = marked.replace("[", "").replace("]", "")
            found.append(Labelled(text, tuple(places), wanted))
    return found
