"""Stems of ordinary English words, which search takes for no slip of another word.

They are the words that the training texts of ``models/`` have at least twice in small letters.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from generator.patterns import late_regex
from generator.search.stemmer import stem

_TEXTS = Path(__file__).parents[3] / "models/training/data"
_WORD = late_regex("[A-Za-z]+")
# Of longer words, none is an ordinary word and one slip away from another.
_LENGTHS = range(3, 11)


def ordinary() -> list[str]:
    """The stems, sorted."""
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for file in sorted(_TEXTS.glob("field-*.tsv")):
        for line in file.read_text("utf-8").splitlines():
            for word in _WORD.findall(line.rpartition("\t")[2]):
                (small if word.islower() else capital)[word.lower()] += 1
    return sorted(
        {
            stem(word)
            for word, count in small.items()
            if count > 1 and count > capital[word] and len(word) in _LENGTHS
        }
    )
