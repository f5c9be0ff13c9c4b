"""The Markdown of an article or sidecar as the HTML blocks of its page, with problems reported."""

from __future__ import annotations

import html
import re

import msgspec

from generator.articles.slips import heading_slips, list_slips
from generator.articles.table_rows import longer_rows
from generator.content.folder import ARTICLES
from generator.library.article import Link
from generator.markup.document import Document, Piece, read
from generator.markup.links import (
    ARTICLE,
    PAGE,
    DeadLinkError,
    refusal,
    refused,
    resolve,
    rewrite,
)
from generator.markup.nodes import SILENT, split_tags, tag_name
from generator.markup.sanitise import unwanted_tags
from generator.patterns import late_regex
from generator.pictures.look import is_picture
from generator.problem import Report

# How many lines below the last match an address is searched for, so that a text is not searched
# from its beginning for each of its links.
_NEAR = 200
# How many of the refused addresses are reported one by one.
_NAMED = 20

# A link with full-width or separated brackets; its target must look like an address.
_BRACKETS = late_regex(
    r"[\[【][^\[\]【】\n]{0,200}[\]】]\s?[（(]\s?"
    r"(?P<address>[^\s（）()]{0,300}(?:\.md|://|files/|www\.|\.(?:png|jpe?g|gif|webp|svg|pdf))"
    r"[^\s（）()]{0,300}|#p[0-9]+)\s?[）)]",
    re.I,
)
# Markup that a mistake leaves visible on the page: a pattern of the visible text, the message and
# the hint.
_SHOWN = (
    (late_regex(r"\A\s*```"), "``` is shown as text", "end the code with a line of ```"),
    (late_regex(r"\A\s*＃{1,6}"), "a full-width ＃ is not a heading", "write # and a space"),
    (
        late_regex(r"\A\s*\|.*\|\s*\n\s*\|"),
        "rows with | are not a table",
        "its second row needs --- for each column: | --- | --- |",
    ),
    (
        late_regex(r"(?<![*\\0-9A-Za-z])\*\*(?![*])(?=\s*[“《（「\w])"),
        "** is shown as text",
        "write it right before the words and right after them: **words**",
    ),
)
# `！[…](files/x.jpg)` is a link to the picture.
_WIDE_PICTURE = late_regex(
    r'<p>\s*！\s?<a [^>]*?href="[^"]*files/[^"]+\.(?:png|jpe?g|gif|webp|svg|avif)"', re.I
)
# An image with alternative text, and its address; `alt=""` in HTML says that it only decorates.
_ALT, _SOURCE = late_regex(r'\salt="\s*[^"\s]'), late_regex(r'\ssrc="([^"]*)"')
_EMPTY = late_regex(r"""<img\b[^>]*\salt=(?:""|'')""", re.I)
_HAN = late_regex("[\u3400-\u9fff\uf900-\ufaff]")
# Elements with content of their own, which readers would miss.
_MISSED = frozenset("audio canvas embed iframe img object picture svg video".split())


class Text(msgspec.Struct, frozen=True):
    """A parsed text. ``blocks`` are HTML with the addresses that pages use, ``lines`` the line of
    the file at which each block begins. ``broken`` says that there were errors in its structure,
    which have been reported."""

    blocks: tuple[str, ...]
    lines: tuple[int, ...]
    links: tuple[Link, ...]
    broken: bool = False


def read_body(path: str, body: str, first_line: int, report: Report) -> Text:
    """Parse ``body``, which begins at ``first_line`` of the file ``path``; problems are added to
    ``report``."""
    return finished(read(body), path, first_line, report)


def finished(document: Document, path: str, first_line: int, report: Report) -> Text:
    """Do the same for a body that has been parsed already."""
    reader = _Reader(document, path, first_line - 1, report)
    begins = reader.begins
    blocks = tuple(reader.block(n, block) for n, block in enumerate(document.blocks, 1))
    for piece in document.pieces:
        reader.look(piece)
    reader.report_rest()
    lines = tuple(begins[number] + first_line - 1 for number in range(1, len(blocks) + 1))
    broken = any(remark.grave for remark in document.remarks)
    return Text(blocks, lines, tuple(reader.links), broken)


