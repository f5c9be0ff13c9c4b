"""Compares cities side by side; they are chosen by the address, and a script builds the page."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from generator.config import Edition
from generator.library.index import Library
from generator.pages.cities import search_key
from generator.pages.frame import Frame, frame, page
from generator.pages.kind import Artifact, Kind
from generator.pages.lists import in_every_edition
from generator.pipeline.shared import Shared
from generator.render import address
from generator.render.city_lists import from_a_to_z
from generator.render.views import Named


class CompareItem(msgspec.Struct, frozen=True):
    """The cities of an edition, by code."""

    edition: Edition
    cities: tuple[str, ...]


class Candidate(msgspec.Struct, frozen=True, array_like=True):
    """A city to choose: its slug, the text by which it is found, its province, and its page."""

    slug: str
    key: str
    province: str
    city: Named


class CompareData(msgspec.Struct, frozen=True, kw_only=True):
    """The data for the template."""

    page: Frame
    cities: tuple[Candidate, ...]


def units(library: Library, shared: Shared) -> Iterator[tuple[str, CompareItem]]:
    """One unit for each edition."""
    for edition, index in library.editions.items():
        yield edition, CompareItem(edition, tuple(sorted(index.cities)))


def artifacts(item: CompareItem, shared: Shared) -> Iterator[Artifact]:
    """The page."""
    edition = item.edition
    local = shared.local(edition)
    found = []
    for code in from_a_to_z(item.cities, local):
        place = local.city_place(code)
        province = local.gazetteer.province_of(code) or place
        inside = "" if province == place else local.short_place(province)
        link = local.city_link(code)
        # "Taizhou, Jiangsu" says it already.
        inside = "" if inside in link.name else inside
        found.append(Candidate(place.slug, search_key(local, code), inside, link))
    yield page(
        CompareData(
            page=frame(
                shared,
                kind="compare",
                section="cities",
                edition=edition,
                address=address.compare(edition),
                title=local.words["compare"],
                description=local.words["compare_intro"],
                peers={other: address.compare(other) for other in shared.site.editions},
            ),
            cities=tuple(found),
        ),
        f"the page {address.compare(edition)}",
    )


KIND = Kind("compare", units, artifacts, "cities", listed=in_every_edition(address.compare))
