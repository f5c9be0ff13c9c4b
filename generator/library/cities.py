"""What a city's page gathers from its articles: neighbours, counties, figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.atlas import Finding
from generator.atlas.projection import nearest
from generator.atlas.series import Series, comparable
from generator.gazetteer import Gazetteer, Place
from generator.library.article import Card

NEIGHBOURS = 6
# Titles of a county; rows of the table of figures, about: articles are shown whole.
TITLES = 2
_ROWS = 36


class Part(NamedTuple):
    """A county or zone of a city, and the articles about it."""

    place: Place
    cards: Sequence[Card]


def neighbours(
    codes: Sequence[str], gazetteer: Gazetteer, wanted: Sequence[str] = ()
) -> Mapping[str, tuple[str, ...]]:
    """For each city (or each of those ``wanted``) its nearest among ``codes``, nearest first."""
    places = ((code, gazetteer.by_code(code)) for code in codes)
    where = {code: (place.longitude, place.latitude) for code, place in places if place}
    return nearest(where, NEIGHBOURS, wanted or tuple(where))


def parts(code: str, cards: Sequence[Card], gazetteer: Gazetteer) -> list[Part]:
    """The counties and zones of the city ``code`` that ``cards`` are about, in order of code."""
    found: dict[str, list[Card]] = {}
    for card in cards:
        for inner in card.within:
            found.setdefault(inner, []).append(card)
    made = []
    for inner in sorted(found):
        place = gazetteer.by_code(inner)
        if place is not None and _lies_in(place, code, gazetteer):
            made.append(Part(place, found[inner]))
    return made


def _lies_in(place: Place, code: str, gazetteer: Gazetteer) -> bool:
    above = (gazetteer.city_of(one) for one in (place.code, *place.parents))
    return any(city is not None and city.code == code for city in above)


def figures_of(code: str, cards: Sequence[Card]) -> Iterator[tuple[Card, Finding]]:
    """The key figures of ``cards`` that are the city's, newest article first."""
    for card in cards:
        for found in card.findings:
            if found.city == code:
                yield card, found


def figured(code: str, cards: Sequence[Card]) -> list[Card]:
    """The newest of ``cards`` that have figures of the city: as many as the table shows."""
    chosen: list[Card] = []
    rows = 0
    for card in cards:
        count = sum(found.city == code for found in card.findings)
        if count and (not chosen or rows + count <= _ROWS):
            chosen.append(card)
            rows += count
        elif count:
            break
    return chosen


def series_of(code: str, cards: Sequence[Card]) -> list[Series]:
    """The figures of the city that can be compared from year to year."""
    return comparable(code, ((card.slug, found) for card, found in figures_of(code, cards)))


def all_city_facts(
    cities: Mapping[str, Sequence[Card]], gazetteer: Gazetteer
) -> dict[str, tuple[object, ...]]:
    """For each city what its first page shows beside its summaries, in any edition."""
    near = neighbours(list(cities), gazetteer)
    return {
        code: (
            [(other, len(cities[other])) for other in near.get(code, ())],
            [
                (part.place.code, len(part.cards), [card.face for card in part.cards[:TITLES]])
                for part in parts(code, cards, gazetteer)
            ],
            [card.fingerprint for card in figured(code, cards)],
            series_of(code, cards),
        )
        for code, cards in cities.items()
    }
