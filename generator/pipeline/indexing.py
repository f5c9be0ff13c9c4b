"""The search stage: the index brought up to date with the library, its changed files staged."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from generator.database import is_refused, set_aside
from generator.library.article import ArticleRef
from generator.library.index import Library
from generator.library.own_page import OwnPageRef
from generator.pipeline.folder import FOLDER
from generator.pipeline.keys import digest_of, key_of
from generator.pipeline.planning import MadeFile
from generator.pipeline.rendering import INDEX, Folder, Outcome
from generator.pipeline.shared import Shared
from generator.publish.staging import Staged

if TYPE_CHECKING:
    from generator.search.index import Wanted

_STATE = f"{FOLDER}/search.db"


def make_search(library: Library, shared: Shared, folder: Folder, outcome: Outcome) -> None:
    """Bring the search index up to date and stage the files of it that have changed."""
    articles = [(ref.slug, ref.moment, ref.postings) for ref in library.articles]
    pages = [(page.ident, digest_of(page.postings)) for page in library.pages]
    key = key_of(shared.limited(()).key, articles, pages)
    altered = any(path.startswith("search/") for path in folder.altered)
    if folder.keys.get(INDEX) == key and not altered:
        return
    # Numpy, among others, is imported only where a text has changed.
    from generator.search.postings import DamagedError

    outcome.before |= folder.before([INDEX])
    before = {
        file.path: file.key
        for file in outcome.before.get(INDEX, ())
        if file.path not in folder.altered
    }
    state = shared.root / _STATE
    try:
        files, staged = _bring_up(state, library, shared, folder, before)
    except (sqlite3.DatabaseError, DamagedError) as error:
        if isinstance(error, sqlite3.Error) and is_refused(error):
            raise
        set_aside(state)
        files, staged = _bring_up(state, library, shared, folder, before)
    outcome.staged |= staged
    made = tuple(MadeFile(path, files[path], "the search index") for path in sorted(files))
    outcome.changed[INDEX] = (key, made)


def _bring_up(
    state: Path,
    library: Library,
    shared: Shared,
    folder: Folder,
    before: Mapping[str, str],
) -> tuple[Mapping[str, str], dict[str, Staged]]:
    """All files of the index by their hashes, and those staged that are not as ``before``."""
    from generator.search.index import PublishedFiles, update

    wanted = [_wanted(ref, shared) for ref in library.articles]
    found = update(state, [*wanted, *map(_wanted_page, library.pages)])
    todo = [path for path, digest in found.files.items() if before.get(path) != digest]
    if not todo:
        return found.files, {}
    stager, files = folder.publication.prepare(), PublishedFiles(state)
    return found.files, {path: stager.stage(path, files.read(path)) for path in todo}


def _wanted(ref: ArticleRef, shared: Shared) -> Wanted:
    from generator.search.index import Wanted

    moment = datetime.fromtimestamp(ref.instant, UTC).isoformat()
    return Wanted(ref.slug, moment, ref.postings, lambda: shared.content(ref.postings))


def _wanted_page(page: OwnPageRef) -> Wanted:
    """A page has no date, so it stands behind all articles where the newest come first."""
    from generator.search.index import Wanted

    moment = datetime.fromtimestamp(0, UTC).isoformat()
    return Wanted(page.ident, moment, digest_of(page.postings), lambda: page.postings)
