"""Scans flow collections (``[…]``, ``{…}``): finds where they close, and mistakes inside them."""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.patterns import late_regex

_CLOSES = {"]": "[", "}": "{"}
_WIDE = {"］": "]", "｝": "}"}
_KEY = r"[A-Za-z_][\w-]*"
# A full-width comma followed by a key: it was meant to separate two keys.
_WIDE_COMMA = late_regex(rf"，\s*{_KEY}\s*[:：]")
_STRING = late_regex(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'", re.S)


class Flow(NamedTuple):
    """The result of scanning ``[…]`` or ``{…}``.

    ``open`` are the brackets that are not closed, each with its line; ``faults`` are (line,
    message, hint); ``rest`` is the text after the closing bracket ``close``; ``comment`` holds all
    comments. Lines count from 0, the first line of the text.
    """

    open: list[tuple[str, int]]
    faults: list[tuple[int, str, str]]
    rest: str
    close: str
    comment: str


def scan_flow(text: str) -> Flow:
    """Scan ``text``, which begins with a bracket, up to the bracket that closes it. Takes linear
    time."""
    opened: list[tuple[str, int]] = []
    faults: list[tuple[int, str, str]] = []
    comments: list[str] = []
    line, at, fresh = 0, 0, True
    while at < len(text):
        char = text[at]
        if char == "\n":
            line += 1
        elif char == "#" and text[at - 1 : at].isspace():
            end = text.find("\n", at)
            end = len(text) if end < 0 else end
            comments.append(text[at:end])
            at = end
            continue
        elif char in "\"'" and fresh:
            match = _STRING.match(text, at)
            if match is None:
                faults.append((line, f"{char} opens here and is not closed", "close it"))
                break
            line += match[0].count("\n")
            at, fresh = match.end(), False
            continue
        elif char in "[{":
            opened.append((char, line))
        elif char in "]}":
            if not opened or opened[-1][0] != _CLOSES[char]:
                hint = "put the text in quotes, or write the bracket that belongs here"
                faults.append((line, f"{char} does not close what is open", hint))
                break
            opened.pop()
            if not opened:
                rest = text[at + 1 :].strip()
                return Flow([], faults, rest, char, "".join(comments))
        elif wrong := _wide(text, at, inside_keys=opened[-1][0] == "{"):
            faults.append((line, *wrong))
        fresh = char in "[{,:" or (fresh and char.isspace())
        at += 1
    return Flow(opened, faults, "", "", "".join(comments))


def _wide(text: str, at: int, *, inside_keys: bool) -> tuple[str, str] | None:
    """The message and hint for the full-width character at ``at`` if it was typed in place of one
    of YAML's; else ``None``."""
    char = text[at]
    if char == "，" and inside_keys and _WIDE_COMMA.match(text, at):
        return "full-width comma ， between keys", "write , and a space"
    if char == "：" and inside_keys:
        start = max(0, at - 40)
        before = re.search(rf"(?:^|[{{,，\s])({_KEY})$", text[start:at])
        if before:
            return f"full-width colon ： after {before[1]}", f"write `{before[1]}: …`"
    if char in _WIDE and _WIDE[char] not in text[at:].split("\n")[0]:
        return f"full-width bracket {char}", f"write {_WIDE[char]}"
    return None
