"""The visible text of the parts of a Word document: runs, rows and cells of tables, text boxes.

Source of the format: ECMA-376, Part 1 (WordprocessingML).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TEXTBOX = f"{W}txbxContent"
_BREAKS = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": "\t", f"{W}noBreakHyphen": "-"}
# Elements that are not part of the text: alternatives of pictures, deleted text, the former place
# of moved text.
PASSED_OVER = (_FALLBACK, f"{W}del", f"{W}moveFrom")
# Pinyin above characters is not part of the text either.
_UNPRINTED = (*PASSED_OVER, _TEXTBOX, f"{W}pPr", f"{W}rt")
# Elements that may enclose rows and cells: content controls, custom XML.
_AROUND = (f"{W}sdt", f"{W}sdtContent", f"{W}customXml")
_MOST_COLUMNS = 60


def is_on(run: Element, what: str) -> bool:
    """Return whether a run has a property (bold, hidden …): without a value, or not with "off"."""
    found = run.find(f"{W}rPr/{W}{what}")
    return found is not None and found.get(f"{W}val") not in ("0", "false", "off")


def rows_of(table: Element) -> Iterator[Element]:
    """Yield the rows of a table, without deleted ones."""
    for row in _inside(table, f"{W}tr"):
        if row.find(f"{W}trPr/{W}del") is None:
            yield row


def cells_of(row: Element) -> Iterator[Element]:
    for cell in _inside(row, f"{W}tc"):
        if cell.find(f"{W}tcPr/{W}cellDel") is None:
            yield cell


def _inside(element: Element, tag: str) -> Iterator[Element]:
    """Yield the children with a tag, including those in content controls."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _AROUND:
            yield from _inside(child, tag)


def columns_of(cell: Element) -> Iterator[str]:
    """Yield the text of a cell, and an empty text for each further column that it spans."""
    yield _cell(cell)
    reach = whole(cell.find(f"{W}tcPr/{W}gridSpan"))
    yield from [""] * (min(reach, _MOST_COLUMNS) - 1)


def texts_of(element: Element) -> Iterator[str]:
    """Yield the visible text of a paragraph, without deleted and hidden text and text boxes."""
    for child in element:
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in _BREAKS:
            yield _BREAKS[child.tag]
        elif child.tag not in _UNPRINTED and not is_on(child, "vanish"):
            yield from texts_of(child)


def boxes_of(element: Element) -> Iterator[Element]:
    """Yield the text boxes that are anchored in a paragraph, each once."""
    for child in element:
        if child.tag == _TEXTBOX:
            yield child
        elif child.tag != _FALLBACK:
            yield from boxes_of(child)


def _cell(cell: Element) -> str:
    texts = ("".join(texts_of(one)).strip() for one in _within(cell))
    return " ".join(" ".join(text for text in texts if text).replace("|", "｜").split())


def _within(element: Element) -> Iterator[Element]:
    """Yield every paragraph below an element, including those in tables and text boxes."""
    for child in element:
        if child.tag == f"{W}p":
            yield child
        if child.tag not in PASSED_OVER:
            yield from _within(child)


def value_of(element: Element, path: str) -> str:
    found = element.find(path)
    return "" if found is None else found.get(f"{W}val") or ""


def whole(element: Element | None) -> int:
    value = "" if element is None else element.get(f"{W}val") or ""
    return int(value) if re.fullmatch(r"\d{1,4}", value, re.ASCII) else 0
