"""The dictionary with the scores of its words, and the most probable segmentation of a text.

The algorithm is that of sentencepiece's unigram model (``Model::EncodeOptimized`` in
``unigram_model.cc``, 0.2) in the same single precision, so that both give the same pieces.
"""

from __future__ import annotations

import gzip
import math
import struct
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.lines import Lines

# What sentencepiece subtracts from the lowest score for a character that is in no word.
_UNKNOWN = 10.0
# Below sums of about -100,000 sentencepiece breaks ties in another way. Thousands of Chinese
# characters in one paragraph come to that, or five hundred of another script.
_LOWEST = -90_000.0
_SINGLE = struct.Struct("f")
# Bytes of a piece of a model besides its word: two tags, a length, four bytes of the score.
_BESIDE = 7


def single(number: float) -> float:
    """``number`` rounded to single precision (four bytes)."""
    kept: float = _SINGLE.unpack(_SINGLE.pack(number))[0]
    return kept


class Scored:
    """Words with their scores, the natural logarithms of their relative frequencies.

    Each of ``lines`` has a word and its score, multiplied by -100; ``least`` is the lowest score
    in the same form.
    """

    def __init__(self, least: str, lines: Lines) -> None:
        self._lines = lines
        self._longer: dict[str, Sequence[tuple[str, float]]] = {}
        self._alone: dict[str, float | None] = {}
        self._scores: dict[str, float] = {}
        # The score of a character that is in no word.
        self.unknown = single(self._score(least) - _UNKNOWN)

    def alone(self, character: str) -> float | None:
        """The score of a word of one character; None if it is not in the dictionary."""
        if character not in self._alone:
            found = self._lines.get(character)
            self._alone[character] = None if found is None else self._score(found)
        return self._alone[character]

    def longer(self, two: str) -> Sequence[tuple[str, float]]:
        """The words that begin with the characters ``two``, with their scores."""
        if two not in self._longer:
            found = self._lines.beginning(two)
            self._longer[two] = [(word, self._score(score)) for word, score in found]
        return self._longer[two]

    def score(self, word: str) -> float | None:
        """The score of a word; None if it is not in the dictionary."""
        found = self._lines.get(word)
        return None if found is None else self._score(found)

    def words(self) -> Iterator[str]:
        """Every word, in order."""
        return (word for word, _ in self._lines)

    def scores(self) -> Iterator[tuple[str, float]]:
        """Every word with its score, in order."""
        # The cache is read here directly, which saves a call for each word.
        known = self._scores
        for word, hundredths in self._lines:
            score = known.get(hundredths)
            yield word, self._score(hundredths) if score is None else score

    def _score(self, hundredths: str) -> float:
        if hundredths not in self._scores:
            self._scores[hundredths] = single(-int(hundredths) / 100)
        return self._scores[hundredths]


def scored() -> Scored:
    """Read the dictionary, ``data/words.txt.gz``, whose first line is the lowest score."""
    data = Path(__file__).parent.joinpath("data/words.txt.gz").read_bytes()
    least, _, lines = gzip.decompress(data).partition(b"\n")
    return Scored(least.decode(), Lines(lines))


def best_path(text: str, known: Scored) -> list[str] | None:
    """The most probable segmentation of ``text``; a run of unknown characters is one piece.

    None if the text is so long that sentencepiece may break ties in another way.
    """
    size = len(text)
    # For each offset: the score of the best path to it, where its last piece begins, and whether
    # that piece is an unknown character.
    best = [0.0] * (size + 1)
    begins = [-1] * (size + 1)
    strange = [False] * (size + 1)
    for at in range(size):
        here = best[at]
        score = known.alone(text[at])
        reached = single(here + (known.unknown if score is None else score))
        if begins[at + 1] < 0 or reached > best[at + 1]:
            best[at + 1], begins[at + 1], strange[at + 1] = reached, at, score is None
        for word, score in known.longer(text[at : at + 2]) if at + 1 < size else ():
            if text.startswith(word, at):
                end = at + len(word)
                reached = single(here + score)
                if begins[end] < 0 or reached > best[end]:
                    best[end], begins[end], strange[end] = reached, at, False
    if min(best) < _LOWEST:
        return None
    return _pieces(text, begins, strange)


def _pieces(text: str, begins: Sequence[int], strange: Sequence[bool]) -> list[str]:
    found: list[str] = []
    end = len(text)
    while end:
        at = begins[end]
        if strange[end]:
            while at and strange[at]:
                at = begins[at]
        found.append(text[at:end])
        end = at
    return found[::-1]


def model(known: Scored) -> bytes:
    """The dictionary as a sentencepiece model without normalisation of the text.

    A serialized ``ModelProto`` of sentencepiece_model.proto. It is written by hand because the
    import of the protobuf library takes longer than all of this.
    """
    # Each message is preceded by its length; all are shorter than 128 bytes, so it is one byte.
    unknown = b"\n%c%b\x15%b" % (len(b"<unk>"), b"<unk>", struct.pack("<f", 0.0)) + b"\x18\x02"
    pieces = [b"\n%c%b" % (len(unknown), unknown)]
    # A hundred thousand words share a few scores and lengths, so their bytes are made once.
    packed: dict[float, bytes] = {}
    heads = [b"\n%c\n%c" % (size + _BESIDE, size) for size in range(128 - _BESIDE)]
    add = pieces.append
    for text, score in known.scores():
        tail = packed.get(score)
        if tail is None:
            tail = packed[score] = b"\x15" + struct.pack("<f", score)
        word = text.encode()
        add(heads[len(word)] + word + tail)
    unigram, identity = b"\x12\x02\x18\x01", b"\x1a\x10\n\x08identity\x18\x00 \x00(\x00"
    return b"".join((*pieces, unigram, identity))


def frequency_of(word: str, known: Scored) -> float:
    """The relative frequency of ``word`` in running text; 0.0 if it is not in the dictionary."""
    score = known.score(word)
    return 0.0 if score is None else math.exp(score)
