"""Place names as terms: their English is fixed, so a translation must keep it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.gazetteer import Gazetteer, Place
from generator.gazetteer.tables import cautious
from generator.terms.match import Term


def place_terms(gazetteer: Gazetteer) -> Iterator[Term]:
    """Terms for provinces and cities (full and short names) and for counties (full names only).

    A county name is left out if counties of that name differ in English. Short names that are also
    everyday words (东方, 和平) are left to the engine.
    """
    words = cautious()
    counties: dict[str, list[Place]] = {}
    for place in (*gazetteer.provinces(), *gazetteer.cities()):
        short = place.short_english
        city = (f"{short} City",) if place.is_city else ()
        yield Term(place.hans, place.english, _others(place.english, short, *city))
        if len(place.short) > 1 and place.short not in words:
            yield Term(place.short, short, _others(short, place.english))
    for place in gazetteer.places():
        if place.level == "county" and not place.is_city and len(place.hans) > 2:
            counties.setdefault(place.hans, []).append(place)
    for name, found in counties.items():
        if len({place.english for place in found}) == 1:
            english = found[0].english
            yield Term(name, english, _others(english, found[0].short_english))


def _others(english: str, *also: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(form for form in also if form != english))
