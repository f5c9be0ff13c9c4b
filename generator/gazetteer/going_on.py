"""Tell which of a text's cities it goes on about after its title.

砀山酥梨直供上海: the first sentence says 宿州市砀山县…, so Shanghai is only where the pears go.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from generator.gazetteer.occurrences import Occurrence, is_institution
from generator.gazetteer.standing import BY_ITSELF, GOAL, NOT_AT_ALL
from generator.patterns import late_regex

_DIVISIONS = frozenset({"city", "county", "zone"})
_FULL = frozenset({"city", "county", "bare"})
_OFTEN = 2  # if it is named this often after the title, a city is not only a destination
# 杭州临安与衢州柯城
_LINK = late_regex(r"[^，。：；\n的]{0,6}(?:[、与和同及至到—－-]|携手|联手|牵手)[^，。：；\n]{0,3}")
_AID = late_regex(
    r"派出|派驻|选派|义诊|支教|会诊|坐诊|巡诊|查房|手术|帮扶|帮助|支援|援[藏疆青建助]|对口|结对|常驻"
    r"|驻[点村守]|送[教医]|医疗队|(?:大学|学院)(?:师生|学生|教师|志愿者|[\u4e00-\u9fff]{0,4}团队)[^，。；\n]{0,12}?[帮为给]"
)
Named = Sequence[tuple[Occurrence, int]]


def goes_on_about(text: str, chosen: Collection[str], named: Named, title_end: int) -> set[str]:
    """Those of the cities ``chosen`` that the news is about, given how it goes on after its title.

    ``named`` are the places with their ranks (`Standing`). If a sentence after the title begins
    with a place by its full name, the other cities of the title are where something is sent or
    what is compared, unless they are linked to the place or begin the title.
    """
    titled = [one for one in named if one[0].end <= title_end]
    if not title_end or not titled:
        return set(chosen)
    first = set(titled[0][0].cities) if titled[0][1] else set()
    opening = first if titled[0][1] >= BY_ITSELF else set()
    places = _places_after(named, title_end, first)
    if not places:
        return set(chosen)
    linked = set(places)
    for (before, _), (after, _) in pairwise(titled):
        both = {*before.cities, *after.cities}
        if not linked.isdisjoint(both) and _LINK.fullmatch(text, before.finish, after.begin):
            linked |= both
    if places.isdisjoint(chosen):
        if opening or len(places) > 1:
            return set(chosen) | _begins_next(text, named, title_end)
        return places
    kept = {city for city in chosen if city in linked or _is_prominent(city, named, title_end)}
    kept |= _begins_next(text, named, title_end)
    if places.isdisjoint(city for one, _ in titled for city in one.cities):
        kept |= opening.intersection(chosen)
    return kept


def _places_after(named: Named, title_end: int, first: Collection[str]) -> set[str]:
    """The cities of the places with which sentences after the title begin.

    Their full names count, and any name of a city that the title names ``first``.
    """
    return {
        city
        for one, rank in named
        if one.start > title_end and rank >= BY_ITSELF
        for city in one.cities
        if one.kind in _DIVISIONS or rank == GOAL or city in first
    }


def _begins_next(text: str, named: Named, title_end: int) -> set[str]:
    """The city of the place with whose full name the text goes on right after its title."""
    for one, rank in named:
        if one.start > title_end:
            begins = not text[title_end : one.begin].strip() and one.finish > one.begin + 3
            return set(one.cities) if begins and rank >= BY_ITSELF and one.kind in _FULL else set()
    return set()


def _is_prominent(city: str, named: Named, title_end: int) -> bool:
    """Whether a city is named prominently after the title, or often."""
    ranks = [rank for one, rank in named if one.start > title_end and city in one.cities]
    return max(ranks, default=NOT_AT_ALL) >= BY_ITSELF or sum(map(bool, ranks)) >= _OFTEN


def aided(text: str, chosen: set[str], named: Named) -> set[str]:
    """``chosen``, but the place that is helped instead of the university or hospital that helps."""
    helping = {
        city
        for city in chosen
        if all(is_institution(text, one) for one, _ in named if city in one.cities)
    }
    if not helping or not _AID.search(text):
        return chosen
    helped = {
        city
        for one, _ in named
        if one.kind in _DIVISIONS
        for city in one.cities
        if city not in helping
    }
    return (chosen - helping) | helped if len(helped) == 1 else chosen
