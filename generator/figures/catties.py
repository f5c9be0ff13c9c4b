"""What is paid for a kilogram, where the Chinese tells what is paid for a 斤 of half of it."""

from __future__ import annotations

import msgspec

from generator.figures.english_figure import Stated
from generator.figures.figure import Fact
from generator.patterns import late_regex

_A_JIN = late_regex(r"(?:每一?|一|/)市?斤")
_A_KILO = late_regex(r"(?i:\s(?:per|an?|each|every|the)\s(?:kilo(?:gram)?|kg)\b)")


def by_the_jin(text: str, english: str) -> bool:
    """Whether the Chinese has a price by the 斤 and the English one by the kilogram."""
    return (
        "斤" in text
        and ("kilo" in english or "kg" in english)
        and "公斤" not in text
        and _A_JIN.search(text) is not None
    )


def of_a_jin(stated: Stated, english: str) -> Stated:
    """The figure, which for a kilogram is twice what it is for a 斤."""
    if stated.facts[0].kind != "number" or not _A_KILO.match(english, stated.end):
        return stated
    halved = tuple(Fact(f.kind, f.value / 2, f.unit) for f in stated.facts if f.kind == "number")
    return msgspec.structs.replace(stated, facts=halved)


def in_jin(english: str) -> str:
    """The English with what is so for a kilogram said of a 斤; all else keeps its place."""
    return _A_KILO.sub(lambda match: " a jin".ljust(len(match.group())), english)
