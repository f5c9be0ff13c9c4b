"""How long a text takes to read."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.markup.nodes import plain

# Silent reading of non-fiction by adults: 238 words a minute in English (M. Brysbaert,
# 2019); Chinese readers manage 260 words, which are 439 characters, a minute in the same
# review.
CHARACTERS_A_MINUTE = 439
WORDS_A_MINUTE = 238

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")


def minutes(blocks: Iterable[str]) -> int:
    """Whole minutes, at least one, for HTML ``blocks`` in either language or both."""
    text = "\n".join(plain(block) for block in blocks)
    characters = len(_HAN.findall(text))
    words = len(_WORD.findall(_HAN.sub(" ", text)))
    return max(1, round(characters / CHARACTERS_A_MINUTE + words / WORDS_A_MINUTE))
