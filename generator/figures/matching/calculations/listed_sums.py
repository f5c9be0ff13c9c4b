"""Sums of counts that the English lists after a colon: "47 people: 35 disciplined, 12 charged"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from generator.figures.english.stated import Stated
from generator.figures.shared.figure import Figure, only_value
from generator.figures.shared.numeral import small_value
from generator.patterns import late_regex

_NUMBER = late_regex(r"(?<![0-9.,])[0-9][0-9,]*(?![0-9.]*[%0-9])|\b(?:[a-z]+-)?[a-z]+\b")


def sums_after_colon(
    text: str, counts: Sequence[Figure], english: str, stated: Stated
) -> Iterator[Fraction]:
    """The sums of counts that the English gives after a colon: 47 people: 35 of one sort, 12 of
    another.
    """
    colon = english.find(":", stated.end, stated.end + _LONG)
    if colon < 0:
        return
    stop = re.search(r"[.;](?=\s|\Z)", english[colon:])
    after = english[colon : colon + stop.start() if stop else None].lower()
    said = {
        number for word in _NUMBER.findall(after)
        if (number := _spelled(word.replace(",", ""))) is not None
    }  # fmt: skip
    parts = [(f, value) for f in counts if (value := only_value(f)) is not None and value in said]
    # 6名, 其中2人: the second is a part of the first
    if len(parts) > 1 and "其中" not in text[parts[0][0].end : parts[-1][0].start]:
        yield sum((value for _, value in parts), Fraction(0))


_LONG = 60


def _spelled(word: str) -> Fraction | None:
    if word.isdigit():
        return Fraction(word)
    value = small_value(word) if word.replace("-", "").isalpha() else 0
    return Fraction(value) if value else None
