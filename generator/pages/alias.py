"""Pages at earlier addresses of an article, which redirect to it."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from generator.config import Edition
from generator.library.aliases import free_addresses
from generator.library.article import MetaRef
from generator.library.index import Library, in_edition
from generator.pages.frame import Frame, frame, page
from generator.pages.kind import Artifact, Kind
from generator.pipeline.shared import Shared
from generator.render import address


class AliasItem(msgspec.Struct, frozen=True):
    """The earlier addresses of an article, each with the edition to which it leads."""

    article: MetaRef
    path: str
    editions: tuple[Edition, ...]
    old: tuple[tuple[str, Edition], ...]


class AliasData(msgspec.Struct, frozen=True, kw_only=True):
    """The data for the template: the address and headline of the article, and the language of the
    headline if it is not that of the page."""

    page: Frame
    target: str
    headline: str
    headline_lang: str


def units(library: Library, shared: Shared) -> Iterator[tuple[str, AliasItem]]:
    """One unit for each article that has aliases."""
    site = shared.site
    for ref, addresses in free_addresses(library.articles, site):
        old = tuple((one.address, one.edition) for one in addresses)
        editions = tuple(e for e in site.editions if in_edition(ref, e, site))
        yield ref.slug, AliasItem(ref.listed, ref.path, editions, old)


def artifacts(item: AliasItem, shared: Shared) -> Iterator[Artifact]:
    """A page at each earlier address."""
    slug = item.article.slug
    for where, edition in item.old:
        entry, local = shared.entry(item.article, edition), shared.local(edition)
        target = address.article(edition, slug)
        around = frame(
            shared,
            kind="alias",
            edition=edition,
            address=where,
            title=local.words["moved"],
            description=f"{local.words['moved']}: {entry.title}",
            peers={other: address.article(other, slug) for other in item.editions},
            indexed=False,
        )
        canonical = shared.site.base_url + target
        data = AliasData(
            page=msgspec.structs.replace(around, canonical=canonical),
            target=target,
            headline=entry.title,
            headline_lang=entry.lang,
        )
        yield page(data, item.path)


KIND = Kind("alias", units, artifacts)
