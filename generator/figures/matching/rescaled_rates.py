"""English per kilogram or hectare for Chinese per 斤 or 亩, where the English names the new unit
only once: 每斤2.8元，跌到1.1元 as "5.6 yuan a kilo … to 2.2 yuan", 亩产520公斤，增加18公斤 as "7.8
tonnes a hectare, 270 kilograms more".

A figure of the same sentence is rescaled too if the Chinese has it at the old scale only.
"""

from __future__ import annotations

import re
from fractions import Fraction

import msgspec

from generator.figures.english.stated import Stated
from generator.figures.matching.agreement import agrees, expresses
from generator.figures.shared.figure import Fact, Figure
from generator.patterns import late_regex

# The word of the Chinese that shows the rate, the rate in both languages, and its factor.
_RATES = (
    (
        "斤",
        late_regex(r"(?:每一?|一|/)市?斤|斤价"),
        late_regex(r"(?i:\b(?:per|an?|each|every|the)\s(?:kilo(?:gram)?|kg)\b)"),
        Fraction(2),
    ),
    (
        "亩",
        late_regex(r"(?:每一?|一|/)亩|亩[产均]|[单亩]产"),
        late_regex(r"(?i:\b(?:per|an?|each|every|the)\shectare\b)"),
        Fraction(15),
    ),
)
_OTHER_SCALE = {"斤": ("公斤", "千克"), "亩": ("公顷",)}
_KINDS = frozenset({"money", "measure"})
_STOP = late_regex("[。；;！？!?]")


def with_rescaled_rates(
    stated: list[Stated], figures: list[Figure], text: str, english: str
) -> list[Stated]:
    """The English figures, with what those are at the scale of the Chinese that follow a rate at
    another one.
    """
    for word, rate, rate_english, factor in _RATES:
        if word not in text or not rate_english.search(english) or not rate.search(text):
            continue
        if any(other in text for other in _OTHER_SCALE[word]):
            continue
        rated = [f for f in figures if f.kind in _KINDS and _is_rated(text, rate, f)]
        if rated:
            stated = _rescaled(stated, rated, figures, factor)
    return stated


def _is_rated(text: str, rate: re.Pattern[str], figure: Figure) -> bool:
    """Whether the rate stands before the figure, or right after it, in its sentence."""
    start = max((m.end() for m in _STOP.finditer(text, 0, figure.start)), default=0)
    return rate.search(text, start, figure.end + 3) is not None


def _rescaled(
    stated: list[Stated], rated: list[Figure], figures: list[Figure], factor: Fraction
) -> list[Stated]:
    """The figures at the other scale, of a range both of its numbers."""
    there = {
        id(one): Fact("number", one.facts[0].value / factor, one.facts[0].unit)
        for one in stated
        if one.facts[0].kind == "number" and not any(expresses(f, one) for f in figures)
    }
    ways = [
        way
        for figure in rated
        for way in figure.facts
        if all(any(agrees(fact, found) for found in there.values()) for fact in way)
    ]
    wanted = [fact for way in ways for fact in way]
    return [
        msgspec.structs.replace(one, facts=(*one.facts, own))
        if id(one) in there
        and (own := next((a for a in wanted if agrees(a, there[id(one)])), None))
        else one
        for one in stated
    ]
