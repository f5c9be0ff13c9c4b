"""Files that are not plain text: each gets one line, and none blocks the build."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from tests.sites import TestSite, run


@pytest.mark.parametrize(
    "path",
    [
        "content/articles/pipe.md",
        "content/articles/zhaoqing-start.en.md",
        "content/glossary.yaml",
        "content/files/pipe.png",
    ],
)
@pytest.mark.parametrize("command", ["build", "check"])
def test_a_pipe_is_not_waited_for(site: TestSite, path: str, command: str) -> None:
    file = site.root / path
    file.parent.mkdir(exist_ok=True)
    file.unlink(missing_ok=True)
    os.mkfifo(file)
    ran = site.digest(command)
    assert ran.code == 1
    assert ran.problems == [
        f"{path}: a named pipe, not a file (put a plain file in its place, or delete it)"
    ]


def test_sockets_and_devices(site: TestSite, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site.articles)
    with socket.socket(socket.AF_UNIX) as end:
        end.bind("socket.md")
    ran = site.digest("build")
    assert ran.code == 1
    assert "content/articles/socket.md: a socket, not a file" in ran.problems[0]


@pytest.mark.parametrize(
    ("path", "limit"),
    [
        ("content/articles/huge.md", "2 MB"),
        ("content/glossary.yaml", "2 MB"),
        ("site.yaml", "2 MB"),
        ("content/files/film.mp4", "100 MB"),
    ],
)
def test_a_giant_file_is_refused_unread(site: TestSite, path: str, limit: str) -> None:
    file = site.write(path, "x")
    # A file of holes: it takes no room on the disk.
    os.truncate(file, 50_000_000_000)
    ran = site.digest("build")
    assert ran.code == 1
    assert ran.problems == [f"{path}: 50000.0 MB is too large (the limit is {limit})"]


def test_a_giant_page_is_not_imported(site: TestSite, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.touch()
    os.truncate(page, 50_000_000_000)
    ran = site.digest("import", str(page))
    assert ran.code == 1
    assert ran.problems == [f"{page}: the page is too large (the limit is 20 MB)"]


def test_what_nothing_reads_is_named(site: TestSite) -> None:
    site.write("content/Articles.old/x.md", "x")
    site.write("content/glossary.yml", "terms: {}")
    site.write("content/lost.md", "x")
    site.write("content/plan.png", b"x")
    site.write("content/.DS_Store", b"x")
    assert site.build().problems == [
        'content/Articles.old: nothing reads this folder (did you mean "articles"?)',
        'content/glossary.yml: nothing reads this file (did you mean "glossary.yaml"?)',
        "content/lost.md: nothing reads this file (move it to content/articles/)",
        "content/plan.png: nothing reads this file (move it to content/files/)",
    ]
    assert site.digest("build", "--strict").code == 1


def test_check_names_files_that_may_hold_scripts(site: TestSite) -> None:
    site.write("content/files/chart.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")
    site.write("content/files/page.HTML", "<script>alert(1)</script>")
    site.write("content/files/plan.txt", b"x")
    ran = site.digest("check")
    assert ran.code == 0
    assert [problem.split(" may")[0] for problem in ran.problems] == [
        "content/files/chart.svg: an SVG picture",
        "content/files/page.HTML: an HTML page",
    ]
    assert "docs/hosting.md" in ran.problems[0]


@pytest.mark.parametrize("name", ["\x1b]0;owned\x07.md", "a\x9b31m.md", "x\u202egpj.md"])
def test_control_characters_are_shown_escaped(site: TestSite, name: str) -> None:
    site.write(f"content/articles/{name}", "x")
    ran = site.digest("build")
    assert ran.code == 1
    assert all(char.isprintable() or char == "\n" for char in ran.out + ran.err)
    assert name.encode("unicode_escape").decode() in ran.problems[0]


def test_what_import_shows_of_a_page_is_escaped(site: TestSite, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("肇庆项目开工\n\n来源：日报 2023-10-10\n\n正文\x1b[2J第一段。" * 3, "utf-8")
    ran = run("--site", str(site.root), "import", "--dry-run", str(page))
    assert "\x1b[2J" not in ran.out + ran.err


@pytest.mark.parametrize(
    ("name", "better"),
    [("a.MD", "a.md"), ("b.markdown", "b.md"), ("c.zh-TW.md", "c.zh-hant.md")],
)
def test_a_name_that_is_nearly_right_is_put_right(site: TestSite, name: str, better: str) -> None:
    site.write(f"content/articles/{name}", "x")
    [problem] = [line for line in site.digest("check").problems if name in line]
    assert f"(rename it to {better})" in problem
