"""Tables of a large site are kept by what has changed: they read as if kept whole."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from generator.pipeline.cache import Cache, DamagedError
from generator.pipeline.published import Columns, Published, Since
from generator.publish.staging import Staged

_TABLE = dict[str, tuple[int, str]]


def test_a_table_is_read_as_it_was_kept(tmp_path: Path) -> None:
    rng = random.Random(1)
    now: dict[str, tuple[int, str]] = {}
    for turn in range(40):
        with closing(Cache(tmp_path)) as cache:
            found = cache.table("numbers", _TABLE)
            assert found == now
            # Many at first, and now and then: then all is kept anew.
            for _ in range(200 if turn % 13 == 0 else 3):
                found[f"key-{rng.randrange(300)}"] = (turn, "text")
            for key in rng.sample(sorted(found), 2):
                del found[key]
            cache.keep_table("numbers", _TABLE, found)
            assert cache.table("numbers", _TABLE) == found
            now = dict(found)


def test_what_could_not_be_kept_is_not_known_either(tmp_path: Path) -> None:
    def refuse(action: int, what: str | None, *rest: object) -> int:
        commits = action == sqlite3.SQLITE_TRANSACTION and what == "COMMIT"
        return sqlite3.SQLITE_DENY if commits else sqlite3.SQLITE_OK

    with closing(Cache(tmp_path)) as cache:
        cache.keep_state("number", 1)
        cache._database.set_authorizer(refuse)
        with pytest.raises(DamagedError):
            cache.keep_state("number", 2)
        cache._database.set_authorizer(None)
        assert cache.state("number", int, int) == 1
        cache.keep_state("number", 3)
    with closing(Cache(tmp_path)) as cache:
        assert cache.state("number", int, int) == 3


def test_what_is_published_is_known_after_any_changes() -> None:
    rng = random.Random(2)
    columns, since = Columns(), Since()
    now: dict[str, tuple[int, int]] = {}
    whole = 0
    for turn in range(60):
        published = Published(columns, since)
        assert list(published.items()) == sorted(now.items())
        assert all(path in published for path in now)
        assert "a/none.html" not in published
        many = 150 if turn % 20 == 0 else 2
        staged = {f"a/{rng.randrange(300)}.html": Staged(turn, turn * 7) for _ in range(many)}
        gone = rng.sample(sorted(now), min(2, len(now)))
        kept, since = published.after(staged, gone, f"stamp {turn}")
        columns, whole = kept or columns, whole + (kept is not None)
        for path in gone:
            del now[path]
        now |= {path: (one.size, one.mtime) for path, one in staged.items()}
        assert Published(columns, since).stamp == f"stamp {turn}"
    assert 3 <= whole < 50


def test_columns_of_an_older_program_are_put_in_order() -> None:
    columns, _ = Published(Columns(), Since()).after(
        {"b": Staged(1, 2), "a": Staged(3, 4)}, [], "stamp"
    )
    assert columns is not None
    swapped = Columns("b\na", columns.sizes[8:] + columns.sizes[:8], columns.times, "stamp")
    assert [(path, stamp.size) for path, stamp in Published(swapped, Since()).items()] == [
        ("a", 3), ("b", 1)
    ]  # fmt: skip
    assert not Published(Columns("a\nB", b"\0" * 16, b"\0" * 16), Since()).is_plain
