"""Lists of cities in an edition: by province, and from A to Z."""

from __future__ import annotations

from collections.abc import Iterable

from generator.render.place_names import bare
from generator.render.views import CityName, Count, Localizer


def by_province(
    cities: Iterable[Count], local: Localizer
) -> list[tuple[str, list[tuple[str, list[CityName]]]]]:
    """Regions, their provinces, their cities; in administrative order, empty ones left out."""
    regions: dict[str, dict[str, list[CityName]]] = {}
    rank = {place.code: n for n, place in enumerate(local.gazetteer.provinces())}
    placed = []
    for one in cities:
        province = local.gazetteer.province_of(one.ident) or local.city_place(one.ident)
        placed.append((rank[province.code], one.ident, province, one))
    for _, code, province, one in sorted(placed, key=lambda item: item[:2]):
        provinces = regions.setdefault(local.region(province.region), {})
        city = local.city(code, one.articles, one.newest)
        provinces.setdefault(local.place(province), []).append(city)
    return [(name, list(provinces.items())) for name, provinces in regions.items()]


def by_letter(cities: Iterable[Count], local: Localizer) -> list[tuple[str, list[CityName]]]:
    """Cities A–Z: by pinyin in the Chinese editions, by their names in the English one."""
    letters: dict[str, list[CityName]] = {}
    counts = {one.ident: one for one in cities}
    for code in from_a_to_z(counts, local):
        letter = _spelt(code, local)[0].upper()
        one = counts[code]
        letters.setdefault(letter, []).append(local.city(code, one.articles, one.newest))
    return sorted(letters.items())


def from_a_to_z(codes: Iterable[str], local: Localizer) -> list[str]:
    """The codes of cities, sorted by the letters of their names."""
    return sorted(codes, key=lambda code: (_spelt(code, local), code))


def _spelt(code: str, local: Localizer) -> str:
    """A city's name in ASCII letters: ``wulumuqi``, in English ``urumqi``."""
    place = local.city_place(code)
    return place.slug if local.edition != "en" else bare(place.short_english) or place.slug
