"""A figure that stands for another one of its kind: 30亿, 20亿 and 20亿 as 3, 3 and 2 billion.

Each value is there on both sides, so none is missing and none is added; only how often each is
said gives it away. English may say once what the Chinese says twice ("2 billion yuan each"), and
twice what it says once. Both in one text, of figures of one kind, is a slip: of 52,000 sound
pairs of news not one does it.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.english.stated import Stated
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import Figure
from generator.figures.shared.problem import FigureProblem

_Group = tuple[list[Figure], list[Stated]]


def repeated(comparison: Comparison) -> Iterator[FigureProblem]:
    """Values said fewer times than in the Chinese where another is said more often."""
    values = [(f.kind, f.value) for f, said in comparison.matches if said]
    if len(set(values)) == len(values):
        return
    groups = [group for group in _groups(comparison) if _of_one_value(group[0])]
    fewer = [group for group in groups if len(group[0]) > len(group[1])]
    more = [group for group in groups if len(group[0]) < len(group[1])]
    for figures_of_one, said in fewer:
        figure = figures_of_one[0]
        for others, instead in more:
            if others[0].kind == figure.kind and _units(said) == _units(instead):
                yield FigureProblem("changed", figure.source, figure.english, instead[-1].text)
                break


def _groups(comparison: Comparison) -> list[_Group]:
    """Figures that the same words of the English say, with these words in their order."""
    group_of: dict[int, int] = {}
    members: dict[int, _Group] = {}
    for number, (figure, said) in enumerate(comparison.matches):
        if not said:
            continue
        own: _Group = ([figure], [one for one in said if id(one) not in group_of])
        for other in {group_of[id(one)] for one in said if id(one) in group_of}:
            those, words = members.pop(other)
            own = ([*those, *own[0]], [*words, *own[1]])
        members[number] = own
        group_of.update((id(one), number) for one in own[1])
    return [(those, sorted(said, key=lambda s: s.start)) for those, said in members.values()]


def _of_one_value(figures: list[Figure]) -> bool:
    return len({figure.value for figure in figures}) == 1


def _units(said: list[Stated]) -> set[tuple[str, str]]:
    """What the words may be figures of."""
    fact = said[0].facts[0]
    return {(fact.kind, fact.unit)}
