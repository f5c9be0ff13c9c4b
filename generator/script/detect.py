"""Is a text written in Simplified or in Traditional Chinese?"""

from __future__ import annotations

from functools import cache
from typing import Literal

from generator.patterns import late_regex
from generator.script.tables import rows

Script = Literal["zh-Hans", "zh-Hant"]
_HAN = late_regex("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_KANA = late_regex("[\u3040-\u30ff]")
_SAMPLE = 400
_FEW, _MANY = 0.1, 0.3  # shares of letters, of Chinese characters
_CLEAR, _TELLING = 4, 20  # characters of the other script, letters of any


def detect_script(text: str) -> Script:
    """The script that more characters of ``text`` belong to; Simplified where none tells."""
    simplified, traditional = _tell_tale()
    if traditional.isdisjoint(text):
        return "zh-Hans"
    hans = sum(map(simplified.__contains__, text))
    hant = sum(map(traditional.__contains__, text))
    return "zh-Hant" if hant > hans else "zh-Hans"


def other_script(text: str, script: Script) -> bool:
    """Whether a paragraph of a text in ``script`` is in the other one, beyond a name or two."""
    simplified, traditional = _tell_tale()
    own, other = (simplified, traditional) if script == "zh-Hans" else (traditional, simplified)
    if other.isdisjoint(text):
        return False
    found = sum(map(other.__contains__, text))
    return found >= _CLEAR and found >= _CLEAR * sum(map(own.__contains__, text))


def is_chinese(text: str) -> bool:
    """Whether ``text`` is Chinese: some of its letters are, and kana do not stand between them."""
    sample = text[:_SAMPLE]
    chinese = len(_HAN.findall(sample))
    if 2 * chinese > len(sample) and "の" not in sample:
        return True
    chinese, kana = len(_HAN.findall(text)), len(_KANA.findall(text))
    letters = sum(map(str.isalpha, text))
    return letters < _TELLING or (chinese >= _FEW * letters and kana <= _MANY * chinese)


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
