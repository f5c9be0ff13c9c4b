"""Characters that JavaScript and JSON write as escapes (``\\u6c5f``, ``\\ud83d\\ude00``)."""

from __future__ import annotations

import re

from generator.patterns import late_regex

_ESCAPE = late_regex(
    r"\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(\r\n|.))", re.S
)
_SIMPLE = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": ""}
_HALF = late_regex("[\ud800-\udfff]")


def unescaped(text: str) -> str:
    """What stands between the quotes of a string, without escapes."""
    return _ESCAPE.sub(_unescaped, text) if "\\" in text else text


def sound(text: str) -> str:
    """A text of a script with the halves of characters (``\\ud83d\\ude00``) put together; of one
    that has no other U+FFFD is left."""
    if text.isascii() or not _HALF.search(text):
        return text
    return text.encode("utf-16-le", errors="surrogatepass").decode("utf-16-le", errors="replace")


def _unescaped(match: re.Match[str]) -> str:
    code = match[1] or match[2] or match[3]
    if code is None:
        return "" if match[4] in ("\n", "\r\n") else _SIMPLE.get(match[4], match[4])
    number = int(code, 16)
    return chr(number) if number < 0x110000 else ""
