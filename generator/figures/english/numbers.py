"""Reads English numbers, in digits or in words, with the unit, percentage or points after them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

import msgspec

from generator.figures.english.second_senses import is_per_second, is_second_hand
from generator.figures.english.spelled_numbers import read_spelled
from generator.figures.english.stated import Stated, ordinal_facts
from generator.figures.english.units import (
    BARE_POINTS,
    BASIS_POINTS,
    CENTS_OF,
    CURRENCIES,
    FOREIGN_CENTS,
    PER_MILLE,
    PERCENT,
    POINTS,
    SCALE_WORDS,
    VULGAR,
    unit_after,
)
from generator.figures.shared.figure import Fact
from generator.patterns import late_regex


def read_number(text: str, match: re.Match[str]) -> Iterator[Stated]:
    """The figure of a number in digits; ``match`` has the groups for currency, sign, digits,
    fraction and scale.
    """
    digits = match["digits"].replace(",", "")
    # Much faster than a fraction from the digits.
    value = Fraction(int(digits)) if digits.isdigit() else Fraction(digits)
    value += VULGAR.get(re.split(r"[\s-]", match["vulgar"] or "")[-1], 0)
    for scale in re.findall(r"[A-Za-z]+", match["scale"] or ""):
        value *= SCALE_WORDS[scale.lower()]
    if match["minus"]:
        value = -value
    currency = CURRENCIES.get((match["cur"] or "").replace(" ", ""), "")
    plain_year = (
        "," not in match["digits"] and value.denominator == 1 and 1000 <= value < 3000
        and not match["scale"] and not match["cur"]
    )  # fmt: skip
    stated = _measured(text, match.start(), match.end(), value, currency, plain_year)
    if match["cur"] in ("¥", "￥"):  # also the sign of the yen
        facts = (*stated.facts, Fact("number", value, "yen"))
        stated = msgspec.structs.replace(stated, facts=facts)
    yield stated


def _measured(
    text: str, start: int, stop: int, value: Fraction, unit: str = "", year: bool = False
) -> Stated:
    """The number with the share, points or unit after it."""
    end = stop
    after = end + 1 if text[end : end + 1] in (" ", "-", "\u00a0", "\n") else end
    if text.startswith("plus", after) and _PLUS.match(text, after):
        return Stated(start, end, text[start:end], (Fact("share", value / 100),))
    points, percent = POINTS.match(text, after), PERCENT.match(text, after)
    basis = BASIS_POINTS.match(text, after)
    facts: tuple[Fact, ...]
    if cents := FOREIGN_CENTS.match(text, after):
        end, facts = (
            cents.end(),
            (
                Fact("number", value / 100, CENTS_OF[cents[1]]),
                Fact("number", value),
            ),
        )
    elif basis:
        end, facts = basis.end(), (Fact("points", value / 100),)
        if text.startswith("pip", after):
            facts = (*facts, Fact("number", value))
    elif points:
        end, facts = points.end(), (Fact("points", value),)
    elif percent:
        end, facts = percent.end(), _share_facts(text, start, percent.end(), value)
    else:
        name, end = ("", end) if unit else unit_after(text, after, end)
        if (name in _DEGREES or not name) and (cold := _BELOW_ZERO.match(text, end)):
            value, end = -abs(value), cold.end()
            name = name or "°C"
        facts = _amount_facts(text, start, end, value, unit or name)
        if name == "m" and _MILLIONS.match(text, end):
            facts = (*facts, Fact("number", value * 10**6))
        if year and not name:
            facts = (*facts, Fact("year", value))
        if BARE_POINTS.match(text, after):
            facts = (*facts, Fact("points", value))
        if PER_MILLE.match(text, after):
            facts = (*facts, Fact("share", value / 1000))
    optional = (value == 1 and facts[0].kind == "number") or bool(_SHAPE.match(text, end))
    return Stated(start, end, text[start:end], facts, optional)


# 80-plus percent, whose hedge is after the number
_PLUS = late_regex(rf"plus[\s-](?:{PERCENT.pattern})")
# 10.25m standard containers
_MILLIONS = late_regex(r"(?<=[0-9]m)\s(?:[a-z-]+\s)?[a-z]{2,}s\b")
_DEGREES = frozenset({"°C", "°F", "degrees"})
_BELOW_ZERO = late_regex(r"\s(?:below|under)\s(?:zero(?:\sCelsius)?|freezing)\b")
_OFF_BY = late_regex(r"\bdiscount\sof\s(?:up\sto\s|about\s)?\Z")
_OFF = late_regex(r"\s(?:off\b|discount)")


def _share_facts(text: str, start: int, end: int, value: Fraction) -> tuple[Fact, ...]:
    if _OFF.match(text, end) or _OFF_BY.search(text[max(0, start - 20) : start]):
        return (Fact("off", value / 100),)
    return (Fact("share", value / 100),)


_NUMBERED = late_regex(r"\bNo\.\s?\Z")
_STRAIGHT = late_regex(r"\s(?:consecutive|straight|successive)\b")
_SHAPE = late_regex(r"-(?:dimensional|D\b|way|pronged|sided|piece|star|wheel)")
_MORE = late_regex(
    r"[\s-](?:more|higher|greater|larger|faster|longer|bigger|increase|rise|growth|jump|surge|gain)\b"
)
_BY = late_regex(
    r"\bby\s(?:more\sthan\s|over\s|nearly\s|almost\s|about\s|some\s)?(?:[0-9.]+\s?(?:to|-|–)\s?)?\Z"
)
# Wires write "grew 1.5 times", "an increase of 1.5 times" for a rise by that much.
_GROWN = late_regex(
    r"(?i:\b(?:gr[eo]wn?|growing|increas(?:e|es|ed|ing)(?:\sof)?|r[io]sen?|rise\sof|growth\sof|surge[ds]?(?:\sof)?|jump(?:ed|s)?(?:\sof)?"
    r"|climbed|expanded|soared|went\sup|(?<!made\s)(?<!set\s)(?<!topped\s)up)\s"
    r"(?:more\sthan\s|over\s|nearly\s|almost\s|about\s|some\s|around\s|a\sfurther\s|roughly\s)?(?:[0-9.]+\s?(?:to|-|–)\s?)?\Z)"
)
_FACTOR = late_regex(r"\bfactor\sof\s\Z")
# A number of things, not a number after its noun (Building 2, No. 3).
_THINGS = late_regex(
    r"\s(?:(?!(?:of|in|on|at|for|to|and|or|per|by|from|with|among|out|that|is|was|has|as)\b)"
    r"[A-Za-z]+(?:-[a-z]+)*\s){0,3}(?!(?:is|was|has|its|this|as|us|does|goes|across|plus|times|class)\b)"
    r"[a-z]{2,}[b-hj-rt-z]?e?s\b"
    r"|\s(?:[A-Z][a-z]+['’]?s?\s){1,3}[A-Z][a-z]{2,}(?<!ss)(?<!us)(?<!is)s\b"
)
_NAMED = late_regex(
    r"(?:\b(?!(?:In|On|At|By|For|With|From|Of|The|All|Over|About|Some|After|Since|Only|Its|Their|These|Those"
    r"|And|But|Another|To|As|Nearly|Almost|When|While|Around|Just|During|Within|Among|Across)\b)[A-Z][\w-]*|\bNo\.|\b(?:number|rank(?:s|ed|ing)?|phase|line))\s\Z"
)


def _amount_facts(text: str, start: int, end: int, value: Fraction, unit: str) -> tuple[Fact, ...]:
    """The other meanings of a number with this unit: three times, by a factor of three, three
    expos.
    """
    fact = Fact("number", value, unit)
    before = text[max(0, start - 20) : start]
    if unit == "times":
        if _BY.search(before) or text.startswith(" above ", end):
            return (Fact("more", value),)
        grown = _MORE.match(text, end) or _GROWN.search(text, max(0, start - 50), start)
        more = (Fact("more", value),) if grown else ()
        return (fact, Fact("fold", value), *more)
    if unit == "pounds sterling" and text[start] != "£" and "sterling" not in text[start:end]:
        return (fact, Fact("number", value, "lb"))
    if _NUMBERED.search(before):
        return (Fact("ordinal", value, text="No."),)
    if before.endswith(("one of ", "one of the ", "one of only ")) and not unit:
        return (Fact("number", value, text="count"),)
    if before.endswith(("top ", "first ")) and not unit:
        return (Fact("number", value, text="top"),)
    if _STRAIGHT.match(text, end):
        return (fact, Fact("ordinal", value))
    if not unit and _FACTOR.search(before):
        return (fact, Fact("fold", value))
    if not unit and _THINGS.match(text, end) and not _NAMED.search(before):
        return (Fact("number", value, text="count"),)
    return (fact,)


_OF_A_POINT = late_regex(
    r"[\s-](?:of\s)?(?:an?\s)?(?:(?:percentage|per\scent|percent)[\s-]?)?point\b(?!s)"
)
_OF = late_regex(r"\s(?:of\s)?")
_OF_A = late_regex(r"\sof\san?\s|[-\s](?=hour\b)")
# Units of which English names halves, thirds and quarters: a quarter of an hour.
_PARTED = frozenset({
    "hours", "years", "hectares", "km", "kg", "t", "litres", "km2", "miles", "acres", "m", "mu",
    "minutes", "seconds", "yuan", "jin",
})  # fmt: skip


def _part_of_unit(
    text: str, end: int, facts: tuple[Fact, ...]
) -> tuple[tuple[Fact, ...], int] | None:
    """Three-quarters of an hour: the number of hours, and of the smaller unit."""
    of = _OF_A.match(text, end)
    name, stop = unit_after(text, of.end(), of.end()) if of else ("", end)
    if name not in _PARTED:
        return None
    return (Fact("number", facts[0].value, name), facts[0]), stop


def read_words(text: str, match: re.Match[str]) -> Iterator[Stated]:
    """The figures of the number words in ``match``."""
    for one in read_spelled(text, match.start(), match.end()):
        if one.cardinal:
            stated = _measured(text, one.start, one.end, one.facts[0].value)
            yield msgspec.structs.replace(stated, optional=one.optional or stated.optional)
        else:
            words, facts = text[one.start : one.end], one.facts
            if facts[0].kind == "vague" and (of := _OF.match(text, one.end)):
                name, _ = unit_after(text, of.end(), of.end())
                facts = (msgspec.structs.replace(facts[0], unit=name),) if name else facts
            if facts[0].kind == "ordinal":
                if text.startswith(("-hand", " hand"), one.end):
                    continue
                if is_per_second(text, one.start, one.end):
                    continue
                facts = ordinal_facts(text, one.start, one.end, facts[0].value)
                if facts[0].value == 2 and is_second_hand(text, one.end):
                    one = msgspec.structs.replace(one, optional=True)
            elif facts[0].kind == "share" and (point := _OF_A_POINT.match(text, one.end)):
                points = (Fact("points", facts[0].value), Fact("number", facts[0].value))
                yield Stated(one.start, point.end(), text[one.start : point.end()], points)
                continue
            elif facts[0].kind == "share" and _OFF.match(text, one.end):
                facts = (Fact("off", facts[0].value),)
            elif facts[0].kind == "share" and (part := _part_of_unit(text, one.end, facts)):
                yield Stated(one.start, part[1], text[one.start : part[1]], part[0])
                continue
            elif facts[-1].kind == "ordinal":  # for a fourth year
                nth = ordinal_facts(text, one.start, one.end, facts[-1].value)
                facts = (*facts[:-1], *nth)
            yield Stated(one.start, one.end, words, facts, one.optional)
