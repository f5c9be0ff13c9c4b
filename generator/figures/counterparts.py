"""Words that the English turns into their counterparts: last year for 今年, monthly for 年均, the
end of the month for 月初, year on year for 环比, the second for 首次.

Each kind of word has a few values (``data/counterparts.tsv``: what says one for sure in Chinese,
what may hint at it, and what says it in English). The English is wrong where it has one of them
oftener than the Chinese says it or hints at it, and another more seldom than the Chinese.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from pathlib import Path

import msgspec

from generator.figures.english_figure import Stated
from generator.figures.figure import Figure
from generator.figures.problem import FigureProblem
from generator.patterns import late_regex

# What the patterns of the table have in common.
_PARTS = {
    "{N}": r"(?:[0-9]{1,4}|[一二两三四五六七八九十百几数半]{1,3})",
    "{COUNT}": r"(?:(?:\d+|few|several|two|three|four|five|six|seven|eight|nine|ten|twelve"
    r"|fifteen|twenty|thirty|fifty|many|couple\sof|full)\s)?",
    "{SPAN}": r"(?:years?|months?|weeks?|days?|decades?|quarters?|centur(?:y|ies)|hours?)\b",
}


class _Value(msgspec.Struct, frozen=True):
    """A value of a kind; ``either`` is what says it or hints at it in Chinese."""

    name: str
    chinese: re.Pattern[str]
    either: re.Pattern[str]
    english: re.Pattern[str]


class _Kind(msgspec.Struct, frozen=True):
    """Values of which one stands for another; ``any_of`` finds whether the Chinese has any, and
    no English has any without one of the ``words``."""

    words: tuple[str, ...]
    any_of: re.Pattern[str]
    values: tuple[_Value, ...]


@cache
def _kinds() -> tuple[_Kind, ...]:
    table = Path(__file__).parent.joinpath("data/counterparts.tsv").read_text("utf-8")
    for name, pattern in _PARTS.items():
        table = table.replace(name, pattern)
    rows = [line.split("\t") for line in table.splitlines()[1:]]
    return tuple(_kind(list(group)) for _, group in groupby(rows, key=lambda row: row[0]))


def _kind(rows: list[list[str]]) -> _Kind:
    values = (
        _Value(name, late_regex(said), late_regex(f"{said}|{hint}"), late_regex(english))
        for _, name, said, hint, english, _ in rows
    )
    any_of = late_regex("|".join(row[2] for row in rows))
    return _Kind(tuple(rows[0][5].split("|")), any_of, tuple(values))


_ENGLISH_WORD = late_regex("[a-z]+")


@cache
def _by_beginning() -> dict[str, list[tuple[int, str]]]:
    """Which kinds may be there, by how a word of the English begins: most are ruled out at once."""
    found: dict[str, list[tuple[int, str]]] = {}
    for number, kind in enumerate(_kinds()):
        for words in kind.words:
            runs = _ENGLISH_WORD.findall(words)
            longest = max(reversed(runs), key=len)  # total of "a total", m of "a.m"
            found.setdefault(longest[:3], []).append((number, words))
    return found


def counterparts(
    text: str, english: str, figures: list[Figure], stated: list[Stated]
) -> Iterator[FigureProblem]:
    """Words of time and order of which the English says another."""
    lower = english.lower()
    beginnings = {word[:3] for word in _ENGLISH_WORD.findall(lower)}
    by_beginning = _by_beginning()
    there = {
        number
        for beginning in beginnings
        for number, words in by_beginning.get(beginning, ())
        if words in lower
    }
    for number in sorted(there):
        kind = _kinds()[number]
        if kind.any_of.search(text):
            found = _of_kind(kind, text, english)
            if found is not None:
                yield found
    yield from _other_months(figures, stated)


def _of_kind(kind: _Kind, text: str, english: str) -> FigureProblem | None:
    said = {v.name: v.english.findall(english) for v in kind.values}
    if not any(said.values()):
        return None
    for value in kind.values:
        times = len(said[value.name])
        if not times or times <= len(value.either.findall(text)):
            continue
        for other in kind.values:
            there = other.chinese.findall(text) if other is not value else []
            if len(there) > len(said[other.name]):
                word = said[value.name][0].strip()
                return FigureProblem("changed", there[0], other.name, word)
    return None


def _other_months(figures: list[Figure], stated: list[Stated]) -> Iterator[FigureProblem]:
    """A day without its month that the English puts into a month that the Chinese does not
    name, though it names one."""
    days = [f for f in figures if f.unit == "day"]
    if not days:
        return
    facts = [fact for figure in figures for way in figure.facts for fact in way]
    dated = {fact.value % 100 for fact in facts if fact.kind == "date"}
    months = {int(fact.value) // 100 for fact in facts if fact.kind == "date"}
    months |= {int(fact.value) for fact in facts if fact.kind == "month"}
    if not months:
        return
    near = {(m + shift - 1) % 12 + 1 for m in months for shift in range(-2, 3)}
    for one in stated:
        said = one.facts[0]
        own = months if said.value % 100 in dated else near  # 9月27日电 … 27日: of September
        if said.kind == "date" and int(said.value) // 100 not in own:
            for figure in days:
                if any(f.value == said.value % 100 for way in figure.facts for f in way):
                    yield FigureProblem("changed", figure.source, figure.english, one.text)
                    break
