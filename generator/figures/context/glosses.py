"""The English of Chinese words, as word stems, for telling which figure belongs to which word.

Each line of ``data/glosses.tsv.gz`` has a word and the stems of its English; the lines are sorted.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import cast

from generator.figures.shared.tables import table
from generator.patterns import late_regex
from generator.terms.wording import stem


@cache
def glosses() -> dict[str, str]:
    """The table: from a Chinese word to the stems of its English, separated by spaces."""
    lines = table("glosses.tsv.gz").splitlines()
    return dict(cast("list[tuple[str, str]]", [line.split("\t") for line in lines]))


@lru_cache(maxsize=8192)
def gloss(word: str) -> frozenset[str]:
    """The stems of the English of ``word``; empty if the word is unknown."""
    return frozenset(glosses().get(word, "").split())


_WORD = late_regex("[a-z]{2,}")
_stem = lru_cache(maxsize=8192)(stem)


def english_stems(text: str) -> frozenset[str]:
    """The stems of the words of an English text."""
    return frozenset(_stem(word) for word in _WORD.findall(text.lower()))
