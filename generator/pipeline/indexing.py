"""The search stage: update the index to match the library and stage its changed files."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from itertools import starmap
from typing import TYPE_CHECKING

import msgspec

from generator.database import is_refused, set_aside
from generator.library.article import ArticleRef
from generator.library.entities import Entity
from generator.library.index import Library
from generator.library.own_page import OwnPageRef
from generator.memory import give_back
from generator.pipeline.folder import FOLDER
from generator.pipeline.keys import digest_of, key_of
from generator.pipeline.outcome import INDEX, Folder, Outcome
from generator.pipeline.planning import MadeFile
from generator.pipeline.shared import Part, Shared
from generator.pipeline.stage import Stage
from generator.pipeline.workers import Workers
from generator.publish.staging import Staged, Stager
from generator.search.entities import entity_fingerprint, entity_postings
from generator.search.limits import MOST_ARTICLES

if TYPE_CHECKING:
    from generator.search.index import Index, Wanted

_STATE = f"{FOLDER}/search.db"
_1970 = datetime(1970, 1, 1, tzinfo=UTC)
PARTS: tuple[Part, ...] = ("settings", "glossary", "script")


class SearchItem(msgspec.Struct, frozen=True):
    """The input of the search stage.

    ``articles`` has slug, date in seconds since 1970 and digest of the postings of each article;
    ``packed`` the articles to put into a pack, if the site is small enough; ``entities`` the
    projects and companies, each with whether the English edition has a page of it; ``before`` the
    hashes of the index files in the published folder, by path. New files go to ``stager``.
    """

    articles: tuple[tuple[str, float, str], ...]
    packed: tuple[ArticleRef, ...]
    pages: tuple[OwnPageRef, ...]
    entities: tuple[tuple[Entity, bool], ...]
    before: dict[str, str]
    stager: Stager


class MadeIndex(msgspec.Struct, frozen=True):
    """The result of the search stage: path → hash of all index files, and the staged ones."""

    files: dict[str, str]
    staged: dict[str, Staged]


def begin_search(
    library: Library, shared: Shared, folder: Folder, workers: Workers[Shared]
) -> Callable[[Outcome], None]:
    """Start to update the search index.

    Returns a function that waits for the index and adds its changed files to the outcome of the
    pages.
    """
    english = library.editions["en"].entities if "en" in library.editions else {}
    entities = tuple((entity, name in english) for name, entity in library.entities.items())
    named = [(entity.ident, entity_fingerprint(entity, english=has)) for entity, has in entities]
    # A small site's pack contains the texts that search results show, so they are in the key too.
    packed = len(library.articles) + len(library.pages) + len(entities) <= MOST_ARTICLES
    articles = [
        (ref.slug, ref.moment, ref.postings, *((ref.meta, ref.text) if packed else ()))
        for ref in library.articles
    ]
    pages = [
        (page.ident, digest_of(page.postings), page if packed else None) for page in library.pages
    ]
    key = key_of(shared.limited(PARTS).key, articles, pages, named)
    altered = any(path.startswith("search/") for path in folder.altered)
    if folder.cache.unit_key(folder.out, INDEX) == key and not altered:
        return lambda outcome: None
    files = folder.before([INDEX])
    before = {
        file.path: file.key for file in files.get(INDEX, ()) if file.path not in folder.altered
    }
    stager = folder.publication.prepare()
    item = SearchItem(
        tuple([(ref.slug, ref.instant, ref.postings) for ref in library.articles]),
        tuple(library.articles) if packed else (),
        tuple(library.pages),
        entities,
        before,
        stager,
    )
    answer = _begin(item, shared, folder, workers)

    def finish(outcome: Outcome) -> None:
        made = answer()
        outcome.before |= files
        outcome.staged |= made.staged
        found = [
            MadeFile(path, made.files[path], "the search index") for path in sorted(made.files)
        ]
        outcome.changed[INDEX] = (key, tuple(found))

    return finish


def _begin(
    item: SearchItem, shared: Shared, folder: Folder, workers: Workers[Shared]
) -> Callable[[], MadeIndex]:
    """Start the update: in a process that stays and has built before, with its open index."""
    session = folder.session
    if not (session.stays and session.has_built(folder.out)):
        return workers.begin(STAGE, item)
    from generator.search.index import Index

    if session.index is None:
        session.index = Index(shared.root / _STATE)
    index = session.index
    return lambda: _with_index(index, item, shared.limited(PARTS))


def make_index(item: SearchItem, shared: Shared) -> MadeIndex:
    """Update the index."""
    from generator.search.index import Index

    with closing(Index(shared.root / _STATE)) as index:
        made = _with_index(index, item, shared)
    # Pages follow in this process.
    give_back()
    return made


def _with_index(index: Index, item: SearchItem, shared: Shared) -> MadeIndex:
    """Update an open index; a damaged one is set aside and made again from scratch."""
    # Imported only where a text has changed: it imports numpy, among others.
    from generator.search.stored_postings import DamagedError

    state = shared.root / _STATE
    try:
        return _bring_up(index, item, shared)
    except (sqlite3.DatabaseError, DamagedError) as error:
        if isinstance(error, sqlite3.Error) and is_refused(error):
            raise
        index.close()
        set_aside(state)
        return _bring_up(index, item, shared)


def _bring_up(index: Index, item: SearchItem, shared: Shared) -> MadeIndex:
    from generator.pipeline.search_tables import tables_of

    wanted = [_wanted(*article, shared) for article in item.articles]
    wanted += [*map(_wanted_page, item.pages), *starmap(_wanted_entity, item.entities)]
    tables = tables_of(item.packed, item.pages, item.entities, shared, len(wanted))
    found = index.update(wanted, tables)
    staged = {
        path: item.stager.stage(path, index.read(path))
        for path, digest in found.files.items()
        if item.before.get(path) != digest
    }
    return MadeIndex(dict(found.files), staged)


def _wanted(slug: str, instant: float, postings: str, shared: Shared) -> Wanted:
    from generator.search.index import Wanted

    return Wanted(slug, _moment(instant), postings, lambda: shared.content(postings))


# Cached because many articles have the same time: midnight of a day.
@lru_cache(maxsize=8192)
def _moment(instant: float) -> str:
    # `datetime.fromtimestamp` refuses times before 1970 on Windows.
    return (_1970 + timedelta(seconds=instant)).isoformat()


def _wanted_page(page: OwnPageRef) -> Wanted:
    """A page has no date; with that of 1970 it comes after all articles, the newest first."""
    from generator.search.index import Wanted

    return Wanted(page.ident, _1970.isoformat(), digest_of(page.postings), lambda: page.postings)


def _wanted_entity(entity: Entity, english: bool) -> Wanted:
    """A project or company; like a page it has no date and comes after all articles."""
    from generator.search.index import Wanted

    fingerprint = entity_fingerprint(entity, english=english)
    return Wanted(
        entity.ident,
        _1970.isoformat(),
        fingerprint,
        lambda: entity_postings(entity, english=english),
    )


STAGE: Stage[SearchItem, MadeIndex] = Stage("search index", make_index, PARTS)
