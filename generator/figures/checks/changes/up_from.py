"""English that contradicts itself about a change: "28 percent, down from 24 percent", "rose from 30
yuan to 20"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.figures.checks.needing import needing
from generator.figures.english.changes import APPROACH
from generator.figures.english.stated import Stated
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_UP = (
    r"(?P<up>up|r[io]se[ns]?|rising|climb(?:s|ed|ing)?|increas(?:e|es|ed|ing)|gr[eo]wn?|growing"
    r"|jump(?:s|ed|ing)?|raised)"
)
_DOWN = (
    r"(?P<down>down|f[ae]ll(?:s|en|ing)?|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)"
    r"|decreas(?:e|es|ed|ing)|lowered|reduced|cut)"
)
# 28 percent, down from 24
_FROM_GAP = late_regex(
    rf"(?i:(?:(?:\s[a-z’'-]+){{0,4}},\s(?:(?:slightly|sharply)\s)?(?:{_UP}|{_DOWN})"
    rf"|\s\(?(?:(?P<higher>up)|(?P<lower>down)))\sfrom\s(?:the\s)?{APPROACH})"
)
# It rose from 20 yuan to 30; it rose to 30 from 20.
_MOVED = late_regex(
    rf"(?i:\b(?:{_UP}|{_DOWN})\s(?:[a-z]+ly\s)?(?P<way>from|to)\s(?:the\s)?{APPROACH}\Z)"
)
_TO_GAP = late_regex(rf"(?i:(?:\s[a-z’'-]+){{0,4}}?,?\sto\s{APPROACH})")
_BACK_GAP = late_regex(
    rf"(?i:(?:\s(?!comes?\b|taken\b|drawn\b|each\b|apiece\b)[a-z’'-]+){{0,4}}?,?\sfrom\s{APPROACH})"
)
_SPANS = frozenset({"years", "quarters", "months", "weeks", "days", "hours", "minutes"})
_NO_AMOUNT = frozenset({"No.", "rank", "top"})
_NEGATIVE = late_regex(
    r"(?i:minus|negative|below\szero|loss|deficit|decline|contraction|rank|place|position|table|chart)"
)


@needing(english=(" from ",))
def contradictory_levels(comparison: Comparison) -> Iterator[FigureProblem]:
    """A level that is said to be lower or higher than a former one that it is not."""
    english = comparison.english
    if " from " not in english:
        return
    for one, other in pairwise(comparison.stated):
        if other.start <= one.end:
            continue
        way = _way(english, one, other)
        if way and _apart(one, other) == -way:
            low, high = max(0, one.start - 40), other.end + 25
            if _NEGATIVE.search(english, low, high) is None:
                figure = comparison.figure_of(one) or comparison.figure_of(other)
                source = figure.source if figure else ""
                found = english[one.start : other.end]
                yield FigureProblem("changed", source, figure.english if figure else "", found)


def _way(english: str, one: Stated, other: Stated) -> int:
    """1 if the English has the later of two levels as the higher, -1 as the lower, with the sign
    turned where ``one`` is the former; 0 if it compares none."""
    ahead = _FROM_GAP.fullmatch(english, one.end, other.start)
    if ahead:
        return 1 if ahead["up"] or ahead["higher"] else -1
    moved = _MOVED.search(english, max(0, one.start - 60), one.start)
    if moved is None:
        return 0
    sign = 1 if moved["up"] else -1
    if moved["way"].lower() == "from":
        return -sign if _TO_GAP.fullmatch(english, one.end, other.start) else 0
    return sign if _BACK_GAP.fullmatch(english, one.end, other.start) else 0


def _apart(one: Stated, other: Stated) -> int:
    """1 if the one is more than the other by all of their meanings, -1 if less, else 0."""
    signs = {
        (a.value > b.value) - (a.value < b.value)
        for a in one.facts
        for b in other.facts
        if a.kind == b.kind and a.kind in ("number", "share")
        and (a.unit == b.unit or (not b.unit and a.unit not in _SPANS))
        and a.text not in _NO_AMOUNT and b.text not in _NO_AMOUNT
    }  # fmt: skip
    return signs.pop() if len(signs) == 1 else 0
