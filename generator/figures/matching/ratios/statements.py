"""What an English text says of the ratio of two things: "2.4 cars for every charger", "men
outnumber women seven to three", "prices are 12 times incomes", "cars per charger fell to 2.4".

A statement needs a mention of both things, and numbers that are clearly theirs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from generator.figures.english.stated import Stated
from generator.patterns import late_regex


class Mention(NamedTuple):
    """Where the English names the first (``side`` 0) or the second thing (1)."""

    start: int
    end: int
    side: int


class Statement(NamedTuple):
    """The first thing as a multiple of the second, and where the English says so."""

    ratio: Fraction
    start: int
    end: int


class _Number(NamedTuple):
    start: int
    end: int
    value: Fraction


def statements(
    english: str,
    stated: Sequence[Stated],
    mentions: Sequence[Mention],
    *,
    multiples: bool = False,
) -> Iterator[Statement]:
    """The ratios that ``english`` states of the two things of the ``mentions``, which are in order;
    ``multiples``: only as "three times", not by a number for each of the two."""
    if {mention.side for mention in mentions} != {0, 1}:
        return
    numbers = _numbers(english, stated, mentions)
    yield from _multiples(english, stated, mentions)
    if not multiples:
        yield from _bound(english, numbers, mentions)
        yield from _outnumbering(english, numbers, mentions)
        yield from _per(english, numbers, mentions)


# "every 100" and "one of" are no single thing.
_SINGLE = late_regex(
    r"(?i:(?<![\w.-])(?:each|every|per|one|(?<=to\s)an?|(?<=for\s)an?|(?<=\A)an?)\s(?!of\b|in\b|to\s(?:one|[0-9])|single\s[0-9]))"
)


def _numbers(english: str, stated: Sequence[Stated], mentions: Sequence[Mention]) -> list[_Number]:
    """The numbers in order, with those that words such as "each" stand for."""
    found = [
        _Number(one.start, _before_thing(one, mentions), one.facts[0].value)
        for one in stated
        if one.facts[0].kind in ("number", "share", "fold", "ratio") and one.facts[0].value > 0
    ]
    taken = [(one.start, one.end) for one in stated]
    for single in _SINGLE.finditer(english):
        start, end = single.start(), single.end() - 1
        free = not any(a < end and start < b for a, b in taken)
        if free and not any(0 <= a - end <= _HEDGE for a, _ in taken):
            found.append(_Number(start, end, Fraction(1)))
    return sorted(found)


def _before_thing(one: Stated, mentions: Sequence[Mention]) -> int:
    """The end of a number without the thing that it counts: "1.2 households"."""
    return min((m.start for m in mentions if one.start < m.start < one.end), default=one.end)


_HEDGE = 2
# How far a number may be from the thing that it counts.
_NEAR = 44
_APART = late_regex(r"[.;:!?](?=\s|\Z)|,\s(?:and|while|but)\s")
_BREAK = late_regex(r"[,.;:!?](?=\s|\Z)|\s(?:and|while|but|or|than|from)\s")


def _bound(
    english: str, numbers: list[_Number], mentions: Sequence[Mention]
) -> Iterator[Statement]:
    """Ratios of two numbers, each beside one of the things."""
    sides = [_side(english, numbers, at, mentions) for at in range(len(numbers))]
    for (one, first), (other, second) in pairwise(zip(numbers, sides, strict=True)):
        if first is None or second is None or first == second:
            continue
        if _APART.search(english, one.end, other.start):
            continue
        top, bottom = (one, other) if first == 0 else (other, one)
        yield Statement(top.value / bottom.value, one.start, other.end)


def _side(english: str, numbers: list[_Number], at: int, mentions: Sequence[Mention]) -> int | None:
    """The thing that a number counts: the next one named, or else the last one before it."""
    number = numbers[at]
    limit = numbers[at + 1].start if at + 1 < len(numbers) else len(english)
    after = next((m for m in mentions if m.start >= number.end), None)
    if after and after.end <= limit and _are_near(english, number.end, after.start):
        return after.side
    before = next((m for m in reversed(mentions) if m.end <= number.start), None)
    floor = numbers[at - 1].end if at else 0
    if before and before.start >= floor and _are_near(english, before.end, number.start):
        return before.side
    return None


def _are_near(english: str, start: int, end: int) -> bool:
    return end - start <= _NEAR and _BREAK.search(english, start, end) is None


_OUTNUMBER = late_regex(
    r"(?i:\b(?:outnumber(?:s|ed|ing)?|outweigh(?:s|ed|ing)?|exceed(?:s|ed|ing)?)(?P<by>\sby\b(?!\s[0-9a-z]+\sto\b))?)"
)
_TO = late_regex(r"\s?(?:to|[-–:])\s?")


def _outnumbering(
    english: str, numbers: list[_Number], mentions: Sequence[Mention]
) -> Iterator[Statement]:
    """Men outnumber women seven to three."""
    for verb in _OUTNUMBER.finditer(english):
        before = next((m for m in reversed(mentions) if m.end <= verb.start()), None)
        after = next((m for m in mentions if m.start >= verb.end()), None)
        if before is None or after is None or before.side == after.side:
            continue
        if not _are_near(english, verb.end(), after.start):
            continue
        if _APART.search(english, before.end, verb.start()):
            continue
        first = after if verb["by"] else before
        for one, other in pairwise(numbers):
            if one.start < verb.end() or not _TO.fullmatch(english, one.end, other.start):
                continue
            ratio = one.value / other.value
            yield Statement(ratio if first.side == 0 else 1 / ratio, verb.start(), other.end)


_TIMES = late_regex(
    r"(?i:\s?(?:times|(?:percent|per\scent|%)(?:\sof)?)(?:\s(?:as\s(?:much|many|high|large|big|long)\sas|that\sof|those\sof|that\sin|those\sin|of|the\s\w+\sof))?"
    r"(?!\s(?:more|less|higher|lower|fewer|larger|smaller)\b)\s)"
)
_TIMES_END = late_regex(r"(?i:times|percent|per\scent|%)\Z")


def _multiples(
    english: str, stated: Sequence[Stated], mentions: Sequence[Mention]
) -> Iterator[Statement]:
    """Home prices have climbed to 12 times household income."""
    for one in stated:
        fact = one.facts[0]
        if fact.kind not in ("number", "share", "fold") or fact.value <= 0:
            continue
        words = _TIMES_END.search(one.text)
        times = _TIMES.match(english, one.start + words.start() if words else one.end)
        if times is None:
            continue
        clause = max((m.end() for m in _CLAUSE.finditer(english, 0, one.start)), default=0)
        before = {m.side for m in mentions if clause <= m.start and m.end <= one.start}
        stop = _CLAUSE.search(english, times.end())
        end = min(stop.start() if stop else len(english), times.end() + _NEAR)
        after = [m for m in mentions if times.end() - 1 <= m.start and m.end <= end]
        if len(before) != 1 or not after or {m.side for m in after} & before:
            continue
        if any(one.end <= other.start < after[0].start for other in stated):
            continue
        ratio = fact.value
        yield Statement(ratio if before == {0} else 1 / ratio, one.start, after[0].end)


_CLAUSE = late_regex(
    r"[,.;:!?](?=\s|\Z)|\s(?:and|while|but|though|although|as|when)\s(?!much\b|many\b)"
)
_PER = late_regex(r"(?i:\s(?:per|(?:for|to)\s(?:each|every)|to\s(?:an?|one))\s(?:[a-z-]+\s){0,2})")
_OF_TWO = late_regex(r"(?i:\bratio\s(?:of|between)\s(?:[a-z-]+\s){0,3})")
_AND = late_regex(r"(?i:\s(?:to|and)\s(?:[a-z-]+\s){0,3})")


def _per(english: str, numbers: list[_Number], mentions: Sequence[Mention]) -> Iterator[Statement]:
    """Cars per charger fell from 3.1 to 2.6; the ratio of cars to chargers is 2.6 to 1."""
    counted = {m for n in numbers if (m := _next(english, n, mentions)) is not None}
    for one, other in pairwise(mentions):
        if one.side == other.side:
            continue
        ratio = any(m.end() == one.start for m in _OF_TWO.finditer(english, 0, one.start))
        if ratio:
            if not _AND.fullmatch(english, one.end, other.start):
                continue
        elif one in counted or not _PER.fullmatch(english, one.end, other.start):
            continue
        after = [n for n in numbers if n.start >= other.end]
        if not after or _APART.search(english, other.end, after[0].start):
            continue
        second: _Number | None = None
        for number, following in zip(after, [*after[1:], None], strict=True):
            if number is second:
                continue
            value = number.value
            if following and ratio and _TO.fullmatch(english, number.end, following.start):
                value, second = value / following.value, following
            yield Statement(value if one.side == 0 else 1 / value, one.start, number.end)


def _next(english: str, number: _Number, mentions: Sequence[Mention]) -> Mention | None:
    after = next((m for m in mentions if m.start >= number.end), None)
    return after if after and _are_near(english, number.end, after.start) else None
