"""Cells of a table, and the words of an article round a figure."""

from __future__ import annotations

import re

from generator.markup.nodes import block_name, plain

_ROW = re.compile(r"<tr\b[^>]*>(.*?)</tr>", re.S)
_CELL = re.compile(r"<t[dh]\b[^>]*>(.*?)</t[dh]>", re.S)
_SENTENCE = re.compile(r"[^。！？；\n]+[。！？；]?")
_NUMERAL = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?(?: (?:million|billion|trillion)\b)?%?")
# The longest sentence, in characters of either language, that a table quotes.
_LONGEST = {"zh": 100, "en": 280}


def cells(table: str) -> list[list[str]]:
    """The plain text of each cell, row by row."""
    return [[plain(cell) for cell in _CELL.findall(row)] for row in _ROW.findall(table)]


def context(block: str, needle: str, *, english: bool) -> str:
    """What the HTML ``block`` says of the figure ``needle``: a sentence, or a row's heading.

    Empty where no sentence or more than one has it, or where it is too long to quote.
    """
    if english:
        numeral = _NUMERAL.search(needle)
        if numeral is None:
            return ""
        needle = numeral.group()
    bounded = re.compile(rf"(?<![0-9.,]){re.escape(needle)}(?![0-9]|[.,][0-9])")
    if block_name(block) == "table":
        found = [row[0] for row in cells(block) if len(row) == 2 and bounded.search(row[1])]
    else:
        found = [said for said in _sentences(plain(block), english) if bounded.search(said)]
    longest = _LONGEST["en" if english else "zh"]
    return found[0] if len(found) == 1 and len(found[0]) <= longest else ""


def _sentences(text: str, english: bool) -> list[str]:
    if english:
        from generator.segment.sentence import english_sentences

        return [s.strip() for line in text.split("\n") for s in english_sentences(line)]
    return [match.group().strip() for match in _SENTENCE.finditer(text)]
