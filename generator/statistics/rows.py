"""Cells of a table, and the words of an article round a figure."""

from __future__ import annotations

import re

from generator.markup.nodes import block_name, plain_text
from generator.patterns import late_regex

_ROW = late_regex(r"<tr\b[^>]*>(.*?)</tr>", re.S)
_CELL = late_regex(r"<t[dh]\b[^>]*>(.*?)</t[dh]>", re.S)
SENTENCE = late_regex(r"[^。！？；\n]+[。！？；]?")
_NUMERAL = late_regex(r"[0-9][0-9,]*(?:\.[0-9]+)?(?: (?:million|billion|trillion)\b)?%?")
_GOES_ON = late_regex(r"[0-9]|[.,][0-9]")
# The longest sentence, in characters of either language, that a table quotes.
_LONGEST = {"zh": 100, "en": 280}


def cells(table: str) -> list[list[str]]:
    """The plain text of each cell, row by row."""
    return [[plain_text(cell) for cell in _CELL.findall(row)] for row in _ROW.findall(table)]


def context(block: str, needle: str, *, english: bool) -> str:
    """What the HTML ``block`` says of the figure ``needle``: a sentence, or a row's heading.

    Empty where no sentence or more than one has it, or where it is too long to quote.
    """
    if english:
        numeral = _NUMERAL.search(needle)
        if numeral is None:
            return ""
        needle = numeral.group()
    text = plain_text(block)
    if needle not in text:
        return ""
    if block_name(block) == "table":
        found = [row[0] for row in cells(block) if len(row) == 2 and _has(row[1], needle)]
    else:
        found = [said for said in _sentences(text, english) if _has(said, needle)]
    longest = _LONGEST["en" if english else "zh"]
    return found[0] if len(found) == 1 and len(found[0]) <= longest else ""


def _has(text: str, needle: str) -> bool:
    """Whether ``needle`` stands in ``text`` and not as a part of a longer number."""
    at = text.find(needle)
    while at >= 0:
        end = at + len(needle)
        longer = at > 0 and text[at - 1] in "0123456789.,"
        if not longer and not _GOES_ON.match(text, end):
            return True
        at = text.find(needle, at + 1)
    return False


def _sentences(text: str, english: bool) -> list[str]:
    if english:
        from generator.segment.sentence import english_sentences

        return [s.strip() for line in text.split("\n") for s in english_sentences(line)]
    return [match.group().strip() for match in SENTENCE.finditer(text)]
