"""The dictionary of readings, and a search for its phrases in a text.

It is pypinyin's dictionary (47,000 phrases, 42,000 characters), compiled by
``generator.pinyin.make_tables`` into sorted lines. A small amount of text is looked up in the lines
directly. For more, an Aho-Corasick automaton of all phrases is made, which takes longer than the
pages of one article.
"""

from __future__ import annotations

import gzip
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from pathlib import Path

import ahocorasick_rs

from generator.gazetteer import Gazetteer, Place, tables
from generator.lines import Lines
from generator.memory import give_back

# The number of characters to look up in the lines before the automaton is worth making.
_FEW = 20_000


class Phrases:
    """Phrases and place names with their readings.

    The supplement ``data/phrases.csv`` has phrases of city news that the dictionary lacks; place
    names come from the gazetteer.
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        characters, phrases = _dictionary()
        self.characters, self._lines = Lines(characters), Lines(phrases)
        self._supplement = dict(_supplement())
        self._everyday = tables.cautious()
        self._names = dict(_names(gazetteer, self._everyday))
        self._counties: dict[str, list[Place]] = {}
        for place in gazetteer.places():
            name = place.short
            if place.level == "county" and len(name) > 1 and name not in self._everyday:
                self._counties.setdefault(name, []).append(place)
        self._surprises: dict[str, str] = {}
        self._lengths: dict[str, tuple[int, ...]] = {}
        self._seen = 0

    def __contains__(self, phrase: str) -> bool:
        return bool(self.name(phrase)) or self.own(phrase) is not None

    def own(self, phrase: str) -> Sequence[str] | None:
        """The syllables of a phrase; empty if they are the usual readings of its characters.

        None if the phrase is not known. A row of the supplement without a reading removes a phrase:
        一行 is read by its context.
        """
        said = self._supplement.get(phrase)
        if said is not None:
            return tuple(said.split(" ")) if said else None
        said = self._lines.get(phrase)
        return None if said is None else tuple(said.split(" ")) if said else ()

    def name(self, phrase: str) -> str:
        """The pinyin of a place name; empty if it is not one, or has the usual readings.

        The supplement has priority over the tables of places: 阳曲县.
        """
        if self._supplement.get(phrase):
            return ""
        return self._names.get(phrase) or self._surprising(phrase)

    def usual(self, character: str) -> str:
        """The first reading of a character; empty if none is known."""
        return (self.characters.get(character) or "").partition(",")[0]

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Start and end of the phrases in ``text``, from left to right; the longest match wins."""
        self._seen += len(text)
        if self._seen > _FEW:
            return ((start, end) for _, start, end in self._automaton.find_matches_as_indexes(text))
        return self.look_up(text)

    def look_up(self, text: str) -> Iterator[tuple[int, int]]:
        """The same as `find`, by looking up the text at each offset in the lines."""
        at = 0
        while at < len(text) - 1:
            for length in self._lengths_from(text[at : at + 2]):
                end = at + length
                if end <= len(text) and text[at:end] in self:
                    yield at, end
                    at = end - 1
                    break
            at += 1

    def warm_up(self) -> None:
        """Make the automaton now; useful before many texts."""
        self._seen = _FEW
        self.find("。")
        give_back()

    def all(self) -> Iterator[str]:
        """Every phrase and name."""
        # Only phrases of these sources may be removed, or not be phrases at all.
        others = {phrase: phrase in self for phrase in (*self._supplement, *self._more)}
        for key, _ in self._lines:
            if others.pop(key, True):
                yield key
        yield from (phrase for phrase, known in others.items() if known)

    @cached_property
    def _automaton(self) -> ahocorasick_rs.AhoCorasick:
        kind = ahocorasick_rs.MatchKind.LeftmostLongest
        return ahocorasick_rs.AhoCorasick(self.all(), matchkind=kind)

    @cached_property
    def _more(self) -> Sequence[str]:
        """Place names that may be phrases."""
        return (*self._names, *self._counties)

    @cached_property
    def _beside(self) -> dict[str, int]:
        """The lengths of phrases that are not in the lines, by their first two characters; bit n is
        set for length n."""
        found: dict[str, int] = {}
        for phrase in (*self._supplement, *self._more):
            found[phrase[:2]] = found.get(phrase[:2], 0) | 1 << len(phrase)
        return found

    def _lengths_from(self, two: str) -> tuple[int, ...]:
        """The possible lengths of phrases that begin with the characters ``two``, longest first."""
        if two not in self._lengths:
            lengths = {len(phrase) for phrase, _ in self._lines.beginning(two)}
            beside = self._beside.get(two, 0)
            lengths |= {length for length in range(beside.bit_length()) if beside >> length & 1}
            self._lengths[two] = tuple(sorted(lengths, reverse=True))
        return self._lengths[two]

    def _surprising(self, name: str) -> str:
        """The pinyin of a county's short name if it differs from the usual readings (都匀)."""
        if name not in self._counties:
            return ""
        if name not in self._surprises:
            usual = "".join(self.own(name) or map(self.usual, name))
            said = map(_short_pinyin, self._counties[name])
            self._surprises[name] = next((s for s in said if s and joined(s) != usual), "")
        return self._surprises[name]


@cache
def joined(pinyin: str) -> str:
    """``Lù'ān Shì`` → ``lùānshì``."""
    return unicodedata.normalize("NFC", re.sub(r"[\s'’-]", "", pinyin)).lower()


def _dictionary() -> tuple[bytes, bytes]:
    data = Path(__file__).parent.joinpath("data/dictionary.txt.gz").read_bytes()
    characters, _, phrases = gzip.decompress(data).partition(b"\n\n")
    return characters, phrases


def _supplement() -> Iterator[tuple[str, str]]:
    text = Path(__file__).parent.joinpath("data/phrases.csv").read_text("utf-8")
    for row in text.splitlines()[1:]:
        phrase, _, pinyin = row.partition(",")
        yield phrase, pinyin


def _names(gazetteer: Gazetteer, everyday: frozenset[str]) -> Iterable[tuple[str, str]]:
    """Place names with their pinyin: full names, and short names that are not everyday words.

    朝阳 is an everyday word too, so it is not always read as the city's name.
    """
    for place in gazetteer.places():
        if len(place.hans) > 1 and place.pinyin:
            yield place.hans, place.pinyin
    for place in (*gazetteer.cities(), *gazetteer.provinces()):
        if len(place.short) > 1 and place.short not in everyday:
            short = _short_pinyin(place)
            if short:
                yield place.short, short


def _short_pinyin(place: Place) -> str:
    """The pinyin of the short name: the first part of that of the full name; empty if unknown."""
    if not place.hans.startswith(place.short):
        return ""
    if place.hans == place.short:
        return place.pinyin
    return place.pinyin.split(" ")[0] if " " in place.pinyin else ""
