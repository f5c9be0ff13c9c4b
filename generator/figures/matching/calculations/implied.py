"""Figures that an editor calculates from others: "down from 17.4%" for 比上季度低2.1个百分点 beside
15.3%, "51 for each 100,000" for 每万人5.1座, "160 yuan" for 半价 of 320元.

The result must equal the value exactly, and the English must also state the numbers that it is
calculated from.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise, permutations

from generator.figures.context.direction import chinese_direction
from generator.figures.english.stated import Stated
from generator.figures.shared.figure import Fact, Figure, sole_value
from generator.figures.shared.numeral import english_cardinal
from generator.patterns import late_regex

_NEAR = 30
# Before a former level.
_FORMER = late_regex(
    r"(?i:\b(?:from|than|against|under|below|above|level\sat|compared\swith|versus|instead\sof|not|rather\sthan|after|was|were"
    r"|had\sbeen|had|used\sto)\b[^.;]{0,24}\Z)"
)
_FORMER_AFTER = late_regex(
    r"(?i:[^.;]{0,24}\b(?:seen|recorded|before|earlier|previous(?:ly)?|ago|last)\b)"
)
# 为市场价的六成 is the share itself, 偏少六成 the difference.
_SHARE_OF = late_regex(r"的(?:约|近|大约)?\Z")
_LESS_BY = late_regex(r"(?:[低减]少?|偏少|少了?|低了?|下降|下滑|跌)(?:了|约|近)*\Z")
_BELOW = late_regex(
    r"(?i:\s(?:below|under|less\sthan|lower\sthan|cheaper\sthan|off|short\sof)\b"
    r"|\s(?:below|short|lower|less|down|off)(?=\s(?:in|for|on|at)\b|[,.;]|\Z))"
)
_OF = late_regex(r"(?i:\s(?:of\sthe\s(?:usual|normal|average|level|amount)|of\swhat|as\smuch)\b)")
_COMPARED = late_regex("[比较]")
_MORE, _LESS = frozenset("大高快长多重"), frozenset("小低慢短少轻")
_OF_THEM = late_regex(r"(?i:[^.;]{0,40}\b(?:of\s(?:them|which|whom)|including|among\sthem)\b)")
_BASES = frozenset(Fraction(10**power) for power in range(2, 7))


def calculated_facts(
    text: str, figure: Figure, kept: Sequence[Figure], english: str, one: Stated
) -> Iterator[Fact]:
    """The facts that the English figure ``one`` may state in place of ``figure``, calculated from
    the figures ``kept``, which the English also expresses.
    """
    yield from _former(text, figure, kept, english, one)
    value = sole_value(figure, "number")
    if figure.kind == "discount" and figure.value.isdecimal():
        paid = Fraction(figure.value) / 100
        prices = [other for other in kept if other.kind == "money"]
        numbers = ((sole_value(price, "number"), price.unit) for price in prices)
        yield from (Fact("number", number * paid, unit) for number, unit in numbers if number)
    if value is not None and _is_first_in(text, figure, english, one):
        yield Fact("number", value + 1, figure.facts[0][0].unit)
    if figure.kind in ("percent", "fraction"):
        yield from _complement(text, figure, english, one)
    elif figure.kind == "count" and value is not None and _OF_THEM.match(english, one.end):
        parts = (sole_value(other, "number") for other in kept if other.kind == "count")
        yield from (Fact("number", value + part) for part in parts if part)


# 连续四个季度下滑后首次回升: the first rise in five quarters.
_RUNNING = late_regex(r"连(?:续|[升降涨跌增减亏败负胜]了?)\Z")
_ENDED = late_regex(r"[^，。；]{0,8}(?:[之以]?后|首|终于)")
_FIRST_IN = late_regex(r"(?i:\bfirst\s(?:[a-z-]+\s){0,4}?(?:in|for)\s\Z)")


def _is_first_in(text: str, figure: Figure, english: str, one: Stated) -> bool:
    """Whether the English counts the change that ended a run with the run."""
    return (
        _RUNNING.search(text, max(0, figure.start - 3), figure.start) is not None
        and _ENDED.match(text, figure.end) is not None
        and _FIRST_IN.search(english, max(0, one.start - 50), one.start) is not None
    )


def _former(
    text: str, figure: Figure, kept: Sequence[Figure], english: str, one: Stated
) -> Iterator[Fact]:
    """The level before a change, if the English states the level after it."""
    ahead = english[max(0, one.start - _NEAR) : one.start]
    if not _FORMER.search(ahead) and not _FORMER_AFTER.match(english, one.end):
        return
    if figure.kind in ("percent", "multiple"):
        yield from _former_of_rate(text, figure, kept)
        return
    change = sole_value(figure, "points" if figure.kind == "points" else "number")
    sign = _sign(text, figure)
    for level in kept if sign else ():
        if change is None:
            return
        if figure.kind == "points" and level.kind == "percent":
            share = sole_value(level, "share")
            if share is not None:
                yield Fact("share", share - sign * change / 100)
        elif level.kind == figure.kind and level.unit == figure.unit:
            now = sole_value(level, "number")
            if now is not None:
                yield Fact("number", now - sign * change, level.unit)


def _former_of_rate(text: str, figure: Figure, kept: Sequence[Figure]) -> Iterator[Fact]:
    """The amount before a growth by a rate, or by a multiple."""
    rate = sole_value(figure, "share") if figure.kind == "percent" else sole_value(figure, "fold")
    if rate is None:
        return
    times = 1 + _sign(text, figure) * rate if figure.kind == "percent" else rate
    for level in kept:
        now = sole_value(level, "number") if level.kind in ("money", "count", "measure") else None
        if now is not None and times > 0 and times != 1:
            yield Fact("number", now / times, level.unit)


def _sign(text: str, figure: Figure) -> int:
    """1 if the figure is an amount of increase, -1 of decrease, else 0."""
    sign = chinese_direction(text, figure)
    if not sign and _COMPARED.search(text, max(0, figure.start - 16), figure.start):
        last = text[figure.start - 1 : figure.start]
        sign = 1 if last in _MORE else -1 if last in _LESS else 0
    return sign


def _complement(text: str, figure: Figure, english: str, one: Stated) -> Iterator[Fact]:
    """Two-fifths below for 六成 of a price; two-fifths of the usual for 六成 less."""
    share = sole_value(figure, "share")
    if share is None or not 0 < share < 1:
        return
    before = text[max(0, figure.start - 8) : figure.start]
    of = _SHARE_OF.search(before) and _BELOW.match(english, one.end)
    less = _LESS_BY.search(before) and _OF.match(english, one.end)
    if of or less:
        yield Fact("share", 1 - share)


# "more than two-thirds (68%)": the exact percentage follows.
_EXACT = late_regex(r"\s\((?P<n>[0-9]+(?:\.[0-9]+)?)\s?(?:%|per\s?cent)")
_WITHIN = Fraction(4, 100)
_SETS = late_regex(r"(?i:\s(?:straight\s)?(?:sets|games|legs|frames)\b)")


# "a few million tonnes (under 5 million)"
_SAME_SCALE = late_regex(
    r"(?i:(?:a\sfew|several|some)\s(?P<scale>hundred|thousand|million|billion)\b[^.;()]{0,24}\("
    r"(?:[a-z]+\s){0,3}[0-9.]+\s(?P=scale)\b)"
)


def is_gloss(stated: Stated, english: str) -> bool:
    """Whether ``stated`` is a fraction that a close percentage in brackets explains."""
    fact = stated.facts[0]
    if fact.kind == "vague":
        return _SAME_SCALE.match(english, stated.start) is not None
    exact = _EXACT.match(english, stated.end) if fact.kind == "share" else None
    return exact is not None and abs(Fraction(exact["n"]) / 100 - fact.value) <= _WITHIN


def is_number_of_scores(stated: Stated, figures: Sequence[Figure], english: str) -> bool:
    """Whether ``stated`` counts the sets whose scores the Chinese lists: two sets, 6-4 7-5."""
    scores = [figure.value for figure in figures if figure.kind == "ratio"]
    if not scores or not _SETS.match(english, stated.end):
        return False
    sums = {sum(int(n) for n in score.split(":") if n.isdigit()) for score in scores}
    return stated.facts[0].value in {len(scores), len(scores) - 1, *sums}


# "one part disinfectant with three parts water", in the order of the Chinese
_IN_PARTS = late_regex(r"\b(?P<a>[\w.]+)\sparts?\s[^.;]{1,60}?\b(?P<b>[\w.]+)\sparts?\b")


def is_of_parts(figure: Figure, english: str, one: Stated) -> bool:
    """Whether the English number is one of the parts of a ratio."""
    found = _IN_PARTS.search(english) if figure.kind == "ratio" else None
    if not found or not found.start() <= one.start < found.end():
        return False
    numbers = figure.value.split(":")
    return len(numbers) == len("ab") and all(
        found[name].lower() in (n, english_cardinal(int(n)) if n.isdigit() else n)
        for name, n in zip("ab", numbers, strict=True)
    )


def rescaled(
    text: str, figures: Sequence[Figure], stated: Sequence[Stated]
) -> tuple[set[int], set[int]]:
    """The ids of Chinese and of English figures that state the same rate with another base:
    每万人5.1座 as 51 for each 100,000.
    """
    told: set[int] = set()
    by: set[int] = set()
    for base, rate in pairwise(figures):
        of, each = sole_value(base, "number"), sole_value(rate, "number")
        if of not in _BASES or not each or not text.endswith("每", 0, base.start):
            continue
        for one, all_ in permutations(stated, 2):
            a, b = one.facts[0], all_.facts[0]
            numbers = a.kind == b.kind == "number" and b.value in _BASES and b.value != of
            if numbers and a.value * of == each * b.value:
                told |= {id(base), id(rate)}
                by |= {id(one), id(all_)}
                for more in figures:  # 0.42 more of them for 增加4.2名
                    value = sole_value(more, "number") if more.unit == rate.unit else None
                    there = value * b.value / of if value else None
                    for other in stated:
                        if other is not one and other.facts[0].value == there:
                            told.add(id(more))
                            by.add(id(other))
    return told, by
