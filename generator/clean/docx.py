"""Extract the text of a Word document (.docx) as lines: paragraphs, lists, tables.

Source of the format: ECMA-376, Part 1 (WordprocessingML). Only the standard library is used. Parts
with a document type declaration are refused (the format forbids them), and so are parts that are
too large when unpacked.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree

from generator.clean.numbering import Numbering, read_numbering
from generator.clean.word_text import (
    PASSED_OVER,
    W,
    boxes_of,
    cells_of,
    columns_of,
    is_on,
    rows_of,
    texts_of,
    value_of,
    whole,
)
from generator.patterns import late_regex
from generator.problem import DigestError, Problem

_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_MOST = 20_000_000  # bytes of a part
_TITLE_STYLE = late_regex(r"(?i)^(?:title|标题|heading ?1|标题 ?1|文章标题|大标题)$")
# Exceptions that reading a damaged archive may raise (`NotImplementedError` is a RuntimeError).
_DAMAGED = (zipfile.BadZipFile, zlib.error, OSError, RuntimeError, ValueError, KeyError, EOFError)
# 某政办〔2024〕8号, below the red letterhead of a document; and that letterhead: an office,
# 某局文件.
_NUMBERED = late_regex(r"[〔\[（(【]\s*(?:19|20)\d\d\s*[〕\]）)】]\s*第?\s*\d+\s*号")
_OFFICE = late_regex(
    r"^[\u4e00-\u9fff（）()、 ]{2,30}(?:办公室|办公厅|政府|委员会|局|厅|文件|简报|通讯)$"
)
_PARTS = ("styles", "numbering", "footnotes", "endnotes")
# A title is among the first lines: the letterhead of a document and its number may be above it.
_TOP = 8
_LARGE = 32  # half points: the size of titles, 16 points
_TITLE_MOST = 60


@dataclass
class _Paragraph:
    """A paragraph: its text, and the properties that show whether it is the title."""

    text: str
    style: str = ""
    centred: bool = False
    size: int = 0
    bold: bool = False
    table: int = 0


@dataclass
class WordText:
    """The text of a document. ``title_lines`` are the numbers (from 1) of the lines with its
    ``title``; ``tables`` maps the number of a line that is a table row to the number of its table;
    ``notes`` are footnotes and endnotes."""

    lines: list[str] = field(default_factory=list)
    title: str = ""
    title_lines: tuple[int, ...] = ()
    tables: dict[int, int] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


def is_word(data: bytes) -> bool:
    """Return whether ``data`` is a ZIP archive with a Word document."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return bool(_named(archive, "document"))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return False


