"""The stored state of the index with its inputs: a SQLite file under ``.digest/``.

It is only a cache: if it is deleted or damaged, it is made again with the same result. It has the
postings of each article (to be able to remove them), the published files, and counts of characters,
words and cities.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NamedTuple

from generator.database import open_database
from generator.pipeline.keys import digest_of
from generator.search.stored_postings import DamagedError, Postings

_VERSION: Final = 2
_SCHEMA: Final = """
create table if not exists article (
    slug text primary key, fingerprint text, moment text, level int, slot int,
    chinese int, english int, digest blob) without rowid;
create table if not exists posting (
    slug text primary key, chinese blob, english blob, tables blob);
create table if not exists file (path text primary key, digest text, data blob);
create table if not exists tally (
    kind text, name text, count int, primary key (kind, name)) without rowid;
create table if not exists layout (name text primary key, value int) without rowid;
"""


class Entry(NamedTuple):
    """An article in the index: its segment and slot, and its numbers of terms."""

    slug: str
    fingerprint: str
    moment: str
    level: int
    slot: int
    chinese: int
    english: int
    digest: bytes


class State:
    """The stored index. Open and close it in the process that uses it."""

    def __init__(self, path: Path) -> None:
        self._database = open_database(path, _SCHEMA, _VERSION)

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    @contextmanager
    def change(self) -> Iterator[None]:
        """A transaction: all changes of the block are made, or none."""
        self._database.execute("begin immediate")
        try:
            yield
        except BaseException:
            self._database.execute("rollback")
            raise
        self._database.execute("commit")

    def version(self) -> int:
        """A number that changes when another process has changed the state."""
        found: int = self._database.execute("pragma data_version").fetchone()[0]
        return found

    # ---- Articles

    def entries(self) -> dict[str, Entry]:
        """All articles by slug."""
        return {row[0]: Entry(*row) for row in self._database.execute("select * from article")}

    def put_entries(self, entries: Iterable[Entry]) -> None:
        """Add or replace articles."""
        self._database.executemany("replace into article values (?,?,?,?,?,?,?,?)", entries)

    def drop(self, slugs: Iterable[str]) -> None:
        """Delete articles and their postings."""
        for slug in slugs:
            self._database.execute("delete from article where slug = ?", (slug,))
            self._database.execute("delete from posting where slug = ?", (slug,))

    def terms(self, slug: str, language: str) -> bytes:
        """An article's encoded list of terms in ``language``, ``zh`` or ``en``."""
        column = "english" if language == "en" else "chinese"
        return self._blob(f"select {column} from posting where slug = ?", slug)

    def tables(self, slug: str) -> bytes:
        """The characters, words and cities of an article, encoded."""
        return self._blob("select tables from posting where slug = ?", slug)

    def put_postings(self, slug: str, made: Postings, tables: bytes) -> None:
        """Store an article's postings."""
        row = (slug, made.chinese, made.english, tables)
        self._database.execute("replace into posting values (?,?,?,?)", row)

    # ---- Files

    def digests(self) -> dict[str, str]:
        """Path → hash of each published file."""
        return dict(self._database.execute("select path, digest from file order by path"))

    def data(self, path: str) -> bytes:
        """The content of a published file.

        Raises `KeyError` if there is no such file, `DamagedError` if its hash does not match.
        """
        row = self._database.execute(
            "select data, digest from file where path = ?", (path,)
        ).fetchone()
        if row is None:
            raise KeyError(path)
        data: bytes = row[0]
        if digest_of(data) != row[1]:
            raise DamagedError(path)
        return data

    def put_file(self, path: str, data: bytes) -> str:
        """Add or replace a published file; return its hash."""
        digest = digest_of(data)
        self._database.execute("replace into file values (?,?,?)", (path, digest, data))
        return digest

    def drop_files(self, paths: Iterable[str]) -> None:
        """Delete published files."""
        self._database.executemany("delete from file where path = ?", [(p,) for p in paths])

    # ---- Counts

    def counts(self, kind: str, names: Iterable[str]) -> dict[str, int]:
        """The counts of ``names`` of a kind (``fold``, ``city`` or ``words/LEVEL``)."""
        query = "select count from tally where kind = ? and name = ?"
        found = {}
        for name in names:
            row = self._database.execute(query, (kind, name)).fetchone()
            found[name] = row[0] if row else 0
        return found

    def put_counts(self, kind: str, counts: Mapping[str, int]) -> None:
        """Set the counts of names; those with a count of 0 are deleted."""
        self._database.executemany(
            "replace into tally values (?,?,?)",
            [(kind, name, count) for name, count in counts.items() if count],
        )
        self._database.executemany(
            "delete from tally where kind = ? and name = ?",
            [(kind, name) for name, count in counts.items() if not count],
        )

    def tally(self, kind: str, start: str = "") -> list[tuple[str, int]]:
        """All names of a kind that begin with ``start``, sorted, with their counts."""
        query = "select name, count from tally where kind = ? and name >= ? and name < ?"
        rows = self._database.execute(f"{query} order by name", (kind, start, start + "\U0010ffff"))
        return list(rows)

    # ---- Layout

    def layout(self) -> dict[str, int]:
        """``LEVEL/LANGUAGE`` → the number of bits that select a shard."""
        return dict(self._database.execute("select name, value from layout"))

    def put_layout(self, layout: Mapping[str, int]) -> None:
        """Replace the layout."""
        self._database.execute("delete from layout")
        self._database.executemany("insert into layout values (?,?)", layout.items())

    def _blob(self, query: str, slug: str) -> bytes:
        row = self._database.execute(query, (slug,)).fetchone()
        if row is None or not isinstance(row[0], bytes):
            raise DamagedError(f"the postings of {slug}")
        return row[0]
