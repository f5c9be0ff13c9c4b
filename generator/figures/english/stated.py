"""The type of an English figure, and what the words around it add to its meaning."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from fractions import Fraction

import msgspec

from generator.figures.english.units import SCALE_WORDS
from generator.figures.shared.figure import Fact
from generator.figures.shared.units import UNITS
from generator.patterns import late_regex

_OUT_OF = late_regex(r"[\s-](?:in|out of|of(?=\severy\b))[\s-](?:every\s)?\Z")
# "in" after the noun: four complaints in five.
_OUT_OF_THEM = late_regex(r"\s[a-z]+s\s(?:in|out of)\s(?:every\s)?\Z")
_NOTHING = late_regex(
    r"(?:[.,;](?=\s|\Z)|\Z|\s(?:were|are|was|is|had|have|has|say|said|do|did|would|will|could|can|got)\b)"
)
_SCORE_GAP = late_regex(r"\s?[-–—:]\s?\Z|&\Z|\s(?:[a-z]+\s)?(?:to|for\severy|for\seach|per)\s\Z")
_MONTH_GAP = late_regex(r"\s?(?:-|–|—|/)\s?\Z|\s(?:to|and|through|until|till|thru)\s\Z")
_RANGE_GAP = late_regex(
    r"\s?(?:-|–|—|~|to|and|or)\s?(?:(?:the|over|about|nearly|almost|around|more\sthan)\s)?\Z"
)


class Stated(msgspec.Struct, frozen=True):
    """A figure of an English text.

    ``start`` and ``end`` are its place and ``text`` its text. ``facts`` has its possible meanings
    (``3`` of ``3 to 5 million`` is 3 or 3,000,000). An ``optional`` figure (one, both, half) is too
    common a word to count as added.
    """

    start: int
    end: int
    text: str
    facts: tuple[Fact, ...]
    optional: bool = False


def as_stated(match: re.Match[str], *facts: Fact, optional: bool = False) -> Stated:
    """The figure at ``match`` with the meanings ``facts``."""
    return Stated(match.start(), match.end(), match.group(), facts, optional)


def with_shared_parts(text: str, found: list[Stated]) -> Iterator[Stated]:
    """The figures ``found``, each with the meanings that it shares with the next: ``3 to 5 million
    yuan``, ``two in ten``, ``January to September``, ``3-1``.
    """
    joint: tuple[Fact, ...] = ()
    whole = False
    quarters = "uarter" in text and _QUARTER.search(text) is not None
    halves = "half" in text and _HALF.search(text) is not None
    for stated, following in zip(found, [*found[1:], None], strict=False):
        gap = text[stated.end : following.start] if following else ""
        mine, joint = joint, _together(stated, following, gap) if following else ()
        out_of = bool(_OUT_OF.match(gap)) or bool(
            following is not None
            and _OUT_OF_THEM.match(gap)
            and _NOTHING.match(text, following.end)
        )
        one = _with_next(stated, following, gap, out_of)
        extra = (*mine, *joint)
        if quarters and stated.facts[0].kind == "ordinal":
            extra += _elliptic(stated.facts[0].value)
        if halves and stated.facts[0].kind == "ordinal" and stated.facts[0].value in (1, 2):
            extra += (Fact("span", Fraction(106 if stated.facts[0].value == 1 else 712)),)
        if extra:
            one = msgspec.structs.replace(one, facts=(*one.facts, *extra))
        if whole:  # two in ten: the ten is part of the figure "two"
            one = msgspec.structs.replace(one, optional=True)
        whole = out_of and stated.facts[0].kind == "number" and stated.facts[0].text != "fold"
        yield one


def _elliptic(nth: Fraction) -> tuple[Fact, ...]:
    """ "in the first quarter and in the second" is also a quarter."""
    return (Fact("span", 300 * nth - 200 + 3 * nth),) if 1 <= nth <= 4 else ()


_QUARTER = late_regex(r"(?i:\bquarters?\b)")
# "in the first half and in the second"
_HALF = late_regex(r"(?i:\b(?:first|second)\shalf\b)")


def _together(stated: Stated, following: Stated, gap: str) -> tuple[Fact, ...]:
    """The meaning of two figures together: a span of months, a score or ratio."""
    a, b = stated.facts[0], following.facts[0]
    if a.kind == b.kind == "month" and _MONTH_GAP.match(gap) and a.value <= b.value:
        return (Fact("span", 100 * a.value + b.value),)
    bare = a.kind == b.kind == "number" and not a.unit and max(a.value, b.value) < 1000
    if bare and _SCORE_GAP.match(gap):
        pair = f"{_digits(a.value)}:{_digits(b.value)}"
        return (Fact("ratio", a.value, text=pair),)
    return ()


def _digits(value: Fraction) -> str:
    return str(value) if value.denominator == 1 else f"{float(value):g}"


def _with_next(stated: Stated, following: Stated | None, gap: str, out_of: bool) -> Stated:
    if following is None or stated.facts[0].kind != "number":
        return stated
    if _RANGE_GAP.match(gap) and not stated.text.endswith(("K", "k", "M", "B")):
        facts = [*stated.facts, *of_range(stated.facts[0], following)]
        return msgspec.structs.replace(stated, facts=tuple(dict.fromkeys(facts)))
    if stated.facts[0].text == "fold":  # doubled in two years
        return stated
    if out_of and following.facts[0].kind == "number":
        return _part(stated, following)
    return stated


def of_range(fact: Fact, following: Stated) -> Iterator[Fact]:
    """The meanings of a number with the scale, the unit or the month of the next."""
    for other in following.facts:
        if fact.unit and other.unit != fact.unit and (other.unit or other.kind != "number"):
            continue  # 8,800 hectares and 20% do not share a unit
        if other.kind == "share":
            # 8 to 2 per thousand, whose 2 is also a number
            bare = next((f.value for f in following.facts if f.kind == "number" and f.value), None)
            yield Fact("share", fact.value * other.value / bare if bare else fact.value / 100)
        elif other.kind == "off":  # 10 to 30 percent off
            yield Fact("off", fact.value / 100)
        elif other.kind == "points":
            yield Fact("points", fact.value)
        elif other.kind in ("date", "month"):
            month = other.value // 100 if other.kind == "date" else other.value
            yield Fact("date", 100 * Fraction(month) + fact.value)
        elif other.kind in ("more", "fold"):
            yield Fact(other.kind, fact.value)
        elif other.kind == "number":
            words = re.findall(r"[a-z]+", following.text.lower())
            metres = other.unit in ("", "m")  # "320-410m", but not "320-410m yuan"
            scale = math.prod(SCALE_WORDS.get(w, 1) for w in words if w != "m" or not metres)
            unit = other.unit or fact.unit
            yield Fact("number", fact.value * scale, unit)
            yield Fact("number", fact.value, unit)


def _part(stated: Stated, whole: Stated) -> Stated:
    """ "two in ten", which is also a share."""
    if not whole.facts[0].value:
        return stated
    share = Fact("share", stated.facts[0].value / whole.facts[0].value)
    return msgspec.structs.replace(stated, facts=(*stated.facts, share))


_RUNNING = late_regex(
    r"[\s-](?:consecutive|straight|successive|running|time\b|anniversary|birthday"
    r"|(?:[a-z]+\s){1,5}?(?:in\sa\srow|running\b|on\sthe\strot|on\send\b|in\ssuccession)"
    r")"
)


# an ordinal as a number of periods: for a third year, for the third quarter in a row
_FOR_THE = late_regex(r"(?i:\bfor\s(?:an?\s|the\s|its\s|their\s)?\Z)")
_TIME = late_regex(r"\s(year|quarter|month|week|day|season|time|game|match)\b")


def ordinal_facts(text: str, start: int, end: int, value: Fraction) -> tuple[Fact, ...]:
    """The meanings of an ordinal: the third, and also three in "the third consecutive year"."""
    ordinal = Fact("ordinal", value)
    if _RUNNING.match(text, end):
        return (ordinal, Fact("number", value))
    time = _TIME.match(text, end)
    if time and _FOR_THE.search(text[max(0, start - 10) : start]):
        return (ordinal, Fact("number", value, f"{time[1]}s" if f"{time[1]}s" in UNITS else ""))
    return (ordinal,)
