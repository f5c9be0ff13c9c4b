"""Estimate the reading time of a text."""

from __future__ import annotations

from functools import lru_cache

from generator.markup.nodes import plain_text
from generator.patterns import late_regex

# Silent reading of non-fiction by adults: 238 words a minute in English (M. Brysbaert,
# 2019); Chinese readers manage 260 words, which are 439 characters, a minute in the same
# review.
CHARACTERS_A_MINUTE = 439
WORDS_A_MINUTE = 238

_HAN = late_regex(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
_WORD = late_regex(r"[^\W_]+(?:['’.,-][^\W_]+)*")


@lru_cache(maxsize=64)
def minutes(blocks: tuple[str, ...]) -> int:
    """The reading time of HTML ``blocks`` in either or both languages, in minutes (at least 1).

    Cached, because an article's page and its page with pinyin have the same blocks.
    """
    text = "\n".join(plain_text(block) for block in blocks)
    others = _HAN.split(text)
    characters = len(text) - sum(map(len, others))
    words = len(_WORD.findall(" ".join(others)))
    return max(1, round(characters / CHARACTERS_A_MINUTE + words / WORDS_A_MINUTE))
