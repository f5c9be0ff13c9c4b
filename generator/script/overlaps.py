"""Cut words that overlap as the text around them asks: 拉面|试吃, not 拉|面试|吃.

The lexicon takes the segmentation whose words are the most frequent, each by itself. Where a
character has another Traditional form in another word that overlaps with its own (拉面 has 麵, 面试
has 面), the best segmentation with the other form is compared with the first one by more: how
often the words stand beside each other, and how often the single characters that are left over
stand alone. The weights were fitted on such places in text that was written in Traditional Chinese
and on the development set (``benchmarks/README.md``).

``data/overlaps.txt`` has the characters beside each form in words; ``data/overlaps.bin`` the
counts of words and pairs of words in a corpus (`generator.script.make_tables.overlaps`).
"""

from __future__ import annotations

import math
import struct
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import accumulate, pairwise
from pathlib import Path
from typing import NamedTuple

from generator.lexicon import score
from generator.script.neighbours import ALSO_FOREIGN, FOREIGN, form_of
from generator.script.tables import Forms

BUCKETS = 1024
# The longest word that an overlap is looked for in, and how far below the best a segmentation may
# score (in the lexicon's logarithms).
_LONGEST, _WORST = 5, 9.0
_LEFT, _RIGHT = 1, 2
# Counts are kept as tenths of natural logarithms.
_STEP = 10
_SMOOTH = 20.0
# 里 between characters of foreign names is in a name: 阿德里安.
_IN_NAMES = frozenset(f"里{FOREIGN}{ALSO_FOREIGN}")


class _Weights(NamedTuple):
    bias: float
    score: float
    free: float
    least_free: float
    pairs: float
    least_pair: float
    words: float


_WEIGHTS = _Weights(-0.674, -0.192, 0.35, -0.053, 0.169, -0.229, 0.371)


def is_han(text: str) -> bool:
    """Whether ``text`` begins with a usual Chinese character."""
    return "\u4e00" <= text[0] <= "\u9fff"


def place(name: str) -> tuple[int, int]:
    """The bucket of a name in the table of counts, and its place there."""
    number = zlib.crc32(name.encode())
    return number >> 22, (number >> 6) & 0xFFFF


def quantised(count: int) -> int:
    """A count as the table keeps it."""
    return min(255, round(_STEP * math.log(count)))


class _Counts:
    """Counts of words, pairs and characters, about three bytes each.

    The number of entries of each bucket is followed by their places, then by their counts. One
    name in three hundred that is not in the table gets the count of another.
    """

    def __init__(self, data: bytes) -> None:
        self.total, size = struct.unpack_from("<II", data)
        lengths = struct.unpack_from(f"<{BUCKETS}H", data, 8)
        self._ends = array("I", accumulate(lengths, initial=0))
        begin = 8 + 2 * BUCKETS
        self._places = array("H", data[begin : begin + 2 * size])
        if struct.pack("=H", 1) != struct.pack("<H", 1):
            self._places.byteswap()
        self._counts = data[begin + 2 * size :]

    def get(self, name: str) -> float:
        """The count of a name, 0 if it is not in the table."""
        bucket, low = place(name)
        begin, end = self._ends[bucket : bucket + 2]
        at = bisect_left(self._places, low, begin, end)
        if at == end or self._places[at] != low:
            return 0.0
        return math.exp(self._counts[at] / _STEP)


@cache
def _counts() -> _Counts:
    return _Counts(Path(__file__).parent.joinpath("data/overlaps.bin").read_bytes())


def recut(text: str, pieces: Sequence[str], forms: Forms) -> Sequence[str]:
    """``pieces``, the words of ``text``, with other words where that is more probable."""
    find = forms.edges.__getitem__
    doubtful = [(number, edge) for number, edge in enumerate(map(find, pieces)) if edge]
    made: list[str] = []
    done, ends, final = len(pieces), [0], len(pieces) - 1
    for number, edge in reversed(doubtful):
        piece, places = pieces[number], []
        if number < final:
            after = pieces[number + 1][0]
            if after in edge.after:
                places.append(len(piece) - 1)
            elif edge.first and _value(piece[1:] + after):
                places.append(0)
        if number:
            before = pieces[number - 1][-1]
            if before in edge.before:
                places.append(0)
            elif edge.last and _value(before + piece[:-1]):
                places.append(len(piece) - 1)
        if not places:
            continue
        if not made:
            made, ends = list(pieces), [0, *accumulate(map(len, pieces))]
        window = _Window(text, pieces, ends, number)
        if window.last > done:
            continue
        for place_in_word in dict.fromkeys(places):
            found = window.better(ends[number] + place_in_word, forms)
            if found is not None:
                made[window.first : window.last] = found
                done = window.first
                break
    return made or pieces


@lru_cache(maxsize=1 << 12)
def _count(name: str) -> float:
    return _counts().get(name)


