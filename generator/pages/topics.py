"""The list of topics."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from generator.config import Edition
from generator.library.article import MetaRef
from generator.library.index import Library
from generator.library.related import TITLES
from generator.pages.frame import Frame, frame, page
from generator.pages.kind import Artifact, Kind, Menu
from generator.pages.lists import in_every_edition
from generator.pipeline.shared import Shared
from generator.render import address
from generator.render.views import Count, Entry, Named


class TopicsItem(msgspec.Struct, frozen=True):
    """The topics of an edition, each with its newest articles."""

    edition: Edition
    topics: tuple[tuple[Count, tuple[MetaRef, ...]], ...]


class TopicsData(msgspec.Struct, frozen=True, kw_only=True):
    """The data for the template."""

    page: Frame
    topics: tuple[tuple[Named, tuple[Entry, ...]], ...]


def units(library: Library, shared: Shared) -> Iterator[tuple[str, TopicsItem]]:
    """One unit for each edition."""
    for edition, index in library.editions.items():
        topics = tuple(
            (Count(slug, len(refs), refs[0].date), tuple(ref.listed for ref in refs[:TITLES]))
            for slug, refs in index.topics.items()
        )
        yield edition, TopicsItem(edition, topics)


def artifacts(item: TopicsItem, shared: Shared) -> Iterator[Artifact]:
    """The page."""
    edition = item.edition
    local = shared.local(edition)
    yield page(
        TopicsData(
            page=frame(
                shared,
                kind="topics",
                section="topics",
                edition=edition,
                address=address.topics(edition),
                title=local.words["topics"],
                description=local.words["topics_intro"],
                peers={other: address.topics(other) for other in shared.site.editions},
            ),
            topics=tuple(
                (
                    local.topic_link(count.ident, count.articles, count.newest),
                    tuple(shared.entry(ref, edition) for ref in refs),
                )
                for count, refs in item.topics
            ),
        ),
        f"the page {address.topics(edition)}",
    )


KIND = Kind(
    "topics",
    units,
    artifacts,
    "topics",
    Menu("topics", address.topics, 2),
    in_every_edition(address.topics),
)
