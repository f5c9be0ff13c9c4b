"""Estimate the role of each place in a text: how much it takes part in what happens."""

from __future__ import annotations

from itertools import pairwise

from generator.gazetteer import namesakes
from generator.gazetteer.abroad import goes_abroad, tells_of_abroad
from generator.gazetteer.context import (
    act_as_one,
    are_listed,
    are_parallel,
    comes_from,
    is_away,
    is_joined_by_with,
    is_one_of_several,
    means_firm,
    means_people_or_goods,
    means_somebody,
)
from generator.gazetteer.firms import is_firm, is_works
from generator.gazetteer.occurrences import Occurrence
from generator.gazetteer.venues import is_state_visit, is_venue
from generator.gazetteer.visits import COMING, has_visitors, is_destination, is_scene_of_visit
from generator.gazetteer.ways import (
    WAY_ENDS,
    are_ends_of_route,
    begins_route,
    customs_of_province,
    firm_acts_elsewhere,
    goes_to_learn,
    guest_has_come,
    hosts_guest,
    is_branch_at,
    is_choice,
    is_departure,
    is_on_route,
    is_route_work,
    is_trip_between,
    likes,
    means_resident,
    office_of_province,
    tells_of_opening,
)
from generator.gazetteer.weather import is_example_of_weather
from generator.gazetteer.works import is_work
from generator.patterns import late_regex

AWAY, LISTED, JOINED = 0.2, 0.25, 0.33
WHOLE_PROVINCE = late_regex(
    r"全省|[省区]内各|全自治区|各(?:市州|地市|设区市)|其[他余](?:城市|市州|[地]市)"
)
# Kinds of names that may stand for people, firms or goods of the place.
_BY_NAME = frozenset({"bare", "city", "known", "short"})
_AND = frozenset("与與")
_DASHES = frozenset("—－-")
# 三地检察机关…，遵义、毕节、泸州…
_NUMBERED = late_regex(r"(?<![第前后後])([二三四五六七八九])(?:地(?!方|区|區)|市(?!场)|城|省)")
_ALL_STOP = late_regex(r"(?:等地)?停[课課工业業]")
_SENTENCE = 60
_NEAR = 20  # the greatest number of characters between two names that affect each other
_WAY_ONLY = late_regex(
    r"(?:高[铁鐵速]|[铁鐵]路|高速公路|公路|城[际際](?:[铁鐵]路)?|[运運]河|管道|[线線])(?:的)?"
)
_FROM = frozenset("从從由自据據")
_OF_CLUBS = frozenset({"bare", "known", "landmark", "short"})


def roles_of(text: str, found: list[Occurrence]) -> list[float]:
    """The role of each occurrence: 1 for a place where things happen, less for a mere mention."""
    works = "《" in text
    roles = [_role(text, occurrence, works=works) for occurrence in found]
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
    for index in (*_items(text, found), *_routes(text, found)):
        roles[index] = min(roles[index], LISTED)
    return roles


def _routes(text: str, found: list[Occurrence]) -> list[int]:
    """The indices of the names in several routes (深圳—悉尼、广州—法兰克福) or in a survey."""
    liking = [index for index, one in enumerate(found) if likes(text, one.finish)]
    if len({found[index].cities for index in liking}) > 1:
        return liking
    first = [index for index, one in enumerate(found) if begins_route(text, one.finish)]
    if len({found[index].cities for index in first}) < 2:
        return []
    return first + [i for i, one in enumerate(found) if text[one.begin - 1 : one.begin] in _DASHES]


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
        if is_trip_between(text, earlier.end, one.start, one.finish):
            roles[index - 1] = roles[index] = AWAY
        elif are_ends_of_route(text, earlier.end, one.start):
            opens = is_route_work(text, one.finish) or tells_of_opening(text, earlier.begin)
            way = 1.0 if opens and not _goes_on(text, found, index) else AWAY
            roles[index - 1] = roles[index] = way
        if _came(text, earlier, one):
            roles[index - 1], roles[index] = AWAY, 1.0
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
    if not are_ends_of_route(text, first.end, second.start):
        return False
    return _WAY_ONLY.fullmatch(text, found[index].finish, found[index + 1].begin) is not None


def _as_one(text: str, end: int, count: int) -> bool:
    """Whether the ``count`` cities of a list that ends at ``end`` act together."""
    if act_as_one(text, end, count) or _ALL_STOP.match(text, end):
        return True
    numbered = _NUMBERED.search(text, max(0, end - _SENTENCE), end)
    return numbered is not None and "〇一二三四五六七八九".find(numbered[1]) == count


