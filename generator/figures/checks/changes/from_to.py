"""The old and the new value of a change: 由3500元提高至5000元 that became "to 3,500 yuan from
5,000".
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.figures.checks.changes.levels import FROM, THEN
from generator.figures.checks.needing import needing
from generator.figures.english.changes import APPROACH, WITHIN
from generator.figures.english.stated import Stated
from generator.figures.matching.agreement import agrees
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import Figure
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_TO_END = late_regex(rf"(?i:\bto\s){APPROACH}\Z")
_AND_FROM = late_regex(rf"(?i:{WITHIN}{{0,30}},?\sfrom\s){APPROACH}")
_FROM_START = late_regex(rf"(?i:\bfrom\s){APPROACH}\Z")
_TO_OLD = late_regex(rf"(?i:{WITHIN}{{0,50}}\sto\s){APPROACH}")
_NOT_BUT = late_regex(
    rf"(?i:{WITHIN}{{0,25}},?\s(?:instead\sof|rather\sthan|in\splace\sof|(?:up|down)\sfrom|against|compared\s(?:with|to)|versus"
    rf"|as\sopposed\sto|not)\s){APPROACH}(?:[A-Za-z]+\s){{0,3}}"
)


def is_replacement(text: str, one: Figure, english: str, first: Stated, second: Stated) -> bool:
    """Whether "12 minutes rather than 40" for 由40分钟缩短到12分钟 is left to `swapped_from_to`:
    the words tell which value is old, and the unit may be missing beside one.
    """
    return bool(
        _NOT_BUT.fullmatch(english, first.end, second.start)
        and THEN.match(text, one.end)
        and FROM.search(text[max(0, one.start - 14) : one.start])
    )


@needing(chinese=(FROM,))
def swapped_from_to(comparison: Comparison) -> Iterator[FigureProblem]:
    """由3500元提高至5000元 that became "to 3,500 yuan from 5,000", "3,500 instead of 5,000"."""
    text, english = comparison.text, comparison.english
    for (one, old), (other, new) in pairwise(comparison.unique):
        if one.kind != other.kind or not THEN.match(text, one.end):
            continue
        if not FROM.search(text[max(0, one.start - 14) : one.start]):
            continue
        if old.start > new.start:
            gap = english[new.end : old.start]
            begun = _FROM_START.search(english[max(0, new.start - 30) : new.start])
            if begun and _TO_OLD.fullmatch(gap):
                found = f"from {new.text} to {old.text}"
                yield FigureProblem("changed", other.source, other.english, found)
            continue
        gap = english[old.end : new.start]
        if _NOT_BUT.fullmatch(gap) or (
            _TO_END.search(english[max(0, old.start - 30) : old.start]) and _AND_FROM.fullmatch(gap)
        ):
            found = f"{old.text}{gap}{new.text}"
            yield FigureProblem("changed", other.source, other.english, found)


_OLD = late_regex(r"[由从][\u4e00-\u9fff]{0,4}\Z")
_TO = late_regex(r"[\u4e00-\u9fff，]{0,8}[至到为][\u4e00-\u9fff]{0,2}")
_TO_ENGLISH = late_regex(r"(?:\s[a-z]+)?\sto\s(?:about\s|the\s|just\s|only\s)?")
_FROM = ("from ", "from about ", "from the ")


@needing(chinese=(_OLD,))
def reversed_from_to(comparison: Comparison) -> Iterator[FigureProblem]:
    """由15天压缩至3天 that became "from three days to 15", also if the English repeats a value."""
    text, english = comparison.text, comparison.english
    for one, other in pairwise(comparison.figures):
        if not _OLD.search(text[max(0, one.start - 6) : one.start]):
            continue
        if not _TO.fullmatch(text, one.end, other.start):
            continue
        for a, b in pairwise(comparison.stated):
            ranged = _TO_ENGLISH.fullmatch(english, a.end, b.start)
            if not ranged or not english.endswith(_FROM, 0, a.start):
                continue
            if _expresses(other, a) and _expresses(one, b) and not _expresses(one, a):
                found = f"from {a.text} to {b.text}"
                yield FigureProblem("changed", other.source, other.english, found)


def _expresses(figure: Figure, stated: Stated) -> bool:
    """Whether ``stated`` has the value of ``figure``, with its unit or without any."""
    return any(
        agrees(a, b) or (b.kind == "number" and not b.unit and a.value == b.value)
        for way in figure.facts[:1]
        for a in way
        for b in stated.facts
    )
