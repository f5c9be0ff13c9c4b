"""``/cities.json``: the city index as data, documented in ``docs/cities.md``."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from generator.config import Edition
from generator.library.index import Library
from generator.pages.cities import counts
from generator.pages.kind import Artifact, Kind
from generator.pipeline.shared import Shared
from generator.render import address
from generator.render.views import Count
from generator.script import place_forms, style_of

PATH = "cities.json"
_VERSION = 1


class CityDataItem(msgspec.Struct, frozen=True):
    """The cities of each edition."""

    editions: dict[Edition, tuple[Count, ...]]


def units(library: Library, shared: Shared) -> Iterator[tuple[str, CityDataItem]]:
    """One unit."""
    editions = library.editions.items()
    yield "", CityDataItem({edition: counts(index.cities) for edition, index in editions})


def artifacts(item: CityDataItem, shared: Shared) -> Iterator[Artifact]:
    """The file."""
    yield Artifact(PATH, PATH, render, item)


def render(item: CityDataItem, shared: Shared) -> bytes:
    """Every city that has articles, ordered by code."""
    found: dict[str, dict[Edition, Count]] = {}
    for edition, counted in item.editions.items():
        for count in counted:
            found.setdefault(count.ident, {})[edition] = count
    cities = [_city(shared, code, found[code]) for code in sorted(found)]
    data = {"version": _VERSION, "cities": cities}
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def _city(shared: Shared, code: str, counted: Mapping[Edition, Count]) -> dict[str, Any]:
    place = shared.gazetteer.by_code(code)
    if place is None:
        raise KeyError(code)
    province = shared.gazetteer.province_of(code) or place
    most = max(counted.values(), key=lambda count: count.articles)
    base = shared.site.base_url
    style = style_of(shared.site)

    def names(hans: str, hant: str, english: str) -> dict[str, str]:
        return {"zh-Hans": hans, "zh-Hant": place_forms({hans: hant}, style)[hans], "en": english}

    return {
        "code": place.code,
        "slug": place.slug,
        "name": names(place.hans, place.hant, place.english),
        "short_name": names(place.short, place.short_hant, place.short_english),
        "pinyin": place.pinyin,
        "province": {
            "code": province.code,
            "name": names(province.hans, province.hant, province.english),
        },
        "region": province.region,
        "longitude": place.longitude,
        "latitude": place.latitude,
        "articles": most.articles,
        "newest": most.newest[:10],
        "editions": {
            edition: {
                "url": base + address.city(edition, place.slug),
                "feed": base + address.feed(address.city(edition, place.slug)),
                "articles": count.articles,
                "newest": count.newest[:10],
            }
            for edition, count in counted.items()
        },
    }  # fmt: skip


KIND = Kind("cities_json", units, artifacts)
