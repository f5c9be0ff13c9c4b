"""The sitemap with hreflang alternates: one file, or an index of several on a large site.

A large site has a part for the articles of each month and one for everything else, so that
a change of an article changes one part alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

import msgspec

from generator.config import Edition
from generator.library.article import ArticleRef
from generator.library.index import EditionIndex, Library, in_edition
from generator.pages.entrance import site_versions
from generator.pages.frame import with_default
from generator.pages.kind import Artifact, Kind
from generator.pages.lists import last_change, listed_in, numbered_pages
from generator.pipeline.shared import Shared
from generator.render import address
from generator.render.sitemap import MOST, Location, index_of, urlset

# Articles up to which the sitemap is one file.
_SMALL = 500
_NAME = "sitemap.xml"


class Entry(msgspec.Struct, frozen=True, array_like=True):
    """A page in the editions that have it: address by edition, day of the last change."""

    addresses: dict[Edition, str]
    changed: str


class SitemapItem(msgspec.Struct, frozen=True):
    """A file of the sitemap: pages, or the names of its parts."""

    name: str
    entries: tuple[Entry, ...] = ()
    parts: tuple[str, ...] = ()
    root: bool = False


def units(library: Library, shared: Shared) -> Iterator[tuple[str, SitemapItem]]:
    """Each file."""
    lists = tuple(_lists(library, shared))
    articles = _articles(library, shared)
    if len(library.articles) <= _SMALL:
        entries = (*lists, *(entry for of in articles.values() for entry in of))
        yield _NAME, SitemapItem(_NAME, entries, root=True)
        return
    most = MOST // len(shared.site.editions)
    parts = [SitemapItem("sitemap-pages.xml", lists, root=True)]
    for month in sorted(articles):
        entries = tuple(articles[month])
        for start in range(0, len(entries), most):
            number = f"-{start // most + 1}" if start else ""
            name = f"sitemap-{month}{number}.xml"
            parts.append(SitemapItem(name, entries[start : start + most]))
    yield _NAME, SitemapItem(_NAME, parts=tuple(part.name for part in parts))
    for part in parts:
        yield part.name, part


def artifacts(item: SitemapItem, shared: Shared) -> Iterator[Artifact]:
    """The file."""
    yield Artifact(item.name, "the sitemap", render, item)


def render(item: SitemapItem, shared: Shared) -> bytes:
    """An index of the parts, or the locations of the entries in every edition."""
    base = shared.site.base_url
    if item.parts:
        return index_of([base + name for name in item.parts])
    found = [Location(base, "", site_versions(shared))] if item.root else []
    fronts = {address.folder(edition) for edition in shared.site.editions}
    for entry in item.entries:
        versions = [(edition, base + where) for edition, where in entry.addresses.items()]
        front = fronts.issuperset(entry.addresses.values())
        alternates = with_default(versions, base if front else "")
        found += [Location(url, entry.changed, alternates) for _, url in versions]
    return urlset(found)


def _lists(library: Library, shared: Shared) -> Iterator[Entry]:
    """Every page that is no article's."""
    from generator.pages import kinds

    size = shared.site.page_size
    yield from _list(
        {edition: index.articles for edition, index in library.editions.items()},
        address.folder,
        size,
    )
    for kind in kinds():
        for listed in kind.listed(library) if kind.listed else ():
            yield Entry(dict(listed.addresses), listed.changed)
    for group, named in (
        (lambda index: index.months, address.month),
        (lambda index: index.topics, address.topic),
    ):
        yield from _groups(library, group, named, size if named is address.topic else 0)

    def series(edition: Edition, name: str) -> str:
        return address.series(edition, library.slugs["series"][name])

    def author(edition: Edition, name: str) -> str:
        return address.author(edition, library.slugs["authors"][name])

    yield from _groups(library, lambda index: index.series, series, 0)
    yield from _groups(library, lambda index: index.authors, author, size)

    def city(edition: Edition, code: str) -> str:
        place = shared.gazetteer.by_code(code)
        return address.city(edition, place.slug if place else code)

    yield from _groups(library, lambda index: index.cities, city, size)


def _groups(
    library: Library,
    group: Callable[[EditionIndex], Mapping[str, Sequence[ArticleRef]]],
    where: Callable[[Edition, str], str],
    size: int,
) -> Iterator[Entry]:
    """The pages of each group; ``size`` is 0 where a group has one page."""
    names = dict.fromkeys(name for index in library.editions.values() for name in group(index))
    for name in names:
        lists = {
            edition: group(index)[name]
            for edition, index in library.editions.items()
            if name in group(index)
        }

        def at(edition: Edition, name: str = name) -> str:
            return where(edition, name)

        yield from _list(lists, at, size)


def _list(
    lists: Mapping[Edition, Sequence[ArticleRef]], where: Callable[[Edition], str], size: int
) -> Iterator[Entry]:
    lengths = {edition: len(refs) for edition, refs in lists.items()}
    pages = {edition: numbered_pages(n, size) if size else 0 for edition, n in lengths.items()}
    # Editions mostly have the same articles.
    different = {id(refs): (refs, pages[edition]) for edition, refs in lists.items()}.values()
    changed = [last_change(refs[: len(refs) - count * size]) for refs, count in different]
    bases = {edition: where(edition) for edition in lists}
    yield Entry(bases, max(changed, default=""))
    for number in range(1, max(pages.values(), default=0) + 1):
        editions = listed_in(number, lengths, size)
        changed = [
            last_change(refs[len(refs) - number * size : len(refs) - (number - 1) * size])
            for refs, count in different
            if number <= count
        ]
        found = {edition: address.paged(bases[edition], number) for edition in editions}
        yield Entry(found, max(changed, default=""))


def _articles(library: Library, shared: Shared) -> dict[str, list[Entry]]:
    """The articles of each month, newest first, in the editions that have their own text."""
    months: dict[str, list[Entry]] = {}
    site = shared.site
    every: dict[tuple[Edition, ...], list[Edition]] = {}
    for ref in library.articles:
        shown = every.get(ref.own)
        if shown is None:
            shown = every[ref.own] = [
                edition
                for edition in site.editions
                if edition in ref.own and in_edition(ref, edition, site)
            ]
        if shown:
            found = {edition: address.article(edition, ref.slug) for edition in shown}
            months.setdefault(ref.moment[:7], []).append(Entry(found, ref.changed))
    return months


KIND = Kind("sitemap", units, artifacts)
