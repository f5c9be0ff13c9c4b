"""English prices per kilogram for Chinese prices per 斤 (half a kilogram)."""

from __future__ import annotations

from itertools import pairwise

import msgspec

from generator.figures.english.stated import Stated
from generator.figures.shared.figure import Fact
from generator.patterns import late_regex

_A_JIN = late_regex(r"(?:每一?|一|/)市?斤|(?<![0-9])(?:每|/)500克")
_A_KILO = late_regex(r"(?i:\s(?:per|an?|each|every|the)\s(?:kilo(?:gram)?|kg)\b)")


def has_jin_prices(text: str, english: str) -> bool:
    """Whether the Chinese has a price per 斤 and the English one per kilogram."""
    return (
        ("斤" in text or "500克" in text)
        and ("kilo" in english or "kg" in english)
        and "公斤" not in text
        and _A_JIN.search(text) is not None
    )


def per_jin(stated: Stated, english: str) -> Stated:
    """The figure per 斤, which is half of that per kilogram; its text has the rate."""
    kilo = _A_KILO.match(english, stated.end) if stated.facts[0].kind == "number" else None
    if kilo is None:
        return stated
    halved = tuple(Fact(f.kind, f.value / 2, f.unit) for f in stated.facts if f.kind == "number")
    return msgspec.structs.replace(stated, facts=halved, text=stated.text + kilo.group())


_GOES_ON = late_regex(
    r"(?i:,?\s(?:to|from|and|against|compared\swith|instead\sof|up\sfrom|down\sfrom)\s"
    r"(?:(?:just|about|around|over|under|nearly|almost|some|more\sthan|less\sthan)\s){0,2})"
)


def all_per_jin(stated: list[Stated], english: str) -> list[Stated]:
    """The figures, those per kilogram converted to 斤. A figure that follows one without a unit may
    be either: from 70 yuan a kilogram to just over 40.
    """
    stated = _ranges_per_jin(stated, english)
    meant: list[Stated] = []
    rated = 0  # end of the words after the last price per kilogram
    for one in stated:
        found = per_jin(one, english)
        fact = one.facts[0]
        bare = found is one and rated and fact.kind == "number" and not fact.unit
        if bare and _GOES_ON.fullmatch(english, rated, one.start):
            half = Fact("number", fact.value / 2, fact.unit)
            found = msgspec.structs.replace(one, facts=(*one.facts, half))
        kilo = _A_KILO.match(english, one.end)
        rated = kilo.end() if kilo else 0
        meant.append(found)
    return meant


_TO = late_regex(r"\s?(?:to|-|–|and)\s?")


def _ranges_per_jin(stated: list[Stated], english: str) -> list[Stated]:
    """The first of two ends of a range, 2.8 to 3.2 yuan a kilogram, per 斤."""
    found = list(stated)
    for at, (one, last) in enumerate(pairwise(stated)):
        bare = one.facts[0].kind == "number" and not one.facts[0].unit
        kilo = _A_KILO.match(english, last.end) if bare else None
        if kilo and last.facts[0].kind == "number" and _TO.fullmatch(english, one.end, last.start):
            facts = (Fact(f.kind, f.value / 2, f.unit) for f in one.facts if f.kind == "number")
            found[at] = msgspec.structs.replace(one, facts=tuple(facts))
    return found


def with_jin_units(english: str) -> str:
    """The English with "per kilogram" replaced by "per jin"; everything else keeps its place."""
    return _A_KILO.sub(lambda match: " a jin".ljust(len(match.group())), english)
