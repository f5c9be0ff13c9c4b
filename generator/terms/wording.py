"""Compare English wordings without regard to inflection, spelling variant, hyphens and case.

The stemmer here removes only inflection. The one of the search (Porter2) removes derivational
endings too: with it, "cooperative" or "cooperate" would pass for the term "cooperation".
"""

from __future__ import annotations

import re
import unicodedata

import msgspec

from generator.patterns import late_regex

_WORD = late_regex(r"[a-z0-9]+(?:['’][a-z]+)?|[+&%]")
# British endings and their American equivalents; words are compared in the American form.
_SPELLINGS = (
    ("isation", "ization"), ("ising", "izing"), ("ised", "ized"), ("ise", "ize"), ("our", "or"),
    ("metre", "meter"), ("centre", "center"), ("programme", "program"), ("yse", "yze"),
    ("fibre", "fiber"), ("labour", "labor"),
)  # fmt: skip
_ARTICLES = frozenset({"the", "a", "an"})


class Word(msgspec.Struct, frozen=True):
    """A word of an English text: its stem, and where it is (``text[start:end]``)."""

    stem: str
    start: int
    end: int


def words(text: str) -> list[Word]:
    """The words of an English text with their stems and positions, without articles."""
    flat = _without_accents(text)
    found = ((match, match.group()) for match in _WORD.finditer(flat.lower()))
    return [
        Word(stem(word), match.start(), match.end())
        for match, word in found
        if word not in _ARTICLES
    ]


def stems(text: str) -> tuple[str, ...]:
    """The stems of an English text, without articles."""
    return tuple(word.stem for word in words(text))


def _without_accents(text: str) -> str:
    """The text with ü as u and é as e; it keeps its length, so positions stay valid."""
    if text.isascii():
        return text
    return "".join(unicodedata.normalize("NFD", c)[0] for c in text)


def stem(word: str) -> str:
    """A lower-case word without inflection: ``attracting``, ``attracted`` and ``attracts`` have
    the same stem. The stem is for comparison only and need not be a word."""
    word = _singular(re.sub("['’].*", "", word))
    for british, american in _SPELLINGS:
        if word.endswith(british) and len(word) > len(british) + 1:
            word = word[: -len(british)] + american
            break
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) > len(ending) + 3:
            word = word[: -len(ending)]
            if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "ls":
                word = word[:-1]
            break
    return word[:-1] if word.endswith("e") and len(word) > 3 else word


def _singular(word: str) -> str:
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses", "zes")):
        return word[:-2]
    return word[:-1]
