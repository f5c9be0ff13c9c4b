"""Traditional texts in Simplified characters, for the rules of the detection.

Each character is converted by itself, so that offsets in the result are offsets in the text.
"""

from __future__ import annotations

import re
from functools import cache

from generator.one_by_one import table
from generator.script.quotes import CURLY

_IN_BOTH = frozenset("著徵么")  # Simplified texts have these characters too
_AS_IT_IS = {ord("么"): "么"}  # 怎么, although 么 is also the Traditional form of 幺
_SAMPLE = 3000  # the number of characters in which a Traditional text has a Traditional one


def simplified(text: str) -> str:
    """``text`` with Simplified characters for its Traditional ones; of the same length."""
    return text.translate(_with_quotes()) if _traditional().search(text, 0, _SAMPLE) else text


@cache
def _with_quotes() -> dict[int, int | str]:
    return table() | CURLY | _AS_IT_IS


@cache
def _traditional() -> re.Pattern[str]:
    return re.compile(f"[{''.join(sorted(set(map(chr, table())) - _IN_BOTH))}]")
