"""Votes for and against that have changed places: 赞成158票、反对3票 that became "adopted by three
votes to 158", 124票赞成、14票反对、43票弃权 "passed 124-43".
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from generator.figures.checks.needing import needing
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import only_value
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_FOR, _AGAINST, _ABSTAINED = "赞成|同意|支持", "反对", "弃权"
_AFTER = tuple(
    late_regex(rf"票?[\u4e00-\u9fff]{{0,3}}(?:{side})") for side in (_FOR, _AGAINST, _ABSTAINED)
)
_BEFORE = tuple(
    late_regex(rf"(?:{side})票?数?(?:为|的|有|是)?\Z") for side in (_FOR, _AGAINST, _ABSTAINED)
)
_TO = late_regex(r"(?i:\s?(?:to|[-–—]|votes?\sto)\s?)")
_SIDE = late_regex(r"(?i:(?:\svotes?)?\s(?:(?P<against>against)|in\s(?:favou?r|support)|for\b))")
_ADOPTED = late_regex(
    r"(?i:\b(?:adopt\w*|pass(?:ed|es|ing|age)|approv\w+|endors\w+|carried|back(?:ed|ing)|elected|confirmed|ratified|cleared)\b)"
)
_REFUSED = late_regex(
    r"(?i:\b(?:reject\w*|defeat\w*|voted\sdown|vetoe?d?|fail\w*|threw\sout|thrown\sout|fell|turned\sdown|lost|not|oppos\w+)\b)"
)
_TWO = 2


def _sides(comparison: Comparison) -> dict[Fraction, int]:
    """The numbers of votes of the Chinese, each with its side: 0 for, 1 against, 2 abstained."""
    text = comparison.text
    sides: dict[Fraction, int] = {}
    for figure in comparison.figures:
        value = only_value(figure)
        if value is None:
            continue
        before = text[max(0, figure.start - 6) : figure.start]
        side = next((n for n in range(3) if _BEFORE[n].search(before)), None)
        if side is None:
            side = next((n for n in range(3) if _AFTER[n].match(text, figure.end)), None)
        if side is None:
            continue
        if value in sides or side in sides.values():
            return {}  # of several votes
        sides[value] = side
    return sides


@needing(chinese=("反对",))
def swapped_votes(comparison: Comparison) -> Iterator[FigureProblem]:
    """14票赞成、1票反对 that became "14 to one against"."""
    english = comparison.english
    sides = _sides(comparison)
    if len(sides) < _TWO or 1 not in sides.values():
        return
    votes = {side: value for value, side in sides.items()}
    for first, second in pairwise(comparison.stated):
        one, other = (sides.get(stated.facts[0].value) for stated in (first, second))
        if one is None or other is None or not _TO.fullmatch(english, first.end, second.start):
            continue
        named = _SIDE.match(english, second.end)
        if _ABSTENTION in (one, other):
            turned = {0, 1} <= set(votes)
        elif named:
            # "14 to one against": the first number is that against
            turned = (one == 1) != bool(named["against"])
        else:
            adopted = _ADOPTED.search(english) and not _REFUSED.search(english)
            turned = bool(adopted) and one == 1 and votes[0] > votes[1]
        if turned:
            figure = next(f for f in comparison.figures if only_value(f) == votes[one])
            found = english[first.start : named.end() if named else second.end]
            yield FigureProblem("changed", figure.source, figure.english, found)


_ABSTENTION = 2
