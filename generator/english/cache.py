"""The cache of translations in ``.digest/segments.db``, with two tables: drafts and verdicts.

A draft is the raw output of an engine. It takes about a second to make and depends only on the text
that was sent and on the engine, so it stays valid across releases. A verdict is the final result:
the English with figures and terms restored, and what the checks reported. Verdicts are made from
the drafts again when the version of the checks changes.

The key of a row is a hash of all its inputs. The file may be deleted at any time; a damaged file is
moved aside and a new one is started; a row whose checksum does not match is ignored.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from generator.database import BUSY_SECONDS, open_database, set_aside
from generator.english.engine import Draft, EngineIdentity
from generator.reading import parse_json

_VERSION = 2
_SCHEMA = """
create table if not exists draft (
    key blob primary key,
    text text not null,
    score real not null,
    cut integer not null,
    parts integer not null,
    guard integer not null
) without rowid;
create table if not exists verdict (
    key blob primary key,
    english text not null,
    score real not null,
    flags text not null,
    guard integer not null
) without rowid;
create table if not exists engine (id integer primary key check (id = 1), identity text not null);
create table if not exists checks (id integer primary key check (id = 1), version text not null);
"""
_AT_ONCE = 500
_Result = TypeVar("_Result")


class Verdict(msgspec.Struct, frozen=True, gc=False):
    """A checked result: the English, the engine's score, and the reasons why it is flagged, if
    any."""

    english: str
    score: float
    flags: tuple[str, ...] = ()


class SegmentCache:
    """The translation cache of one site. Use it only in the process that opened it.

    Several processes may have it open. Each `keep` is one transaction, so a crash loses only what
    was not yet stored. Raises ``OSError`` if the folder cannot be written.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._database = self._opened()

    def _opened(self) -> sqlite3.Connection:
        _take_over(self._path)
        return open_database(self._path, _SCHEMA, _VERSION)

    def __enter__(self) -> SegmentCache:
        return self

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the database."""
        self._database.close()

    def find(self, keys: Sequence[bytes]) -> dict[bytes, Verdict]:
        """The stored verdicts for these keys (`segment_key`)."""
        return self._tried(lambda database: _find(database, keys), {})

    def keep(self, verdicts: Iterable[tuple[bytes, Verdict]]) -> None:
        """Store verdicts in one transaction."""
        self._write(
            "replace into verdict values (?, ?, ?, ?, ?)", [_row(*item) for item in verdicts]
        )

    def find_drafts(self, keys: Sequence[bytes]) -> dict[bytes, Draft]:
        """The stored drafts for these keys (`draft_key`)."""
        return self._tried(lambda database: _find_drafts(database, keys), {})

    def keep_drafts(self, drafts: Iterable[tuple[bytes, Draft]]) -> None:
        """Store an engine's drafts in one transaction."""
        self._write(
            "replace into draft values (?, ?, ?, ?, ?, ?)", [_draft_row(*item) for item in drafts]
        )

    def start_checks(self, version: str) -> None:
        """Delete the verdicts of any other version of the checks, since no key can find them
        again."""
        self._tried(lambda database: _start_checks(database, version), None)

    def last_engine(self) -> EngineIdentity | None:
        """The engine that made the latest results; they can be used even if it is no longer
        installed."""
        nothing: list[tuple[str]] = []
        rows = self._tried(
            lambda database: database.execute("select identity from engine").fetchall(), nothing
        )
        try:
            return EngineIdentity(*parse_json(rows[0][0])) if rows else None
        except (ValueError, TypeError):
            return None

    def remember_engine(self, identity: EngineIdentity) -> None:
        """Store the identity of the engine whose results are being stored."""
        fields = (identity.engine, identity.package, identity.version, identity.settings)
        text = json.dumps(fields)
        self._tried(
            lambda database: database.execute("replace into engine values (1, ?)", (text,)), None
        )

    def _write(self, query: str, rows: Sequence[tuple[object, ...]]) -> None:
        # A damaged file is replaced by the first try, so try twice.
        if not self._tried(lambda database: _keep(database, query, rows), False):
            self._tried(lambda database: _keep(database, query, rows), False)

    def _tried(self, work: Callable[[sqlite3.Connection], _Result], otherwise: _Result) -> _Result:
        """The result of ``work``; ``otherwise`` if the file was damaged and a new one was
        started."""
        try:
            return work(self._database)
        except sqlite3.OperationalError as error:
            raise OSError(errno.EIO, str(error), str(self._path)) from error
        except (sqlite3.DatabaseError, UnicodeDecodeError):
            with contextlib.suppress(sqlite3.Error):
                self._database.close()
            if self._path.exists():
                set_aside(self._path)
            self._database = self._opened()
            return otherwise


