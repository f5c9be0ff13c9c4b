"""Find the prose inside a block in its source: a list item, a cell, a line of a quotation.

The parser removes the markers of lists and quotations, so each line that it leaves is the end of a
source line. The prose is found in the source line by line, in order; a match counts only if
nothing but markers is before it.
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
    """Prose of a block: ``text``, at offsets ``start`` to ``end`` of the block's source.

    ``text`` has no markers of lists and quotations, which may be within the range. The kind
    ``html`` is text between HTML tags, which is not Markdown.
    """

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
    """The texts of an element in order, before its inline markup is parsed."""
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
    """The prose of a block; ``found`` are its `leaves`, ``lines`` its source lines."""
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
    """Searches the lines of a block for texts, each after the previous one."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._starts = [0]
        for line in lines:
            self._starts.append(self._starts[-1] + len(line) + 1)
        self._at = 0

    def text(self, kind: PassageKind, text: str) -> Passage | None:
        """The passage of the next occurrence of a text; None if there is none."""
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
        """The column at which a line's text begins, if only markers are before it; else None."""
        line, text = self._lines[number].rstrip(), part.strip()
        if kind == "heading" and not line.endswith(text):
            line = line.rstrip("#").rstrip()
        if not text or not line.endswith(text):
            return None
        column = len(line) - len(text)
        signs = _HEADING_SIGNS if kind == "heading" else _SIGNS if kind else _QUOTE
        return column if signs.fullmatch(line, 0, column) else None

    def table(self, rows: Sequence[Sequence[str]]) -> Iterator[Passage]:
        """The cells of a table, as far as they are found in the lines."""
        for first in range(self._at, len(self._lines) - 1):
            if self._row(first, rows[0], bordered=True) is not None:
                break
        else:
            return
        head = self._lines[first].strip(" >")
        bordered = head.startswith("|") or head.endswith("|")
        self._at = first
        for number, row in enumerate(rows):
            # Skip the delimiter line under the header.
            line = first + number + (number > 0)
            if line < len(self._lines):
                yield from self._row(line, row, bordered=bordered) or ()
                self._at = line + 1

    def _row(self, number: int, cells: Sequence[str], *, bordered: bool) -> list[Passage] | None:
        """The cells of a line; None if the line has other cells."""
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
    """The Chinese texts of HTML between block tags; inline tags are a part of the text."""
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


# What inline markup begins with. Most Chinese paragraphs have none of it, and then the library's
# seventeen inline patterns are skipped.
_MARKS = late_regex(r"[\\`\[<&*_~]|  \n|://")


class Prose(Treeprocessor):
    """Keeps the texts of each element before inline markup is parsed, and lets the library skip
    texts without any."""

    def __init__(self, md: markdown.Markdown) -> None:
        super().__init__(md)
        self.begin(wanted=False)

    def begin(self, *, wanted: bool) -> None:
        """Prepare for the next document; its texts are kept if ``wanted``."""
        self._wanted = wanted
        self._found: dict[int, list[Leaf]] = {}

    def run(self, root: Element) -> None:
        """Process every element of the document."""
        if self._wanted:
            self._found = {id(child): list(leaves(child)) for child in root}
        for element in root.iter():
            if element.text and not _MARKS.search(element.text):
                element.text = AtomicString(element.text)
            if element.tail and not _MARKS.search(element.tail):
                element.tail = AtomicString(element.tail)

    def of(self, spans: Sequence[Span], notes: Sequence[Element]) -> list[Leaf]:
        """The texts of the elements of ``spans`` and of the notes they define; none if not kept."""
        found: list[Leaf] = []
        if self._found:
            for span in spans:
                if span.element is not None:
                    found += self._found[id(span.element)]
                for number in span.notes:
                    found += self._found[id(notes[number])]
        return found
