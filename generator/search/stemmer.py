"""Reduce English words to their stems.

The algorithm is Porter2 (https://snowballstem.org/algorithms/english/stemmer.html). Its endings are
data, ``data/stemmer.json``, which the browser gets too. ``search.js`` has the same code line by
line; a test compares the results.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path

import msgspec

from generator.patterns import late_regex

# Vowels are ``aeiouy``; a ``y`` that is a consonant is replaced by ``Y`` during stemming.
_REGION = late_regex("[aeiouy][^aeiouy]")
_VOWEL = late_regex("[aeiouy]")
_PLURAL = late_regex("[aeiouy].")
_SHORT = late_regex("(?:^[aeiouy][^aeiouy]|[^aeiouy][aeiouy][^aeiouywxY])$")
_DOUBLED = late_regex("[aeo]..")
_CONSONANT_Y = late_regex("(^|[aeiouy])y")
_FINAL_Y = late_regex("(?<=.[^aeiouy])[yY]$")
_WORD = late_regex("[a-z]{3,}")

Rule = tuple[str, str, str]


class Rules(msgspec.Struct, frozen=True):
    """The tables of ``data/stemmer.json``.

    ``whole`` maps irregular words to stems; ``settled`` are stems that no later step changes;
    ``first`` … ``fifth`` are rules: an ending, its replacement and a condition; ``mend`` are
    endings that get an e, ``double`` double consonants that lose one; ``regions`` are beginnings
    after which the first region starts.
    """

    whole: dict[str, str]
    settled: tuple[str, ...]
    first: tuple[Rule, ...]
    second: tuple[Rule, ...]
    mend: tuple[str, ...]
    double: tuple[str, ...]
    third: tuple[Rule, ...]
    fourth: tuple[Rule, ...]
    fifth: tuple[Rule, ...]
    regions: tuple[str, ...]


def rules_text() -> bytes:
    """The content of the file with the tables."""
    return Path(__file__).parent.joinpath("data/stemmer.json").read_bytes()


@cache
def _rules() -> Rules:
    return msgspec.json.decode(rules_text(), type=Rules)


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The stem of a lower-case ``word``; unchanged if it is not at least three ASCII letters."""
    if not _WORD.fullmatch(word):
        return word
    rules = _rules()
    if word in rules.whole:
        return rules.whole[word]
    text = _CONSONANT_Y.sub(r"\1Y", word)
    start = next((len(head) for head in rules.regions if text.startswith(head)), 0)
    r1 = start or _region(text, 0)
    r2 = _region(text, r1)
    text = _replace(text, rules.first, r1, r2)
    if text in rules.settled:
        return text
    text = _second(text, rules, r1, r2)
    text = _FINAL_Y.sub("i", text)
    for step in (rules.third, rules.fourth, rules.fifth):
        text = _replace(text, step, r1, r2)
    return _last(text, r1, r2).lower()


def _region(text: str, start: int) -> int:
    """The offset after the first consonant that follows a vowel, searched from ``start``."""
    match = _REGION.search(text, start)
    return match.end() if match else len(text)


def _replace(text: str, rules: Sequence[Rule], r1: int, r2: int) -> str:
    """``text`` with the first matching ending of ``rules`` replaced, if its condition holds."""
    for ending, new, condition in rules:
        if text.endswith(ending):
            rest = text[: -len(ending)]
            where, _, after = condition.partition(" after ")
            if not _holds(where, rest, r1, r2) or (after and rest[-1:] not in after):
                return text
            # "ties" keeps its e, "cries" does not.
            return rest + ("ie" if where == "short" and len(rest) < 2 else new)
    return text


def _holds(where: str, rest: str, r1: int, r2: int) -> bool:
    if where == "r1":
        return len(rest) >= r1
    if where == "r2":
        return len(rest) >= r2
    if where == "vowel":
        return bool(_VOWEL.search(rest))
    if where == "plural":
        return bool(_PLURAL.search(rest))
    return True


def _second(text: str, rules: Rules, r1: int, r2: int) -> str:
    """Remove endings such as -ed and -ing, and repair the rest ("hopping", "hoping", "agreed")."""
    cut = _replace(text, rules.second, r1, r2)
    if cut == text or cut.endswith("ee"):
        return cut
    if cut.endswith(rules.mend):
        return cut + "e"
    if cut.endswith(rules.double):
        return cut if _DOUBLED.fullmatch(cut) else cut[:-1]
    return cut + "e" if len(cut) <= r1 and _SHORT.search(cut) else cut


def _last(text: str, r1: int, r2: int) -> str:
    rest = text[:-1]
    if text.endswith("e"):
        goes = len(rest) >= r2 or (len(rest) >= r1 and not _SHORT.search(rest))
        return rest if goes else text
    return rest if text.endswith("ll") and len(rest) >= r2 else text
