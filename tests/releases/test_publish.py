"""``digest publish``: the site goes to the public by a command, and comes back by --undo."""

from __future__ import annotations

import threading
import zipfile
from pathlib import Path

import pytest

from generator.problem import DigestError
from generator.releases.running import run_command
from tests.sites import TestSite

UPLOAD = "echo uploading && rm -rf host && cp -r public host && echo done"


@pytest.fixture
def quiet(site: TestSite) -> TestSite:
    """A site whose command copies it to a folder."""
    site.settings(f'translation: {{engine: none}}\npublish: {{command: "{UPLOAD}"}}\n')
    return site


def title(site: TestSite, folder: str = "host") -> str:
    """The page of the one article, if it is there."""
    file = site.root / folder / "zh-hans/articles/zhaoqing-start/index.html"
    return file.read_text("utf-8") if file.is_file() else ""


def test_a_site_is_published_changed_and_taken_back(quiet: TestSite) -> None:
    first = quiet.digest("publish")
    assert (first.code, first.err) == (0, "")
    assert first.out.splitlines()[:2] == ["uploading", "done"]
    assert "--undo" not in first.out, "the first publication cannot be undone"
    assert "肇庆项目开工" in title(quiet)

    quiet.article("zhaoqing-start", title="肇庆项目封顶")
    quiet.article("second", title="第二篇", date="2024-01-01")
    listed = quiet.digest("publish", "--dry-run").out
    assert "changed: /zh-hans/articles/zhaoqing-start/  肇庆项目封顶" in listed
    assert "new: /zh-hant/articles/second/" in listed
    assert "肇庆项目开工" in title(quiet), "a dry run changes nothing"
    assert "肇庆项目开工" in title(quiet, "public")

    assert "`digest publish --undo` undoes it" in quiet.digest("publish").out
    assert "肇庆项目封顶" in title(quiet)
    same = quiet.digest("publish", "--dry-run").out
    assert "pages: 0 new, 0 changed, 0 gone; other files: 0" in same
    assert "nothing has changed" in quiet.digest("publish").out

    undone = quiet.digest("publish", "--undo")
    assert undone.code == 0
    assert "肇庆项目开工" in title(quiet)
    assert not (quiet.root / "host/zh-hans/articles/second").exists()
    assert "肇庆项目封顶" in (quiet.articles / "zhaoqing-start.md").read_text("utf-8")
    again = quiet.digest("publish", "--undo")
    assert (again.code, len(again.problems)) == (2, 1)

    # The next publication brings the change again.
    assert quiet.digest("publish").code == 0
    assert "肇庆项目封顶" in title(quiet)


def test_a_command_that_fails_is_told_and_does_not_count(quiet: TestSite) -> None:
    quiet.settings("translation: {engine: none}\npublish: {command: 'echo no route; exit 3'}\n")
    ran = quiet.digest("publish")
    assert ran.code == 1
    assert "no route" in ran.out
    assert ran.problems == [
        "site.yaml: publish.command: ended with code 3 (see its output; the public site may be"
        " unchanged or only partly updated: run it again)"
    ]
    assert "nothing has been published yet" in quiet.digest("publish", "--dry-run").out


def test_the_folder_may_be_a_link_and_no_file(quiet: TestSite, tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    public = quiet.root / "public"
    public.symlink_to(tmp_path / "disk")
    quiet.write("content/articles/notes.txt", "笔记")
    for options in ([], ["--dry-run"]):
        ran = quiet.digest("publish", *options)
        assert ran.code == 0
        assert [line.partition(":")[0] for line in ran.problems] == ["content/articles/notes.txt"]
    assert "肇庆项目开工" in title(quiet)
    assert public.is_symlink()
    public.unlink()
    public.write_text("notes")
    for options in ([], ["--undo"], ["--zip", str(tmp_path / "a.zip")]):
        ran = quiet.digest("publish", *options)
        assert ran.code == 2
        assert len(ran.problems) == 1
    assert public.read_text() == "notes"


def test_without_a_command_there_is_a_zip_file(site: TestSite, tmp_path: Path) -> None:
    site.settings("translation: {engine: none}\n")
    ran = site.digest("publish")
    assert ran.code == 2
    assert ran.problems[0].startswith("site.yaml: publish.command: is not set (add `publish:")
    first, second = tmp_path / "a.zip", tmp_path / "b.zip"
    assert site.digest("publish", "--zip", str(first)).code == 0
    assert site.digest("publish", "--zip", str(second)).code == 0
    assert first.read_bytes() == second.read_bytes()
    with zipfile.ZipFile(first) as archive:
        names = set(archive.namelist())
        assert archive.read("en/index.html") == site.files()["en/index.html"]
    assert names == site.files().keys() - {".files.json"}


def test_an_article_with_an_error_is_not_published(quiet: TestSite) -> None:
    quiet.article("wrong", date="2024-13-01")
    ran = quiet.digest("publish")
    assert ran.code == 1
    assert "content/articles/wrong.md:3: date:" in ran.problems[0]
    assert not (quiet.root / "host").exists()


def test_two_ways_at_once_are_a_wrong_call(quiet: TestSite) -> None:
    assert quiet.digest("publish", "--undo", "--dry-run").code == 2


def test_a_command_can_be_stopped(tmp_path: Path) -> None:
    stopped, said = threading.Event(), list[str]()

    def say(line: str) -> None:
        said.append(line)
        stopped.set()

    with pytest.raises(DigestError, match="was stopped"):
        run_command("echo begun; sleep 300", tmp_path, tmp_path, say, stopped)
    assert said == ["begun"]
