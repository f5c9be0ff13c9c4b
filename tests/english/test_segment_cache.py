"""The segment cache: what is kept, what makes a key, damage, and several builds at once."""

from __future__ import annotations

import contextlib
import dataclasses
import sqlite3
import subprocess
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.english.cache import SegmentCache, Verdict, identity_key, segment_key
from generator.english.engine import Draft, EngineIdentity

IDENTITY = EngineIdentity("argos", "translate-zh_en", "1.9", "beam=4")
KEYS = [bytes([n]) * 16 for n in range(200)]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the cache of a site lies."""
    return tmp_path / ".digest" / "segments.db"


@pytest.fixture
def cache(file: Path) -> Iterator[SegmentCache]:
    """An open, empty cache."""
    with SegmentCache(file) as cache:
        yield cache


def test_what_was_kept_is_found_again(file: Path) -> None:
    flagged = Verdict("The total was 3.", -1.5, ("figure 28.95 billion yuan is missing", "cut"))
    with SegmentCache(file) as cache:
        cache.keep([(KEYS[0], Verdict("Good.", -0.25)), (KEYS[1], flagged)])
        cache.remember_engine(IDENTITY)
    with SegmentCache(file) as cache:
        assert cache.find(KEYS[:3]) == {KEYS[0]: Verdict("Good.", -0.25), KEYS[1]: flagged}
        assert cache.last_engine() == IDENTITY


def test_many_keys_are_found_at_once(cache: SegmentCache) -> None:
    keys = [n.to_bytes(16, "big") for n in range(2500)]
    cache.keep((key, Verdict(key.hex(), 0.0)) for key in keys)
    found = cache.find(keys)
    assert [found[key].english for key in keys] == [key.hex() for key in keys]


def test_a_key_depends_on_all_that_a_result_is_made_of() -> None:
    other = dataclasses.replace
    identities = [
        IDENTITY,
        other(IDENTITY, engine="x"),
        other(IDENTITY, package="x"),
        other(IDENTITY, version="x"),
        other(IDENTITY, settings="beam=2"),
    ]
    keys = {segment_key("南充。", identity_key(i), [], b"1") for i in identities}
    keys |= {
        segment_key("眉山。", identity_key(IDENTITY), [], b"1"),
        segment_key("南充。", identity_key(IDENTITY), [b"a"], b"1"),
        segment_key("南充。", identity_key(IDENTITY), [b"a", b"b"], b"1"),
        segment_key("南充。", identity_key(IDENTITY), [b"ab"], b"1"),
        segment_key("南充。", identity_key(IDENTITY), [], b"2"),
    }
    assert len(keys) == 10


def test_a_damaged_file_is_moved_aside_and_begun_anew(file: Path) -> None:
    with SegmentCache(file) as cache:
        cache.keep((key, Verdict("text " * 100, 0.0)) for key in KEYS)
    data = bytearray(file.read_bytes())
    data[4096:] = b"\xa5" * (len(data) - 4096)
    file.write_bytes(data)
    with SegmentCache(file) as cache:
        assert cache.find(KEYS) == {}
        cache.keep([(KEYS[0], Verdict("anew", 0.0))])
        assert cache.find(KEYS) == {KEYS[0]: Verdict("anew", 0.0)}
    assert file.with_name("segments.db.damaged").exists()


def test_what_is_no_database_is_moved_aside(file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(b"not a database" * 1000)
    with SegmentCache(file) as cache:
        cache.keep([(KEYS[0], Verdict("anew", 0.0))])
        assert cache.find(KEYS[:1]) == {KEYS[0]: Verdict("anew", 0.0)}
    assert file.with_name("segments.db.damaged").read_bytes().startswith(b"not a database")


def test_a_changed_figure_in_the_file_is_not_believed(file: Path) -> None:
    with SegmentCache(file) as cache:
        cache.keep(
            [(KEYS[0], Verdict("28.95 billion yuan", 0.0)), (KEYS[1], Verdict("3 cities", 0.0))]
        )
    with sqlite3.connect(file) as database:
        database.execute(
            "update verdict set english = '289.5 billion yuan' where key = ?", KEYS[:1]
        )
    database.close()
    with SegmentCache(file) as cache:
        assert cache.find(KEYS[:2]) == {KEYS[1]: Verdict("3 cities", 0.0)}


def test_drafts_are_found_again_whatever_the_checks(file: Path) -> None:
    drafts = {KEYS[0]: Draft("Good.", -0.25), KEYS[1]: Draft("Long", -9.5, cut=True, parts=2)}
    with SegmentCache(file) as cache:
        cache.start_checks("1")
        cache.keep_drafts(drafts.items())
        cache.keep([(KEYS[0], Verdict("Good.", -0.25))])
    with SegmentCache(file) as cache:
        cache.start_checks("1")
        assert cache.find(KEYS[:1]) != {}
        cache.start_checks("2")
        assert cache.find(KEYS[:1]) == {}
        assert cache.find_drafts(KEYS[:3]) == drafts


OLD = """
create table segment (key blob primary key, english text not null, score real not null,
    flags text not null, guard integer not null) without rowid;
create table engine (id integer primary key check (id = 1), identity text not null);
pragma user_version = 1;
"""


def test_a_file_of_the_first_version_is_taken_over(file: Path) -> None:
    file.parent.mkdir()
    guard = zlib.crc32(b"Good.\x00-0.25\x00", zlib.crc32(KEYS[0]))
    identity = '["argos", "translate-zh_en", "1.9", "beam=4"]'
    with contextlib.closing(sqlite3.connect(file)) as database:
        database.executescript(OLD)
        with database:
            database.execute(
                "insert into segment values (?, 'Good.', -0.25, '', ?)", (KEYS[0], guard)
            )
            database.execute("insert into engine values (1, ?)", (identity,))
    for _ in range(2):
        with SegmentCache(file) as cache:
            cache.start_checks("1")
            assert cache.find(KEYS[:2]) == {KEYS[0]: Verdict("Good.", -0.25)}
            assert cache.last_engine() == IDENTITY


def test_a_batch_is_kept_whole_or_not_at_all(cache: SegmentCache) -> None:
    def broken() -> Iterator[tuple[bytes, Verdict]]:
        yield KEYS[0], Verdict("one", 0.0)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        cache.keep(broken())
    assert cache.find(KEYS) == {}


def test_several_builds_write_at_once(file: Path) -> None:
    code = """
import sys
from pathlib import Path
from generator.english.cache import Verdict, SegmentCache
with SegmentCache(Path(sys.argv[1])) as cache:
    for n in range(int(sys.argv[2]), int(sys.argv[2]) + 200):
        cache.keep([(n.to_bytes(16, "big"), Verdict(str(n), 0.0))])
"""
    builds = [
        subprocess.Popen([sys.executable, "-c", code, str(file), str(start)])
        for start in (0, 100, 200)
    ]
    assert [build.wait() for build in builds] == [0, 0, 0]
    keys = [n.to_bytes(16, "big") for n in range(400)]
    with SegmentCache(file) as cache:
        found = cache.find(keys)
    assert [found[key].english for key in keys] == [str(n) for n in range(400)]


def test_a_folder_that_cannot_be_made_is_an_os_error(tmp_path: Path) -> None:
    (tmp_path / ".digest").write_text("a file")
    with pytest.raises(OSError, match=r"\.digest"):
        SegmentCache(tmp_path / ".digest" / "segments.db")
