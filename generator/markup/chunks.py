"""Record which lines of a text became which element: a subclass of Python-Markdown's block parser.

The library splits a text into chunks at blank lines. Its processors take chunks from a list and
sometimes put back a part of one. Here the list knows the line of each chunk, so the source
lines of every top-level element are known.
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

# Chunks in the list at a time: removing the first item of a list takes time linear in its length.
_WINDOW = 512

# The first and the last line, from 0.
Lines = tuple[int, int]


@dataclass
class Span:
    """A top-level element, or a definition that makes none, and its first and last line from 0.

    ``element`` is None for definitions of links and footnotes; ``notes`` are the indices, from 0,
    of the footnotes that the lines define.
    """

    first: int
    last: int
    element: Element | None = None
    notes: tuple[int, ...] = ()


class _Chunks(list[str]):
    """The chunks still to be parsed; ``starts`` has the first line of each."""

    def __init__(self, chunks: Sequence[str], starts: Sequence[int]) -> None:
        super().__init__(chunks)
        self.starts = list(starts)
        self.begin()

    def begin(self) -> None:
        """Forget which lines were taken and put back before."""
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
        # Processors put back the end of a chunk first, then what was before it.
        at = self._left - len(text)
        if at < 0 or not self._last.startswith(text, at):
            at = max(0, self._last.find(text))
        self.starts.insert(index, self.put_back(text, at))
        self._left = at

    def put_back(self, text: str, at: int) -> int:
        """Record that ``text``, at offset ``at`` of the chunk taken, was not used.

        Returns the first line of ``text``.
        """
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
    """A block parser that records the lines of every top-level element in ``spans``."""

    def __init__(self, md: markdown.Markdown, notes: Notes) -> None:
        super().__init__(md)
        self.spans: list[Span] = []
        self._notes = notes
        self._lines: list[str] = []
        self._reading: _Chunks | None = None

    def parseDocument(self, lines: Iterable[str]) -> ElementTree:
        """Parse a whole document and set ``spans`` for it."""
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
        """Parse chunks into ``parent``.

        A processor may call this for the root with the beginning of the chunk that it took; the
        lines of that are recorded too.
        """
        reading = self._reading
        # Nothing stands before a quotation that begins its chunk: such a text has no lines.
        if parent is not self.root or reading is None or not any(map(str.strip, blocks)):
            super().parseBlocks(parent, blocks)
            return
        inner = _Chunks(blocks, [reading.put_back(text, 0) for text in blocks])
        blocks.clear()
        self._reading = inner
        while inner:
            self._step(parent, inner)
        self._reading = reading

    def _step(self, root: Element, reading: _Chunks) -> None:
        """Run the first matching processor on the first chunk, and record the lines it used."""
        before, noted, defined = len(root), len(self.spans), len(self._notes.found)
        processors: Iterable[BlockProcessor] = self.blockprocessors
        if reading[0][:1].isalpha() and "\n" not in reading[0]:
            # A single line that begins with a letter is a paragraph; skip the other processors.
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
        """Add the lines to the span of the last element."""
        last = root[-1] if len(root) else None
        for span in reversed(self.spans):
            if span.element is last and last is not None:
                span.last = max(span.last, lines[1])
                return
        self.spans.append(Span(*lines))

    def _trimmed(self, first: int, last: int) -> Lines | None:
        """The range without blank lines at either end; None if all lines are blank."""
        last = min(last, len(self._lines) - 1)
        while first <= last and not self._lines[first].strip():
            first += 1
        while last >= first and not self._lines[last].strip():
            last -= 1
        return (first, last) if first <= last else None
