"""The clauses of both texts, and figures that each have a name of their own in them."""

from __future__ import annotations

from bisect import bisect_right

from generator.figures.matching.comparison import Comparison, Match
from generator.patterns import late_regex

_BREAK = late_regex("[，。；;！？,\n]")
_PARTS = late_regex(
    r"(?=[,;:.!?()—–\s])(?i:[,;:](?=\s)|(?<!\.[a-z])[.!?](?=\s|\Z)|[()—–\n]"
    r"|\s(?:and|but|while|whereas|as|with|against|though|although|when|(?<!\sof\s)which)(?=\s))"
)
_TWO = 2


def chinese_breaks(comparison: Comparison) -> list[int]:
    """Where the clauses of the Chinese end."""
    return comparison.once(_chinese_breaks)


def _chinese_breaks(comparison: Comparison) -> list[int]:
    return [match.start() for match in _BREAK.finditer(comparison.text)]


def english_parts(comparison: Comparison) -> list[int]:
    """Where the clauses of the English begin; "BYD led with 41 GWh" is one."""
    return comparison.once(_english_parts)


def _english_parts(comparison: Comparison) -> list[int]:
    english, parts, last = comparison.english, list[int](), 0
    for match in _PARTS.finditer(english):
        with_amount = match.group().strip().lower() == "with"
        if not with_amount or any(last <= s.start < match.start() for s in comparison.stated):
            parts.append(match.start())
            last = match.end()
    return parts


def have_own_names(comparison: Comparison, one: Match, other: Match) -> bool:
    """Whether each of two figures is in a clause of its own with the same name in both languages:
    清华3800人，北大4200人 as "Peking has 4,200 and Tsinghua 3,800".
    """
    if len(comparison.names_once) < _TWO:
        return False
    breaks = chinese_breaks(comparison)
    parts = english_parts(comparison)
    names = [
        (bisect_right(breaks, link.chinese[0][0]), bisect_right(parts, link.english[0][0]))
        for link in comparison.names_once
    ]
    places = [
        (bisect_right(breaks, match[0].start), bisect_right(parts, match[1].start))
        for match in (one, other)
    ]
    return places[0][1] != places[1][1] and all(
        place in names and all((a == place[0]) == (b == place[1]) for a, b in names)
        for place in places
    )
