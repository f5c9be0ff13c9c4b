"""What is published: whole, reproducible, with nothing lost that others put there."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.launching import Launcher
from tests.sites import TestSite

ROOT = Path(__file__).parent.parent.parent


def times(site: TestSite) -> dict[str, int]:
    top = site.root / "public"
    return {
        file.relative_to(top).as_posix(): file.stat().st_mtime_ns
        for file in top.rglob("*")
        if file.is_file()
    }


def age(site: TestSite) -> None:
    """Set every published file's time back, so that a new one shows."""
    for file in (site.root / "public").rglob("*"):
        if file.is_file():
            os.utime(file, (1_000_000_000, 1_000_000_000))


def test_unchanged_files_keep_their_time_stamps(site: TestSite) -> None:
    site.article("other", title="另一篇", more="cities: [中山]\n")
    site.build()
    age(site)
    before = times(site)
    site.article("other", title="另一篇改了", more="cities: [中山]\n")
    site.build()
    after = times(site)
    changed = {path for path in after if after[path] != before.get(path)}
    assert "zh-hans/articles/other/index.html" in changed
    assert "zh-hans/cities/zhongshan/feed.xml" in changed
    assert "zh-hans/cities/zhaoqing/index.html" not in changed
    assert "zh-hans/topics/new-energy/feed.xml" not in changed
    assert "sitemap.xml" not in changed


def test_without_the_cache_nothing_is_written_again(site: TestSite) -> None:
    site.build()
    age(site)
    before = times(site)
    shutil.rmtree(site.root / ".digest")
    ran = site.build()
    assert ran.count("articles", "read") == 1
    assert ran.count("files", "written") == 0
    assert times(site) == before


def test_stale_pages_go_and_foreign_files_stay(site: TestSite) -> None:
    site.build()
    without = site.files().keys()
    site.article("gone")
    site.build()
    own = site.files().keys() - without
    foreign = site.write("public/CNAME", "digest.example")
    deep = site.write("public/en/articles/gone/photo.jpg", b"\xff\xd8")
    (site.root / "public/link").symlink_to("CNAME")
    inode = foreign.stat().st_ino
    (site.articles / "gone.md").unlink()
    ran = site.build()
    assert ran.count("files", "removed") == len(own)
    files = site.files()
    assert "en/articles/gone/index.html" not in files
    assert files["CNAME"] == b"digest.example"
    assert foreign.stat().st_ino == inode
    assert deep.read_bytes() == b"\xff\xd8"
    assert (site.root / "public/link").is_symlink()
    # And a build after that, which uses the folder of the version before, keeps them too.
    site.article("gone")
    site.build()
    site.write("public/second.txt", "2")
    (site.articles / "gone.md").unlink()
    site.build()
    assert {"CNAME", "second.txt", "en/articles/gone/photo.jpg"} <= site.files().keys()
    foreign.unlink()
    site.article("gone")
    site.build()
    assert "CNAME" not in site.files()


def test_a_page_that_was_tampered_with_is_mended(site: TestSite) -> None:
    site.build()
    good = site.files()
    site.write("public/en/index.html", "tampered")
    (site.root / "public/en/archive/index.html").unlink()
    assert site.build().count("files", "written") == 2
    assert site.files() == good


def test_a_foreign_file_in_the_way_is_an_error(site: TestSite) -> None:
    site.write("public/robots.txt", "User-agent: *\nDisallow: /\n")
    ran = site.digest("build")
    assert ran.code == 1
    assert "robots.txt: exists and was not created by the build" in ran.problems[0]
    assert site.files() == {"robots.txt": b"User-agent: *\nDisallow: /\n"}


def test_files_that_differ_in_capitals_alone_are_an_error(site: TestSite) -> None:
    for name in (
        "files/Plan.pdf",
        "files/plan.pdf",
        "static/Ä/x",
        "static/ä/x",
        "static/a\u0308/x",
    ):
        site.write(f"content/{name}", "1")
    ran = site.digest("build")
    assert ran.code == 1
    why = "differs only in case or accents from content/"
    hint = "(rename one of them: macOS, Windows and some hosts take both for one file)"
    assert ran.problems == [
        f"content/files/plan.pdf: {why}files/Plan.pdf {hint}",
        f"content/static/Ä/x: {why}static/a\u0308/x {hint}",
        f"content/static/ä/x: {why}static/a\u0308/x {hint}",
    ]


@pytest.fixture
def no_cards(site: TestSite) -> None:
    """Other processes would find fonts, and paint cards."""
    site.settings("social_cards: false\n")


@pytest.mark.usefixtures("no_cards")
def test_same_input_same_bytes_wherever_and_whenever(site: TestSite, tmp_path: Path) -> None:
    site.article("traditional", title="項目", body="產業園區開工。")
    site.build()
    elsewhere = tmp_path / "elsewhere" / "other-name"
    shutil.copytree(site.root, elsewhere, ignore=shutil.ignore_patterns("public", ".digest"))
    subprocess.run(
        [sys.executable, "-m", "generator", "--site", str(elsewhere), "build", "--jobs", "2"],
        check=True,
        cwd=tmp_path,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "TZ": "America/New_York",
            "LC_ALL": "C",
            "PYTHONHASHSEED": "7",
            "PYTHONUTF8": "0",
        },
        stdout=subprocess.DEVNULL,
    )
    assert TestSite(elsewhere).files() == site.files()


