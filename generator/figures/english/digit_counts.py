"""Numbers of digits in English text: double-digit, six-figure, in single figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

import msgspec

from generator.figures.english.hedges import english_hedge
from generator.figures.english.stated import Stated
from generator.figures.shared.figure import Fact
from generator.figures.shared.numeral import ONES
from generator.patterns import late_regex

_OF_WORDS = {"single": 1, "double": 2, "triple": 3, "quadruple": 4}
_COUNTS = _OF_WORDS | {word: n for word, n in ONES.items() if n}
_COUNT = "(?:" + "|".join(sorted(_COUNTS, key=lambda word: (-len(word), word))) + "|[0-9]{1,2})"
# Single- and double-digit, two- to three-digit, six-figure, in six figures; but not two figures in
# bronze.
DIGIT_COUNT = (
    rf"(?i:(?:(?:an?|some|several)\s)?{_COUNT}(?:-?\s?(?:(?:and|or|to)\s|[-–]\s?){_COUNT})?(?:[-\s]digits?|-figure)\b"
    rf"|(?:single|double|triple)\sfigures\b"
    rf"|(?:(?<=in\s)|(?<=into\s)){_COUNT}\sfigures\b)"
)
_COUNT_OF = late_regex(rf"(?i:{_COUNT})")


def stated_digits(text: str, match: re.Match[str]) -> Iterator[Stated]:
    """The figure of a match of `DIGIT_COUNT`. It has the number of digits, and, for a number word,
    the number itself (six-digit for 6位密码).
    """
    facts: list[Fact] = []
    for word in _COUNT_OF.findall(match.group().lower()):
        count = Fraction(_COUNTS[word] if word in _COUNTS else int(word))
        facts.append(Fact("digits", count))
        if word not in _OF_WORDS:
            facts.append(Fact("number", count))
    yield Stated(match.start(), match.end(), match.group(), tuple(facts))


def with_digit_count(stated: Stated, english: str) -> Stated:
    """``stated``, with the number of digits that it implies: ``more than 10 percent`` has two
    digits, ``thousands`` have four.
    """
    fact = stated.facts[0]
    value = fact.value * 100 if fact.kind == "share" else fact.value
    size = power_of_ten(value) if fact.kind in ("share", "number", "vague") else 0
    if not size:
        return stated
    hedge = english_hedge(english, stated.start, stated.end) if fact.kind != "vague" else "least"
    if hedge in ("over", "least"):
        return _with(stated, size + 1)
    return _with(stated, size) if hedge in ("below", "nearly") else stated


def power_of_ten(value: Fraction) -> int:
    """The exponent if ``value`` is a power of ten; else 0."""
    digits = str(value)
    return len(digits) - 1 if digits.rstrip("0") == "1" else 0


def _with(stated: Stated, digits: int) -> Stated:
    return msgspec.structs.replace(stated, facts=(*stated.facts, Fact("digits", Fraction(digits))))
