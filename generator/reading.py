"""Reading files that editors write; a file that is not regular or not UTF-8 is reported."""

from __future__ import annotations

import json
import stat
from pathlib import Path
from typing import Any

from generator.patterns import late_regex
from generator.problem import Report

# An article has a few kilobytes; a larger file than this is a mistake, and slow to build.
MAX_BYTES = 2_000_000
# Characters, for a character class, that no HTML page may contain (control characters and
# "noncharacters": HTML, section 13.2.3.5), or that reverse the direction of the following text.
# The line separators `BREAKS` are treated as white space in a text, but are refused in names
# and titles.
UNSEEN = (
    r"\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069"
    r"\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
)
BREAKS = r"\x85\u2028\u2029"
# Zero-width characters that come with pasted text: they split words and numbers, and no reader
# misses them. Zero-width joiners between emoji are kept.
_WIDTHLESS = late_regex("[\u00ad\u061c\u180e\u200b-\u200f\u2060-\u2064\ufeff]")
_PLAIN = r"\x00-\x7f\u2010-\u2027\u2e80-\ufaff\uff00-\uffef"
_TAKEN = late_regex(
    "[\u00ad\u061c\u180e\u200b\u200e\u200f\u2060-\u2064\ufeff]"
    rf"|(?:^|(?<=[{_PLAIN}]))[\u200c\u200d]+|[\u200c\u200d]+(?=[{_PLAIN}]|$)"
)
# Opening one of these may block for ever or read without end.
_KINDS = (
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
    (stat.S_ISDIR, "a folder"),
)


def read_text(file: Path, path: str, report: Report) -> str | None:
    """Return the text of ``file`` with ``\\n`` line ends; ``None``, with an error in ``report``, if
    it cannot be read.

    ``path`` is the name of the file in messages.
    """
    try:
        wrong = unfit(file, MAX_BYTES)
        if wrong:
            report.error(path, message=wrong[0], hint=wrong[1])
            return None
        data = file.read_bytes()
    except OSError as error:
        report.error(path, message=f"cannot be read: {error.strerror or error}")
        return None
    return decode(data, path, report)


def without_widthless(text: str) -> str:
    """Return ``text`` without zero-width characters, such as U+200B between two words."""
    if text.isascii() or not _WIDTHLESS.search(text):
        return text
    return _TAKEN.sub("", text)


def unfit(file: Path, limit: int) -> tuple[str, str] | None:
    """Return why ``file`` cannot be read, and what to do; ``None`` for a regular file of at most
    ``limit`` bytes.

    Does not open the file. Raises ``OSError`` if its status cannot be read.
    """
    found = file.stat()
    for is_kind, name in _KINDS:
        if is_kind(found.st_mode):
            return f"{name}, not a file", "put a plain file in its place, or delete it"
    if found.st_size > limit:
        return f"{found.st_size / 1e6:.1f} MB is too large", f"the limit is {limit // 10**6} MB"
    return None


def parse_json(text: str | bytes) -> Any:
    """Return the value of the JSON ``text``. Raises `ValueError` if it is invalid or nested too
    deeply."""
    try:
        return json.loads(text)
    except RecursionError:
        raise ValueError("it is nested too deeply") from None


def decode(data: bytes, path: str, report: Report) -> str | None:
    """Return ``data`` as text with ``\\n`` line ends; ``None``, with an error in ``report``, if it
    is not UTF-8."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        name = likely_encoding(data)
        found = f"not UTF-8; it looks like {name}" if name else "not UTF-8"
        report.error(path, line, message=found, hint="save it as UTF-8")
        return None
    if "\x00" in text:
        line = text.count("\n", 0, text.index("\x00")) + 1
        name = likely_encoding(data)
        hint = f"it looks like {name}: save it as UTF-8" if name else "delete it"
        report.error(path, line, message="contains a NUL character", hint=hint)
        return None
    return without_widthless(text.replace("\r\n", "\n").replace("\r", "\n"))


def likely_encoding(data: bytes) -> str:
    """Guess the encoding of ``data`` that is not UTF-8: UTF-16, GBK, Big5, or an empty string."""
    sample = data[:100_000]
    if sample[:2] in (b"\xff\xfe", b"\xfe\xff") or sample.count(0) > len(sample) // 5:
        return "UTF-16"
    shares = {}
    for name, codec in (("GBK", "gb18030"), ("Big5", "big5hkscs")):
        text = sample.decode(codec, errors="replace")
        bad = text.count("\ufffd")
        # In the wrong one of the two encodings, a text becomes rare characters; in the right one it
        # has many of the most frequent ones.
        common = sum(1 for char in text if char in "，。、：的是在和有不了年一人大项目标题日月")
        shares[name] = (common - 3 * bad) / max(1, len(text))
    best = max(shares, key=lambda name: shares[name])
    return best if shares[best] > 0 else ""
