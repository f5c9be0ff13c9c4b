"""The list of months, by year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from generator.config import Edition
from generator.library.index import Library
from generator.pages.frame import Frame, frame, page
from generator.pages.kind import Artifact, Kind, Menu
from generator.pages.lists import in_every_edition
from generator.pipeline.shared import Shared
from generator.render import address, dates
from generator.render.views import Count, Named


class ArchiveItem(msgspec.Struct, frozen=True):
    """The months of an edition, newest first."""

    edition: Edition
    months: tuple[Count, ...]


class Year(msgspec.Struct, frozen=True):
    """A year with its twelve months, January first; a month without articles has no address."""

    name: str
    articles: int
    months: tuple[tuple[str, Named], ...]


class ArchiveData(msgspec.Struct, frozen=True, kw_only=True):
    """The data for the template; ``years`` are newest first."""

    page: Frame
    years: tuple[Year, ...]


def units(library: Library, shared: Shared) -> Iterator[tuple[str, ArchiveItem]]:
    """One unit for each edition."""
    for edition, index in library.editions.items():
        months = tuple(Count(name, len(refs), "") for name, refs in index.months.items())
        yield edition, ArchiveItem(edition, months)


def artifacts(item: ArchiveItem, shared: Shared) -> Iterator[Artifact]:
    """The page."""
    edition = item.edition
    local = shared.local(edition)
    counts = {month.ident: month.articles for month in item.months}
    years = dict.fromkeys(month.ident[:4] for month in item.months)
    yield page(
        ArchiveData(
            page=frame(
                shared,
                kind="archive",
                section="archive",
                edition=edition,
                address=address.archive(edition),
                title=local.words["archive"],
                description=local.words["archive_intro"],
                peers={other: address.archive(other) for other in shared.site.editions},
            ),
            years=tuple(_year(name, counts, edition) for name in years),
        ),
        f"the page {address.archive(edition)}",
    )


def _year(name: str, counts: Mapping[str, int], edition: Edition) -> Year:
    months = []
    for number in range(1, 13):
        ident = f"{name}-{number:02}"
        count = counts.get(ident, 0)
        where = address.month(edition, ident) if count else ""
        named = Named(dates.long_month(ident, edition), where, count)
        months.append((dates.short_month(number, edition), named))
    return Year(name, sum(named.count for _, named in months), tuple(months))


KIND = Kind(
    "archive",
    units,
    artifacts,
    "archive",
    Menu("archive", address.archive, 3),
    in_every_edition(address.archive),
)
