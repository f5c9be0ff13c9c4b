"""The best way to cut a text into words: the most likely one, by the frequency of each word.

Many texts are cut by sentencepiece, whose unigram model takes a tenth of a second to load; a few
are cut by the same steps here (`generator.lexicon.path`).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Protocol, cast

from generator.lexicon.path import Scored, best_path, frequency_of, model, scored
from generator.memory import give_back

# sentencepiece takes NUL for the end of a text; nothing readable contains one.
_NUL, _STAND_IN = "\0", "\ufffd"
# So many characters are cut here, before the model is worth its loading.
_FEW = 15_000


class _Processor(Protocol):
    """What is used of ``sentencepiece.SentencePieceProcessor``, which has no types."""

    def encode(self, text: str, *, out_type: type[str]) -> list[str]: ...

    def piece_to_id(self, piece: str) -> int: ...

    def get_score(self, number: int) -> float: ...


class _Cutter:
    """Cuts texts: by the words as they are read, or, after so many, by sentencepiece alone."""

    def __init__(self) -> None:
        self._seen = 0
        self._known: Scored | None = None
        self._processor: _Processor | None = None

    def cut(self, text: str) -> list[str]:
        self._seen += len(text)
        if self._processor is None and self._seen <= _FEW:
            found = best_path(text, self._words())
            if found is not None:
                return found
        return self.warm_up().encode(text, out_type=str)

    def frequency(self, word: str) -> float:
        if self._processor is None:
            return frequency_of(word, self._words())
        number = self._processor.piece_to_id(word)
        # The piece for everything unknown has number 0.
        return math.exp(self._processor.get_score(number)) if number else 0.0

    def warm_up(self) -> _Processor:
        if self._processor is None:
            import sentencepiece

            made = sentencepiece.SentencePieceProcessor(model_proto=model(self._words()))
            self._processor = cast(_Processor, made)
            self._known = None
            give_back()
        return self._processor

    def _words(self) -> Scored:
        if self._known is None:
            self._known = scored()
        return self._known


@cache
def _cutter() -> _Cutter:
    return _Cutter()


def cut(text: str) -> list[str]:
    """``text`` in words, marks and runs of other writing, in order; joined they are the text."""
    if _NUL in text:
        return _like(text, _cutter().cut(text.replace(_NUL, _STAND_IN)))
    return _cutter().cut(text)


def warm_up() -> None:
    """Load what pays where many texts are cut."""
    _cutter().warm_up()


def spans(text: str) -> list[tuple[int, int]]:
    """Where the pieces of `cut` begin and end."""
    found, at = [], 0
    for piece in cut(text):
        found.append((at, at + len(piece)))
        at += len(piece)
    return found


def frequency(word: str) -> float:
    """The share of ``word`` among the words of running text; 0.0 where it is not known."""
    return _cutter().frequency(word)


def words() -> Iterator[str]:
    """Every word of the dictionary."""
    return scored().words()


def _like(text: str, pieces: Sequence[str]) -> list[str]:
    made, at = [], 0
    for piece in pieces:
        made.append(text[at : at + len(piece)])
        at += len(piece)
    return made