def read_word(name: str, data: bytes) -> WordText:
    """Return the text of a document. Raises `DigestError` if it is damaged or has no text."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            body = _part(name, archive, _named(archive, "document"))
            styles, lists, *noted = (
                _part(name, archive, part) if part else None
                for part in map(_named, [archive] * len(_PARTS), _PARTS)
            )
    except _DAMAGED as error:
        raise _damaged(name) from error
    reader = _Reader(_styles_of(styles), read_numbering(lists))
    try:
        reader.read(body)
        reader.end()
    except RecursionError as error:
        raise _damaged(name) from error
    if not any(paragraph.text for paragraph in reader.paragraphs):
        raise DigestError(
            Problem(
                name,
                message="the Word document contains no text",
                hint="if it is a picture of a page, type its text into a .txt file",
            )
        )
    made = _as_text(reader.paragraphs)
    made.notes = [text for part in noted if part is not None for text in _notes_in(part)]
    return made


def _notes_in(part: ElementTree.Element) -> Iterator[str]:
    """Yield the text of each note; notes with a type are only the separator lines of Word."""
    for note in part:
        if note.get(f"{W}type") in (None, "normal"):
            text = " ".join("".join(texts_of(one)) for one in note.iter(f"{W}p"))
            if text.strip():
                yield " ".join(text.split())


def _named(archive: zipfile.ZipFile, kind: str) -> str:
    """Return the name in the archive of a part; Word on the web adds a number
    (``document2.xml``)."""
    named = re.compile(rf"word[/\\]{kind}\d?\.xml")
    return next((part for part in archive.namelist() if named.fullmatch(part)), "")


def _damaged(name: str) -> DigestError:
    return DigestError(
        Problem(
            name,
            message="the Word document is damaged",
            hint="open it in Word or WPS and save it again",
        )
    )


class _Refusing(ElementTree.TreeBuilder):
    """A tree builder that refuses a document type, so that no entity is ever expanded."""

    def doctype(self, name: str, pubid: str | None, system: str | None) -> None:
        raise ValueError("a document type")


def _part(name: str, archive: zipfile.ZipFile, part: str) -> ElementTree.Element:
    """Parse a part. Raises `DigestError` if it is too large or not XML."""
    with archive.open(part) as stream:
        text = stream.read(_MOST + 1)
    if len(text) > _MOST:
        hint = "copy its text into a .txt file"
        raise DigestError(Problem(name, message="the Word document is too large", hint=hint))
    text = text.replace(_STRICT, W[1:-1].encode())
    parser = ElementTree.XMLParser(target=_Refusing())
    try:
        parser.feed(text)
        return parser.close()
    except (ElementTree.ParseError, ValueError, RecursionError) as error:
        raise _damaged(name) from error


@dataclass(frozen=True)
class _Style:
    """A paragraph style: its name, its font size, its numbering (``numPr``)."""

    name: str = ""
    size: int = 0
    numbers: ElementTree.Element | None = None


def _styles_of(styles: ElementTree.Element | None) -> dict[str, _Style]:
    """Return each paragraph style by its identifier."""
    found = {}
    for style in styles.iter(f"{W}style") if styles is not None else ():
        named = style.find(f"{W}name")
        title = "" if named is None else named.get(f"{W}val") or ""
        size = whole(style.find(f"{W}rPr/{W}sz"))
        numbers = style.find(f"{W}pPr/{W}numPr")
        found[style.get(f"{W}styleId") or ""] = _Style(title, size, numbers)
    return found


class _Reader:
    """Collects the paragraphs of a document in one pass."""

    def __init__(self, styles: dict[str, _Style], lists: Numbering) -> None:
        self.styles = styles
        self.lists = lists
        self.paragraphs: list[_Paragraph] = []
        self.tables = 0
        self.joined = ""  # of paragraphs whose end was deleted: it goes before the next one

    def read(self, element: ElementTree.Element) -> None:
        """Read every paragraph and table below an element."""
        for child in element:
            if child.tag == f"{W}p":
                self.paragraph(child)
            elif child.tag == f"{W}tbl":
                self.table(child)
            elif child.tag not in PASSED_OVER:
                self.read(child)

    def end(self) -> None:
        """Add text that was kept for the next paragraph, if there is no next one."""
        if self.joined:
            self.paragraphs.append(_Paragraph(self.joined))
        self.joined = ""

    def paragraph(self, element: ElementTree.Element) -> None:
        """Add a paragraph, followed by the content of its text boxes."""
        style = self.styles.get(value_of(element, f"{W}pPr/{W}pStyle"), _Style())
        text = self.joined + "".join(texts_of(element))
        self.joined = ""
        if element.find(f"{W}pPr/{W}rPr/{W}del") is not None:
            self.joined = text
            text = ""
        sizes = [whole(one) for one in element.iterfind(f"{W}r/{W}rPr/{W}sz")]
        made = _Paragraph(
            f"{self.lists.label(element, style.numbers)}{text}" if text.strip() else "",
            style.name,
            value_of(element, f"{W}pPr/{W}jc") == "center",
            max([*sizes, style.size]),
            any(is_on(run, "b") for run in element.iterfind(f"{W}r")),
        )
        if made.text:
            self.paragraphs.append(made)
        for box in boxes_of(element):
            self.read(box)

    def table(self, element: ElementTree.Element) -> None:
        """Add a table, one line for each row; a table of a single row or column is only layout."""
        self.end()
        rows = [list(cells_of(row)) for row in rows_of(element)]
        if max(map(len, rows), default=0) < 2 or len(rows) < 2:
            for row in rows:
                for cell in row:
                    self.read(cell)
                    self.end()
            return
        texts = [[text for cell in row for text in columns_of(cell)] for row in rows]
        self.tables += 1
        width = max(map(len, texts))
        for line in texts:
            cells = [*line, *[""] * (width - len(line))]
            self.paragraphs.append(_Paragraph(" | ".join(cells), table=self.tables))


def _as_text(paragraphs: list[_Paragraph]) -> WordText:
    made = WordText()
    title = _title(paragraphs)
    made.title = "".join(one.text.strip() for one in title)
    told = set(map(id, title))
    places: list[int] = []
    for paragraph in paragraphs:
        for line in paragraph.text.split("\n"):
            made.lines += [line.rstrip(), ""]
            number = len(made.lines) - 1
            if id(paragraph) in told:
                places.append(number)
            if paragraph.table:
                made.tables[number] = paragraph.table
    made.title_lines = tuple(places)
    return made


def _title(paragraphs: list[_Paragraph]) -> list[_Paragraph]:
    """Return the paragraphs that are the title: by their style, or large and centred."""
    top = [one for one in paragraphs if one.text.strip()][:_TOP]
    numbered = [place for place, one in enumerate(top) if _NUMBERED.search(one.text)]
    below = [one for one in top if not _OFFICE.search(one.text.strip())]
    top = top[numbered[0] + 1 :] if numbered else below or top
    short = [one for one in top if len(one.text) <= _TITLE_MOST and not one.table]
    styled = [one for one in short if _TITLE_STYLE.match(one.style)]
    large = [one for one in short if one.centred and (one.size >= _LARGE or one.bold)]
    best = styled or [one for one in large if one.size == max(one.size for one in large)]
    best = [one for one in best if not re.search("[。；]$", one.text.strip())]
    if not best:
        return []
    # The title may have several lines; other large text is not part of it.
    first = top.index(best[0])
    run: list[_Paragraph] = []
    for one in top[first:]:
        if one not in best or len("".join(o.text for o in (*run, one))) > _TITLE_MOST:
            break
        run.append(one)
    return run
