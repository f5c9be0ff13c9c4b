"""The page of the reading list; the list is stored in the reader's browser and filled in by a
script."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from generator.config import Edition
from generator.library.index import Library
from generator.pages.frame import Frame, frame, page
from generator.pages.kind import Artifact, Kind
from generator.pipeline.shared import Shared
from generator.render import address


class ReadingItem(msgspec.Struct, frozen=True):
    """An edition."""

    edition: Edition


class ReadingData(msgspec.Struct, frozen=True, kw_only=True):
    """The data for the template."""

    page: Frame


def units(library: Library, shared: Shared) -> Iterator[tuple[str, ReadingItem]]:
    """One unit for each edition."""
    for edition in library.editions:
        yield edition, ReadingItem(edition)


def artifacts(item: ReadingItem, shared: Shared) -> Iterator[Artifact]:
    """The page."""
    edition = item.edition
    local = shared.local(edition)
    where = address.reading_list(edition)
    yield page(
        ReadingData(
            page=frame(
                shared,
                kind="reading",
                edition=edition,
                address=where,
                title=local.words["reading_list"],
                description=local.words["reading_intro"],
                peers={other: address.reading_list(other) for other in shared.site.editions},
                indexed=False,
            )
        ),
        f"the page {where}",
    )


KIND = Kind("reading", units, artifacts)
