"""Read the tables of the package."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from sys import intern
from typing import cast

import msgspec

from generator.gazetteer.places import Level, Place

DATA = Path(__file__).parent / "data"


def rows(name: str) -> Iterator[list[str]]:
    """The rows of a CSV file in ``data/``, without its header."""
    text = (DATA / name).read_text(encoding="utf-8")
    reader = csv.reader(text.splitlines())
    next(reader)
    return reader


def divisions() -> list[Place]:
    """Every current division, sorted by code. What many have in common is kept once."""
    return [
        Place(
            code,
            cast(Level, intern(level)),
            intern(parent),
            intern(kind),
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
            intern(region),
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
    """Zones and new areas, with the coordinates of the first of their cities.

    ``divided`` has the divisions by code.
    """
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
    """Name → code of its city (empty for none), for media whose names do not contain it."""
    return {name: code for name, code, _ in rows("papers.csv")}


def also() -> list[tuple[str, str]]:
    """Pairs of another name of a place and its code."""
    return [(name, code) for name, code in rows("also.csv")]


def cautious() -> frozenset[str]:
    """Short names that are also everyday words."""
    return frozenset(row[0] for row in rows("cautious.csv"))


def renowned() -> frozenset[str]:
    """Short names of districts and counties that are usual without 区 or 县."""
    return frozenset(row[0] for row in rows("renowned.csv"))


def landmarks() -> list[tuple[str, str, tuple[str, ...]]]:
    """Ports, airports, sights, plants and names for several cities.

    Each as Simplified name, Traditional name and the codes of its cities.
    """
    return [(hans, hant, tuple(cities.split())) for hans, hant, cities in rows("landmarks.csv")]


_TOWNS = ("towns.csv", "towns_taiwan.csv")


def towns() -> list[tuple[str, str]]:
    """Pairs of a city's code and its unique towns, townships and subdistricts, separated by spaces.

    The row without a code has names that do not identify a city.
    """
    return [(code, names) for table in _TOWNS for code, names in rows(table)]


def straddles(side: str) -> dict[str, str]:
    """First or last character of a name → characters next to it that may be in the same word.

    ``side`` is ``before`` (first characters) or ``after`` (last characters).
    """
    return {own: others for where, own, others in rows("straddles.csv") if where == side}


def wares() -> frozenset[str]:
    """Dishes, teas, crafts and the like that are named after a place and found everywhere."""
    return frozenset(name for row in rows("wares.csv") for name in row)


def brands() -> frozenset[str]:
    """Names of firms that are used after their city's name: 株洲中车."""
    return frozenset(name for row in rows("brands.csv") for name in row)


@cache
def abroad() -> frozenset[str]:
    """Countries and cities abroad that news often opens with."""
    return frozenset(name for hans, hant, _ in rows("abroad.csv") for name in (hans, hant))


@cache
def having_namesakes() -> tuple[str, ...]:
    """Countries with places that have the same names as places in China: 韩国|全州."""
    found = ((hans, hant) for hans, hant, namesakes in rows("abroad.csv") if namesakes)
    return tuple(name for names in found for name in names)


def guards() -> dict[str, tuple[str, str]]:
    """Short name → characters before it, and characters after it, with which it is not a name."""
    return {name: (before, after) for name, before, after in rows("guards.csv")}


@cache
def traps() -> dict[str, str]:
    """Simplified → Traditional words that contain a name but do not mean the place."""
    return {row[0]: row[1] for row in rows("traps.csv")}


class Former(msgspec.Struct, frozen=True, gc=False):
    """A former name or code: 襄樊市, 420600, until 2010.

    ``heirs`` are the codes of the current successors, the main one first; ``last`` is the last year
    in which the official list had this name and code.
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
    """Pairs of Simplified and Traditional names that a converter gets wrong."""
    return [(hans, hant) for hans, hant in rows("protected.csv")]
