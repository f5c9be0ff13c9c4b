"""Fractions by which English states a figure roughly: "nearly two-thirds" for 64.8%, "one in 17"
for 5.8%, "a quarter of them, 11,000" of 42,000, "one room in 20 was empty" for 九成五.

A fraction must be near the exact value, on the side that its hedge says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

import msgspec

from generator.figures.context.direction import chinese_direction
from generator.figures.english.hedges import english_hedge
from generator.figures.english.stated import Stated
from generator.figures.matching.agreement import expresses
from generator.figures.matching.calculations.fraction_words import (
    Part,
    is_lacking,
    is_opposite,
    is_rest,
    way_of,
)
from generator.figures.matching.texts import Found, Texts
from generator.figures.shared.figure import Fact, Figure
from generator.figures.shared.units import is_plain_count
from generator.patterns import late_regex

_IN_PARTS = late_regex(
    r"(?i:\b(?:half|thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)\Z)"
)
_OUT_OF = late_regex(
    r"[\s-](?:[a-z]+\s){0,2}(?:(?:in|out\sof)[\s-](?:every\s)?|of\s(?:every|each)\s)\Z"
)
_SINGLE = late_regex(r"(?:\s[a-z]+){1,3}\s(?:in|out\sof)\s(?:every\s)?\Z")
# Largest part of the fraction by which the exact value may be above or below it.
_BELOW = {"nearly": Fraction(8, 100), "below": Fraction(12, 100)}
_ABOVE = {"over": Fraction(10, 100)}
_EITHER, _NO_SIDE = Fraction(5, 100), frozenset({"", "about", "only", "reach"})
_WHOLES = frozenset({"money", "measure", "count", "duration"})
_SENTENCE = late_regex(r"[.!?]\s+(?=[A-Z\"“])")
_MOST_PARTS = 100

_AROUND, _ASIDE = 48, 120


def with_fractions(
    text: str,
    english: str,
    figures: Sequence[Figure],
    stated: list[Stated],
    missing: Sequence[Figure],
) -> list[Stated]:
    """The English figures, where a fraction has the facts of the ``missing`` percentage that it
    states roughly, or is optional if it restates figures that the English has too.
    """
    found = list(stated)
    for place, one in enumerate(stated):
        part = _part(english, stated, place)
        if part is None or any(expresses(f, _only_part(one, part)) for f in figures):
            continue
        near = [f for f in _near(part, missing) if not is_opposite(text, english, f, part)]
        if near:
            facts = [figure.facts[0][0] for figure in near]
            found[place] = msgspec.structs.replace(one, facts=(Fact("share", part.value), *facts))
            if part.end > one.end:  # one room in 20: the 20 is part of the fraction
                found[place + 1] = msgspec.structs.replace(found[place + 1], optional=True)
        elif not one.optional and _is_restated(text, english, part, figures, stated, place):
            found[place] = msgspec.structs.replace(one, optional=True)
    return found


def _only_part(one: Stated, part: Part) -> Stated:
    return msgspec.structs.replace(one, facts=(Fact("share", part.value),))


def _part(english: str, stated: Sequence[Stated], place: int) -> Part | None:
    """The fraction that the figure at ``place`` is, alone or with the next."""
    one = stated[place]
    share = next((f.value for f in one.facts if f.kind in ("share", "off")), None)
    if share is not None and _IN_PARTS.search(one.text) and one.facts[0].kind in ("share", "off"):
        hedge = english_hedge(english, one.start, one.end)
        return Part(share, one.start, one.end, hedge)
    if one.facts[0].kind != "number" or place + 1 == len(stated):
        return None
    following = stated[place + 1]
    gap = english[one.end : following.start]
    whole = following.facts[0]
    if whole.kind != "number" or not one.facts[0].value < whole.value <= _MOST_PARTS:
        return None
    if share is None:
        if one.facts[0].value != 1 or one.facts[0].unit or not _SINGLE.fullmatch(gap):
            return None
        share = 1 / whole.value
    elif not _OUT_OF.fullmatch(gap):
        return None
    return Part(share, one.start, following.end, english_hedge(english, one.start, following.end))


def _fits(exact: Fraction, part: Part) -> bool:
    """Whether the fraction is near ``exact``, on the side of its hedge."""
    apart = (exact - part.value) / part.value
    if part.hedge in _BELOW:
        return -_BELOW[part.hedge] <= apart < 0
    if part.hedge in _ABOVE:
        return 0 < apart <= _ABOVE[part.hedge]
    return part.hedge in _NO_SIDE and abs(apart) <= _EITHER


def rest_matches(texts: Texts) -> Found:
    """The ids of the ``missing`` percentages of which a fraction of the English states the rest
    ("one room in 20 was empty"), and the ids of the English figures that do so.
    """
    text, english, figures = texts.text, texts.english, texts.figures
    missing, stated = texts.missing, texts.stated
    told: set[int] = set()
    by: set[int] = set()
    for place, one in enumerate(stated):
        part = _part(english, stated, place)
        if part is None or any(expresses(f, _only_part(one, part)) for f in figures):
            continue
        for figure in _near(part, missing, rest=True):
            if is_rest(text, english, figure, part):
                told.add(id(figure))
                by |= {id(s) for s in stated[place : place + 1 + (part.end > one.end)]}
    return told, by


def _near(part: Part, missing: Sequence[Figure], rest: bool = False) -> Iterator[Figure]:
    """The missing percentages that the fraction is near, or whose ``rest`` it is."""
    for figure in missing:
        fact = figure.facts[0][0] if figure.facts else None
        if fact is None or figure.kind != "percent" or fact.kind != "share":
            continue
        if not 0 < fact.value < 1 or not _same_side(-figure.bound if rest else figure.bound, part):
            continue
        exact = 1 - fact.value if rest else fact.value
        # Without a word for it, English rounds only to a plain fraction that is very near.
        may_round = part.hedge not in _NO_SIDE or part.hedge == "about"
        fits = _fits(exact, part) if may_round else _is_plain(exact, part) and not rest
        if exact == part.value or fits:
            yield figure


def _is_plain(exact: Fraction, part: Part) -> bool:
    """A third for 33.2%, one in five for 20.3%: less than a point away and not told in whole
    percent, which the English would repeat.
    """
    if part.hedge or part.value.denominator > _PLAIN or (exact * 100).denominator == 1:
        return False
    return abs(exact - part.value) <= min(_NEAR, part.value / 66)


_PLAIN, _NEAR = 10, Fraction(65, 10000)


def _same_side(bound: int, part: Part) -> bool:
    """Whether the hedge of the Chinese lets the fraction have its own."""
    if part.hedge == "over":
        return bound >= 0
    if part.hedge in _BELOW:
        return bound <= 0
    return not bound


def _is_restated(
    text: str,
    english: str,
    part: Part,
    figures: Sequence[Figure],
    stated: Sequence[Stated],
    place: int,
) -> bool:
    """Whether the same sentence has the percentage that the fraction rounds, or the two amounts
    whose ratio it is.
    """
    start = max((m.end() for m in _SENTENCE.finditer(english, 0, part.start)), default=0)
    stop = _SENTENCE.search(english, part.end)
    end = stop.start() if stop else len(english)
    beside = [
        one for i, one in enumerate(stated) if i != place and start <= one.start and one.end <= end
    ]
    said = [(f, one) for one in beside for f in figures if expresses(f, one)]
    if any(
        figure.kind == "percent"
        and _gap(part, one) <= (_ASIDE if english[one.end : one.end + 1] == ")" else _AROUND)
        and _is_rounded(figure, part)
        and way_of(english, part) * chinese_direction(text, figure) >= 0
        for figure, one in said
    ):
        return True
    percents = [figure for figure in figures if figure.kind == "percent"]
    if part.hedge in ("nearly", "over") and len(percents) == 1 and _is_rounded(percents[0], part):
        return True
    amounts = {
        id(figure): (figure, one) for figure, one in said
        if figure.kind in _WHOLES and _amount(figure) is not None
    }  # fmt: skip
    nearest = min((_gap(part, one) for _, one in amounts.values()), default=0)
    return any(
        min(_gap(part, a[1]), _gap(part, b[1])) == nearest <= _AROUND
        and _is_ratio(english, part, a, b)
        for a, b in combinations(amounts.values(), 2)
    )


def _is_rounded(figure: Figure, part: Part) -> bool:
    fact = figure.facts[0][0]
    return fact.kind == "share" and _fits(fact.value, part)


def _amount(figure: Figure) -> Fact | None:
    if not figure.facts or len(figure.facts[0]) != 1:
        return None
    fact = figure.facts[0][0]
    return fact if fact.kind == "number" and fact.value > 0 else None


def _gap(part: Part, one: Stated) -> int:
    return max(one.start - part.end, part.start - one.end, 0)


def _is_ratio(
    english: str, part: Part, one: tuple[Figure, Stated], two: tuple[Figure, Stated]
) -> bool:
    """Whether the fraction is what the smaller of two amounts is of the larger, or the change from
    one to the other with its word.
    """
    a, b = _amount(one[0]), _amount(two[0])
    if a is None or b is None or a.value == b.value:
        return False
    (small, _), (large, of) = sorted(((a.value, one), (b.value, two)), key=lambda pair: pair[0])
    # "a fifth of the 1,620 places": the whole is named, so that the part may be of another noun
    named = _WHOLE.fullmatch(english, part.end, of[1].start) is not None
    same = (one[0].kind, a.unit) == (two[0].kind, b.unit)
    if not same and not (named and is_plain_count(a.unit) and is_plain_count(b.unit)):
        return False
    way = way_of(english, part)
    if way < 0:
        return _fits(1 - small / large, part)
    if way > 0:
        return _fits(large / small - 1, part)
    return _fits(small / large, part) or (
        _fits(1 - small / large, part) and is_lacking(english, part)
    )


_WHOLE = late_regex(
    r"(?i:\sof\s(?:(?:the|its|their|some|all|these|those)\s(?:[a-z]+['’]s\s)?|(?:[a-z]+\s){1,3}?[a-z]+['’]s\s)?)"
)
