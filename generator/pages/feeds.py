"""The page that lists the feeds of an edition, and the same list as OPML."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from generator.config import Edition
from generator.config.editions import feed_language
from generator.library.index import Library
from generator.pages.frame import Frame, frame, page
from generator.pages.kind import Artifact, Kind
from generator.pages.lists import in_every_edition
from generator.pipeline.shared import Shared
from generator.render import address
from generator.render.city_lists import by_province
from generator.render.opml import Feed, Folder, opml
from generator.render.views import CityName, Count, Localizer


class FeedsItem(msgspec.Struct, frozen=True):
    """The lists of an edition that have feeds: its cities by code, its topics by slug. How many
    articles they have is left out, so that the page does not change with every article."""

    edition: Edition
    cities: tuple[str, ...]
    topics: tuple[str, ...]


class Followed(msgspec.Struct, frozen=True):
    """A list with feeds: its page, the addresses of its feeds, and its anchor on the page of
    feeds."""

    ident: str
    name: str
    address: str
    feed: str
    json_feed: str


class FeedsData(msgspec.Struct, frozen=True, kw_only=True):
    """The data for the template. ``own_url`` is the absolute address of the edition's own feed."""

    page: Frame
    own: Followed
    own_url: str
    opml: str
    regions: tuple[tuple[str, tuple[tuple[str, tuple[Followed, ...]], ...]], ...]
    topics: tuple[Followed, ...]


class OpmlData(msgspec.Struct, frozen=True):
    """The data for the OPML file."""

    title: str
    folders: tuple[Folder, ...]


def units(library: Library, shared: Shared) -> Iterator[tuple[str, FeedsItem]]:
    """One unit for each edition."""
    for edition, index in library.editions.items():
        yield edition, FeedsItem(edition, tuple(index.cities), tuple(index.topics))


def artifacts(item: FeedsItem, shared: Shared) -> Iterator[Artifact]:
    """The page and the file."""
    edition = item.edition
    local = shared.local(edition)
    own = _followed("all", local.title, address.folder(edition))
    topics = tuple(_topic(local, one) for one in item.topics)
    regions = tuple(
        (
            region,
            tuple((province, tuple(map(_city, cities))) for province, cities in provinces),
        )
        for region, provinces in by_province((Count(code, 0, "") for code in item.cities), local)
    )
    yield page(
        FeedsData(
            page=frame(
                shared,
                kind="feeds",
                section="feeds",
                edition=edition,
                address=address.feeds(edition),
                title=local.words["feeds"],
                description=local.words["feeds_intro"],
                peers={other: address.feeds(other) for other in shared.site.editions},
            ),
            own=own,
            own_url=shared.site.base_url + own.feed,
            opml=address.opml(edition),
            regions=regions,
            topics=topics,
        ),
        f"the page {address.feeds(edition)}",
    )
    cities = [city for _, provinces in regions for _, found in provinces for city in found]
    folders = (
        Folder("", (_feed(own, local, shared),)),
        Folder(local.words["cities"], tuple(_feed(city, local, shared) for city in cities)),
        Folder(local.words["topics"], tuple(_feed(topic, local, shared) for topic in topics)),
    )
    where = address.opml(edition)
    yield Artifact(where, f"the file {where}", render_opml, OpmlData(local.title, folders))


def render_opml(data: OpmlData, shared: Shared) -> bytes:
    """The OPML file."""
    return opml(data.title, data.folders)


def _followed(ident: str, name: str, where: str) -> Followed:
    return Followed(ident, name, where, address.feed(where), address.json_feed(where))


def _city(city: CityName) -> Followed:
    return _followed(address.feed_anchor(city.address), city.short, city.address)


def _topic(local: Localizer, topic: str) -> Followed:
    named = local.topic_link(topic)
    return _followed(address.feed_anchor(named.address), named.name, named.address)


def _feed(one: Followed, local: Localizer, shared: Shared) -> Feed:
    base = shared.site.base_url
    name = one.name if one.name == local.title else f"{local.title} · {one.name}"
    language = feed_language(local.edition, shared.site.hant_variant)
    return Feed(name, base + one.feed, base + one.address, language)


KIND = Kind("feeds", units, artifacts, "feeds", listed=in_every_edition(address.feeds))
