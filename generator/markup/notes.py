"""Footnotes: ``[^1]`` in the text, ``[^1]: …`` on a line of its own.

On the page, notes are blocks after the others, in the order of their definitions, so that the
notes of a text and of its translation pair like other blocks. The mark in the text links to the
note's block, and the note's number links back to the block with the mark, by their ``#p1``
anchors.
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
    """The footnotes of one document.

    ``found`` has label and Markdown of each, in the order of their definitions; ``number`` maps a
    label to the note's number from 1; ``twice`` lists labels that are defined again; ``marked`` are
    the labels used in the text; ``unknown`` those used but not defined, in order.
    """

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        """Forget all notes, for a new document."""
        self.found: list[tuple[str, str]] = []
        self.number: dict[str, int] = {}
        self.twice: list[str] = []
        self.marked: set[str] = set()
        self.unknown: dict[str, None] = {}

    def add(self, label: str, text: str) -> None:
        """Add a note. Of two notes with one label, both are shown and marks link to the first."""
        self.found.append((label, text))
        if label in self.number:
            self.twice.append(label)
        else:
            self.number[label] = len(self.found)


class NoteProcessor(BlockProcessor):
    """Removes the definitions of notes from the text and adds them to `Notes`."""

    def __init__(self, parser: BlockParser, notes: Notes) -> None:
        super().__init__(parser)
        self._notes = notes

    def test(self, parent: Element, block: str) -> bool:
        """Whether the chunk has a definition; inside a list or quotation there are none."""
        return "[^" in block and parent is self.parser.root and bool(_DEFINITION.search(block))

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Take the first definition, with the indented chunks that continue it."""
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
    """Makes a link of ``[^1]`` in the text if there is such a note."""

    def __init__(self, md: markdown.Markdown, notes: Notes) -> None:
        super().__init__(MARK, md)
        self._notes = notes

    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        """The note's number in superscript, as a link to the note."""
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
    """The text of a note parsed into an element; its inline markup is parsed later."""
    element = Element("div")
    parser.parseChunk(element, text)
    return element


_MARK = late_regex(r'<sup><a href="#fn-([0-9]+)">\1</a></sup>')


def with_notes(shown: Sequence[str], notes: Sequence[str]) -> list[str]:
    """The blocks of a page: the blocks ``shown``, with links to the notes, then the notes.

    ``notes`` has the HTML of each note, in the order of their numbers from 1.
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
