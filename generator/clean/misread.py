"""Repair text that was decoded with a wrong encoding and saved in that form (mojibake).

``æ´›é˜³`` was 洛阳 in UTF-8, decoded as Latin-1; ``娲涢槼`` is the same, decoded as GBK. A text is
changed only if it is not Chinese as it stands, and is Chinese after the repair.
"""

from __future__ import annotations

from functools import cache
from itertools import islice

from generator.clean.likelihood import common
from generator.clean.lost_byte import in_step
from generator.patterns import late_regex

_NAMES = {"utf-8": "UTF-8", "gb18030": "GBK", "big5hkscs": "Big5", "latin": "Latin"}
# Pairs of the right encoding and the one used by mistake, the most frequent cases first.
_MISTAKES = (
    ("utf-8", "gb18030"),
    ("utf-8", "latin"),
    ("gb18030", "latin"),
    ("big5hkscs", "latin"),
    ("gb18030", "big5hkscs"),
    ("big5hkscs", "gb18030"),
    ("utf-8", "big5hkscs"),
)
# Of a hundred characters of prose about twenty are among these; of a misread text hardly one.
_FREQUENT = frozenset(
    "的一是在不了有和人这中大为上个国以要时来用到作地于出分对成会可主发年月日动同工也能下产面方后多定行"
    "法民市业项目资建设企亿元万新区全投总这為個國時來對會發動產業項設億萬區總資記者"
)
_FEW = 0.08
_SAMPLE = 400
_ENOUGH = 20  # the minimum number of characters for a decision
_SOUND, _MENDED = 0.6, 0.75  # shares of common characters
# Punctuation occurs in any text, so it is no evidence.
_TELLING = late_regex("[^\\x00-\\x7f\u2013-\u2026\u3000-\u303f\uff00-\uff65]")
_BROKEN = late_regex("\ufffd+[?？]*")


def read_again(text: str) -> tuple[str, str] | None:
    """Return ``text`` decoded correctly, and what had happened (``UTF-8 taken for GBK``); ``None``
    if the text is intact or the encoding cannot be determined. Lost characters are U+FFFD."""
    if text.isascii() or _is_plainly_sound(text) or _sound(text) >= _SOUND:
        return None
    best, found = _MENDED, None
    for right, wrong in _MISTAKES:
        data = _encoded(text, wrong)
        if data is None:
            continue
        share = _sound(_decoded(data, right), few=0.0)
        if share >= best:
            best, found = share, (data, right, wrong)
    if found is None:
        return None
    data, right, wrong = found
    again = _decoded(data, right)
    if "\ufffd" in again and right != "utf-8":
        again = in_step(data, right)
    return again, f"{_NAMES[right]} taken for {_NAMES[wrong]}"


def _decoded(data: bytes, codec: str) -> str:
    return _BROKEN.sub("\ufffd", data.decode(codec, errors="replace"))


def _is_plainly_sound(text: str) -> bool:
    """Return whether a text has many of the most frequent characters: a check that needs no
    table."""
    found = [one[0] for one in islice(_TELLING.finditer(text), _SAMPLE)]
    return sum(map(_FREQUENT.__contains__, found)) >= _FEW * len(found)


def _sound(text: str, few: float = 1.0) -> float:
    """Return the share of common Chinese characters in a text, or ``few`` if it has too few
    characters for a decision."""
    found = [one[0] for one in islice(_TELLING.finditer(text), _SAMPLE)]
    return sum(map(common, found)) / len(found) if len(found) >= _ENOUGH else few


def _encoded(text: str, codec: str) -> bytes | None:
    """Return the bytes that were decoded as ``text``; a lost byte is 0xFF. ``None`` if the codec
    cannot encode too many of the characters."""
    if codec == "latin":
        table = _latin()
        lost = sum(1 for character in text if character not in table and character != "\ufffd")
        if lost > len(text) // 50:
            return None
        return b"".join(table.get(character, b"\xff") for character in text)
    parts = text.split("\ufffd")
    data = b"\xff".join(part.encode(codec, errors="replace") for part in parts)
    return data if data.count(b"?") <= text.count("?") + len(text) // 50 else None


@cache
def _latin() -> dict[str, bytes]:
    """Return the table of Windows-1252, completed by Latin-1, as browsers decode it."""
    table = {chr(number): bytes([number]) for number in range(256)}
    for number in range(0x80, 0xA0):
        character = bytes([number]).decode("cp1252", errors="ignore")
        if character:
            table[character] = bytes([number])
    return table
