"""The Traditional forms of words and characters in each spelling."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Literal, NamedTuple

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


class Edge(NamedTuple):
    """Where a word may overlap with another one that has another form of a character.

    ``before`` and ``after`` are the characters that stand beside such a form of its first and its
    last character in words; ``first`` and ``last`` tell that these have another form alone.
    """

    before: str
    after: str
    first: bool
    last: bool


class _Edges(dict[str, "Edge | None"]):
    """Word → its edge, None if it has no doubtful character at its ends."""

    def __init__(self, forms: Forms) -> None:
        super().__init__()
        self._forms = forms
        self._beside: dict[str, list[tuple[str, str, str]]] = {}
        for char, form, before, after in rows("overlaps.txt", "\t"):
            self._beside.setdefault(char, []).append((forms[form], before, after))
        self._others: dict[tuple[str, str], tuple[str, str]] = {}

    def __missing__(self, word: str) -> Edge | None:
        edge = self._edge(word)
        if len(self) < _MOST:
            self[word] = edge
        return edge

    def _edge(self, word: str) -> Edge | None:
        if word[0] not in self._beside and word[-1] not in self._beside:
            return None
        form = self._forms[word]
        before, after = self._other(word[0], form[0])[0], self._other(word[-1], form[-1])[1]
        longer = len(word) > 1
        first, last = (
            longer and word[at] in self._beside and self._forms[word[at]] != form[at]
            for at in (0, -1)
        )
        return Edge(before, after, first, last) if before or after or first or last else None

    def _other(self, char: str, form: str) -> tuple[str, str]:
        """The characters before and after other forms of ``char`` than ``form``."""
        if (char, form) not in self._others:
            others = [row for row in self._beside.get(char, ()) if row[0] != form]
            self._others[char, form] = (
                "".join(before for _, before, _ in others),
                "".join(after for _, _, after in others),
            )
        return self._others[char, form]


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

    def has(self, word: str) -> bool:
        """Whether the table has a form of ``word`` as a whole."""
        return word in self._words

    def standard(self, form: str) -> str:
        """A Traditional form of OpenCC's standard (裏, 麪, 臺) in this spelling."""
        varied = {"裏": self["裏"], "麪": self["麪"], "臺": self._tai("臺")}
        return "".join(varied.get(char, char) for char in form)

    @cached_property
    def edges(self) -> _Edges:
        """Where each word may overlap with others."""
        return _Edges(self)

    def of(self, text: str) -> str:
        """``text`` converted word by word, with the usual forms of ambiguous words."""
        return "".join(map(self.__getitem__, cut(text)))

    def _tai(self, form: str) -> str:
        return form.replace("臺", "台") if self._plain else form


@lru_cache(maxsize=4)
def forms(spelling: Spelling) -> Forms:
    """The forms of a spelling, loaded once (20 ms)."""
    return Forms(spelling)


def rows(name: str, between: str = " ") -> Iterator[list[str]]:
    """The fields of each line of a file in ``data/``, separated by spaces or as ``between``
    says."""
    text = Path(__file__).parent.joinpath(f"data/{name}").read_text("utf-8")
    return (line.split(between) for line in text.split("\n") if line)
