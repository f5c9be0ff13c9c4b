"""What was translated before, kept in ``.digest/segments.db``.

A row is kept under a hash of all it was made from. It may be deleted at any time; a
damaged file is moved aside and begun anew; a row that a fault has changed is not used.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import TypeVar

import msgspec

from generator.database import open_database, set_aside
from generator.english.engine import EngineIdentity
from generator.reading import parse_json

_VERSION = 1
_SCHEMA = """
create table if not exists segment (
    key blob primary key,
    english text not null,
    score real not null,
    flags text not null,
    guard integer not null
) without rowid;
create table if not exists engine (id integer primary key check (id = 1), identity text not null);
"""
_AT_ONCE = 500
_Result = TypeVar("_Result")


class Kept(msgspec.Struct, frozen=True, gc=False):
    """A checked result: English, the engine's score, and why it is flagged (mostly not)."""

    english: str
    score: float
    flags: tuple[str, ...] = ()


class SegmentCache:
    """The segment cache of one site. Open it in the process that uses it.

    Several processes may hold it open; each `keep` is a transaction of its own, so that
    a crash loses at most what had not been handed to it. Raises ``OSError`` where the
    folder cannot be written.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._database = self._opened()

    def _opened(self) -> sqlite3.Connection:
        return open_database(self._path, _SCHEMA, _VERSION)

    def __enter__(self) -> SegmentCache:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def find(self, keys: Sequence[bytes]) -> dict[bytes, Kept]:
        """What is kept under these keys."""
        return self._tried(lambda database: _find(database, keys), {})

    def keep(self, results: Iterable[tuple[bytes, Kept]]) -> None:
        """Keep checked results: all of them or, in a crash, none."""
        rows = [_row(key, kept) for key, kept in results]
        # Twice, because a damaged file is begun anew by the first try.
        if not self._tried(lambda database: _keep(database, rows), False):
            self._tried(lambda database: _keep(database, rows), False)

    def last_engine(self) -> EngineIdentity | None:
        """The engine whose results came last: what is kept of it serves when it is gone."""
        nothing: list[tuple[str]] = []
        rows = self._tried(
            lambda database: database.execute("select identity from engine").fetchall(), nothing
        )
        try:
            return EngineIdentity(*parse_json(rows[0][0])) if rows else None
        except (ValueError, TypeError):
            return None

    def remember_engine(self, identity: EngineIdentity) -> None:
        """Note the engine whose results are being kept."""
        fields = (identity.engine, identity.package, identity.version, identity.settings)
        text = json.dumps(fields)
        self._tried(
            lambda database: database.execute("replace into engine values (1, ?)", (text,)), None
        )

    def _tried(self, work: Callable[[sqlite3.Connection], _Result], otherwise: _Result) -> _Result:
        """``work`` done, or ``otherwise`` after a damaged file was moved aside and begun anew."""
        try:
            return work(self._database)
        except sqlite3.OperationalError as error:
            raise OSError(f"{self._path}: {error}") from error
        except (sqlite3.DatabaseError, UnicodeDecodeError):
            with contextlib.suppress(sqlite3.Error):
                self._database.close()
            if self._path.exists():
                set_aside(self._path)
            self._database = self._opened()
            return otherwise


def segment_key(
    source: str, identity: bytes, entries: Sequence[bytes], stage: bytes = b""
) -> bytes:
    """The hash that a result is kept under: the segment, who translates and how
    (`identity_key`), the glossary entries that touch the segment, the stage's version."""
    digest = hashlib.blake2b(source.encode(), digest_size=16, key=identity, person=stage[:16])
    for entry in entries:
        digest.update(b"\x00")
        digest.update(entry)
    return digest.digest()


def identity_key(identity: EngineIdentity) -> bytes:
    """The part of the key that all segments of one run share."""
    fields = (identity.engine, identity.package, identity.version, identity.settings)
    return hashlib.blake2b("\x00".join(fields).encode(), digest_size=32).digest()


def _guard(key: bytes, english: str, score: float, flags: str) -> int:
    return zlib.crc32(f"{english}\x00{score!r}\x00{flags}".encode(), zlib.crc32(key))


def _row(key: bytes, kept: Kept) -> tuple[bytes, str, float, str, int]:
    flags = "\n".join(kept.flags)
    return key, kept.english, kept.score, flags, _guard(key, kept.english, kept.score, flags)


def _find(database: sqlite3.Connection, keys: Sequence[bytes]) -> dict[bytes, Kept]:
    found = {}
    for start in range(0, len(keys), _AT_ONCE):
        some = keys[start : start + _AT_ONCE]
        marks = ",".join("?" * len(some))
        query = f"select key, english, score, flags, guard from segment where key in ({marks})"
        for key, english, score, flags, guard in database.execute(query, some):
            if guard == _guard(key, english, score, flags):
                found[key] = Kept(english, score, tuple(flags.split("\n")) if flags else ())
    return found


def _keep(database: sqlite3.Connection, rows: Sequence[tuple[bytes, str, float, str, int]]) -> bool:
    database.execute("begin immediate")
    try:
        database.executemany("replace into segment values (?, ?, ?, ?, ?)", rows)
        database.execute("commit")
    except BaseException:
        with contextlib.suppress(sqlite3.Error):
            database.execute("rollback")
        raise
    return True
