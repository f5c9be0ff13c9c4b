"""How well an English label of a row or column fits a Chinese one: by the names of places, the
syllables of other names, the English of words, and figures.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from functools import cached_property, lru_cache

import msgspec

from generator.figures.chinese.reader import read
from generator.figures.context.evidence import syllables_of
from generator.figures.context.glosses import english_stems, gloss, glosses
from generator.figures.english.reader import read_english
from generator.figures.shared.normal import bounded, normal
from generator.gazetteer import load
from generator.patterns import late_regex

_WORD = late_regex(r"[A-Za-zÀ-ÿ]+(?:['’ʼ][A-Za-z]+)*")
_CODE = late_regex(r"[A-Za-z]*[0-9][A-Za-z0-9.-]*|[A-Z]{2,}")
_SMALL = frozenset(
    "the a an of and or for in on to at by with from per no number new number total which".split()
)
# What the syllables of a name count if they may be those of another place.
_SPELT_ALIKE = 0.6
# A label is cut after so many characters.
_LONGEST = 60

_Signs = frozenset[tuple[str, Fraction | str]]


class Label(msgspec.Struct, frozen=True, dict=True):
    """What tells one label from others. ``text`` is without its unit."""

    text: str
    english: bool

    @cached_property
    def codes(self) -> frozenset[str]:
        """The codes of the place that it names."""
        text = self.text.strip()
        found = load().candidates(text) if text else []
        return frozenset(place.code for place in found)

    @cached_property
    def figures(self) -> _Signs:
        """What its figures say, without their units."""
        if self.english:
            facts = [f for one in read_english(self.text) if not one.optional for f in one.facts]
        else:
            facts = [f for one in read(self.text) for way in one.facts for f in way]
        return frozenset((_KINDS.get(f.kind, f.kind), f.value or f.text) for f in facts)

    @cached_property
    def marks(self) -> frozenset[str]:
        """Its numbers and abbreviations in Latin letters."""
        return frozenset(_CODE.findall(normal(self.text)))

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of an English label, in lower case."""
        found = (_plain(word) for word in _WORD.findall(self.text))
        return frozenset(word for word in found if word not in _SMALL)

    @cached_property
    def names(self) -> frozenset[str]:
        """Those of its words that may be syllables of a name."""
        found = (word for word in _WORD.findall(self.text) if word[0].isupper() and len(word) > 2)
        return frozenset(map(_plain, found))

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of the English of a Chinese label's words."""
        known, text = glosses(), normal(self.text)
        pieces = (text[at : at + size] for at in range(len(text)) for size in (4, 3, 2, 1))
        return frozenset().union(*(gloss(piece) for piece in pieces if piece in known))

    @cached_property
    def spelt(self) -> str:
        """The syllables of a Chinese label."""
        return syllables_of(normal(self.text))


_KINDS = {"ordinal": "number", "year": "number", "ratio": "number"}


def _plain(word: str) -> str:
    return word.lower().replace("'", "").replace("’", "").replace("ʼ", "")


def labels_of(texts: Sequence[str], *, english: bool) -> list[Label]:
    """The labels of all rows or columns of a table."""
    return [Label(bounded(text[:_LONGEST]), english) for text in texts]


@lru_cache(maxsize=4096)
def _stem_of(word: str) -> frozenset[str]:
    return english_stems(word)


def common_words(labels: Sequence[Label]) -> frozenset[str]:
    """Words that most of several English labels have, which tell none from the others."""
    often = Counter(word for label in labels for word in label.words)
    return frozenset(w for w, count in often.items() if len(labels) > 1 and 2 * count > len(labels))


def likeness(chinese: Label, english: Label, common: frozenset[str] = frozenset()) -> float:
    """From -0.5, if they contradict each other, to 1.5, if all says that they belong together; 0 if
    nothing is known. ``common`` are words without weight.
    """
    if chinese.text and chinese.text == english.text:
        return 1.5
    if not chinese.text or not english.text:
        return 0.0
    words = english.words - common
    said = sum(
        1 for w in words if _is_said(w, chinese) or (w in english.names and w in chinese.spelt)
    )
    known = said / len(words) if words else 0.0
    if chinese.codes and english.codes:
        # Several places may be spelt alike: 临邑 and 临沂, 山西 and 陕西 without marks.
        other = _SPELT_ALIKE * known if known else -0.5
        known = 1.0 if chinese.codes & english.codes else other
    return max(known + _by_figures(chinese, english), -0.5)


def _is_said(word: str, chinese: Label) -> bool:
    return bool(_stem_of(word) & chinese.stems)


def _by_figures(chinese: Label, english: Label) -> float:
    """What figures in both labels say for or against their belonging together."""
    shared = chinese.marks & english.marks
    if shared and chinese.marks == english.marks:
        return 0.5
    for kinds in _RANKED:
        left = {fact for fact in chinese.figures if fact[0] in kinds}
        right = {fact for fact in english.figures if fact[0] in kinds}
        if left and right:
            return 0.5 if left & right else -0.5
    return 0.2 if shared else 0.0


# Kinds of facts, those first that tell most: all days of a month share the month.
_RANKED = (
    frozenset({"date", "time"}),
    frozenset({"span", "share", "points", "ratio", "label"}),
    frozenset({"number", "month", "day", "decade"}),
)
