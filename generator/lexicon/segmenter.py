"""The best way to cut a text into words, by a unigram model that sentencepiece searches."""

from __future__ import annotations

import gzip
import math
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Protocol, cast

# sentencepiece takes NUL for the end of a text; nothing readable contains one.
_NUL, _STAND_IN = "\0", "\ufffd"


class _Processor(Protocol):
    """What is used of ``sentencepiece.SentencePieceProcessor``, which has no types."""

    def encode(self, text: str, *, out_type: type[str]) -> list[str]: ...

    def piece_to_id(self, piece: str) -> int: ...

    def get_score(self, number: int) -> float: ...

    def id_to_piece(self, number: int) -> str: ...

    def get_piece_size(self) -> int: ...


@cache
def _processor() -> _Processor:
    # A tenth of a second with the dictionary: not where no text is cut.
    import sentencepiece

    data = files(__package__).joinpath("data/words.model.gz").read_bytes()
    processor = sentencepiece.SentencePieceProcessor(model_proto=gzip.decompress(data))
    return cast(_Processor, processor)


def cut(text: str) -> list[str]:
    """``text`` in words, marks and runs of other writing, in order; joined they are the text."""
    if _NUL in text:
        pieces = _processor().encode(text.replace(_NUL, _STAND_IN), out_type=str)
        return _like(text, pieces)
    return _processor().encode(text, out_type=str)


def spans(text: str) -> list[tuple[int, int]]:
    """Where the pieces of `cut` begin and end."""
    found, at = [], 0
    for piece in cut(text):
        found.append((at, at + len(piece)))
        at += len(piece)
    return found


def frequency(word: str) -> float:
    """The share of ``word`` among the words of running text; 0.0 where it is not known."""
    processor = _processor()
    number = processor.piece_to_id(word)
    # The piece for everything unknown has number 0.
    return math.exp(processor.get_score(number)) if number else 0.0


def words() -> Iterator[str]:
    """Every word of the dictionary."""
    processor = _processor()
    # The piece for everything unknown has number 0.
    for number in range(1, processor.get_piece_size()):
        yield processor.id_to_piece(number)


def _like(text: str, pieces: list[str]) -> list[str]:
    made, at = [], 0
    for piece in pieces:
        made.append(text[at : at + len(piece)])
        at += len(piece)
    return made
