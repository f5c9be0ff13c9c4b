"""Figures attached to the subject after them: 进出口增长6.8%。民营企业1410亿元 that became "private
firms, whose trade grew 6.8 per cent, accounted for 141 billion".
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.figures.checks.needing import needing
from generator.figures.context.direction import CHANGES
from generator.figures.context.evidence import FUNCTION, PARTY, UNIT, WORD, Link
from generator.figures.english.changes import APPROACH
from generator.figures.english.stated import Stated
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import Figure
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_CHANGES = frozenset({"percent", "points", "multiple"})
_KINDS = frozenset({"percent", "points", "money", "count", "multiple", "fraction", "measure"})
_NOT_OWN = frozenset({FUNCTION, UNIT})
_BREAK = late_regex("[，。；,;]")
_SENTENCE = late_regex(r"[.;](?=\s)")
# Words that any subject may have: they identify none.
_ANYONE = frozenset(
    "area areas people firms firm companies company industry sector local other others work"
    " year month total number business city province county zone district whole".split()
)
_BEHIND = 40
_END = late_regex(r"[,;:.](?=\s|\Z)|\s(?:and|but|while|whereas)\s")
_WHOSE = late_regex(r",\s(?:whose|which)\s[^,.;]{0,40}\Z")
_WHOSE_AT_ALL = late_regex(r",\s(?:whose|which)\b")
_RIGHT_BEHIND = late_regex(
    r"(?i:(?:\s[a-z]+)?,?\s(?:(?:or|up|down|an?\s[a-z]+\sof|rising|growing|falling|climbing)\s)?"
    rf"(?:by\s)?{APPROACH})"
)
_MOVED = late_regex(rf"(?i:{CHANGES.pattern}|year|same|period|average|annual\w*|total|while|whose)")


@needing(english=(_WHOSE_AT_ALL,))
def next_subject(comparison: Comparison) -> Iterator[FigureProblem]:
    """Figures that the English has beside the words of the next figure, and not beside their
    own.
    """
    # Finding the evidence is slow, so that only clauses with a relative pronoun are checked.
    if not _WHOSE_AT_ALL.search(comparison.english):
        return
    unique = [pair for pair in comparison.unique if pair[0].kind in _KINDS]
    text = comparison.text
    candidates = [
        (one, other)
        for one, other in pairwise(unique)
        if _is_one(one[0]) and _BREAK.search(text, one[0].end, other[0].start)
    ]
    if not candidates:
        return
    found = [link for link in comparison.links if link.kind not in _NOT_OWN]
    for one, other in candidates:
        words = _between(comparison, one, other, found)
        if words:
            said = f"{words} … {one[1].text}"
            yield FigureProblem("changed", one[0].source, one[0].english, said)
            return


def _is_one(figure: Figure) -> bool:
    return figure.kind != "measure" or figure.unit == "years old"


def _between(
    comparison: Comparison,
    one: tuple[Figure, Stated],
    other: tuple[Figure, Stated],
    found: list[Link],
) -> str:
    """The words of the other figure that are before the first one in the English, if it has none of
    its own words.
    """
    text, english = comparison.text, comparison.english
    (figure, first), (following, second) = one, other
    cut = _BREAK.search(text, figure.end, following.start)
    if cut is None:
        return ""
    stated = comparison.stated
    before = max((s.end for s in stated if s.end <= first.start), default=0)
    starts = [m.end() for m in _SENTENCE.finditer(english, before, first.start)]
    start = starts[-1] if starts else before
    behind = min((s.start for s in stated if s.start >= first.end), default=len(english))
    end = _END.search(english, first.end)
    stop = min(behind, first.end + _BEHIND, end.start() if end else len(english))
    if first.end > second.start:  # it comes after the other
        gap = english[second.end : first.start]
        whose = _WHOSE.search(gap)
        if before != second.end or figure.kind not in _CHANGES:
            return ""
        if not whose and not _RIGHT_BEHIND.fullmatch(gap):
            return ""
        names = max((s.end for s in stated if s.end <= second.start), default=0)
        region = (names, second.end + whose.start() if whose else first.start)
    else:
        region = (start, first.start)
    words = [
        (a, english[a:b])
        for link in found
        if link.kind == PARTY or (link.kind == WORD and figure.kind in _CHANGES)
        if len(link.chinese) == len(link.english) == 1
        for c, d in link.chinese
        for a, b in link.english
        if cut.end() <= c and d <= following.start and region[0] <= a and b <= region[1]
    ]
    words = [
        (a, word) for a, word in words
        if word.lower() not in _ANYONE and not _MOVED.fullmatch(word)
    ]  # fmt: skip
    if not words:
        return ""
    place, word = max(words)
    if _WHOSE_AT_ALL.search(english, place, first.start):
        start = place
    own = any(
        all(d <= cut.start() for _, d in link.chinese)
        and any(
            start <= a and b <= stop and not _MOVED.fullmatch(english, a, b)
            for a, b in link.english
        )
        for link in found
    )
    return "" if own else word
