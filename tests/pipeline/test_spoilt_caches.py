"""Whatever has become of ``.digest/``: a line or nothing is said, and the next build is right."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from generator.pipeline.cache import Cache
from tests.sites import TestSite

ROOT = Path(__file__).parent.parent.parent
Spoil = Callable[[Path], None]


def cut_short(file: Path) -> None:
    """The file ends in the middle of its first page."""
    os.truncate(file, 700)


def cut_in_half(file: Path) -> None:
    """The file has lost its end."""
    os.truncate(file, file.stat().st_size // 2)


def emptied(file: Path) -> None:
    """The file has no bytes."""
    os.truncate(file, 0)


def zeroed(file: Path) -> None:
    """As a power cut can leave it: the right size, nothing in it."""
    file.write_bytes(bytes(file.stat().st_size))


def half_zeroed(file: Path) -> None:
    """The head is sound, the pages of the tables are not."""
    data = file.read_bytes()
    file.write_bytes(data[:4096] + bytes(len(data) - 4096))


def folder(file: Path) -> None:
    """Something made a folder of that name."""
    file.unlink()
    file.mkdir()
    (file / "file").write_text("own")


def of_another_program(file: Path) -> None:
    """A database with other tables."""
    file.unlink()
    database = sqlite3.connect(file)
    database.executescript(
        "create table content (a); create table state (b); create table article (c);"
        "create table unit (d); create table file (e); pragma user_version=1;"
    )
    database.close()


SPOILS = (cut_short, cut_in_half, emptied, zeroed, half_zeroed, folder, of_another_program)


@pytest.mark.parametrize("name", ["build.db", "search.db"])
@pytest.mark.parametrize("spoil", SPOILS)
def test_a_spoilt_cache_is_made_anew(site: TestSite, spoil: Spoil, name: str) -> None:
    site.article("second", title="佛山项目开工", more="cities: [佛山]\n")
    site.build()
    first = site.files()
    site.article("third", title="广州项目开工", more="cities: [广州]\n")
    site.build("--out", str(site.root / "wanted"))
    wanted = site.files("wanted")
    cache = site.root / ".digest" / name
    for suffix in ("-wal", "-shm"):
        cache.with_name(cache.name + suffix).unlink(missing_ok=True)
    spoil(cache)
    ran = site.build()
    assert len(ran.problems) <= 1
    assert all("damaged; moved to" in line for line in ran.problems)
    assert site.files() == wanted
    assert site.build().problems == []
    (site.articles / "third.md").unlink()
    site.build()
    assert site.files() == first


@pytest.mark.parametrize("name", ["build.db", "search.db"])
def test_an_emptied_cache_that_another_program_holds_open(site: TestSite, name: str) -> None:
    site.build()
    cache = site.root / ".digest" / name
    with contextlib.closing(sqlite3.connect(cache)) as other:
        other.execute("select count(*) from sqlite_master").fetchall()
        for suffix in ("-wal", "-shm"):
            cache.with_name(cache.name + suffix).unlink(missing_ok=True)
        emptied(cache)
        site.article("second", title="佛山项目开工", more="cities: [佛山]\n")
        ran = site.build()
    assert len(ran.problems) == 1
    assert "damaged; moved to" in ran.problems[0]
    assert "佛山项目开工" in site.page("/zh-hans/")
    assert site.build().problems == []


def test_both_caches_spoilt_and_nothing_else_changed(site: TestSite) -> None:
    site.build()
    before = site.files()
    for name in ("build.db", "search.db"):
        half_zeroed(site.root / ".digest" / name)
    ran = site.build("--out", str(site.root / "other"))
    assert len(ran.problems) <= 2
    assert site.files("other") == before
    site.build()
    assert site.files() == before


@pytest.mark.parametrize(
    ("program", "damaged"), [(None, False), ("another", False), ("this", True)]
)
def test_values_of_another_version_of_the_program(
    site: TestSite, program: str | None, damaged: bool
) -> None:
    """The next version may keep other values: that is no damage."""
    site.build()
    before = site.files()
    other = msgspec.msgpack.encode({"key": ["another", "form"]})
    with contextlib.closing(sqlite3.connect(site.root / ".digest" / "build.db")) as cache, cache:
        cache.execute("update state set data = ? where name = 'articles'", (other,))
        if program == "another":
            row = (msgspec.msgpack.encode("0"),)
            cache.execute("update state set data = ? where name = 'program'", row)
        elif program is None:
            cache.execute("delete from state where name = 'program'")
    ran = site.digest("check")
    assert any("damaged" in line for line in (*ran.problems, ran.err)) == damaged
    site.build()
    assert site.files() == before


def test_the_whole_folder_is_a_file(site: TestSite) -> None:
    site.write(".digest", "own")
    ran = site.digest("build")
    assert ran.code == 1
    assert len(ran.problems) == 1
    assert ".digest" in ran.problems[0]


# A build by someone who may not write; for root every folder may be written.
AS_NOBODY = """
import os, sys
if os.geteuid() == 0:
    import generator.cli.build, generator.pages, generator.pipeline.stages, generator.search.index
    import pypinyin, opencc, numpy
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
from generator.cli import main
main()
"""


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that other users may look into."""
    with tempfile.TemporaryDirectory() as made:
        Path(made).chmod(0o755)
        yield Path(made)
        for file in Path(made).rglob("*"):
            file.chmod(0o755)


@pytest.mark.skipif(os.name != "posix", reason="rights as on POSIX")
def test_a_cache_that_may_not_be_written(open_folder: Path) -> None:
    site = TestSite(open_folder / "site")
    site.settings()
    site.article("zhaoqing-start")
    site.build()
    before = site.files()
    site.article("second")
    for file in (site.root / ".digest", *(site.root / ".digest").rglob("*")):
        file.chmod(0o555 if file.is_dir() else 0o444)
    ended = subprocess.run(
        [sys.executable, "-c", AS_NOBODY, "--site", str(site.root), "build", "--jobs", "1"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 1, ended.stderr
    assert ended.stderr.startswith("error: ")
    assert ended.stderr.count("\n") == 1, ended.stderr
    assert ".digest" in ended.stderr
    assert site.files() == before
    shutil.rmtree(site.root / ".digest")
    site.build()
    assert site.files().keys() > before.keys()


@pytest.mark.parametrize("name", ["keep_units", "keep_state"])
def test_a_disk_that_is_full_after_publishing(
    site: TestSite, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """The site is the new one, a line says so, and the next build is right."""
    site.build()
    site.article("zhaoqing-start", title="另一个标题")

    def full(cache: Cache, *_: object) -> None:
        if "另一个标题" in site.page("zh-hans"):
            raise sqlite3.OperationalError("database or disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(Cache, name, full)
        ran = site.digest("build")
    assert ran.code == 1
    [problem] = ran.problems
    what = "the new site is published, but the cache could not be written: database or disk is full"
    assert problem.endswith(f"/.digest/build.db: {what} (free some space and build again)")
    published = site.files()
    assert "另一个标题" in site.page("zh-hans")
    site.build()
    assert site.files() == published
    assert site.build().count("files", "written") == 0
