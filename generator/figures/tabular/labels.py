"""How well an English label of a row or column fits a Chinese one: by the names of places, the
syllables of other names, the English of words, and figures.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import cached_property, lru_cache
from typing import Literal

import msgspec

from generator.figures.chinese.reader import read
from generator.figures.context.evidence import syllables_of
from generator.figures.context.glosses import english_stems, gloss, glosses
from generator.figures.english.reader import read_english
from generator.figures.shared.normal import bounded, normal
from generator.figures.tabular.units import TableUnit
from generator.gazetteer import load
from generator.patterns import late_regex

_WORD = late_regex(r"[A-Za-zÀ-ÿ]+(?:['’ʼ](?!s\b)[A-Za-z]+)*")
_CODE = late_regex(r"[A-Za-z]*[0-9][A-Za-z0-9.-]*|[A-Z]{2,}")
_SMALL = frozenset(
    "the a an of and or for in on to at by with from per no number new number which s".split()
)
# What a word with the meaning of a Chinese one counts; one with its syllables counts 1.
_MEANT = 0.8
# What the syllables of a name count if they may be those of another place.
_SPELT_ALIKE = 0.6
# A label is cut after so many characters.
_LONGEST = 60

_Signs = frozenset[tuple[str, Fraction | str]]


# What a column has: numbers, shares, other texts; empty if that is not known.
Sort = Literal["", "number", "share", "text"]
# What the sort, and the unit, of two columns count for or against their belonging together.
_SORT, _UNIT = 0.3, 0.3
_LETTERS = {"甲": "A", "乙": "B", "丙": "C", "丁": "D", "戊": "E"}
_LETTER = late_regex(
    r"[甲乙丙丁戊](?=\S{0,3}\Z)|(?:(?<=[a-z]\s)|\A)[A-Z]\Z|\A[A-Z](?=[^\x00-\x7f])"
)
_TOTAL = late_regex("[总合共]计|小计|^[全各]|总[数量和额]")
_ALL = frozenset({"all", "whole", "total", "totals", "sum", "overall", "subtotal", "city", "grand"})


class Label(msgspec.Struct, frozen=True, dict=True):
    """What tells one label from others. ``text`` is without its unit, ``more`` has further words
    of a row; ``sort`` and ``unit`` are those of a column."""

    text: str
    english: bool
    more: str = ""
    sort: Sort = ""
    unit: TableUnit | None = None

    @cached_property
    def codes(self) -> frozenset[str]:
        """The codes of the place that it names, or the name of the company."""
        # Imported late: other parts of that package read figures.
        from generator.entities.companies import find_company

        text = self.text.strip()
        company = find_company(text) if text else None
        found = load().candidates(text) if text else []
        return frozenset([*(place.code for place in found), *([company.hans] if company else [])])

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
        """Its numbers and abbreviations in Latin letters; 甲 is A."""
        text = normal(self.text)
        found = {_LETTERS.get(letter, letter) for letter in _LETTER.findall(text)}
        return frozenset([*_CODE.findall(text), *found])

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
        found = [gloss(piece) for piece in pieces if piece in known]
        return frozenset().union(*found)

    @cached_property
    def spelt(self) -> str:
        """The syllables of a Chinese label."""
        return syllables_of(normal(self.text))


_KINDS = {"ordinal": "number", "year": "number", "ratio": "number"}


def _plain(word: str) -> str:
    return word.lower().replace("'", "").replace("’", "").replace("ʼ", "")


@lru_cache(maxsize=1024)
def label_of(
    text: str,
    *,
    english: bool,
    more: str = "",
    sort: Sort = "",
    unit: TableUnit | None = None,
) -> Label:
    """The label of a row, or of a column with what it has."""
    return Label(bounded(text[:_LONGEST]), english, bounded(more[:_LONGEST]), sort, unit)


@lru_cache(maxsize=4096)
def _stem_of(word: str) -> frozenset[str]:
    return english_stems(word)


Likeness = Callable[[Label, Label, frozenset[str]], float]


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
    spelt = {word for word in words & english.names if word in chinese.spelt}
    meant = sum(1 for word in words - spelt if _is_said(word, chinese))
    known = (len(spelt) + _MEANT * meant) / len(words) if words else 0.0
    if _TOTAL.search(chinese.text) and english.words and english.words <= _ALL:
        known = 1.0
    if chinese.codes and english.codes:
        # Several places may be spelt alike: 临邑 and 临沂, 山西 and 陕西 without marks.
        other = _SPELT_ALIKE * known if known else -0.5
        known = 1.0 if chinese.codes & english.codes else other
    return max(known + _by_figures(chinese, english, common), -0.5)


def with_more(label: Label) -> Label:
    """A label with the further words of its row: 第一阶梯 and "1" beside the same 0—220立方米."""
    return label_of(label.more or label.text, english=label.english)


def column_likeness(chinese: Label, english: Label, common: frozenset[str] = frozenset()) -> float:
    """`likeness` of the heads of two columns, and of what they have."""
    found = likeness(chinese, english, common)
    if found:
        return found
    if chinese.sort and english.sort and chinese.sort != english.sort:
        return max(found - _SORT, -0.5)
    if chinese.sort == english.sort == "share":
        return found + _SORT
    if chinese.unit is None or english.unit is None:
        return found
    alike = chinese.unit.unit and english.unit.unit and chinese.unit.factor(english.unit)
    return found + _UNIT if alike else found


def _is_said(word: str, chinese: Label) -> bool:
    return bool(_stem_of(word) & chinese.stems)


def _by_figures(chinese: Label, english: Label, common: frozenset[str]) -> float:
    """What figures in both labels say for or against their belonging together. Marks that are
    ``common`` words say nothing."""
    left, right = (
        frozenset(mark for mark in one.marks if mark.lower() not in common)
        for one in (chinese, english)
    )
    shared = left & right
    if shared and left == right:
        return 0.5
    for kinds in _RANKED:
        said = {fact for fact in chinese.figures if fact[0] in kinds}
        told = {fact for fact in english.figures if fact[0] in kinds}
        if said and told:
            return 0.5 if said & told else -0.5
    return 0.2 if shared else 0.0


# Kinds of facts, those first that tell most: all days of a month share the month.
_RANKED = (
    frozenset({"date", "time"}),
    frozenset({"span", "share", "points", "ratio", "label"}),
    frozenset({"number", "month", "day", "decade"}),
)
