"""The characters of a corrupted page: their Simplified forms, readings and bytes.

The pages in question were converted from Simplified to Traditional one character at a time, in GBK.
So the relevant properties of a character are the Simplified character it stands for, its readings,
and its two bytes.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

LETTERS = "a-zɡɑāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿêếềẑĉŝŋ\u0300\u0301\u0302\u0304\u0308\u030c"
TONES = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ\u0300\u0301\u0304\u030c"
# Simplified characters that correspond to several Traditional ones; the pages keep them.
STAYING = frozenset("里后系制干面台只谷松斗卷云征并向回余姜丑郁范岳朴占托采了胡游夸致万与")
_LOOKALIKES = str.maketrans({"ɡ": "g", "ɑ": "a", "\u0306": "\u030c"})


@dataclass(frozen=True)
class Characters:
    """The table of Traditional characters.

    ``simple`` maps Traditional to Simplified. ``listed`` are the characters that a one-to-one table
    produces, the only ones with inserted pinyin. ``readings`` are their pinyin with tone marks,
    ``trails`` the possible second bytes by first byte and reading. ``foreign`` are the characters
    that a text converted by such a table cannot contain: Simplified ones that it replaces, and
    variants that it never produces.
    """

    simple: Mapping[str, str]
    listed: frozenset[str]
    readings: Mapping[str, frozenset[str]]
    trails: Mapping[tuple[int, str], tuple[int, ...]]
    foreign: frozenset[str]

    def reads(self, character: str, pinyin: str) -> bool:
        """Return whether ``pinyin`` is a reading of a listed character."""
        return character in self.listed and pinyin in self.readings[character]


def normal_pinyin(text: str) -> str:
    """Return pinyin in the spelling of the table: composed, with plain g and a."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", text.translate(_LOOKALIKES))


def gbk_bytes(character: str) -> bytes:
    """Return the one or two bytes of a character in GBK, private use included; else none."""
    try:
        data = character.encode("gb18030")
    except UnicodeEncodeError:
        return b""
    return data if len(data) <= 2 else b""


def pair_character(lead: int, trail: int) -> str:
    """Return the character of two GBK bytes; empty if they are not one."""
    try:
        character = bytes((lead, trail)).decode("gbk")
    except UnicodeDecodeError:
        return ""
    return character if len(character) == 1 else ""


@cache
def characters() -> Characters:
    """Return the table, loaded once."""
    simple: dict[str, str] = {}
    listed: set[str] = set()
    readings: dict[str, frozenset[str]] = {}
    trails: dict[tuple[int, str], list[int]] = defaultdict(list)
    content = files("generator.clean").joinpath("data/traditional.txt").read_text("utf-8")
    for line in content.splitlines():
        pair, _, spoken = line.partition(" ")
        character = pair[0]
        simple[character] = pair[1]
        readings[character] = frozenset(spoken.split(",")) if spoken else frozenset()
        if pair.endswith("*"):
            listed.add(character)
            lead, trail = gbk_bytes(character)
            for reading in readings[character]:
                trails[lead, reading].append(trail)
    foreign = {simple[character] for character in listed} | (set(simple) - listed)
    foreign -= STAYING
    return Characters(
        simple,
        frozenset(listed),
        readings,
        {key: tuple(value) for key, value in trails.items()},
        frozenset(foreign),
    )


@lru_cache(maxsize=4096)
def _last_byte(character: str) -> int:
    data = gbk_bytes(character)
    return data[-1] if data else -1


def first_byte(character: str) -> int:
    """Return the first byte of a two-byte character as it was before punctuation was folded; 0 if
    there is none."""
    data = gbk_bytes(character) if character else b""
    if len(data) == 1:
        data = wide_bytes(character)
    return data[0] if data else 0


@lru_cache(maxsize=8192)
def wide_bytes(character: str) -> bytes:
    """Return the two bytes of the full-width form from which an ASCII character may be folded."""
    return bytes((0xA3, 0x80 + ord(character))) if "!" <= character <= "~" else b""


def last_bytes(character: str) -> tuple[int, ...]:
    """Return the possible last bytes of a character as it was before punctuation was folded."""
    plain = _last_byte(character)
    wide = wide_bytes(character) if character.isascii() and not character.isalnum() else b""
    return (plain, *wide[1:])


def trails_of(lead: int, pinyin: str) -> tuple[int, ...]:
    """Return the second bytes of the listed characters with this first byte and reading."""
    return characters().trails.get((lead, normal_pinyin(pinyin)), ())
