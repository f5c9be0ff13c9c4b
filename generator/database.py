"""SQLite files under ``.digest/``: a cache that may be deleted, damaged or shared.

Nothing here is a source of truth. A file that cannot be read as the database it
should be is moved aside and made anew; several builds may hold one open at once.
"""

from __future__ import annotations

import contextlib
import logging
import sqlite3
from pathlib import Path

BUSY_SECONDS = 30.0

_LOG = logging.getLogger(__name__)


def open_database(path: Path, schema: str, version: int) -> sqlite3.Connection:
    """Open ``path``, made by ``schema`` (``create table if not exists …``) where it is new.

    ``version`` is the schema's own number: a file of another version is dropped and
    made anew. A damaged file is renamed to ``<name>.damaged`` and made anew. The
    connection commits on its own (``isolation_level=None``): use ``begin``.

    Raises ``OSError`` where the folder cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        return _open(path, schema, version)
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError) and "unable to open" in str(error):
            raise OSError(f"{path}: {error}") from error
        if isinstance(error, sqlite3.OperationalError) and "locked" in str(error):
            raise OSError(f"{path}: {error}") from error
        set_aside(path)
        return _open(path, schema, version)


def set_aside(path: Path) -> Path:
    """Rename a damaged database so that it can be looked at; returns its new path."""
    damaged = path.with_name(path.name + ".damaged")
    path.replace(damaged)
    _LOG.warning("%s: damaged; moved to %s and begun anew", path, damaged.name)
    for suffix in ("-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    return damaged


def _open(path: Path, schema: str, version: int) -> sqlite3.Connection:
    database = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
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
