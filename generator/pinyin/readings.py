"""Find the readings of characters by phrase, by word and by context."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate

from generator.gazetteer import Gazetteer
from generator.lexicon import cut
from generator.patterns import late_regex
from generator.pinyin.contexts import reading_in, told_by_context
from generator.pinyin.crossing import uncrossed
from generator.pinyin.phrases import Phrases, joined

# The length of the longest place name to split into syllables; those in the tables are shorter.
_LONGEST = 24
_HAN = late_regex(r"[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
# Readings that occur only in place names: 乐亭, 宕昌.
_LOCAL = {"乐": ("lào",), "樂": ("lào",), "宕": ("tàn",)}


class Reader:
    """Finds the readings of Chinese text. The constructor loads the dictionary, which is slow."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._phrases = Phrases(gazetteer)
        # Caches, because the same words are looked up many times.
        self._knows = lru_cache(maxsize=1 << 14)(self._phrases.__contains__)
        self._read_name = lru_cache(maxsize=None)(self._read_name_once)
        self._single = lru_cache(maxsize=None)(self._single_once)
        # Character → its usual reading, and whether the context may change it.
        self._loose_ones: dict[str, tuple[Sequence[str], bool]] = {}
        self._read = lru_cache(maxsize=None)(self._read_once)
        # Cached because several editions of an article have the same text. The pieces of 256
        # paragraphs take 2 MB.
        self.words = lru_cache(maxsize=64)(self._words_once)
        self._told = told_by_context()

    def warm_up(self) -> None:
        """Load what is useful only for many texts."""
        self._phrases.warm_up()

    def _words_once(self, text: str) -> list[tuple[int, Sequence[str]]]:
        """``text`` in pieces, from left to right: the start of each, and its syllables.

        A piece has a syllable for each character, or none if it is not Chinese.
        """
        found: list[tuple[int, Sequence[str]]] = []
        words = uncrossed(cut(text))
        ends = _ends(words)
        at = 0
        for start, end in self._phrases.find(text):
            if start < at:
                continue
            if start not in ends or end not in ends:
                # 市长 in 全市长期 crosses words, so these words are read separately.
                begins = self._back(ends, start, at)
                if not self._part_of_word(text, begins, end, ends):
                    self._loose(text, at, begins, ends, found)
                    at = self._by_words(text, begins, end, ends, found)
                    continue
            self._loose(text, at, start, ends, found)
            found.append((start, self._read(text[start:end])))
            at = end
        self._loose(text, at, len(text), ends, found)
        return found

    def _part_of_word(self, text: str, begins: int, end: int, ends: set[int]) -> bool:
        """Whether the word at ``begins`` reaches ``end`` and is not a phrase: 成都 in 成都军区."""
        stops = next((stop for stop in range(begins + 1, end) if stop in ends), end)
        while stops not in ends:
            stops += 1
        return stops >= end and not self._knows(text[begins:stops])

    @staticmethod
    def _back(ends: set[int], start: int, at: int) -> int:
        """The start of the word that contains ``start``, but not before ``at``."""
        while start > at and start not in ends:
            start -= 1
        return start

    def _by_words(
        self,
        text: str,
        start: int,
        end: int,
        ends: set[int],
        found: list[tuple[int, Sequence[str]]],
    ) -> int:
        """Read whole words from ``start`` until ``end`` is passed; return the end of the last."""
        at = start
        while at < end:
            stop = at + 1
            while stop not in ends:
                stop += 1
            word = text[at:stop]
            if self._knows(word):
                found.append((at, self._read(word)))
            else:
                self._loose(text, at, stop, ends, found)
            at = stop
        return at

    def _loose(
        self,
        text: str,
        start: int,
        end: int,
        ends: set[int],
        found: list[tuple[int, Sequence[str]]],
    ) -> None:
        """Read text that is in no phrase, character by character."""
        plain = False
        known = self._loose_ones
        for at in range(start, end):
            character = text[at]
            if character not in known:
                reading = self._single(character)
                known[character] = (reading,) if reading else (), character in self._told
            said, told = known[character]
            if said:
                around = reading_in(text, at, ends) if told else ""
                found.append((at, (around,) if around else said))
                plain = False
            elif not plain:
                found.append((at, said))
                plain = True

    def _single_once(self, character: str) -> str:
        return self._phrases.usual(character) if _HAN.match(character) else ""

    def _read_once(self, phrase: str) -> Sequence[str]:
        name = self._phrases.name(phrase)
        if name:
            syllables = self._read_name(phrase, name)
            if syllables:
                return syllables
        return self._phrases.own(phrase) or tuple(map(self._single, phrase))

    def _read_name_once(self, name: str, pinyin: str) -> Sequence[str]:
        """``pinyin`` split into the syllables of ``name``; empty if they do not match."""
        known = self._phrases.characters
        options = [
            [*(known.get(character) or "").split(","), *_LOCAL.get(character, ())]
            for character in name[:_LONGEST]
        ]
        return _cut(joined(pinyin), options)


@lru_cache(maxsize=1)
def pinyin_reader(gazetteer: Gazetteer) -> Reader:
    """The reader; call it only if it is needed, because it takes half a second."""
    return Reader(gazetteer)


def _ends(words: Iterable[str]) -> set[int]:
    """The offsets at which words begin and end in their text."""
    return set(accumulate(map(len, words), initial=0))


def _cut(joined: str, options: Sequence[Sequence[str]]) -> Sequence[str]:
    if not options:
        return ()
    for option in options[0]:
        if option and joined.startswith(option):
            if len(options) == 1:
                if joined == option:
                    return (option,)
                continue
            rest = _cut(joined[len(option) :], options[1:])
            if rest:
                return (option, *rest)
    return ()
