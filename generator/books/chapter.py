"""An article as a chapter of a book."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import UTC, datetime
from typing import NamedTuple
from urllib.parse import unquote, urljoin

import msgspec

from generator.books.addresses import uri
from generator.books.xhtml import picture_type, xhtml
from generator.config import Edition
from generator.library.article import LeadPicture, LocalizedMeta, TextRef
from generator.markup.links import rewrite
from generator.markup.nodes import anchored
from generator.pages.figures import Row, article_rows
from generator.patterns import late_regex
from generator.pipeline.shared import Shared
from generator.problem import at_file
from generator.render import address, dates, metadata
from generator.render.views import Entry

# Chapters have a folder of their own, so that no slug can collide with another part of the book.
_FOLDER = "articles"
_ENDINGS = {
    "image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/svg+xml": "svg"
}  # fmt: skip
_SCHEME = late_regex(r"[A-Za-z][A-Za-z0-9+.-]*:")
_PICTURE = late_regex(r'<img (?:[^>"]|"[^"]*")*>')
_VALUE = late_regex(r'(src|alt)="([^"]*)"')


class BookPicture(msgspec.Struct, frozen=True):
    """A picture inside the book. ``name`` is a hash, since file names may not be plain ASCII."""

    name: str
    href: str
    kind: str
    data: bytes


class Passage(msgspec.Struct, frozen=True):
    """One block of the text as XHTML, with its English in a bilingual book. ``doubts`` are the
    doubts about machine English in this block."""

    text: str
    english: str
    doubts: tuple[str, ...]


class Lead(msgspec.Struct, frozen=True):
    """The lead picture of an article, with its alternative text, caption and credit."""

    href: str
    words: LeadPicture


class Chapter(msgspec.Struct, frozen=True, kw_only=True):
    """The data of one chapter for the template.

    ``english`` is set in a bilingual book if the article has English; ``lang`` is set if the text
    is not in the language of the edition."""

    href: str
    entry: Entry
    head: LocalizedMeta
    english: LocalizedMeta | None
    lang: str
    url: str
    source_url: str
    authors: tuple[str, ...]
    changed: str
    translated: str
    key_figures: tuple[Row, ...]
    doubts: tuple[str, ...]
    passages: tuple[Passage, ...]
    lead: Lead | None


# The cache is cleared when it holds this many times the articles of a month, over all editions.
_MOST = 6


class _Own(NamedTuple):
    """The part of a chapter that is the same in the book of an edition and in the bilingual
    book."""

    rows: tuple[Row, ...]
    blocks: tuple[str, ...]


class _Memory:
    """Caches the articles of the current month, since a month has up to two books in an edition."""

    def __init__(self, shared: Shared) -> None:
        self.month: object = None
        self.made: dict[tuple[TextRef, Edition], _Own] = {}

    def of(
        self, slugs: frozenset[str], pictures: Mapping[str, BookPicture | None]
    ) -> dict[tuple[TextRef, Edition], _Own]:
        """Return the cache for these articles with these pictures; it is emptied if they differ
        from those of the last call."""
        month = slugs, {path: found.href if found else "" for path, found in pictures.items()}
        # A preview makes the books of a month again and again, each time with a changed text.
        if month != self.month or len(self.made) > _MOST * (1 + len(slugs)):
            self.month, self.made = month, {}
        return self.made


def picture(data: bytes, key: str) -> BookPicture | None:
    """Return a file as a picture of the book; ``None`` if its type is not one that every e-reader
    supports."""
    kind = picture_type(data)
    if not kind:
        return None
    return BookPicture(key, f"files/{key}.{_ENDINGS[kind]}", kind, data)


def chapter(
    ref: TextRef,
    edition: Edition,
    bilingual: bool,
    slugs: frozenset[str],
    pictures: Mapping[str, BookPicture | None],
    shared: Shared,
) -> Chapter:
    """Return the chapter of the article ``ref``. Links to the articles ``slugs`` lead to their
    chapters; all others lead to the site. Raises `DigestError`, with the path of the article, if
    the conversion fails."""
    local, site = shared.local(edition), shared.site
    meta, text = shared.meta(ref), shared.text(ref)
    head = meta.of(edition)
    both = bilingual and "en" in meta.localized
    english = meta.of("en") if both else None
    url = site.base_url + address.article(edition, ref.slug)
    change = _address_changer(url, site.base_url, edition, slugs)
    flags = text.flags if (english or head).status == "machine" else {}
    known = shared.tool(_Memory).of(slugs, pictures)
    own = known.get((ref, edition))
    with at_file(meta.path):
        if own is None:
            blocks = tuple(
                _block(block, f"p{number}", change, site.base_url, pictures)
                for number, block in enumerate(text.of(edition), 1)
            )
            own = known[ref, edition] = _Own(tuple(article_rows(meta, local)), blocks)
        beside = ("",) * len(own.blocks)
        if both:
            beside = tuple(
                _block(block, "", change, site.base_url, pictures) for block in text.of("en")
            )
    pairs = zip(own.blocks, beside, strict=True)
    written = (english or head).translated
    leading = meta.lead_picture(edition)
    held = pictures.get(leading.file) if leading else None
    return Chapter(
        href=f"{_FOLDER}/{ref.slug}.xhtml",
        entry=shared.entry(ref, edition),
        head=head,
        english=english,
        lang="zh-Hans" if head.status == "original" else "",
        url=url,
        source_url=uri(meta.source.url),
        authors=local.authors(meta),
        changed=_changed(meta.moment, meta.updated, shared),
        translated=dates.long_date(written, edition) if written else "",
        key_figures=own.rows,
        doubts=(*flags.get(0, ()), *flags.get(-1, ())),
        passages=tuple(
            Passage(left, right, flags.get(number, ()))
            for number, (left, right) in enumerate(pairs, 1)
        ),
        lead=Lead(f"../{held.href}", leading) if leading and held else None,
    )


def _changed(moment: str, updated: str, shared: Shared) -> str:
    """Return the time of the last change of an article, in UTC to the second."""
    latest = max(
        datetime.fromisoformat(one).astimezone(UTC)
        for one in (moment, metadata.moment(updated, shared.site.zone) if updated else moment)
    )
    return f"{latest:%Y-%m-%dT%H:%M:%SZ}"


def _address_changer(
    page: str, base: str, edition: Edition, slugs: Collection[str]
) -> Callable[[str, str], str]:
    """Return a function that changes an address of a page into one that works inside the book."""
    articles = base + address.folder(edition) + "articles/"

    def change(attribute: str, written: str) -> str:
        if written.startswith("#"):
            return written
        whole = written if _SCHEME.match(written) else urljoin(page, written)
        if attribute == "href" and whole.startswith(articles):
            slug, _, anchor = whole.removeprefix(articles).partition("#")
            if slug.strip("/") in slugs:
                return f"{slug.strip('/')}.xhtml{'#' if anchor else ''}{anchor}"
        return uri(whole)

    return change


def _block(
    block: str,
    anchor: str,
    change: Callable[[str, str], str],
    base: str,
    pictures: Mapping[str, BookPicture | None],
) -> str:
    found = rewrite(block, change)
    if "<img " in found:
        found = _PICTURE.sub(lambda match: _picture(match.group(), base, pictures), found)
    return xhtml(anchored(found, anchor) if anchor else found)


def _picture(tag: str, base: str, pictures: Mapping[str, BookPicture | None]) -> str:
    """Return the tag of a picture with its address in the book; a picture that the book does not
    contain becomes a link to the site."""
    values = dict(_VALUE.findall(tag))
    where = values.get("src", "")
    held = pictures.get(unquote(where.removeprefix(base + "files/")))
    if held is not None:
        return tag.replace(f'src="{where}"', f'src="../{held.href}"')
    return f'<a href="{where}">{values.get("alt") or where.rpartition("/")[2]}</a>'
