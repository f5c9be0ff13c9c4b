"""The cells of a table, and quotations of the text around a figure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from generator.markup.nodes import plain_text
from generator.patterns import late_regex
from generator.statistics.finding import Finding
from generator.statistics.table_units import head_column, is_total
from generator.summary.opening import without_english_opening, without_opening

_ROW = late_regex(r"<tr\b[^>]*>(.*?)</tr>", re.S)
_CELL = late_regex(r"<t[dh]\b[^>]*>(.*?)</t[dh]>", re.S)
# With the marks that close a quotation behind the end of its last sentence.
SENTENCE = late_regex(r"[^。！？；\n]+[。！？；]?[”’」』）》]*")
_NUMERAL = late_regex(r"[0-9][0-9,]*(?:\.[0-9]+)?(?: (?:million|billion|trillion)\b)?%?")
_GOES_ON = late_regex(r"[0-9]|[.,][0-9]")
_DIGITS = late_regex(r"[0-9][0-9,]*(?:\.[0-9]+)?")
_BARE = late_regex(r"[-－−+＋]?[0-9][0-9,]*(?:\.[0-9]+)?\s?[%％]?")
_CUT = late_regex(r"[\s，、；,;]")
_SPELT = {
    str(n): word
    for n, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), 1
    )
}
# The greatest length of a quotation in characters, by language.
_LONGEST = {"zh": 100, "en": 280}


def cells(table: str) -> list[list[str]]:
    """The plain text of each cell, row by row."""
    return [[plain_text(cell) for cell in _CELL.findall(row)] for row in _ROW.findall(table)]


def quote_of(found: Finding, blocks: Sequence[str], figure: str, *, english: bool) -> str:
    """The quotation for ``found`` from the HTML ``blocks`` of an edition; empty if there is none.

    ``figure`` is the text of the figure in that edition.
    """
    if not found.block:
        return ""
    block = blocks[found.block - 1]
    if found.row >= 0:
        return cell_context(block, found.row, found.column, figure)
    return context(block, figure, english=english, always=found.headline)


def context(block: str, needle: str, *, english: bool, always: bool = False) -> str:
    """The sentence of the HTML ``block`` with the figure ``needle``; a long one is shortened.

    Empty if no sentence or more than one has it; with ``always``, the first of several is taken.
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
    return balanced(shortened(found[0], needle, longest)) if single else ""


_PAIRS = (("“", "”"), ("「", "」"), ("『", "』"), ("（", "）"), ("《", "》"))


def balanced(text: str) -> str:
    """``text``, a part of a longer one, with the marks of quotations that begin before it or end
    after it: 订单排到8月。” is “订单排到8月。”."""
    before = after = ""
    for opening, closing in _PAIRS:
        if opening not in text and closing not in text:
            continue
        depth = missing = 0
        for mark in text:
            if mark == opening:
                depth += 1
            elif mark == closing:
                missing += depth == 0
                depth = max(0, depth - 1)
        before, after = opening * missing + before, after + closing * depth
    return f"{before}{text}{after}"


def cell_context(table: str, row: int, column: int, figure: str) -> str:
    """The headers of a figure's row and column in the HTML ``table``, or the text of its cell.

    Empty if there is no such cell, or if it has another figure.
    """
    rows = cells(table)
    if row >= len(rows) or column >= len(rows[row]):
        return ""
    digits = _DIGITS.search(figure)
    if digits and not _has(rows[row][column], digits.group()):
        number = _DIGITS.search(rows[row][column])
        # 210.6 in 亿元 and 21.06 in billion yuan are the same amount in other units.
        if number is None or not _BARE.fullmatch(rows[row][column].strip()):
            return ""
    names = head_column(rows)
    head = rows[row][names if names < column else 0] or rows[row][0]
    cell = rows[row][column]
    if _wordy(cell):
        return shortened(f"{head}: {cell}" if cell.isascii() else f"{head}：{cell}", figure, 100)
    top = rows[0][column] if row and column < len(rows[0]) and len(rows[0]) > 2 else ""
    group, _, last = top.partition(" ")
    if last and group.lower() in last.lower():
        top = last  # Of a head over several columns: 投资 总投资.
    if top and is_total(head):
        return top
    return " · ".join(filter(None, (head, "" if top == head else top)))


def _wordy(cell: str) -> bool:
    """Whether a cell has words besides a figure and its unit."""
    words = _DIGITS.sub(" ", cell)
    chinese = sum("\u4e00" <= letter <= "\u9fff" for letter in words)
    return chinese > 5 or len(words.split()) > 4


def shortened(text: str, needle: str, longest: int) -> str:
    """``text`` shortened to about ``longest`` characters around ``needle``.

    It is cut at spaces or punctuation if there are any near.
    """
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
    """Whether ``text`` contains ``needle``, not as a part of a longer number."""
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
    """The sentences of a block; cached for all its figures."""
    text = plain_text(block)
    if english:
        from generator.segment.sentence import english_sentences

        found = [s.strip() for line in text.split("\n") for s in english_sentences(line)]
    else:
        found = [match.group().strip() for match in SENTENCE.finditer(text)]
    # Without a dateline.
    bare = without_english_opening if english else without_opening
    return [bare(found[0]) or found[0], *found[1:]] if found else found
