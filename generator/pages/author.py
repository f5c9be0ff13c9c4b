"""The pages of an author, where the settings ask for them."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from generator.config import Edition
from generator.library.index import Library
from generator.pages.frame import Frame, frame, page
from generator.pages.kind import Artifact, Kind
from generator.pages.lists import Slice, listed_in, neighbours, slices
from generator.pipeline.shared import Shared
from generator.render import address
from generator.render.views import Entry


class AuthorItem(msgspec.Struct, frozen=True):
    """A page of an author's articles; ``name`` is Simplified."""

    edition: Edition
    name: str
    slug: str
    part: Slice
    editions: tuple[Edition, ...]


class AuthorData(msgspec.Struct, frozen=True, kw_only=True):
    """What the template is given. ``count`` is that of all articles, on the first page only."""

    page: Frame
    name: str
    name_lang: str
    count: int
    entries: tuple[Entry, ...]


def units(library: Library, shared: Shared) -> Iterator[tuple[str, AuthorItem]]:
    """Each page of each author."""
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
    name = shared.local(edition).chinese(item.name)
    where = address.author(edition, item.slug)
    newer, older = neighbours(where, part)
    yield page(
        AuthorData(
            page=frame(
                shared,
                kind="author",
                section="latest",
                edition=edition,
                address=address.paged(where, part.number),
                title=name,
                description=name,
                peers={
                    other: address.paged(address.author(other, item.slug), part.number)
                    for other in item.editions
                },
                number=part.number,
                newer=newer,
                older=older,
            ),
            name=name,
            name_lang="zh-Hans" if edition == "en" else "",
            count=part.total,
            entries=tuple(shared.entry(ref, edition) for ref in part.articles),
        ),
        f"the page {address.paged(where, part.number)}",
    )


KIND = Kind("author", units, artifacts, "latest")
