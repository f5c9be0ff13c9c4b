"""What other systems do differently, as far as it can be imitated on this one."""

from __future__ import annotations

import errno
import fcntl
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from generator.serve.watch import Watch
from tests.sites import TestSite

assert subprocess  # it looks for `msvcrt` when it is imported, and must not find the one below
# What Windows calls "another program has this file open".
SHARING_VIOLATION = 32


class _Msvcrt(ModuleType):
    """The locks of Windows: of single bytes, refused at once if another has them."""

    LK_NBLCK = 2

    def locking(self, handle: int, mode: int, count: int) -> None:
        assert (mode, count) == (self.LK_NBLCK, 1)
        place = os.lseek(handle, 0, os.SEEK_CUR)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise PermissionError(errno.EACCES, "Permission denied") from None
        assert place > os.fstat(handle).st_size, "the text must stay readable"


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No `fcntl`, nothing to fork, no folders that can be exchanged or opened."""
    with monkeypatch.context() as patched:
        patched.setattr(sys, "platform", "win32")
        patched.setitem(sys.modules, "msvcrt", _Msvcrt("msvcrt"))
        patched.setitem(sys.modules, "fcntl", None)
        patched.delattr(os, "O_DIRECTORY")
        patched.delattr(os, "fork")
        yield


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every file is open in another program for a moment, so that its first renaming is refused;
    those named here stay open. Returns that list."""
    staying: list[str] = []
    seen: set[str] = set()

    def replace(source: Path, target: Path) -> Path:
        name = Path(target).name
        if name in staying or str(target) not in seen:
            seen.add(str(target))
            error: Any = PermissionError(errno.EACCES, "Access is denied", str(source))
            error.winerror = SHARING_VIOLATION
            raise error
        return replace_at_last(source, target)

    replace_at_last = Path.replace
    monkeypatch.setattr(Path, "replace", replace)
    monkeypatch.setattr("generator.writing.time.sleep", lambda seconds: None)
    return staying


def test_a_site_is_built_and_published_on_windows(
    site: TestSite, windows: None, held: list[str]
) -> None:
    site.build()
    site.article("zhaoqing-start", title="肇庆项目竣工")
    site.build()
    assert "肇庆项目竣工" in site.page("/zh-hans/articles/zhaoqing-start/")
    assert stat.S_IMODE((site.root / "public").stat().st_mode) & 0o077, "others may read it"
    before = site.files()
    held.append("index.html")
    site.article("zhaoqing-start", title="肇庆项目投产")
    ran = site.digest("build")
    assert ran.code == 1
    assert any("Access is denied" in problem for problem in ran.problems)
    assert site.files() == before
    held.clear()
    site.build()
    assert "肇庆项目投产" in site.page("/zh-hans/articles/zhaoqing-start/")


def test_one_preview_at_a_time_on_windows(site: TestSite, windows: None) -> None:
    from generator.pipeline.lock import PreviewLock
    from generator.problem import UsageError

    first = PreviewLock(site.root)
    first.tell("http://127.0.0.1:8000/")
    with pytest.raises(
        UsageError, match=r"already open in a preview or the desk, at http://127\.0\.0\.1:8000/"
    ):
        PreviewLock(site.root)
    first._file.close()
    PreviewLock(site.root)._file.close()


def test_a_change_is_seen_once_where_folders_tell_no_inodes(
    site: TestSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Entry:
        """What Windows tells in a listing."""

        def __init__(self, entry: os.DirEntry[str]) -> None:
            self.name, self.path, self.is_dir = entry.name, entry.path, entry.is_dir
            self.is_symlink, self._stat = entry.is_symlink, entry.stat

        def __fspath__(self) -> str:
            return self.path

        def stat(self) -> os.stat_result:
            return os.stat_result((*self._stat()[:1], 0, *self._stat()[2:]))

    class Listing:
        def __init__(self, folder: str) -> None:
            self._entries = [Entry(entry) for entry in scandir(folder)]

        def __iter__(self) -> Iterator[Entry]:
            return iter(self._entries)

        def __enter__(self) -> Iterator[Entry]:
            return iter(self)

        def __exit__(self, *rest: object) -> None: ...

    scandir = os.scandir
    monkeypatch.setattr(os, "scandir", Listing)
    watched = Watch(site.root)
    before = watched.look()
    site.article("zhaoqing-start", title="肇庆项目竣工")
    changed, after = watched.next(before)
    assert changed == ["content/articles/zhaoqing-start.md"]
    assert watched.look() == after


@pytest.mark.parametrize("name", ["50% off", "100%41", "a#b", "what?", "简报 é"])
def test_any_name_of_a_folder(tmp_path: Path, name: str) -> None:
    site = TestSite(tmp_path / name)
    site.settings()
    site.article("zhaoqing-start")
    os.utime(site.root / "site.yaml", (1e9, 1e9))
    os.utime(site.articles / "zhaoqing-start.md", (1e9, 1e9))
    made = site.build()
    again = site.build()
    assert made.out != again.out


def test_a_name_with_accents_apart_from_letters(site: TestSite) -> None:
    apart = site.write("content/files/cafe\u0301.pdf", b"%PDF-1.4")
    site.article("zhaoqing-start", body="见[菜单](files/caf\u00e9.pdf)。")
    site.english("zhaoqing-start", body="See [menu](files/caf\u00e9.pdf).")
    hint = "(a file looks so, but has accents apart from their letters: rename it)"
    assert any(problem.endswith(hint) for problem in site.digest("build").problems)
    # On macOS a file is found by both names.
    os.link(apart, apart.with_name("caf\u00e9.pdf"))
    site.build()
    assert "files/caf\u00e9.pdf" in site.files()
    assert "files/cafe\u0301.pdf" not in site.files()


@pytest.mark.parametrize("code", [errno.EINVAL, errno.EOPNOTSUPP])
def test_a_disk_without_hard_links(
    site: TestSite, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def link(*paths: object, **more: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "link", link)
    site.settings("publish: {command: 'true'}\n")
    for title in ("肇庆项目竣工", "肇庆项目投产"):
        site.article("zhaoqing-start", title=title)
        ran = site.digest("publish")
        assert ran.code == 0, ran.err
        assert title in site.page("/zh-hans/articles/zhaoqing-start/")
