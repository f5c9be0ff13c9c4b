"""Estimate the role of each place in a text: how much it takes part in what happens."""

from __future__ import annotations

from generator.gazetteer import namesakes
from generator.gazetteer.context import (
    act_as_one,
    are_listed,
)
from generator.gazetteer.examples import examples
from generator.gazetteer.occurrences import Occurrence
from generator.gazetteer.own_role import AWAY, LISTED, is_full, role_of
from generator.gazetteer.ways import (
    are_ends_of_route,
    firm_acts_elsewhere,
    goes_to_learn,
    guest_has_come,
    helps,
    hosts_guest,
    is_branch_at,
    is_route_work,
    is_trip_between,
    tells_of_opening,
)
from generator.patterns import late_regex

WHOLE_PROVINCE = late_regex(
    r"全省|[省区]内各|全自治区|各(?:市州|地市|设区市)|其[他余](?:城市|市州|[地]市)"
)
_AND = frozenset("与與")
# 三地检察机关…，遵义、毕节、泸州…
_NUMBERED = late_regex(r"(?<![第前后後])([二三四五六七八九])(?:地(?!方|区|區)|市(?!场)|城|省)")
_ALL_STOP = late_regex(r"(?:等地)?停[课課工业業]")
_SENTENCE = 60
_NEAR = 20  # the greatest number of characters between two names that affect each other
_WAY_ONLY = late_regex(
    r"(?:高[铁鐵速]|[铁鐵]路|高速公路|公路|城[际際](?:[铁鐵]路)?|[运運]河|管道|[线線])(?:的)?"
)


def roles_of(text: str, found: list[Occurrence]) -> list[float]:
    """The role of each occurrence: 1 for a place where things happen, less for a mere mention."""
    works = "《" in text
    roles = [role_of(text, occurrence, works=works) for occurrence in found]
    _weigh_pairs(text, found, roles)
    if len(found) > 1 and max(roles) == AWAY and _within_one(found):
        roles = [1.0] * len(found)
    lists = _lists(text, found)
    whole_province = bool(lists) and WHOLE_PROVINCE.search(text) is not None
    for first, last in lists:
        if not whole_province and _as_one(text, found[last - 1].end, last - first):
            continue
        cities = {found[index].cities for index in range(first, last)}
        away_at_end = roles[last - 1] == AWAY
        for index in range(first, last):
            if len(cities) > 2 or whole_province:
                roles[index] = min(roles[index], LISTED)
            elif (away_at_end or roles[first] == AWAY) and not _apart(text, found, first, last):
                roles[index] = min(roles[index], AWAY)
    for index in examples(text, found):
        roles[index] = min(roles[index], LISTED)
    return roles


def _apart(text: str, found: list[Occurrence], first: int, last: int) -> bool:
    """Whether only a comma is between two names: 超过佛山，潮安…"""
    return last - first == 2 and text[found[first].finish : found[first + 1].begin] == "，"


def _within_one(found: list[Occurrence]) -> bool:
    """Whether several parts of one city are named: 从潼南上车，到北碚下车."""
    if len({one.cities for one in found}) > 1:
        return False
    parts: dict[int, str] = {}
    for one in found:
        named = one.through or (str(one.start) if one.kind == "landmark" else "")
        parts[one.begin] = parts.get(one.begin) or named
    return all(parts.values()) and len(set(parts.values())) > 1


def _weigh_pairs(text: str, found: list[Occurrence], roles: list[float]) -> None:
    """Change the roles of adjacent names that affect each other, such as both ends of a route."""
    for index in range(1, len(found)):
        earlier, one = found[index - 1], found[index]
        if one.begin - earlier.finish > _NEAR:
            continue
        if earlier.cities != one.cities:
            if is_branch_at(text, earlier.end, one.start, one.finish):
                for whole in range(index):
                    if found[whole].begin == earlier.begin:
                        roles[whole] = AWAY
            if firm_acts_elsewhere(text, earlier.end, one.begin):
                roles[index - 1] = AWAY
        if one.part is not None:
            continue
        if (
            earlier.kind == "school"
            and is_full(one)
            and namesakes.pairs_with(text, earlier.end, one.begin, one.finish)
        ):
            roles[index - 1] = AWAY
        if is_trip_between(text, earlier.end, one.begin, one.finish):
            roles[index - 1] = roles[index] = AWAY
        elif are_ends_of_route(text, earlier.end, one.begin):
            opens = is_route_work(text, one.finish) or tells_of_opening(text, earlier.begin)
            way = 1.0 if opens and not _goes_on(text, found, index) else AWAY
            roles[index - 1] = roles[index] = way
        if _came(text, earlier, one):
            roles[index - 1], roles[index] = AWAY, 1.0
        elif earlier.cities != one.cities and helps(text, earlier.finish, one.begin):
            for whole, other in enumerate(found):
                if other.cities == earlier.cities and other.part is None:
                    roles[whole] = AWAY
            roles[index] = 1.0
        elif earlier.cities != one.cities and goes_to_learn(
            text, earlier.finish, one.begin, one.finish
        ):
            roles[index - 1], roles[index] = 1.0, AWAY


def _came(text: str, origin: Occurrence, place: Occurrence) -> bool:
    """Whether somebody from the first place is in the second, in news not about a province."""
    if hosts_guest(text, origin.finish, place.begin, place.finish):
        return origin.cities != place.cities
    if not guest_has_come(text, origin.begin, origin.finish, place.begin, place.finish):
        return False
    return not WHOLE_PROVINCE.search(text)


def _goes_on(text: str, found: list[Occurrence], index: int) -> bool:
    """Whether the route that ends at ``index`` is only named before its part: …桂林至河池段."""
    if index + 2 >= len(found):
        return False
    first, second = found[index + 1 : index + 3]
    if not are_ends_of_route(text, first.end, second.begin):
        return False
    return _WAY_ONLY.fullmatch(text, found[index].finish, found[index + 1].begin) is not None


def _as_one(text: str, end: int, count: int) -> bool:
    """Whether the ``count`` cities of a list that ends at ``end`` act together."""
    if act_as_one(text, end, count) or _ALL_STOP.match(text, end):
        return True
    numbered = _NUMBERED.search(text, max(0, end - _SENTENCE), end)
    return numbered is not None and "〇一二三四五六七八九".find(numbered[1]) == count


def _lists(text: str, found: list[Occurrence]) -> list[tuple[int, int]]:
    """Runs of names with only commas between them: first index, and the index after the last."""
    runs = []
    first = 0
    for index in range(1, len(found) + 1):
        if index < len(found):
            if found[index].begin == found[index - 1].begin:
                continue
            end, begin = found[index - 1].finish, found[index].begin
            last = found[first].begin != found[index - 1].begin and text[end:begin] in _AND
            if last or are_listed(text, end, begin):
                continue
        if found[first].begin != found[index - 1].begin:
            runs.append((first, index))
        first = index
    return runs
