"""Pairs of Taiwan's words and the mainland's, which search treats as the same.

The pairs come from OpenCC's conversions of each word of the lexicon, and from the program's own
list of Taiwan's words. A pair is left out if shorter pairs have the same effect, or if the Taiwan
word is common on the mainland with another meaning (核心 for 内核).
"""

from __future__ import annotations

import gzip
from importlib.resources import files

import opencc

from generator.search.fold import fold
from generator.search.vocabulary import replaced

_LONGEST = 4
# A word with a lower cost in the lexicon is common on the mainland.
_COMMON = 1150
# Words that are common according to the lexicon, but mean the same in city news.
_WANTED = {"水准", "品质"}


def pairs() -> list[tuple[str, str]]:
    """Pairs of Taiwan's word and the mainland's, folded and sorted."""
    costs = _costs()
    words = sorted((w for w in costs if 2 <= len(w) <= _LONGEST), key=lambda w: (len(w), w))
    theirs = _converted("s2twp", words)
    ours = _converted("s2tw", words)
    found = [
        (fold(word), fold(one))
        for word, one, other in zip(words, theirs, ours, strict=True)
        if fold(one) != fold(other)
    ]
    listed = files("generator.script").joinpath("data/vocabulary.txt").read_text("utf-8")
    rows = [row.split(" ", 1) for row in listed.split("\n") if row and not row.startswith("#")]
    found += [(fold(word), fold(one)) for word, one in rows if one != "="]
    made: dict[str, list[str]] = {}
    for word, one in sorted(found, key=lambda pair: len(pair[1])):
        known = costs.get(one)
        common = known is not None and known < _COMMON and one not in _WANTED
        if word == one or common or not 1 < len(one) <= _LONGEST:
            continue
        if word not in replaced(one, made):
            made.setdefault(one, []).append(word)
    return sorted((one, word) for one, words in made.items() for word in words)


def _converted(config: str, words: list[str]) -> list[str]:
    converted: str = opencc.OpenCC(config).convert("\n".join(words))
    return converted.split("\n")


def _costs() -> dict[str, int]:
    data = files("generator.lexicon").joinpath("data/words.txt.gz").read_bytes()
    rows = (row.split(" ") for row in gzip.decompress(data).decode().split("\n")[1:] if row)
    return {row[0]: int(row[1]) for row in rows}
