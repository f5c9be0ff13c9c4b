"""Names that have changed places, without figures: 北美贡献过半，欧洲增速最快 that became "Europe
contributed more than half and North America grew fastest".

Two clauses of the Chinese each name one of two things and say something else of it. The English is
wrong if it says in one clause of the first what belongs to the second, and in another of the second
what belongs to the first. Only what both texts say once counts, so that each word is certain.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import permutations
from typing import NamedTuple

from generator.figures.checks.swapped import contrasts
from generator.figures.context.evidence import NAME, PARTY, WORD
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_BREAK = late_regex("[，。；;！？,\n]")
_PARTS = late_regex(
    r"(?i:[,;:](?=\s)|[.!?](?=\s|\Z)|[()—–\n]"
    r"|\s(?:and|but|while|whereas|as|with|against|though|although|when|which)(?=\s))"
)


# Of whom almost any figure of a text may be.
_ANYONE = late_regex("[全本当][市省国县区镇村地年月]|市民|居民|省级|市级|县级")


class _Said(NamedTuple):
    """What both texts say once: its clause in each, and its place in each."""

    here: int
    there: int
    at: int
    found: tuple[int, int]


def crossed_clauses(comparison: Comparison) -> Iterator[FigureProblem]:
    """Two things of which each has what is said of the other."""
    text, english = comparison.text, comparison.english
    breaks = [m.start() for m in _BREAK.finditer(text)]
    parts = [m.start() for m in _PARTS.finditer(english)]
    if not breaks or not parts:
        return
    names, rest = _names(comparison, breaks, parts)
    if len(names) < 2 or len(rest) < 2:
        return
    for one, other in permutations(names, 2):
        if one.here >= other.here or one.there == other.there:
            continue
        crossing = [
            [said for said in rest if said.here == name.here and said.there == its.there]
            for name, its in ((one, other), (other, one))
        ]
        kept = any(
            said.here == name.here and said.there == name.there
            for name in (one, other)
            for said in rest
        )
        if all(crossing) and not kept:
            start, end = one.found
            yield FigureProblem("changed", text[one.at : one.at + 4], found=english[start:end])
            return


def _names(
    comparison: Comparison, breaks: list[int], parts: list[int]
) -> tuple[list[_Said], list[_Said]]:
    """The things named, and the other words, each once in both texts."""
    text, names, rest = comparison.text, [], []

    def said(here: tuple[int, int], there: tuple[int, int]) -> _Said:
        return _Said(bisect_right(breaks, here[0]), bisect_right(parts, there[0]), here[0], there)

    covered: list[tuple[int, int]] = []
    for group in contrasts.groups(comparison):
        for thing in {place.thing for place in group.here}:
            here = [p for p in group.here if p.thing == thing]
            there = [p for p in group.there if p.thing == thing]
            if len(here) == 1 == len(there):
                names.append(said((here[0].start, here[0].end), (there[0].start, there[0].end)))
                covered.append((there[0].start, there[0].end))
    for link in comparison.links:
        if len(link.chinese) != 1 or len(link.english) != 1:
            continue
        start, end = link.english[0]
        if any(a < end and start < b for a, b in covered):
            continue
        one = said(link.chinese[0], link.english[0])
        if link.kind in (NAME, PARTY):
            if not _ANYONE.match(text, link.chinese[0][0]):
                names.append(one)
        elif link.kind == WORD:
            rest.append(one)
    for figure, stated in comparison.unique:
        rest.append(said((figure.start, figure.end), (stated.start, stated.end)))
    return names, rest
