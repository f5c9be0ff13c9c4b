"""A month's digest on one page."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from generator.config import Edition
from generator.library.article import MetaRef
from generator.library.index import Library
from generator.pages.frame import Frame, frame, page
from generator.pages.home import Day, days
from generator.pages.kind import Artifact, Kind
from generator.pipeline.shared import Shared
from generator.render import address, dates
from generator.render.views import Entry, Named
from generator.words import say


class MonthItem(msgspec.Struct, frozen=True):
    """A month (``2023-10``) with the months before and after it, empty where there is none."""

    edition: Edition
    month: str
    newer: str
    older: str
    articles: tuple[MetaRef, ...]
    editions: tuple[Edition, ...]


class MonthData(msgspec.Struct, frozen=True, kw_only=True):
    """What the template is given."""

    page: Frame
    month_name: str
    entries: tuple[Entry, ...]
    days: tuple[Day, ...]
    newer_month: Named | None
    older_month: Named | None


def units(library: Library, shared: Shared) -> Iterator[tuple[str, MonthItem]]:
    """Each month of each edition."""
    for edition, index in library.editions.items():
        names = ["", *index.months, ""]
        for place, (name, refs) in enumerate(index.months.items()):
            editions = tuple(
                other for other, found in library.editions.items() if name in found.months
            )
            listed = tuple(ref.listed for ref in refs)
            item = MonthItem(edition, name, names[place], names[place + 2], listed, editions)
            yield f"{edition}/{name}", item


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
                description=f"{name} · {say(local.words, 'articles', n=len(entries))}",
                peers={other: address.month(other, item.month) for other in item.editions},
                instead=address.archive,
            ),
            month_name=name,
            entries=entries,
            days=days(entries),
            newer_month=_link(item.newer, edition),
            older_month=_link(item.older, edition),
        ),
        f"the page {where}",
    )


def _link(month: str, edition: Edition) -> Named | None:
    if not month:
        return None
    return Named(dates.long_month(month, edition), address.month(edition, month))


KIND = Kind("month", units, artifacts, "archive")
