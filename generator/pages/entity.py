"""The page of a project or company: its timeline, its cities and its articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from generator.config import Edition
from generator.library.article import ArticleRef, MetaRef
from generator.library.entities import Entity
from generator.library.index import Library
from generator.pages.entity_rows import TimelineRow, entity_link, last_step, said_of, timeline
from generator.pages.frame import Frame, frame, page
from generator.pages.kind import Artifact, Kind, Listed
from generator.pages.search_text import SearchTextData, render_text
from generator.pipeline.shared import Shared
from generator.render import address
from generator.render.views import Entry, Localizer, Named
from generator.search.entities import entity_text
from generator.search.texts import text_path
from generator.words import say

# The newest articles that a page uses, and the number of related entities.
_ARTICLES = 100
_BESIDE = 8


class EntityItem(msgspec.Struct, frozen=True):
    """An entity in one edition: its newest articles, their number, and the entities most often
    named with it. ``name`` is the number of its texts in the search index."""

    edition: Edition
    entity: Entity
    articles: tuple[MetaRef, ...]
    total: int
    editions: tuple[Edition, ...]
    beside: tuple[Entity, ...]
    name: int


class EntityData(msgspec.Struct, frozen=True, kw_only=True):
    """The data for the template. ``names`` are (word for the language, language, name), ``also``
    are (language, name) of its other names."""

    page: Frame
    name: str
    entity_kind: str
    names: tuple[tuple[str, str, str], ...]
    also: tuple[tuple[str, str], ...]
    timeline: tuple[TimelineRow, ...]
    cities: tuple[Named, ...]
    entries: tuple[Entry, ...]
    count: int
    beside: tuple[Named, ...]


def units(library: Library, shared: Shared) -> Iterator[tuple[str, EntityItem]]:
    """One unit for each entity in each edition that has articles about it."""
    if not library.entities:
        return
    for edition, index in library.editions.items():
        for name, refs in index.entities.items():
            entity = library.entities[name]
            others = tuple(e for e, found in library.editions.items() if name in found.entities)
            yield (
                f"{edition}/{entity.ident}",
                EntityItem(
                    edition,
                    entity,
                    tuple([ref.listed for ref in refs[:_ARTICLES]]),
                    len(refs),
                    others,
                    _beside(name, refs[:_ARTICLES], library.entities),
                    library.names[entity.ident],
                ),
            )


def _beside(
    name: str, refs: Sequence[ArticleRef], known: Mapping[str, Entity]
) -> tuple[Entity, ...]:
    """The entities named most often together with ``name``."""
    together = Counter(other.name for ref in refs for other in ref.entities if other.name != name)
    ranked = sorted(together, key=lambda other: (-together[other], other))
    return tuple(known[other] for other in ranked[:_BESIDE])


def listed(library: Library) -> Iterator[Listed]:
    """Each page in the editions that have it."""
    for name, entity in library.entities.items():
        found = {e: i.entities[name] for e, i in library.editions.items() if name in i.entities}
        changed = max((ref.changed for refs in found.values() for ref in refs), default="")
        where = {e: address.entity(e, entity.kind, entity.slug) for e in found}
        if where:
            yield Listed(where, changed)


def artifacts(item: EntityItem, shared: Shared) -> Iterator[Artifact]:
    """The page, and its text for search."""
    edition, entity = item.edition, item.entity
    local = shared.local(edition)
    rows = timeline(shared, edition, entity.name, item.articles)
    cities: Counter[str] = Counter(
        code for ref in item.articles for code in shared.meta(ref).cities
    )
    count = say(local.words, "articles", n=item.total)
    latest = last_step(rows)
    last = said_of(latest, local) if latest else ""
    name = entity.called(edition)
    where = address.entity(edition, entity.kind, entity.slug)
    yield page(
        EntityData(
            page=frame(
                shared,
                kind="entity",
                section="cities",
                edition=edition,
                address=where,
                title=name,
                description=" · ".join(filter(None, (name, last, count))),
                peers={e: address.entity(e, entity.kind, entity.slug) for e in item.editions},
                instead=address.cities,
            ),
            name=name,
            entity_kind=entity.kind,
            names=_names(entity, local),
            also=tuple(("en" if other.isascii() else "zh-Hans", other) for other in entity.also),
            timeline=rows,
            cities=tuple(local.city_link(code) for code, _ in cities.most_common()),
            entries=tuple(shared.entry(ref, edition) for ref in item.articles),
            count=item.total,
            beside=tuple(entity_link(other, edition) for other in item.beside),
        ),
        f"the page {where}",
    )
    yield from _search_texts(item, shared)


def _names(entity: Entity, local: Localizer) -> tuple[tuple[str, str, str], ...]:
    """The names that the heading does not show, each once."""
    every = (
        (local.words["simplified"], "zh-Hans", entity.name),
        (local.words["traditional"], "zh-Hant", entity.hant),
        (local.words["english"], "en", entity.english),
    )
    seen = {entity.called(local.edition)}
    found = []
    for one in every:
        if one[2] not in seen:
            seen.add(one[2])
            found.append(one)
    return tuple(found)


def _search_texts(item: EntityItem, shared: Shared) -> Iterator[Artifact]:
    """The texts for search results. Without a text of its own, an edition falls back to the
    Simplified text in the browser, so the first edition publishes it if there is no Simplified
    edition."""
    own: list[Edition] = [item.edition]
    if item.edition == item.editions[0] and "zh-Hans" not in item.editions:
        own.append("zh-Hans")
    entity = item.entity
    for edition in own:
        data = search_text(entity, edition)
        where = f"the page {address.entity(item.edition, entity.kind, entity.slug)}"
        yield Artifact(text_path(edition, item.name), where, render_text, data)


def search_text(entity: Entity, edition: Edition) -> SearchTextData:
    """The text of an entity for search results in ``edition``."""
    return SearchTextData(
        slug=entity.slug,
        text=entity_text(entity, edition),
        date="",
        day="",
        edition=edition,
        lang="",
        at=f"../{entity.ident}/",
    )


KIND = Kind("entity", units, artifacts, "cities", listed=listed)
