"""The damage itself, step by step as it was done to the pages, to test its repair.

Simplified text is turned to Traditional character by character in GBK; every listed
character gets its pinyin behind it, every listed mark a filler before it, both by
replacing bytes; the result is decoded as browsers do and its marks are folded.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import opencc
from pypinyin.constants import PINYIN_DICT

UNCHANGED = "里后系制干面台只谷松斗卷云征并向回"
FOLD = str.maketrans("，（）：；！？", ",():;!?")


@dataclass(frozen=True)
class Damage:
    """The kind of damage of one page."""

    readings: Mapping[str, str]
    marks: Sequence[str] = ()
    filler: bytes = b""
    one_pass: bool = False
    swallow: bool = True
    lost: str = "?"
    fold: bool = True
    drop_private: bool = False


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("s2tw")


def in_gbk(text: str) -> bool:
    """Whether every character has one or two bytes in GBK."""
    try:
        return all(len(character.encode("gbk")) <= 2 for character in text)
    except UnicodeEncodeError:
        return False


def to_traditional(text: str) -> str:
    """Traditional characters one for one, as far as GBK has them."""
    made = []
    for character in text:
        other = character if character in UNCHANGED else _converter().convert(character)
        made.append(other if len(other) == 1 and in_gbk(other) else character)
    return "".join(made)


def readings_of(character: str) -> list[str]:
    """The readings of a character, the usual one first."""
    return PINYIN_DICT.get(ord(character), "").split(",")


def _pinyin_bytes(pinyin: str) -> bytes:
    return b"(" + pinyin.encode("gb18030") + b")"


def insert(data: bytes, damage: Damage) -> bytes:
    """Put the insertions between the bytes."""
    pairs = []
    for character, pinyin in damage.readings.items():
        old = character.encode("gbk")
        pairs.append((old, old + _pinyin_bytes(pinyin)))
    for mark in damage.marks:
        old = mark.encode("gbk")
        pairs.append((old, damage.filler + old))
    if not damage.one_pass:
        for old, with_insertion in pairs:
            data = data.replace(old, with_insertion)
        return data
    table = dict(pairs)
    made = bytearray()
    place = 0
    while place < len(data):
        new = table.get(data[place : place + 2])
        made += new or data[place : place + 1]
        place += 2 if new else 1
    return bytes(made)


def decode(data: bytes, damage: Damage) -> str:
    """Read bytes as GBK the way browsers do, private use included."""
    made: list[str] = []
    place = 0
    while place < len(data):
        lead = data[place]
        if lead < 0x80:
            made.append(chr(lead))
            place += 1
            continue
        trail = data[place + 1] if place + 1 < len(data) else 0
        if lead in (0x80, 0xFF) or not (0x40 <= trail <= 0x7E or 0x80 <= trail <= 0xFE):
            made.append(damage.lost)
            place += 2 if damage.swallow and lead not in (0x80, 0xFF) else 1
            continue
        try:
            character = data[place : place + 2].decode("gb18030")
        except UnicodeDecodeError:
            character = damage.lost
        private = "\ue000" <= character <= "\uf8ff"
        made.append("" if private and damage.drop_private else character)
        place += 2
    return "".join(made)


def corrupt(text: str, damage: Damage) -> tuple[str, str]:
    """Return the original pseudo-Traditional text, and the damaged page.

    Each paragraph is damaged separately, since a tag or a carriage return ends it. A filler before
    a mark that is not misaligned is lost later, unless it is a comma.
    """
    sound = to_traditional(text)
    lines = [decode(insert(line.encode("gbk"), damage), damage) for line in sound.split("\n")]
    seen = "\n".join(lines).replace("\x01", "")
    return sound, seen.translate(FOLD) if damage.fold else seen


def flat(text: str) -> str:
    """Text with folded punctuation, for a comparison that ignores the folding."""
    return text.translate(FOLD)
