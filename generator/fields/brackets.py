"""Lists and keys in brackets: where they close, and what goes wrong inside them."""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.patterns import late_regex

_CLOSES = {"]": "[", "}": "{"}
_WIDE = {"］": "]", "｝": "}"}
_KEY = r"[A-Za-z_][\w-]*"
# A full-width comma and then a key: the comma was to part two keys.
_WIDE_COMMA = late_regex(rf"，\s*{_KEY}\s*[:：]")
_STRING = late_regex(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'", re.S)


class Flow(NamedTuple):
    """What a scan of ``[…]`` or ``{…}`` found.

    ``open`` has the brackets still open with their line; ``faults`` are line, what is wrong
    and what to do; ``rest`` is the text after the last bracket; ``comment`` all comments.
    """

    open: list[tuple[str, int]]
    faults: list[tuple[int, str, str]]
    rest: str
    close: str
    comment: str


def scan_flow(text: str) -> Flow:
    """Follow the brackets of ``text``, which begins with one; linear in its length."""
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
    """What is wrong at a full-width character that stands for one of YAML's, and what to do."""
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
