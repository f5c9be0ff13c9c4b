"""The names of places in Latin letters, for `generator.gazetteer.romanised`."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache

from generator.gazetteer import tables
from generator.gazetteer.lookup import Gazetteer
from generator.gazetteer.places import Place

_LONG_ENOUGH = 4  # the least number of letters of a county's name without County


def key_of(name: str) -> str:
    """``name`` without marks, hyphens and capitals, as the tables have it."""
    if name.isascii():
        return " ".join(name.replace("'", "").replace("-", " ").lower().split())
    plain = unicodedata.normalize("NFD", name)
    letters = "".join(c for c in plain if not unicodedata.combining(c) and c not in "'’ʼ")
    return " ".join(letters.replace("-", " ").casefold().split())


@cache
def names_known(gazetteer: Gazetteer) -> dict[str, tuple[tuple[str, ...], bool]]:
    """Normalised name → codes, and whether it is a full name (Wusheng County)."""
    full: dict[str, dict[str, None]] = {}
    bare: dict[str, dict[str, None]] = {}
    for place in gazetteer.places():
        if place.level == "province" and not place.is_city:
            continue
        for name in _spellings(place):
            table = bare if name == place.short_english else full
            table.setdefault(key_of(name), {})[place.code] = None
    for name, code in tables.also():
        found = gazetteer.by_code(code)
        if name.isascii() and found and (found.level != "province" or found.is_city):
            full.setdefault(key_of(name), {})[code] = None
    made = {key: (tuple(codes), True) for key, codes in full.items()}
    for key, codes in bare.items():
        cities = tuple(code for code in codes if (p := gazetteer.by_code(code)) and p.is_city)
        made.setdefault(key, (cities or tuple(codes), False))
    for key, counties in counties_known(gazetteer).items():
        made.setdefault(key, (counties, False))
    return made


@cache
def counties_known(gazetteer: Gazetteer) -> dict[str, tuple[str, ...]]:
    """Short names of well-known counties → codes; they count only in a context such as *in*."""
    alike: dict[str, dict[str, None]] = {}
    known: set[str] = set()
    renowned = tables.renowned()
    for place in gazetteer.places():
        if place.level == "province" and not place.is_city:
            continue
        key = key_of(place.short_english)
        alike.setdefault(key, {})[place.code] = None
        short = place.level == "county" and place.kind != "县级市"
        if short and place.short in renowned and len(key) >= _LONG_ENOUGH:
            known.add(key)
    grand = (
        p for p in gazetteer.places() if p.is_city or p.kind == "县级市" or p.level == "province"
    )
    cities = {key_of(place.short_english) for place in grand}
    return {key: tuple(alike[key]) for key in sorted(known - cities)}


def _spellings(place: Place) -> Iterator[str]:
    """The full English name, and the short one for cities and county-level cities."""
    if place.english != place.short_english or place.level == "zone":
        yield place.english
    if place.is_city or place.kind == "县级市":
        yield place.short_english
        yield f"{place.short_english} City"
        yield f"{place.short_english} Municipality"
