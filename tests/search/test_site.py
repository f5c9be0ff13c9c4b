"""What search publishes, and when it is made anew."""

from __future__ import annotations

import json
import random
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from generator.markup.nodes import plain_text
from generator.search.fold import fold
from tests.browser.pages import build_sample
from tests.search.conftest import write_library
from tests.search.reader import Reader
from tests.sites import TestSite, made_once


def kept_times(site: TestSite) -> dict[str, int]:
    top = site.root / "public/search"
    return {
        file.relative_to(top).as_posix(): file.stat().st_mtime_ns
        for file in top.rglob("*")
        if file.is_file()
    }


def pages(site: TestSite, edition: str) -> dict[str, str]:
    """Each article, project, company and own page as a reader sees it, without blanks."""
    found = {}
    top = site.root / "public" / edition
    own = (site.root / "content/pages").glob("*.en.md")
    files = [top / file.name.removesuffix(".en.md") / "index.html" for file in own]
    for folder in ("articles", "companies", "projects"):
        files += (top / folder).glob("*/index.html")
    for file in sorted(files):
        page = file.read_text("utf-8")
        main = plain_text(page[page.index("<main") : page.index("</main>")])
        found[file.parent.name] = "".join(fold(main).split())
    return found


def texts(site: TestSite, edition: str) -> dict[str, dict[str, Any]]:
    """Each article's text as search has it."""
    folder = site.root / "public/search/text" / edition
    files = [json.loads(file.read_text("utf-8")) for file in sorted(folder.glob("*.json"))]
    return {text["slug"]: text for text in files}


def has_english(site: TestSite, slug: str) -> bool:
    folders = (site.articles, site.root / "content/pages")
    return any((folder / f"{slug}.en.md").exists() for folder in folders)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> TestSite:
    """The sample site, which the tests of pages look at too: not to be changed."""
    return TestSite(made_once(tmp_path_factory, "sample", build_sample))


@pytest.mark.parametrize("edition", ["zh-Hans", "zh-Hant"])
def test_all_that_a_plain_scan_finds_is_found(sample: TestSite, edition: str) -> None:
    index = Reader(sample.files())
    slugs = index.slugs()
    stored = {
        slug: "\n".join(map(fold, (text["title"], text["summary"], *text["lines"])))
        for slug, text in texts(sample, edition.lower()).items()
    }
    assert sorted(stored) == sorted(slugs)
    rng = random.Random(11)
    lines = [line for text in stored.values() for line in text.split("\n")]
    asked = 0
    for line in rng.sample(lines, 60):
        start = rng.randrange(len(line))
        query = line[start : start + rng.choice((2, 2, 3, 4, 6, 9))].strip()
        if query:
            scan = {slug for slug, text in stored.items() if query in text}
            assert scan <= {slugs[number] for number in index.chinese(query)}, query
            asked += 1
    assert asked > 50


def test_what_is_searched_is_what_pages_show(sample: TestSite) -> None:
    for edition in ("zh-hans", "zh-hant", "en"):
        shown = pages(sample, edition)
        stored = texts(sample, edition)
        assert stored.keys() == shown.keys()
        for slug, text in stored.items():
            # The summary of a company is all its names, which its page has in a table.
            for line in (text["title"], *text["summary"].split(" · "), *text["lines"]):
                assert "".join(fold(line).split()) in shown[slug], (edition, slug)
            foreign = edition == "en" and not ("at" in text or has_english(sample, slug))
            assert text["lang"] == ("zh-Hans" if foreign else "")


@pytest.fixture
def small(tmp_path: Path) -> TestSite:
    """A site of a few articles, built."""
    site = TestSite(tmp_path / "site")
    write_library(site)
    site.build()
    return site


def test_nothing_is_made_where_nothing_changed(small: TestSite) -> None:
    before = kept_times(small)
    assert small.build().count("pages", "made") == 0
    assert kept_times(small) == before


