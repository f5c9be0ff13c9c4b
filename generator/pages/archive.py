"""The list of months, by year."""

from __future__ import annotations

from collections.abc import Iterator

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


class ArchiveData(msgspec.Struct, frozen=True, kw_only=True):
    """What the template is given: years with their months."""

    page: Frame
    years: tuple[tuple[str, tuple[Named, ...]], ...]


def units(library: Library, shared: Shared) -> Iterator[tuple[str, ArchiveItem]]:
    """One of each edition."""
    for edition, index in library.editions.items():
        months = tuple(Count(name, len(refs), "") for name, refs in index.months.items())
        yield edition, ArchiveItem(edition, months)


def artifacts(item: ArchiveItem, shared: Shared) -> Iterator[Artifact]:
    """The page."""
    edition = item.edition
    local = shared.local(edition)
    years: dict[str, list[Named]] = {}
    for month in item.months:
        where = address.month(edition, month.ident)
        name = dates.long_month(month.ident, edition)
        years.setdefault(month.ident[:4], []).append(Named(name, where, month.articles))
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
            years=tuple((year, tuple(months)) for year, months in years.items()),
        ),
        f"the page {address.archive(edition)}",
    )


KIND = Kind(
    "archive",
    units,
    artifacts,
    "archive",
    Menu("archive", address.archive, 3),
    in_every_edition(address.archive),
)
