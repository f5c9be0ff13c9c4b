"""The list of series, and the list of authors if site.yaml enables their pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

import msgspec

from generator.config import Edition
from generator.library.article import ArticleRef, MetaRef
from generator.library.index import EditionIndex, Library
from generator.library.related import TITLES
from generator.pages.author import name_of
from generator.pages.frame import Frame, frame, page
from generator.pages.kind import Artifact, Kind, Listed
from generator.pages.lists import last_change
from generator.pipeline.shared import Shared
from generator.render import address
from generator.render.views import Entry, Localizer, Named

What = Literal["series", "authors"]
_EVERY: tuple[What, ...] = ("series", "authors")


class Group(msgspec.Struct, frozen=True, array_like=True):
    """A series or an author: the name (in Simplified), the number of articles, the newest ones."""

    name: str
    slug: str
    articles: int
    newest: tuple[MetaRef, ...]


class NamedListItem(msgspec.Struct, frozen=True):
    """One of the lists in one edition, and the editions that have it."""

    what: What
    edition: Edition
    groups: tuple[Group, ...]
    editions: tuple[Edition, ...]


class NamedListData(msgspec.Struct, frozen=True, kw_only=True):
    """The data for the template."""

    page: Frame
    groups: tuple[tuple[Named, tuple[Entry, ...]], ...]


def units(library: Library, shared: Shared) -> Iterator[tuple[str, NamedListItem]]:
    """One unit for each list that an edition has: series with the latest part first, authors by
    the spelling of their addresses."""
    for what in _EVERY:
        lists = _lists(library, what)
        for edition, groups in lists.items():
            slugs = library.slugs[what]
            if what == "series":
                names = sorted(groups, key=lambda name: (groups[name][0].instant, name))[::-1]
            else:
                names = sorted(groups, key=slugs.__getitem__)
            found = [
                Group(name, slugs[name], len(groups[name]), _newest(groups[name])) for name in names
            ]
            item = NamedListItem(what, edition, tuple(found), tuple(lists))
            yield f"{edition}/{what}", item


def artifacts(item: NamedListItem, shared: Shared) -> Iterator[Artifact]:
    """The page."""
    edition, what = item.edition, item.what
    local = shared.local(edition)
    where = address.named_list(edition, what)
    if what == "series":
        title, description = local.words["series"], local.words["series_intro"]
    else:
        title, description = local.words["authors"], local.words["authors_intro"]
    yield page(
        NamedListData(
            page=frame(
                shared,
                kind="named_list",
                edition=edition,
                address=where,
                title=title,
                description=description,
                peers={other: address.named_list(other, what) for other in item.editions},
            ),
            groups=tuple(
                (
                    _link(what, group, local, shared),
                    tuple(shared.entry(ref, edition) for ref in group.newest),
                )
                for group in item.groups
            ),
        ),
        f"the page {where}",
    )


def listed(library: Library) -> Iterator[Listed]:
    """The entries of both lists in the sitemap."""
    for what in _EVERY:
        lists = _lists(library, what)
        changed = [last_change(refs) for groups in lists.values() for refs in groups.values()]
        if lists:
            addresses = {edition: address.named_list(edition, what) for edition in lists}
            yield Listed(addresses, max(changed))


def _lists(library: Library, what: What) -> dict[Edition, Mapping[str, Sequence[ArticleRef]]]:
    """The groups by name, for each edition that has any."""

    def groups(index: EditionIndex) -> Mapping[str, Sequence[ArticleRef]]:
        return index.series if what == "series" else index.authors

    return {edition: groups(i) for edition, i in library.editions.items() if groups(i)}


def _newest(refs: Sequence[ArticleRef]) -> tuple[MetaRef, ...]:
    return tuple(ref.listed for ref in refs[:TITLES])


def _link(what: What, group: Group, local: Localizer, shared: Shared) -> Named:
    """The name of a series or author in an edition, with the address of its page."""
    meta = shared.meta(group.newest[0])
    if what == "series":
        name, lang = local.series(meta)
        where = address.series(local.edition, group.slug)
        return Named(name, where, group.articles, lang=lang)
    name = name_of(group.name, meta, local)
    return Named(name, address.author(local.edition, group.slug), group.articles)


KIND = Kind("named list", units, artifacts, listed=listed)
