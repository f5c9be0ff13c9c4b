"""The build cache: one SQLite file under ``.digest/``, which may be deleted at any time.

Its tables:

- ``content``: results by the digest of their bytes, so that a digest always names the same bytes;
- ``state``: values that one build leaves for the next, by name;
- ``unit``: the files that each unit made, by output folder;
- ``grouped``: the keys of the units of each group, by output folder.

A file that cannot be read is set aside and a new one is made. States that another version of the
program left, in another form, are taken for missing.
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

from generator.database import is_refused, open_database, open_read_only
from generator.pipeline.folder import FILE
from generator.pipeline.keys import digest_of
from generator.pipeline.version import program_fingerprint

_VERSION = 1
_SCHEMA = """
create table if not exists content (digest text primary key, data blob) without rowid;
create table if not exists state (name text primary key, data blob) without rowid;
create table if not exists unit (
    out text, ident text, key text, data blob, primary key (out, ident)) without rowid;
create table if not exists grouped (
    out text, name text, key text, data blob, primary key (out, name)) without rowid;
"""
# Enough for the texts and metas of a month with hundreds of articles: the month's three books, one
# after the other, need the same ones.
_KEPT_IN_MEMORY = 512
# The state that says which program wrote the others.
_PROGRAM = "program"
# A table is written as a whole if more than 1/16 of it has changed.
_SOME = 16
_T = TypeVar("_T")


class DamagedError(Exception):
    """The cache is damaged: an entry is missing or cannot be decoded."""


class Cache:
    """The cache of one site. Open it in the process that uses it: SQLite does not fork."""

    def __init__(self, root: Path) -> None:
        self.path = root / FILE
        self._database = open_database(self.path, _SCHEMA, _VERSION)
        self._inside = 0
        # Decoded values with the database's version at that time: another process may write too.
        self._decoded: dict[str, tuple[int, Any]] = {}

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    @contextmanager
    def atomic(self) -> Iterator[None]:
        """A transaction: all writes of the block are made, or none. Blocks may be nested."""
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
                # On a full disk SQLite may have rolled back already.
                if self._database.in_transaction:
                    self._database.execute("rollback")
            raise
        finally:
            self._inside -= 1

    def state(self, name: str, kind: type[_T], otherwise: Callable[[], _T]) -> _T:
        """The value stored as ``name``, decoded as a ``kind``; ``otherwise()`` if there is none, or
        if another version of the program stored something else."""
        version = self._data_version()
        if name in self._decoded and self._decoded[name][0] == version:
            found: _T = self._decoded[name][1]
            return found
        rows = self._rows("select data from state where name = ?", (name,))
        try:
            value = decoded(rows[0][0], kind) if rows else otherwise()
        except DamagedError:
            if not self._is_of_another_program():
                raise
            value = otherwise()
        self._decoded[name] = (version, value)
        return value

    def keep_program(self) -> None:
        """Record that all states are now those of this program."""
        self.keep_state(_PROGRAM, program_fingerprint())

    def _is_of_another_program(self) -> bool:
        """Whether another version of the program wrote the states, whose values may differ."""
        rows = self._rows("select data from state where name = ?", (_PROGRAM,))
        return not rows or decoded(rows[0][0], str) != program_fingerprint()

    def keep_state(self, name: str, value: object) -> None:
        """Store ``value`` as ``name``."""
        data = msgspec.msgpack.encode(value)
        with self.atomic():
            self._execute("replace into state values (?, ?)", (name, data))
        self._decoded[name] = (self._data_version(), value)

    def table(self, name: str, kind: type[dict[str, _T]]) -> dict[str, _T]:
        """The table that `keep_table` stored as ``name``; empty if there is none."""
        changed, gone = self._since(name, kind)
        found = self.state(name, kind, dict) | changed
        for key in gone:
            found.pop(key, None)
        return found

    def keep_table(self, name: str, kind: type[dict[str, _T]], now: dict[str, _T]) -> None:
        """Store a table as ``name``.

        If little has changed, only the difference from the last complete version is written. A
        value counts as unchanged if it is the same object that `table` returned.
        """
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
        """Delete the value stored as ``name``."""
        with self.atomic():
            self._execute("delete from state where name = ?", (name,))
        self._decoded.pop(name, None)

    def keep_contents(self, contents: Iterable[tuple[str, bytes]]) -> None:
        """Store results, given as pairs of digest and bytes."""
        with self.atomic():
            self._many("insert or ignore into content values (?, ?)", contents)

    def drop_contents_but(self, needed: set[str]) -> None:
        """Delete results whose digest is not in ``needed``, once there are many of them."""
        rows = self._rows("select digest from content")
        stale = [row for row in rows if row[0] not in needed]
        # Another build (a preview) may need what this one does not.
        if len(stale) > len(needed) + 1000:
            with self.atomic():
                self._many("delete from content where digest = ?", stale)

    def unit_keys(self, out: str) -> dict[str, str]:
        """Ident → key of each unit whose files are in the folder ``out``."""
        return dict(self._rows("select ident, key from unit where out = ?", (out,)))

    def unit_key(self, out: str, ident: str) -> str:
        """The key of one unit; empty if it is not known."""
        rows = self._rows("select key from unit where out = ? and ident = ?", (out, ident))
        return rows[0][0] if rows else ""

    def group_keys(self, out: str) -> dict[str, str]:
        """Name → key of each group of units of the folder ``out``."""
        return dict(self._rows("select name, key from grouped where out = ?", (out,)))

    def groups(self, out: str, names: Sequence[str]) -> dict[str, dict[str, str]]:
        """For each of the groups ``names``: ident → key of its units."""
        return {
            name: decoded(data, dict[str, str])
            for name, data in self._named("grouped", "name", out, names).items()
        }

    def keep_groups(
        self, out: str, kept: Iterable[tuple[str, str, dict[str, str]]], gone: Iterable[str]
    ) -> None:
        """Store groups (name, key, keys of their units) and delete those in ``gone``."""
        with self.atomic():
            rows = ((out, name, key, msgspec.msgpack.encode(of)) for name, key, of in kept)
            self._many("replace into grouped values (?, ?, ?, ?)", rows)
            self._many("delete from grouped where out = ? and name = ?", ((out, n) for n in gone))

    def units(self, out: str, idents: Sequence[str]) -> dict[str, bytes]:
        """The data stored for the units ``idents``."""
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
        """The data stored for every unit."""
        return dict(self._rows("select ident, data from unit where out = ?", (out,)))

    def keep_units(
        self, out: str, kept: Iterable[tuple[str, str, bytes]], gone: Iterable[str]
    ) -> None:
        """Store units (ident, key, data) and delete those in ``gone``."""
        with self.atomic():
            rows = ((out, *unit) for unit in kept)
            self._many("replace into unit values (?, ?, ?, ?)", rows)
            self._many("delete from unit where out = ? and ident = ?", ((out, i) for i in gone))

    def _data_version(self) -> int:
        """A number that changes when another process has written to the cache."""
        version: int = self._rows("pragma data_version")[0][0]
        return version

    def _execute(self, query: str, values: Sequence[object] = ()) -> sqlite3.Cursor:
        with reading():
            return self._database.execute(query, values)

    def _rows(self, query: str, values: Sequence[object] = ()) -> list[Any]:
        # Invalid UTF-8 raises an error only when a row is fetched.
        with reading():
            return self._database.execute(query, values).fetchall()

    def _many(self, query: str, rows: Iterable[Sequence[object]]) -> None:
        with reading():
            self._database.executemany(query, rows)


class Contents:
    """Read access to results by digest, for stages; opens the cache again in each process.

    ``beside`` has results that are not in the cache.
    """

    def __init__(self, root: Path, beside: Mapping[str, bytes] | None = None) -> None:
        self._path = root / FILE
        self._beside = beside or {}
        self._opened: tuple[int, sqlite3.Connection] | None = None
        self._find = lru_cache(maxsize=_KEPT_IN_MEMORY)(self._load)

    def get(self, digest: str, kind: type[_T]) -> _T:
        """The result ``digest``, decoded as a ``kind``. Raises `DamagedError` if it is missing."""
        of: Any = kind
        found: _T = self._find(digest, of)
        return found

    def _load(self, digest: str, kind: Any) -> Any:
        return decoded(self.data(digest), kind)

    def data(self, digest: str) -> bytes:
        """The bytes of the result ``digest``. Raises `DamagedError` if they are missing."""
        if digest in self._beside:
            return self._beside[digest]
        process = os.getpid()
        if self._opened is None or self._opened[0] != process:
            database = open_read_only(self._path, 30)
            self._opened = (process, database)
        with reading():
            query = "select data from content where digest = ?"
            row = self._opened[1].execute(query, (digest,)).fetchone()
        if row is None or digest_of(row[0]) != digest:
            raise DamagedError(f"content {digest}")
        data: bytes = row[0]
        return data

    def close(self) -> None:
        """Close the file and clear the memory."""
        self._find.cache_clear()
        if self._opened is not None and self._opened[0] == os.getpid():
            self._opened[1].close()
        self._opened = None


def decoded(data: bytes, kind: type[_T]) -> _T:
    """``data`` decoded as a ``kind``. Raises `DamagedError` if that fails."""
    try:
        return msgspec.msgpack.decode(data, type=kind)
    except (msgspec.MsgspecError, TypeError, ValueError) as error:
        raise DamagedError(str(error)) from error


@contextmanager
def reading() -> Iterator[None]:
    """Turn errors of a damaged file into `DamagedError`; others (disk full, locked, no permission)
    are raised as they are."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        if is_refused(error):
            raise
        raise DamagedError(str(error)) from error