class _Reader:
    """Converts the blocks of one text, in order."""

    def __init__(self, document: Document, path: str, offset: int, report: Report) -> None:
        self._document, self._path, self._offset = document, path, offset
        self._report = report
        self._place = ARTICLE if path.startswith(f"{ARTICLES}/") else PAGE
        self.links: list[Link] = []
        self.begins = {n: piece.first for piece in document.pieces for n in piece.numbers}
        self._at = 1

    def block(self, number: int, markup: str) -> str:
        """Return the block with the addresses that its page uses."""
        begin = self.begins[number]
        # Footnotes come last, wherever they were written.
        self._at = begin if begin > self._at or "note" in markup[:20] else self._at
        if ("]" in markup or "】" in markup) and ("(" in markup or "（" in markup):
            self._report_false_links(markup)
        made = rewrite(markup, self._address)
        if "<img" in made:
            self._report_missing_alt(made)
        return made

    def _report_missing_alt(self, markup: str) -> None:
        """Warn of pictures without alternative text."""
        for tag in split_tags(markup)[1::2]:
            if not tag.startswith("<img") or _ALT.search(tag):
                continue
            source = _SOURCE.search(tag)
            address = html.unescape(source[1]) if source else ""
            name = address[max(0, address.find("files/")) :]
            line = self._line(name.rpartition("/")[2])
            if not _EMPTY.search(self._document.lines[line - self._offset - 1]):
                self._report.warn(
                    self._path,
                    line,
                    "picture",
                    f"the picture {name} has no alt",
                    f"write what it shows: ![…]({name})",
                )

    def _address(self, attribute: str, address: str) -> str:
        line = self._line(address)
        try:
            kind, target = resolve(attribute, address, self._place.beside)
        except DeadLinkError as error:
            self._report.error(self._path, line, "link", error.message, error.hint)
            return address
        if kind not in ("article", "page", "file"):
            return address
        bare, _, anchor = target.partition("#")
        shown = kind == "file" and attribute == "src"
        if shown and not is_picture(bare):
            name, _, rest = bare.partition(" ")
            hint = "write [words](…) without ! to link to it"
            if is_picture(name):
                said = rest.strip(" “”‘’＂'\"")
                hint = f'the caption stands in straight quotes: ![…](files/{name} "{said}")'
            self._report.error(self._path, line, "link", f"files/{bare} is not a picture", hint)
        else:
            self.links.append(Link("picture" if shown else kind, bare, self._path, line))
        place = self._place
        made = {
            "article": f"{place.articles}{bare}/",
            "page": f"{place.pages}{bare}/",
            "file": f"{place.root}files/{bare}",
        }[kind]
        return made + (f"#{anchor}" if anchor else "")

    def _line(self, needle: str) -> int:
        """Return the line of the file that contains ``needle``, searched from the last match on."""
        lines = self._document.lines
        for number in range(self._at, min(self._at + _NEAR, len(lines)) + 1):
            if needle in lines[number - 1]:
                self._at = number
                break
        return self._at + self._offset

    def _report_false_links(self, markup: str) -> None:
        """Report text that was meant as a link but has full-width or separated brackets."""
        for match in _BRACKETS.finditer(_visible(markup)):
            said, address = match.group(), match["address"]
            words = re.split(r"[\]】]", said[1:], maxsplit=1)[0]
            if self._is_escaped(said):
                continue
            hint = f"half-width brackets, and nothing between them: [{words}]({address})"
            if said == f"[{words}]({address})":
                hint = f'inside HTML, write <a href="{address}">{words}</a>'
            self._report.error(
                self._path, self._line(address), "link", f"“{said}” is not a link", hint
            )

    def _is_escaped(self, said: str) -> bool:
        """Return whether the paragraph escapes the bracket, as imported text does: no link was
        meant."""
        for line in self._document.lines[self._at - 1 : self._at + _NEAR]:
            if f"\\{said[:2]}" in line:
                return True
            if not line.strip():
                break
        return False

    def look(self, piece: Piece) -> None:
        """Warn of lines that became something other than what their author probably meant: code
        instead of a paragraph, or text instead of a list."""
        lines = self._document.lines[piece.first - 1 : piece.last]
        blocks = [self._document.blocks[number - 1] for number in piece.numbers]
        if lines[0].startswith("    ") and any(block.startswith("<pre") for block in blocks):
            text = "".join("".join(lines).split())
            if 3 * len(_HAN.findall(text)) >= len(text):
                self._report.warn(
                    self._path,
                    piece.first + self._offset,
                    message="a paragraph indented by four spaces is shown as code",
                    hint="remove the spaces before it; code goes between two lines of ```",
                )
        for block in blocks:
            if block.startswith("<p>"):
                self._report_visible_marks(piece, block)
            elif block.startswith("<table"):
                for place, cells, columns in longer_rows(lines):
                    self._report.warn(
                        self._path,
                        piece.first + place + self._offset,
                        message=f"the row has {cells} cells, its table {columns} columns:"
                        " the last are left out",
                        hint="give the first row as many; a | in a cell is written \\|",
                    )
        for slip in (*list_slips(lines, blocks), *heading_slips(lines, blocks)):
            line = piece.first + slip.place + self._offset
            self._report.warn(self._path, line, message=slip.message, hint=slip.hint)

    def _report_visible_marks(self, piece: Piece, block: str) -> None:
        """Warn of Markdown marks that are visible on the page, unless the author escaped them."""
        if _WIDE_PICTURE.match(block):
            message, hint = "a full-width ！ shows no picture", "write ![…](…) with a half-width !"
            self._report.warn(self._path, piece.first + self._offset, "picture", message, hint)
        if not any(sign in block for sign in ("```", "＃", "**", "|")):
            return
        lines = self._document.lines[piece.first - 1 : piece.last]
        seen = _visible(block)
        for pattern, message, hint in _SHOWN:
            match = pattern.search(seen)
            sign = match.group().strip()[:2] if match else ""
            line = next((n for n, line in enumerate(lines, piece.first) if sign in line), 0)
            if match and line:
                self._report.warn(self._path, line + self._offset, "", message, hint)

    def report_rest(self) -> None:
        """Report the remarks of the parser and what was removed from the text."""
        for remark in self._document.remarks:
            tell = self._report.error if remark.grave else self._report.warn
            tell(self._path, remark.line + self._offset, "", remark.message, remark.hint)
        for name in self._document.removed:
            message = f"the element <{name}> is left out"
            hint = "its src must be an address like https://…" if name == "iframe" else "delete it"
            where = self._path, self._left_out(name), "", message, hint
            if name in _MISSED:
                self._report.grave(*where)
            else:
                self._report.warn(*where)
        for attribute, address in list(self._refused())[:_NAMED]:
            message, hint = refusal(attribute, address)
            tell = self._report.error if attribute == "src" else self._report.warn
            tell(self._path, self._first(address), "link", message, hint)

    def _refused(self) -> dict[tuple[str, str], None]:
        return {found: None for raw in self._document.raw for found in refused(raw)}

    def _left_out(self, name: str) -> int:
        """Return the line of a removed element; of several frames, only some may have been
        removed."""
        lines = enumerate(self._document.lines, 1 + self._offset)
        lost = (number for number, line in lines if name in unwanted_tags(line))
        return next(lost, self._first(f"<{name}"))

    def _first(self, needle: str) -> int:
        """Return the first line that contains ``needle``, else the first line of the text."""
        lines = enumerate(self._document.lines, 1 + self._offset)
        return next((number for number, line in lines if needle in line), 1 + self._offset)


def _visible(markup: str) -> str:
    """Return the text of a block without tags and code."""
    silent = 0
    pieces: list[str] = []
    for index, part in enumerate(split_tags(markup)):
        if index % 2:
            name, closing = tag_name(part)
            if name in SILENT:
                silent += -1 if closing else 1
        elif not silent:
            pieces.append(part)
    return html.unescape("".join(pieces))
