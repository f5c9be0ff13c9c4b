"""Is a text written in Simplified or in Traditional Chinese?"""

from __future__ import annotations

from functools import cache
from typing import Literal

import opencc

Script = Literal["zh-Hans", "zh-Hant"]

_HAN = "".join(map(chr, range(0x4E00, 0xA000)))


def detect_script(text: str) -> Script:
    """The script that more characters of ``text`` belong to; Simplified where none tells."""
    simplified, traditional = _tell_tale()
    hans = sum(1 for char in text if char in simplified)
    hant = sum(1 for char in text if char in traditional)
    return "zh-Hant" if hant > hans else "zh-Hans"


@cache
def _tell_tale() -> tuple[frozenset[str], frozenset[str]]:
    """Characters that only Simplified text has, and those that only Traditional text has.

    By OpenCC's character tables: a character that Simplified → Traditional changes, and
    the other way round. One in both (后, 里 stay in real Traditional texts too) tells
    little, but the majority of a text decides.
    """
    lines = "\n".join(_HAN)
    to_traditional = opencc.OpenCC("s2t").convert(lines).split("\n")
    to_simplified = opencc.OpenCC("t2s").convert(lines).split("\n")
    hans = frozenset(c for c, t in zip(_HAN, to_traditional, strict=True) if c != t)
    hant = frozenset(c for c, s in zip(_HAN, to_simplified, strict=True) if c != s)
    return hans - hant, hant - hans
