"""Cells of a table, and the words of an article round a figure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from generator.markup.nodes import plain_text
from generator.patterns import late_regex
from generator.statistics.finding import Finding

_ROW = late_regex(r"<tr\b[^>]*>(.*?)</tr>", re.S)
_CELL = late_regex(r"<t[dh]\b[^>]*>(.*?)</t[dh]>", re.S)
SENTENCE = late_regex(r"[^。！？；\n]+[。！？；]?")
_NUMERAL = late_regex(r"[0-9][0-9,]*(?:\.[0-9]+)?(?: (?:million|billion|trillion)\b)?%?")
_GOES_ON = late_regex(r"[0-9]|[.,][0-9]")
_DIGITS = late_regex(r"[0-9][0-9,]*(?:\.[0-9]+)?")
_BARE = late_regex(r"[0-9][0-9,]*(?:\.[0-9]+)?\s?[%％]?")
_CUT = late_regex(r"[\s，、；,;]")
_SPELT = {
    str(n): word
    for n, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), 1
    )
}
# The longest sentence, in characters of either language, that a table quotes.
_LONGEST = {"zh": 100, "en": 280}


def cells(table: str) -> list[list[str]]:
    """The plain text of each cell, row by row."""
    return [[plain_text(cell) for cell in _CELL.findall(row)] for row in _ROW.findall(table)]


def quote_of(found: Finding, blocks: Sequence[str], figure: str, *, english: bool) -> str:
    """What the HTML ``blocks`` of an edition say round ``found``, which is ``figure`` there."""
    if not found.block:
        return ""
    block = blocks[found.block - 1]
    if found.row >= 0:
        return cell_context(block, found.row, found.column, figure)
    return context(block, figure, english=english, always=found.headline)


def context(block: str, needle: str, *, english: bool, always: bool = False) -> str:
    """What the HTML ``block`` says of the figure ``needle``: the sentence that has it.

    Of a long sentence it is the words round the figure. Empty where no sentence or more than one
    has it; with ``always`` the first of several is taken.
    """
    if english:
        numeral = _NUMERAL.search(needle)
        if numeral is None:
            return ""
        needle = numeral.group()
    sentences = _sentences(block, english)
    spelt = _SPELT.get(needle, "") if english else ""
    found = [said for said in sentences if _has(said, needle)]
    if not found and spelt:
        word = re.compile(rf"\b{spelt}\b", re.I)
        found = [said for said in sentences if word.search(said)]
    longest = _LONGEST["en" if english else "zh"]
    single = len(found) == 1 or (always and bool(found))
    return shortened(found[0], needle, longest) if single else ""


def cell_context(table: str, row: int, column: int, figure: str) -> str:
    """The heads of the row and column of a figure in a table, as the HTML ``table`` has them.

    Empty where there is no such cell, or where its figure is another.
    """
    rows = cells(table)
    if row >= len(rows) or column >= len(rows[row]):
        return ""
    digits = _DIGITS.search(figure)
    if digits and not _has(rows[row][column], digits.group()):
        number = _DIGITS.search(rows[row][column])
        # 210.6 below 亿元 and 21.06 below billion yuan are the same amount in other units.
        if number is None or not _BARE.fullmatch(rows[row][column].strip()):
            return ""
    head, cell = rows[row][0], rows[row][column]
    if _wordy(cell):
        return shortened(f"{head}: {cell}" if cell.isascii() else f"{head}：{cell}", figure, 100)
    top = rows[0][column] if row and column < len(rows[0]) and len(rows[0]) > 2 else ""
    return " · ".join(filter(None, (head, "" if top == head else top)))


def _wordy(cell: str) -> bool:
    """Whether a cell has words of its own beside a figure and its unit."""
    words = _DIGITS.sub(" ", cell)
    chinese = sum("\u4e00" <= letter <= "\u9fff" for letter in words)
    return chinese > 5 or len(words.split()) > 4


def shortened(text: str, needle: str, longest: int) -> str:
    """``text`` cut at both ends round ``needle`` to about ``longest`` characters, at spaces or
    marks where there are some near."""
    if len(text) <= longest:
        return text
    at = max(0, text.find(needle))
    start = max(0, min(at - longest // 2, len(text) - longest))
    end = min(len(text), start + longest)
    if start:
        space = _CUT.search(text, start, min(at, start + 20))
        start = space.end() if space else start
    if end < len(text):
        cuts = [
            match.start() for match in _CUT.finditer(text, max(at + len(needle), end - 20), end)
        ]
        end = cuts[-1] if cuts else end
    return ("…" if start else "") + text[start:end].strip() + ("…" if end < len(text) else "")


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


@lru_cache(maxsize=32)
def _sentences(block: str, english: bool) -> list[str]:
    """The sentences of a block, remembered for all its figures."""
    text = plain_text(block)
    if english:
        from generator.segment.sentence import english_sentences

        return [s.strip() for line in text.split("\n") for s in english_sentences(line)]
    return [match.group().strip() for match in SENTENCE.finditer(text)]
