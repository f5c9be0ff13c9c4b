"""SQLite files under ``.digest/``: a cache that may be deleted, damaged or shared.

Nothing here is a source of truth. A file that cannot be read as the database it
should be is moved aside and made anew; several builds may hold one open at once.
"""

from __future__ import annotations

import contextlib
import errno
import logging
import sqlite3
from pathlib import Path

BUSY_SECONDS = 30.0
# A new database has its first page long before this, whoever makes it.
_EMPTY_SECONDS = 1.0

# https://www.sqlite.org/rescode.html: primary codes are the low byte.
_REFUSED = frozenset(
    (
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_READONLY,
    )
)

_LOG = logging.getLogger(__name__)


def open_database(path: Path, schema: str, version: int) -> sqlite3.Connection:
    """Open ``path``, made by ``schema`` (``create table if not exists …``) where it is new.

    ``version`` is the schema's own number: a file of another version is dropped and
    made anew. A damaged file is renamed to ``<name>.damaged`` and made anew. The
    connection commits on its own (``isolation_level=None``): use ``begin``.

    Raises ``OSError`` where the folder cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_dir():
        set_aside(path)
    try:
        if path.exists() and path.stat().st_size == 0:
            return _open_empty(path, schema, version)
        return _open(path, schema, version)
    except sqlite3.DatabaseError as error:
        if is_refused(error):
            raise OSError(errno.EIO, str(error), str(path)) from error
        set_aside(path)
        return _open(path, schema, version)


def is_refused(error: sqlite3.Error) -> bool:
    """Whether the system refused something: no space, no right, another one's lock. The file
    may be sound then."""
    code = getattr(error, "sqlite_errorcode", None)
    return (
        isinstance(error, sqlite3.OperationalError)
        and code is not None
        and code & 0xFF in _REFUSED
        # A file that ends too early is damaged.
        and code != sqlite3.SQLITE_IOERR_SHORT_READ
    )


def set_aside(path: Path) -> Path:
    """Rename a damaged database so that it can be looked at; returns its new path."""
    damaged = path.with_name(path.name + ".damaged")
    path.replace(damaged)
    _LOG.warning("%s: damaged; moved to %s and begun anew", path, damaged.name)
    for suffix in ("-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    return damaged


def _open_empty(path: Path, schema: str, version: int) -> sqlite3.Connection:
    """Open a file without bytes: a new database, or one that was emptied. Whoever had that open
    before (a preview) holds it for as long as it runs: then the file is moved aside."""
    try:
        return _open(path, schema, version, _EMPTY_SECONDS)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise
        # Whoever is just making it has a journal meanwhile, and is waited for.
        if path.stat().st_size == 0 and not path.with_name(path.name + "-journal").exists():
            set_aside(path)
        return _open(path, schema, version)


def _open(path: Path, schema: str, version: int, wait: float = BUSY_SECONDS) -> sqlite3.Connection:
    database = sqlite3.connect(path, timeout=wait, isolation_level=None)
    try:
        database.execute("pragma journal_mode=wal")
        database.execute("pragma synchronous=normal")
        found = database.execute("pragma user_version").fetchone()[0]
        if found not in (0, version):
            _drop_tables(database)
        database.executescript(schema)
        database.execute(f"pragma user_version={version}")
        # A cheap look at the schema and the first pages: a torn file fails here, not mid-build.
        database.execute("select count(*) from sqlite_master").fetchone()
    except sqlite3.Error:
        with contextlib.suppress(sqlite3.Error):
            database.close()
        raise
    return database


def _drop_tables(database: sqlite3.Connection) -> None:
    names = database.execute("select name from sqlite_master where type='table'").fetchall()
    for (name,) in names:
        database.execute(f'drop table if exists "{name}"')
