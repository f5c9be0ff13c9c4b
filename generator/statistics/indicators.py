"""Known names of what figures measure, with their English."""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from generator.statistics.finding import Finding

# The longest term, in characters, that is looked for before or after a figure.
LONGEST = 16

# What a term of the site's own glossary measures, by how it ends, where the built-in
# table does not have it.
_ENDINGS = {
    "投资": "money", "投资额": "money", "产值": "money", "总值": "money", "增加值": "money",
    "总额": "money", "收入": "money", "资金": "money", "销售额": "money", "利润": "money",
    "面积": "area", "用地": "area",
}  # fmt: skip


class Indicator(NamedTuple):
    """``of`` is ``money``, ``area``, ``length``, ``people`` or ``count``.

    ``whole`` and ``bare`` are as in `Finding`.
    """

    term: str
    english: str
    of: str
    whole: bool
    bare: bool = False


def slug_of(found: Finding) -> str:
    """What stands for the indicator of a figure in addresses and data: its English name in plain
    letters, or ``other-money`` and the like where it is not known what it measures."""
    return _plain_letters(found.about) or f"other-{found.kind}"


@lru_cache(maxsize=4096)
def _plain_letters(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.lower())
    letters = "".join(letter if letter.isascii() and letter.isalnum() else " " for letter in plain)
    return "-".join(letters.replace(" s ", "s ").split())


def year_of(found: Finding, date: str) -> int:
    """The year that a figure belongs to: its own, or that of its article of ``date``."""
    return found.year or int(date[:4])


def part_of(found: Finding, date: str) -> str:
    """What a figure is found under: ``tax-revenue/2023``."""
    return f"{slug_of(found)}/{year_of(found, date)}"


@cache
def builtin() -> Mapping[str, Indicator]:
    """The indicators that come along, by term (``data/indicators.csv``)."""
    text = Path(__file__).parent.joinpath("data/indicators.csv").read_text("utf-8")
    rows = csv.DictReader(text.splitlines())
    return MappingProxyType(
        {
            row["term"]: Indicator(
                row["term"], row["english"], row["of"], row["whole"] == "1",
                               row["whole"] == "-1")
         for row in rows}
    )  # fmt: skip


def indicators(glossary: Iterable[tuple[str, str]]) -> Mapping[str, Indicator]:
    """The built-in indicators and those of a glossary, given as terms with their English.

    A glossary's English wins where its term counts nothing (it names one thing: *key
    project*, and a count needs the plural); its other terms are taken where their ending
    tells what they measure.
    """
    found = dict(builtin())
    for term, english in glossary:
        known = found.get(term)
        if not english or not 2 <= len(term) <= LONGEST:
            continue
        if known is not None:
            if known.of != "count":
                found[term] = known._replace(english=english)
            continue
        ending = next((of for end, of in _ENDINGS.items() if term.endswith(end)), "")
        if ending:
            found[term] = Indicator(term, english, ending, False)
    return found
