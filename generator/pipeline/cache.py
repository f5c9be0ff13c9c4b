"""What earlier builds made, in one SQLite file under ``.digest/`` that may be deleted.

``content`` keeps results by the digest of their bytes, so that a digest in an item names
the same bytes for ever; ``state`` keeps what one build tells the next, by name; ``unit``
keeps what files a unit made, by output folder, and ``grouped`` the keys of the units of each group.
A file that cannot be read is set aside and begun anew.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from types import GenericAlias
from typing import Any, TypeVar

import msgspec

from generator.database import is_refused, open_database
from generator.pipeline.folder import FILE
from generator.pipeline.keys import digest_of

_VERSION = 1
_SCHEMA = """
create table if not exists content (digest text primary key, data blob) without rowid;
create table if not exists state (name text primary key, data blob) without rowid;
create table if not exists unit (
    out text, ident text, key text, data blob, primary key (out, ident)) without rowid;
create table if not exists grouped (
    out text, name text, key text, data blob, primary key (out, name)) without rowid;
"""
# The texts and metas of a month with a large site's hundreds of articles, whose three books follow
# one another.
_KEPT_IN_MEMORY = 512
# Where more than this part of a table is new, all of it is kept anew.
_SOME = 16
_T = TypeVar("_T")


class DamagedError(Exception):
    """The cache cannot be read as what it should be."""


class Cache:
    """The cache of one site. Open it in the process that uses it: SQLite does not fork."""

    def __init__(self, root: Path) -> None:
        self.path = root / FILE
        self._database = open_database(self.path, _SCHEMA, _VERSION)
        self._inside = 0
        # What was decoded, and the database's version then: another process may write too.
        self._decoded: dict[str, tuple[int, Any]] = {}

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    @contextmanager
    def atomic(self) -> Iterator[None]:
        """All writes of the block, or none of them. Blocks may be nested."""
        if self._inside == 0:
            self._execute("begin immediate")
        self._inside += 1
        try:
            yield
            if self._inside == 1:
                self._execute("commit")
        except BaseException:
            if self._inside == 1:
                self._decoded.clear()
                # On a full disk SQLite may have done so itself.
                if self._database.in_transaction:
                    self._database.execute("rollback")
            raise
        finally:
            self._inside -= 1

    def state(self, name: str, kind: type[_T], otherwise: Callable[[], _T]) -> _T:
        """What was kept as ``name``, decoded as a ``kind``; ``otherwise()`` where nothing was."""
        version = self._others()
        if name in self._decoded and self._decoded[name][0] == version:
            found: _T = self._decoded[name][1]
            return found
        rows = self._rows("select data from state where name = ?", (name,))
        value = decoded(rows[0][0], kind) if rows else otherwise()
        self._decoded[name] = (version, value)
        return value

    def keep_state(self, name: str, value: object) -> None:
        """Keep ``value`` as ``name``."""
        data = msgspec.msgpack.encode(value)
        with self.atomic():
            self._execute("replace into state values (?, ?)", (name, data))
        self._decoded[name] = (self._others(), value)

    def table(self, name: str, kind: type[dict[str, _T]]) -> dict[str, _T]:
        """A table that was kept as ``name`` by `keep_table`; empty where none was."""
        changed, gone = self._since(name, kind)
        found = self.state(name, kind, dict) | changed
        for key in gone:
            found.pop(key, None)
        return found

    def keep_table(self, name: str, kind: type[dict[str, _T]], now: dict[str, _T]) -> None:
        """Keep a table as ``name``: all of it where much is new, else what differs from what was
        kept whole the last time. Its values are known for those of `table` by being the same."""
        with self.atomic():
            whole = self.state(name, kind, dict)
            none = object()
            changed = {key: one for key, one in now.items() if whole.get(key, none) is not one}
            gone = tuple(whole.keys() - now.keys())
            if (len(changed) + len(gone)) * _SOME > len(whole):
                self.keep_state(name, now)
                changed, gone = {}, ()
            self.keep_state(f"{name} since", (changed, gone))

    def _since(self, name: str, kind: type[dict[str, _T]]) -> tuple[dict[str, _T], tuple[str, ...]]:
        of: Any = GenericAlias(tuple, (kind, tuple[str, ...]))
        found: tuple[dict[str, _T], tuple[str, ...]] = self.state(
            f"{name} since", of, lambda: ({}, ())
        )
        return found

    def drop_state(self, name: str) -> None:
        """Forget what was kept as ``name``."""
        with self.atomic():
            self._execute("delete from state where name = ?", (name,))
        self._decoded.pop(name, None)

    def keep_contents(self, contents: Iterable[tuple[str, bytes]]) -> None:
        """Keep ``(digest, bytes)``."""
        with self.atomic():
            self._many("insert or ignore into content values (?, ?)", contents)

    def drop_contents_but(self, needed: set[str]) -> None:
        """Drop what no item names any more, when it has become much."""
        rows = self._rows("select digest from content")
        stale = [row for row in rows if row[0] not in needed]
        # Another build (a preview) may need what this one does not: let some of it lie.
        if len(stale) > len(needed) + 1000:
            with self.atomic():
                self._many("delete from content where digest = ?", stale)

    def unit_keys(self, out: str) -> dict[str, str]:
        """The key of each unit whose files stand in the folder ``out``."""
        return dict(self._rows("select ident, key from unit where out = ?", (out,)))

    def unit_key(self, out: str, ident: str) -> str:
        """The key of one unit; empty where it is not known."""
        rows = self._rows("select key from unit where out = ? and ident = ?", (out, ident))
        return rows[0][0] if rows else ""

    def group_keys(self, out: str) -> dict[str, str]:
        """The key of each group of units of the folder ``out``."""
        return dict(self._rows("select name, key from grouped where out = ?", (out,)))

    def groups(self, out: str, names: Sequence[str]) -> dict[str, dict[str, str]]:
        """The keys of the units of the groups ``names``, by the units' names."""
        return {
            name: decoded(data, dict[str, str])
            for name, data in self._named("grouped", "name", out, names).items()
        }

    def keep_groups(
        self, out: str, kept: Iterable[tuple[str, str, dict[str, str]]], gone: Iterable[str]
    ) -> None:
        """Keep groups (name, key, keys of their units), forget those that are gone."""
        with self.atomic():
            rows = ((out, name, key, msgspec.msgpack.encode(of)) for name, key, of in kept)
            self._many("replace into grouped values (?, ?, ?, ?)", rows)
            self._many("delete from grouped where out = ? and name = ?", ((out, n) for n in gone))

    def units(self, out: str, idents: Sequence[str]) -> dict[str, bytes]:
        """What was kept of the units ``idents``."""
        return self._named("unit", "ident", out, idents)

    def _named(self, table: str, column: str, out: str, names: Sequence[str]) -> dict[str, bytes]:
        found: dict[str, bytes] = {}
        for start in range(0, len(names), 500):
            some = names[start : start + 500]
            marks = ",".join("?" * len(some))
            query = f"select {column}, data from {table} where out = ? and {column} in ({marks})"
            found.update(self._rows(query, (out, *some)))
        return found

    def all_units(self, out: str) -> dict[str, bytes]:
        """What was kept of every unit."""
        return dict(self._rows("select ident, data from unit where out = ?", (out,)))

    def keep_units(
        self, out: str, kept: Iterable[tuple[str, str, bytes]], gone: Iterable[str]
    ) -> None:
        """Keep units (name, key, data), forget those that are gone."""
        with self.atomic():
            rows = ((out, *unit) for unit in kept)
            self._many("replace into unit values (?, ?, ?, ?)", rows)
            self._many("delete from unit where out = ? and ident = ?", ((out, i) for i in gone))

    def _others(self) -> int:
        """A number that changes when another process has written into the cache."""
        version: int = self._rows("pragma data_version")[0][0]
        return version

    def _execute(self, query: str, values: Sequence[object] = ()) -> sqlite3.Cursor:
        with reading():
            return self._database.execute(query, values)

    def _rows(self, query: str, values: Sequence[object] = ()) -> list[Any]:
        # Text that is no UTF-8 is only found when a row is fetched.
        with reading():
            return self._database.execute(query, values).fetchall()

    def _many(self, query: str, rows: Iterable[Sequence[object]]) -> None:
        with reading():
            self._database.executemany(query, rows)


