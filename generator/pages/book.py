"""A month as an EPUB 3 book: in the language of an edition, or in Chinese and English."""

from __future__ import annotations

import unicodedata
import uuid
from collections.abc import Iterator, Sequence
from itertools import groupby

import msgspec

from generator.books.addresses import without_dead_places
from generator.books.chapter import BookPicture, Chapter, chapter, picture
from generator.books.container import PACKAGE, epub
from generator.config import Edition
from generator.config.site import Site
from generator.content.folder import FILES
from generator.library.article import MetaRef, TextRef
from generator.library.index import Library
from generator.library.picture import ORIGINAL, Picture, Pictures
from generator.library.rows import Rows
from generator.pages.highlights import highlights, richest
from generator.pages.kind import Artifact, Kind, no_units
from generator.pages.shell import Shells
from generator.pipeline.shared import Shared
from generator.render import address, dates
from generator.render.feed import xml_text
from generator.words import say

# Separates chapters; no text of a book can contain this character.
_END = "\x00"


class BooksItem(msgspec.Struct, frozen=True):
    """The books of a month in an edition: its articles, oldest first, and the pictures that they
    show.

    ``bilingual`` has one value for each book: whether it has the English beside the Chinese.
    ``figured`` are the articles to choose the highlights from.
    """

    edition: Edition
    bilingual: tuple[bool, ...]
    month: str
    articles: tuple[TextRef, ...]
    figured: tuple[MetaRef, ...]
    pictures: Pictures


class BookItem(msgspec.Struct, frozen=True):
    """One of the books of a month."""

    of: BooksItem
    bilingual: bool


class Part(msgspec.Struct, frozen=True):
    """A file of the book, as its package document lists it."""

    ident: str
    href: str
    kind: str
    properties: str = ""


class Book(msgspec.Struct, frozen=True, kw_only=True):
    """The data for the templates of a book, in addition to the words of its edition."""

    title: str
    heading: str
    month_name: str
    identifier: str
    languages: tuple[Edition, ...]
    publisher: str
    modified: str
    newest: str
    position: str
    url: str
    cities: int
    bilingual: bool
    chapters: tuple[Chapter, ...]
    days: tuple[tuple[str, tuple[Chapter, ...]], ...]
    parts: tuple[Part, ...]
    pictures: bool


def books_of(library: Library, site: Site) -> dict[tuple[Edition, str], tuple[bool, ...]]:
    """All books, by edition and month: for each book, whether it is bilingual.

    An edition has books of its newest months; their number is ``book_months`` of site.yaml.
    """
    found: dict[tuple[Edition, str], tuple[bool, ...]] = {}
    for edition, index in library.editions.items():
        beside = edition != "en" and "en" in site.editions and "bilingual" in site.books
        for month in list(index.months)[: site.book_months or None]:
            kinds = [False] if edition in site.books else []
            if beside and any("en" in ref.own for ref in index.months[month]):
                kinds.append(True)
            if kinds:
                found[edition, month] = tuple(kinds)
    return found


class BookMonth(msgspec.Struct, frozen=True, array_like=True):
    """A month for which an edition has books: its articles, newest first, and their pictures."""

    edition: Edition
    bilingual: tuple[bool, ...]
    month: str
    rows: Rows
    pictures: Pictures


def groups(library: Library, shared: Shared) -> Iterator[tuple[str, BookMonth]]:
    """One group for each month that has books, in each edition."""
    for (edition, month), kinds in books_of(library, shared.site).items():
        refs = library.editions[edition].months[month]
        paths = dict.fromkeys(path for ref in refs if ref.links for path in ref.pictures)
        group = BookMonth(edition, kinds, month, Rows(refs), library.pictures_of(paths))
        yield f"{edition}/{month}", group


def units_of(group: BookMonth, shared: Shared) -> Iterator[tuple[str, BooksItem]]:
    """The unit of a month."""
    refs = group.rows.refs
    articles = tuple(ref.whole for ref in reversed(refs))
    yield (
        f"{group.edition}/{group.month}",
        BooksItem(
            group.edition, group.bilingual, group.month, articles, richest(refs), group.pictures
        ),
    )


def artifacts(item: BooksItem, shared: Shared) -> Iterator[Artifact]:
    """The books."""
    for bilingual in item.bilingual:
        where = address.book(item.edition, item.month, bilingual=bilingual)
        yield Artifact(where, f"the book {where}", render, BookItem(item, bilingual))


