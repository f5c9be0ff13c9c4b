"""No command overwrites a file of another kind; an article may be named by its path."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.sites import TestSite, run


@pytest.mark.parametrize(
    ("arguments", "kind"),
    [
        (["publish", "--zip"], "ZIP file"),
        (["translate", "export"], "TMX file"),
        (["import", "raw.txt", "--dry-run", "--report"], "report of an import"),
    ],
)
def test_a_file_of_another_kind_is_not_overwritten(
    site: TestSite, monkeypatch: pytest.MonkeyPatch, arguments: list[str], kind: str
) -> None:
    monkeypatch.chdir(site.root)
    site.write(
        "raw.txt", "肇庆签约\n2023-10-10 来源：西江日报\n\n肇庆市签约一批项目，总投资二十亿元。\n"
    )
    site.write("notes.txt", "城市PK：重要笔记，格式是 <tmx>\n")
    for name in ("site.yaml", "content/articles/zhaoqing-start.md", "raw.txt", "notes.txt"):
        before = (site.root / name).read_bytes()
        ran = site.digest(*arguments, name)
        assert ran.code == 2
        assert ran.problems == [f"{name}: already exists and is not a {kind} (name another file)"]
        assert (site.root / name).read_bytes() == before
    for _ in range(2):  # what the command wrote itself it may write again
        assert site.digest(*arguments, "out.file").code == 0
    assert (site.root / "out.file").stat().st_size


@pytest.mark.parametrize(
    "arguments",
    [["publish", "--zip"], ["translate", "export"], ["import", "site.yaml", "--report"]],
)
def test_where_no_file_can_be_written_none_is(
    site: TestSite, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    monkeypatch.chdir(site.root)
    os.mkfifo("pipe")
    said = {"": "is not the name of a file", ".": "is not the name", "content": "is a folder"}
    said["pipe"] = "is a device or a pipe, which a file would replace (name a file)"
    if arguments[0] != "import":
        said["no/such.file"] = "its folder does not exist (create its folder, or name another)"
    for name, words in said.items():
        ran = site.digest(*arguments, name)
        assert ran.code == 2
        assert len(ran.problems) == 1
        assert words in ran.problems[0]
    assert Path("pipe").is_fifo()


def test_a_zip_file_is_no_part_of_its_site(site: TestSite, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site.root)
    for name in ("content/a.zip", "public/a.zip", "templates/../.digest/a.zip"):
        (site.root / name).parent.mkdir(parents=True, exist_ok=True)
        (site.root / "templates").mkdir(exist_ok=True)
        ran = site.digest("publish", "--zip", name)
        assert ran.code == 2
        assert "which belongs to the site (name a file outside of it)" in ran.problems[0]
        assert not (site.root / name).exists()


def test_an_article_may_be_named_by_its_path(site: TestSite) -> None:
    site.english("zhaoqing-start")
    folder = "content/articles/"
    assert site.digest("translate", "confirm", f"{folder}zhaoqing-start.md").code == 0
    assert site.digest("translate", "confirm", "./zhaoqing-start.md").code == 0
    old, new = f"{folder}zhaoqing-start.md", str(site.articles / "started.md")
    assert site.digest("rename", old, new).code == 0
    assert site.digest("remove", f"./{folder}started.md").code == 0
    assert not list(site.articles.glob("*.md"))
    assert site.digest("restore", f"{folder}started.md").code == 0
    # The name of the English alone is not the article's.
    assert site.digest("remove", f"{folder}started.en.md").code == 2
    assert (site.articles / "started.md").exists()


def test_the_next_command_of_a_new_site_can_be_pasted(tmp_path: Path) -> None:
    ran = run("init", str(tmp_path / "我的 站"))
    assert f"cd '{tmp_path}/我的 站' && digest serve" in ran.out
