"""What has not changed is not made again: shown by the counts that a build prints."""

from __future__ import annotations

from typing import Any

import pytest

from generator.library.article import ArticleRef
from generator.pipeline.article_refs import article_refs
from tests.sites import TestSite


@pytest.fixture
def three(site: TestSite) -> TestSite:
    """A site of three articles in two cities, built."""
    site.article("second", date="2023-09-01", title="第二篇")
    site.article("third", date="2022-05-01", title="第三篇", more="cities: [中山]\n")
    site.build()
    return site


def test_nothing_changed_nothing_made(three: TestSite) -> None:
    ran = three.build()
    assert ran.count("articles", "read") == 0
    assert ran.count("articles", "reused") == 3
    assert ran.count("pages", "made") == 0
    assert ran.count("files", "written") == 0


def test_one_changed_article_makes_only_the_pages_that_show_it(three: TestSite) -> None:
    three.article(
        "third", date="2022-05-01", title="第三篇", body="改了正文。", more="cities: [中山]\n"
    )
    before = three.files()
    ran = three.build()
    after = three.files()
    assert ran.count("articles", "read") == 1
    changed = {path for path in after if after[path] != before.get(path)} - {".files.json"}
    assert ran.count("files", "written") == len(changed)
    for edition in ("zh-hans", "zh-hant", "en"):
        assert f"{edition}/articles/third/index.html" in changed
        assert f"{edition}/cities/zhongshan/index.html" in changed
        assert f"{edition}/archive/2022-05/index.html" in changed
    shown = [path for path in changed if "zhaoqing" in path or "2023" in path or "second" in path]
    assert shown == []
    assert ran.count("pages", "made") < len(after) / 2


def test_a_change_of_settings_or_templates_makes_every_page(three: TestSite) -> None:
    three.settings("publisher: 新名\n")
    assert three.build().count("pages", "made") > 50
    three.write("templates/archive.html", "changed")
    assert three.build().count("pages", "made") > 50
    assert three.page("/en/archive/") == "changed"


def test_what_is_saved_while_a_build_reads_is_not_taken_for_what_was_there(
    three: TestSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    def save_first(*args: Any) -> list[ArticleRef]:
        three.article("second", date="2023-09-01", title="又一题目")
        return article_refs(*args)

    # All articles are made anew, one of them of what is saved after the files were hashed.
    three.write("content/glossary.yaml", "terms: {西江日报: Xijiang Daily News}\n")
    with monkeypatch.context() as during:
        during.setattr("generator.pipeline.stages.article_refs", save_first)
        three.build()
    assert "又一题目" in three.page("/zh-hans/articles/second/")
    three.article("second", date="2023-09-01", title="第二篇")
    three.build()
    assert "又一题目" not in three.page("/zh-hans/articles/second/")


def test_the_glossary_reaches_the_pages(three: TestSite) -> None:
    three.write("content/glossary.yaml", "terms: {西江日报: Xijiang Daily News}\n")
    three.build()
    assert "Xijiang Daily News" in three.page("/en/")


def test_a_touched_file_is_not_made_again(three: TestSite) -> None:
    file = three.articles / "second.md"
    file.write_bytes(file.read_bytes())
    assert three.build().count("articles", "read") == 0


@pytest.mark.parametrize(
    "damage", [b"", b"not a database", b"SQLite format 3\x00" + b"\xff" * 5000]
)
def test_a_damaged_cache_is_moved_aside(three: TestSite, damage: bytes) -> None:
    before = three.files()
    cache = three.root / ".digest/stages.db"
    for suffix in ("-wal", "-shm"):
        cache.with_name(cache.name + suffix).unlink(missing_ok=True)
    cache.write_bytes(damage)
    ran = three.build()
    assert ran.problems == []
    assert three.files() == before
    assert three.build().count("pages", "made") == 0


def test_a_page_altered_by_hand_whose_article_changes_and_changes_back(three: TestSite) -> None:
    before = three.files()
    text = (three.articles / "second.md").read_text("utf-8")
    three.write("public/zh-hans/articles/second/index.html", "by hand")
    three.write("content/articles/second.md", text.replace("第二篇", "别的题目"))
    three.build()
    assert "别的题目" in three.page("/zh-hans/articles/second/")
    three.write("content/articles/second.md", text)
    three.build()
    assert three.files() == before
