"""Scores of earlier comparisons, in ``.digest/meaning.db``.

The key of a row is a hash of the package and both texts. The file may be deleted at any time; a
damaged file is moved aside and a new one is started; a row whose checksum does not match is
ignored.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import sqlite3
import struct
import threading
import zlib
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeVar

from generator.database import open_database, set_aside
from generator.meaning.model import Scores

FILE = ".digest/meaning.db"
_VERSION = 1
_SCHEMA = """
create table if not exists score (
    key blob primary key,
    scores blob not null,
    guard integer not null
) without rowid;
create table if not exists package (id integer primary key check (id = 1), identity blob not null);
"""
_AT_ONCE = 500
# The number of the words and parts that scores are for, part of every key.
_FORMAT = b"1"
_Result = TypeVar("_Result")
# Scores of pairs; ``None`` for a pair that is too long to be compared.
Kept = dict[bytes, Scores | None]


def key_of(identity: bytes, chinese: str, english: str) -> bytes:
    """The key of a pair: a hash of the package and both texts."""
    digest = hashlib.blake2b(chinese.encode(), digest_size=16, key=identity, person=_FORMAT)
    digest.update(b"\x00")
    digest.update(english.encode())
    return digest.digest()


class Remembered:
    """The scores of one site. Several processes and threads may use the file.

    Scores of other packages are deleted. If the file cannot be used (no permission, no space,
    locked by another process), nothing is remembered from then on, and ``refused`` says why.
    """

    def __init__(self, path: Path, identity: bytes) -> None:
        self._path, self._identity = path, identity
        self._lock = threading.Lock()
        self.refused = ""
        self._database: sqlite3.Connection | None = None
        try:
            self._database = self._opened()
        except OSError as error:
            self.refused = error.strerror or str(error)

    def __enter__(self) -> Remembered:
        return self

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        if self._database is not None:
            self._database.close()

    def find(self, keys: Sequence[bytes]) -> Kept:
        """The scores that are known for these keys."""
        return self._tried(lambda database: _find(database, keys), {})

    def keep(self, scores: Iterable[tuple[bytes, Scores | None]]) -> None:
        """Store scores in one transaction."""
        rows = [(key, data := _packed(one), _guard(key, data)) for key, one in scores]
        # A damaged file is replaced by the first try, so try twice.
        if not self._tried(lambda database: _keep(database, rows), False):
            self._tried(lambda database: _keep(database, rows), False)

    def _opened(self) -> sqlite3.Connection:
        database = self._connected()
        try:
            _start(database, self._identity)
        except sqlite3.OperationalError as error:
            database.close()
            raise OSError(errno.EIO, str(error), str(self._path)) from error
        except sqlite3.DatabaseError:
            database = self._renewed(database)
            _start(database, self._identity)
        return database

    def _connected(self) -> sqlite3.Connection:
        # The desk answers each request in a thread of its own; `_lock` keeps them apart.
        return open_database(self._path, _SCHEMA, _VERSION, threads=True)

    def _renewed(self, database: sqlite3.Connection) -> sqlite3.Connection:
        with contextlib.suppress(sqlite3.Error):
            database.close()
        if self._path.exists():
            set_aside(self._path)
        return self._connected()

    def _tried(self, work: Callable[[sqlite3.Connection], _Result], otherwise: _Result) -> _Result:
        """The result of ``work``; ``otherwise`` if the file cannot be used, or was damaged and a
        new one was started."""
        with self._lock:
            database = self._database
            if database is None:
                return otherwise
            try:
                return work(database)
            except sqlite3.OperationalError as error:
                self.refused = str(error)
            except sqlite3.DatabaseError:
                try:
                    self._database = self._renewed(database)
                    return otherwise
                except OSError as error:
                    self.refused = error.strerror or str(error)
            self._database = None
            with contextlib.suppress(sqlite3.Error):
                database.close()
            return otherwise


def _start(database: sqlite3.Connection, identity: bytes) -> None:
    rows = database.execute("select identity from package").fetchall()
    if rows == [(identity,)]:
        return
    database.execute("begin immediate")
    database.execute("delete from score")
    database.execute("replace into package values (1, ?)", (identity,))
    database.execute("commit")


def _find(database: sqlite3.Connection, keys: Sequence[bytes]) -> Kept:
    found: Kept = {}
    for start in range(0, len(keys), _AT_ONCE):
        some = keys[start : start + _AT_ONCE]
        marks = ",".join("?" * len(some))
        query = f"select key, scores, guard from score where key in ({marks})"
        for key, data, guard in database.execute(query, some):
            if guard == _guard(key, data):
                found[key] = _unpacked(data)
    return found


def _keep(database: sqlite3.Connection, rows: Sequence[tuple[object, ...]]) -> bool:
    database.execute("begin immediate")
    database.executemany("replace into score values (?, ?, ?)", rows)
    database.execute("commit")
    return True


def _guard(key: bytes, data: bytes) -> int:
    return zlib.crc32(data, zlib.crc32(key))


def _packed(scores: Scores | None) -> bytes:
    if scores is None:
        return b""
    return struct.pack(f"<{len(scores.words) + 1}f", scores.whole, *scores.words)


def _unpacked(data: bytes) -> Scores | None:
    if not data:
        return None
    whole, *words = struct.unpack(f"<{len(data) // 4}f", data)
    return Scores(whole, tuple(words))
