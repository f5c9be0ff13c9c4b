"""An owner of a figure that became another one, which the Chinese does not name: 宁德时代年产能
100吉瓦时 that became "BYD can make 100 GWh a year", 端州区 "Dinghu District".

The English is wrong if it names beside a figure a company, university, country or division of
China that its Chinese does not have, and nowhere the one of the same kind that the Chinese names in
the clause of this figure.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from generator.figures.checks.needing import needing
from generator.figures.checks.swapped.own_clauses import chinese_breaks, english_parts
from generator.figures.context.evidence import syllables_of
from generator.figures.context.known_names import unmatched_names
from generator.figures.context.pinyin_words import may_be_pinyin
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import AMOUNTS
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_WORD = late_regex(r"(?<![A-Za-z])[A-Z][a-z]{3,}(?:['’][a-z]+)?(?![A-Za-z])")
# Longer names, of which a division is only a part.
_LONGER = late_regex(
    r"(?:['’]s)?\s(?:[A-Z][a-z]+\s)*(?:University|College|School|Road|Street|Avenue|Bank|Group|Co"
    r"|Hospital|Airport|Station|River|Lake|Mountains?|Bridge|Institute|Hotel|Museum|Park|Bay)\b"
)
_ANYWHERE = late_regex("当地|该[市县区州省]|[我本][省市县区州]|[省市县区]委")


# The reading in a name, and the usual one of the character (成都, 重庆, 厦门, 六安): the tables of
# divisions need not be loaded to know that these are no other places.
_READ_OTHERWISE = (("", ""), ("du", "dou"), ("chong", "zhong"), ("xia", "sha"), ("lu", "liu"))


class _Divisions(NamedTuple):
    """The divisions of China: by full Chinese name (端州区) their English short ones, by English
    short name their codes and Chinese short names, and the divisions above each by code.
    """

    english: dict[str, frozenset[str]]
    codes: dict[str, frozenset[str]]
    chinese: dict[str, frozenset[str]]
    above: dict[str, frozenset[str]]


@cache
def _divisions() -> _Divisions:
    from generator.gazetteer.tables import divisions  # takes long, and is rarely needed

    english: dict[str, set[str]] = {}
    codes: dict[str, set[str]] = {}
    chinese: dict[str, set[str]] = {}
    above: dict[str, frozenset[str]] = {}
    for place in divisions():
        if len(place.short) > 1:
            english.setdefault(place.hans, set()).add(place.short_english)
        codes.setdefault(place.short_english, set()).add(place.code)
        chinese.setdefault(place.short_english, set()).add(place.short)
        above[place.code] = frozenset({place.code, place.parent, f"{place.code[:2]}0000"})
    return _Divisions(_frozen(english), _frozen(codes), _frozen(chinese), above)


def _frozen(sets: dict[str, set[str]]) -> dict[str, frozenset[str]]:
    return {name: frozenset(found) for name, found in sets.items()}


@needing(english=(_WORD,))
def replaced_owners(comparison: Comparison) -> Iterator[FigureProblem]:
    """Names beside figures that stand for others of the Chinese."""
    pairs = comparison.unique_of(AMOUNTS)
    if not pairs:
        return
    breaks, parts = chinese_breaks(comparison), english_parts(comparison)
    places = {
        (bisect_right(breaks, figure.start), bisect_right(parts, stated.start))
        for figure, stated in pairs
    }
    text, whole = comparison.text, comparison.whole or comparison.text
    lost, added = unmatched_names(text, whole, comparison.english, *_rows(comparison))
    for one in added:
        for other in lost:
            place = bisect_right(breaks, other.start), bisect_right(parts, one.start)
            if one.kind == other.kind and place in places:
                yield FigureProblem("changed", other.text, found=one.text)
                return
    yield from _other_division(comparison, breaks, parts, places)


def _rows(comparison: Comparison) -> tuple[int, int]:
    return comparison.rows["known_names"], comparison.rows_english["known_names"]


def _other_division(
    comparison: Comparison, breaks: list[int], parts: list[int], places: set[tuple[int, int]]
) -> Iterator[FigureProblem]:
    """A division of China in the place of another one."""
    text, english = comparison.text, comparison.english
    if not _KIND.search(text):
        return
    whole = comparison.whole or text
    spelt = ""
    for match in _WORD.finditer(english):
        part = bisect_right(parts, match.start())
        if not any(there == part for _, there in places):
            continue
        name = match.group()
        if not may_be_pinyin(name):
            continue
        spelt = spelt or syllables_of(whole)
        plain = name.lower().replace("'", "").replace("’", "")
        if any(plain.replace(said, other) in spelt for said, other in _READ_OTHERWISE):
            continue
        known = _divisions()
        codes = known.codes.get(name)
        if codes is None or _LONGER.match(english, match.end()) or _ANYWHERE.search(whole):
            continue
        if any(short in whole for short in known.chinese[name]):
            continue
        for start, full in _named(text, known):
            own = known.english[full]
            if (bisect_right(breaks, start), part) not in places or _related(own, codes, known):
                continue
            if any(one in english or _are_alike(one, name) for one in own):
                continue
            yield FigureProblem("changed", full, found=name)
            return


def _named(text: str, known: _Divisions) -> Iterator[tuple[int, str]]:
    """The divisions that a text names in full (端州区), and where."""
    for match in _KIND.finditer(text):
        for size in _SIZES:
            start = match.end() - size
            full = text[max(0, start) : match.end()]
            if len(full) == size and full in known.english and _BEFORE.search(text, 0, start):
                yield start, full
                break


_KIND = late_regex("[省市区县州旗](?![长委场域民级属内外])")
_SIZES = range(9, 2, -1)
# What may be before a name that is complete: no 川 of 川南山区.
_BEFORE = late_regex(
    r"(?:\A|[^\u4e00-\u9fff]|[省市区县州旗盟年月日来底末中由在从向对于与和及至到的，、])\Z"
)


def _related(own: frozenset[str], codes: frozenset[str], known: _Divisions) -> bool:
    """Whether one of two divisions is above the other."""
    others = {code for name in own for code in known.codes[name]}
    return any(
        code in known.above[other] or other in known.above[code]
        for code in codes
        for other in others
        if other != code
    )


def _are_alike(one: str, other: str) -> bool:
    """Whether two names share their beginning or end, as other spellings of one name do."""
    return one.lower()[:3] == other.lower()[:3] or one.lower()[-4:] == other.lower()[-4:]
