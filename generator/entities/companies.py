"""Companies that city news often names, with their names in three editions
(``data/companies.csv``)."""

from __future__ import annotations

import csv
from collections.abc import Collection, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import NamedTuple


class Company(NamedTuple):
    """A company by its Simplified, Traditional and English name. ``also`` are its other names in
    Simplified Chinese or English, ``unlike`` longer words that contain one of its names and are
    something else (中国石油大学)."""

    hans: str
    hant: str
    english: str
    also: tuple[str, ...]
    unlike: tuple[str, ...] = ()

    @property
    def spoken(self) -> tuple[str, ...]:
        """The names that a Simplified text may use for the company, the longest first."""
        names = {self.hans, *(name for name in self.also if not name.isascii())}
        # Other names in ASCII are left out: a short Latin name would also match inside other words.
        # An ASCII name is searched for only where it is the Chinese name of the company, too.
        return tuple(sorted(names, key=lambda name: (-len(name), name)))


@cache
def companies() -> tuple[Company, ...]:
    """All companies of the table, in its order."""
    text = files(__package__).joinpath("data/companies.csv").read_text("utf-8")
    return tuple(
        Company(
            row["hans"],
            row["hant"],
            row["english"],
            tuple(filter(None, row["also"].split(";"))),
            tuple(filter(None, row["not"].split(";"))),
        )
        for row in csv.DictReader(text.splitlines())
    )


@cache
def _by_name() -> Mapping[str, Company]:
    return MappingProxyType(
        {
            name.lower(): company
            for company in companies()
            for name in (*company.also, company.english, company.hant, company.hans)
        }
    )


def find_company(name: str) -> Company | None:
    """The company whose name in any language is ``name`` (upper and lower case are equal); ``None``
    if the table has none."""
    return _by_name().get(name.lower())


def longer_than(spoken: Collection[str], own: Company | None) -> tuple[str, ...]:
    """The words that contain one of the names ``spoken`` of a company or project and are not its
    own: longer names of other companies (中国石油化工 for 中国石油), and other longer words."""
    mine = set(own.spoken) if own else set(spoken)
    return tuple(
        longer
        for company in companies()
        for longer in (*company.spoken, *company.unlike)
        if longer not in mine and any(name in longer for name in spoken)
    )
