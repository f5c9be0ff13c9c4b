"""Parse Markdown into clean HTML blocks with their source lines. Markdown is parsed only here.

A block is a top-level element that Python-Markdown makes of a text. The same blocks are shown on
pages, translated, flagged, and paired with those of a sidecar.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator, Sequence
from functools import cache
from xml.etree.ElementTree import Element

import markdown
import msgspec
from markdown.extensions.fenced_code import FencedCodeExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension

from generator.markup.chunks import Span, WatchedParser
from generator.markup.limits import excess
from generator.markup.marks import add_marks
from generator.markup.nesting import Nesting
from generator.markup.nodes import blocks, split_tags
from generator.markup.notes import MarkProcessor, NoteProcessor, Notes, note_element, with_notes
from generator.markup.origins import Fences, HtmlBlocks, Origins, Whitespace
from generator.markup.passages import Passage, Prose, passages
from generator.markup.pictures import with_figures
from generator.markup.sanitise import sanitise, unwanted_tags
from generator.markup.tasks import with_boxes
from generator.patterns import late_regex

# A line break between Chinese characters is not a space (CSS Text 4, segment breaks).
_WIDE = r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’…—]"
_BREAK = late_regex(rf"(?<={_WIDE})[ \t]*\n[ \t]*(?={_WIDE})")
_HEADING = late_regex(r"<(/?)h([1-6])\b")


# Separates elements. It cannot be in a text: Python-Markdown uses \x03 itself and removes it from
# its input.
_BETWEEN = "\x03\n\x03"


class Remark(msgspec.Struct, frozen=True):
    """A problem for the author. ``line`` counts from 1; ``grave`` if the text cannot be shown."""

    line: int
    message: str
    hint: str
    grave: bool = False


class Piece(msgspec.Struct, frozen=True):
    """A range of source lines, ``first`` to ``last`` from 1, that is parsed as a unit.

    ``numbers`` are the numbers, from 1, of the blocks made of it: usually one; several for HTML
    with several elements; none for a comment or a link definition. ``passages`` is its prose,
    if `read` was asked for prose.
    """

    first: int
    last: int
    numbers: tuple[int, ...]
    passages: tuple[Passage, ...] = ()


class Document(msgspec.Struct, frozen=True):
    """A parsed text.

    ``lines`` are the lines of the text, with spaces for tabs. ``blocks`` are the HTML blocks of
    the page, in order, footnotes last. ``pieces`` cover every line that is not blank, in order.
    ``raw`` is the HTML before sanitising; ``removed`` names the elements that sanitising removed.
    """

    lines: tuple[str, ...]
    blocks: tuple[str, ...]
    pieces: tuple[Piece, ...]
    removed: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()
    raw: tuple[str, ...] = ()

    def source(self, piece: Piece) -> str:
        """The source lines of a piece, joined."""
        return "\n".join(self.lines[piece.first - 1 : piece.last])

    def line_of(self, number: int) -> int:
        """The first line, from 1, of block ``number``; the last line if there is no such block."""
        for piece in self.pieces:
            if number in piece.numbers:
                return piece.first
        return max((piece.last for piece in self.pieces), default=1)


def read(source: str, *, prose: bool = False) -> Document:
    """Parse Markdown ``source``; with ``prose`` also find the passages of every piece.

    A text that exceeds the `limits` has no blocks, and a grave remark for each excess.
    """
    lines = source.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    found = excess(lines)
    if found:
        remarks = tuple(Remark(line, message, "shorten it", grave=True) for line, message in found)
        return Document(tuple(lines), (), (), remarks=remarks)
    return _own().parser.read("\n".join(lines), prose=prose)


class _Parser(markdown.Markdown):
    """Python-Markdown with the steps replaced that must keep track of source lines."""

    def __init__(self) -> None:
        self._notes = Notes()
        self._origins = Origins()
        # Instances, not names: for a name, Python-Markdown searches all installed packages.
        tables = TableExtension(use_align_attribute=True)
        super().__init__(extensions=[tables, FencedCodeExtension(), SaneListExtension()])
        self._prose = Prose(self)
        self.preprocessors.register(Whitespace(self, self._origins), "normalize_whitespace", 30)
        self.preprocessors.register(Fences(self, self._origins), "fenced_code_block", 25)
        self.preprocessors.register(HtmlBlocks(self, self._origins), "html_block", 20)
        self.preprocessors.register(Nesting(self, self._origins), "nesting", 10)
        watched = WatchedParser(self, self._notes)
        watched.blockprocessors = self.parser.blockprocessors
        for processor in watched.blockprocessors:
            processor.parser = watched
        watched.blockprocessors.register(NoteProcessor(watched, self._notes), "note", 17)
        self.parser = self.watched = watched
        self.inlinePatterns.register(MarkProcessor(self, self._notes), "note", 175)
        self.treeprocessors.register(self._prose, "prose", 30)
        add_marks(self)

    def read(self, source: str, *, prose: bool) -> Document:
        """Parse a text within the limits."""
        self.reset()
        self._notes.clear()
        self._prose.begin(wanted=prose)
        lines = source.split("\n")
        for preprocessor in self.preprocessors:
            lines = preprocessor.run(lines)
        self.watched.parseDocument(lines)
        root = self.watched.root
        notes = [note_element(self.watched, text) for _, text in self._notes.found]
        # Inline markup is parsed only in elements of the document, so the notes are added to it.
        root.extend(notes)
        for treeprocessor in self.treeprocessors:
            changed = treeprocessor.run(root)
            root = root if changed is None else changed
        raw = self._html(root)
        if any("<h1" in html for html in raw.values()):
            raw = {place: _HEADING.sub(_lower, html) for place, html in raw.items()}
        return self._document(raw, notes)

    def _html(self, root: Element) -> dict[int, str]:
        """Element id → HTML of each top-level element, with stashed HTML put back."""
        for child in root:
            child.tail = None
        if not len(root):
            return {}
        html = _BETWEEN.join(map(self.serializer, root))
        for postprocessor in self.postprocessors:
            html = postprocessor.run(html)
        return dict(zip(map(id, root), html.split(_BETWEEN), strict=True))

    def _document(self, raw: dict[int, str], notes: Sequence[Element]) -> Document:
        shown: list[str] = []
        pieces: list[Piece] = []
        lines = self._origins.source
        spans = list(self._joined(self.watched.spans))
        for group in spans:
            before = len(shown)
            for span in group:
                if span.element is not None:
                    shown += self._cleaned(raw[id(span.element)])
            numbers = tuple(range(before + 1, len(shown) + 1))
            first, last = group[0].first, max(span.last for span in group)
            pieces.append(Piece(first + 1, last + 1, numbers))
        count = len(shown)
        for place, group in enumerate(spans):
            defined = tuple(count + 1 + number for span in group for number in span.notes)
            found = self._prose.of(group, notes)
            if defined or found:
                piece = pieces[place]
                prose = passages(found, lines[piece.first - 1 : piece.last]) if found else ()
                numbers = piece.numbers + defined
                pieces[place] = Piece(piece.first, piece.last, numbers, prose)
        inner_raw = [raw[id(note)].strip()[len("<div>") : -len("</div>")].strip() for note in notes]
        inner = ["".join(self._cleaned(html)) for html in inner_raw]
        own = {id(note) for note in notes}
        everything = (*(html for place, html in raw.items() if place not in own), *inner_raw)
        removed = unwanted_tags("".join(everything)) if self.htmlStash.html_counter else []
        return Document(
            tuple(lines),
            tuple(with_notes(shown, inner)),
            tuple(pieces),
            tuple(removed),
            tuple(self._remarks(pieces, lines)),
            everything,
        )

    def _cleaned(self, html: str) -> list[str]:
        """The sanitised blocks of an element; none if nothing of it would be visible."""
        clean = sanitise(html)
        found = blocks(clean) if self.htmlStash.html_counter else [clean]
        return [with_boxes(with_figures(_join_lines(block))) for block in found if _shows(block)]

    def _joined(self, spans: Sequence[Span]) -> Iterator[list[Span]]:
        """The spans in the order of source lines; those that share a line are in one group.

        Line numbers of the spans are changed to those of the source.
        """
        origins = self._origins.lines
        group: list[Span] = []
        for span in spans:
            span.first, span.last = origins[span.first][0], origins[span.last][1]
        for span in sorted(spans, key=lambda s: s.first):
            if group and span.first > max(one.last for one in group):
                yield group
                group = []
            group.append(span)
        if group:
            yield group

    def _remarks(self, pieces: Sequence[Piece], lines: Sequence[str]) -> Iterator[Remark]:
        """Problems of footnotes."""
        defined = dict(self._notes.found)
        text = list(lines)

        def line_of(needle: str) -> int:
            return next((n for n, line in enumerate(text, 1) if needle in line), 1)

        for label in self._notes.unknown:
            yield Remark(
                line_of(f"[^{label}]"),
                f"there is no footnote [^{label}]",
                f"add a line `[^{label}]: …`",
            )
        for label in dict.fromkeys(self._notes.twice):
            yield Remark(
                line_of(f"[^{label}]:"),
                f"duplicate footnote [^{label}]",
                "give each a name of its own",
            )
        for label in defined:
            if label not in self._notes.marked:
                yield Remark(
                    line_of(f"[^{label}]:"),
                    f"nothing in the text refers to the footnote [^{label}]",
                    f"write [^{label}] where it belongs",
                )


def _lower(match: re.Match[str]) -> str:
    return f"<{match.group(1)}h{min(6, int(match.group(2)) + 1)}"


_SHOWN = late_regex(r"<(?:img|hr)\b")


def _shows(block: str) -> bool:
    """Whether a block is visible: a paragraph or heading needs a text or a picture."""
    return not block.startswith(("<p", "<h")) or bool(
        _SHOWN.search(block) or "".join(split_tags(block)[::2]).strip()
    )


def _join_lines(block: str) -> str:
    if "\n" not in block or "<pre" in block:
        return block
    parts = split_tags(block)
    parts[::2] = [_BREAK.sub("", text) for text in parts[::2]]
    return "".join(parts)


class _Own(threading.local):
    """A parser for each thread: it has state while it parses, and a desk or a preview answers
    several requests at the same time."""

    def __init__(self) -> None:
        self.parser = _Parser()


@cache
def _own() -> _Own:
    return _Own()
