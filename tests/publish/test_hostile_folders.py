"""What lies in and beside the published folder is not believed: only files of the build change."""

from __future__ import annotations

import json
import os
import shutil
import stat
from pathlib import Path

import msgspec
import pytest

from generator.publish.manifest import MANIFEST
from tests.sites import Ran, TestSite


def told(ran: Ran) -> list[str]:
    """The problems of the published folder, without those of the text."""
    return [line for line in ran.problems if not line.startswith("content/")]


def listed(site: TestSite) -> list[str]:
    found = json.loads((site.root / "public" / MANIFEST).read_text("utf-8"))["files"]
    assert isinstance(found, list)
    return found


@pytest.fixture
def outside(site: TestSite) -> Path:
    """A folder beside the site with a file in it."""
    folder = site.root.parent / "outside"
    folder.mkdir()
    (folder / "kept.txt").write_text("kept", "utf-8")
    return folder


DAMAGED = [
    "[" * 100_000,
    '{"files": ["en/index.html", "../../outside/kept.txt"]}',
    '{"../../outside/kept.txt": "00", "en/index.html": "00"}',
    '{"files": ["/etc/passwd"]}',
    '{"files": ["en/./index.html"]}',
    '{"files": ["en/\\u002e\\u002e/\\u002e\\u002e/\\u002e\\u002e/outside/kept.txt"]}',
    '{"files": [1]}',
    "\0\0\0",
    "",
]


@pytest.mark.parametrize("text", DAMAGED)
def test_a_damaged_list_is_reported_and_made_anew(site: TestSite, outside: Path, text: str) -> None:
    site.build()
    before = site.files()
    site.write(f"public/{MANIFEST}", text)
    ran = site.build()
    assert len(told(ran)) == 1
    assert f"public/{MANIFEST}: " in told(ran)[0]
    assert site.files() == before
    assert (outside / "kept.txt").read_text("utf-8") == "kept"
    assert told(site.build()) == []


def test_a_damaged_list_without_a_cache(site: TestSite) -> None:
    site.build()
    before = site.files()
    site.write(f"public/{MANIFEST}", "[")
    shutil.rmtree(site.root / ".digest")
    changed = site.write("public/robots.txt", "User-agent: *")
    ran = site.digest("build")
    assert ran.code == 1
    assert len(told(ran)) == 2
    assert "/public/.files.json: damaged" in ran.err
    assert "robots.txt: exists and was not created by the build" in ran.err
    changed.unlink()
    assert site.build().count("files", "written") == 1
    assert site.files() == before


def test_with_a_damaged_list_stale_pages_are_still_known(site: TestSite) -> None:
    site.article("gone")
    site.build()
    site.write(f"public/{MANIFEST}", "{")
    (site.articles / "gone.md").unlink()
    site.article("zhaoqing-start", title="改了")
    site.build()
    assert not any("gone" in path for path in site.files())


def test_a_list_in_the_old_form_is_read(site: TestSite) -> None:
    site.article("gone")
    site.build()
    old = dict.fromkeys(listed(site), "0123456789abcdef")
    site.write(f"public/{MANIFEST}", json.dumps(old, indent=0))
    shutil.rmtree(site.root / ".digest")
    (site.articles / "gone.md").unlink()
    assert told(site.build()) == []
    assert not any("gone" in path for path in site.files())


def test_links_in_the_working_folder_are_not_followed(site: TestSite, outside: Path) -> None:
    work = site.root / ".public.next"
    work.mkdir()
    for name in ("assets", "new", "old"):
        (work / name).symlink_to(outside)
    (work / MANIFEST).write_text('{"../../outside/kept.txt": "00"}', "utf-8")
    site.build()
    assert not work.exists()
    site.article("zhaoqing-start", title="改了")
    work.symlink_to(outside)
    site.build()
    assert not os.path.lexists(work)
    assert [path.name for path in outside.iterdir()] == ["kept.txt"]


@pytest.mark.parametrize("name", ["journal", "undo"])
@pytest.mark.parametrize("sound", [True, False])
def test_a_journal_that_leads_outside_is_not_carried_out(
    site: TestSite, outside: Path, name: str, sound: bool
) -> None:
    site.build()
    before = site.files()
    work = site.root / ".public.next"
    (work / "old").mkdir(parents=True)
    (work / "new").mkdir()
    path = "en/archive/kept.txt" if sound else "../../outside/kept.txt"
    steps: list[object] = [[], [], [], 0, [], [path]]
    (work / name).write_bytes(msgspec.msgpack.encode(steps))
    # Below a link that leads out of the folder, even a sound path does.
    shutil.rmtree(site.root / "public/en/archive")
    (site.root / "public/en/archive").symlink_to(outside)
    ran = site.digest("build")
    assert (outside / "kept.txt").read_text("utf-8") == "kept"
    assert ("the journal" in ran.err) is not sound
    assert ran.code == 1
    assert "public/en/archive: is in the place of a folder" in ran.err
    (site.root / "public/en/archive").unlink()
    site.build()
    assert site.files() == before


