"""The page with all articles of a month."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from generator.config import Edition
from generator.library.article import MetaRef
from generator.library.index import Library
from generator.library.rows import Rows
from generator.pages.book import BookLink, book_links, books_of
from generator.pages.frame import Frame, frame, page
from generator.pages.highlights import Highlight, highlights, richest
from generator.pages.home import Day, days
from generator.pages.kind import Artifact, Kind, no_units
from generator.pages.lists import described
from generator.pipeline.shared import Shared
from generator.render import address, dates
from generator.render.views import Entry, Named
from generator.words import say


class MonthItem(msgspec.Struct, frozen=True):
    """A month (``2023-10``) and the months before and after it, empty if there is none."""

    edition: Edition
    month: str
    newer: str
    older: str
    articles: tuple[MetaRef, ...]
    editions: tuple[Edition, ...]
    figured: tuple[MetaRef, ...] = ()
    books: tuple[tuple[Edition, bool], ...] = ()


class MonthPages(msgspec.Struct, frozen=True, array_like=True):
    """A month in the editions ``having`` the same articles; ``editions`` are all that have any."""

    having: tuple[Edition, ...]
    month: str
    newer: str
    older: str
    rows: Rows
    editions: tuple[Edition, ...]
    books: tuple[tuple[Edition, bool], ...]


class Group(NamedTuple):
    """The articles of a city; ``name`` is empty for articles without a city."""

    name: str
    entries: tuple[Entry, ...]


class MonthData(msgspec.Struct, frozen=True, kw_only=True):
    """The data for the template. ``contents`` are the articles by their first city, ``cities`` is
    the number of all cities; ``site_url`` is the address that is printed."""

    page: Frame
    month_name: str
    entries: tuple[Entry, ...]
    cities: int
    highlights: tuple[Highlight, ...]
    contents: tuple[Group, ...]
    books: tuple[BookLink, ...]
    days: tuple[Day, ...]
    site_url: str
    newer_month: Named | None
    older_month: Named | None


def groups(library: Library, shared: Shared) -> Iterator[tuple[str, MonthPages]]:
    """One group for each month, in the editions that have the same articles."""
    books = books_of(library, shared.site)
    for index, having in library.indexes:
        names = ["", *index.months, ""]
        for place, (name, refs) in enumerate(index.months.items()):
            editions = tuple(
                other for other, found in library.editions.items() if name in found.months
            )
            made = tuple(
                (other, kind) for other in editions for kind in books.get((other, name), ())
            )
            group = MonthPages(
                having, name, names[place], names[place + 2], Rows(refs), editions, made
            )
            yield f"{having[0]}/{name}", group


def units_of(group: MonthPages, shared: Shared) -> Iterator[tuple[str, MonthItem]]:
    """One unit for each edition of the group."""
    figured = richest(group.rows.refs)
    for edition in group.having:
        item = MonthItem(
            edition,
            group.month,
            group.newer,
            group.older,
            group.rows.listed,
            group.editions,
            figured,
            group.books,
        )
        yield f"{edition}/{group.month}", item


def artifacts(item: MonthItem, shared: Shared) -> Iterator[Artifact]:
    """The page."""
    edition = item.edition
    local = shared.local(edition)
    name = dates.long_month(item.month, edition)
    entries = tuple(shared.entry(ref, edition) for ref in item.articles)
    where = address.month(edition, item.month)
    yield page(
        MonthData(
            page=frame(
                shared,
                kind="month",
                section="archive",
                edition=edition,
                address=where,
                title=say(local.words, "month_digest", month=name),
                description=described(name, len(entries), entries, local),
                peers={other: address.month(other, item.month) for other in item.editions},
                instead=address.archive,
            ),
            month_name=name,
            entries=entries,
            cities=len({city.address for entry in entries for city in entry.cities}),
            highlights=highlights(shared, edition, item.figured),
            contents=_by_city(entries),
            books=book_links(edition, item.month, item.books, shared),
            site_url=shared.site.base_url,
            days=days(entries),
            newer_month=_link(item.newer, edition),
            older_month=_link(item.older, edition),
        ),
        f"the page {where}",
    )


def _by_city(entries: Sequence[Entry]) -> tuple[Group, ...]:
    """The articles by their first city; the cities with the most articles first."""
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(entry.cities[0].name if entry.cities else "", []).append(entry)
    ranked = sorted(groups.items(), key=lambda group: (not group[0], -len(group[1])))
    return tuple(Group(name, tuple(found)) for name, found in ranked)


def _link(month: str, edition: Edition) -> Named | None:
    if not month:
        return None
    return Named(dates.long_month(month, edition), address.month(edition, month))


KIND = Kind("month", no_units, artifacts, "archive", groups=groups, units_of=units_of)
