"""Indicators: the known names of what figures measure, with their English."""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from generator.statistics.finding import Finding

# The length in characters of the longest term to search for before or after a figure.
LONGEST = 16

# What a term of the site's glossary measures, by its ending (unless the built-in table has it).
_ENDINGS = {
    "投资": "money", "投资额": "money", "产值": "money", "总值": "money", "增加值": "money",
    "总额": "money", "收入": "money", "资金": "money", "销售额": "money", "利润": "money",
    "面积": "area", "用地": "area",
}  # fmt: skip


class Indicator(NamedTuple):
    """An indicator; ``of`` is what it measures: ``money``, ``area``, ``sold`` (floor area),
    ``length``, ``mass``, ``energy``, ``containers``, ``people``, ``visits``, ``goods`` or
    ``count``. ``whole`` and ``bare`` are as in `Finding`. A ``thing`` is one of many that are
    counted (``data/things.csv``)."""

    term: str
    english: str
    of: str
    whole: bool
    bare: bool = False
    thing: bool = False


def slug_of(found: Finding) -> str:
    """The slug of a figure's indicator for addresses and data: its English name in ASCII letters,
    or ``other-money`` and the like if the indicator is not known."""
    return _plain_letters(found.about) or f"other-{found.kind}"


@lru_cache(maxsize=4096)
def _plain_letters(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.lower())
    letters = "".join(letter if letter.isascii() and letter.isalnum() else " " for letter in plain)
    return "-".join(letters.replace(" s ", "s ").split())


def year_of(found: Finding, date: str) -> int:
    """The year of a figure, or that of its article (``date`` is an ISO date) if it has none."""
    return found.year or int(date[:4])


def part_of(found: Finding, date: str) -> str:
    """The part of the figure pages that a figure belongs to: ``tax-revenue/2023``."""
    return f"{slug_of(found)}/{year_of(found, date)}"


@cache
def builtin() -> Mapping[str, Indicator]:
    """Term → built-in indicator (``data/indicators.csv``, ``data/things.csv``)."""
    found = {
        row["term"]: Indicator(
            row["term"], row["english"], row["of"], row["whole"] == "1", row["whole"] == "-1"
        )
        for row in _rows("indicators.csv")
    }
    things = {
        row["term"]: Indicator(row["term"], row["english"], row["of"], whole=False, thing=True)
        for row in _rows("things.csv")
    }
    return MappingProxyType(things | found)


def _rows(name: str) -> Iterator[dict[str, str]]:
    text = Path(__file__).parent.joinpath("data", name).read_text("utf-8")
    yield from csv.DictReader(text.splitlines())


@cache
def _firsts() -> Mapping[tuple[str, str], str]:
    """English and what it measures → the first built-in term for it."""
    found: dict[tuple[str, str], str] = {}
    for one in builtin().values():
        found.setdefault((one.english, one.of), one.term)
    return MappingProxyType(found)


def usual_term(indicator: Indicator) -> str:
    """The term that stands for an indicator and for its other names: 进出口总额 for 进出口总值."""
    own = builtin().get(indicator.term, indicator)
    if own.of == "count":
        return indicator.term
    return _firsts().get((own.english, own.of), indicator.term)


def indicators(glossary: Iterable[tuple[str, str]]) -> Mapping[str, Indicator]:
    """Term → indicator: the built-in ones and those of a glossary (pairs of term and English).

    The glossary's English replaces the built-in one, also for other names of the same indicator
    that it does not have, except for counts, which need a plural (a glossary has the singular:
    *key project*). Other terms of the glossary are added if their ending
    tells what they measure.
    """
    found = dict(builtin())
    pairs = list(glossary)
    usual = {term: english for term, english in pairs if english}
    for term, one in builtin().items():
        own = usual.get(usual_term(one), "")
        if own and one.of != "count":
            found[term] = one._replace(english=own)
    for term, english in pairs:
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