def is_full(occurrence: Occurrence) -> bool:
    """Whether a place is named with 市 or 县, or in a chain with a division above or below it."""
    chain = occurrence.end - occurrence.start < occurrence.finish - occurrence.begin
    return chain or occurrence.kind in {"city", "county"}


def _items(text: str, found: list[Occurrence]) -> list[int]:
    """The indices of names in lists of goods, dishes and the like: 泉州木偶、自贡彩灯."""
    if len({one.cities for one in found}) < 2:
        return []
    places = [
        index
        for index, one in enumerate(found)
        if (one.kind in _BY_NAME or one.kind in {"county", "landmark"})
        and one.part is None
        and is_one_of_several(text, one.begin, one.finish)
    ]
    if len({found[index].cities for index in places}) < 2:
        places = []
    run: list[int] = []
    for index, one in enumerate(found):
        if run and one.begin == found[run[-1]].begin:
            continue
        if run and not are_parallel(text, found[run[-1]].finish, found[index].begin):
            places += _crowd(run, found)
            run = []
        run.append(index)
    return places + _crowd(run, found)


def _crowd(run: list[int], found: list[Occurrence]) -> list[int]:
    """``run`` if it has more than two cities and is not a plain list of names; else empty."""
    apart = any(found[a].finish + 1 < found[b].begin for a, b in pairwise(run))
    return run if apart and len({found[index].cities for index in run}) > 2 else []


def _role(text: str, occurrence: Occurrence, *, works: bool) -> float:
    if occurrence.part is not None:
        return occurrence.part
    if occurrence.kind == "home":
        return 1.0
    if occurrence.kind == "dateline":
        return 0.0
    begin, end = occurrence.begin, occurrence.finish
    before = text[begin - 1 : begin]
    if works and is_work(text, begin, end):
        return AWAY
    if occurrence.kind in _OF_CLUBS and goes_abroad(text, begin, occurrence.end):
        return AWAY
    if before in _FROM and is_departure(text, begin, end):
        return 1.0
    if before in WAY_ENDS and is_full(occurrence) and is_on_route(text, begin):
        return 1.0
    if before in _FROM and office_of_province(text, end):
        return AWAY
    if customs_of_province(text, end) or is_choice(text, end):
        return AWAY
    if occurrence.kind in _BY_NAME and is_example_of_weather(text, begin):
        return LISTED
    if occurrence.kind == "school":
        return _role_of_school(text, occurrence)
    if before in COMING and is_full(occurrence) and is_scene_of_visit(text, begin, end):
        return 1.0
    if has_visitors(text, begin, end):
        return AWAY if is_state_visit(text, begin, end, occurrence.cities[0]) else JOINED
    if is_destination(text, begin):
        return 1.0
    if is_away(text, begin, end):
        return JOINED if means_resident(text, begin, end) else AWAY
    by_name = occurrence.kind in _BY_NAME
    if occurrence.kind in _OF_CLUBS and (
        is_firm(text, begin, end)
        or (end != occurrence.end and is_firm(text, begin, occurrence.end))
    ):
        return AWAY
    if by_name and means_somebody(text, begin):
        return JOINED
    if end == occurrence.end and by_name and before != "在" and means_firm(text, end):
        brought = is_joined_by_with(text, begin, end) or tells_of_abroad(text, end)
        return AWAY if brought else JOINED
    if occurrence.kind == "landmark":
        named = text[occurrence.start : occurrence.end]
        if is_works(named) and tells_of_abroad(text, end):
            return AWAY
    city = occurrence.cities[0]
    if by_name and namesakes.is_club_at_home(text, end):
        return 1.0
    if occurrence.kind in _OF_CLUBS and namesakes.in_league(text, begin, end):
        return AWAY
    if occurrence.kind == "county" and namesakes.is_team(text, end):
        return AWAY
    if by_name and (namesakes.only_named(text, end) or is_venue(text, begin, end, city)):
        return AWAY
    if not is_joined_by_with(text, begin, end):
        return 1.0
    return (
        AWAY if by_name and end == occurrence.end and means_people_or_goods(text, end) else JOINED
    )


def _role_of_school(text: str, occurrence: Occurrence) -> float:
    """The role of a school's city: 1, unless the school only says who somebody is."""
    begin, end = occurrence.begin, occurrence.finish
    if namesakes.scholar(text, namesakes.school_end(text, end) or end):
        return AWAY
    if text[begin - 1 : begin] != "由" and comes_from(text, begin, end):
        return AWAY
    return JOINED if is_joined_by_with(text, begin, end) else 1.0


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
