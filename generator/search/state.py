"""The index as it was last made, with what it was made from: a file under ``.digest/``.

It is never a source of truth: deleted, it is made anew with the same result, and damaged, it
is set aside first. It has each article's postings (to take them out again), the published
files, and how often a character, a word or a city occurs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NamedTuple

from generator.database import open_database
from generator.pipeline.keys import digest_of
from generator.search.postings import DamagedError, Postings

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
    """An article as the index has it: where it is, and how many terms it has."""

    slug: str
    fingerprint: str
    moment: str
    level: int
    slot: int
    chinese: int
    english: int
    digest: bytes


class State:
    """The kept index. Open it in the process that uses it; close it there."""

    def __init__(self, path: Path) -> None:
        self._database = open_database(path, _SCHEMA, _VERSION)

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    @contextmanager
    def change(self) -> Iterator[None]:
        """All changes made inside, or none."""
        self._database.execute("begin immediate")
        try:
            yield
        except BaseException:
            self._database.execute("rollback")
            raise
        self._database.execute("commit")

    def version(self) -> int:
        """Another number where another process has changed the state since it was opened."""
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
        """Forget articles and their postings."""
        for slug in slugs:
            self._database.execute("delete from article where slug = ?", (slug,))
            self._database.execute("delete from posting where slug = ?", (slug,))

    def terms(self, slug: str, language: str) -> bytes:
        """An article's list of terms of a ``language``, ``zh`` or ``en``."""
        column = "english" if language == "en" else "chinese"
        return self._blob(f"select {column} from posting where slug = ?", slug)

    def tables(self, slug: str) -> bytes:
        """What else was kept with an article's postings."""
        return self._blob("select tables from posting where slug = ?", slug)

    def put_postings(self, slug: str, made: Postings, tables: bytes) -> None:
        """Keep an article's postings."""
        row = (slug, made.chinese, made.english, tables)
        self._database.execute("replace into posting values (?,?,?,?)", row)

    # ---- Files

    def digests(self) -> dict[str, str]:
        """The hash of each published file by its path."""
        return dict(self._database.execute("select path, digest from file order by path"))

    def data(self, path: str) -> bytes:
        """A published file. Raises `KeyError` where there is none, `DamagedError`."""
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
        """Add or replace a published file; its hash."""
        digest = digest_of(data)
        self._database.execute("replace into file values (?,?,?)", (path, digest, data))
        return digest

    def drop_files(self, paths: Iterable[str]) -> None:
        """Forget published files."""
        self._database.executemany("delete from file where path = ?", [(p,) for p in paths])

    # ---- Tallies

    def counts(self, kind: str, names: Iterable[str]) -> dict[str, int]:
        """How often each of ``names`` occurs."""
        query = "select count from tally where kind = ? and name = ?"
        found = {}
        for name in names:
            row = self._database.execute(query, (kind, name)).fetchone()
            found[name] = row[0] if row else 0
        return found

    def put_counts(self, kind: str, counts: Mapping[str, int]) -> None:
        """Set how often each name occurs; those with 0 go."""
        self._database.executemany(
            "replace into tally values (?,?,?)",
            [(kind, name, count) for name, count in counts.items() if count],
        )
        self._database.executemany(
            "delete from tally where kind = ? and name = ?",
            [(kind, name) for name, count in counts.items() if not count],
        )

    def tally(self, kind: str, start: str = "") -> list[tuple[str, int]]:
        """All names of a kind that begin with ``start``, in order, and how often they occur."""
        query = "select name, count from tally where kind = ? and name >= ? and name < ?"
        rows = self._database.execute(f"{query} order by name", (kind, start, start + "\U0010ffff"))
        return list(rows)

    # ---- Layout

    def layout(self) -> dict[str, int]:
        """How many bits of terms name a shard, by segment and language."""
        return dict(self._database.execute("select name, value from layout"))

    def put_layout(self, layout: Mapping[str, int]) -> None:
        """Set all of the layout."""
        self._database.execute("delete from layout")
        self._database.executemany("insert into layout values (?,?)", layout.items())

    def _blob(self, query: str, slug: str) -> bytes:
        row = self._database.execute(query, (slug,)).fetchone()
        if row is None or not isinstance(row[0], bytes):
            raise DamagedError(f"the postings of {slug}")
        return row[0]
