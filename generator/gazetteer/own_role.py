"""The role of a single place in a text, by the words around its name."""

from __future__ import annotations

from generator.gazetteer import namesakes
from generator.gazetteer.abroad import goes_abroad, tells_of_abroad
from generator.gazetteer.background import is_background
from generator.gazetteer.context import (
    comes_from,
    is_away,
    is_joined_by_with,
    means_firm,
    means_people_or_goods,
    means_somebody,
    means_speaker,
)
from generator.gazetteer.firms import is_firm, is_works
from generator.gazetteer.occurrences import Occurrence
from generator.gazetteer.venues import is_state_visit, is_venue
from generator.gazetteer.visits import COMING, has_visitors, is_destination, is_scene_of_visit
from generator.gazetteer.ways import (
    WAY_ENDS,
    customs_of_province,
    is_choice,
    is_departure,
    is_on_route,
    means_resident,
    office_of_province,
)
from generator.gazetteer.weather import is_example_of_weather
from generator.gazetteer.works import is_work

AWAY, LISTED, JOINED = 0.2, 0.25, 0.33
# Kinds of names that may stand for people, firms or goods of the place.
BY_NAME = frozenset({"bare", "city", "known", "short"})
_FROM = frozenset("从從由自据據")
_OF_CLUBS = frozenset({"bare", "known", "landmark", "short"})


def role_of(text: str, occurrence: Occurrence, *, works: bool) -> float:
    """The role of a place: 1 where things happen, less for a mere mention. ``works`` says that the
    text may name works with a place in their titles."""
    if occurrence.part is not None:
        return occurrence.part
    if occurrence.kind in ("home", "dateline"):
        return 1.0 if occurrence.kind == "home" else 0.0
    if works and is_work(text, occurrence.begin, occurrence.finish):
        return AWAY
    for rule in (_by_way, _by_visit, _by_firm, _by_namesake):
        role = rule(text, occurrence)
        if role is not None:
            return role
    return _joined(text, occurrence)


def is_full(occurrence: Occurrence) -> bool:
    """Whether a place is named with 市 or 县, or in a chain with a division above or below it."""
    chain = occurrence.end - occurrence.start < occurrence.finish - occurrence.begin
    return chain or occurrence.kind in {"city", "county"}


def _by_way(text: str, occurrence: Occurrence) -> float | None:
    """The role of the end of a way, of an office, of an example, of a school."""
    begin, end = occurrence.begin, occurrence.finish
    before = text[begin - 1 : begin]
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
    if occurrence.kind in BY_NAME and is_example_of_weather(text, begin):
        return LISTED
    return _role_of_school(text, occurrence) if occurrence.kind == "school" else None


def _by_visit(text: str, occurrence: Occurrence) -> float | None:
    """The role of a place that somebody visits, or comes from."""
    begin, end = occurrence.begin, occurrence.finish
    if is_background(text, begin, end):
        return AWAY
    coming = text[begin - 1 : begin] in COMING
    if coming and is_full(occurrence) and is_scene_of_visit(text, begin, end):
        return 1.0
    if has_visitors(text, begin, end):
        return AWAY if is_state_visit(text, begin, end, occurrence.cities[0]) else JOINED
    if is_destination(text, begin):
        return 1.0
    if is_away(text, begin, end):
        return JOINED if means_resident(text, begin, end) else AWAY
    return None


def _by_firm(text: str, occurrence: Occurrence) -> float | None:
    """The role of a place whose name stands for a firm, its people or its works."""
    begin, end = occurrence.begin, occurrence.finish
    by_name = occurrence.kind in BY_NAME
    if occurrence.kind in _OF_CLUBS and (
        is_firm(text, begin, end)
        or (end != occurrence.end and is_firm(text, begin, occurrence.end))
    ):
        return AWAY
    if by_name and means_somebody(text, begin):
        return AWAY if tells_of_abroad(text, end) else JOINED
    if by_name and means_speaker(text, begin, end):
        return AWAY
    alone = end == occurrence.end and by_name and text[begin - 1 : begin] != "在"
    if alone and means_firm(text, end):
        brought = is_joined_by_with(text, begin, end) or tells_of_abroad(text, end)
        return AWAY if brought else JOINED
    if occurrence.kind == "landmark":
        named = text[occurrence.start : occurrence.end]
        if is_works(named) and tells_of_abroad(text, end):
            return AWAY
    return None


def _by_namesake(text: str, occurrence: Occurrence) -> float | None:
    """The role of a place in the name of a club, a team or a venue."""
    begin, end = occurrence.begin, occurrence.finish
    by_name = occurrence.kind in BY_NAME
    if occurrence.kind in _OF_CLUBS and namesakes.is_club_of_province(
        text, occurrence.start, occurrence.end
    ):
        return AWAY
    if by_name and namesakes.is_club_at_home(text, end):
        return 1.0
    if occurrence.kind in _OF_CLUBS and namesakes.in_league(text, begin, end):
        return AWAY
    if occurrence.kind == "county" and namesakes.is_team(text, end):
        return AWAY
    city = occurrence.cities[0]
    if by_name and (namesakes.only_named(text, end) or is_venue(text, begin, end, city)):
        return AWAY
    return None


def _joined(text: str, occurrence: Occurrence) -> float:
    """The role of a place that only 与 or 同 joins to another; 1 if nothing does."""
    begin, end = occurrence.begin, occurrence.finish
    if not is_joined_by_with(text, begin, end):
        return 1.0
    goods = occurrence.kind in BY_NAME and end == occurrence.end
    return AWAY if goods and means_people_or_goods(text, end) else JOINED


def _role_of_school(text: str, occurrence: Occurrence) -> float:
    """The role of a school's city: 1, unless the school only says who somebody is."""
    begin, end = occurrence.begin, occurrence.finish
    ends = namesakes.school_end(text, end) or end
    if namesakes.scholar(text, ends) or text[ends : ends + 1] == "队":
        return AWAY
    if text[begin - 1 : begin] != "由" and comes_from(text, begin, end):
        return AWAY
    return JOINED if is_joined_by_with(text, begin, end) else 1.0
