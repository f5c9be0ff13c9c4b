"""The Traditional forms of words and characters in each spelling."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Literal

import msgspec

from generator.lexicon import cut

Variant = Literal["tw", "hk"]
Tai = Literal["台", "臺"]

# The greatest number of cached forms; a text has far fewer different words.
_MOST = 60_000
_COLUMN = {"tw": 1, "hk": 2}


class Spelling(msgspec.Struct, frozen=True):
    """A spelling of Traditional Chinese: Taiwan's with 台 (as in newspapers) or 臺, or Hong
    Kong's."""

    variant: Variant = "tw"
    tai: Tai = "台"


class Forms(dict[str, str]):
    """Simplified word or other piece of text → Traditional form; forms are cached.

    A piece that is not in the table is converted character by character.
    """

    def __init__(self, spelling: Spelling) -> None:
        super().__init__()
        self._plain = spelling.variant == "hk" or spelling.tai == "台"
        column = _COLUMN[spelling.variant]
        self._characters = {
            ord(fields[0]): self._tai(fields[column]) for fields in rows("characters.txt")
        }
        self._words = {
            fields[0]: fields[min(column, len(fields) - 1)] for fields in rows("words.txt")
        }

    def __missing__(self, piece: str) -> str:
        form = self._words.get(piece)
        form = piece.translate(self._characters) if form is None else self._tai(form)
        if len(self) < _MOST:
            self[piece] = form
        return form

    def standard(self, form: str) -> str:
        """A Traditional form of OpenCC's standard (裏, 麪, 臺) in this spelling."""
        varied = {"裏": self["裏"], "麪": self["麪"], "臺": self._tai("臺")}
        return "".join(varied.get(char, char) for char in form)

    def of(self, text: str) -> str:
        """``text`` converted word by word, with the usual forms of ambiguous words."""
        return "".join(map(self.__getitem__, cut(text)))

    def _tai(self, form: str) -> str:
        return form.replace("臺", "台") if self._plain else form


@lru_cache(maxsize=4)
def forms(spelling: Spelling) -> Forms:
    """The forms of a spelling, loaded once (20 ms)."""
    return Forms(spelling)


def rows(name: str) -> Iterator[list[str]]:
    """The fields of each line of a file in ``data/``, separated by spaces."""
    text = Path(__file__).parent.joinpath(f"data/{name}").read_text("utf-8")
    return (line.split(" ") for line in text.split("\n") if line)
