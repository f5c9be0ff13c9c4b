"""The data that stays in memory between builds in one process."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from generator.pages.kind import Unit
from generator.pipeline.cache import Cache
from generator.pipeline.companion import Companion
from generator.pipeline.keys import key_of
from generator.pipeline.shared import Recipe, Shared

if TYPE_CHECKING:
    from generator.content.article import Sidecar
    from generator.content.folder import Bundle
    from generator.library.article import ArticleRef
    from generator.pipeline.published import Published
    from generator.pipeline.sources import Sources
    from generator.problem import Problem
    from generator.search.index import Index

    # The inputs of an article, and its key.
    KeyedArticle = tuple[tuple[Bundle, Sidecar | None], str]


class LastRead(NamedTuple):
    """The inputs of the last build of a session.

    ``refs`` are all articles without errors, including drafts and articles dated in the future;
    their metas can be read with ``shared``. ``english`` maps a slug to its machine translation.
    """

    sources: Sources
    refs: Sequence[ArticleRef]
    shared: Shared
    english: Mapping[str, Sidecar]


class Session:
    """The open cache, the shared parts (while settings, glossary and templates stay the same), and
    the units planned for each output folder.

    A command that builds once has one session for that build, perhaps with a companion. A preview
    has one that ``stays``, so that each build plans only what has changed. Use it in one thread
    only, and close it.
    """

    def __init__(
        self, root: Path, companion: Companion | None = None, *, stays: bool = False
    ) -> None:
        self.root, self.companion, self.stays = root, companion, stays
        self.last: LastRead | None = None
        # The states of the files just before a build (size, time, inode), as far as known.
        self.looked: Mapping[str, tuple[int, int, int]] = {}
        # Called with the inputs of a build and the problems so far, before any page is made.
        self.on_read: Callable[[LastRead, Sequence[Problem]], None] | None = None
        self._cache: Cache | None = None
        self._shared: tuple[str, Shared] | None = None
        self._planned: dict[str, tuple[str, dict[str, Unit]]] = {}
        # Set by their users if the session stays: the search index, the keys of articles with
        # their inputs by slug, the files of private folders.
        self.index: Index | None = None
        self.article_keys: tuple[str, dict[str, KeyedArticle]] = ("", {})
        self.published: dict[str, Published] = {}

    @property
    def cache(self) -> Cache:
        """The site's cache, open."""
        if self._cache is None:
            self._cache = Cache(self.root)
        return self._cache

    def shared(self, recipe: Recipe) -> Shared:
        """The shared parts for ``recipe``: those of the last build if nothing has changed."""
        fresh = Shared(recipe)
        key = key_of(recipe, fresh.key)
        if self._shared is None or self._shared[0] != key:
            if self._shared is not None:
                self._shared[1].close()
            self._shared = (key, fresh)
        return self._shared[1]

    def planned(self, out: str, key: str) -> dict[str, Unit] | None:
        """The units of the folder ``out`` as this process planned them with the shared parts
        ``key``. Empty if it has not; None if the session does not stay."""
        if not self.stays:
            return None
        found = self._planned.get(out)
        return found[1] if found is not None and found[0] == key else {}

    def has_built(self, out: str) -> bool:
        """Whether this process has built into the folder ``out`` before."""
        return out in self._planned

    def keep_planned(
        self, out: str, key: str, units: Mapping[str, Unit], gone: Collection[str]
    ) -> None:
        """Record that the files of ``units`` are now in ``out``, in addition to those of before
        except for ``gone``."""
        # A new dictionary, because another thread may be reading the old one.
        now = {**(self.planned(out, key) or {}), **units} if self.stays else {}
        for ident in gone:
            now.pop(ident, None)
        self._planned[out] = (key, now)

    def close(self) -> None:
        """Close and forget everything."""
        if self._shared is not None:
            self._shared[1].close()
        if self._cache is not None:
            self._cache.close()
        if self.companion is not None:
            self.companion.close()
        if self.index is not None:
            self.index.close()
        self.index, self.article_keys = None, ("", {})
        self.published.clear()
        self._cache = self._shared = self.last = self.companion = None
        self._planned.clear()
