"""Characters → readings, by phrase.

The dictionary is pypinyin's (47,000 phrases, 42,000 characters), compiled by
``generator.pinyin.make_tables``; it is searched with one Aho-Corasick automaton, which takes a
tenth of the time of pypinyin's own way through a text. Phrases of this field that it lacks
are in ``data/phrases.csv``, place names come from the gazetteer.
"""

from __future__ import annotations

import csv
import gzip
import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import accumulate

import ahocorasick_rs

from generator.gazetteer import Gazetteer, Place, tables
from generator.lexicon import cut
from generator.patterns import late_regex
from generator.pinyin.contexts import reading_in, told_by_context

# Longest place name worth splitting into syllables; tables hold none longer than 20.
_LONGEST = 24
_HAN = late_regex(r"[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


class Reader:
    """Reads Chinese text. Making one loads the dictionary (0.1 s): do so where it is needed."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        characters, phrases = _dictionary()
        self._singles = dict(line.split(" ", 1) for line in characters)
        self._read_name = lru_cache(maxsize=None)(self._read_name_once)
        self._single = lru_cache(maxsize=None)(self._single_once)
        self._alone = lru_cache(maxsize=None)(_alone)
        self._read = lru_cache(maxsize=None)(self._read_once)
        # The editions of an article are made one after the other, from the same text.
        self.words = lru_cache(maxsize=256)(self._words_once)
        # Phrases that are read as their characters are have no syllables of their own.
        self._phrases: dict[str, Sequence[str]] = {}
        for line in phrases:
            phrase, _, syllables = line.partition(" ")
            self._phrases[phrase] = tuple(syllables.split(" ")) if syllables else ()
        for phrase, own in _supplement():
            # A row without a reading takes a phrase out: 一行 is read by its surroundings.
            if own:
                self._phrases[phrase] = own
            else:
                self._phrases.pop(phrase, None)
        self._names = dict(_names(gazetteer))
        self._names.update(self._surprising(gazetteer))
        self._known = self._phrases | self._names
        self._patterns = list(self._known)
        self._told = told_by_context()
        self._matcher = ahocorasick_rs.AhoCorasick(
            self._patterns, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest
        )

    def _words_once(self, text: str) -> list[tuple[int, Sequence[str]]]:
        """``text`` in pieces from left to right: where each begins, and its syllables.

        A piece without syllables is not Chinese; a piece has one syllable a character.
        """
        found: list[tuple[int, Sequence[str]]] = []
        words = cut(text)
        ends = _ends(words)
        at = 0
        for index, start, end in self._matcher.find_matches_as_indexes(text):
            if start < at:
                continue
            if start not in ends or end not in ends:
                # 市长 in 全市长期 runs across words: those words are read one by one.
                start = self._back(ends, start, at)
                self._loose(text, at, start, ends, found)
                at = self._by_words(text, start, end, ends, found)
                continue
            self._loose(text, at, start, ends, found)
            found.append((start, self._read(self._patterns[index])))
            at = end
        self._loose(text, at, len(text), ends, found)
        return found

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
            if word in self._known:
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
        for at in range(start, end):
            reading = self._single(text[at])
            if reading:
                told = reading_in(text, at, ends) if text[at] in self._told else ""
                found.append((at, self._alone(told or reading)))
            elif not plain:
                found.append((at, ()))
            plain = not reading

    def _single_once(self, character: str) -> str:
        if not _HAN.match(character):
            return ""
        return self._singles.get(character, "").partition(",")[0]

    def _surprising(self, gazetteer: Gazetteer) -> Iterable[tuple[str, str]]:
        """Short names of counties that are not read as their characters would be (都匀)."""
        everyday = _everyday_words()
        for place in gazetteer.places():
            name = place.short
            if place.level != "county" or len(name) < 2 or name in everyday or name in self._names:
                continue
            short = _short_pinyin(place)
            usual = self._phrases.get(name) or map(self._single, name)
            if short and _joined(short) != "".join(usual):
                yield name, short

    def _read_once(self, phrase: str) -> Sequence[str]:
        if phrase in self._names:
            syllables = self._read_name(phrase, self._names[phrase])
            if syllables:
                return syllables
        return self._phrases.get(phrase) or tuple(self._single(character) for character in phrase)

    def _read_name_once(self, name: str, pinyin: str) -> Sequence[str]:
        """``pinyin`` cut into the syllables of ``name``; none where the two do not agree."""
        options = [self._singles.get(char, "").split(",") for char in name[:_LONGEST]]
        return _cut(_joined(pinyin), options)


def _alone(reading: str) -> tuple[str]:
    return (reading,)


def _ends(words: Iterable[str]) -> set[int]:
    """Where words begin and end in their text."""
    return set(accumulate(map(len, words), initial=0))


def _joined(pinyin: str) -> str:
    """``Lù'ān Shì`` → ``lùānshì``."""
    return unicodedata.normalize("NFC", re.sub(r"[\s'’-]", "", pinyin)).lower()


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


def _dictionary() -> tuple[list[str], list[str]]:
    data = files(__name__.rpartition(".")[0]).joinpath("data/dictionary.txt.gz").read_bytes()
    characters, _, phrases = gzip.decompress(data).decode().partition("\n\n")
    return characters.split("\n"), phrases.split("\n")


def _supplement() -> Iterable[tuple[str, Sequence[str]]]:
    text = files(__name__.rpartition(".")[0]).joinpath("data/phrases.csv").read_text("utf-8")
    rows = csv.reader(text.splitlines())
    next(rows)
    return [(phrase, tuple(pinyin.split())) for phrase, pinyin in rows]


def _names(gazetteer: Gazetteer) -> Iterable[tuple[str, str]]:
    """Names of places and their pinyin: full ones, and short ones that are no everyday words."""
    everyday = _everyday_words()
    for place in gazetteer.places():
        if len(place.hans) > 1 and place.pinyin:
            yield place.hans, place.pinyin
    for place in (*gazetteer.cities(), *gazetteer.provinces()):
        if len(place.short) > 1 and place.short not in everyday:
            short = _short_pinyin(place)
            if short:
                yield place.short, short


def _everyday_words() -> frozenset[str]:
    """Short names that are everyday words too: 朝阳 is not read as the city's name."""
    return tables.cautious()


def _short_pinyin(place: Place) -> str:
    """The pinyin of the short name: that of the full one without what follows."""
    if not place.hans.startswith(place.short):
        return ""
    if place.hans == place.short:
        return place.pinyin
    return place.pinyin.split(" ")[0] if " " in place.pinyin else ""
