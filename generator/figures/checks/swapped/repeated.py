"""A figure in place of another one of its kind: 30亿, 20亿 and 20亿 as 3, 3 and 2 billion.

Both texts have each value, so that none is missing and none is added; only the counts differ.
English may state once what the Chinese repeats ("2 billion yuan each"), and repeat what it states
once. Both in one text, for figures of the same kind, is an error: none of 52,000 correct pairs of
news has it.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.english.stated import Stated
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import Figure
from generator.figures.shared.problem import FigureProblem

_Group = tuple[list[Figure], list[Stated]]


def repeated(comparison: Comparison) -> Iterator[FigureProblem]:
    """Values stated fewer times than in the Chinese, while another is stated more often."""
    values = [(f.kind, f.value) for f, expressing in comparison.matches if expressing]
    if len(set(values)) == len(values):
        return
    groups = [group for group in _groups(comparison) if _of_one_value(group[0])]
    fewer = [group for group in groups if len(group[0]) > len(group[1])]
    more = [group for group in groups if len(group[0]) < len(group[1])]
    for figures_of_one, expressing in fewer:
        figure = figures_of_one[0]
        for others, instead in more:
            if others[0].kind == figure.kind and _units(expressing) == _units(instead):
                yield FigureProblem("changed", figure.source, figure.english, instead[-1].text)
                break


def _groups(comparison: Comparison) -> list[_Group]:
    """Figures that the same places in the English express, with these places in order."""
    group_of: dict[int, int] = {}
    members: dict[int, _Group] = {}
    for number, (figure, expressing) in enumerate(comparison.matches):
        if not expressing:
            continue
        own: _Group = ([figure], [one for one in expressing if id(one) not in group_of])
        for other in {group_of[id(one)] for one in expressing if id(one) in group_of}:
            those, words = members.pop(other)
            own = ([*those, *own[0]], [*words, *own[1]])
        members[number] = own
        group_of.update((id(one), number) for one in own[1])
    return [
        (those, sorted(expressing, key=lambda s: s.start)) for those, expressing in members.values()
    ]


def _of_one_value(figures: list[Figure]) -> bool:
    return len({figure.value for figure in figures}) == 1


def _units(expressing: list[Stated]) -> set[tuple[str, str]]:
    """The kinds and units that the places may be of."""
    fact = expressing[0].facts[0]
    return {(fact.kind, fact.unit)}
