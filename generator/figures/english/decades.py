"""Reads decades and age groups of an English text: the 1960s, the sixties, over-60s, under-twos."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from generator.figures.english.stated import Stated, as_stated
from generator.figures.shared.figure import Fact
from generator.figures.shared.numeral import ONES
from generator.patterns import late_regex

# Names of decades, with their first year.
DECADES = {
    "twenties": 1920, "thirties": 1930, "forties": 1940, "fifties": 1950, "sixties": 1960,
    "seventies": 1970, "eighties": 1980, "nineties": 1990,
}  # fmt: skip

PLURAL_AGES = "twos|threes|fours|fives|sevens|eights|nines|tens|twelves"


def read_decade(text: str, match: re.Match[str]) -> Iterator[Stated]:
    """A decade in digits: the 1960s, the '60s, his 60s (an age); the 1800s are also a century."""
    if match["short"]:
        n = int(match["short"])
        if n == 0:
            yield as_stated(match, Fact("decade", Fraction(2000)))
            return
        facts = [Fact("decade", Fraction(1900 + n)), Fact("number", Fraction(n), "seconds")]
        if n <= 20:
            facts.append(Fact("decade", Fraction(2000 + n)))
        before = text[max(0, match.start() - 20) : match.start()]
        over = _OVER.search(before)  # over-60s
        aged = _AGED.search(before) or over
        if aged:
            facts = [Fact("number", Fraction(n), "years old"), Fact("vague", Fraction(n))]
        earlier = _CENTURY.search(text[max(0, match.start() - 20) : match.start()])
        if earlier:
            facts = [Fact("decade", Fraction(int(earlier[1]) * 100 + n))]
        yield as_stated(match, *facts, optional=bool(aged) and not over)
        return
    ten = Fraction(match["ten"])
    facts = [Fact("decade", ten)]
    if ten % 100 == 0:  # the 1800s are the 19th century too
        facts.append(Fact("ordinal", ten / 100 + 1))
    yield as_stated(match, *facts)


_AGED = late_regex(
    r"(?i:\b(?:his|her|their|my|our|your|its|aged?)\s(?:early\s|mid-?\s?|late\s)?)\Z"
)
_OVER = late_regex(r"(?i:\b(?:over|under)[-\s])\Z")
_CENTURY = late_regex(r"\b([12][0-9])[0-9]0['’]?s\s?(?:-|–|to|and|,|or)\s?(?:the\s)?\Z")


def read_named_decade(text: str, match: re.Match[str]) -> Iterator[Stated]:
    """A decade in words (one of `DECADES`): the sixties, also an age."""
    year = DECADES[match.group().lower()]
    aged = Fact("number", Fraction(year - 1900), "years old")
    yield as_stated(match, Fact("decade", Fraction(year)), aged, optional=True)


def read_age_group(text: str, match: re.Match[str]) -> Iterator[Stated]:
    """An age group: the under-twos."""
    age = ONES[match["age"].lower().removesuffix("s")]
    yield as_stated(match, Fact("number", Fraction(age), "years old"))