# Many workers for few pages.
MANY_WORKERS = """
from generator.pipeline import workers
workers._WORTH_FORKING = 2
from generator.cli import main
main()
"""


@pytest.mark.usefixtures("no_cards")
def test_many_pages_made_by_many_processes_are_the_same(site: TestSite, tmp_path: Path) -> None:
    for number in range(20):
        site.article(f"many-{number}", title=f"第{number}篇", date=f"2023-01-{1 + number % 28:02}")
    site.build("--jobs", "1")
    shutil.rmtree(site.root / ".digest")
    out = tmp_path / "out"
    arguments = ["--site", str(site.root), "build", "--jobs", "3", "--out", str(out)]
    subprocess.run(
        [sys.executable, "-c", MANY_WORKERS, *arguments],
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
    )
    made = {p.relative_to(out).as_posix(): p.read_bytes() for p in out.rglob("*") if p.is_file()}
    assert made == site.files()
    assert len(made) > 150


def test_a_failing_build_leaves_the_old_site_whole(site: TestSite) -> None:
    site.build()
    before = site.files()
    site.article("zhaoqing-start", title="改了", date="nie")
    assert site.digest("build").code == 1
    assert site.files() == before


@pytest.mark.parametrize("command", ["build", "check"])
@pytest.mark.parametrize("moment", ["_write", "_put"])
@pytest.mark.usefixtures("no_cards")
def test_the_next_command_finishes_what_a_killed_build_began(
    previews: Launcher, site: TestSite, command: str, moment: str
) -> None:
    for number in range(3):
        site.article(f"more-{number}", title=f"第{number}篇")
    site.build()
    # A folder of one's own: files are replaced one by one.
    site.write("public/own/file", "own")
    old = site.files()
    site.article("more-1", title="改了")
    (site.articles / "more-2.md").unlink()
    site.build("--out", str(site.root / "expected"))
    new = site.files("expected") | {"own/file": b"own"}
    out = site.root / "out"
    build = ("--site", str(site.root), "build", "--jobs", "1")
    process = previews.start("tests.publish.ending", f"killed-{moment}", *build, out=out)
    assert previews.wait(process) == -signal.SIGKILL, out.read_text("utf-8")
    assert (site.files() == old) == (moment == "_write")
    assert site.digest(command).code == 0
    assert site.files() == new
    assert not (site.root / ".public.next").exists()
    assert site.build().count("files", "written") == 0


def test_a_place_that_cannot_be_written(site: TestSite) -> None:
    ran = site.digest("build", "--out", "/proc/no-such-place/public")
    assert ran.code == 1
    assert len(ran.problems) == 1
    assert "cannot be written" in ran.problems[0]


@pytest.mark.parametrize("out", ["", "content", "content/articles/x", "templates", ".."])
def test_sources_are_never_overwritten(site: TestSite, out: str) -> None:
    ran = site.digest("build", "--out", str(site.root / out))
    assert ran.code == 2
    assert "--out: contains the sources of a site" in ran.problems[0]


def test_a_full_disk_leaves_the_old_site_whole(previews: Launcher, site: TestSite) -> None:
    site.build()
    before = site.files()
    site.article("zhaoqing-start", title="改了", body="很长的一段。" * 4000)
    out = site.root / "out"
    build = ("--site", str(site.root), "build", "--jobs", "1")
    process = previews.start(
        "tests.publish.ending", "full", *build, out=out.with_name("said"), err=out
    )
    code, told = previews.wait(process), out.read_text("utf-8")
    assert code == 1, told
    assert told.startswith("error: ")
    assert "Traceback" not in told
    assert told.count("\n") == 1
    assert site.files() == before


def test_a_mended_page_does_not_come_back_from_the_version_before(site: TestSite) -> None:
    site.build()
    page = site.root / "public/en/archive/index.html"
    good = page.read_bytes()
    with page.open("ab") as stream:
        stream.write(b"<!-- by hand -->")
    site.build()
    assert page.read_bytes() == good
    for title in ("一改", "再改", "三改"):
        site.article("zhaoqing-start", title=title)
        site.build()
        assert page.read_bytes() == good


def test_empty_folders_of_others_stay(site: TestSite) -> None:
    site.build()
    (site.root / "public/.git/refs").mkdir(parents=True)
    site.article("zhaoqing-start", title="改了")
    site.build()
    site.article("zhaoqing-start", title="又改了")
    site.build()
    assert (site.root / "public/.git/refs").is_dir()
    (site.root / "public/.git/refs").rmdir()
    (site.root / "public/.git").rmdir()
    site.article("zhaoqing-start", title="还改")
    site.build()
    assert not (site.root / "public/.git").exists()


@pytest.mark.usefixtures("no_cards")
def test_several_builds_at_once_do_no_harm(previews: Launcher, site: TestSite) -> None:
    for number in range(5):
        site.article(f"more-{number}", title=f"第{number}篇")
    build = ("--site", str(site.root), "build", "--jobs", "1")
    nothing = Path(os.devnull)
    running = [previews.start("generator.cli", *build, out=nothing) for _ in range(3)]
    assert [previews.wait(process) for process in running] == [0, 0, 0]
    files = site.files()
    assert site.build().count("files", "written") == 0
    assert site.files() == files
