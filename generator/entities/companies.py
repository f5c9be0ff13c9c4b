"""Companies that city news often names, in three scripts (``data/companies.csv``)."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import NamedTuple


class Company(NamedTuple):
    """A company by its Simplified, Traditional and English name; ``also`` are other names of it
    in Simplified Chinese or English."""

    hans: str
    hant: str
    english: str
    also: tuple[str, ...]

    @property
    def spoken(self) -> tuple[str, ...]:
        """What a Simplified text may call it, the longest first."""
        names = {self.hans, *(name for name in self.also if not name.isascii())}
        # A name in Latin letters alone is looked for only where it is the Chinese one too.
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
    """The company that ``name`` means, in any script; ``None`` where the table has none."""
    return _by_name().get(name.lower())
