"""The sitemap with hreflang alternates: one file, or on a large site an index of several files.

A large site has a file for the articles of each month and one for everything else, so that a change
of an article changes only one file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

import msgspec

from generator.config import Edition, Site
from generator.library.article import ArticleRef
from generator.library.index import EditionIndex, Library, in_edition
from generator.library.rows import Rows
from generator.pages.entrance import site_versions
from generator.pages.frame import with_default
from generator.pages.kind import Artifact, Kind
from generator.pages.lists import last_change, listed_in, numbered_pages
from generator.pipeline.shared import Shared
from generator.render import address
from generator.render.sitemap import MOST, Location, index_of, urlset

# The most articles for which the sitemap is one file.
_SMALL = 500
_NAME = "sitemap.xml"


class Entry(msgspec.Struct, frozen=True, array_like=True):
    """A page: its address in each edition that has it, and the day of its last change."""

    addresses: dict[Edition, str]
    changed: str


class SitemapItem(msgspec.Struct, frozen=True):
    """A file of the sitemap: entries, or the names of its parts."""

    name: str
    entries: tuple[Entry, ...] = ()
    parts: tuple[str, ...] = ()
    root: bool = False


class SitemapMonth(msgspec.Struct, frozen=True, array_like=True):
    """The articles of a month for the sitemap, newest first."""

    month: str
    rows: Rows


def units(library: Library, shared: Shared) -> Iterator[tuple[str, SitemapItem]]:
    """The file of a small site; for a large site the index, and the part without articles."""
    lists = tuple(_lists(library, shared))
    months = _months(library, shared.site)
    if len(library.articles) <= _SMALL:
        of_articles = (entry for refs in months.values() for entry in _entries(refs, shared.site))
        yield _NAME, SitemapItem(_NAME, (*lists, *of_articles), root=True)
        return
    parts = ["sitemap-pages.xml"]
    for month in sorted(months):
        parts += [_part(month, number) for number, _ in _starts(months[month], shared.site)]
    yield _NAME, SitemapItem(_NAME, parts=tuple(parts))
    yield parts[0], SitemapItem(parts[0], lists, root=True)


def groups(library: Library, shared: Shared) -> Iterator[tuple[str, SitemapMonth]]:
    """The months of a large site."""
    if len(library.articles) > _SMALL:
        for month, refs in _months(library, shared.site).items():
            yield month, SitemapMonth(month, Rows(refs))


def units_of(group: SitemapMonth, shared: Shared) -> Iterator[tuple[str, SitemapItem]]:
    """One unit for each part with articles of the month."""
    for number, some in _starts(group.rows.refs, shared.site):
        name = _part(group.month, number)
        yield name, SitemapItem(name, _entries(some, shared.site))


def _starts(refs: Sequence[ArticleRef], site: Site) -> Iterator[tuple[int, Sequence[ArticleRef]]]:
    """The parts into which ``refs`` are divided, with their numbers from 1."""
    most = MOST // len(site.editions)
    for start in range(0, len(refs), most):
        yield start // most + 1, refs[start : start + most]


def _part(month: str, number: int) -> str:
    return f"sitemap-{month}-{number}.xml" if number > 1 else f"sitemap-{month}.xml"


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
    """Every page that is not an article's."""
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
    """The pages of each group; ``size`` is 0 if a group has only one page."""
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
    # Most editions share the same articles.
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


def _months(library: Library, site: Site) -> dict[str, list[ArticleRef]]:
    """The articles that have a text of their own in some edition, by month, newest first."""
    months: dict[str, list[ArticleRef]] = {}
    every: dict[tuple[Edition, ...], list[Edition]] = {}
    for ref in library.articles:
        shown = every.get(ref.own)
        if shown is None:
            shown = every[ref.own] = _shown(ref, site)
        if shown:
            months.setdefault(ref.moment[:7], []).append(ref)
    return months


def _shown(ref: ArticleRef, site: Site) -> list[Edition]:
    """The editions that have the article's own text."""
    return [e for e in site.editions if e in ref.own and in_edition(ref, e, site)]


def _entries(refs: Sequence[ArticleRef], site: Site) -> tuple[Entry, ...]:
    return tuple(
        Entry(
            {edition: address.article(edition, ref.slug) for edition in _shown(ref, site)},
            ref.changed,
        )
        for ref in refs
    )


KIND = Kind("sitemap", units, artifacts, groups=groups, units_of=units_of)
