"""Things that a text sets against each other, and which of them a figure is of.

``data/contrasts.tsv`` has groups of such things (new and second-hand homes, imports and exports,
contracted and paid-in money), each with all its usual words in both languages. A Chinese figure is
of the thing that its sentence named last before it, an English one of the only thing in its part of
the clause.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from generator.figures.english.stated import Stated
from generator.figures.matching.comparison import Comparison, Match
from generator.figures.shared.figure import Figure
from generator.figures.shared.tables import table
from generator.needs import needs_of, numbers
from generator.patterns import late_regex


class Thing(NamedTuple):
    """One of a group: what names it in ``chinese`` and in ``english``."""

    chinese: re.Pattern[str]
    english: re.Pattern[str]


class Place(NamedTuple):
    """Where a text names the thing of this number."""

    start: int
    end: int
    thing: int


class Group(NamedTuple):
    """The things of a group that both texts may name, with all their places in each."""

    name: str
    here: list[Place]
    there: list[Place]


@cache
def _table() -> tuple[tuple[Thing, ...], dict[str, int]]:
    """All things in order, and for each group the bits of its things."""
    things: list[Thing] = []
    groups: dict[str, int] = {}
    for line in table("contrasts.tsv").splitlines()[1:]:
        group, _, chinese, english = line.split("\t")
        groups[group] = groups.get(group, 0) | 1 << len(things)
        things.append(Thing(late_regex(chinese), _words(english)))
    return tuple(things), groups


def _words(written: str) -> re.Pattern[str]:
    """The pattern of English words in lower case, of which ``*`` stands for any letters; the others
    may be plurals.
    """
    words = (w.replace("*", "[a-z]*") if "*" in w else f"{w}(?:s|es)?" for w in written.split("|"))
    pattern = "|".join(words).replace(" ", r"\s")
    return late_regex(f"(?<![a-z])(?:{pattern})(?![a-z])")


def needs() -> tuple[list[frozenset[str]], list[frozenset[str]]]:
    """The literals of which each thing needs one in Chinese and in English, in order."""
    things, _ = _table()
    return (
        [needs_of(thing.chinese.pattern) for thing in things],
        [needs_of(thing.english.pattern) for thing in things],
    )


def groups(comparison: Comparison) -> list[Group]:
    """The groups of which the Chinese names two things and the English one of these."""
    return comparison.once(_groups)


def _groups(comparison: Comparison) -> list[Group]:
    chinese, english = comparison.rows["contrasts"], comparison.rows_english["contrasts"]
    if not chinese or not english:
        return []
    things, all_groups = _table()
    found = []
    for name, group in all_groups.items():
        named = chinese & group
        if not named & (named - 1) or not english & named:
            continue
        here = _places(comparison.text, [(n, things[n].chinese) for n in numbers(named)])
        if len({place.thing for place in here}) > 1:
            named_at = sum(1 << n for n in {place.thing for place in here})
            there = _places(
                comparison.lower, [(n, things[n].english) for n in numbers(english & named_at)]
            )
            if there:
                found.append(Group(name, here, there))
    return found


def _places(text: str, patterns: list[tuple[int, re.Pattern[str]]]) -> list[Place]:
    """All places in order; of two that overlap the longer one."""
    places = [
        Place(*match.span(), number)
        for number, pattern in patterns
        for match in pattern.finditer(text)
    ]
    places.sort(key=lambda place: (place.start - place.end, place.start))
    kept: list[Place] = []
    for place in places:
        if not any(
            place.start < one.end and one.start < place.end and place.thing != one.thing
            for one in kept
        ):
            kept.append(place)
    return sorted(kept)


_SENTENCE = late_regex("[。；;！？!?\n]")
_LISTED = late_regex("[^，。0-9]{0,3}[、和与及或/]|[^，。0-9]{0,2}(?:同比|环比)?")
_OF = late_regex("(?:的|为|是)?[^，。；、的0-9]{0,8}?")


def chinese_thing(comparison: Comparison, group: Group, figure: Figure) -> int | None:
    """The thing that the figure is of; None if it is not certain."""
    text = comparison.text
    start = max((m.end() for m in _SENTENCE.finditer(text, 0, figure.start)), default=0)
    before = [place for place in group.here if start <= place.start and place.end <= figure.start]
    behind = _behind(comparison, group, figure)
    if behind is not None:
        clause = max(text.rfind(mark, 0, figure.start) for mark in "，、：,")
        closer = text.startswith("的", figure.end) or not before or before[-1].start < clause
        return behind if closer or before[-1].thing == behind else None
    if not before:
        return None
    last = before[-1]
    if any(
        one.thing != last.thing and _AND.fullmatch(text, one.end, last.start)
        for one in before[-3:-1]
    ):
        return None  # 新房、二手房分别
    return last.thing


_BEHIND = 12
_STOP = late_regex("[，。；、0-9]")


def _behind(comparison: Comparison, group: Group, figure: Figure) -> int | None:
    """The thing that the figure counts or describes: 11名学生, 9亿元的封测线."""
    text = comparison.text
    owned = text.startswith("的", figure.end)
    if not owned and figure.kind != "count":
        return None
    place = next((p for p in group.here if p.start >= figure.end), None)
    if place is None or place.start - figure.end > (_BEHIND if owned else _DIRECTLY):
        return None
    return None if _STOP.search(text, figure.end, place.start) else place.thing


_DIRECTLY = 3
_AND = late_regex("[^，。；0-9]{0,3}[、和与及或/比对][^，。；0-9]{0,3}")
_PARTS = late_regex(
    r"(?i:[,;:](?=\s)|[.!?](?=\s|\Z)|[()—–]|\s-{1,2}\s"
    r"|\s(?:and|but|while|whereas|with|against|versus|compared|plus|than|though|as|even|after|before)(?=\s)|\son(?=\s(?:revenue|income)))"
)
_JOINED = late_regex(r"(?i:\s(?:and|or)(?:\s[$€£¥]|\s))")


def english_thing(comparison: Comparison, group: Group, stated: Stated) -> tuple[int | None, bool]:
    """The thing that the figure is of, and whether its own part of the clause names it (else the
    part before it).
    """
    english, here = comparison.english, comparison.stated
    breaks = [
        m.span()
        for m in _PARTS.finditer(english)
        if not (
            any(m.start() == one.end for one in here)
            and any(0 <= one.start - m.end() <= 2 for one in here)
        )
    ]
    low = max((end for _, end in breaks if end <= stated.start), default=0)
    high = min((start for start, _ in breaks if start >= stated.end), default=len(english))
    own = {p.thing for p in group.there if low <= p.start and p.end <= high}
    if own:
        return (own.pop() if len(own) == 1 else None), True
    return None, False


def verdict(comparison: Comparison, named: list[Group], one: Match, other: Match) -> int:
    """1 if the things of the two figures show that each is in its place, -1 if they have changed
    places, 0 if nothing is certain.
    """
    result = 0
    for group in named:
        first, second = (chinese_thing(comparison, group, match[0]) for match in (one, other))
        if first is None or second is None or first == second:
            continue
        said = [english_thing(comparison, group, match[1])[0] for match in (one, other)]
        if said[0] == said[1]:
            continue
        fits = said[0] == first or said[1] == second
        crossed = said[0] == second or said[1] == first
        if fits and not crossed:
            if result < 0:
                return 0
            result = 1
        elif said[0] == second and said[1] == first:
            if result > 0:
                return 0
            result = -1
    return result
