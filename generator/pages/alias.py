"""Pages at earlier addresses of an article and of its views, which redirect to them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

import msgspec

from generator.config import Edition, Site
from generator.library.aliases import free_addresses
from generator.library.article import ArticleRef, MetaRef
from generator.library.index import Library, in_edition
from generator.pages.frame import Frame, frame, page
from generator.pages.kind import Artifact, Kind
from generator.pages.of_article import ArticleItem
from generator.pipeline.shared import Shared
from generator.portable import known_as
from generator.render import address


class Redirect(msgspec.Struct, frozen=True, array_like=True):
    """An earlier address, its edition, and the address to which it leads."""

    address: str
    edition: Edition
    target: str


class AliasItem(msgspec.Struct, frozen=True):
    """The earlier addresses of an article and of its views."""

    article: MetaRef
    path: str
    editions: tuple[Edition, ...]
    old: tuple[Redirect, ...]


class AliasData(msgspec.Struct, frozen=True, kw_only=True):
    """The data for the template: the address to which the page leads, the headline of the article,
    and the language of the headline if it is not that of the page."""

    page: Frame
    target: str
    headline: str
    headline_lang: str


def redirects(library: Library, site: Site) -> Iterator[tuple[ArticleRef, tuple[Redirect, ...]]]:
    """The articles that have aliases, each with all its earlier addresses.

    An earlier name of the article is an earlier address of each of its views too, unless another
    alias or a file of ``content/static/`` has that address.
    """
    found = list(free_addresses(library.articles, site))
    taken = {known_as(path) for path in library.static}
    taken |= {known_as(address.file_of(one.address)) for _, old in found for one in old}
    for ref, old in found:
        lines = [
            Redirect(one.address, one.edition, address.article(one.edition, ref.slug))
            for one in old
        ]
        for one in old:
            for was, now in _views(ref, one.edition, one.alias.slug, site):
                file = known_as(address.file_of(was))
                if not taken & {file, *(str(above) for above in PurePosixPath(file).parents)}:
                    lines.append(Redirect(was, one.edition, now))
        yield ref, tuple(lines)


def _views(ref: ArticleRef, edition: Edition, name: str, site: Site) -> Iterator[tuple[str, str]]:
    """The address of each further view of an article under its earlier ``name``, and the one it has
    now; none if ``name`` is empty."""
    from generator.pages import views

    item = ArticleItem(ref.whole, ref.path, _editions(ref, site), ref.own, 0, ())
    for view in views() if name else ():
        if view.address in (None, address.article) or edition not in view.editions(item):
            continue
        yield view.address(edition, name), view.address(edition, ref.slug)


def _editions(ref: ArticleRef, site: Site) -> tuple[Edition, ...]:
    return tuple(edition for edition in site.editions if in_edition(ref, edition, site))


def units(library: Library, shared: Shared) -> Iterator[tuple[str, AliasItem]]:
    """One unit for each article that has aliases."""
    for ref, old in redirects(library, shared.site):
        yield ref.slug, AliasItem(ref.listed, ref.path, _editions(ref, shared.site), old)


def artifacts(item: AliasItem, shared: Shared) -> Iterator[Artifact]:
    """A page at each earlier address."""
    slug = item.article.slug
    for old in item.old:
        entry, local = shared.entry(item.article, old.edition), shared.local(old.edition)
        around = frame(
            shared,
            kind="alias",
            edition=old.edition,
            address=old.address,
            title=local.words["moved"],
            description=f"{local.words['moved']}: {entry.title}",
            peers={other: address.article(other, slug) for other in item.editions},
            indexed=False,
        )
        canonical = shared.site.base_url + old.target
        data = AliasData(
            page=msgspec.structs.replace(around, canonical=canonical),
            target=old.target,
            headline=entry.title,
            headline_lang=entry.lang,
        )
        yield page(data, item.path)


KIND = Kind("alias", units, artifacts)
