"""Shared parts of the readers of quantities in more than one unit."""

from __future__ import annotations

import re
from fractions import Fraction

from generator.figures.chinese.patterns import ENDINGS, QUALIFIERS
from generator.figures.shared.figure import Fact, Figure
from generator.figures.shared.numeral import DIGITS, chinese_value, decimal

# Patterns of a digit other than zero, and of a small number.
DIGIT = "[1-9一二两三四五六七八九]"
NUMBER = "[0-9]{1,3}|[一二两三四五六七八九十]{1,3}"


def value_of(written: str | None) -> Fraction:
    """The number; 0 if none is written or it is not well-formed."""
    value = chinese_value(written) if written else None
    return Fraction(0) if value is None else Fraction(value)


def is_pair(written: str) -> bool:
    """Whether the numeral is two digits side by side, as in 三四块: three or four."""
    return len(written) > 1 and all(character in DIGITS for character in written)


def compound_figure(
    match: re.Match[str],
    english: str,
    value: Fraction,
    unit: str,
    kind: str,
    *ways: tuple[Fact, ...],
) -> Figure:
    """The figure of a match, with the qualifier of its groups ``prefix`` and ``suffix``; ``ways``
    are alternatives to the number of the unit.
    """
    groups = match.groupdict()
    word, bound = QUALIFIERS.get(groups.get("prefix") or "", ("", 0))
    if groups.get("suffix"):
        word, bound = ENDINGS.get(groups["suffix"], ("more than", 1))
    return Figure(
        match.start(), match.end(), match.group(), f"{word} {english}".strip(), decimal(value),
        unit, kind, word, bound, facts=((Fact("number", value, unit),), *ways),
    )  # fmt: skip
