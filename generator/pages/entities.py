"""The lists of projects and of companies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from generator.config import Edition
from generator.library.article import ArticleRef, MetaRef
from generator.library.entities import KINDS, Entity
from generator.library.index import EditionIndex, Library
from generator.pages.entity_rows import TimelineRow, entity_link, last_step, timeline
from generator.pages.frame import Frame, page
from generator.pages.kind import Artifact, Kind, Listed
from generator.pages.lists import list_frame, numbered_pages
from generator.pipeline.shared import Shared
from generator.render import address, dates
from generator.render.views import Named
from generator.words import say

# Entities on a page.
_SIZE = 200
# The most cities shown for an entity.
_CITIES = 3
# The number of newest articles that are searched for its latest step.
_TOLD = 5


class EntityCount(msgspec.Struct, frozen=True, array_like=True):
    """An entity, the number of articles that name it, the date of the newest, its cities, and the
    newest articles (``told``), from which its latest step is taken."""

    entity: Entity
    articles: int
    newest: str
    cities: tuple[str, ...]
    told: tuple[MetaRef, ...]


class EntitiesItem(msgspec.Struct, frozen=True):
    """A page of the list of one kind.

    ``number`` is 0 for the list's own address, which has the newest entities. ``pages`` is the
    number of numbered pages, ``total`` that of entities. ``other`` is true if the edition has
    entities of the other kind too.
    """

    edition: Edition
    kind: str
    number: int
    pages: int
    total: int
    entities: tuple[EntityCount, ...]
    editions: tuple[Edition, ...]
    other: bool


class EntityListing(msgspec.Struct, frozen=True):
    """An entity in the list. ``other`` is its name in another language, ``lang`` that language;
    ``last`` is its latest step."""

    link: Named
    other: str
    lang: str
    newest: str
    cities: tuple[Named, ...]
    last: TimelineRow | None


class EntitiesData(msgspec.Struct, frozen=True, kw_only=True):
    """The data for the template. ``beside`` is the address of the list of the other kind."""

    page: Frame
    entity_kind: str
    count: int
    rows: tuple[EntityListing, ...]
    beside: str


def units(library: Library, shared: Shared) -> Iterator[tuple[str, EntitiesItem]]:
    """One unit for each page of each list."""
    if not library.entities:
        return
    found = {edition: _kinds(index, library) for edition, index in library.editions.items()}
    for edition, kinds in found.items():
        index = library.editions[edition]
        for kind, entities in kinds.items():
            lengths = {e: len(other.get(kind, ())) for e, other in found.items()}
            pages = numbered_pages(len(entities), _SIZE)
            for number in range(pages + 1):
                end = len(entities) - (number - 1) * _SIZE if number else 0
                first = len(entities) - pages * _SIZE
                mine = entities[end - _SIZE : end] if number else entities[:first]
                editions = tuple(
                    e for e, n in lengths.items() if n and numbered_pages(n, _SIZE) >= number
                )
                item = EntitiesItem(
                    edition,
                    kind,
                    number,
                    min(pages, number + 1) if number else pages,
                    0 if number else len(entities),
                    tuple(_count(entity, index.entities[entity.name]) for entity in mine),
                    editions,
                    len(kinds) > 1,
                )
                yield f"{edition}/{kind}/{number}", item


def _kinds(index: EditionIndex, library: Library) -> dict[str, list[Entity]]:
    """The entities of an edition by kind, the latest first."""
    found: dict[str, list[Entity]] = {}
    for entity in reversed(list(library.entities.values())):
        if entity.name in index.entities:
            found.setdefault(entity.kind, []).append(entity)
    return {kind: found[kind] for kind in KINDS if kind in found}


def _count(entity: Entity, refs: Sequence[ArticleRef]) -> EntityCount:
    cities = tuple(dict.fromkeys(code for ref in refs for code in ref.cities))
    told = tuple(ref.listed for ref in refs[:_TOLD])
    return EntityCount(entity, len(refs), refs[0].date, cities[:_CITIES], told)


def listed(library: Library) -> Iterator[Listed]:
    """The first page of each list."""
    kinds = {e: _kinds(index, library) for e, index in library.editions.items()}
    for kind in KINDS:
        where = {e: address.entities(e, kind) for e, found in kinds.items() if kind in found}
        if where:
            yield Listed(where, "")


def artifacts(item: EntitiesItem, shared: Shared) -> Iterator[Artifact]:
    """The page."""
    edition = item.edition
    local = shared.local(edition)
    title, intro = local.words["projects"], local.words["projects_intro"]
    if item.kind == "company":
        title, intro = local.words["companies"], local.words["companies_intro"]
    made = list_frame(
        shared,
        item,
        lambda other: address.entities(other, item.kind),
        item.editions,
        kind="entities",
        section="cities",
        edition=edition,
        title=title,
        description=intro,
        instead=address.cities,
    )
    yield page(
        EntitiesData(
            page=made,
            entity_kind=item.kind,
            count=item.total,
            rows=tuple(_listing(one, edition, shared) for one in item.entities),
            beside=address.entities(edition, "company" if item.kind == "project" else "project")
            if item.other
            else "",
        ),
        f"the page {made.address}",
    )


def _listing(one: EntityCount, edition: Edition, shared: Shared) -> EntityListing:
    local = shared.local(edition)
    link = entity_link(one.entity, edition, one.articles)
    steps = timeline(shared, edition, one.entity.name, one.told)
    other, lang = (one.entity.name, "zh-Hans") if edition == "en" else (one.entity.english, "en")
    newest = say(local.words, "newest", date=dates.long_date(one.newest, edition))
    return EntityListing(
        link,
        other if other != link.name else "",
        lang,
        newest,
        tuple(local.city_link(code) for code in one.cities),
        last_step(steps),
    )


KIND = Kind("entities", units, artifacts, "cities", listed=listed)
