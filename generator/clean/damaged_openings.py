"""Damaged beginnings of paragraphs, and places that look damaged without a known repair.

``　（记者`` with a byte inserted before ``。`` (the bytes A1A3) becomes ``。ㄓ浾``, and the
paragraph's indent hides the lost byte. If reading it one byte later gives a byline, that is the
original.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.clean.byte_search import LOST
from generator.clean.characters import gbk_bytes, pair_character
from generator.clean.simplified import in_script_of
from generator.patterns import late_regex

_HEAD = late_regex(rf"(?m)^[ \t\u3000]*(?:[{LOST}][ \t\u3000]*)?。(?=[^\x00-\x7f])")
_BYLINE = late_regex(
    "（(?:本[報报網网台刊]|[\u4e00-\u9fff]{1,8}[報报網网台社])?"
    "(?:全媒[體体]|融媒[體体]|全媒|首席|[見见][習习]|[實实][習习]|特[約约])*"
    "(?:[記记]者|通[訊讯][員员]|文/[圖图]|[圖图]/文)"
)
_CLOSED = late_regex(r"^[^（(。\n]{0,60}[)）]")
_LONGEST = 16
_FIRST = 0xA3  # the second byte of 。, the first of （

# Letters and forms that do not occur singly in Chinese prose.
_STRAY = late_regex(
    "(?<![\u3105-\u312f])[\u3105-\u312f](?![\u3105-\u312f])"
    "|(?<![\ue000-\uf8ff])[\ue000-\uf8ff](?![\ue000-\uf8ff])"
    "|[\uf900-\ufaff\ufe31-\ufe4f]"
    "|[\ufffc\ufffd]+"
)
_HAN = late_regex("[\u4e00-\u9fff]")
_BRACKET = late_regex(r"(?m)^[ \t\u3000]*([^\n()（）]{2,60})[)）]")
_NUMBER = late_regex(r"(?:\d|[A-Za-z:;]|[一二三四五六七八九十①-⑳])$")
_OPEN = late_regex(r"[(（][^()（）\n]*\s*$")
_PROSE = 6  # a line with this many Chinese characters is prose
_AROUND = 4
_LINE = 200


def split_heads(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield each split bracket before a byline: its offset, the present text, the original text."""
    if "。" not in text:
        return
    for found in _HEAD.finditer(text):
        start = found.end() - 1
        read = _read(text, found.end())
        if read is not None:
            end, made = read
            before = found[0][:-1].rstrip(" \t\u3000")
            at = found.start() + len(before) - 1 if before else start
            line = text[end : end + _LINE].partition("\n")[0]
            yield at, text[at:end], in_script_of(made, line)


def _read(text: str, place: int) -> tuple[int, str] | None:
    """Read the characters from ``place`` on one byte later, until they are aligned again; return
    the end offset and the text, or None if it is not a byline."""
    made, pending = "", _FIRST
    for end in range(place, min(place + _LONGEST, len(text))):
        character = text[end]
        data = gbk_bytes(character)
        if len(data) == 2 and character not in LOST and character != "\u3000":
            made += pair_character(pending, data[0]) or "\n"
            pending = data[1]
        elif data and data[0] >= 0x40 and character not in LOST:
            made += pair_character(pending, data[0]) or "\n"
            return _byline(text, end + 1, made)
        elif pending == 0xD5 and made[-1:] in ("記", "记"):
            # The last byte of 者 is lost, with or without the blank after it.
            end += character in LOST
            blank = "" if text[end : end + 1].isspace() else " "
            return _byline(text, end, f"{made}者{blank}")
        else:
            return None
        if "\n" in made:
            return None
    return None


def _byline(text: str, end: int, made: str) -> tuple[int, str] | None:
    """Return the reading if it is the beginning of a byline whose bracket is closed."""
    whole = made.rstrip() + text[end : end + 80]
    begins = _BYLINE.match(whole)
    return (end, made) if begins and _CLOSED.match(whole[begins.end() :]) else None


def doubtful(text: str) -> Iterator[tuple[int, str]]:
    """Yield each place in Chinese prose that must be damaged: its offset, and its text."""
    for found in _STRAY.finditer(text):
        start = text.rfind("\n", 0, found.start()) + 1
        end = text.find("\n", found.end())
        line = text[start : end if end >= 0 else len(text)]
        if len(_HAN.findall(line)) >= _PROSE:
            first = max(start, found.start() - 1)
            yield first, text[first : found.end() + _AROUND].split("\n")[0]
    for bracket in _BRACKET.finditer(text):
        inner = bracket[1]
        if len(_HAN.findall(inner)) < 2 or _NUMBER.search(inner):
            continue
        if not _OPEN.search(text[max(0, bracket.start() - 200) : bracket.start()].rstrip()):
            yield bracket.start(1), inner[-12:] + text[bracket.end() - 1]
