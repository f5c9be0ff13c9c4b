"""Bytes of a page as text, whatever encoding they are in."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.reading import likely_encoding

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig", "UTF-8"),
    (b"\xff\xfe", "utf-16", "UTF-16"),
    (b"\xfe\xff", "utf-16", "UTF-16"),
)
_DECLARED = re.compile(rb"(?i)<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([a-z0-9_-]{3,20})")
_CODECS = {
    "GBK": "gb18030",
    "GB2312": "gb18030",
    "GB18030": "gb18030",
    "BIG5": "big5hkscs",
    "BIG5-HKSCS": "big5hkscs",
    "UTF-8": "utf-8",
    "UTF8": "utf-8",
}
_NAMES = {"gb18030": "GB 18030", "big5hkscs": "Big5", "utf-8": "UTF-8"}
_GBK_ONLY = re.compile(rb"[\x81-\xfe][\x30-\x39]")


@dataclass(frozen=True)
class Decoded:
    """A page's text with ``\\n`` line ends, its encoding, and how many bytes fit nothing."""

    text: str
    encoding: str
    bad: int = 0


def decode(data: bytes) -> Decoded:
    """``data`` as text: a byte order mark, then UTF-8, then what the page declares, then
    what makes the likelier Chinese. Never raises; bytes that fit nothing become U+FFFD."""
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return _read(data, codec, name)
    if data.count(0) <= len(data) // 10:
        try:
            return Decoded(_lines(data.decode("utf-8")), "UTF-8")
        except UnicodeDecodeError as error:
            if _mostly_utf8(data, error.start):
                return _read(data, "utf-8", "UTF-8")
    else:
        return _wide(data)
    declared = _DECLARED.search(data[:4096])
    codec = _CODECS.get(declared[1].decode("ascii").upper(), "") if declared else ""
    if codec in ("", "utf-8"):
        codec = {"GBK": "gb18030", "Big5": "big5hkscs"}.get(likely_encoding(data), "gb18030")
    name = _NAMES[codec]
    if codec == "gb18030" and not _GBK_ONLY.search(data):
        name = "GBK"
    return _read(data, codec, name)


def _mostly_utf8(data: bytes, first_bad: int) -> bool:
    """Whether a few bytes are bad in what is otherwise UTF-8 with other than ASCII in it."""
    text = data.decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    sound = sum(1 for character in text if character >= "\u0080") - bad
    return sound > 20 * bad or (sound == 0 and bad * 50 < len(data) and first_bad > 0)


def _wide(data: bytes) -> Decoded:
    """UTF-16 without a byte order mark, by where its zero bytes stand."""
    little = data[1::2].count(0) >= data[0::2].count(0)
    return _read(data, "utf-16-le" if little else "utf-16-be", "UTF-16")


def _read(data: bytes, codec: str, name: str) -> Decoded:
    text = data.decode(codec, errors="replace")
    return Decoded(_lines(text.removeprefix("\ufeff")), name, text.count("\ufffd"))


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
