"""Names that have changed places, with or without figures: 宁德时代41吉瓦时，比亚迪24吉瓦时 that
became "BYD with 41 GWh and CATL with 24", 北美贡献过半，欧洲增速最快 "Europe contributed more than
half and North America grew fastest".

Two clauses of the Chinese each name one of two things and say something else of it. The English is
wrong if it says in one clause of the first what belongs to the second, and in another of the second
what belongs to the first. Only what both texts say once counts, so that each word is certain.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from itertools import permutations
from typing import NamedTuple

from generator.figures.checks.swapped import contrasts
from generator.figures.checks.swapped.own_clauses import chinese_breaks, english_parts
from generator.figures.context.evidence import NAME, PARTY, WORD, is_spelt
from generator.figures.context.pinyin_words import may_be_pinyin
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_TWO = 2
# "In" and "He" begin more sentences than any name of so few letters.
_SHORT = 2
# A capital within a sentence, and one that begins it.
_CAPITAL = late_regex(r"(?<![.!?:;])\s([A-Z][A-Za-z]+)")
_FIRST = late_regex(r"(?:\A|[.!?:;]\s|\n)([A-Z][A-Za-z]+)")
# Of whom almost any figure of a text may be.
_MEASURES = frozenset({"ranked", "extremes", "measured", "halves"})
_ANYONE = late_regex(
    "[全本当][市省国县区镇村地年月]|[上去前今明下次][年月日周季半]|月份|企业|市民|居民|省级|市级|县级"
)


class _Said(NamedTuple):
    """What both texts say once: its clause in each, and its place in each."""

    here: int
    there: int
    at: int
    found: tuple[int, int]
    name: bool = False
    end: int = 0
    figure: bool = False
    amount: bool = False
    group: str = ""


def crossed_clauses(comparison: Comparison) -> Iterator[FigureProblem]:
    """Two things of which each has what is said of the other."""
    text, english = comparison.text, comparison.english
    breaks = chinese_breaks(comparison)
    parts = english_parts(comparison)
    if not breaks or not parts:
        return
    opposed = any(map(_has_two_once, contrasts.groups(comparison)))
    if not opposed and (len(comparison.unique) < _TWO or not _has_names(comparison)):
        return  # without these, two clauses are too rarely of two things
    rest = _said(comparison, breaks, parts)
    names = [said for said in rest if not said.figure]
    for one, other in permutations(names, 2):
        if one.here >= other.here or one.there == other.there:
            continue
        if not (one.name or other.name):
            continue
        by_name = one.name and other.name
        # GDP is no owner, so that words beside it do not move with it.
        in_chinese = by_name and not any(text[name.at].isascii() for name in (one, other))
        if not by_name and (other.here - one.here > 1 or not (one.group or other.group)):
            continue
        crossing = [
            [
                said
                for said in rest
                if said.here == name.here and said.there == its.there
                if (said.figure or by_name) and said is not one and said is not other
            ]
            for name, its in ((one, other), (other, one))
        ]
        kept = any(
            said.here == name.here
            and said.there == name.there
            and not (in_chinese and not said.figure and _is_beside(said, name))
            for name in (one, other)
            for said in rest
            if said is not one and said is not other
        )
        if (all(crossing) or _has_all(one, other, rest)) and not kept:
            own, others = (english[slice(*name.found)] for name in (one, other))
            source = text[one.at : max(one.end, one.at + 1)]
            yield FigureProblem("changed", source, own, others)
            return


def _has_two_once(group: contrasts.Group) -> bool:
    """Whether both texts name two things of a group once each."""
    here, there = (Counter(place.thing for place in side) for side in (group.here, group.there))
    return sum(count == 1 == there[thing] for thing, count in here.items()) >= _TWO


def _has_names(comparison: Comparison) -> bool:
    """Whether the English may name two things: a quick test, because the words that both texts
    share take long."""
    english = comparison.english
    found = set(_CAPITAL.findall(english))
    firsts = (word for word in _FIRST.findall(english) if len(word) > _SHORT)
    found |= {word for word in firsts if word.isupper() or may_be_pinyin(word)}
    return len(found) >= _TWO or bool(
        comparison.rows["known_names"] & comparison.rows_english["known_names"]
    )


def _is_beside(said: _Said, name: _Said) -> bool:
    """Whether a word belongs to a name and moves with it: 中科大研发团队, 上海外高桥."""
    return -_NEAR <= said.at - name.end <= _NEAR or -_NEAR <= name.at - said.end <= _NEAR


_NEAR = 2


def _has_all(one: _Said, other: _Said, rest: list[_Said]) -> bool:
    """Whether only one of two opposed things has amounts, and in the English only the other:
    内圈由80公里降为70公里，外圈不变 as "the outer ring from 80 to 70, the inner one as before".
    """
    if not one.group or one.group != other.group:
        return False
    if any(said.group == one.group and said not in (one, other) for said in rest):
        return False
    amounts = [said for said in rest if said.amount]
    of = [[a for a in amounts if a.here == name.here] for name in (one, other)]
    if bool(of[0]) == bool(of[1]):
        return False
    owner, without, own = (one, other, of[0]) if of[0] else (other, one, of[1])
    return (
        abs(one.here - other.here) == 1
        and all(a.there == without.there for a in own)
        and not any(a.there == owner.there for a in amounts)
    )


def _said(comparison: Comparison, breaks: list[int], parts: list[int]) -> list[_Said]:
    """The words, names and amounts that each text has once."""
    text, english, result = comparison.text, comparison.english, list[_Said]()

    def once(here: tuple[int, int], there: tuple[int, int]) -> _Said:
        clauses = bisect_right(breaks, here[0]), bisect_right(parts, there[0])
        return _Said(*clauses, here[0], there, end=here[1])

    covered: list[tuple[int, int]] = []
    for group in contrasts.groups(comparison):
        if group.name in _MEASURES:
            continue
        for thing in {place.thing for place in group.here}:
            here = [(p.start, p.end) for p in group.here if p.thing == thing]
            there = [(p.start, p.end) for p in group.there if p.thing == thing]
            if len(here) == 1 == len(there):
                covered.append(there[0])
                result.append(once(here[0], there[0])._replace(name=True, group=group.name))
    for link in comparison.links:
        if len(link.chinese) != 1 or len(link.english) != 1:
            continue
        start, end = link.english[0]
        if _TIME.fullmatch(english, start, end):
            continue
        if link.kind in _WORDS and not any(a < end and start < b for a, b in covered):
            # Europe, Xiamen: a name of which the glosses know the English
            named = link.kind != WORD or _is_proper(english, end) or is_spelt(text, english, link)
            if not named or not _ANYONE.match(text, link.chinese[0][0]):
                result.append(once(link.chinese[0], link.english[0])._replace(name=named))
    for figure, stated in comparison.unique:
        one = once((figure.start, figure.end), (stated.start, stated.end))
        result.append(one._replace(figure=True, amount=figure.kind in _AMOUNTS))
    return result


# No names of the kind that is meant.
_DATES = frozenset(
    "January February March April May June July August September October November December"
    " Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
)


def _is_proper(english: str, end: int) -> bool:
    """Whether the word that ends at ``end`` has a capital within a sentence, and is no date."""
    start = end
    while start and english[start - 1].isascii() and english[start - 1].isalpha():
        start -= 1
    word = english[start:end]
    return (
        len(word) > 1
        and word[0].isupper()
        and word not in _DATES
        and english[start - 1 : start].isspace()
        and english[start - 2 : start - 1] not in (".", "!", "?", ":", ";")
    )


_TIME = late_regex(
    r"(?i:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|[a-z]+uary|march|april|august"
    r"|[a-z]+ember|october|months?|years?|quarters?|weeks?|days?)"
)
_AMOUNTS = frozenset({
    "money", "percent", "points", "count", "measure", "duration", "fraction", "multiple",
})  # fmt: skip
_WORDS = frozenset({NAME, PARTY, WORD})
