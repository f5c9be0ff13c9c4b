"""The prose inside a block, with its place in the source: an item, a cell, a line of a quotation.

The parser has taken the signs of lists and quotations off; each line of what it left is the end
of a line of the source. So the prose is found again by its lines, in order, and only where
nothing but signs stands before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal
from xml.etree.ElementTree import Element

import markdown
import msgspec
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from generator.markup.chunks import Span
from generator.markup.nodes import INLINE, SILENT, split_tags, tag_name
from generator.markup.origins import STASHED
from generator.patterns import late_regex

PassageKind = Literal["heading", "paragraph", "cell", "html"]


class Passage(msgspec.Struct, frozen=True):
    """Prose of a block: ``text`` without the signs of lists and quotations, which stands at
    ``start`` to ``end`` of the block's source. ``html`` is text between tags, no Markdown."""

    kind: PassageKind
    start: int
    end: int
    text: str


# A text, or the cells of a table row by row.
Leaf = tuple[PassageKind, str] | list[list[str]]

_SIGNS = late_regex(r"[ >]*(?:(?:[-+*]|[0-9]+\.)[ ]+[ >]*)*(?:\[\^[^\[\]\s]+\]:[ ]*)?")
_HEADING_SIGNS = late_regex(r"[ >]*(?:(?:[-+*]|[0-9]+\.)[ ]+[ >]*)*#{0,6}[ ]*")
_QUOTE = late_regex(r"[ >]*")
_TASK = late_regex(r"\[[ xX]\][ ]+(?=\S)")
_CHINESE = late_regex("[\u3400-\u9fff\uf900-\ufaff]")


def leaves(element: Element) -> Iterator[Leaf]:
    """The texts of an element whose inline marks have not been read yet, in order."""
    if element.tag == "pre":
        return
    if element.tag == "table":
        yield [[cell.text or "" for cell in row] for row in element.iter("tr")]
        return
    heading = re.fullmatch("h[1-6]", str(element.tag))
    if element.text and element.text.strip() and not isinstance(element.text, AtomicString):
        yield ("heading" if heading else "paragraph"), element.text
    for child in element:
        yield from leaves(child)
        if child.tail and child.tail.strip():
            yield "paragraph", child.tail


def passages(found: Sequence[Leaf], lines: Sequence[str]) -> tuple[Passage, ...]:
    """The prose of a block: ``found`` are its `leaves`, ``lines`` those it was made of."""
    stashed = [leaf for leaf in found if isinstance(leaf, tuple) and STASHED.search(leaf[1])]
    if len(found) == len(stashed) == 1 and lines[0].startswith(("```", "~~~")):
        return ()
    if stashed:
        return tuple(_between_tags("\n".join(lines)))
    places = _Places(lines)
    made: list[Passage] = []
    for leaf in found:
        if isinstance(leaf, list):
            made += places.table(leaf)
        elif (passage := places.text(*leaf)) is not None:
            made.append(passage)
    return tuple(made)


