"""What earlier builds made, kept under ``.digest/`` by the hash of what it was made from."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

import msgspec

from generator.content.folder import hash_file
from generator.database import open_database
from generator.library.article import Body, Card
from generator.problem import Problem

FOLDER = ".digest"
_VERSION = 2
_SCHEMA = """
create table if not exists file (
    path text primary key, size int, mtime int, inode int, digest text) without rowid;
create table if not exists article (key text primary key, card blob, body blob, problems blob);
create table if not exists output (
    out text, path text, key text, digest text, size int, mtime int,
    primary key (out, path)) without rowid;
create table if not exists site (out text primary key, state text);
"""
# A file changed this shortly before it was looked at may change again within the clock's
# grain without its time telling (as in git's "racy" index entries).
_GRAIN_NS = 2_000_000_000


class Made(NamedTuple):
    """An output of an earlier build: what it was made from, and its file as it was left."""

    key: str
    digest: str
    size: int
    mtime: int


class Store:
    """The cache of one site. Open it in the process that uses it: SQLite does not fork."""

    def __init__(self, root: Path) -> None:
        self._path = root / FOLDER / "stages.db"
        self._database: sqlite3.Connection = open_database(self._path, _SCHEMA, _VERSION)
        self._files: dict[str, tuple[int, int, int, str]] | None = None
        self._seen: dict[str, tuple[int, int, int, str]] = {}

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def digest(self, file: Path) -> str:
        """The hash of a file's bytes; read only where size, time or inode have changed."""
        if self._files is None:
            rows = self._database.execute("select path, size, mtime, inode, digest from file")
            self._files = {row[0]: row[1:] for row in rows}
        try:
            stat = file.stat()
        except OSError:
            return ""
        path = str(file)
        known = self._files.get(path)
        state = (stat.st_size, stat.st_mtime_ns, stat.st_ino)
        if known and known[:3] == state:
            return known[3]
        digest = hash_file(file)
        self._seen[path] = (*state, digest)
        return digest

    def keep_digests(self, now_ns: int) -> None:
        """Remember the hashes of this run's files, but for those too fresh to be trusted."""
        rows = [
            (path, *entry) for path, entry in self._seen.items() if entry[1] < now_ns - _GRAIN_NS
        ]
        if rows:
            with Transaction(self._database):
                self._database.executemany("replace into file values (?, ?, ?, ?, ?)", rows)

    def cards(self) -> dict[str, tuple[bytes, bytes]]:
        """Every kept article: key → card and problems, still encoded."""
        rows = self._database.execute("select key, card, problems from article")
        return {key: (card, problems) for key, card, problems in rows}

    def body(self, key: str) -> Body:
        """The body kept under ``key``."""
        row = self._database.execute("select body from article where key = ?", (key,)).fetchone()
        if row is None:
            raise KeyError(key)
        return msgspec.msgpack.decode(row[0], type=Body)

    def keep_articles(
        self, made: Iterable[tuple[str, Card, Body, tuple[Problem, ...]]], stale: Iterable[str]
    ) -> None:
        """Keep newly prepared articles, drop the rows that no article needs any more."""
        encode = msgspec.msgpack.encode
        rows = [
            (key, encode(card), encode(body), encode(problems))
            for key, card, body, problems in made
        ]
        drop = [(key,) for key in stale]
        if rows or drop:
            with Transaction(self._database):
                self._database.executemany("replace into article values (?, ?, ?, ?)", rows)
                self._database.executemany("delete from article where key = ?", drop)

    def outputs(self, out: Path) -> dict[str, Made]:
        """What was made in the folder ``out``, by path."""
        rows = self._database.execute(
            "select path, key, digest, size, mtime from output where out = ?", (str(out),)
        )
        return {row[0]: Made(*row[1:]) for row in rows}

    def state(self, out: Path) -> str:
        """What the whole site in the folder ``out`` was made from, as a hash."""
        row = self._database.execute("select state from site where out = ?", (str(out),))
        found: tuple[str] | None = row.fetchone()
        return found[0] if found else ""

    def keep_state(self, out: Path, state: str) -> None:
        """Remember what the whole site in ``out`` was made from."""
        with Transaction(self._database):
            self._database.execute("replace into site values (?, ?)", (str(out), state))

    def keep_outputs(self, out: Path, made: Mapping[str, Made], gone: Iterable[str]) -> None:
        """Remember new outputs in ``out``, forget those that are gone."""
        rows = [(str(out), path, *entry) for path, entry in made.items()]
        drop = [(str(out), path) for path in gone]
        if rows or drop:
            with Transaction(self._database):
                self._database.executemany("replace into output values (?, ?, ?, ?, ?, ?)", rows)
                self._database.executemany("delete from output where out = ? and path = ?", drop)


class Transaction:
    """``begin immediate`` … ``commit``, or ``rollback`` where something is raised."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    def __enter__(self) -> None:
        self._database.execute("begin immediate")

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        self._database.execute("commit" if kind is None else "rollback")
