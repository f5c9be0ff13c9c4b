"""Characters → readings, by phrase, by word and by what stands around them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate

from generator.gazetteer import Gazetteer
from generator.lexicon import cut
from generator.patterns import late_regex
from generator.pinyin.contexts import reading_in, told_by_context
from generator.pinyin.phrases import Phrases, joined

# Longest place name worth splitting into syllables; tables hold none longer than 20.
_LONGEST = 24
_HAN = late_regex(r"[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
# Readings that characters have in names of places alone: 乐亭, 宕昌.
_LOCAL = {"乐": ("lào",), "樂": ("lào",), "宕": ("tàn",)}


class Reader:
    """Reads Chinese text. Making one reads the dictionary: do so where it is needed."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._phrases = Phrases(gazetteer)
        # The same words are looked up again and again, each several times.
        self._knows = lru_cache(maxsize=1 << 14)(self._phrases.__contains__)
        self._read_name = lru_cache(maxsize=None)(self._read_name_once)
        self._single = lru_cache(maxsize=None)(self._single_once)
        # The usual reading of each character that stood alone, and whether others tell it.
        self._loose_ones: dict[str, tuple[Sequence[str], bool]] = {}
        self._read = lru_cache(maxsize=None)(self._read_once)
        # The editions of an article are made one after the other, from the same text.
        self.words = lru_cache(maxsize=256)(self._words_once)
        self._told = told_by_context()

    def warm_up(self) -> None:
        """Make what pays where many texts are read."""
        self._phrases.warm_up()

    def _words_once(self, text: str) -> list[tuple[int, Sequence[str]]]:
        """``text`` in pieces from left to right: where each begins, and its syllables.

        A piece without syllables is not Chinese; a piece has one syllable a character.
        """
        found: list[tuple[int, Sequence[str]]] = []
        words = cut(text)
        ends = _ends(words)
        at = 0
        for start, end in self._phrases.find(text):
            if start < at:
                continue
            if start not in ends or end not in ends:
                # 市长 in 全市长期 runs across words: those words are read one by one.
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
        """Whether one word that no phrase knows goes on to ``end`` at least: 成都 in 成都军区."""
        stops = next((stop for stop in range(begins + 1, end) if stop in ends), end)
        while stops not in ends:
            stops += 1
        return stops >= end and not self._knows(text[begins:stops])

    @staticmethod
    def _back(ends: set[int], start: int, at: int) -> int:
        """Where the word begins that ``start`` lies in, but not before ``at``."""
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
        """Read whole words from ``start`` to past ``end``; where the last one ends."""
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
        """What no phrase holds, character by character."""
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
        """``pinyin`` cut into the syllables of ``name``; none where the two do not agree."""
        known = self._phrases.characters
        options = [
            [*(known.get(character) or "").split(","), *_LOCAL.get(character, ())]
            for character in name[:_LONGEST]
        ]
        return _cut(joined(pinyin), options)


@lru_cache(maxsize=1)
def pinyin_reader(gazetteer: Gazetteer) -> Reader:
    """The reader; half a second, so only where something is read."""
    return Reader(gazetteer)


def _ends(words: Iterable[str]) -> set[int]:
    """Where words begin and end in their text."""
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
