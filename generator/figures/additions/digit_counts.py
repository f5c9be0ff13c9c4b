"""Whether a number of the Chinese text has the number of digits that the English states."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from generator.figures.english.digit_counts import power_of_ten
from generator.figures.english.stated import Stated
from generator.figures.shared.figure import Figure

# 个位 and 双位 without 数, and numbers named by the place of their first digit.
_SAID_SO = {
    1: ("个位", "個位", "一位"), 2: ("双位", "雙位", "十位", "二位"), 3: ("百位",), 4: ("千位",),
    5: ("万位",),
}  # fmt: skip


def has_digit_count(stated: Stated, text: str, figures: Sequence[Figure]) -> bool:
    """Whether a number of the Chinese ``text`` has as many digits as ``stated``: double-digit
    growth for 15%.
    """
    counts = {int(fact.value) for fact in stated.facts if fact.kind == "digits"}
    if not counts:
        return False
    present = {count for count, words in _SAID_SO.items() if any(word in text for word in words)}
    for figure in figures:
        for fact in (fact for way in figure.facts for fact in way):
            value = abs(fact.value * 100 if fact.kind == "share" else fact.value)
            if fact.kind in ("share", "number", "points", "vague"):
                size = len(str(int(value)))
                # Below 10 percent is single-digit.
                present |= {size, size - 1} if power_of_ten(Fraction(value)) else {size}
            elif fact.kind == "label" and fact.text.isdigit():
                present.add(len(fact.text))
    return counts <= present
