"""What a city's page gathers from its articles: neighbours, counties, figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from generator.gazetteer import Gazetteer, Place
from generator.library.article import ArticleRef
from generator.maps.projection import within
from generator.statistics.series import Series, comparable

NEIGHBOURS = 6
# As far as a city is near, in kilometres: a morning's drive.
_NEAR = 300
# Rows of the table of figures, about: articles are shown whole.
_ROWS = 36


class Part(NamedTuple):
    """A county or zone of a city, and the articles about it."""

    place: Place
    articles: Sequence[ArticleRef]


def neighbours(
    codes: Sequence[str], gazetteer: Gazetteer
) -> Mapping[str, tuple[tuple[str, int], ...]]:
    """For each city the nearest among ``codes`` within 300 km, nearest first, with the distance in
    kilometres as the crow flies, to the nearest ten."""
    places = ((code, gazetteer.by_code(code)) for code in codes)
    where = {code: (place.longitude, place.latitude) for code, place in places if place}
    return {
        code: tuple((other, max(10, round(far / 10) * 10)) for other, far in found)
        for code, found in within(where, NEIGHBOURS, _NEAR).items()
    }


def parts(code: str, refs: Sequence[ArticleRef], gazetteer: Gazetteer) -> list[Part]:
    """The counties and zones of the city ``code`` that ``refs`` are about, in order of code."""
    found: dict[str, list[ArticleRef]] = {}
    for ref in refs:
        for inner in ref.within:
            found.setdefault(inner, []).append(ref)
    made = []
    for inner in sorted(found):
        place = gazetteer.by_code(inner)
        if place is not None and _lies_in(place, code, gazetteer):
            made.append(Part(place, found[inner]))
    return made


def _lies_in(place: Place, code: str, gazetteer: Gazetteer) -> bool:
    above = (gazetteer.city_of(one) for one in (place.code, *place.parents))
    return any(city is not None and city.code == code for city in above)


def figured(code: str, refs: Sequence[ArticleRef]) -> list[ArticleRef]:
    """The newest of ``refs`` that have figures of the city: as many as the table shows."""
    chosen: list[ArticleRef] = []
    rows = 0
    for ref in refs:
        count = ref.figures.get(code, 0)
        if count and (not chosen or rows + count <= _ROWS):
            chosen.append(ref)
            rows += count
        elif count:
            break
    return chosen


def series_of(code: str, refs: Sequence[ArticleRef]) -> list[Series]:
    """The figures of the city that can be compared from year to year."""
    return comparable(code, ((ref.slug, one) for ref in refs for one in ref.comparable))
