"""Cities that have one name in English, in the machine English of an article that names several of
them: 苏州 and 宿州 become *Suzhou (Jiangsu)* and *Suzhou (Anhui)*."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import msgspec

from generator.gazetteer import Gazetteer, Place


class Namesake(msgspec.Struct, frozen=True, array_like=True):
    """A city: its short name in Simplified Chinese, its English name, its province in English."""

    chinese: str
    english: str
    province: str


def namesakes_in(text: str, gazetteer: Gazetteer) -> tuple[Namesake, ...]:
    """The cities that the Simplified ``text`` names and that have their English name in common with
    another city in it."""
    found: list[Namesake] = []
    for group in _groups(gazetteer):
        named = [one for one in group if one.chinese in text]
        found += named if len(named) > 1 else []
    return tuple(found)


def told_apart(english: str, source: str, namesakes: Sequence[Namesake]) -> str:
    """``english``, the machine English of the segment ``source``, with the provinces of
    ``namesakes``. A segment that names two of one name is left as it is, since the English may name
    them in another order."""
    for name in dict.fromkeys(one.english for one in namesakes):
        named = [one for one in namesakes if one.english == name and one.chinese in source]
        if len(named) == 1:
            # Not Suzhou Industrial Park, nor what has its province already.
            alone = rf"\b{re.escape(name)}\b(?! [A-Z(]|, [A-Z])"
            english = re.sub(alone, f"{name} ({named[0].province})", english)
    return english


@cache
def _groups(gazetteer: Gazetteer) -> tuple[tuple[Namesake, ...], ...]:
    by_name: dict[str, list[Place]] = {}
    for city in gazetteer.cities():
        by_name.setdefault(city.short_english, []).append(city)
    return tuple(
        tuple(_namesake(city, gazetteer) for city in cities)
        for cities in by_name.values()
        if len({city.short for city in cities}) > 1
    )


def _namesake(city: Place, gazetteer: Gazetteer) -> Namesake:
    province = gazetteer.province_of(city.code) or city
    return Namesake(city.short, city.short_english, province.short_english)
