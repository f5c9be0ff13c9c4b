"""What is counted: 2300户 that became villages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import takewhile
from pathlib import Path

from generator.figures.comparison import Comparison
from generator.figures.problem import FigureProblem
from generator.figures.things import STOPS
from generator.patterns import late_regex


@cache
def _nouns() -> dict[str, str]:
    """What is counted in English, and what has to stand in the Chinese for it."""
    table = Path(__file__).parent.joinpath("data/nouns.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in table.splitlines()]
    return {noun: needed for nouns, needed in rows for noun in nouns.split("|")}


@cache
def _pattern(needed: str) -> re.Pattern[str]:
    return late_regex(needed)


def _stands(needed: str, text: str) -> bool:
    """Whether any of the words stands there; few are patterns, which take time to compile."""
    if "(" in needed:
        return _pattern(needed).search(text) is not None
    return any(word in text for word in needed.split("|"))


_COUNTED = late_regex(r"\s([A-Za-z]+)(?:\s([a-z]+)(?:\s([a-z]+))?)?")
# 60 percent of the city's pupils
_SHARED = late_regex(
    r"\sof\s(?:(?:the|its|their|all|these|those)\s|[a-z]+['’]s?\s){0,3}([A-Za-z]+)(?:\s([a-z]+)(?:\s([a-z]+))?)?"
)
_TIMES = frozenset({"years", "months", "weeks", "days", "hours", "minutes", "seconds"})


def _phrase(words: list[str]) -> Iterator[str]:
    """Those before the first that what is counted does not have."""
    return takewhile(lambda word: word not in STOPS, words)


def other_things(comparison: Comparison) -> Iterator[FigureProblem]:
    """2,300 villages for 2300户: what is counted is nowhere in the Chinese."""
    text, english = comparison.text, comparison.english
    nouns = _nouns()
    seen: set[int] = set()
    for figure, said in comparison.said:
        for one in said:
            # "every half month officials meet": what has a unit counts nothing else.
            if one.facts[0].unit in _TIMES:
                continue
            counted = _SHARED if one.facts[0].kind == "share" else _COUNTED
            match = None if one.start in seen else counted.match(english, one.end)
            seen.add(one.start)
            if not match:
                continue
            words = [word.lower() for word in match.groups() if word]
            noun = next((w for w in _phrase(words) if w in nouns), "")
            needed = nouns.get(noun) or nouns.get(noun := " ".join(words[:2]))
            if needed and not _stands(needed, text):
                found = f"{one.text} {noun}"
                yield FigureProblem("changed", figure.source, figure.english, found)


_MEASURED = frozenset({"money", "measure", "duration", "time"})
# What is counted, and never measured or paid.
_THINGS = frozenset(
    "points projects stations items things companies firms enterprises people cases jobs schools "
    "hospitals homes houses households villages towns cities counties districts countries "
    "vehicles cars trains flights ships workers students residents farmers visitors tourists "
    "officials experts teams patients teachers bridges roads lines routes trees books children "
    "products orders contracts deals patents buildings shops stores factories plants parks zones "
    "beds seats".split()
)


def things_for_units(comparison: Comparison) -> Iterator[FigureProblem]:
    """5 million projects for 500万元: money, a measure or a time that became a number of things."""
    by_kind = comparison.said
    # "Two villages" may say 两个村, with 两个月 said nowhere: that is another's to tell.
    counting = {id(one) for figure, said in by_kind if figure.kind not in _MEASURED for one in said}
    for figure, said in by_kind:
        if figure.kind not in _MEASURED or not said or any(one.facts[0].unit for one in said):
            continue
        words = [_COUNTED.match(comparison.english, one.end) for one in said]
        things = [word[1] for word in words if word and word[1].lower() in _THINGS]
        if len(things) == len(said) and counting.isdisjoint(id(one) for one in said):
            found = f"{said[0].text} {things[0]}"
            yield FigureProblem("changed", figure.source, figure.english, found)
