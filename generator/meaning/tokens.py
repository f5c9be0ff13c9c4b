"""The input of the network: ``<s> Chinese </s> English </s>`` in pieces of SentencePiece.

Training and use must make the same pieces of the same texts: `Tokenizer.tokens` is the whole
definition. English is encoded word by word, so that each word has its own pieces, whatever stands
beside it.
"""

from __future__ import annotations

import unicodedata
from typing import Any, NamedTuple

from generator.patterns import late_regex

_RUN = late_regex(r"\S+")
_SIGNS = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "´": "'", "`": "'", "…": "..."})
# The most words whose pieces are kept.
_KEPT = 50_000


class Word(NamedTuple):
    """A word of an English text: as the network sees it, and its place in the text as given."""

    text: str
    start: int
    end: int


class Tokens(NamedTuple):
    """The numbers of the pieces; for each English word the places of its pieces, from the first
    until before the last (equal for a word without pieces)."""

    ids: list[int]
    places: list[tuple[int, int]]


def tidy_chinese(text: str) -> str:
    """The Chinese as the network sees it: with single spaces, without spaces of no width."""
    return " ".join(text.split()).replace("\u200b", "")


def english_words(text: str) -> list[Word]:
    """The words of an English text: what stands between spaces, in NFC and with straight quotation
    marks. A comma or full stop after a space belongs to the word before it."""
    words: list[Word] = []
    for match in _RUN.finditer(text):
        word = unicodedata.normalize("NFC", match.group()).translate(_SIGNS).replace("''", '"')
        if words and word[0] in ",.":
            last = words.pop()
            words.append(Word(last.text + word, last.start, match.end()))
        else:
            words.append(Word(word, match.start(), match.end()))
    return words


class Tokenizer:
    """Makes the pieces of pairs; ``model`` is the content of ``sentencepiece.model``."""

    def __init__(self, model: bytes) -> None:
        import sentencepiece

        self._pieces: Any = sentencepiece.SentencePieceProcessor(model_proto=model)
        self._begin, self._end = self._pieces.bos_id(), self._pieces.eos_id()
        if self._begin < 0 or self._end < 0:
            raise ValueError("sentencepiece.model has no <s> or </s>")
        self.size: int = self._pieces.get_piece_size()
        self._of_word: dict[str, list[int]] = {}

    def tokens(self, chinese: str, english: str) -> Tokens:
        """The pieces of a pair, and where those of each of `english_words` are."""
        ids = [self._begin, *self._pieces.encode(tidy_chinese(chinese)), self._end]
        places = []
        for word in english_words(english):
            pieces = self._word(word.text)
            places.append((len(ids), len(ids) + len(pieces)))
            ids += pieces
        ids.append(self._end)
        return Tokens(ids, places)

    def _word(self, word: str) -> list[int]:
        pieces = self._of_word.get(word)
        if pieces is None:
            if len(self._of_word) >= _KEPT:
                self._of_word.clear()
            pieces = self._of_word[word] = self._pieces.encode(word)
        return pieces
