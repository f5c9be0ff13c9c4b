"""The search stage: the index brought up to date with the library, its changed files staged."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from generator.database import is_refused, set_aside
from generator.library.article import ArticleRef
from generator.library.index import Library
from generator.pipeline.folder import FOLDER
from generator.pipeline.keys import key_of
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
    key = key_of(shared.limited(()).key, articles)
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
        files, staged = _bring_up(state, library.articles, shared, folder, before)
    except (sqlite3.DatabaseError, DamagedError) as error:
        if isinstance(error, sqlite3.Error) and is_refused(error):
            raise
        set_aside(state)
        files, staged = _bring_up(state, library.articles, shared, folder, before)
    outcome.staged |= staged
    made = tuple(MadeFile(path, files[path], "the search index") for path in sorted(files))
    outcome.changed[INDEX] = (key, made)


def _bring_up(
    state: Path,
    refs: Sequence[ArticleRef],
    shared: Shared,
    folder: Folder,
    before: Mapping[str, str],
) -> tuple[Mapping[str, str], dict[str, Staged]]:
    """All files of the index by their hashes, and those staged that are not as ``before``."""
    from generator.search.index import PublishedFiles, update

    found = update(state, (_wanted(ref, shared) for ref in refs))
    todo = [path for path, digest in found.files.items() if before.get(path) != digest]
    if not todo:
        return found.files, {}
    stager, files = folder.publication.prepare(), PublishedFiles(state)
    return found.files, {path: stager.stage(path, files.read(path)) for path in todo}


def _wanted(ref: ArticleRef, shared: Shared) -> Wanted:
    from generator.search.index import Wanted

    moment = datetime.fromtimestamp(ref.instant, UTC).isoformat()
    return Wanted(ref.slug, moment, ref.postings, lambda: shared.content(ref.postings))
