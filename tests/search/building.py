"""Makes an index of given texts, as a build does."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Mapping
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import NamedTuple

from generator.search.index import Index, Update, Wanted
from generator.search.postings import postings
from generator.search.state import State
from generator.search.texts import ArticleTexts


class Given(NamedTuple):
    """An article: when it appeared, and its texts."""

    moment: str
    texts: ArticleTexts


def bring(state: Path, articles: Mapping[str, Given]) -> Update:
    """Bring the index kept at ``state`` up to date."""
    return update(
        state,
        [
            Wanted(slug, one.moment, repr(one.texts), partial(postings, one.texts))
            for slug, one in articles.items()
        ],
    )


def update(state: Path, wanted: Iterable[Wanted]) -> Update:
    """The same for articles whose texts are made when they are needed."""
    with closing(Index(state)) as index:
        return index.update(wanted)


def read_files(state: Path) -> dict[str, bytes]:
    """All published files of the index."""
    with closing(State(state)) as kept:
        return {path: kept.data(path) for path in kept.digests()}


def clean(articles: Mapping[str, Given]) -> dict[str, bytes]:
    """All published files of a new index."""
    with tempfile.TemporaryDirectory() as folder:
        state = Path(folder) / "search.db"
        bring(state, articles)
        return read_files(state)