class Contents:
    """Kept results by digest, for stages; opens the cache anew in each process.

    ``beside`` are results that are in no cache.
    """

    def __init__(self, root: Path, beside: Mapping[str, bytes] | None = None) -> None:
        self._path = root / FILE
        self._beside = beside or {}
        self._opened: tuple[int, sqlite3.Connection] | None = None
        self._find = lru_cache(maxsize=_KEPT_IN_MEMORY)(self._load)

    def get(self, digest: str, kind: type[_T]) -> _T:
        """What is kept under ``digest``. Raises `DamagedError` where it is not there."""
        of: Any = kind
        found: _T = self._find(digest, of)
        return found

    def _load(self, digest: str, kind: Any) -> Any:
        return decoded(self.data(digest), kind)

    def data(self, digest: str) -> bytes:
        """The bytes kept under ``digest``."""
        if digest in self._beside:
            return self._beside[digest]
        process = os.getpid()
        if self._opened is None or self._opened[0] != process:
            database = sqlite3.connect(f"file:{self._path}?mode=ro", uri=True, timeout=30)
            self._opened = (process, database)
        with reading():
            query = "select data from content where digest = ?"
            row = self._opened[1].execute(query, (digest,)).fetchone()
        if row is None or digest_of(row[0]) != digest:
            raise DamagedError(f"content {digest}")
        data: bytes = row[0]
        return data

    def close(self) -> None:
        """Let go of the file and of what is in memory."""
        self._find.cache_clear()
        if self._opened is not None and self._opened[0] == os.getpid():
            self._opened[1].close()
        self._opened = None


def decoded(data: bytes, kind: type[_T]) -> _T:
    """``data`` as a ``kind``. Raises `DamagedError` where it is none."""
    try:
        return msgspec.msgpack.decode(data, type=kind)
    except (msgspec.MsgspecError, TypeError, ValueError) as error:
        raise DamagedError(str(error)) from error


@contextmanager
def reading() -> Iterator[None]:
    """A damaged file is a `DamagedError`; a full disk, a lock or a missing right is not."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        if is_refused(error):
            raise
        raise DamagedError(str(error)) from error
