"""What stays in memory from one build to the next in one process."""

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

    # What an article is made of, and its key.
    KeyedArticle = tuple[tuple[Bundle, Sidecar | None], str]


class LastRead(NamedTuple):
    """What the last build of a session read: the sources, every sound article (drafts and those
    held back too), the shared parts, by which their metas can be read, and the English that a
    machine made, by slug."""

    sources: Sources
    refs: Sequence[ArticleRef]
    shared: Shared
    english: Mapping[str, Sidecar]


class Session:
    """The open cache, the shared parts while settings, glossary and templates stay the same,
    and the units that were planned for each output folder.

    A command that builds once has one for that build, perhaps with a companion; a preview keeps
    one that ``stays``, so that a build decides only about what has changed. To be used in one
    thread, and closed.
    """

    def __init__(
        self, root: Path, companion: Companion | None = None, *, stays: bool = False
    ) -> None:
        self.root, self.companion, self.stays = root, companion, stays
        self.last: LastRead | None = None
        # How the files looked just before a build (size, time, inode), where somebody looked.
        self.looked: Mapping[str, tuple[int, int, int]] = {}
        # Told what a build has read and found wrong so far, before it makes any page.
        self.hear: Callable[[LastRead, Sequence[Problem]], None] | None = None
        self._cache: Cache | None = None
        self._shared: tuple[str, Shared] | None = None
        self._planned: dict[str, tuple[str, dict[str, Unit]]] = {}
        # Kept by those who use them, where the session stays: the index of search, the keys of
        # articles by slug with what they are of, the files of private folders.
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
        """The shared parts: those of the build before where nothing of them has changed."""
        fresh = Shared(recipe)
        key = key_of(recipe, fresh.key)
        if self._shared is None or self._shared[0] != key:
            if self._shared is not None:
                self._shared[1].close()
            self._shared = (key, fresh)
        return self._shared[1]

    def planned(self, out: str, key: str) -> dict[str, Unit] | None:
        """The units whose files stand in the folder ``out`` as builds before in this process
        planned them with the shared parts of ``key``; empty where there was none, None where
        nobody will ask for them again."""
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
        """Remember that files of ``units`` now stand in ``out``, beside those of before, but for
        what is ``gone``."""
        # Another one, for what was given away may be read by another thread.
        now = {**(self.planned(out, key) or {}), **units} if self.stays else {}
        for ident in gone:
            now.pop(ident, None)
        self._planned[out] = (key, now)

    def close(self) -> None:
        """Let go of all of it."""
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
