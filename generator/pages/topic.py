"""The pages of a topic."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from generator.config import Edition
from generator.library.index import Library
from generator.pages.frame import Frame, page
from generator.pages.kind import Artifact, Kind, no_units
from generator.pages.lists import Slice, Span, described, list_frame, spans
from generator.pipeline.shared import Shared
from generator.render import address
from generator.render.views import Entry, Named


class TopicItem(msgspec.Struct, frozen=True):
    """A page of a topic's list."""

    edition: Edition
    slug: str
    part: Slice
    editions: tuple[Edition, ...]


class TopicPages(msgspec.Struct, frozen=True, array_like=True):
    """Some pages of a topic's list, in the editions that have the same articles."""

    editions: tuple[Edition, ...]
    slug: str
    span: Span


class TopicData(msgspec.Struct, frozen=True, kw_only=True):
    """The data for the template. ``topic`` has the number of articles on the first page only."""

    page: Frame
    topic: Named
    feed_anchor: str
    entries: tuple[Entry, ...]


def groups(library: Library, shared: Shared) -> Iterator[tuple[str, TopicPages]]:
    """The pages of each topic in groups."""
    size = shared.site.page_size
    for index, having in library.indexes:
        for slug, refs in index.topics.items():
            lengths = {
                other: len(found.topics.get(slug, ())) for other, found in library.editions.items()
            }
            for span in spans(refs, lengths, size):
                yield f"{having[0]}/{slug}/{span.first}", TopicPages(having, slug, span)


def units_of(group: TopicPages, shared: Shared) -> Iterator[tuple[str, TopicItem]]:
    """One unit for each page of a group."""
    for part, editions in group.span.slices():
        for edition in group.editions:
            item = TopicItem(edition, group.slug, part, editions)
            yield f"{edition}/{group.slug}/{part.number}", item


def artifacts(item: TopicItem, shared: Shared) -> Iterator[Artifact]:
    """The page."""
    edition, part = item.edition, item.part
    local = shared.local(edition)
    named = local.topic_link(item.slug, part.total)
    entries = tuple(shared.entry(ref, edition) for ref in part.articles)
    made = list_frame(
        shared,
        part,
        lambda other: address.topic(other, item.slug),
        item.editions,
        kind="topic",
        section="topics",
        edition=edition,
        title=named.name,
        description=described(named.name, part.total, entries, local),
        instead=address.topics,
        feed_name=f"{local.title} · {named.name}",
    )
    yield page(
        TopicData(
            page=made,
            topic=named,
            feed_anchor=address.feed_anchor(address.topic(edition, item.slug)),
            entries=entries,
        ),
        f"the page {made.address}",
    )


KIND = Kind("topic", no_units, artifacts, "topics", groups=groups, units_of=units_of)
