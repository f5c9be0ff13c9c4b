"""Limits for a text, checked before it is parsed, against attacks and corrupt files.

Python-Markdown searches for the end of a link at every ``[`` and for the end of a tag at every
``<``, so a text with thousands of unclosed ones takes minutes. Texts written by people are far
below these limits.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.patterns import late_regex

# Unclosed opening brackets, links or tags in one paragraph.
UNCLOSED = 100
# Nesting depth of lists and quotations.
DEPTH = 20
# Headings, rules and footnotes without a blank line between them.
HEADINGS = 200
# Columns of a table.
COLUMNS = 500

_BRACKETS = late_regex(r"\\.|\[|\]\(|\]|\)", re.S)
_TAGS = late_regex(r"<(?=[A-Za-z/!?])|>")
_SIGNS = late_regex(r"[ >]*(?:(?:[-+*]|[0-9]+\.)[ ]+[ >]*)*")
_SIGN = late_regex(r"[-+*>]|[0-9]+\.|    ")
_HEADING = late_regex(r" {0,3}(?:#|[-=_*][-=_* ]*$|\[\^)")


class Excess(NamedTuple):
    """A limit that is exceeded: the line, from 1, and a message."""

    line: int
    message: str


def excess(lines: list[str]) -> list[Excess]:
    """The limits that a text exceeds, each once, at the line where the excess begins."""
    found: dict[str, int] = {}
    brackets = addresses = headings = tags = 0
    began = tag_began = 1
    for number, line in enumerate(lines, 1):
        if not line.strip():
            brackets = addresses = headings = 0
            began = number + 1
            continue
        if "[" in line or addresses:
            brackets, addresses = _open(line, brackets, addresses)
        if brackets > UNCLOSED:
            found.setdefault("[", began)
        if addresses > UNCLOSED:
            found.setdefault("](", began)
        for match in _TAGS.finditer(line) if "<" in line or tags else ():
            tags = 0 if match.group() == ">" else tags + 1
            tag_began = number if tags == 1 else tag_began
        if tags > UNCLOSED:
            found.setdefault("<", tag_began)
        headings += bool(_HEADING.match(line))
        if headings > HEADINGS:
            found.setdefault("headings", began)
        if line.count("|") > COLUMNS:
            found.setdefault("|", number)
        if len(line) > DEPTH and _depth(line) > DEPTH:
            found.setdefault("depth", number)
    return [Excess(line, _MESSAGES[kind]) for kind, line in found.items()]


def _open(line: str, brackets: int, addresses: int) -> tuple[int, int]:
    """The numbers of square brackets and of link addresses that are open after the line."""
    for match in _BRACKETS.finditer(line):
        sign = match.group()
        if sign == "[":
            brackets += 1
        elif sign == ")":
            addresses = max(0, addresses - 1)
        elif sign in ("]", "]("):
            brackets = max(0, brackets - 1)
            addresses += sign == "]("
        if brackets > UNCLOSED or addresses > UNCLOSED:
            break
    return brackets, addresses


def _depth(line: str) -> int:
    signs = _SIGNS.match(line)
    return len(_SIGN.findall(signs.group())) if signs else 0


_MESSAGES = {
    "[": f"more than {UNCLOSED} opening brackets [ that nothing closes",
    "](": f"more than {UNCLOSED} links whose address nothing closes",
    "<": f"more than {UNCLOSED} signs < that begin a tag and do not end it",
    "headings": f"more than {HEADINGS} headings, rules or notes in a row, no blank line between",
    "|": f"more than {COLUMNS} signs | on one line",
    "depth": f"lists or quotations more than {DEPTH} deep",
}
