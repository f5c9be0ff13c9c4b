"""What the page of a city needs from the articles: neighbours, counties, figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from generator.gazetteer import Gazetteer, Place
from generator.library.article import ArticleRef
from generator.maps.projection import within
from generator.statistics.series import Series, comparable

NEIGHBOURS = 6
# The largest distance of a neighbour in kilometres: a morning's drive.
_NEAR = 300
# The approximate number of rows of the table of figures; articles are never split.
_ROWS = 36
# The most articles with figures of a table that is full without those of other years.
_ARTICLES = 12


class Part(NamedTuple):
    """A county or zone of a city, and the articles about it."""

    place: Place
    articles: Sequence[ArticleRef]


def neighbours(
    codes: Sequence[str], gazetteer: Gazetteer
) -> Mapping[str, tuple[tuple[str, int], ...]]:
    """For each city of ``codes``, the nearest others of ``codes`` within 300 km, nearest first,
    each with its distance along the surface, rounded to ten kilometres."""
    places = ((code, gazetteer.by_code(code)) for code in codes)
    where = {code: (place.longitude, place.latitude) for code, place in places if place}
    return {
        code: tuple((other, max(10, round(far / 10) * 10)) for other, far in found)
        for code, found in within(where, NEIGHBOURS, _NEAR).items()
    }


def parts(code: str, refs: Sequence[ArticleRef], gazetteer: Gazetteer) -> list[Part]:
    """The counties and zones of the city ``code`` that ``refs`` are about, ordered by code."""
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
    """The newest of ``refs`` (newest first) that have figures of the city, as many as fill the
    table, and of the others those that have some of the whole city for a year that none has."""
    chosen: list[ArticleRef] = []
    rows = 0
    years: set[int] = set()
    full = False
    for ref in refs:
        count = ref.figures.get(code, 0)
        if not count:
            continue
        full = full or (bool(chosen) and rows + count > _ROWS)
        own = {one.year for one in ref.comparable if one.city == code}
        if full and (own <= years or len(chosen) >= _ARTICLES):
            continue
        chosen.append(ref)
        rows += count
        years |= own
    return chosen


def series_of(code: str, refs: Sequence[ArticleRef]) -> list[Series]:
    """The figures of the city that can be compared from year to year."""
    return comparable(code, ((ref.slug, one) for ref in refs for one in ref.comparable))
