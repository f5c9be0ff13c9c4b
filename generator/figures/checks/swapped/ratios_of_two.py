"""The sides of a ratio: 由省、市按6:4分担 that became "by the city and the province at 6:4",
三次产业结构为14.6:41.2:44.2 "services made up 41.2 percent".
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from generator.figures.checks.needing import needing
from generator.figures.context.clauses import english_clause
from generator.figures.context.evidence import links
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import Figure
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_BY = late_regex(
    r"(?:(?<=由)|(?<=，))(?:由)?(?P<one>[\u4e00-\u9fff]{1,8}?)[、与和](?P<other>[\u4e00-\u9fff]{1,8}?)"
    r"(?:财政|双方|两级|各?自?)?(?:共同|分别)?(?:按照?|以)\Z"
)
_TWO = 2


@needing(chinese=("按", "以"))
def other_sides_of_ratio(comparison: Comparison) -> Iterator[FigureProblem]:
    """A ratio whose sides the English names in the other order."""
    text = comparison.text
    for figure, stated in comparison.matches:
        if figure.kind != "ratio" or figure.value.count(":") != 1:
            continue
        sides = _BY.search(text, max(0, figure.start - 24), figure.start)
        if sides is None:
            continue
        places = [_place(sides[group], comparison.english) for group in ("one", "other")]
        if None in places or places[0] == places[1]:
            continue
        swapped = (places[0] or 0) > (places[1] or 0)
        if len({fact.value for one in stated for fact in one.facts if fact.kind == "share"}) > 1:
            wrong = _shares_crossed(comparison, figure, swapped)
        elif stated:
            same = any(fact.text == figure.value for one in stated for fact in one.facts)
            wrong = same and swapped and max(place or 0 for place in places) < stated[0].start
        else:
            wrong = _shares_crossed(comparison, figure, swapped)
        if wrong:
            yield FigureProblem("changed", figure.source, figure.english, sides.group())


def _place(word: str, english: str) -> int | None:
    """Where the English first has the word; None if it is not certain."""
    found = [at for link in links(word, english, []) for at, _ in link.english]
    return min(found) if found else None


def _shares_crossed(comparison: Comparison, figure: Figure, swapped: bool) -> bool:
    """Whether the English states the ratio as percentages of the sides in the wrong order."""
    one, other = (Fraction(part) for part in figure.value.split(":"))
    if one == other or not one + other:
        return False
    shares = [one / (one + other), other / (one + other)]
    at = [
        next((s.start for s in comparison.stated if s.facts[0].value == share), None)
        for share in shares
    ]
    return None not in at and ((at[0] or 0) > (at[1] or 0)) != swapped


_SECTORS = late_regex("(?:三次产业|一二三产业?|三产)(?:结构|比例|比重|占比)?[^，。；0-9]{0,8}\\Z")
_OF_SECTORS = (
    late_regex(r"(?i:\b(?:farm\w*|agricultur\w*|primary)\b)"),
    late_regex(r"(?i:\b(?:industr(?:y|ial)|secondary|manufactur\w*|construction)\b)"),
    late_regex(r"(?i:\b(?:services?|tertiary)\b)"),
)


@needing(chinese=("产",), english=("farm", "agricultur", "primary", "service", "tertiary"))
def other_sectors(comparison: Comparison) -> Iterator[FigureProblem]:
    """The three sectors of the economy with the shares of others."""
    for figure in comparison.figures:
        parts = figure.value.split(":")
        if figure.kind != "ratio" or len(parts) != len(_OF_SECTORS) or len(set(parts)) < _TWO + 1:
            continue
        if not _SECTORS.search(comparison.text, 0, figure.start):
            continue
        for own, part in zip(_OF_SECTORS, parts, strict=True):
            value = Fraction(part)
            for stated in comparison.stated:
                if stated.facts[0].value not in (value, value / 100):
                    continue
                if figure.value in comparison.english.replace(" ", ""):
                    continue  # all three together, in their order
                clause = english_clause(comparison.english, stated.start, stated.end)
                named = [sector for sector in _OF_SECTORS if sector.search(clause)]
                if len(named) == 1 and named[0] is not own:
                    yield FigureProblem("changed", figure.source, "", stated.text)
