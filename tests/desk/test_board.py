"""The board: all articles with their states, and what needs a person first."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.desk.client import Client, client
from tests.desk.conftest import small_site
from tests.sites import TestSite


def titles(desk: Client, query: str = "") -> list[str]:
    """The Chinese titles that the board's table shows, in order."""
    found = desk.get(f"/?part=table&{query}").text
    return re.findall(r'<a class="han" lang="zh-Hans" href="[^"]*">([^<]*)</a>', found)


def test_every_article_is_there_newest_first(desk: Client) -> None:
    assert titles(desk) == ["肇庆港扩建", "没有英文", "肇庆项目开工", "尚未写完", "日期不对"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("state=broken", ["日期不对"]),
        ("state=flagged", ["肇庆港扩建"]),
        ("state=machine", ["肇庆港扩建"]),
        ("state=draft", ["尚未写完"]),
        ("state=none&q=英文", ["没有英文"]),
        ("city=440100", ["没有英文"]),
        ("month=2024-02", ["肇庆港扩建"]),
        ("q=port GROWS", ["肇庆港扩建"]),
        ("q=unfinished", ["尚未写完"]),
        ("q=nothing", []),
        ("topic=projects", []),
        ("state=nonsense&q=没有", ["没有英文"]),
        ("page=²&q=没有", ["没有英文"]),
    ],
)
def test_filters_choose(desk: Client, query: str, found: list[str]) -> None:
    assert titles(desk, query) == found


def test_sorting_by_a_column_and_back(desk: Client) -> None:
    by_date = titles(desk, "sort=date")
    assert by_date[-1] == "肇庆港扩建"
    assert titles(desk, "sort=-date")[0] == "肇庆港扩建"
    assert titles(desk, "sort=english")[0] == "日期不对"


def test_what_needs_a_person_comes_in_order_with_the_place(desk: Client) -> None:
    shown = desk.get("/").text
    steps = re.findall(r'<a href="/\?state=(\w+)">', shown)
    assert steps[:2] == ["broken", "flagged"]
    assert steps.index("machine") < steps.index("none") < steps.index("draft")
    assert 'href="/articles/wrong?line=3&amp;field=date"' in shown
    assert 'href="/review/machine#p-1"' in shown


def test_articles_are_checked_while_the_settings_have_a_mistake(tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")
    site.settings("translation: {engine: none}\npage_size: many\n")
    with client(site) as desk:
        shown = desk.get("/", {"Accept-Language": "zh-CN"}).text
        assert "site.yaml:8：每页篇数：“many”不是 1 到 200 的整数" in shown
        assert 'href="/articles/wrong?line=3&amp;field=date"' in shown
        # One that goes wrong now is told too, and can be written and reviewed meanwhile.
        site.article(
            "plain",
            title="没有英文",
            date="2024-01-05",
            body=f"见[他处](nowhere.md)。\n\n见[图](files/{'长' * 200}.png)。",
        )
        desk.rebuild("content/articles/plain.md")
        assert 'href="/articles/plain?line=9&amp;field=link"' in desk.get("/?state=broken").text
        text = desk.get("/articles/plain").text
        assert "there is no article nowhere.md" in text
        assert "there is no file files/长长" in text
        assert 'id="passages"' in desk.get("/review/machine").text
        site.settings("translation: {engine: none}\n")
        desk.rebuild("site.yaml")
        assert "page_size" not in desk.get("/").text


def test_a_site_without_articles_says_how_to_begin(tmp_path: Path) -> None:
    site = TestSite(tmp_path / "site")
    site.settings("translation: {engine: none}\n")
    site.articles.mkdir(parents=True)
    with client(site) as desk:
        for address in ("/", "/articles"):
            empty = desk.get(address).text.partition('class="card empty"')[2]
            assert "There are no articles yet" in empty
            assert 'href="/articles/new"' in empty
            assert 'href="/import"' in empty
        assert "There are no terms yet" in desk.get("/glossary").text


def test_the_board_speaks_chinese(desk: Client) -> None:
    shown = desk.get("/", {"Accept-Language": "zh-TW,zh;q=0.9,en;q=0.8"}).text
    assert '<html lang="zh-Hant"' in shown
    assert "總覽" in shown
    kept = desk.get("/", {"Accept-Language": "zh-TW", "Cookie": "desk_language=en"}).text
    assert "Board" in kept


def test_a_chinese_editor_reads_what_is_wrong_and_what_fields_mean(desk: Client) -> None:
    for language, wrong, meaning in (
        ("zh-CN", "“2024-13-45”不是日期", "由程序从正文判断"),
        ("zh-TW", "「2024-13-45」不是日期", "由程式從正文判斷"),
    ):
        shown = desk.get("/articles/wrong", {"Accept-Language": language}).text
        assert wrong in shown
        assert meaning in shown
        lead = shown.partition('id="article-problems-title"')[2].partition("</section>")[0]
        assert 'lang="en"' not in lead
    told = desk.post("/articles/none", {}, headers={"Accept-Language": "zh-CN"}).text
    assert "没有这篇文章" in told
    for address in ("/articles/none", "/review/none", "/articles/none/name", "/import/page/a.txt"):
        found = desk.get(address, {"Accept-Language": "zh-CN"})
        assert (found.status, "没有这个页面" in found.text) == (404, True), address
