"""Read the tables that the package carries."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import cast

import msgspec

from generator.gazetteer.places import Level, Place

DATA = Path(__file__).parent / "data"


def rows(name: str) -> Iterator[list[str]]:
    """The rows of a table in ``data/``, without its header."""
    text = (DATA / name).read_text(encoding="utf-8")
    reader = csv.reader(text.splitlines())
    next(reader)
    return reader


def divisions() -> list[Place]:
    """Every current division, in order of code."""
    return [
        Place(
            code,
            cast(Level, level),
            parent,
            kind,
            hans,
            hant,
            pinyin,
            english,
            short,
            short_hant,
            short_english,
            slug,
            float(longitude),
            float(latitude),
            region,
        )
        for (
            code,
            level,
            parent,
            kind,
            hans,
            hant,
            pinyin,
            english,
            short,
            short_hant,
            short_english,
            slug,
            longitude,
            latitude,
            region,
        ) in rows("divisions.csv")
    ]


def zones(divided: dict[str, Place]) -> list[Place]:
    """Zones and new areas, which lie where the first of their cities lies."""
    found = []
    for (
        code,
        hans,
        hant,
        pinyin,
        english,
        short,
        short_hant,
        slug,
        parents,
        aliases,
        aliases_hant,
    ) in rows("zones.csv"):
        within = tuple(parents.split())
        seat = divided[within[0]]
        other = dict.fromkeys([*aliases.split(), *aliases_hant.split()])
        found.append(
            Place(
                code,
                "zone",
                within[0],
                "开发区",
                hans,
                hant,
                pinyin,
                english,
                short,
                short_hant,
                english,
                slug,
                seat.longitude,
                seat.latitude,
                "",
                within,
                tuple(other),
            )
        )
    return found


def papers() -> dict[str, str]:
    """Newspapers and stations whose names do not tell their city: name → code or nothing."""
    return {name: code for name, code, _ in rows("papers.csv")}


def also() -> list[tuple[str, str]]:
    """Other names that a place goes by, with its code."""
    return [(name, code) for name, code in rows("also.csv")]


def cautious() -> frozenset[str]:
    """Short names that are everyday words too."""
    return frozenset(row[0] for row in rows("cautious.csv"))


def renowned() -> frozenset[str]:
    """Districts and counties that are known by their short names alone."""
    return frozenset(row[0] for row in rows("renowned.csv"))


def landmarks() -> list[tuple[str, str, tuple[str, ...]]]:
    """Ports, airports, sights, plants and names for several cities: hans, hant, cities' codes."""
    return [(hans, hant, tuple(cities.split())) for hans, hant, cities in rows("landmarks.csv")]


def towns() -> list[tuple[str, str]]:
    """Codes of cities and the towns, townships and subdistricts that only they have, by blanks.

    The row without a code has names that tell no city.
    """
    return [(code, names) for code, names in rows("towns.csv")]


def straddles(side: str) -> dict[str, str]:
    """A name's end → the characters beside it with which words run across.

    ``side`` is ``before`` or ``after`` the name.
    """
    return {own: others for where, own, others in rows("straddles.csv") if where == side}


def wares() -> frozenset[str]:
    """Dishes, teas, crafts and the like that are known by a place and found everywhere."""
    return frozenset(name for row in rows("wares.csv") for name in row)


def brands() -> frozenset[str]:
    """Firms that are called by their city and a name of their own: 株洲中车."""
    return frozenset(name for row in rows("brands.csv") for name in row)


@cache
def abroad() -> frozenset[str]:
    """Countries and cities abroad that news often opens with."""
    return frozenset(name for hans, hant, _ in rows("abroad.csv") for name in (hans, hant))


@cache
def having_namesakes() -> tuple[str, ...]:
    """Countries some of whose places are called like places in China: 韩国|全州."""
    found = ((hans, hant) for hans, hant, namesakes in rows("abroad.csv") if namesakes)
    return tuple(name for names in found for name in names)


def guards() -> dict[str, tuple[str, str]]:
    """Short name → characters that, right before or right after it, make it no name."""
    return {name: (before, after) for name, before, after in rows("guards.csv")}


@cache
def traps() -> dict[str, str]:
    """Words that hold a name but do not mean the place, Simplified → Traditional."""
    return {row[0]: row[1] for row in rows("traps.csv")}


class Former(msgspec.Struct, frozen=True, gc=False):
    """A name or code that held once: 襄樊市, 420600, until 2010.

    ``heirs`` are the codes of the current places that followed, the main one first;
    ``last`` is the last year in which the official list had it so.
    """

    code: str
    hans: str
    hant: str
    short: str
    short_hant: str
    english: str
    heirs: tuple[str, ...]
    last: int


def former() -> list[Former]:
    """Former names and codes since 1980."""
    return [
        Former(code, hans, hant, short, short_hant, english, tuple(heirs.split()), int(last))
        for code, hans, hant, short, short_hant, english, heirs, last in rows("former.csv")
    ]


def protected() -> list[tuple[str, str]]:
    """Names whose Traditional form a converter gets wrong."""
    return [(hans, hant) for hans, hant in rows("protected.csv")]