def render(book: BookItem, shared: Shared) -> bytes:
    """The bytes of a book."""
    item, site = book.of, shared.site
    pictures = _pictures(item, shared)
    slugs = frozenset(ref.slug for ref in item.articles)
    chapters = tuple(
        chapter(ref, item.edition, book.bilingual, slugs, pictures, shared) for ref in item.articles
    )
    shown = _shown(book, chapters, [found for found in pictures.values() if found], shared)
    # Links in a book lead to the website, so the root is the absolute address.
    context = shared.tool(Shells).of(item.edition, site.base_url)
    context |= {name: getattr(shown, name) for name in shown.__struct_fields__}
    context |= _cover(shown, shared) if book.bilingual else {}
    context |= {"end": _END, "site_size": _size(context["site_title"])}
    context["highlights"] = highlights(shared, item.edition, item.figured)

    def made(template: str) -> bytes:
        return xml_text(shared.templates.render(f"book/{template}", context).decode()).encode()

    texts = shared.templates.render("book/chapters.xml", context).decode().split(_END)
    passages = {one.entry.slug: len(one.passages) for one in chapters}
    parts = [
        (PACKAGE, made("package.xml")),
        ("cover.svg", made("cover-picture.xml")),
        ("cover.xhtml", made("cover.xml")),
        ("nav.xhtml", made("contents.xml")),
        *(
            (
                one.href,
                without_dead_places(xml_text(text.lstrip()), one.entry.slug, passages).encode(),
            )
            for one, text in zip(chapters, texts, strict=False)
        ),
        ("style.css", made("layout.css")),
        *{found.href: (found.href, found.data) for found in pictures.values() if found}.values(),
    ]
    return epub(parts)


def _size(title: str) -> int:
    """The font size at which ``title`` fills a line of the cover picture."""
    ems = sum(1 if unicodedata.east_asian_width(one) in "WF" else 0.58 for one in title)
    return min(120, int(1000 / max(ems, 1)))


def _cover(book: Book, shared: Shared) -> dict[str, str]:
    """The English text for the cover of a bilingual book."""
    month = dates.long_month(book.newest, "en")
    return {"other_title": shared.local("en").title, "other_month": month}


def _pictures(item: BooksItem, shared: Shared) -> dict[str, BookPicture | None]:
    """The pictures of a book by their paths; ``None`` for one that a book cannot contain."""
    return {path: picture(_bytes(path, found, shared), found.key) for path, found in item.pictures}


def _bytes(path: str, found: Picture, shared: Shared) -> bytes:
    """The published file of a picture that every program can show."""
    if found.plain is not None:
        return shared.picture(found.key, found.plain.name, found.plain.digest)
    if found.original:
        return shared.picture(found.key, ORIGINAL, found.original)
    return (shared.root / FILES / path).read_bytes()


def _shown(
    book: BookItem, chapters: tuple[Chapter, ...], pictures: Sequence[BookPicture], shared: Shared
) -> Book:
    item, bilingual, site = book.of, book.bilingual, shared.site
    edition = item.edition
    local = shared.local(edition)
    month = dates.long_month(item.month, edition)
    title = f"{local.title} · {month}"
    where = address.book(edition, item.month, bilingual=bilingual)
    by_day = groupby(chapters, key=lambda one: one.entry.date_text)
    parts = [
        Part("cover-image", "cover.svg", "image/svg+xml", "cover-image"),
        Part("nav", "nav.xhtml", "application/xhtml+xml", "nav"),
        Part("cover", "cover.xhtml", "application/xhtml+xml"),
        *(Part(f"a-{one.entry.slug}", one.href, "application/xhtml+xml") for one in chapters),
        Part("style", "style.css", "text/css"),
        *{
            found.href: Part(f"f-{found.name}", found.href, found.kind) for found in pictures
        }.values(),
    ]
    return Book(
        title=say(local.words, "parallel_title", title=title) if bilingual else title,
        heading=say(local.words, "month_digest", month=month),
        month_name=month,
        # A UUID derived from the address (RFC 4122), so that it stays the same as long as the
        # address does.
        identifier=f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, site.base_url + where)}",
        languages=(edition, "en") if bilingual else (edition,),
        publisher=local.publisher,
        modified=max(one.changed for one in chapters),
        newest=max(one.entry.date[:10] for one in chapters),
        position=f"{int(item.month[:4])}.{int(item.month[5:7])}",
        url=site.base_url + address.month(edition, item.month),
        cities=len({city.address for one in chapters for city in one.entry.cities}),
        bilingual=bilingual,
        chapters=chapters,
        days=tuple((day, tuple(found)) for day, found in by_day),
        parts=tuple(parts),
        pictures=bool(pictures),
    )


class BookLink(msgspec.Struct, frozen=True):
    """A link to a book. ``lang`` and ``script`` are the language of the Chinese in a bilingual book
    of another edition, and its name; empty for a book of the page's own edition."""

    address: str
    bilingual: bool
    lang: str = ""
    script: str = ""


def book_links(
    edition: Edition, month: str, books: Sequence[tuple[Edition, bool]], shared: Shared
) -> tuple[BookLink, ...]:
    """The links to ``books`` (edition, bilingual) on the page of a month: the books of its own
    edition, and in English also the bilingual books."""
    shown = sorted(books, key=lambda book: book[0] != edition)
    return tuple(
        BookLink(
            address.book(other, month, bilingual=bilingual),
            bilingual,
            "" if other == edition else other,
            "" if other == edition else shared.local(other).words["edition_name"],
        )
        for other, bilingual in shown
        if other == edition or (bilingual and edition == "en")
    )


KIND = Kind("book", no_units, artifacts, groups=groups, units_of=units_of)
