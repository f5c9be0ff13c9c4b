"""Words of time and order replaced with their counterparts: last year for 今年, monthly for 年均,
the end of the month for 月初, year on year for 环比, the second for 首次.

A kind of word has a few values (``data/counterparts.tsv``: its certain and its possible words in
Chinese, and its words in English). The English is wrong if it has one value more often than the
Chinese has certain or possible words for it, and another less often than the Chinese.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import groupby

import msgspec

from generator.figures.checks.swapped.deals import is_from_other_side
from generator.figures.checks.times.bound_counterparts import other_value_beside_figure
from generator.figures.context.year_ends import with_starts_of_year
from generator.figures.english.stated import Stated
from generator.figures.matching.bare_growth import belongs_to_bare_growth
from generator.figures.matching.comparison import Comparison
from generator.figures.matching.times.elapsed import without_turns
from generator.figures.matching.told.other_sides import is_success_rate
from generator.figures.shared.figure import Figure
from generator.figures.shared.problem import FigureProblem
from generator.figures.shared.tables import table
from generator.needs import needs_of, numbers
from generator.patterns import late_regex

# Shared parts of the patterns of the table.
_PARTS = {
    "{N}": r"(?:[0-9]{1,4}|[一二两三四五六七八九十百几数半]{1,3})",
    "{COUNT}": r"(?:(?:\d+|few|several|two|three|four|five|six|seven|eight|nine|ten|twelve"
    r"|fifteen|twenty|thirty|fifty|many|couple\sof|full)\s)?",
    "{SPAN}": r"(?:years?|months?|weeks?|days?|decades?|quarters?|centur(?:y|ies)|hours?)\b",
}


class _Value(msgspec.Struct, frozen=True):
    """A value of a kind; ``either`` matches its certain and possible words in Chinese.

    English without one of the ``words`` (if any) does not have the value, nor Chinese without one
    of the literals in ``needs``. ``bit`` is the bit of its row in `gates`.
    """

    bit: int
    name: str
    words: frozenset[str]
    needs: frozenset[str]
    chinese: re.Pattern[str]
    either: re.Pattern[str]
    english: re.Pattern[str]


class _Kind(msgspec.Struct, frozen=True):
    """Values that exclude each other; English without one of the ``words`` has none.

    If ``of_years``, a year that both texts name is not counted as "this year". ``bits`` are those
    of the values.
    """

    words: frozenset[str]
    values: tuple[_Value, ...]
    bits: int
    of_years: bool = False


@cache
def _kinds() -> tuple[_Kind, ...]:
    content = table("counterparts.tsv")
    for name, pattern in _PARTS.items():
        content = content.replace(name, pattern)
    rows = enumerate(line.split("\t") for line in content.splitlines()[1:])
    return tuple(_kind(list(group)) for _, group in groupby(rows, key=lambda item: item[1][0]))


def _kind(rows: list[tuple[int, list[str]]]) -> _Kind:
    values = tuple(
        _Value(
            1 << number,
            name,
            _words(words),
            needs_of(certain),
            late_regex(certain),
            late_regex(f"{certain}|{hint}"),
            late_regex(english),
        )
        for number, (_, name, certain, hint, english, _, words) in rows
    )
    bits = sum(value.bit for value in values)
    return _Kind(_words(rows[0][1][5]), values, bits, rows[0][1][0] == "which year")


def _words(written: str) -> frozenset[str]:
    return frozenset(written.split("|")) if written else frozenset()


def needs() -> tuple[list[frozenset[str]], list[frozenset[str]]]:
    """The literals of which each value needs one, in Chinese and in English, in order."""
    values = [value for kind in _kinds() for value in kind.values]
    return [value.needs for value in values], [value.words for value in values]


def needs_of_kinds() -> list[frozenset[str]]:
    """The English words of which each kind needs one, in order."""
    return [kind.words for kind in _kinds()]


def swapped_counterparts(comparison: Comparison) -> Iterator[FigureProblem]:
    """Words of time and order for which the English has a counterpart."""
    rows, rows_english = comparison.rows["counterparts"], comparison.rows_english["counterparts"]
    kinds = _kinds()
    for number in numbers(comparison.rows_english["counterpart_kinds"]):
        kind = kinds[number]
        told = rows & kind.bits
        may = rows_english & kind.bits if told or kind.of_years else 0
        # Quick test: most English texts have only the values of the Chinese.
        if may and (told != may or kind.of_years or told & told - 1):
            found = _of_kind(kind, comparison, told, may)
            if found is None and not kind.of_years and told & told - 1:
                found = other_value_beside_figure(
                    comparison,
                    [value for value in kind.values if value.bit & told],
                    [value for value in kind.values if value.bit & may],
                )
            if found is not None:
                yield found
    yield from _other_months(comparison.figures, comparison.stated)


def _of_kind(kind: _Kind, comparison: Comparison, told: int, may: int) -> FigureProblem | None:
    """``told`` are the bits of the values that the Chinese may have, ``may`` those of the
    English.
    """
    text, english = comparison.text, comparison.english
    if kind.of_years and "年" in text:
        text = _YEAR.sub(lambda year: "" if year[1] in english else year[0], text)
        if "前年" in text and "去年" in (
            comparison.whole or text
        ):  # "last year … the previous year"
            english = _ONE_BEFORE.sub("two years before", english)
        told = told if text == comparison.text else kind.bits
    if "初" in text:
        english = with_starts_of_year(text, english)
    if "底" in text or "末" in text:
        english = without_turns(text, comparison.figures, english)
    chinese = [(value, value.chinese.findall(text)) for value in kind.values if value.bit & told]
    for value in kind.values:
        if not value.bit & may:
            continue
        others = [(other, its) for other, its in chinese if its and other is not value]
        found = value.english.findall(english) if others else []
        if found and value.name == "year on year":
            found = [
                match.group() for match in value.english.finditer(english)
                if not belongs_to_bare_growth(comparison, match.start())
            ]  # fmt: skip
        if not found or len(found) <= len(value.either.findall(text)):
            continue
        for other, its in others:
            if other.name == "passed" and any(is_success_rate(text, f) for f in comparison.unsaid):
                continue  # 合格率为97%: "3 percent failed"
            if is_from_other_side(comparison, found[0]):
                continue  # 甲向乙出售: "B bought it from A"
            if len(its) > (len(other.english.findall(english)) if other.bit & may else 0):
                return FigureProblem("changed", its[0], other.name, found[0].strip())
    return None


_ONE_BEFORE = late_regex(r"(?i:\bthe\s(?:previous\syear|year\sbefore)\b(?!\slast))")
_YEAR = late_regex("(?<![0-9])([12][0-9]{3})年")


def _other_months(figures: list[Figure], stated: list[Stated]) -> Iterator[FigureProblem]:
    """A day without month in the Chinese, which the English puts into a month that the Chinese does
    not name for it.
    """
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
        own = months if said.value % 100 in dated else near  # 9月27日电 … 27日: in September
        if said.kind == "date" and int(said.value) // 100 not in own:
            for figure in days:
                if any(f.value == said.value % 100 for way in figure.facts for f in way):
                    yield FigureProblem("changed", figure.source, figure.english, one.text)
                    break
