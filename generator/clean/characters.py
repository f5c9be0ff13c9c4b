"""The characters a corrupted page is made of: Traditional forms, readings, bytes.

The pages in question were turned from Simplified to Traditional one character at a
time, in GBK. So what matters of a character is the Simplified one it stands for, its
readings, and its two bytes.
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
# Simplified characters that stand for several Traditional ones; the pages keep them.
STAYING = frozenset("里后系制干面台只谷松斗卷云征并向回余姜丑郁范岳朴占托采了胡游夸致万与")
_LOOKALIKES = str.maketrans({"ɡ": "g", "ɑ": "a", "\u0306": "\u030c"})


@dataclass(frozen=True)
class Characters:
    """What the table of Traditional characters says.

    ``simple`` maps Traditional to Simplified; ``listed`` are those that a one-to-one
    table makes, the only ones a page's list of insertions holds; ``readings`` their
    pinyin with tone marks; ``trails`` the possible second bytes by first byte and
    reading. ``foreign`` are those that a text turned to Traditional by such a table does
    not hold: Simplified ones that it replaces and variants that it never makes.
    """

    simple: Mapping[str, str]
    listed: frozenset[str]
    readings: Mapping[str, frozenset[str]]
    trails: Mapping[tuple[int, str], tuple[int, ...]]
    foreign: frozenset[str]

    def reads(self, character: str, pinyin: str) -> bool:
        """Whether ``pinyin`` is a reading of a listed character."""
        return character in self.listed and pinyin in self.readings[character]


def normal_pinyin(text: str) -> str:
    """Pinyin in the table's spelling: composed, with plain g and a."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", text.translate(_LOOKALIKES))


def gbk_bytes(character: str) -> bytes:
    """The one or two bytes of a character in GBK, private use included; else nothing."""
    try:
        data = character.encode("gb18030")
    except UnicodeEncodeError:
        return b""
    return data if len(data) <= 2 else b""


def pair_character(lead: int, trail: int) -> str:
    """The character of two GBK bytes, or nothing where they name none."""
    try:
        character = bytes((lead, trail)).decode("gbk")
    except UnicodeDecodeError:
        return ""
    return character if len(character) == 1 else ""


@cache
def characters() -> Characters:
    """The table, read once."""
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
    """The first byte of a character that takes two, as it stood before marks were folded."""
    data = gbk_bytes(character) if character else b""
    if len(data) == 1:
        data = wide_bytes(character)
    return data[0] if data else 0


@lru_cache(maxsize=8192)
def wide_bytes(character: str) -> bytes:
    """The two bytes of the full-width form that an ASCII character may be folded from."""
    return bytes((0xA3, 0x80 + ord(character))) if "!" <= character <= "~" else b""


def last_bytes(character: str) -> tuple[int, ...]:
    """The bytes that may come last in a character as it stood before marks were folded."""
    plain = _last_byte(character)
    wide = wide_bytes(character) if character.isascii() and not character.isalnum() else b""
    return (plain, *wide[1:])


def trails_of(lead: int, pinyin: str) -> tuple[int, ...]:
    """The second bytes of the listed characters with this first byte and reading."""
    return characters().trails.get((lead, normal_pinyin(pinyin)), ())
