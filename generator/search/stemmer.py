"""English words cut down to their stems.

The algorithm is Porter2 (https://snowballstem.org/algorithms/english/stemmer.html). Its
endings are data, ``data/stemmer.json``, which the browser is given too; what is written
here stands in ``search.js`` line for line, and the tests compare the two.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path

import msgspec

from generator.patterns import late_regex

# Vowels are ``aeiouy``; a ``y`` that is a consonant is written ``Y`` while the stem is cut.
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

    ``whole`` are words with a stem of their own, ``settled`` stems that no later step may
    touch; ``first`` … ``fifth`` rules of an ending, what takes its place and where it must
    stand; ``regions`` beginnings after which the first region starts.
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
    """The tables as they stand in the file."""
    return Path(__file__).parent.joinpath("data/stemmer.json").read_bytes()


@cache
def _rules() -> Rules:
    return msgspec.json.decode(rules_text(), type=Rules)


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The stem of a lower-case ``word``; anything but three letters or more stays as it is."""
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
    """Where the part begins that follows the first consonant after a vowel."""
    match = _REGION.search(text, start)
    return match.end() if match else len(text)


def _replace(text: str, rules: Sequence[Rule], r1: int, r2: int) -> str:
    """``text`` with the longest ending of ``rules`` replaced, where its condition holds."""
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
    """Past forms: what is left of "hopping", "hoping", "agreed" is made a word again."""
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
