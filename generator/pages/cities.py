"""The city index: a map, a list by province and a list by letter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from generator.config import Edition
from generator.content.entity import EntityKind
from generator.library.index import Groups, Library, kinds_of
from generator.maps import chart, projection
from generator.maps.view import view_of
from generator.pages.frame import Frame, frame, page
from generator.pages.kind import Artifact, Kind, Menu
from generator.pages.lists import in_every_edition
from generator.pipeline.shared import Shared
from generator.render import address
from generator.render.city_lists import by_letter, by_province
from generator.render.place_names import bare, in_a_row
from generator.render.views import CityName, Count, Localizer, Named
from generator.words import say


class CitiesItem(msgspec.Struct, frozen=True):
    """The cities of an edition by code, and the kinds of entities that have a list."""

    edition: Edition
    cities: tuple[Count, ...]
    kinds: tuple[EntityKind, ...] = ()


# The size of the map, in units of its view box.
WIDTH, HEIGHT = 720, 330


class IndexMap(msgspec.Struct, frozen=True):
    """The map of the index. ``ground`` is the path data of the background, ``transform`` places it
    in the picture."""

    points: tuple[chart.Point, ...]
    width: int
    height: int
    ground: str
    transform: str


class CitiesData(msgspec.Struct, frozen=True, kw_only=True):
    """The data for the template. ``keys`` maps codes to the text that the filter searches;
    ``lists`` are the links to the lists of projects and companies."""

    page: Frame
    regions: list[tuple[str, list[tuple[str, list[CityName]]]]]
    letters: list[tuple[str, list[CityName]]]
    map: IndexMap
    keys: dict[str, str]
    count: int
    lists: tuple[Named, ...] = ()


def counts(groups: Groups) -> tuple[Count, ...]:
    """The number of articles and the newest date of each group."""
    return tuple(Count(ident, len(refs), refs[0].date) for ident, refs in groups.items())


def units(library: Library, shared: Shared) -> Iterator[tuple[str, CitiesItem]]:
    """One unit for each edition."""
    for edition, index in library.editions.items():
        yield edition, CitiesItem(edition, counts(index.cities), kinds_of(index, library))


def artifacts(item: CitiesItem, shared: Shared) -> Iterator[Artifact]:
    """The page."""
    edition = item.edition
    local = shared.local(edition)
    yield page(
        CitiesData(
            page=frame(
                shared,
                kind="cities",
                section="cities",
                edition=edition,
                address=address.cities(edition),
                title=local.words["cities"],
                description=local.words["cities_intro"],
                peers={other: address.cities(other) for other in shared.site.editions},
            ),
            regions=by_province(item.cities, local),
            letters=by_letter(item.cities, local),
            map=_map(local, item.cities),
            keys={city.ident: search_key(local, city.ident) for city in item.cities},
            count=len(item.cities),
            lists=tuple(_entities(local, kind) for kind in item.kinds),
        ),
        f"the page {address.cities(edition)}",
    )


def _entities(local: Localizer, kind: EntityKind) -> Named:
    """The link to the list of projects or companies."""
    name = local.words["companies"] if kind == "company" else local.words["projects"]
    return Named(name, address.entities(local.edition, kind))


def _map(local: Localizer, cities: Sequence[Count]) -> IndexMap:
    dots = []
    for city in cities:
        place = local.city_place(city.ident)
        link = local.city_link(city.ident)
        # The visible text must begin the accessible name (WCAG 2.2, 2.5.3).
        spoken = f"{link.name} {say(local.words, 'articles', n=city.articles)}"
        where = projection.spot(place.longitude, place.latitude)
        dots.append(chart.Dot(link.name, link.address, city.articles, spoken, where))
    if not dots:
        return IndexMap((), WIDTH, HEIGHT, "", "")
    view = view_of([dot.where for dot in dots], WIDTH, HEIGHT)
    provinces = {dot.address: f"#p{city.ident[:2]}" for dot, city in zip(dots, cities, strict=True)}

    def together(group: Sequence[chart.Dot]) -> chart.Dot:
        """Several cities as one point, which links to the province of the largest one in the
        list."""
        first = group[0]
        articles = sum(dot.articles for dot in group)
        names = in_a_row((dot.name for dot in group), local.edition)
        name = f"{first.name} +{len(group) - 1}"
        spoken = f"{name} {say(local.words, 'articles', n=articles)} ({names})"
        return chart.Dot(name, provinces[first.address], articles, spoken, first.where)

    found = tuple(chart.points(dots, view, together))
    return IndexMap(found, WIDTH, HEIGHT, view.ground(), view.transform)


def search_key(local: Localizer, code: str) -> str:
    """The text that the filter of the index searches: the names of a city and its province in all
    scripts."""
    place = local.city_place(code)
    province = local.gazetteer.province_of(code) or place
    names = (
        place.hans, place.hant, place.slug, place.short_english,
        province.hans, province.hant, province.slug, province.short_english,
    )  # fmt: skip
    return " ".join(dict.fromkeys(map(bare, names)))


KIND = Kind(
    "cities",
    units,
    artifacts,
    "cities",
    Menu("cities", address.cities, 1),
    in_every_edition(address.cities),
)
