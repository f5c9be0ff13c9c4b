"""Counterparts beside a figure: 出口增长22.1%，进口增长17.8% that became "imports up 22.1 percent
and imports up 17.8 percent", 3人死亡、264人受伤 "killed three and killed 264".

`counterparts` compares how often a text has each value of a kind. If it has several of them, only
the words in the clause of each figure tell which belongs where.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple, Protocol

from generator.figures.context.year_ends import with_starts_of_year
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import AMOUNTS, Figure
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_CHINESE_CLAUSE = late_regex("[，。；：！？、（）(),;\n]")
_ENGLISH_CLAUSE = late_regex(
    r"[,.;:!?()](?=\s|\Z)|\n|—|\s(?=(?:and|or|but|while|whereas|with|including|than|from(?!\sthe\s(?:central|prov|city|county|municip))|of\swhich)\s)"
)
_KINDS = AMOUNTS | {"fraction", "multiple", "vague"}


_OF_NOUN = late_regex(
    r"(?i:\s(?:[a-z]+\s)?(?:drop|fall|decline|decrease|slump|slide|contraction|growth|rise|increase|gain|rate|pace)\b)"
)


class Value(Protocol):
    """A value of a kind of counterparts (``counterparts``)."""

    @property
    def name(self) -> str: ...
    @property
    def chinese(self) -> re.Pattern[str]: ...
    @property
    def either(self) -> re.Pattern[str]: ...
    @property
    def english(self) -> re.Pattern[str]: ...


class _Clause(NamedTuple):
    """A figure with the words around it in either language, up to the next figure or mark."""

    figure: Figure
    chinese: str
    english: str


def other_value_beside_figure(
    comparison: Comparison, chinese: Sequence[Value], english: Sequence[Value]
) -> FigureProblem | None:
    """A figure whose clause has one value in Chinese and another in English, of the values that
    the two texts may have.
    """
    for clause in _clauses(comparison):
        said = [(v, m) for v in english if (m := v.english.search(clause.english))]
        if len(said) != 1:
            continue
        value, found = said[0]
        if clause.figure.kind == "points" and _OF_NOUN.match(clause.english, found.end()):
            continue  # "the year-on-year drop narrowed by 0.4 points"
        own = [v for v in chinese if v.chinese.search(clause.chinese)]
        if len(own) == 1 and own[0] is not value and not value.either.search(clause.chinese):
            word = own[0].chinese.search(clause.chinese)
            source = word.group() if word else ""
            return FigureProblem("changed", source, own[0].name, found.group().strip())
    return None


def _clauses(comparison: Comparison) -> list[_Clause]:
    text, english = comparison.text, comparison.english
    figures = sorted((f.start, f.end) for f in comparison.figures)
    stated = sorted((s.start, s.end) for s in comparison.stated)
    return [
        _Clause(
            figure,
            _window(text, figure.start, figure.end, figures, _CHINESE_CLAUSE),
            with_starts_of_year(
                text, _window(english, one.start, one.end, stated, _ENGLISH_CLAUSE)
            ),
        )
        for figure, one in comparison.unique_of(_KINDS)
        if figure.unit != "years old"
    ]


def _window(
    text: str, start: int, end: int, others: list[tuple[int, int]], mark: re.Pattern[str]
) -> str:
    """The words around ``start`` to ``end``, without them."""
    first = max([b for _, b in others if b <= start], default=0)
    last = min([a for a, _ in others if a >= end], default=len(text))
    marks = [m.end() for m in mark.finditer(text, first, start)]
    stop = mark.search(text, end, last)
    before = text[marks[-1] if marks else first : start]
    return f"{before}\0{text[end : stop.start() if stop else last]}"
