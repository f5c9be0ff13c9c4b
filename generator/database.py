"""SQLite files under ``.digest/``: caches that may be deleted, damaged or shared.

None of them is a source of truth. A file that is not a valid SQLite database is renamed and
replaced by a new, empty one. Several builds may have the same file open at once.
"""

from __future__ import annotations

import contextlib
import errno
import logging
import os
import sqlite3
import tempfile
from pathlib import Path
from urllib.parse import quote

from generator.writing import move

BUSY_SECONDS = 30.0
# Any process that creates a database writes its first page well within this time.
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


def open_database(
    path: Path, schema: str, version: int, *, threads: bool = False
) -> sqlite3.Connection:
    """Open the database ``path``; create it, and its folder, if it does not exist.

    ``schema`` is a script of ``create table if not exists …`` statements. ``version`` is the
    number of that schema: in a file with another number, all tables are dropped and created
    again. A damaged file is renamed to ``<name>.damaged`` and replaced by a new one. The
    connection is in autocommit mode (``isolation_level=None``): use ``begin`` for transactions.
    With ``threads``, several threads may use it, one at a time.

    Raises ``OSError`` if the folder is not writable, or if another process keeps the file locked.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_dir():
        set_aside(path)
    found = _identity(path)
    try:
        if found is None:
            _create(path, schema, version)
        elif path.stat().st_size == 0:
            return _open_empty(path, schema, version, threads)
        return _open(path, schema, version, threads)
    except sqlite3.DatabaseError as error:
        if is_refused(error):
            raise OSError(errno.EIO, str(error), str(path)) from error
        # Another process may have replaced the damaged file by now.
        if _identity(path) == found:
            set_aside(path)
            _create(path, schema, version)
        return _open(path, schema, version, threads)


def open_read_only(path: Path, wait: float) -> sqlite3.Connection:
    """Open the existing database ``path`` for reading; wait up to ``wait`` seconds for a lock.

    Raises ``sqlite3.Error``.
    """
    # In an address, the characters ? # and % of a folder's name would have a meaning.
    where = quote(os.fsencode(path.absolute().as_posix()))
    # A drive's letter needs a / before it.
    address = f"file://{where if where.startswith('/') else f'/{where}'}?mode=ro"
    return sqlite3.connect(address, uri=True, timeout=wait)


def is_refused(error: sqlite3.Error) -> bool:
    """Return whether SQLite failed because the system refused access: no space, no permission, or
    a lock of another process. In that case the file itself may be intact."""
    code = getattr(error, "sqlite_errorcode", None)
    return (
        isinstance(error, sqlite3.OperationalError)
        and code is not None
        and code & 0xFF in _REFUSED
        # A file that ends too early is damaged; the system refused nothing.
        and code != sqlite3.SQLITE_IOERR_SHORT_READ
    )


def set_aside(path: Path) -> Path:
    """Rename a damaged database, so that it can be inspected; return its new path."""
    damaged = path.with_name(path.name + ".damaged")
    move(path, damaged)
    _LOG.warning("%s: damaged; moved to %s and replaced by a new one", path, damaged.name)
    for suffix in ("-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    return damaged


def _identity(path: Path) -> tuple[int, int] | None:
    """Return the device and number of the file ``path``, or None if there is none."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino


def _create(path: Path, schema: str, version: int) -> None:
    """Make a new database and give it its name when it is complete, unless another process was
    faster.

    Processes that create the same file together, and change its journal mode, refuse each other:
    SQLite does not wait for the lock in that case. A file system without hard links (FAT) has no
    way to name a file only if the name is free; there the file is created in place.
    """
    with tempfile.TemporaryDirectory(prefix=f"{path.name}.", dir=path.parent) as folder:
        made = Path(folder) / path.name
        _open(made, schema, version, threads=False).close()
        with contextlib.suppress(OSError):
            os.link(made, path)


def _open_empty(path: Path, schema: str, version: int, threads: bool) -> sqlite3.Connection:
    """Open a file of zero bytes: a new database, or one that somebody emptied.

    A process that had the file open before it was emptied (such as a preview) keeps its lock until
    it ends; in that case the file is renamed and a new one is created."""
    try:
        return _open(path, schema, version, threads, _EMPTY_SECONDS)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise
        # A process that is creating the database right now has a journal file: wait for that one.
        if path.stat().st_size == 0 and not path.with_name(path.name + "-journal").exists():
            set_aside(path)
        return _open(path, schema, version, threads)


def _open(
    path: Path, schema: str, version: int, threads: bool, wait: float = BUSY_SECONDS
) -> sqlite3.Connection:
    database = sqlite3.connect(
        path, timeout=wait, isolation_level=None, check_same_thread=not threads
    )
    try:
        database.execute("pragma journal_mode=wal")
        database.execute("pragma synchronous=normal")
        found = database.execute("pragma user_version").fetchone()[0]
        if found not in (0, version):
            _drop_tables(database)
        database.executescript(schema)
        if found != version:
            database.execute(f"pragma user_version={version}")
        # A cheap read of the schema and the first pages, so that a torn file fails here and not
        # in the middle of a build.
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