class _Places:
    """Finds texts in the lines of a block, each after the one before."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._starts = [0]
        for line in lines:
            self._starts.append(self._starts[-1] + len(line) + 1)
        self._at = 0

    def text(self, kind: PassageKind, text: str) -> Passage | None:
        """The place of a text."""
        parts = text.strip("\n").split("\n")
        for first in range(self._at, len(self._lines) - len(parts) + 1):
            begin = self._before(first, parts[0], kind)
            if begin is None:
                continue
            ends = [self._before(first + n, part, None) for n, part in enumerate(parts) if n]
            if None in ends:
                continue
            last = first + len(parts) - 1
            start = self._starts[first] + begin
            column = (ends[-1] if ends else begin) or 0
            end = self._starts[last] + column + len(parts[-1].strip())
            self._at = last + 1
            task = _TASK.match(text.strip()) if kind == "paragraph" else None
            skip = task.end() if task else 0
            return Passage(kind, start + skip, end, text.strip()[skip:])
        return None

    def _before(self, number: int, part: str, kind: PassageKind | None) -> int | None:
        """Where a line's text begins, if nothing but signs stands before it."""
        line, text = self._lines[number].rstrip(), part.strip()
        if kind == "heading" and not line.endswith(text):
            line = line.rstrip("#").rstrip()
        if not text or not line.endswith(text):
            return None
        column = len(line) - len(text)
        signs = _HEADING_SIGNS if kind == "heading" else _SIGNS if kind else _QUOTE
        return column if signs.fullmatch(line, 0, column) else None

    def table(self, rows: Sequence[Sequence[str]]) -> Iterator[Passage]:
        """The cells of a table, as far as the lines have them."""
        for first in range(self._at, len(self._lines) - 1):
            if self._row(first, rows[0], bordered=True) is not None:
                break
        else:
            return
        head = self._lines[first].strip(" >")
        bordered = head.startswith("|") or head.endswith("|")
        self._at = first
        for number, row in enumerate(rows):
            # The line under the header is none of the rows.
            line = first + number + (number > 0)
            if line < len(self._lines):
                yield from self._row(line, row, bordered=bordered) or ()
                self._at = line + 1

    def _row(self, number: int, cells: Sequence[str], *, bordered: bool) -> list[Passage] | None:
        """The cells of a line; nothing where it has others."""
        line = self._lines[number].rstrip()
        quote = _QUOTE.match(line)
        at = quote.end() if quote else 0
        if bordered and line.startswith("|", at):
            at += 1
        found = []
        for cell in cells:
            while line.startswith(" ", at):
                at += 1
            if not line.startswith(cell, at):
                return None
            if cell.strip():
                start = self._starts[number] + at
                found.append(Passage("cell", start, start + len(cell), cell))
            at += len(cell)
            while line.startswith(" ", at):
                at += 1
            at += line.startswith("|", at)
        return found


def _between_tags(source: str) -> Iterator[Passage]:
    """The Chinese texts of HTML, each between two tags of blocks, with the tags within it."""
    at = 0
    run: list[tuple[int, str]] = []
    silent = 0

    def text() -> Iterator[Passage]:
        whole = "".join(part for _, part in run)
        lead = len(whole) - len(whole.lstrip())
        if _CHINESE.search(whole) and run:
            start = run[0][0] + lead
            yield Passage("html", start, start + len(whole.strip()), whole.strip())
        run.clear()

    for index, part in enumerate(split_tags(source)):
        name, closing = tag_name(part) if index % 2 else ("", False)
        if index % 2 and (name not in INLINE or name in SILENT):
            yield from text()
            if name in SILENT | {"script", "style"}:
                silent = max(0, silent + (-1 if closing else 1))
        elif not silent and (part or run):
            run.append((at, part))
        at += len(part)
    yield from text()


# Whatever a mark within a line begins with. Most Chinese paragraphs have none: they need not
# be searched seventeen times.
_MARKS = late_regex(r"[\\`\[<&*_~]|  \n|://")


class Prose(Treeprocessor):
    """Keeps the texts of each element before the marks within them are read, and tells the
    library which texts have none."""

    def __init__(self, md: markdown.Markdown) -> None:
        super().__init__(md)
        self.begin(wanted=False)

    def begin(self, *, wanted: bool) -> None:
        """Keep the texts of the next document, or do not."""
        self._wanted = wanted
        self._found: dict[int, list[Leaf]] = {}

    def run(self, root: Element) -> None:
        """Look at every element of the document."""
        if self._wanted:
            self._found = {id(child): list(leaves(child)) for child in root}
        for element in root.iter():
            if element.text and not _MARKS.search(element.text):
                element.text = AtomicString(element.text)
            if element.tail and not _MARKS.search(element.tail):
                element.tail = AtomicString(element.tail)

    def of(self, spans: Sequence[Span], notes: Sequence[Element]) -> list[Leaf]:
        """The texts of the elements of some spans, and of the notes they define."""
        found: list[Leaf] = []
        if self._found:
            for span in spans:
                if span.element is not None:
                    found += self._found[id(span.element)]
                for number in span.notes:
                    found += self._found[id(notes[number])]
        return found
