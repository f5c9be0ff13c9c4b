"""The noun that is counted: 2300户 that became villages, 500万元 that became projects.

`unknown_nouns` requires a word for the English noun anywhere in the Chinese (``data/nouns.tsv``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import takewhile

from generator.figures.english.stated import Stated
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.problem import FigureProblem
from generator.figures.shared.tables import table
from generator.patterns import late_regex

# English words that end the noun phrase.
NOUN_ENDS = frozenset(
    "of in at on for to from with by and or than as per a an the each every who which that whose "
    "were was are is be been have has had will would can may could all both apiece into over under "
    "through when while but not off out up down since after before during between among against "
    "year years month months day days hours weeks minutes "
    # verbs that are no adjectives: 320 trainees began classes
    "began begin begins took take takes went go goes came come comes gave give gives saw see sees "
    "did do does said say says rose fell grew drew ran became become becomes chose got get gets "
    "wrote sang spoke flew drove broke attend attended joined join want need require visit visited "
    "received receive watched watch".split()
)


@cache
def _nouns() -> dict[str, str]:
    """From the English noun to the pattern of which the Chinese needs a match."""
    content = table("nouns.tsv")
    rows = [line.split("\t") for line in content.splitlines()]
    return {noun: needed for nouns, needed in rows for noun in nouns.split("|")}


@cache
def _pattern(needed: str) -> re.Pattern[str]:
    return late_regex(needed)


def _stands(needed: str, text: str) -> bool:
    """Whether any of the words is in the text. Few are patterns, which are slow to compile."""
    if "(" in needed:
        return _pattern(needed).search(text) is not None
    return any(word in text for word in needed.split("|"))


_COUNTED = late_regex(r"\s([A-Za-z]+)(?:\s([a-z]+)(?:\s([a-z]+))?)?")
# "60 percent of the city's pupils"
_SHARED = late_regex(
    r"\sof\s(?:(?:the|its|their|all|these|those)\s|[a-z]+['’]s?\s){0,3}([A-Za-z]+)(?:\s([a-z]+)(?:\s([a-z]+))?)?"
)
_DATES = frozenset({"date", "month", "day", "time", "span"})
_TIMES = frozenset({"years", "months", "weeks", "days", "hours", "minutes", "seconds"})


def _phrase(words: list[str]) -> Iterator[str]:
    """The words before the first that cannot be part of the noun phrase."""
    return takewhile(lambda word: word not in NOUN_ENDS, words)


def unknown_nouns(comparison: Comparison) -> Iterator[FigureProblem]:
    """2,300 villages for 2300户: the Chinese has no word for the noun."""
    text, english = comparison.text, comparison.english
    nouns = _nouns()
    seen: set[int] = set()
    for figure, expressing in comparison.matches:
        for one in expressing:
            # "every half month officials meet": a number with a unit of time counts nothing else
            if one.facts[0].unit in _TIMES or figure.unit == "year":  # 2027 goals
                continue
            if one.facts[0].kind in _DATES:  # "In October contracts were signed"
                continue
            counted = _SHARED if one.facts[0].kind == "share" else _COUNTED
            match = None if one.start in seen else counted.match(english, one.end)
            seen.add(one.start)
            if not match:
                continue
            words = [word.lower() for word in match.groups() if word]
            noun = next((w for w in _phrase(words) if w in nouns), "")
            needed = nouns.get(noun) or nouns.get(noun := " ".join(words[:2]))
            if needed and not _stands(needed, text) and not _is_reach(text, noun, one):
                found = f"{one.text} {noun}"
                yield FigureProblem("changed", figure.source, figure.english, found)


# 燃气普及率98.9% may be "98.9 percent of residents".
_REACH = late_regex("(?:普及|覆盖|参保|入户|通达|识字|收视|城镇化|接种)率")
_OF_PEOPLE_REACHED = frozenset("residents people households homes population families".split())


def _is_reach(text: str, noun: str, one: Stated) -> bool:
    return (
        one.facts[0].kind == "share"
        and noun in _OF_PEOPLE_REACHED
        and _REACH.search(text) is not None
    )


_MEASURED = frozenset({"money", "measure", "duration", "time"})
# Things that are counted, not measured or paid.
_THINGS = frozenset(
    "points projects stations items things companies firms enterprises people cases jobs schools "
    "hospitals homes houses households villages towns cities counties districts countries "
    "vehicles cars trains flights ships workers students residents farmers visitors tourists "
    "officials experts teams patients teachers bridges roads lines routes trees books children "
    "products orders contracts deals patents buildings shops stores factories plants parks zones "
    "beds seats".split()
)


def units_as_things(comparison: Comparison) -> Iterator[FigureProblem]:
    """5 million projects for 500万元: money, a measure or a time that became a number of things."""
    by_kind = comparison.matches
    # "two villages" may express 两个村 beside a missing 两个月, which another check reports
    counting = {
        id(one)
        for figure, expressing in by_kind
        if figure.kind not in _MEASURED
        for one in expressing
    }
    for figure, expressing in by_kind:
        if (
            figure.kind not in _MEASURED
            or not expressing
            or any(one.facts[0].unit for one in expressing)
        ):
            continue
        words = [_COUNTED.match(comparison.english, one.end) for one in expressing]
        things = [word[1] for word in words if word and word[1].lower() in _THINGS]
        if len(things) == len(expressing) and counting.isdisjoint(id(one) for one in expressing):
            found = f"{expressing[0].text} {things[0]}"
            yield FigureProblem("changed", figure.source, figure.english, found)
