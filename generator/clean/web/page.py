"""Read a web page as lines for the import, with the reasons for the removal of lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from generator.clean.bylines import is_adopted, reporters_in
from generator.clean.dates import day_in_address, days_in
from generator.clean.known_outlets import outlet_at
from generator.clean.likelihood import folded
from generator.clean.line_classifier import OUTSIDE
from generator.clean.people import is_name
from generator.clean.web import facts
from generator.clean.web.headline import find_title, site_in
from generator.clean.web.lists import listed_in
from generator.clean.web.near import Near
from generator.clean.web.region import LINKS, PART, Region, find_region, is_labelled, prose
from generator.clean.web.shown import put_in, story_instead
from generator.clean.web.tables import is_about_document, with_colons
from generator.clean.web.text import Element
from generator.clean.web.tree import Piece, parse, pieces_of
from generator.clean.web.vote import voted
from generator.patterns import late_regex

_TAIL = late_regex(
    r"^(?:返回.{1,8}|查看更多|查看全文|阅读全文|阅读原文|更多|详细|点击.{1,10}|[\[【(](?:详细|更多|全文)[\]】)])"
    r"(?:[,，]?\s*查看更多)?\s*[>》»…]*$"
)
_SHEET = late_regex(r"第\s*[A-Z]?\d{1,3}\s*版(?:\s*[:：]|$)")
# The column of a paper, alone above the text.
_COLUMN = late_regex(r"^【[^】。，]{2,14}】$")
_SECOND = 45
_SENTENCE = late_regex("[。？！；]|日[电讯]|[：:]$")
_PAPER = late_regex("(?i)数字报|电子报|数字版|电子版|epaper")
# How many lines before and after the article may describe it.
_BEFORE, _BEHIND = 12, 6
_ABOVE = 8  # lines above the title: the box of a document, a date in three parts
_TELLS = late_regex(
    r"^来源\s*[:：]|(?:发布|成文|发文|印发|生成|公开)(?:日期|时间|机[关构])\s*[:：]"
    r"|^(?:回复|答复)(?:日期|时间|单位|部门)\s*[:：]"
    r"|^(?:19|20)\d\d \d\d/\d\d \d\d:\d\d"
)
_SPLIT_DAY = late_regex(r"^(?:19|20)\d\d \d\d/\d\d(?: \d\d:\d\d|$)")
_TEXT = 20  # characters
_LONGEST = 160


@dataclass(frozen=True)
class WebPage:
    """The content of a web page.

    ``rows`` are its lines, beginning with the title if one was found. ``reasons`` maps the number
    of a row (from 1) that is not part of the article to the reason; rows in ``before`` and
    ``behind`` are beside the article. ``tables`` maps rows of tables, whose cells are separated by
    bars, to the number of their table; ``items`` are the rows of lists. The other fields are from
    the markup; ``issue`` says that it is a page of a printed paper, which has its date at the
    top; ``document`` is the ``<title>``.
    """

    rows: list[str] = field(default_factory=list)
    reasons: dict[int, str] = field(default_factory=dict)
    before: frozenset[int] = frozenset()
    behind: frozenset[int] = frozenset()
    tables: dict[int, int] = field(default_factory=dict)
    items: frozenset[int] = frozenset()
    titled: bool = False
    date: str = ""
    named_source: str = ""
    source: str = ""
    site: str = ""
    author: str = ""
    url: str = ""
    day_in_address: str = ""
    issue: bool = False
    document: str = ""


def read_web_page(markup: str) -> WebPage | None:
    """Parse a page; return None if it has no text of an article."""
    root = parse(markup)
    if root is None:
        return None
    pieces = pieces_of(root)
    region = find_region(pieces, voted(markup, pieces))
    meta = facts.metadata(root)
    document = " ".join("".join(e.itertext()) for e in root.iter("title"))
    told = Near()
    story = story_instead(root, document, pieces, region)
    if story is not None:
        told = story.near
        put_in(root, story, pieces[region.first].owner if region else None)
        pieces = pieces_of(root)
        region = find_region(pieces)
    if region is None:
        return None
    meta = meta | ({"articletitle": told.title} if told.title else {})
    address = facts.address_of(root, meta) or facts.address_of_copy(markup)
    prose_at = _opening(pieces, region.first - 1)
    title, place = find_title(pieces, region.first, prose_at, meta, document)
    issue = bool(_PAPER.search(document)) or any(_SHEET.search(piece.text) for piece in pieces)
    if not facts.day_of(meta):
        details = _details(pieces)
        pieces = [_labelled(piece) if piece.owner in details else piece for piece in pieces]
    rows = _rows_of(pieces, region, title, place, issue=issue)
    return WebPage(
        rows.texts,
        rows.reasons,
        frozenset(rows.before),
        frozenset(rows.behind),
        rows.tables,
        frozenset(rows.items),
        bool(title),
        told.day or facts.day_of(meta),
        facts.named_source(root) or told.source,
        facts.source_of(meta),
        facts.site_of(meta)
        or site_in(document, title)
        or facts.site_named_in(pieces)
        or outlet_at(address)
        or facts.owner_in(pieces),
        told.author or facts.authors_in(meta),
        address,
        day_in_address(address) or day_in_address(document) or facts.day_in_scripts(root),
        issue,
        " ".join(document.split()),
    )


@dataclass(frozen=True)
class _Rows:
    """The lines of a page, with the fields of `WebPage` that describe them."""

    texts: list[str]
    reasons: dict[int, str] = field(default_factory=dict)
    before: set[int] = field(default_factory=set)
    behind: set[int] = field(default_factory=set)
    tables: dict[int, int] = field(default_factory=dict)
    items: set[int] = field(default_factory=set)


def _rows_of(
    pieces: Sequence[Piece], region: Region, title: str, place: int, *, issue: bool
) -> _Rows:
    """Return the lines of a page whose ``title`` has the index ``place`` (negative if none)."""
    rows = _Rows([title] if title else [])
    start = 0 if issue else place if 0 <= place < region.first else max(0, region.first - _BEFORE)
    near = range(start, region.last + 1 + _BEHIND)
    opening = _opening(pieces, max(place, region.first))
    header = _header(pieces, place, opening)
    tables = _tables(pieces, region.reasons)
    details = _details(pieces)
    listed = listed_in(pieces, region.reasons)
    for number, piece in enumerate(pieces):
        why = region.reasons[number]
        about = not why and piece.owner in details
        above = place - _ABOVE <= number < place and bool(_TELLS.search(piece.text))
        column = not why and place < number < opening and bool(_COLUMN.match(piece.text))
        why = PART if about or column else why
        telling = bool(why) and (about or above or number in near) and _may_tell(piece)
        telling = telling and (number >= place or piece.links <= 0.5)
        text, tail = _without_tail(piece) if not why else (piece.text, "")
        if telling or (number < opening and is_labelled(piece)):
            text = piece.text if _SPLIT_DAY.match(piece.text) else "  ".join(piece.parts)
        if not why and number in tables:
            text = " | ".join(piece.cells)
            rows.tables[len(rows.texts) + 1] = tables[number]
        rows.texts.append(text)
        if not why and number in listed:
            rows.items.add(len(rows.texts))
        if number == place:
            why, telling = "title", False
        elif not why and (
            number < place
            or (place < number < header and _is_second_title(piece))
            or (number < opening and _is_beside(piece))
        ):
            why, telling = PART if number > place else OUTSIDE, number > place
        if why:
            rows.reasons[len(rows.texts)] = why
        if tail:
            rows.texts.append(tail)
            rows.reasons[len(rows.texts)] = LINKS
        if telling:
            beside = rows.before if number < max(region.first, opening) else rows.behind
            beside.add(len(rows.texts))
    return rows


def _tables(pieces: Sequence[Piece], reasons: Sequence[str]) -> dict[int, int]:
    """Map the indices of table rows in the article to the numbers of their tables, from 1."""
    rows: dict[Element, list[int]] = {}
    for place, (piece, why) in enumerate(zip(pieces, reasons, strict=True)):
        if piece.cells and not why:
            rows.setdefault(piece.owner, []).append(place)
    kept = [places for places in rows.values() if len(places) > 1]
    return {place: number for number, places in enumerate(kept, 1) for place in places}


def _labelled(piece: Piece) -> Piece:
    """Return a row of the box of a document with a colon between each label and its value."""
    parts = with_colons(piece.cells)
    return replace(piece, text="  ".join(parts), parts=parts) if parts else piece


def _details(pieces: Sequence[Piece]) -> set[Element]:
    """Return the tables that describe a document: its number, its issuer, its date."""
    rows: dict[Element, list[tuple[str, ...]]] = {}
    for piece in pieces:
        if piece.cells:
            rows.setdefault(piece.owner, []).append(piece.cells)
    return {table for table, cells in rows.items() if is_about_document(cells)}


def _header(pieces: Sequence[Piece], place: int, opening: int) -> int:
    """Return the index of the last line between title and prose that describes the article; a line
    above it is a second title."""
    between = range(place + 1, opening) if place >= 0 else ()
    told = [n for n in between if _is_beside(pieces[n]) or _is_byline(pieces[n])]
    return told[-1] if told else -1


def _is_second_title(piece: Piece) -> bool:
    return not piece.image and len(piece.text) <= _SECOND and not _SENTENCE.search(piece.text)


def _is_byline(piece: Piece) -> bool:
    plain = folded(piece.text)
    return len(plain) <= 60 and (is_labelled(piece) or reporters_in(plain) is not None)


def _opening(pieces: Sequence[Piece], start: int) -> int:
    """Return the index of the first line after the title that reads like text."""
    behind = range(start + 1, len(pieces))
    return next((n for n in behind if prose(pieces[n]) >= _TEXT), start)


def _is_beside(piece: Piece) -> bool:
    """Return whether a line between title and text describes the article: a date, a name."""
    text = piece.text
    if piece.image or len(text) > 60 or is_adopted(folded(text)):
        return False
    return bool(days_in(text)) or is_name(text)


def _without_tail(piece: Piece) -> tuple[str, str]:
    """Return a line, and the link to the full text at its end."""
    last = piece.parts[-1] if piece.linked and len(piece.parts) > 1 else ""
    if last and _TAIL.match(last) and piece.text.endswith(last):
        return piece.text[: -len(last)].rstrip(), last
    return piece.text, ""


def _may_tell(piece: Piece) -> bool:
    return not piece.hidden and not piece.image and len(piece.text) <= _LONGEST
