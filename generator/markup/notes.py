"""Footnotes: ``[^1]`` in the text, ``[^1]: …`` on a line of its own.

On the page a note is a block after the last one, in the order of the definitions, so that the
notes of a text and of its translation pair off as all blocks do. The mark leads to the note's
block, the note's number back to the block that has the mark: both have their ``#p1`` anchors.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement

import markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString

from generator.patterns import late_regex

_LABEL = r"[^\[\]\s]{1,100}"
_DEFINITION = late_regex(rf"^[ ]{{0,3}}\[\^({_LABEL})\]:[ ]*(.*)$", re.M)
MARK = rf"\[\^({_LABEL})\](?!:)"
_INDENT = "    "


class Notes:
    """The notes of one document: label and Markdown of each, in the order of definition."""

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        """Begin a new document."""
        self.found: list[tuple[str, str]] = []
        self.number: dict[str, int] = {}
        self.twice: list[str] = []
        self.marked: set[str] = set()
        self.unknown: dict[str, None] = {}

    def add(self, label: str, text: str) -> None:
        """Define a note. Of two with one label both are shown, and marks lead to the first."""
        self.found.append((label, text))
        if label in self.number:
            self.twice.append(label)
        else:
            self.number[label] = len(self.found)


class NoteProcessor(BlockProcessor):
    """Takes the definitions of notes out of the text."""

    def __init__(self, parser: BlockParser, notes: Notes) -> None:
        super().__init__(parser)
        self._notes = notes

    def test(self, parent: Element, block: str) -> bool:
        """Whether the chunk has a definition; one within a list or quotation is none."""
        return "[^" in block and parent is self.parser.root and bool(_DEFINITION.search(block))

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Take the first definition, with the indented chunks that go on with it."""
        block = blocks.pop(0)
        match = _DEFINITION.search(block)
        assert match is not None
        if match.start():
            blocks.insert(0, block[match.start() :])
            blocks.insert(0, block[: match.start()].rstrip("\n"))
            return
        following = _DEFINITION.search(block, match.end())
        end = following.start() if following else len(block)
        parts = [f"{match.group(2)}\n{_detabbed(block[match.end() : end].strip(chr(10)))}"]
        if following:
            blocks.insert(0, block[end:])
        else:
            while blocks and blocks[0].startswith(_INDENT):
                more = blocks.pop(0)
                following = _DEFINITION.search(more)
                parts.append(_detabbed(more[: following.start()] if following else more))
                if following:
                    blocks.insert(0, more[following.start() :])
                    break
        self._notes.add(match.group(1), "\n\n".join(part.strip("\n") for part in parts))


def _detabbed(text: str) -> str:
    return "\n".join(line.removeprefix(_INDENT) for line in text.split("\n"))


class MarkProcessor(InlineProcessor):
    """``[^1]`` in the text, where there is such a note."""

    def __init__(self, md: markdown.Markdown, notes: Notes) -> None:
        super().__init__(MARK, md)
        self._notes = notes

    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        """The raised number of a note, as a link to it."""
        label = m.group(1)
        number = self._notes.number.get(label)
        if number is None:
            self._notes.unknown[label] = None
            return None, None, None
        self._notes.marked.add(label)
        mark = Element("sup")
        link = SubElement(mark, "a")
        link.set("href", f"#fn-{number}")
        link.text = AtomicString(str(number))
        return mark, m.start(), m.end()


def note_element(parser: BlockParser, text: str) -> Element:
    """The text of a note as an element whose inline marks are still to be read."""
    element = Element("div")
    parser.parseChunk(element, text)
    return element


_MARK = late_regex(r'<sup><a href="#fn-([0-9]+)">\1</a></sup>')


def with_notes(shown: Sequence[str], notes: Sequence[str]) -> list[str]:
    """The blocks of a page: those of the text, with marks that lead somewhere, and the notes.

    ``notes`` are HTML, one for each number from 1.
    """
    if not notes:
        return list(shown)
    count = len(shown)
    first: dict[int, int] = {}

    def linked(block: str, place: int) -> str:
        def link(match: re.Match[str]) -> str:
            number = int(match.group(1))
            if not 1 <= number <= len(notes):
                return match.group()
            first.setdefault(number, place)
            return (
                f'<sup class="note"><a href="#p{count + number}" role="doc-noteref">'
                f"{number}</a></sup>"
            )

        return _MARK.sub(link, block) if "#fn-" in block else block

    made = [linked(block, place) for place, block in enumerate(shown, 1)]
    inner = [linked(note, count + number) for number, note in enumerate(notes, 1)]
    for number, note in enumerate(inner, 1):
        back = str(number)
        if number in first:
            back = f'<a href="#p{first[number]}" role="doc-backlink">{number}</a>'
        label = f'<span class="note">{back}</span> '
        body = f"<p>{label}{note[3:]}" if note.startswith("<p>") else f"<p>{label}</p>{note}"
        made.append(f'<div class="note">{body}</div>')
    return made
