"""Words near figures that both texts have: evidence for which figure belongs where.

Words are linked with their English by the table of glosses (``glosses``), names by their syllables
(``data/syllables.tsv``), signs such as GDP by their letters; function words such as 约 and "about",
and other figures that both texts have, count too.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, KeysView
from functools import cache, lru_cache
from itertools import accumulate
from typing import NamedTuple

from generator.figures.context.distance import Span
from generator.figures.context.glosses import gloss, glosses
from generator.figures.shared.figure import Figure
from generator.figures.shared.tables import table
from generator.patterns import late_regex
from generator.terms.wording import stem

# The kinds of links.
KINDS = 8
WORD, CHARACTER, FUNCTION, UNIT, NAME, DATE, AMOUNT, PARTY = range(KINDS)
# Kinds of figures that are no amounts: evidence for the position of amounts.
ANCHORS = frozenset({"date", "period", "time", "ordinal", "label", "plan", "rank"})


class Link(NamedTuple):
    """An expression that both texts have, with all its places in each."""

    kind: int
    chinese: tuple[Span, ...]
    english: tuple[Span, ...]


_stem = lru_cache(maxsize=16384)(stem)


@cache
def _common() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """The English stems of function words such as 约, and of measure words."""
    content = table("function_words.tsv")
    functions: dict[str, frozenset[str]] = {}
    units: dict[str, frozenset[str]] = {}
    for line in content.splitlines():
        kind, word, english = line.split("\t")
        stems = frozenset(_stem(one) for one in english.split())
        (units if kind == "unit" else functions)[word] = stems
    return functions, units


_NUMERALS = frozenset("〇零一二两三四五六七八九十百千万亿")
_ENGLISH_WORD = late_regex("[A-Za-z]{2,}")


@cache
def _syllables() -> dict[str, str]:
    """The syllable of each character, without tone."""
    content = table("syllables.tsv")
    rows = (line.split("\t") for line in content.splitlines())
    return {character: syllable for syllable, characters in rows for character in characters}


@cache
def _all_syllables() -> frozenset[str]:
    return frozenset(_syllables().values())


def links(text: str, english: str, figures: list[Figure]) -> list[Link]:
    """The links of the two texts, without the figures themselves."""
    said: dict[str, list[Span]] = {}
    names: dict[str, list[Span]] = {}
    negated = "非" in text and _NON in english.lower()
    for match in _ENGLISH_WORD.finditer(english):
        word = match.group()
        lower = word.lower()
        one = _stem(lower)
        if negated and english[max(0, match.start() - 4) : match.start()].lower() == _NON:
            one = _NON + one
        said.setdefault(one, []).append(match.span())
        if word[0].isupper():
            names.setdefault(lower, []).append(match.span())
    found, functions, units = _shared(text, figures, said.keys(), negated=negated)
    result = [
        Link(_kind(text, spans), tuple(spans), tuple(said[one])) for one, spans in found.items()
    ]
    result += [
        Link(FUNCTION, tuple(spans), tuple(said[one]))
        for one, spans in functions.items()
        if one not in found
    ]
    result += [Link(UNIT, tuple(spans), tuple(said[one])) for one, spans in units.items()]
    names = {name: spans for name, spans in names.items() if _stem(name) not in found}
    return [*result, *_named(text, names)] if names else result


@cache
def _parties() -> frozenset[str]:
    """Words for whom or what a figure may be of: women, the countryside, imports, last year."""
    content = table("parties.txt")
    return frozenset(content.split())


def _kind(text: str, spans: list[Span]) -> int:
    if all(b - a == 1 for a, b in spans):
        return CHARACTER
    return PARTY if all(text[a:b] in _parties() for a, b in spans) else WORD


_Shared = dict[str, list[Span]]
_NON = "non-"


def _shared(
    text: str, figures: list[Figure], stems: KeysView[str], *, negated: bool
) -> tuple[_Shared, _Shared, _Shared]:
    """The English stems that stand for a Chinese word, with the places of the word: for words of
    the glosses, for function words and for measure words. ``negated``: of 非私营, not those of 私营
    but those with "non-".
    """
    known = glosses()
    function_stems, unit_stems = _common()
    found: _Shared = {}
    functions: _Shared = {}
    units: _Shared = {}
    counted = {figure.end for figure in figures}
    numerals = {at for f in figures for at in range(f.start, f.end) if text[at] in _NUMERALS}
    covered = 0
    for at, character in enumerate(text):
        if character < "\u2e80" or at in numerals:
            continue
        for size in (4, 3, 2, 1):
            word, end = text[at : at + size], at + size
            if len(word) < size or (size == 1 and at < covered):
                continue
            if word in function_stems and end > covered:
                for one in function_stems[word] & stems:
                    functions.setdefault(one, []).append((at, end))
            if word in unit_stems and (at in counted or end in counted):
                for one in unit_stems[word] & stems:
                    units.setdefault(one, []).append((at, end))
            if word in known:
                covered = max(covered, end if size > 1 else 0)
                non = negated and text[at - 1 : at] == "非"
                for one in (
                    {_NON + own for own in gloss(word)} & stems if non else gloss(word) & stems
                ):
                    spans = found.setdefault(one, [])
                    # The longer word takes precedence: 财政收入 before 收入.
                    if not spans or spans[-1][1] < end:
                        spans.append((at, end))
    return found, functions, units


def _named(text: str, names: dict[str, list[Span]]) -> Iterator[Link]:
    """Links of names: in pinyin in the English, or in Latin letters in both texts."""
    lower = text.lower() if _LATIN.search(text) else ""
    spelt: _Spelt | None = None
    for name, spans in names.items():
        if lower and name in lower:
            found = [m.span() for m in re.finditer(rf"(?<![a-z]){name}(?![a-z])", lower)]
        elif len(name) >= _SHORTEST and _is_spelt(name):
            spelt = spelt or _spelt(text)
            found = list(_places(name, spelt))
        else:
            continue
        if found:
            yield Link(NAME, tuple(found), tuple(spans))


def syllables_of(text: str) -> str:
    """The syllables of the Chinese characters of ``text``, one after the other."""
    return _spelt(text).text


_SHORTEST = 4
_LATIN = late_regex("[A-Za-z]")


class _Spelt(NamedTuple):
    """The syllables of a Chinese text as one string, and where each begins in it."""

    text: str
    starts: list[int]


@lru_cache(maxsize=8)
def _spelt(text: str) -> _Spelt:
    known = _syllables()
    parts = [known.get(character, " ") for character in text]
    return _Spelt("".join(parts), list(accumulate(map(len, parts), initial=0)))


def _places(name: str, spelt: _Spelt) -> Iterator[Span]:
    """Where two or more characters have the syllables of ``name``."""
    at = spelt.text.find(name)
    while at >= 0:
        first = bisect_right(spelt.starts, at) - 1
        last = bisect_right(spelt.starts, at + len(name)) - 1
        if spelt.starts[first] == at and spelt.starts[last] == at + len(name) and last > first + 1:
            yield first, last
        at = spelt.text.find(name, at + 1)


@lru_cache(maxsize=4096)
def _is_spelt(name: str) -> bool:
    """Whether ``name`` may be two or more syllables of pinyin."""
    known = _all_syllables()
    ends = {0}
    for end in range(1, len(name) + 1):
        if any(start in ends and name[start:end] in known for start in range(max(0, end - 6), end)):
            ends.add(end)
    return len(name) in ends and name not in known


def is_spelt(text: str, english: str, link: Link) -> bool:
    """Whether a word with a capital is the Chinese one of its only link in pinyin: a name, at any
    place of a sentence.
    """
    (start, end), (first, last) = link.chinese[0], link.english[0]
    word = english[first:last]
    return (
        len(word) >= _SHORTEST
        and word[0].isupper()
        and syllables_of(text[start:end]).startswith(word.lower())
    )
