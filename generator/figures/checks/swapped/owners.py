"""To which of the figures near it a word belongs, in Chinese and in English.

A word is before a figure or after it, in its clause or farther away, connected with it by "of", by
a verb or directly. Each of these has a weight; by their weights, the figures share the word.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from math import exp
from typing import NamedTuple

from generator.figures.context.distance import Span
from generator.figures.shared.figure import Figure
from generator.patterns import late_regex

# The numbers of the weights: how far a word is before a figure, what parts them and how many
# figures are between; the same for one behind it; one for a word within the figure.
_GAPS, _STOPS, _BETWEEN = 5, 4, 3
_SIDE = _GAPS * _STOPS * _BETWEEN
_WITHIN = 2 * _SIDE
# Then what connects them where nothing parts them, and on which side of what kind of figure.
_CONNECTED = _WITHIN + 1
_WAYS = 10
_KIND = _CONNECTED + 4 * _WAYS
CELLS = _KIND + 4 * 6
NOTHING = CELLS  # where nothing connects them
_GROUPS = {
    "money": 1, "percent": 2, "points": 2, "fraction": 2, "count": 3, "measure": 4, "duration": 5,
    "date": 1, "period": 2, "time": 3, "ordinal": 4, "rank": 5,
}  # fmt: skip
# Up to so many characters a word is in the first of the gaps, and so on.
_CHINESE_GAPS, _ENGLISH_GAPS = (0, 2, 5, 12), (2, 12, 30, 60)
_CHINESE_STOPS = (late_regex("、"), late_regex("[，：,:（）()]"), late_regex("[；;。！？!?\n]"))
_ENGLISH_STOPS = (
    late_regex(r"\s(?:and|or|plus)(?=\s)"),
    late_regex(
        r"[,:()](?=\s|\Z|[a-z])|(?<=\s)\(|\s[-–—]+\s|—"
        r"|\s(?:while|but|whereas|including|of\swhich|when|after|with)(?=\s)"
    ),
    late_regex(r"[.;!?](?=\s|\Z)|\n"),
)


class _Owner(NamedTuple):
    """A figure, and what lies before its start and before its end: amounts and stops."""

    start: int
    end: int
    ended: int
    begun: int
    stops: Sequence[int]
    stops_behind: Sequence[int]
    group: int


class Sides(NamedTuple):
    """A text, the figures in it to which words may belong, where any such figures start and end,
    and where stops are, the weakest kind first."""

    text: str
    owners: list[_Owner]
    starts: list[int]
    ends: list[int]
    stops: list[list[int]]
    gaps: tuple[int, ...]


def chinese_sides(text: str, owners: Sequence[tuple[Figure, Span]], all_: list[Span]) -> Sides:
    return _sides(text, owners, all_, _CHINESE_STOPS, _CHINESE_GAPS)


def english_sides(text: str, owners: Sequence[tuple[Figure, Span]], all_: list[Span]) -> Sides:
    return _sides(text, owners, all_, _ENGLISH_STOPS, _ENGLISH_GAPS)


def _sides(
    text: str,
    owners: Sequence[tuple[Figure, Span]],
    all_: list[Span],
    kinds: Sequence[re.Pattern[str]],
    gaps: tuple[int, ...],
) -> Sides:
    starts = sorted(start for start, _ in all_)
    ends = sorted(end for _, end in all_)
    stops = [[match.start() for match in kind.finditer(text)] for kind in kinds]
    found = [
        _Owner(
            start,
            end,
            bisect_right(ends, start),
            bisect_left(starts, end),
            tuple(bisect_left(places, start) for places in stops),
            tuple(bisect_left(places, end) for places in stops),
            _KIND + 4 * _GROUPS.get(figure.kind, 0),
        )
        for figure, (start, end) in owners
    ]
    return Sides(text, found, starts, ends, stops, gaps)


def cells(sides: Sides, place: Span) -> list[tuple[int, int, int]]:
    """The numbers of the three weights of a word beside each of the figures."""
    start, end = place
    one, two, three = sides.stops
    before = bisect_left(one, start), bisect_left(two, start), bisect_left(three, start)
    behind = bisect_left(one, end), bisect_left(two, end), bisect_left(three, end)
    ended, begun = bisect_right(sides.ends, start), bisect_left(sides.starts, end)
    a: Sequence[int]
    b: Sequence[int]
    result = []
    for owner in sides.owners:
        if start >= owner.end:
            side, low, high = 1, owner.end, start
            between = ended - owner.begun
            a, b = owner.stops_behind, before
        elif end <= owner.start:
            side, low, high = 0, end, owner.start
            between = owner.ended - begun
            a, b = behind, owner.stops
        else:
            result.append((_WITHIN, NOTHING, owner.group))
            continue
        stop = 3 if b[2] > a[2] else 2 if b[1] > a[1] else 1 if b[0] > a[0] else 0
        gap = bisect_left(sides.gaps, high - low)
        where = (gap * _STOPS + stop) * _BETWEEN + min(max(between, 0), _BETWEEN - 1)
        connected, near = NOTHING, 0
        if not stop and between <= 0:
            near = 1
            way = _way(sides, low, high, side)
            connected = _CONNECTED + (side * _WAYS + way) * 2 + (gap > 1)
        result.append((side * _SIDE + where, connected, owner.group + 2 * side + near))
    return result


_FIRST_WORD = late_regex(r"\s?([A-Za-z]+)\b")
_LAST_WORD = late_regex(r"([A-Za-z]+)\s?[$€£¥(]?\s?\Z")
_OTHER, _OWNS = 8, 9
_ENGLISH_WAYS = {
    word: way
    for way, words in enumerate(
        (
            "of",
            "in at on within across under",
            "for to into towards",
            "by from than over through",
            "was were is are be been being reached totalled totaled reaching came comes hit "
            "exceeded had has have",
            "a an the its their this that these those",
            "about some around nearly almost more only another just roughly",
        ),
        1,
    )
    for word in words.split()
}
_CHINESE_WAYS = {
    character: way
    for way, characters in enumerate(
        "的 为是达到至于 近约超逾共仅 了有 在从由比以 中内 增升涨长高减降跌少低加".split(), 1
    )
    for character in characters
}  # fmt: skip


def _way(sides: Sides, low: int, high: int, side: int) -> int:
    """What connects a word and a figure: nothing, one of some kinds of words, or another."""
    text = sides.text
    if sides.gaps is _CHINESE_GAPS:
        if low == high:
            return 0
        return _CHINESE_WAYS.get(text[low if side else high - 1], _OTHER)
    if high - low <= 1:
        return 0
    if side and text[low] in "'’":
        return _OWNS
    if side:
        match = _FIRST_WORD.match(text, low, high)
    else:
        match = _LAST_WORD.search(text, max(low, high - 16), high)
    return _ENGLISH_WAYS.get(match[1].lower(), _OTHER) if match else _OTHER


def shares(
    sides: Sides, places: Sequence[Span], weights: Sequence[float], none: float, but: int
) -> list[float]:
    """How much of what stands at these places belongs to each figure, but for the one that it is
    itself; ``none`` is the odds that it belongs to none."""
    result = [0.0] * len(sides.owners)
    for place in places:
        odds = [exp(weights[a] + weights[b] + weights[c]) for a, b, c in cells(sides, place)]
        if but >= 0:
            odds[but] = 0.0
        whole = (sum(odds) + none) * len(places)
        for owner, one in enumerate(odds):
            result[owner] += one / whole
    return result
