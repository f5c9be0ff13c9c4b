"""The front page of an edition: the newest summaries, and on its first page the largest groups."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

import msgspec

from generator.config import Edition
from generator.library.article import ArticleRef
from generator.library.index import Library
from generator.library.picture import Pictures
from generator.pages.frame import Frame, frame, page
from generator.pages.front import Front, FrontItem, front, front_item
from generator.pages.kind import Artifact, Kind, Menu
from generator.pages.lists import Slice, Span, described, neighbours, spans
from generator.pipeline.shared import Shared
from generator.render import address, metadata
from generator.render.pictures import Figure, figure, shown_lead
from generator.render.views import Entry


class HomeItem(msgspec.Struct, frozen=True):
    """A page of the list; ``front`` and ``pictures`` (of the lead story) are set on the first page
    only."""

    edition: Edition
    part: Slice
    editions: tuple[Edition, ...]
    front: FrontItem | None = None
    pictures: Pictures = ()


class HomePages(msgspec.Struct, frozen=True, array_like=True):
    """Some numbered pages of the list, in the editions that have the same articles."""

    editions: tuple[Edition, ...]
    span: Span


class Day(NamedTuple):
    """A day in a list: its ISO date, its text, its articles."""

    date: str
    text: str
    entries: tuple[Entry, ...]


class HomeData(msgspec.Struct, frozen=True, kw_only=True):
    """The data for the template. ``lead`` is the lead story of the first page; ``foreign`` are
    stories that are not in the page's language."""

    page: Frame
    entries: tuple[Entry, ...]
    lead: Entry | None
    lead_picture: Figure | None
    days: tuple[Day, ...]
    foreign: tuple[Entry, ...]
    issue: Front | None
    metadata: str


def units(library: Library, shared: Shared) -> Iterator[tuple[str, HomeItem]]:
    """One unit for the first page of each edition."""
    lengths = _lengths(library)
    for index, having in library.indexes:
        # The first span is the page at the list's own address.
        span = next(spans(index.articles, lengths, shared.site.page_size))
        part, _ = next(span.slices())
        for edition in having:
            lead = leading(index.articles, shared.site.lead, edition)
            pictures = library.pictures_of(lead.lead_pictures if lead else ())
            first = front_item(index, lead)
            yield f"{edition}/0", HomeItem(edition, part, tuple(lengths), first, pictures)


def groups(library: Library, shared: Shared) -> Iterator[tuple[str, HomePages]]:
    """The numbered pages in groups."""
    lengths = _lengths(library)
    for index, having in library.indexes:
        for span in spans(index.articles, lengths, shared.site.page_size):
            if span.first:
                yield f"{having[0]}/{span.first}", HomePages(having, span)


def units_of(group: HomePages, shared: Shared) -> Iterator[tuple[str, HomeItem]]:
    """One unit for each page of a group."""
    for part, editions in group.span.slices():
        for edition in group.editions:
            yield f"{edition}/{part.number}", HomeItem(edition, part, editions)


def _lengths(library: Library) -> dict[Edition, int]:
    return {edition: len(index.articles) for edition, index in library.editions.items()}


def leading(refs: Sequence[ArticleRef], slug: str, edition: Edition) -> ArticleRef | None:
    """The lead story of the front page: the article ``slug``, else the newest pinned one, else the
    newest. Articles with text in ``edition`` are preferred to all others."""
    refs = [ref for ref in refs if edition in ref.own] or refs
    named = next((ref for ref in refs if ref.slug == slug), None)
    pinned = named or next((ref for ref in refs if ref.pinned), None)
    return pinned or next(iter(refs), None)


def artifacts(item: HomeItem, shared: Shared) -> Iterator[Artifact]:
    """The page."""
    edition, part = item.edition, item.part
    local = shared.local(edition)
    where = address.folder(edition)
    newer, older = neighbours(where, part)
    entries = tuple(shared.entry(ref, edition) for ref in part.articles)
    first = item.front
    ref = first.lead if first else None
    lead = shared.entry(ref, edition) if ref else None
    shown = None
    if ref and item.pictures:
        shown = shown_lead(shared.meta(ref), edition, dict(item.pictures))
    rest = [entry for entry in entries if lead is None or entry.slug != lead.slug]
    base = shared.site.base_url
    yield page(
        HomeData(
            page=frame(
                shared,
                kind="home",
                section="latest",
                edition=edition,
                address=address.paged(where, part.number),
                title=local.title if first else local.words["all_summaries"],
                description=local.description
                if first
                else described(local.words["all_summaries"], 0, entries, local),
                peers={
                    other: address.paged(address.folder(other), part.number)
                    for other in item.editions
                },
                default=base if first else "",
                number=part.number,
                newer=newer,
                older=older,
                pictures=shown is not None,
            ),
            entries=entries,
            lead=lead,
            days=days([entry for entry in rest if not entry.lang]) if first else (),
            foreign=tuple(entry for entry in rest if entry.lang) if first else (),
            lead_picture=figure(*shown, address.root_from(where)) if shown else None,
            issue=front(first, part.articles, edition, shared) if first else None,
            metadata=metadata.web_site(
                local.title, local.description, base + where, edition, local.publisher
            )
            if first and entries
            else "",
        ),
        f"the page {address.paged(where, part.number)}",
    )


def days(entries: Sequence[Entry]) -> tuple[Day, ...]:
    """``entries`` grouped by day, in their order."""
    # Within a day, articles whose day is estimated come last, under a heading of their own.
    ordered = [
        entry
        for _, of_day in groupby(entries, key=lambda entry: entry.date[:10])
        for entry in sorted(of_day, key=lambda entry: entry.estimated)
    ]
    by_day = groupby(ordered, key=lambda entry: (entry.date[:10], entry.date_text))
    return tuple(Day(date, text, tuple(found)) for (date, text), found in by_day)


KIND = Kind(
    "home",
    units,
    artifacts,
    "latest",
    Menu("latest", address.folder, 0),
    groups=groups,
    units_of=units_of,
)
