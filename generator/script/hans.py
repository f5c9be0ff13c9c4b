"""Traditional → Simplified, for text of Taiwan, of Hong Kong, or of both mixed.

OpenCC has tables for either; what only one of them knows stays in text of the other kind
(tw2s leaves 衞, 敍, 枱). Here the tables are chosen by what the text is, and what they leave
is converted with the other's.
"""

from __future__ import annotations

from functools import cache
from typing import Any, Literal

import opencc

from generator.lexicon import cut
from generator.script.edited import Edited, patched
from generator.script.protection import Protection

Region = Literal["tw", "hk", "mixed"]

# Characters that only one of the two writes in print.
_HONG_KONG = frozenset("着裏衞敍枱綫説户麪鈎峯羣祕啟温媪唘囯") - frozenset("羣啟峯祕")
_TAIWAN = frozenset("裡衛敘線說戶麵鉤") - frozenset("衛線說戶")
# These stay in some words (著名) and go in others (看著): the tables' phrases know.
_WORDS_DECIDE = "著乾么"
_HAN = [chr(code) for part in ((0x3400, 0x4DC0), (0x4E00, 0xA000)) for code in range(*part)]


def region_of(text: str) -> Region:
    """Whose characters a Traditional text has; Taiwan's where nothing tells."""
    hong_kong = any(char in _HONG_KONG for char in text)
    taiwan = any(char in _TAIWAN for char in text)
    if hong_kong:
        return "mixed" if taiwan else "hk"
    return "tw"


@cache
def _converter(config: str) -> Any:
    # 0.1 s: not where nothing is converted.
    return opencc.OpenCC(config)


@cache
def _left_over() -> dict[int, str]:
    """Characters that one of the tables leaves and the other converts."""
    lines = "\n".join(_HAN)
    tables = [_converter(config).convert(lines).split("\n") for config in ("tw2s", "hk2s")]
    return {
        ord(char): theirs if char == ours else ours
        for char, ours, theirs in zip(_HAN, *tables, strict=True)
        if (char == ours) != (char == theirs) and char not in _WORDS_DECIDE
    }


class Simplified:
    """Traditional text → Simplified, with spans whose form is given."""

    def __init__(self, protection: Protection) -> None:
        self._protection = protection

    def __call__(self, text: str) -> Edited:
        config = "hk2s" if region_of(text) == "hk" else "tw2s"
        made: str = _converter(config).convert(text)
        if len(made) != len(text):
            made = "".join(_converter(config).convert(char) for char in text)
        made = made.translate(_left_over())
        kept = self._protection.spans(text, cut(text))
        return patched(made, kept)
