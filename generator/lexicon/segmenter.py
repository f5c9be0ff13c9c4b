"""Segment text into words by the frequency of each word.

A small amount of text is segmented in Python (`generator.lexicon.path`); for more, sentencepiece is
loaded, which gives the same words faster but takes 0.2 s to load.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Protocol, cast

from generator.lexicon.path import Scored, best_path, frequency_of, model, scored
from generator.memory import give_back

# sentencepiece treats NUL as the end of a text, so another character replaces it meanwhile.
_NUL, _STAND_IN = "\0", "\ufffd"
# Characters to segment in Python before it is worth loading sentencepiece.
_FEW = 15_000


class _Processor(Protocol):
    """The part of ``sentencepiece.SentencePieceProcessor`` used here; the library has no types."""

    def encode(self, text: str, *, out_type: type[str]) -> list[str]: ...

    def piece_to_id(self, piece: str) -> int: ...

    def get_score(self, number: int) -> float: ...


class _Cutter:
    """Segments texts in Python until ``_FEW`` characters are exceeded, then with sentencepiece."""

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
        # Number 0 is the piece for unknown text.
        return math.exp(self._processor.get_score(number)) if number else 0.0

    def score(self, word: str) -> float | None:
        if self._processor is None:
            return self._words().score(word)
        number = self._processor.piece_to_id(word)
        return self._processor.get_score(number) if number else None

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
    """The words, punctuation and runs of other scripts of ``text``, in order; joined, the text."""
    if _NUL in text:
        return _of_same_lengths(text, _cutter().cut(text.replace(_NUL, _STAND_IN)))
    return _cutter().cut(text)


def warm_up() -> None:
    """Load sentencepiece at once; useful before many texts are segmented."""
    _cutter().warm_up()


def spans(text: str) -> list[tuple[int, int]]:
    """The start and end offsets of the pieces of `cut`."""
    found, at = [], 0
    for piece in cut(text):
        found.append((at, at + len(piece)))
        at += len(piece)
    return found


def frequency(word: str) -> float:
    """The relative frequency of ``word`` in running text; 0.0 if it is not in the dictionary."""
    return _cutter().frequency(word)


def score(word: str) -> float | None:
    """The natural logarithm of the relative frequency of ``word``; None for an unknown word."""
    return _cutter().score(word)


def words() -> Iterator[str]:
    """Every word of the dictionary."""
    return scored().words()


def _of_same_lengths(text: str, pieces: Sequence[str]) -> list[str]:
    made, at = [], 0
    for piece in pieces:
        made.append(text[at : at + len(piece)])
        at += len(piece)
    return made
