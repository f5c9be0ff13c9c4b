"""The cells of a table in HTML, and the lines of its rows in the source."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.markup.nodes import plain_text
from generator.patterns import late_regex

_ROW = late_regex(r"<tr\b[^>]*>(.*?)</tr>", re.S)
_CELL = late_regex(r"<t[dh]\b([^>]*)>(.*?)</t[dh]>", re.S)
_SPAN = late_regex(r"\b(row|col)span=\"([0-9]{1,3})\"")
# A raised number is an exponent or the number of a note, no further digits of the number before it.
_RAISED = late_regex(r"<sup>([0-9()+-]{1,4})</sup>")
_AS_RAISED = str.maketrans("0123456789()+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾⁺⁻")
_RULE = late_regex(r"\s*\|?[\s:|-]*-[\s:|-]*\Z")
# A table of more columns than this is cut: a span is what its author says, not what there is.
_WIDEST = 100


def table_cells(table: str) -> tuple[tuple[str, ...], ...]:
    """The plain text of each cell, row by row; a cell that spans others is repeated in them."""
    below: dict[tuple[int, int], str] = {}
    found = []
    rows = _ROW.findall(table)
    for number, row in enumerate(rows):
        cells: list[str] = []
        for attributes, inner in _CELL.findall(row):
            while (number, len(cells)) in below:
                cells.append(below.pop((number, len(cells))))
            text = plain_text(_RAISED.sub(_raised, inner))
            spans = dict(_SPAN.findall(attributes)) if "span" in attributes else {}
            for _ in range(max(1, min(int(spans.get("col", 1)), _WIDEST - len(cells)))):
                for lower in range(number + 1, min(number + int(spans.get("row", 1)), len(rows))):
                    below[lower, len(cells)] = text
                cells.append(text)
        while (number, len(cells)) in below:
            cells.append(below.pop((number, len(cells))))
        found.append(tuple(cells))
    return tuple(found)


_ITEM = late_regex(r"<li\b[^>]*>(.*?)</li>", re.S)
_NESTED = late_regex(r"<(?:ul|ol|table|pre)\b")
# 苏州：289.5, Suzhou 289.5
_LABELLED = late_regex(
    r"(?:(?P<named>.*\S)\s?[:：]|(?P<label>[^0-9]*?[^0-9\s+−-]))[\s，,–—=]*(?P<rest>[+−-]?[0-9].*)",
    re.S,
)
_MARKER = late_regex(r"\s*(?:[-*+]|[0-9]+[.)])\s")


def list_items(block: str) -> tuple[str, ...]:
    """The plain text of each item of a list; none if it has other lists or tables in it."""
    return () if _NESTED.search(block, 1) else tuple(map(plain_text, _ITEM.findall(block)))


def list_cells(block: str) -> tuple[tuple[str, ...], ...]:
    """The items of a list as rows of a label and what follows it; none if an item has no number
    after a label."""
    found = [_LABELLED.fullmatch(item) for item in list_items(block)]
    rows = [(one["named"] or one["label"], one["rest"]) for one in found if one is not None]
    return tuple(rows) if len(rows) == len(found) else ()


def item_lines(source: Sequence[str]) -> list[int]:
    """For each item of a list the index, from 0, of its line in ``source``, as `row_lines`."""
    return [at for at, line in enumerate(source) if _MARKER.match(line)]


def _raised(match: re.Match[str]) -> str:
    return match[1].translate(_AS_RAISED)


def row_lines(source: Sequence[str]) -> list[int]:
    """For each row of a table the index, from 0, of its line in ``source``, which begins with the
    table, in Markdown or HTML, and may go on after it."""
    if "<" in source[0] and "|" not in source[0].partition("<")[0]:
        return [
            at for at, line in enumerate(source) for _ in range(len(re.findall("<tr\\b", line)))
        ]
    end = next((at for at, line in enumerate(source) if not line.strip()), len(source))
    return [at for at in range(end) if at != 1 or not _RULE.match(source[at])]
