"""The page of feeds in words, its list as OPML, and the ways to both."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree

import feedparser
import pytest

from tests.sites import TestSite

BASE = "https://example.org/sub/"


@pytest.mark.parametrize("edition", ["zh-hans", "zh-hant", "en"])
def test_the_page_lists_every_feed_of_its_edition(site: TestSite, edition: str) -> None:
    site.article("second", more="cities: [南充]\ntopics: [重大项目]\n")
    site.build()
    page = site.page(f"/{edition}/feeds/")
    assert f"{BASE}{edition}/feed.xml</code>" in page
    led = {urljoin(f"{edition}/feeds/", href) for href in re.findall(r'href="([^"]+)"', page)}
    there = {path for path in site.files() if re.search(r"/feed\.(xml|json)$", path)}
    assert {path for path in there if path.startswith(f"{edition}/")} <= led
    assert f"{edition}/feeds.opml" in led


@pytest.mark.parametrize("where", ["cities/zhaoqing/", "topics/new-energy/"])
def test_a_list_leads_to_its_place_on_the_page(site: TestSite, where: str) -> None:
    site.build()
    page = site.page(f"/en/{where}")
    (anchor,) = re.findall(r'href="\.\./\.\./\.\./en/feeds/#([^"]+)">Follow this', page)
    feeds = site.page("/en/feeds/")
    row = re.search(rf'<li id="{anchor}">.*', feeds)
    assert row is not None
    assert f'href="../../en/{where}feed.xml"' in row.group()


def test_every_page_leads_to_the_page_of_feeds(site: TestSite) -> None:
    site.build()
    for page in ("/en/", "/en/archive/", "/en/articles/zhaoqing-start/"):
        root = "../" * page.strip("/").count("/") + "../"
        assert f'href="{root}en/feeds/"' in site.page(page)
    assert "/zh-hant/feeds/</loc>" in site.page("sitemap.xml")


def test_a_site_without_articles_has_the_page_too(tmp_path: Path) -> None:
    empty = TestSite(tmp_path / "empty")
    empty.settings()
    empty.articles.mkdir(parents=True)
    empty.build()
    assert "Paste it into the reader" in empty.page("/en/feeds/")
    assert empty.digest("check").problems == []


@pytest.mark.parametrize(("edition", "language"), [("zh-hans", "zh-cn"), ("en", "en")])
def test_the_opml_file_lists_the_same_feeds(site: TestSite, edition: str, language: str) -> None:
    site.settings("title: {zh-Hans: 甲 & 乙 <丙>, en: 'A & B <C> \"D\"'}\n")
    site.build()
    root = ElementTree.fromstring(site.page(f"{edition}/feeds.opml"))
    assert (root.tag, root.get("version")) == ("opml", "2.0")
    title = {"zh-hans": "甲 & 乙 <丙>", "en": "A & B <C> “D”"}[edition]
    assert root.findtext("head/title") == title
    feeds = [one for one in root.iter("outline") if one.get("type") == "rss"]
    published = {BASE + path for path in site.files() if path.endswith("feed.xml")}
    of_edition = {url for url in published if url.startswith(f"{BASE}{edition}/")}
    assert {one.get("xmlUrl") for one in feeds} == of_edition
    assert len(feeds) == len(of_edition)
    for one in feeds:
        assert one.get("text", "").startswith(title)
        assert one.get("language") == language
        assert one.get("htmlUrl") == str(one.get("xmlUrl")).removesuffix("feed.xml")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("/en/cities/zhaoqing/feed.xml", "/en/cities/zhaoqin/feed.xml", "does not exist"),
        ('xmlUrl="https://example.org/sub/', 'xmlUrl="/', "not an absolute address"),
        ('version="2.0"', 'version="1.0"', 'is not <opml version="2.0">'),
        ("</body>", "", "not well formed"),
        ("/en/topics/new-energy/feed.xml", "/en/cities/zhaoqing/feed.xml", "twice, first on line"),
    ],
)
def test_check_reads_the_opml_file(site: TestSite, old: str, new: str, told: str) -> None:
    site.build()
    file = site.root / "public/en/feeds.opml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")
    ran = site.digest("check", "--built", str(site.root / "public"))
    assert ran.code == 1
    assert any(p.startswith("/en/feeds.opml") and told in p for p in ran.problems), ran.problems


@pytest.mark.parametrize(
    ("title", "plain", "told"),
    [
        (
            "肇庆 &amp; 南充",
            "肇庆 & 南充",
            "&amp; is HTML, and this is shown as plain text",
        ),
        (
            "<b>肇庆</b>开工",
            "肇庆开工",
            "<b> is HTML, and this is shown as plain text",
        ),
        ("&lt;em&gt;肇庆&lt;/em&gt;开工", "肇庆开工", "&lt; is HTML"),
        ("AT&T 与 R&D <C>", "AT&T 与 R&D <C>", ""),
    ],
)
def test_a_title_in_a_feed_is_plain_text(site: TestSite, title: str, plain: str, told: str) -> None:
    site.article("marked", title=f"'{title}'", date="2024-01-01")
    ran = site.build()
    for edition in ("zh-hans", "en"):
        raw = site.page(f"{edition}/feed.xml")
        assert feedparser.parse(raw.encode()).entries[0].title == plain
        assert "&amp;amp;" not in raw
        assert "&#x26;amp;" not in raw
    found = [p for p in ran.problems if p.startswith("content/articles/marked.md:2: title:")]
    assert [told in p for p in found] == ([True] if told else [])