class _Window:
    """The words around a doubtful one, and their segmentations."""

    def __init__(self, text: str, pieces: Sequence[str], ends: Sequence[int], number: int) -> None:
        self._text, self._piece = text, pieces[number]
        first, last = number, number + 1
        while first and number - first < _LEFT and is_han(pieces[first - 1]):
            first -= 1
        while last < len(pieces) and last - number <= _RIGHT and is_han(pieces[last]):
            last += 1
        self.first, self.last = first, last
        self._start, self._own = ends[first], ends[number]
        self._words = list(pieces[first:last])
        self._text_here = "".join(self._words)
        self._left = pieces[first - 1] if first else ""
        self._right = pieces[last] if last < len(pieces) else ""

    def better(self, at: int, forms: Forms) -> list[str] | None:
        """The words of a better segmentation with another form of the character at ``at``."""
        form = form_of(self._text, self._own, self._piece, forms)[at - self._own]
        if form == "里" and set(self._text[at - 1 : at + 2]) <= _IN_NAMES:
            return None
        for lower, words, word, start in self._others(at, form, forms):
            begin = self._start + start
            if form_of(self._text, begin, word, forms)[at - begin] != form:
                return words if self._gain(words, lower) > 0 else None
        return None

    def _others(
        self, at: int, form: str, forms: Forms
    ) -> Iterator[tuple[float, list[str], str, int]]:
        """The best segmentations with each other word around ``at``, the best first: how much
        lower they score, their words, and the word with where it starts."""
        here, inner = self._text_here, at - self._start
        around, other = [], False
        for start in range(max(0, inner - _LONGEST + 1), inner + 1):
            for end in range(inner + 1, min(len(here), start + _LONGEST) + 1):
                word = here[start:end]
                value = _value(word)
                if value is None or (word == self._piece and self._start + start == self._own):
                    continue
                around.append((value, start, end))
                other = other or forms[word][inner - start] != form
        if not other:
            return
        left, right = _best_from_left(here), _best_from_right(here)
        best = left[-1][0]
        found = [
            (left[start][0] + value + right[end][0] - best, start, end)
            for value, start, end in around
        ]
        for lower, start, end in sorted(found, reverse=True)[:4]:
            if lower < -_WORST:
                return
            words = [*_words_before(here, left, start), here[start:end]]
            words += _words_after(here, right, end)
            if self._crosses(words):
                yield lower, words, here[start:end], start

    def _crosses(self, words: Sequence[str]) -> bool:
        """Whether a word of ``words`` goes across an end of the present words."""
        return not {*accumulate(map(len, self._words))} <= {*accumulate(map(len, words))}

    def _gain(self, words: Sequence[str], lower: float) -> float:
        """How much more probable ``words`` are, as a logarithm of odds."""
        old, new = self._words[:], list(words)
        left, right = self._left, self._right
        while old and new and old[0] == new[0]:
            left = old.pop(0)
            del new[0]
        while old and new and old[-1] == new[-1]:
            right = old.pop()
            del new[-1]
        ours, theirs = _measures(left, old, right), _measures(left, new, right)
        return (
            _WEIGHTS.bias
            + _WEIGHTS.score * lower
            + sum(
                weight * (their - our)
                for weight, our, their in zip(_WEIGHTS[2:], ours, theirs, strict=True)
            )
        )


def _measures(left: str, words: Sequence[str], right: str) -> list[float]:
    free = [
        math.log((_count(word) + 0.3) / (_count("*" + word) + 3))
        for word in words
        if len(word) == 1
    ]
    pairs = [_pair(one, two) for one, two in pairwise([left, *words, right])]
    known = sum(math.log((_count(word) + 0.2) / _counts().total) for word in words)
    return [sum(free), min(free, default=0.0), sum(pairs), min(pairs), known]


def _pair(one: str, two: str) -> float:
    """How much more often ``two`` follows ``one`` than other words do, as a logarithm."""
    if not (one and two and is_han(one) and is_han(two)):
        return 0.0
    share = (_count(two) + 0.2) / _counts().total
    expected = _SMOOTH * share
    return math.log((_count(f"{one} {two}") + expected) / (_count(one) + _SMOOTH) / share)


_NEVER = -1e9
# What a character in no word scores.
_UNKNOWN = -29.0


@lru_cache(maxsize=1 << 13)
def _value(word: str) -> float | None:
    found = score(word)
    return _UNKNOWN if found is None and len(word) == 1 else found


def _best_from_left(text: str) -> list[tuple[float, int]]:
    """For each offset: the score of the best segmentation before it, and where its last word
    starts."""
    best = [(0.0, 0)] + [(_NEVER, 0)] * len(text)
    for start in range(len(text)):
        for end in range(start + 1, min(len(text), start + _LONGEST) + 1):
            value = _value(text[start:end])
            if value is not None and best[start][0] + value > best[end][0]:
                best[end] = (best[start][0] + value, start)
    return best


def _best_from_right(text: str) -> list[tuple[float, int]]:
    """For each offset: the score of the best segmentation after it, and where its first word
    ends."""
    best = [(_NEVER, 0)] * len(text) + [(0.0, len(text))]
    for end in range(len(text), 0, -1):
        for start in range(end - 1, max(0, end - _LONGEST) - 1, -1):
            value = _value(text[start:end])
            if value is not None and best[end][0] + value > best[start][0]:
                best[start] = (best[end][0] + value, end)
    return best


def _words_before(text: str, best: Sequence[tuple[float, int]], end: int) -> list[str]:
    found: list[str] = []
    while end:
        start = best[end][1]
        found.append(text[start:end])
        end = start
    return found[::-1]


def _words_after(text: str, best: Sequence[tuple[float, int]], start: int) -> list[str]:
    found: list[str] = []
    while start < len(text):
        end = best[start][1]
        found.append(text[start:end])
        start = end
    return found
