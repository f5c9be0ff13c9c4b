"""The page of a series with all its parts, the first one first."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from generator.config import Edition
from generator.library.article import MetaRef
from generator.library.index import Library
from generator.pages.frame import Frame, frame, page
from generator.pages.kind import Artifact, Kind
from generator.pages.lists import described
from generator.pipeline.shared import Shared
from generator.render import address
from generator.render.views import Entry


class SeriesItem(msgspec.Struct, frozen=True):
    """A series in one edition."""

    edition: Edition
    slug: str
    articles: tuple[MetaRef, ...]
    editions: tuple[Edition, ...]


class SeriesData(msgspec.Struct, frozen=True, kw_only=True):
    """The data for the template."""

    page: Frame
    name: str
    name_lang: str
    entries: tuple[Entry, ...]


def units(library: Library, shared: Shared) -> Iterator[tuple[str, SeriesItem]]:
    """One unit for each series in each edition that has articles of it."""
    for edition, index in library.editions.items():
        for name, refs in index.series.items():
            slug = library.slugs["series"][name]
            others = tuple(e for e, found in library.editions.items() if name in found.series)
            parts = tuple(ref.listed for ref in reversed(refs))
            yield f"{edition}/{slug}", SeriesItem(edition, slug, parts, others)


def artifacts(item: SeriesItem, shared: Shared) -> Iterator[Artifact]:
    """The page."""
    edition = item.edition
    local = shared.local(edition)
    name, lang = local.series(shared.meta(item.articles[0]))
    where = address.series(edition, item.slug)
    entries = tuple(shared.entry(ref, edition) for ref in item.articles)
    yield page(
        SeriesData(
            page=frame(
                shared,
                kind="series",
                edition=edition,
                address=where,
                title=name,
                description=described(name, len(entries), entries, local),
                peers={other: address.series(other, item.slug) for other in item.editions},
            ),
            name=name,
            name_lang=lang,
            entries=entries,
        ),
        f"the page {where}",
    )


KIND = Kind("series", units, artifacts)
