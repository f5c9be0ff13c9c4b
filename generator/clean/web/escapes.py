"""Escape sequences of JavaScript and JSON (``\\u6c5f``, ``\\ud83d\\ude00``)."""

from __future__ import annotations

import re

from generator.patterns import late_regex

_ESCAPE = late_regex(
    r"\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(\r\n|.))", re.S
)
_SIMPLE = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": ""}
_HALF = late_regex("[\ud800-\udfff]")


def unescaped(text: str) -> str:
    """Return the value of a string literal, given the text between its quotes."""
    return _ESCAPE.sub(_unescaped, text) if "\\" in text else text


def sound(text: str) -> str:
    """Return a text from a script with surrogate pairs (``\\ud83d\\ude00``) joined; a single
    surrogate becomes U+FFFD."""
    if text.isascii() or not _HALF.search(text):
        return text
    return text.encode("utf-16-le", errors="surrogatepass").decode("utf-16-le", errors="replace")


def _unescaped(match: re.Match[str]) -> str:
    code = match[1] or match[2] or match[3]
    if code is None:
        return "" if match[4] in ("\n", "\r\n") else _SIMPLE.get(match[4], match[4])
    number = int(code, 16)
    return chr(number) if number < 0x110000 else ""