def segment_key(
    source: str, identity: bytes, entries: Sequence[bytes], checks: bytes = b""
) -> bytes:
    """The key of a verdict: hash of the segment, the engine (`identity_key`), the glossary entries
    that occur in the segment, and the version of the checks."""
    digest = hashlib.blake2b(source.encode(), digest_size=16, key=identity, person=checks[:16])
    for entry in entries:
        digest.update(b"\x00")
        digest.update(entry)
    return digest.digest()


def draft_key(text: str, identity: bytes, beam: int | None) -> bytes:
    """The key of a draft: hash of the text that was sent (the masked segment), the engine
    (`identity_key`), and the beam size requested."""
    person = b"draft" if beam is None else f"draft {beam}".encode()
    return hashlib.blake2b(text.encode(), digest_size=16, key=identity, person=person).digest()


def identity_key(identity: EngineIdentity) -> bytes:
    """The part of keys that is the same for all segments of a run: a hash of the engine's
    identity."""
    fields = (identity.engine, identity.package, identity.version, identity.settings)
    return hashlib.blake2b("\x00".join(fields).encode(), digest_size=32).digest()


def _take_over(path: Path) -> None:
    """Convert a file of version 1, which had verdicts only, to version 2.

    Other defects of the file are found when it is opened.
    """
    if not path.is_file():
        return
    with (
        contextlib.suppress(sqlite3.Error),
        contextlib.closing(sqlite3.connect(path, BUSY_SECONDS, isolation_level=None)) as database,
    ):
        if database.execute("pragma user_version").fetchone()[0] != 1:
            return
        database.execute("begin immediate")
        # Another process may have converted it while this one waited.
        if database.execute("pragma user_version").fetchone()[0] == 1:
            database.execute("alter table segment rename to verdict")
            database.execute(f"pragma user_version={_VERSION}")
        database.execute("commit")


def _guard(key: bytes, *values: object) -> int:
    return zlib.crc32("\x00".join(map(str, values)).encode(), zlib.crc32(key))


def _row(key: bytes, verdict: Verdict) -> tuple[object, ...]:
    flags = "\n".join(verdict.flags)
    guard = _guard(key, verdict.english, verdict.score, flags)
    return key, verdict.english, verdict.score, flags, guard


def _draft_row(key: bytes, draft: Draft) -> tuple[object, ...]:
    values = (draft.text, draft.score, int(draft.cut), draft.parts)
    return key, *values, _guard(key, *values)


def _find(database: sqlite3.Connection, keys: Sequence[bytes]) -> dict[bytes, Verdict]:
    query = "select key, english, score, flags, guard from verdict where key in"
    return {
        key: Verdict(english, score, tuple(flags.split("\n")) if flags else ())
        for key, english, score, flags in _rows(database, query, keys)
    }


def _find_drafts(database: sqlite3.Connection, keys: Sequence[bytes]) -> dict[bytes, Draft]:
    query = "select key, text, score, cut, parts, guard from draft where key in"
    return {
        key: Draft(text, score, bool(cut), parts)
        for key, text, score, cut, parts in _rows(database, query, keys)
    }


def _rows(
    database: sqlite3.Connection, query: str, keys: Sequence[bytes]
) -> Iterator[tuple[Any, ...]]:
    """The rows with these keys, without their checksum; rows whose checksum does not match are left
    out."""
    for start in range(0, len(keys), _AT_ONCE):
        some = keys[start : start + _AT_ONCE]
        marks = ",".join("?" * len(some))
        for *values, guard in database.execute(f"{query} ({marks})", some):
            if guard == _guard(values[0], *values[1:]):
                yield tuple(values)


def _start_checks(database: sqlite3.Connection, version: str) -> None:
    rows = database.execute("select version from checks").fetchall()
    if rows == [(version,)]:
        return
    with _transaction(database):
        if rows:
            database.execute("delete from verdict")
        database.execute("replace into checks values (1, ?)", (version,))


def _keep(database: sqlite3.Connection, query: str, rows: Sequence[tuple[object, ...]]) -> bool:
    with _transaction(database):
        database.executemany(query, rows)
    return True


@contextlib.contextmanager
def _transaction(database: sqlite3.Connection) -> Iterator[None]:
    database.execute("begin immediate")
    try:
        yield
        database.execute("commit")
    except BaseException:
        with contextlib.suppress(sqlite3.Error):
            database.execute("rollback")
        raise
