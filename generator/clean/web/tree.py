"""A web page as lines in the order of reading, each with the element that contains it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import lxml.etree
import lxml.html

from generator.clean.web.tables import Row, rows_of
from generator.clean.web.text import CELL, SPACE, Element, joined
from generator.patterns import late_regex

_BLOCKS = frozenset(
    "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption"
    " figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main menu nav ol p pre section"
    " summary table tbody tfoot thead tr td th caption ul ucapcontent".split()
)
_HEADINGS = frozenset("h1 h2 h3 h4".split())
_UNSEEN = frozenset(
    "script style noscript template iframe object embed video svg canvas head select option"
    " datalist input textarea audio map".split()
)
_HIDDEN = late_regex(r"(?i)display\s*:\s*none")
_MOST_CELL = 60


@dataclass
class Piece:
    """A line of a page: its text, the texts it consists of, and the element that contains it.

    ``linked`` counts the characters inside links. ``image`` is the address of a picture, whose
    ``text`` is Markdown. ``hidden`` text is not displayed. A row of a table of data has ``cells``,
    and its owner is the table.
    """

    text: str
    parts: tuple[str, ...]
    owner: Element
    linked: int = 0
    hidden: bool = False
    image: str = ""
    cells: tuple[str, ...] = ()

    @property
    def links(self) -> float:
        """The share of the text that is in links."""
        return self.linked / len(self.text) if self.text else 0.0


@dataclass
class _Gatherer:
    """Collects the lines of a page in one pass."""

    pieces: list[Piece] = field(default_factory=list)
    texts: list[tuple[str, bool]] = field(default_factory=list)
    owners: list[Element] = field(default_factory=list)
    anchors: int = 0
    hidden: int = 0
    row: int = 0
    pre: int = 0

    def add(self, text: str | None) -> None:
        """Add a text between two tags; inside ``pre``, line ends start a new line."""
        if not text:
            return
        for number, line in enumerate(text.split("\n") if self.pre else [text]):
            if number:
                self.end_line()
            self.texts.append((line, self.anchors > 0))

    def end_line(self) -> None:
        """Make a line of the texts collected so far."""
        texts, self.texts = self.texts, []
        text = joined([text for text, _ in texts])
        if text and self.owners:
            parts = tuple(part for raw, _ in texts if (part := SPACE.sub(" ", raw).strip()))
            linked = sum(len(SPACE.sub("", raw)) for raw, inside in texts if inside)
            self.pieces.append(Piece(text, parts, self.owners[-1], linked, self.hidden > 0))

    def table(self, element: Element, rows: Sequence[Row]) -> None:
        """Add each row of data as a line; texts that span the whole table above or below it are
        lines too."""
        self.end_line()
        hidden = self.hidden > 0 or _is_hidden(element)
        for caption in element.iter("caption"):
            if text := joined(list(caption.itertext())):
                self.pieces.append(Piece(text, (text,), element, hidden=hidden))
        last = max(number for number, row in enumerate(rows) if not row.alone)
        first = min(number for number, row in enumerate(rows) if not row.alone)
        for number, row in enumerate(rows):
            parts = tuple(cell for cell in row.cells if cell)
            cells = row.cells if first <= number <= last else ()
            self.pieces.append(
                Piece(CELL.join(parts), parts, element, row.linked, hidden, cells=cells)
            )

    def image(self, element: Element) -> None:
        """Add a picture as a line of its own."""
        address = next(
            (a for key in ("data-src", "data-original", "src") if (a := element.get(key))), ""
        )
        address = address.strip()
        if self.hidden or not address or address.startswith("data:") or re.search(r"\s", address):
            return
        self.end_line()
        alt = re.sub(r"[\[\]]", "", SPACE.sub(" ", element.get("alt") or "").strip())
        if self.owners:
            text = f"![{alt}]({address})"
            self.pieces.append(Piece(text, (text,), self.owners[-1], image=address))


def parse(markup: str) -> Element | None:
    """Parse a page; return None if it has no elements."""
    markup = re.sub(r"\A\s*<\?xml[^>]*>", "", markup).replace("\x00", "")
    parser = lxml.html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        return lxml.html.document_fromstring(markup, parser=parser)
    except (lxml.etree.ParserError, ValueError):
        return None


def pieces_of(root: Element) -> list[Piece]:
    """Return the lines of a page in their order."""
    gather = _Gatherer()
    skipped: Element | None = None
    for event, element in lxml.etree.iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if skipped is None and tag in _UNSEEN:
                skipped = element
            rows = rows_of(element) if skipped is None and tag == "table" else []
            if rows and gather.owners:
                gather.table(element, rows)
                skipped = element
            if skipped is None:
                _start(gather, element, tag)
        elif skipped is None:
            _end(gather, element, tag)
        elif skipped is element:
            skipped = None
            gather.add(element.tail)
    gather.end_line()
    return gather.pieces


def _start(gather: _Gatherer, element: Element, tag: str) -> None:
    if tag == "br":
        # A heading is one line, even if it contains line breaks.
        if gather.owners and gather.owners[-1].tag in _HEADINGS:
            gather.texts.append((" ", False))
        else:
            gather.end_line()
        return
    if tag in ("img", "amp-img"):
        gather.image(element)
        return
    if tag == "tr" and _is_data(element):
        gather.end_line()
        gather.owners.append(element)
        gather.row += 1
    elif gather.row and tag in ("td", "th"):
        if gather.texts:
            gather.texts.append((CELL, False))
    elif _is_block(tag) and not gather.row:
        gather.end_line()
        gather.owners.append(element)
    gather.anchors += tag == "a"
    gather.hidden += _is_hidden(element)
    gather.pre += tag == "pre"
    gather.add(element.text)


def _end(gather: _Gatherer, element: Element, tag: str) -> None:
    if tag not in ("br", "img", "amp-img"):
        if gather.owners and gather.owners[-1] is element:
            gather.end_line()
            gather.owners.pop()
            gather.row -= tag == "tr" and gather.row > 0
        gather.anchors -= tag == "a"
        gather.hidden -= _is_hidden(element)
        gather.pre -= tag == "pre"
    gather.add(element.tail)


def _is_block(tag: str) -> bool:
    return tag in _BLOCKS or "-" in tag


def _is_hidden(element: Element) -> bool:
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style") or ""))


def _is_data(row: Element) -> bool:
    """Return whether a table row has short texts and is not part of the layout of a page."""
    cells = [cell for cell in row if cell.tag in ("td", "th")]
    if len(cells) < 2:
        return False
    for cell in cells:
        if len("".join(cell.itertext()).strip()) > _MOST_CELL:
            return False
        inner = (child.tag for child in cell.iterdescendants() if isinstance(child.tag, str))
        if any((_is_block(tag) and tag != "p") or tag in ("a", "img", "script") for tag in inner):
            return False
    return True


def ancestors(element: Element) -> Iterator[Element]:
    """Yield the element and its ancestors, from the inside out."""
    while element is not None:
        yield element
        element = element.getparent()
