"""The names of places in an edition, told apart where several places have the same one.

泰州 and 台州 are both *Taizhou* in English, 新竹 is a city and a county. Which names are shared
depends on the gazetteer alone, not on the articles of a site, so a name stays as it is when
articles are added.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from generator.config import Edition
from generator.gazetteer import Gazetteer, Place

# Two places of one name that are no farther apart than this, in degrees, are one place that two
# divisions claim (金门县).
_SAME = 0.1


class Spelled(NamedTuple):
    """The full and the short name of a place in an edition, in the dictionary's forms."""

    full: str
    short: str


def spelled(place: Place, edition: Edition) -> Spelled:
    """The names of a place, which other places may share."""
    if edition == "en":
        return Spelled(place.english, place.short_english)
    if edition == "zh-Hant":
        return Spelled(place.hant, place.short_hant)
    return Spelled(place.hans, place.short)


def heading(place: Place, edition: Edition, gazetteer: Gazetteer) -> str:
    """The full name, with the province if another place of China has the same: the title of a
    page."""
    full, short = spelled(place, edition)
    others = _others(place, _full_names(gazetteer, edition).get(bare(full), ()))
    if full == short:
        label = listed(place, edition, gazetteer)
        if label != short:
            return label
    return _within(place, full, edition, gazetteer) if others else full


def listed(place: Place, edition: Edition, gazetteer: Gazetteer) -> str:
    """The short name, made longer if another city or a province has the same: the name in a list
    of cities (Taizhou, Jiangsu; Jilin City; 新竹市)."""
    full, short = spelled(place, edition)
    others = _others(place, _short_names(gazetteer, edition).get(bare(short), ()))
    if not others:
        return short
    if edition != "en":
        forms = place.common_forms
        return forms[0][edition == "zh-Hant"] if forms else full
    above = gazetteer.province_of(place.code)
    provinces = [gazetteer.province_of(other.code) for other in others]
    if above is not None and above not in provinces:
        return _within(place, short, edition, gazetteer)
    return full if full != short else f"{short} City"


def in_a_row(names: Iterable[str], edition: Edition) -> str:
    """Names in a row: 甲、乙; *A, B*; with a comma in one, *Taizhou, Jiangsu; Wuxi*."""
    found = tuple(names)
    if edition != "en":
        return "、".join(found)
    return ("; " if any("," in name for name in found) else ", ").join(found)


def _within(place: Place, name: str, edition: Edition, gazetteer: Gazetteer) -> str:
    """``name`` with the province: *Taizhou, Jiangsu*, 台湾连江县."""
    above = gazetteer.province_of(place.code)
    if above is None or above == place:
        return name
    province = spelled(above, edition).short
    return f"{name}, {province}" if edition == "en" else province + name


def _others(place: Place, found: Sequence[Place]) -> list[Place]:
    return [other for other in found if other is not place and not _same(place, other)]


def _same(one: Place, other: Place) -> bool:
    away = max(abs(one.longitude - other.longitude), abs(one.latitude - other.latitude))
    return one.hans == other.hans and away < _SAME


def bare(name: str) -> str:
    """``name`` without case, tones, spaces and apostrophes."""
    letters = unicodedata.normalize("NFD", name.casefold())
    if letters.isalnum():
        return letters  # as Chinese names and most others
    return "".join(letter for letter in letters if letter.isalnum())


@cache
def _short_names(gazetteer: Gazetteer, edition: Edition) -> Mapping[str, Sequence[Place]]:
    """Cities and provinces by short name."""
    places = dict.fromkeys((*gazetteer.cities(), *gazetteer.provinces()))
    return _by_key((bare(spelled(place, edition).short), place) for place in places)


@cache
def _full_names(gazetteer: Gazetteer, edition: Edition) -> Mapping[str, Sequence[Place]]:
    """The divisions by full name, without the thousands of names that a single place has."""
    every = _by_key((bare(spelled(place, edition).full), place) for place in gazetteer.places())
    return {
        name: tuple(place for place in places if place.level != "zone")
        for name, places in every.items()
        if len(places) > 1
    }


def _by_key(pairs: Iterable[tuple[str, Place]]) -> Mapping[str, Sequence[Place]]:
    found: dict[str, list[Place]] = {}
    for key, place in pairs:
        found.setdefault(key, []).append(place)
    return found
