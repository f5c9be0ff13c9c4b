"""Where each term occurs: arrays of terms' numbers and articles, made batch by batch."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from generator.search.fold import fold_table
from generator.search.stemmer import stem
from generator.search.terms import (
    BLANK,
    FACTOR,
    NARROW,
    SEED,
    SHIFT,
    WORD,
    number_of,
    plain_word,
)  # fmt: skip
from generator.search.texts import Text

Numbers = npt.NDArray[np.uint32]
Flags = npt.NDArray[np.bool_]

# Characters gathered before they are turned into numbers together.
_BATCH = 1_000_000


class Occurrences:
    """Terms' numbers, each with ``article << 1 | elsewhere`` (0 where it is in the title)."""

    def __init__(self) -> None:
        self._terms: list[Numbers] = []
        self._places: list[Numbers] = []

    def add(self, terms: Numbers, places: Numbers) -> None:
        """So many terms at so many places."""
        self._terms.append(terms)
        self._places.append(places)

    def take(self) -> tuple[Numbers, Numbers]:
        """All terms and all places; they are let go here, since they are large."""
        return _joined(self._terms), _joined(self._places)


class ChineseTerms:
    """Collects the terms of Chinese texts; texts of one article in two scripts both count."""

    def __init__(self) -> None:
        self._occurrences = Occurrences()
        self._fold = _fold_array()
        self._narrow = _lookup(NARROW)
        self._seen = np.zeros(0x10000, np.bool_)
        self._texts: list[tuple[int, Text]] = []
        self._waiting = 0

    def add(self, article: int, text: Text) -> None:
        """``article`` has ``text``."""
        self._texts.append((article, text))
        self._waiting += sum(map(len, text.lines))
        if self._waiting > _BATCH:
            self._flush()

    def label(self, article: int, labels: Sequence[str]) -> None:
        """``article`` has terms that are in no text."""
        numbers = np.array([number_of(label) for label in labels], np.uint32)
        self._occurrences.add(numbers, np.full(len(labels), article << 1 | 1, np.uint32))

    def finish(self) -> Occurrences:
        """All occurrences."""
        self._flush()
        return self._occurrences

    def characters(self) -> str:
        """Every folded character of the Basic Multilingual Plane there is."""
        self._flush()
        return "".join(map(chr, np.flatnonzero(self._seen).tolist()))

    def _flush(self) -> None:
        if not self._texts:
            return
        codes = self._codes("".join(text.whole for _, text in self._texts))
        places = np.repeat(*_parts(self._texts))
        self._seen[codes[codes < 0x10000]] = True
        solid = (codes != ord(BLANK[0])) & (codes != ord(BLANK[1]))
        one = _step(np.full(len(codes), SEED, np.uint32), codes)
        two = _step(one[:-1], codes[1:])
        both = solid[:-1] & solid[1:]
        narrow = self._narrow[np.minimum(codes, 0xFFFF)]
        third = narrow[:-2] & narrow[1:-1] & solid[2:]
        three = _step(two[:-1][third], codes[2:][third])
        for terms, where in ((one[solid], places[solid]), (two[both], places[:-1][both])):
            self._occurrences.add(terms, where)
        self._occurrences.add(three, places[:-2][third])
        self._texts.clear()
        self._waiting = 0

    def _codes(self, text: str) -> Numbers:
        codes = np.frombuffer(text.encode("utf-32-le", "replace"), np.uint32).copy()
        low = codes < 0x10000
        codes[low] = self._fold[codes[low]]
        return codes


class EnglishTerms:
    """Collects the stems of English texts, and counts the articles of each word."""

    def __init__(self) -> None:
        self._occurrences = Occurrences()
        self.words: Counter[str] = Counter()
        self._fold = dict(fold_table())
        # A word's place in the list of stems' numbers; 0 is a line end.
        self._known: dict[str, int] = {"\n": 0}
        self._stems: list[int] = [0]
        self._tokens: list[int] = []
        self._places: list[tuple[int, int]] = []

    def add(self, article: int, text: Text) -> None:
        """``article`` has ``text``."""
        found: set[str] = set()
        known = self._known
        for line, part in enumerate((text.title, text.summary, *text.lines)):
            folded = part.lower() if part.isascii() else part.translate(self._fold)
            tokens = WORD.findall(folded)
            found.update(tokens)
            for token in tokens:
                if token not in known:
                    self._learn(token)
            self._tokens.extend(map(known.__getitem__, tokens))
            self._tokens.append(0)
            self._places.append((article << 1 | (line > 0), len(tokens) + 1))
        self.words.update(set(map(plain_word, found)))
        if len(self._tokens) > _BATCH:
            self._flush()

    def finish(self) -> Occurrences:
        """All occurrences."""
        self._flush()
        return self._occurrences

    def vocabulary(self) -> dict[str, list[tuple[str, int]]]:
        """First letter → words of three letters and more, and how many articles have each."""
        letters: dict[str, list[tuple[str, int]]] = {}
        for word in sorted(self.words):
            if len(word) > 2 and word.isalpha():
                letters.setdefault(word[0], []).append((word, self.words[word]))
        return letters

    def _learn(self, token: str) -> None:
        self._known[token] = len(self._stems)
        self._stems.append(number_of(stem(plain_word(token))))

    def _flush(self) -> None:
        if not self._tokens:
            return
        tokens = np.array(self._tokens, np.int64)
        values, counts = zip(*self._places, strict=True)
        places = np.repeat(np.array(values, np.uint32), np.array(counts))
        one = np.array(self._stems, np.uint32)[tokens]
        spaced = _step(one, np.full(len(one), ord(" "), np.uint32))
        solid = tokens > 0
        both = solid[:-1] & solid[1:]
        self._occurrences.add(one[solid], places[solid])
        self._occurrences.add(_step(spaced[:-1], one[1:])[both], places[:-1][both])
        self._tokens.clear()
        self._places.clear()


def _joined(pieces: list[Numbers]) -> Numbers:
    made = np.concatenate(pieces) if pieces else np.empty(0, np.uint32)
    pieces.clear()
    return made


def _parts(texts: Sequence[tuple[int, Text]]) -> tuple[Numbers, npt.NDArray[np.int64]]:
    """The place of each text's title and rest, and their lengths with line ends."""
    values, counts = [], []
    for article, text in texts:
        values += [article << 1, article << 1 | 1]
        counts += [len(text.title) + 1, len(text.whole) - len(text.title) - 1]
    return np.array(values, np.uint32), np.array(counts, np.int64)


def _step(numbers: Numbers, codes: Numbers) -> Numbers:
    """`generator.search.terms.step`, many at once (arrays wrap at 32 bits)."""
    mixed = (numbers ^ codes) * np.uint32(FACTOR)
    made: Numbers = mixed ^ (mixed >> np.uint32(SHIFT))
    return made


def _fold_array() -> Numbers:
    table = np.arange(0x10000, dtype=np.uint32)
    # A line end inside a text is a line end.
    for code, to in fold_table().items():
        table[code] = code if code == ord("\n") else ord(to)
    return table


def _lookup(characters: str) -> Flags:
    table = np.zeros(0x10000, np.bool_)
    table[[ord(character) for character in characters]] = True
    return table
