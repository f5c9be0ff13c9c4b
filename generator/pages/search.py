"""The search page: its form, and the messages of its script."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import msgspec

from generator.config import Edition
from generator.library.index import Library
from generator.pages.cities import counts
from generator.pages.frame import Frame, frame, page
from generator.pages.kind import Artifact, Kind, Menu
from generator.pipeline.shared import Shared
from generator.render import address
from generator.render.views import Count, Localizer

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
}


class SearchItem(msgspec.Struct, frozen=True):
    """The filters for the articles of an edition; years are newest first."""

    edition: Edition
    cities: tuple[tuple[str, int], ...]
    topics: tuple[tuple[str, int], ...]
    years: tuple[tuple[str, int], ...]


class Choice(msgspec.Struct, frozen=True):
    """A city or topic to filter by."""

    slug: str
    name: str
    articles: int


class SearchData(msgspec.Struct, frozen=True, kw_only=True):
    """The data for the template."""

    page: Frame
    missing_english: str
    messages: dict[str, str]
    provinces: tuple[tuple[str, tuple[Choice, ...]], ...]
    topics: tuple[Choice, ...]
    years: tuple[tuple[str, int], ...]


def units(library: Library, shared: Shared) -> Iterator[tuple[str, SearchItem]]:
    """One unit for each edition."""
    for edition, index in library.editions.items():
        years: Counter[str] = Counter()
        for month, refs in index.months.items():
            years[month[:4]] += len(refs)
        yield (
            edition,
            SearchItem(
                edition,
                _numbers(counts(index.cities)),
                _numbers(counts(index.topics)),
                tuple(sorted(years.items(), reverse=True)),
            ),
        )


def _numbers(groups: tuple[Count, ...]) -> tuple[tuple[str, int], ...]:
    return tuple((group.ident, group.articles) for group in groups)


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
            topics=tuple(
                Choice(slug, local.topic_names[slug], count) for slug, count in item.topics
            ),
            years=item.years,
        ),
        f"the page {address.search(edition)}",
    )


def _provinces(item: SearchItem, local: Localizer) -> tuple[tuple[str, tuple[Choice, ...]], ...]:
    found: dict[str, list[Choice]] = {}
    for code, count in item.cities:
        place = local.city_place(code)
        province = local.gazetteer.province_of(code) or place
        choice = Choice(place.slug, local.short_place(place), count)
        found.setdefault(local.place(province), []).append(choice)
    return tuple((province, tuple(choices)) for province, choices in found.items())


KIND = Kind("search", units, artifacts, "search", Menu("search", address.search, 4))