def test_a_damaged_journal_is_reported(site: TestSite) -> None:
    site.build()
    before = site.files()
    site.write(".public.next/journal", b"\x9d\x00" * 5000)
    ran = site.build()
    assert len(told(ran)) == 1
    assert ".public.next: the journal of an interrupted publication cannot be used" in ran.err
    assert site.files() == before


def test_a_link_to_a_folder_is_never_followed(site: TestSite, outside: Path) -> None:
    site.article("gone")
    site.build()
    shutil.rmtree(site.root / "public/en/articles/gone")
    page = outside / "index.html"
    page.write_text("not ours", "utf-8")
    (site.root / "public/en/articles/gone").symlink_to(outside)
    (site.articles / "gone.md").unlink()
    site.build()
    assert page.read_text("utf-8") == "not ours"
    assert (site.root / "public/en/articles/gone").is_symlink()


@pytest.mark.parametrize("large", [False, True])
def test_folders_of_others_keep_their_permissions(site: TestSite, large: bool) -> None:
    site.build()
    key = site.write("public/.ssh/key", "secret")
    key.chmod(0o600)
    key.parent.chmod(0o700)
    (site.root / "public/en").chmod(0o750)
    (site.root / "public").chmod(0o711)
    inode, stamp = key.parent.stat().st_ino, key.stat().st_mtime_ns
    if large:
        site.settings("title: {zh-Hans: 全部改了, en: All pages change}\n")
    else:
        site.article("zhaoqing-start", title="改了")
    site.build()

    def mode(path: str) -> int:
        return stat.S_IMODE((site.root / path).lstat().st_mode)

    assert (mode("public/.ssh"), mode("public/.ssh/key")) == (0o700, 0o600)
    assert (mode("public/en"), mode("public")) == (0o750, 0o711)
    assert (key.parent.stat().st_ino, key.stat().st_mtime_ns) == (inode, stamp)


def test_an_exchange_keeps_permissions_and_files_of_others(site: TestSite) -> None:
    site.build()
    own = site.write("public/en/CNAME", "digest.example")
    own.chmod(0o640)
    inode = own.stat().st_ino
    (site.root / "public/en").chmod(0o2750)
    before = (site.root / "public").stat().st_ino
    site.settings("title: {zh-Hans: 全部改了, en: All pages change}\n")
    site.build()
    assert (site.root / "public").stat().st_ino != before, "the folders were not exchanged"
    assert own.stat().st_ino == inode
    assert stat.S_IMODE(own.stat().st_mode) == 0o640
    assert stat.S_IMODE((site.root / "public/en").stat().st_mode) == 0o2750


def test_a_folder_of_others_needs_force(site: TestSite, outside: Path) -> None:
    ran = site.digest("build", "--out", str(outside))
    assert ran.code == 2
    assert "--out: contains files that no build created, such as kept.txt" in ran.problems[0]
    assert "--force" in ran.problems[0]
    assert [path.name for path in outside.iterdir()] == ["kept.txt"]
    site.build("--out", str(outside), "--force")
    assert (outside / "kept.txt").read_text("utf-8") == "kept"
    assert (outside / "en/index.html").is_file()
    # Now it is known; and an empty folder is as good as none.
    site.build("--out", str(outside))
    empty = site.root.parent / "empty"
    empty.mkdir(0o750)
    site.build("--out", str(empty))
    assert stat.S_IMODE(empty.stat().st_mode) == 0o750


def test_force_does_not_replace_files_of_others(site: TestSite, outside: Path) -> None:
    (outside / "index.html").write_text("by hand", "utf-8")
    (outside / "robots.txt").write_text("by hand", "utf-8")
    ran = site.digest("build", "--out", str(outside), "--force")
    assert ran.code == 1
    assert [line.split(": ")[0].rsplit("/", 1)[1] for line in ran.problems] == [
        "index.html",
        "robots.txt",
    ]
    assert sorted(path.name for path in outside.iterdir()) == [
        "index.html",
        "kept.txt",
        "robots.txt",
    ]


def test_read_only_files_are_replaced(site: TestSite) -> None:
    site.build()
    for file in (site.root / "public").rglob("*.html"):
        file.chmod(0o444)
    site.article("zhaoqing-start", title="改了")
    site.build()
    assert "改了" in site.page("/zh-hans/articles/zhaoqing-start/")
