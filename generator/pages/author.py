"""The pages of an author, if site.yaml enables them."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from generator.config import Edition
from generator.library.article import ArticleMeta
from generator.library.index import Library
from generator.library.people import authors_of
from generator.pages.frame import Frame, page
from generator.pages.kind import Artifact, Kind
from generator.pages.lists import Slice, described, list_frame, listed_in, slices
from generator.pipeline.shared import Shared
from generator.render import address
from generator.render.views import Entry, Localizer


class AuthorItem(msgspec.Struct, frozen=True):
    """A page of an author's articles; ``name`` is Simplified."""

    edition: Edition
    name: str
    slug: str
    part: Slice
    editions: tuple[Edition, ...]


class AuthorData(msgspec.Struct, frozen=True, kw_only=True):
    """The data for the template. ``count`` is the number of all articles on the first page, and 0
    on others."""

    page: Frame
    name: str
    count: int
    entries: tuple[Entry, ...]


def units(library: Library, shared: Shared) -> Iterator[tuple[str, AuthorItem]]:
    """One unit for each page of each author."""
    size = shared.site.page_size
    for edition, index in library.editions.items():
        for name, refs in index.authors.items():
            slug = library.slugs["authors"][name]
            lengths = {e: len(i.authors.get(name, ())) for e, i in library.editions.items()}
            for part in slices(refs, size):
                editions = listed_in(part.number, lengths, size)
                ident = f"{edition}/{slug}/{part.number}"
                yield ident, AuthorItem(edition, name, slug, part, editions)


def artifacts(item: AuthorItem, shared: Shared) -> Iterator[Artifact]:
    """The page."""
    edition, part = item.edition, item.part
    local = shared.local(edition)
    name = name_of(item.name, shared.meta(part.articles[0]), local)
    entries = tuple(shared.entry(ref, edition) for ref in part.articles)
    made = list_frame(
        shared,
        part,
        lambda other: address.author(other, item.slug),
        item.editions,
        kind="author",
        edition=edition,
        title=name,
        description=described(name, part.total, entries, local),
    )
    yield page(
        AuthorData(
            page=made,
            name=name,
            count=part.total,
            entries=entries,
        ),
        f"the page {made.address}",
    )


def name_of(name: str, meta: ArticleMeta, local: Localizer) -> str:
    """An author's name (Simplified) as an edition writes it; ``meta`` is one of the articles."""
    names = dict(zip(authors_of(meta.source.author), local.authors(meta), strict=True))
    return names.get(name) or local.people(name)


KIND = Kind("author", units, artifacts)
