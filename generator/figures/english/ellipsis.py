"""Completes a bare number of an English text from the figures beside it: to 50 per cent from 25; 12
per cent in the first quarter and 3.5 in the third; 5.1, 5.3 and 5.6 per cent; six days to ten.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from generator.figures.english.stated import Stated, of_range
from generator.figures.shared.figure import Fact
from generator.patterns import late_regex

_SHARES = frozenset({"share", "points"})
# What follows a number without a noun: the end of a clause, or a word that continues it.
_ENDS = late_regex(
    r"(?:[.,;:)](?=\s|\Z)|\s*\Z|\s(?:and|but|while|or|in|for|to|by|from|before|after|on|at"
    r"|respectively|narrower|wider|higher|lower|more|less|fewer|above|below|up|down|off|now|than|when|as|with|against|among|under|during|since|between|earlier|later"
    r"|today|previously|apiece|last\s(?:year|month|quarter|time)|this\s(?:year|month|quarter|time)"
    r"|an?\s(?:year|month|decade|quarter)\s(?:ago|earlier|before)"
    r"|the\s(?:year|month|previous|quarter|time)\b|of\s(?:the|its|their|an?)\s)\b)"
)
_SENTENCE = late_regex(r"[.!?](?=\s)")
_LISTED = late_regex(r",\s(?:and\s)?\Z")
_TURN = late_regex(
    r",?\s(?:to|from|against|instead\sof|rather\sthan|not|compared\s(?:with|to)|versus"
    r"|(?:up|down)\sfrom)\s\Z"
)
# 800 a day, up from 300: not 300 days
_RATE = late_regex(r"(?i:an?\s)")
# Limits of a bare number, which exclude 12,000 and 2025.
_LONGEST, _HIGHEST = 8, 1000


def completed(text: str, found: list[Stated]) -> list[Stated]:
    """The figures ``found`` in ``text``, where bare numbers have the share, the points or the unit
    that English states once for several figures.
    """
    units = {one.facts[0].unit for one in found}
    if len(found) < 2 or not (units - {""} or any(_is_share(one) for one in found)):
        return found
    bare = [_is_bare(text, one) for one in found]
    if not any(bare):
        return found
    added: list[set[Fact]] = [set() for _ in found]
    whole: Stated | None = None  # the last share or number of points of the sentence
    for at, one in enumerate(found):
        before = found[at - 1] if at else None
        if bare[at] and before is not None:
            if whole is not None and not _SENTENCE.search(text, whole.end, one.start):
                added[at].update(_as_share(one, whole))
            counted = before.facts[0].unit and not _RATE.match(before.text)
            if counted and _TURN.fullmatch(text, before.end, one.start):
                added[at].add(Fact("number", one.facts[0].value, before.facts[0].unit))
        if _is_share(one):
            whole = one
    for at in range(len(found) - 3, -1, -1):  # the first of several: 5.1, 5.3 and 5.6 per cent
        following = found[at + 1]
        if bare[at] and _LISTED.fullmatch(text, found[at].end, following.start):
            also = msgspec.structs.replace(
                following, facts=(*following.facts, *sorted(added[at + 1], key=repr))
            )
            if any(fact.kind in _SHARES for fact in also.facts):
                added[at].update(of_range(found[at].facts[0], also))
    return [
        msgspec.structs.replace(one, facts=(*one.facts, *sorted(new - set(one.facts), key=repr)))
        if new
        else one
        for one, new in zip(found, added, strict=True)
    ]


def _is_share(one: Stated) -> bool:
    return one.facts[0].kind in _SHARES


def _is_bare(text: str, one: Stated) -> bool:
    """Whether it is a number without unit and noun."""
    fact = one.facts[0]
    return (
        fact.kind == "number"
        and not fact.unit
        and not fact.text
        and abs(fact.value) < _HIGHEST
        and one.end - one.start <= _LONGEST
        and _ENDS.match(text, one.end) is not None
    )


def _as_share(one: Stated, whole: Stated) -> Iterator[Fact]:
    kind = whole.facts[0].kind
    value = one.facts[0].value
    if "basis" in whole.text:
        value /= 100
    yield Fact(kind, value / 100 if kind == "share" else value)
