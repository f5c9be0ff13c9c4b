"""The index as it was last made, kept under ``.digest/``: texts that stay are not indexed again."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Mapping
from pathlib import Path

from generator.database import open_database
from generator.pipeline.store import FOLDER, Transaction

_VERSION = 1
_SCHEMA = """
create table if not exists made (key text);
create table if not exists file (path text primary key, digest text, data blob) without rowid;
"""


class Record:
    """The kept index of the site at ``root``. May be handed to other processes."""

    def __init__(self, root: Path) -> None:
        self._path = root / FOLDER / "search.db"
        self._opened: dict[int, sqlite3.Connection] = {}

    def key(self) -> str:
        """What the kept index was made from; empty where there is none."""
        row = self._database.execute("select key from made").fetchone()
        return row[0] if row else ""

    def digests(self) -> dict[str, str]:
        """The hash of each kept file, by its path below the site."""
        return dict(self._database.execute("select path, digest from file order by path"))

    def data(self, path: str) -> bytes:
        """The kept file. Raises `KeyError` where another build has dropped it."""
        row = self._database.execute("select data from file where path = ?", (path,)).fetchone()
        if row is None:
            raise KeyError(path)
        data: bytes = row[0]
        return data

    def keep(self, key: str, files: Mapping[str, bytes]) -> None:
        """Put ``files``, made from ``key``, in the place of what was kept."""
        known = self.digests()
        digests = {
            path: hashlib.blake2b(data, digest_size=12).hexdigest() for path, data in files.items()
        }
        fresh = [(p, digests[p], files[p]) for p in files if known.get(p) != digests[p]]
        with Transaction(self._database):
            self._database.execute("delete from made")
            self._database.executemany(
                "delete from file where path = ?", [(path,) for path in known.keys() - files.keys()]
            )
            self._database.executemany("replace into file values (?, ?, ?)", fresh)
            self._database.execute("insert into made values (?)", (key,))

    @property
    def _database(self) -> sqlite3.Connection:
        # SQLite does not fork: each process opens the file for itself.
        process = os.getpid()
        if process not in self._opened:
            self._opened[process] = open_database(self._path, _SCHEMA, _VERSION)
        return self._opened[process]
