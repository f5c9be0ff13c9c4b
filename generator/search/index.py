"""The index of a site: kept up to date article by article.

The published files depend on the articles alone, not on the order in which they came, changed
and went: what is kept from the last time (`generator.search.state`) only saves work.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from generator.database import is_refused, set_aside
from generator.search.changes import Change, Wanted, place
from generator.search.files import Files
from generator.search.kept import Kept
from generator.search.manifest import write_tables
from generator.search.merge import Member, update_segment
from generator.search.pack import NAMES, PACKS, TAIWAN
from generator.search.postings import DamagedError
from generator.search.segments import NEWEST, segments
from generator.search.state import State

__all__ = ["Index", "PublishedFiles", "Update", "Wanted", "update"]


class Update(NamedTuple):
    """The index after an update.

    ``files`` are all published files with their hashes, ``changed`` and ``removed`` those
    that are not as the last time, ``encoded`` the number of shards that were made again;
    ``set_aside`` is where a damaged state was moved, if it was.
    """

    files: Mapping[str, str]
    changed: Sequence[str]
    removed: Sequence[str]
    encoded: int
    set_aside: Path | None = None


def update(
    path: Path, wanted: Iterable[Wanted], tables: Mapping[str, bytes] | None = None
) -> Update:
    """Bring the index kept at ``path`` up to date with the articles; their slugs differ.

    ``tables`` are other files that are published with it, by path (`generator.search.pack`).

    A damaged state is set aside and made anew. Raises `OSError` and `sqlite3.OperationalError`
    where the system fails; the state is then as it was.
    """
    with closing(Index(path)) as index:
        return index.update(wanted, tables)


class Index:
    """The index kept at ``path``, open from one update to the next: what was read of it is read
    again only where another process has changed it. To be used in one thread, and closed."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._kept: Kept | None = None

    def update(self, wanted: Iterable[Wanted], tables: Mapping[str, bytes] | None = None) -> Update:
        """As `update` has it."""
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
            # What is remembered may be ahead of what is kept.
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
        """The bytes of a file. Raises `KeyError` where there is none, `DamagedError`."""
        return self._open().state.data(name)

    def close(self) -> None:
        """Let go of the file."""
        if self._kept is not None:
            self._kept.state.close()
            self._kept = None


def _inode(path: Path) -> int:
    return path.stat().st_ino if path.exists() else 0


class PublishedFiles:
    """The files of the index kept at ``path``. May be handed to other processes."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._opened: dict[int, State] = {}

    def __reduce__(self) -> tuple[type[PublishedFiles], tuple[Path]]:
        return PublishedFiles, (self._path,)

    def read(self, name: str) -> bytes:
        """The bytes of a file.

        Raises `KeyError` where another build has dropped it, `DamagedError`.
        """
        # SQLite does not fork: each process opens the state for itself.
        process = os.getpid()
        if process not in self._opened:
            self._opened[process] = State(self._path)
        return self._opened[process].data(name)

    def close(self) -> None:
        """Let go of the file in this process."""
        state = self._opened.pop(os.getpid(), None)
        if state is not None:
            state.close()


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
        for gone in {
            *files.below(PACKS),
            *files.below(NAMES),
            *files.below(TAIWAN),
        } - tables.keys():
            files.drop(gone)
        for name, data in tables.items():
            files.put(name, data)
        write_tables(order, parts, now, state, files, moved=same is None)
        kept.order = [one.wanted.slug for one in placed]
    return Update(files.digests, tuple(files.changed), tuple(files.removed), files.encoded)