def test_a_changed_article_is_found_by_its_new_words(small: TestSite) -> None:
    before = kept_times(small)
    small.article("harbour", title="中山港扩建", date="2024-02-03", body="港口另建船坞。")
    small.build()
    index = Reader(small.files())
    number = index.slugs().index("harbour")
    assert index.chinese("船坞") == {number}
    assert index.chinese("泊位") == set()
    after = kept_times(small)
    stayed = {path for path in after if after[path] == before.get(path)}
    changed = {path for path in after if path.startswith("text/")} - stayed
    assert len(changed) == 3
    for path in changed:
        assert json.loads(small.page(f"/search/{path}"))["slug"] == "harbour"
    # No English text has changed.
    assert {path for path in after if path.startswith(("0/en/", "0/words"))} <= stayed
    assert "articles.bin" in stayed


def test_drafts_and_removed_articles_are_not_found(small: TestSite) -> None:
    (small.articles / "battery.md").unlink()
    (small.articles / "battery.en.md").unlink()
    small.article("harbour", title="中山港扩建", body="泊位", more="draft: true\n")
    small.build()
    index = Reader(small.files())
    assert not index.chinese("铜箔")
    assert not index.chinese("泊位")
    assert texts(small, "zh-hans").keys() == set(index.slugs())
    assert len(index.slugs()) == 15


def test_a_draft_is_marked_where_it_is_found(small: TestSite) -> None:
    small.article("harbour", title="中山港扩建", body="泊位", more="draft: true\n")
    small.build("--drafts")
    assert texts(small, "zh-hans")["harbour"]["draft"] == "草稿"
    assert texts(small, "zh-hant")["harbour"]["draft"] == "草稿"
    assert "draft" not in texts(small, "zh-hans")["battery"]


def test_same_bytes_without_what_was_kept(small: TestSite) -> None:
    before = small.files()
    shutil.rmtree(small.root / ".digest")
    small.build()
    assert small.files() == before


@pytest.mark.parametrize("harm", ["cut off", "zeroed", "foreign"])
def test_a_damaged_index_is_made_again(small: TestSite, harm: str) -> None:
    kept = small.root / ".digest/search.db"
    data = kept.read_bytes()
    harmed = {"cut off": data[: len(data) // 2], "foreign": b"{}" * 9000}
    kept.write_bytes(harmed.get(harm, data[:4096] + bytes(len(data) - 4096)))
    small.article("harbour", title="中山港扩建", date="2024-02-03", body="港口另建船坞。")
    small.build()
    after = small.files()
    assert Reader(after).chinese("船坞")
    shutil.rmtree(small.root / ".digest")
    small.build()
    assert small.files() == after


def test_articles_without_english_follow_the_settings(small: TestSite) -> None:
    assert texts(small, "en")["harbour"]["lang"] == "zh-Hans"
    small.settings("missing_english: skip\n")
    small.build()
    assert "harbour" not in texts(small, "en")
    assert 'data-missing="skip"' in small.page("/en/search/")
    index = Reader(small.files())
    assert len(index.label("#text/en")) == index.index["english"] == 15


def test_an_edition_alone_has_what_it_needs(small: TestSite) -> None:
    small.settings("editions: [en]\n")
    small.build()
    files = small.files()
    assert {path.split("/")[2] for path in files if path.startswith("search/text/")} == {
        "en", "zh-hans",
    }  # fmt: skip
    small.settings("editions: [zh-Hant]\n")
    small.build()
    files = small.files()
    assert not [path for path in files if path.startswith(("search/0/en/", "search/0/words"))]
    assert Reader(files).chinese("廣闊的市場")


def test_the_page_offers_what_there_is(small: TestSite) -> None:
    page = small.page("/zh-hant/search/")
    assert '<option value="zhongshan">中山</option>' in page
    assert '<optgroup label="四川省">' in page
    assert '<option value="2024">2024</option>' in page
    assert 'data-base="../../search/"' in page
    assert not re.search(r"<script(?![^>]*src=)", page)
    assert '<meta name="robots" content="noindex">' in page
    assert "/search/" not in small.page("/sitemap.xml")
    for edition in ("zh-hans", "en"):
        assert f"../../{edition}/search/" in page
