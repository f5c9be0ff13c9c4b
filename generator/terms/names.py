"""The names of places as terms: their English is set, so a translation must keep it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.gazetteer import Gazetteer, Place
from generator.gazetteer.tables import cautious
from generator.terms.match import Term


def place_terms(gazetteer: Gazetteer) -> Iterator[Term]:
    """Provinces and cities by full and short name, counties by full name where it is unique.

    Short names that are also everyday words (东方, 和平) are left to the engine.
    """
    words = cautious()
    counties: dict[str, list[Place]] = {}
    for place in (*gazetteer.provinces(), *gazetteer.cities()):
        also = (place.short_english, f"{place.short_english} City", f"{place.short_english} city")
        yield Term(place.hans, place.english, also)
        if len(place.short) > 1 and place.short not in words:
            yield Term(place.short, place.short_english, (place.english,))
    for place in gazetteer.places():
        if place.level == "county" and not place.is_city and len(place.hans) > 2:
            counties.setdefault(place.hans, []).append(place)
    for name, found in counties.items():
        if len({place.english for place in found}) == 1:
            yield Term(name, found[0].english, (found[0].short_english,))
