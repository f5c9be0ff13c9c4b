"""The search page: what its form offers, and what its script says."""

from __future__ import annotations

from collections import Counter
from typing import Any, NamedTuple

from generator.library.index import Shelf
from generator.pipeline.plan import Spec
from generator.pipeline.press import Press

# Words of the interface that the script shows, by the names it knows them by.
_MESSAGES = {
    "loading": "search_loading",
    "found": "search_found.other",
    "found.one": "search_found.one",
    "about": "search_about",
    "none": "search_none",
    "near": "search_near",
    "meant": "search_meant",
    "failed": "search_failed",
    "differs": "search_differs",
}


class Choice(NamedTuple):
    """A city or topic to filter by."""

    slug: str
    name: str
    articles: int


def context(press: Press, spec: Spec) -> dict[str, Any]:
    """What the template gets: filters made from the edition's articles, and words."""
    local = press.locals[spec.edition]
    shelf = press.catalogue.shelves[spec.edition]
    gazetteer = local.gazetteer
    provinces: dict[str, list[Choice]] = {}
    for code, cards in shelf.cities.items():
        place = gazetteer.by_code(code)
        if place is not None:
            province = gazetteer.province_of(code) or place
            choice = Choice(place.slug, local.short_place(place), len(cards))
            provinces.setdefault(local.place(province), []).append(choice)
    return {
        "title": local.words["search"],
        "description": local.words["search_intro"],
        "missing_english": press.site.missing_english,
        "messages": {name: local.words[key] for name, key in _MESSAGES.items()},
        "provinces": list(provinces.items()),
        "topics": [
            Choice(slug, local.topic_names[slug], len(cards))
            for slug, cards in shelf.topics.items()
        ],
        "years": years(shelf),
    }


def years(shelf: Shelf) -> list[tuple[str, int]]:
    """Years and their number of articles, newest first."""
    found = Counter({month: len(cards) for month, cards in shelf.months.items()})
    counted: Counter[str] = Counter()
    for month, count in found.items():
        counted[month[:4]] += count
    return sorted(counted.items(), reverse=True)
