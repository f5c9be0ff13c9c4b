"""Which lines of a text became which element: Python-Markdown's block parser, watched.

The library cuts a text into chunks at blank lines and lets its processors take them from a
list, now and then putting back a part. Here the list knows the line of each chunk, so every
top-level element gets the lines it was made of.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import SupportsIndex
from xml.etree.ElementTree import Element, ElementTree

import markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor, ReferenceProcessor

from generator.markup.notes import NoteProcessor, Notes

# Chunks in the list at a time: taking the first of a list costs as much as the list is long.
_WINDOW = 512

# The first and the last.
Lines = tuple[int, int]


@dataclass
class Span:
    """An element of the page, or a definition that shows nothing here, and its lines from 0.

    ``element`` is missing for link definitions; ``notes`` are the numbers of the notes that
    the lines define.
    """

    first: int
    last: int
    element: Element | None = None
    notes: tuple[int, ...] = ()


class _Chunks(list[str]):
    """The chunks still to be read, each with its first line."""

    def __init__(self, chunks: Sequence[str], starts: Sequence[int]) -> None:
        super().__init__(chunks)
        self.starts = list(starts)
        self.begin()

    def begin(self) -> None:
        """Forget what was taken and put back before."""
        self.taken: list[Lines] = []
        self.back: list[Lines] = []
        self._last, self._left = "", 0

    def pop(self, index: SupportsIndex = -1) -> str:
        text = super().pop(index)
        start = self.starts.pop(index)
        self.taken.append((start, start + text.count("\n")))
        self._last, self._left = text, len(text)
        return text

    def insert(self, index: SupportsIndex, text: str) -> None:
        super().insert(index, text)
        # The end of what was taken goes back first, then what stood before it.
        at = self._left - len(text)
        if at < 0 or not self._last.startswith(text, at):
            at = max(0, self._last.find(text))
        self.starts.insert(index, self.put_back(text, at))
        self._left = at

    def put_back(self, text: str, at: int) -> int:
        """Note that ``text``, at this place of the chunk taken, is not used up; its first line."""
        start = (self.taken[-1][0] if self.taken else 0) + self._last.count("\n", 0, at)
        if text.strip():
            self.back.append((start, start + text.count("\n")))
        return start

    def used(self) -> Lines:
        """The lines that were taken and not put back."""
        first, last = self.taken[0][0], self.taken[-1][1]
        for start, end in sorted(self.back):
            if start <= first:
                first = end + 1
            else:
                last = min(last, start - 1)
        return first, last


class WatchedParser(BlockParser):
    """A block parser that keeps the lines of every top-level element in ``spans``."""

    def __init__(self, md: markdown.Markdown, notes: Notes) -> None:
        super().__init__(md)
        self.spans: list[Span] = []
        self._notes = notes
        self._lines: list[str] = []
        self._reading: _Chunks | None = None

    def parseDocument(self, lines: Iterable[str]) -> ElementTree:
        """Parse a whole document; ``spans`` are those of this one then."""
        self.spans = []
        self.root = Element(self.md.doc_tag)
        self._lines = list(lines)
        chunks = deque("\n".join(self._lines).split("\n\n"))
        self._reading = reading = _Chunks([], [])
        line = 0
        while chunks or reading:
            while chunks and len(reading) < _WINDOW:
                reading.append(chunks[0])
                reading.starts.append(line)
                line += chunks.popleft().count("\n") + 2
            self._step(self.root, reading)
        self._reading = None
        return ElementTree(self.root)

    def parseBlocks(self, parent: Element, blocks: list[str]) -> None:
        """Parse chunks into ``parent``. What a processor hands to the document itself is the
        beginning of the chunk that it took, and is watched."""
        reading = self._reading
        if parent is not self.root or reading is None:
            super().parseBlocks(parent, blocks)
            return
        inner = _Chunks(blocks, [reading.put_back(text, 0) for text in blocks])
        blocks.clear()
        self._reading = inner
        while inner:
            self._step(parent, inner)
        self._reading = reading

    def _step(self, root: Element, reading: _Chunks) -> None:
        """Let the first processor that can read the first chunk, and note what became of it."""
        before, noted, defined = len(root), len(self.spans), len(self._notes.found)
        processors: Iterable[BlockProcessor] = self.blockprocessors
        if reading[0][:1].isalpha() and "\n" not in reading[0]:
            # A line that begins with a letter is a paragraph, and no other sign has to be sought.
            processors = (self.blockprocessors["paragraph"],)
        for processor in processors:
            reading.begin()
            if processor.test(root, reading[0]) and processor.run(root, reading) is not False:
                break
        inner = {id(span.element) for span in self.spans[noted:]}
        made = [child for child in root[before:] if id(child) not in inner]
        lines = self._trimmed(*reading.used()) or (reading.taken[0] if made else None)
        if lines is None:
            return
        if isinstance(processor, NoteProcessor):
            notes = tuple(range(defined, len(self._notes.found)))
            self.spans.append(Span(*lines, notes=notes))
        elif isinstance(processor, ReferenceProcessor):
            self.spans.append(Span(*lines))
        elif made:
            self.spans += [Span(*lines, child) for child in made]
        else:
            self._extend(root, lines)

    def _extend(self, root: Element, lines: Lines) -> None:
        """The lines go on with the last element."""
        last = root[-1] if len(root) else None
        for span in reversed(self.spans):
            if span.element is last and last is not None:
                span.last = max(span.last, lines[1])
                return
        self.spans.append(Span(*lines))

    def _trimmed(self, first: int, last: int) -> Lines | None:
        """The lines without blank ones at either end; nothing where all are blank."""
        last = min(last, len(self._lines) - 1)
        while first <= last and not self._lines[first].strip():
            first += 1
        while last >= first and not self._lines[last].strip():
            last -= 1
        return (first, last) if first <= last else None
