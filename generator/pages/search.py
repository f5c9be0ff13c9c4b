"""The search page: its form, and the messages of its script."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from generator.config import Edition
from generator.library.index import Library
from generator.pages.frame import Frame, frame, page
from generator.pages.kind import Artifact, Kind, Menu
from generator.pipeline.shared import Shared
from generator.render import address
from generator.render.views import Localizer

# Words for the script: the names it uses, and the keys in words.yaml.
MESSAGES = {
    "empty": "search_empty",
    "loading": "search_loading",
    "found": "search_found.other",
    "found.one": "search_found.one",
    "about": "search_about",
    "none": "search_none",
    "near": "search_near",
    "meant": "search_meant",
    "untranslated": "untranslated",
    "failed": "search_failed",
    "differs": "search_differs",
    "disk": "search_disk",
}


class SearchItem(msgspec.Struct, frozen=True):
    """The filters for the articles of an edition; years are newest first.

    They have no numbers of articles: these would not be those of a query, and the page would change
    with every article.
    """

    edition: Edition
    cities: tuple[str, ...]
    topics: tuple[str, ...]
    years: tuple[str, ...]


class Choice(msgspec.Struct, frozen=True):
    """A city or topic to filter by."""

    slug: str
    name: str


class SearchData(msgspec.Struct, frozen=True, kw_only=True):
    """The data for the template."""

    page: Frame
    missing_english: str
    messages: dict[str, str]
    provinces: tuple[tuple[str, tuple[Choice, ...]], ...]
    topics: tuple[Choice, ...]
    years: tuple[str, ...]


def units(library: Library, shared: Shared) -> Iterator[tuple[str, SearchItem]]:
    """One unit for each edition."""
    for edition, index in library.editions.items():
        years = sorted({month[:4] for month in index.months}, reverse=True)
        yield edition, SearchItem(edition, tuple(index.cities), tuple(index.topics), tuple(years))


def artifacts(item: SearchItem, shared: Shared) -> Iterator[Artifact]:
    """The page."""
    edition = item.edition
    local = shared.local(edition)
    yield page(
        SearchData(
            page=frame(
                shared,
                kind="search",
                section="search",
                edition=edition,
                address=address.search(edition),
                title=local.words["search"],
                description=local.words["search_intro"],
                peers={other: address.search(other) for other in shared.site.editions},
                indexed=False,
            ),
            missing_english=shared.site.missing_english,
            messages={name: local.words[key] for name, key in MESSAGES.items()},
            provinces=_provinces(item, local),
            topics=tuple(Choice(slug, local.topic_names[slug]) for slug in item.topics),
            years=item.years,
        ),
        f"the page {address.search(edition)}",
    )


def _provinces(item: SearchItem, local: Localizer) -> tuple[tuple[str, tuple[Choice, ...]], ...]:
    found: dict[str, list[Choice]] = {}
    for code in item.cities:
        place = local.city_place(code)
        province = local.gazetteer.province_of(code) or place
        choice = Choice(place.slug, local.listed_place(place))
        found.setdefault(local.place(province), []).append(choice)
    return tuple((province, tuple(choices)) for province, choices in found.items())


KIND = Kind("search", units, artifacts, "search", Menu("search", address.search, 4))
