"""A place is found by every name it has, in either script."""

from __future__ import annotations

import unicodedata

from generator.gazetteer import Place, load


def names(place: Place) -> list[str]:
    english = unicodedata.normalize("NFD", place.english)
    plain = "".join(letter for letter in english if not unicodedata.combining(letter))
    own = [place.hans, place.hant, place.english, plain, place.slug, place.pinyin]
    return [
        name for name in (*own, *(name for forms in place.common_forms for name in forms)) if name
    ]


def test_a_full_name_means_only_places_that_bear_it() -> None:
    gazetteer = load()
    bearers: dict[str, set[str]] = {}
    for place in gazetteer.places():
        for name in names(place):
            bearers.setdefault(" ".join(name.split()).casefold(), set()).add(place.code)
    assert len(bearers) > 15_000
    for name, codes in bearers.items():
        found = {place.code for place in gazetteer.candidates(name)}
        assert found, name
        # Other common names (``also.csv``) may add a place.
        assert found & codes, name


def test_a_short_name_in_either_script_is_found() -> None:
    gazetteer = load()
    for place in gazetteer.places():
        for name in (place.short, place.short_hant, place.short_english, *place.aliases):
            assert not name or gazetteer.candidates(name), name
