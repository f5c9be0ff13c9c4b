"""Is a text written in Simplified or in Traditional Chinese?"""

from __future__ import annotations

from functools import cache
from typing import Literal

from generator.script.tables import rows

Script = Literal["zh-Hans", "zh-Hant"]


def detect_script(text: str) -> Script:
    """The script that more characters of ``text`` belong to; Simplified where none tells."""
    simplified, traditional = _tell_tale()
    if traditional.isdisjoint(text):
        return "zh-Hans"
    hans = sum(map(simplified.__contains__, text))
    hant = sum(map(traditional.__contains__, text))
    return "zh-Hant" if hant > hans else "zh-Hans"


def has_traditional(text: str) -> bool:
    """Whether a character of ``text`` is one that only Traditional Chinese has."""
    return any(char in _tell_tale()[1] for char in text)


@cache
def _tell_tale() -> tuple[frozenset[str], frozenset[str]]:
    """Characters that only Simplified text has, and those that only Traditional text has.

    The table has rows for Traditional characters that Taiwan and Hong Kong write differently
    (說, 説) too. A character in both scripts (后, 里 stay in real Traditional texts) tells
    little, but the majority of a text decides.
    """
    table = {char: set(forms) for char, *forms in rows("characters.txt")}
    replaced = {char for char, forms in table.items() if char not in forms}
    replacing = set().union(*(table[char] for char in replaced))
    forms = set().union(*table.values())
    traditional = (replacing - replaced) | (forms - table.keys())
    return frozenset(replaced - replacing), frozenset(traditional)
