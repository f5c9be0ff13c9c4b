"""Detect whether a text is in Simplified or Traditional Chinese, or Chinese at all."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from generator.patterns import late_regex
from generator.script.tables import rows

Script = Literal["zh-Hans", "zh-Hant"]
_HAN = late_regex("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_KANA = late_regex("[\u3040-\u30ff]")
_SAMPLE = 400
# The least share of Chinese characters among letters; the greatest ratio of kana to them.
_FEW, _MANY = 0.1, 0.3
# The least share of plain Latin letters in English, and the least number of its commonest words.
_ENGLISH, _TELLING_WORDS = 0.9, 3
_COMMON = late_regex(r"\b(?:the|of|and|to|in|on|at|by|a|it|is|was|has|with|for|said|will)\b", re.I)
# The least number of characters of the other script; the least number of letters for a decision.
_CLEAR, _TELLING = 4, 20


def detect_script(text: str) -> Script:
    """The script of most distinctive characters in ``text``; Simplified if there are none."""
    simplified, traditional = _distinctive()
    if traditional.isdisjoint(text):
        return "zh-Hans"
    hans = sum(map(simplified.__contains__, text))
    hant = sum(map(traditional.__contains__, text))
    return "zh-Hant" if hant > hans else "zh-Hans"


def other_script(text: str, script: Script) -> bool:
    """Whether a paragraph of a text in ``script`` is in the other script, beyond a few names."""
    simplified, traditional = _distinctive()
    own, other = (simplified, traditional) if script == "zh-Hans" else (traditional, simplified)
    if other.isdisjoint(text):
        return False
    found = sum(map(other.__contains__, text))
    return found >= _CLEAR and found >= _CLEAR * sum(map(own.__contains__, text))


def is_chinese(text: str) -> bool:
    """Whether ``text`` is Chinese: enough of its letters are, and it has few kana.

    True for a text with too few letters for a decision.
    """
    sample = text[:_SAMPLE]
    chinese = len(_HAN.findall(sample))
    if 2 * chinese > len(sample) and "の" not in sample:
        return True
    chinese, kana = len(_HAN.findall(text)), len(_KANA.findall(text))
    letters = sum(map(str.isalpha, text))
    return letters < _TELLING or (chinese >= _FEW * letters and kana <= _MANY * chinese)


def is_english(text: str) -> bool:
    """Whether nearly all letters of ``text`` are Latin ones without marks, in words of English."""
    letters = sum(map(str.isalpha, text))
    plain = sum(char.isascii() and char.isalpha() for char in text)
    return plain > _ENGLISH * letters and len(_COMMON.findall(text)) >= _TELLING_WORDS


def has_traditional(text: str) -> bool:
    """Whether ``text`` has a character that only Traditional Chinese has."""
    return any(char in _distinctive()[1] for char in text)


@cache
def _distinctive() -> tuple[frozenset[str], frozenset[str]]:
    """The characters that only Simplified text has, and those that only Traditional text has.

    The table also has rows for Traditional characters that differ between Taiwan and Hong Kong
    (說, 説). Some characters (后, 里) occur in real Traditional texts too, but the majority of a
    text's characters decides.
    """
    table = {char: set(forms) for char, *forms in rows("characters.txt")}
    replaced = {char for char, forms in table.items() if char not in forms}
    replacing = set().union(*(table[char] for char in replaced))
    forms = set().union(*table.values())
    traditional = (replacing - replaced) | (forms - table.keys())
    return frozenset(replaced - replacing), frozenset(traditional)


# Characters that Hong Kong and Taiwan print, or type, like the mainland (户, 内); words of
# Traditional text with characters that are otherwise Simplified; such characters.
_PRINTED = frozenset(
    "内户吕温别没册净减决况凉税脱悦虚静争彦兑奂换唤焕晋侣宫污删厨厕灶剥姗栅床羡盗凑凄秃黄猫狸吴"
)
_IN_BOTH = late_regex("万俟|拮据|[白苍]术|兀术|谨愿|乡愿|种师道|种放")
_ALMOST_ALWAYS = frozenset("万广种确据胜荐愿术厂")


def only_simplified(text: str) -> frozenset[str]:
    """The characters of ``text`` that Traditional text does not have, in any place or word."""
    if _distinctive()[0].isdisjoint(text):
        return frozenset()
    found = _simplified_alone().intersection(text)
    if found and not _ALMOST_ALWAYS.isdisjoint(found):
        found = found.intersection(_IN_BOTH.sub("", text))
    return found


@cache
def _simplified_alone() -> frozenset[str]:
    used = {char for _, *forms in rows("words.txt") for form in forms for char in form}
    used.update(form for _, form, *_ in rows("overlaps.txt", "\t"))
    return _distinctive()[0] - (used - _ALMOST_ALWAYS) - _PRINTED
