"""The search index of a site, updated article by article.

The published files depend only on the current articles, not on the order of earlier changes: the
stored state (`generator.search.state`) only saves work.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.database import is_refused, set_aside
from generator.search.changes import Change, Wanted, place
from generator.search.files import Files
from generator.search.kept import Kept
from generator.search.manifest import write_tables
from generator.search.merge import Member, update_segment
from generator.search.pack import NAMES, ORDINARY, PACKS, SPELLED, TAIWAN, TERMS
from generator.search.segments import NEWEST, segments
from generator.search.state import State
from generator.search.stored_postings import DamagedError

__all__ = ["Index", "Update", "Wanted"]


class Update(NamedTuple):
    """The result of an update.

    ``files`` maps the paths of all published files to hashes; ``changed`` and ``removed`` are the
    differences to the last update; ``encoded`` is the number of shards that were encoded;
    ``set_aside`` is the path to which a damaged state was moved, or None.
    """

    files: Mapping[str, str]
    changed: Sequence[str]
    removed: Sequence[str]
    encoded: int
    set_aside: Path | None = None


class Index:
    """The index stored at ``path``, which stays open between updates.

    Its state is read again only if another process has changed it. Use it in one thread, and close
    it.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._kept: Kept | None = None

    def update(self, wanted: Iterable[Wanted], tables: Mapping[str, bytes] | None = None) -> Update:
        """Update the index to contain exactly the ``wanted`` articles.

        The slugs must be unique. ``tables`` are other files to publish with the index, by path (see
        `generator.search.pack`). A damaged state is set aside and made again. Raises `OSError` and
        `sqlite3.OperationalError` on system errors; the state is then unchanged.
        """
        articles = list(wanted)
        aside = self._path.with_name(self._path.name + ".damaged")
        before = _inode(aside)
        try:
            made = self._update(articles, tables or {})
        except (sqlite3.DatabaseError, DamagedError) as error:
            if isinstance(error, sqlite3.Error) and is_refused(error):
                raise
            set_aside(self._path)
            made = self._update(articles, tables or {})
        return made._replace(set_aside=aside) if _inode(aside) != before else made

    def _update(self, wanted: Sequence[Wanted], tables: Mapping[str, bytes]) -> Update:
        try:
            return _update(self._open(), wanted, tables)
        except BaseException:
            # The data in memory may not match the rolled-back database.
            self.close()
            raise

    def _open(self) -> Kept:
        if self._kept is not None and self._kept.inode != _inode(self._path):
            self.close()
        if self._kept is None:
            state = State(self._path)
            self._kept = Kept(state, _inode(self._path))
        return self._kept

    def read(self, name: str) -> bytes:
        """The content of a published file.

        Raises `KeyError` if there is no such file, `DamagedError` if it is damaged.
        """
        return self._open().state.data(name)

    def close(self) -> None:
        """Close the state."""
        if self._kept is not None:
            self._kept.state.close()
            self._kept = None


def _inode(path: Path) -> int:
    return path.stat().st_ino if path.exists() else 0


def _update(kept: Kept, wanted: Sequence[Wanted], tables: Mapping[str, bytes]) -> Update:
    state = kept.state
    with state.change():
        kept.renew()
        known = kept.entries
        parts = segments(len(wanted))
        same = kept.placed(wanted)
        placed = place(wanted, parts) if same is None else same
        files = Files(state, kept.digests)
        change = Change(state, known, parts, placed)
        change.read()
        entries = change.entries
        change.tally(files)
        layout = state.layout()
        now: dict[str, int] = {}
        for level in range(NEWEST, 3):
            if level in change.touched:
                members = [
                    Member(e.slug, e.slot, {"zh": e.chinese, "en": e.english})
                    for e in entries.values()
                    if e.level == level
                ]
                patch = change.patches.get(level)
                now |= update_segment(level, members, patch, layout, state, files)
            else:
                now |= {name: n for name, n in layout.items() if name.startswith(f"{level}/")}
        files.expect_shards(now)
        if now != layout:
            state.put_layout(now)
        order = [entries[one.wanted.slug] for one in placed]
        beside = (PACKS, NAMES, TAIWAN, TERMS, SPELLED, ORDINARY)
        for gone in {path for one in beside for path in files.below(one)} - tables.keys():
            files.drop(gone)
        for name, data in tables.items():
            files.put(name, data)
        write_tables(order, parts, now, state, files, moved=same is None)
        kept.order = [one.wanted.slug for one in placed]
    return Update(files.digests, tuple(files.changed), tuple(files.removed), files.encoded)
