"""What crawlers and readers' programs find: JSON-LD, Open Graph, feeds, manifest, policy."""

from __future__ import annotations

import json
import re
import struct
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import feedparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.render.metadata import moment, script
from tests.sites import TestSite

BASE = "https://example.org/sub/"
EDITIONS = ("zh-hans", "zh-hant", "en")
ARTICLE = "articles/zhaoqing-start/"


def linked_data(page: str) -> dict[str, Any]:
    (found,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)
    data: dict[str, Any] = json.loads(found)
    return data


def open_graph(page: str) -> dict[str, str]:
    return dict(re.findall(r'<meta property="((?:og|article):[^"]+)" content="([^"]*)"', page))


def test_each_version_of_an_article_says_what_it_is(site: TestSite) -> None:
    site.article(
        "zhaoqing-start",
        more="cities: [肇庆]\ntopics: [新能源]\nupdated: 2023-10-12\n",
    )
    site.build()
    data = {edition: linked_data(site.page(f"/{edition}/{ARTICLE}")) for edition in EDITIONS}
    assert [data[edition]["inLanguage"] for edition in EDITIONS] == ["zh-Hans", "zh-Hant", "en"]
    for edition, said in data.items():
        assert said["@type"] == "NewsArticle"
        assert said["url"] == f"{BASE}{edition}/{ARTICLE}"
        assert said["datePublished"] == "2023-10-10T00:00:00+08:00"
        assert said["dateModified"] == "2023-10-12T00:00:00+08:00"
        assert said["author"]["@type"] == "Organization"
        assert said["publisher"]["name"]
    assert data["en"]["headline"] == "Zhaoqing starts work"
    assert data["en"]["contentLocation"] == [{"@type": "City", "name": "Zhaoqing"}]
    assert data["zh-hant"]["keywords"] == ["新能源"]


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("西江简报编辑部", ["西江简报编辑部", "西江簡報編輯部", "Test Digest"]),
        ("西江簡報編輯部", ["西江简报编辑部", "西江簡報編輯部", "Test Digest"]),
        ("Xijiang Press", 3 * ["Xijiang Press"]),
        ("{zh-Hans: 西江通讯社, en: Xijiang News}", ["西江通讯社", "西江通訊社", "Xijiang News"]),
    ],
)
def test_the_publisher_is_named_in_each_language(
    site: TestSite, said: str, names: list[str]
) -> None:
    site.settings(f"publisher: {said}\n")
    site.english("zhaoqing-start")
    site.build()
    for edition, name in zip(EDITIONS, names, strict=True):
        for address in ("", ARTICLE):
            data = linked_data(site.page(f"/{edition}/{address}"))
            assert data["publisher"]["name"] == name
        book = site.root / f"public/{edition}/books/2023-10-{edition}.epub"
        with zipfile.ZipFile(book) as epub:
            package = epub.read(next(n for n in epub.namelist() if n.endswith(".opf"))).decode()
        assert f"<dc:publisher>{name}</dc:publisher>" in package


def test_settings_in_traditional_characters_are_simplified_for_the_other_edition(
    site: TestSite,
) -> None:
    site.settings(
        "title: {zh-Hans: 縣域產業簡報, en: Test Digest}\n"
        "footer: {zh-Hans: 聯絡編輯部, en: Contact}\n"
        "menu: [latest, {name: {zh-Hans: 開放資料, en: Data}, to: 'https://example.net/'}]\n"
        "topics:\n  重大項目: {en: Major projects, slug: projects}\n"
    )
    site.article("zhaoqing-start", more="topics: [重大項目]\n")
    site.build()
    simplified, traditional = (site.page(f"/{one}/{ARTICLE}") for one in ("zh-hans", "zh-hant"))
    for hans, hant in (
        ("县域产业简报", "縣域產業簡報"), ("联络编辑部", "聯絡編輯部"), ("开放资料", "開放資料"),
        ("重大项目", "重大項目"),
    ):  # fmt: skip
        assert hans in simplified
        assert hant not in simplified
        assert hant in traditional
        assert hans not in traditional


def test_translations_and_their_original_name_each_other(site: TestSite) -> None:
    site.build()
    source = linked_data(site.page(f"/zh-hans/{ARTICLE}"))
    made = {work["@id"]: work["inLanguage"] for work in source["workTranslation"]}
    assert made == {
        f"{BASE}zh-hant/{ARTICLE}": "zh-Hant",
        f"{BASE}en/{ARTICLE}": "en",
    }
    for edition in ("zh-hant", "en"):
        said = linked_data(site.page(f"/{edition}/{ARTICLE}"))
        assert said["translationOfWork"]["@id"] == source["@id"]
        assert "workTranslation" not in said


def test_a_traditional_source_is_the_original(site: TestSite) -> None:
    site.article("hant-source", title="臺商在肇慶投資", body="項目順利投產，看著廠房。")
    site.build()
    hans = linked_data(site.page("/zh-hans/articles/hant-source/"))
    assert hans["translationOfWork"]["@id"] == f"{BASE}zh-hant/articles/hant-source/"
    hant = linked_data(site.page("/zh-hant/articles/hant-source/"))
    assert hant["workTranslation"]["inLanguage"] == "zh-Hans"


def test_a_named_author_is_a_person(site: TestSite) -> None:
    path = site.articles / "zhaoqing-start.md"
    text = path.read_text("utf-8").replace("{name: 西江日报}", "{name: 西江日报, author: 陈洁}")
    path.write_text(text, "utf-8")
    site.build()
    assert linked_data(site.page(f"/zh-hans/{ARTICLE}"))["author"] == {
        "@type": "Person",
        "name": "陈洁",
    }


def test_what_is_shown_in_chinese_for_want_of_english_claims_no_translation(
    site: TestSite,
) -> None:
    site.article("only-chinese", title="只有中文")
    site.build()
    said = linked_data(site.page("/en/articles/only-chinese/"))
    assert said["inLanguage"] == "zh-Hans"
    source = linked_data(site.page("/zh-hans/articles/only-chinese/"))
    assert source["workTranslation"]["inLanguage"] == "zh-Hant"


@given(st.recursive(st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
@settings(max_examples=100, derandomize=True, deadline=None)
def test_no_text_ends_the_script_element(data: object) -> None:
    written = script(data)
    assert json.loads(written) == data
    assert "<" not in written
    assert ">" not in written


def test_a_hostile_title_stays_a_title(site: TestSite) -> None:
    title = "肇庆 </script><script>alert(1)</script>"
    site.article("hostile", title=f"'{title}'")
    site.build()
    page = site.page("/zh-hans/articles/hostile/")
    assert "<script>alert" not in page
    assert linked_data(page)["headline"] == title


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2023-10-12", "2023-10-12T00:00:00+08:00"),
        ("2023-10-12T09:30:00", "2023-10-12T09:30:00+08:00"),
        ("2023-10-12T09:30:00+00:00", "2023-10-12T09:30:00+00:00"),
    ],
)
def test_moments_have_an_offset(written: str, expected: str) -> None:
    assert moment(written, ZoneInfo("Asia/Shanghai")) == expected


def test_pages_introduce_themselves_to_networks(site: TestSite) -> None:
    site.build()
    said = open_graph(site.page(f"/zh-hant/{ARTICLE}"))
    assert said["og:type"] == "article"
    assert said["og:title"] == "肇慶項目開工"
    assert said["og:url"] == f"{BASE}zh-hant/{ARTICLE}"
    assert said["og:locale"] == "zh_TW"
    assert said["article:published_time"] == "2023-10-10T00:00:00+08:00"
    assert open_graph(site.page("/en/"))["og:type"] == "website"
    site.settings("hant_variant: hk\n")
    site.build()
    assert open_graph(site.page(f"/zh-hant/{ARTICLE}"))["og:locale"] == "zh_HK"


@pytest.mark.parametrize("where", ["en/", "zh-hans/cities/zhaoqing/", "zh-hant/topics/new-energy/"])
def test_the_json_feed_has_what_the_rss_feed_has(site: TestSite, where: str) -> None:
    site.article("second", title="第二篇", date="2023-11-02")
    site.english("second", title="The second")
    site.build()
    feed = json.loads(site.page(f"{where}feed.json"))
    rss = feedparser.parse(site.page(f"{where}feed.xml"))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == f"{BASE}{where}feed.json"
    assert feed["home_page_url"] == f"{BASE}{where}"
    assert [item["url"] for item in feed["items"]] == [entry.link for entry in rss.entries]
    assert [item["title"] for item in feed["items"]] == [entry.title for entry in rss.entries]
    assert all(item["content_html"] for item in feed["items"])
    assert f'href="{"../" * where.count("/")}{where}feed.json"' in site.page(where)


def test_a_json_feed_of_summaries(site: TestSite) -> None:
    site.settings("feed_content: summary\n")
    site.build()
    (item,) = json.loads(site.page("zh-hans/feed.json"))["items"]
    assert "content_html" not in item
    assert item["content_text"] == item["summary"] != ""


@pytest.mark.parametrize("feed", ["en/feed.xml", "zh-hans/cities/zhaoqing/feed.xml"])
def test_a_feed_is_readable_in_a_browser_without_a_transformation(
    site: TestSite, feed: str
) -> None:
    site.build()
    styles = re.findall(r'<\?xml-stylesheet type="([^"]+)" href="([^"]+)"\?>', site.page(feed))
    ((kind, href),) = styles
    assert kind == "text/css"
    assert ((site.root / "public" / feed).parent / href).resolve().is_file()


def test_the_manifest_names_icons_that_are_there(site: TestSite) -> None:
    site.build()
    for edition, name in (("zh-hans", "测试简报"), ("zh-hant", "測試簡報"), ("en", "Test Digest")):
        folder = site.root / "public" / edition
        manifest = json.loads(site.page(f"{edition}/site.webmanifest"))
        assert manifest["name"] == name
        assert (folder / manifest["start_url"]).resolve() == folder
        assert 'rel="manifest" href="../' in site.page(f"/{edition}/")
        for icon in manifest["icons"]:
            assert icon["sizes"] == "{}x{}".format(*png_size(folder / icon["src"]))


def png_size(file: Path) -> tuple[int, int]:
    data = file.read_bytes()
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", data[16:24])
    return width, height


class _Inline(HTMLParser):
    """Whatever a strict policy would block."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.policy = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if given.get("http-equiv") == "Content-Security-Policy":
            self.policy = given["content"] or ""
        runs = tag == "script" and given.get("type") != "application/ld+json"
        if tag == "style" or "style" in given or (runs and "src" not in given):
            self.found.append(self.get_starttag_text() or tag)
        self.found += [name for name in given if name.startswith("on")]


def test_every_page_has_a_strict_policy_and_obeys_it(site: TestSite) -> None:
    site.article("table", body="| 甲 | 乙 |\n|:-|-:|\n| 1 | 2 |")
    site.build()
    pages = [text for path, text in site.files().items() if path.endswith(".html")]
    assert len(pages) > 30
    for page in pages:
        seen = _Inline()
        seen.feed(page.decode())
        assert seen.found == []
        assert seen.policy.startswith("default-src 'none';")
        assert "unsafe" not in seen.policy
        assert "http" not in seen.policy


def test_a_list_is_described_by_its_newest_articles(site: TestSite) -> None:
    site.article("second", title="肇庆第二个项目投产", date="2023-11-01")
    site.english("second", title="A second plant opens in Zhaoqing")
    site.build()
    titles = {
        "en": "articles: A second plant opens in Zhaoqing; Zhaoqing starts work",
        "zh-hans": "篇：肇庆第二个项目投产；肇庆项目开工",
    }
    for edition, said in titles.items():
        for where in ("cities/zhaoqing", "topics/new-energy"):
            described = open_graph(site.page(f"/{edition}/{where}/"))["og:description"]
            assert described.endswith(f" · 2 {said}")
    assert ": A second plant" in open_graph(site.page("/en/archive/2023-11/"))["og:description"]


def test_a_publisher_without_english_is_noted_by_a_check_alone(site: TestSite) -> None:
    site.settings("publisher: 西江简报编辑部\n")
    assert "publisher" not in site.digest("build").err
    ran = site.digest("check")
    told = [line for line in (ran.out + ran.err).splitlines() if "publisher" in line]
    assert told == [
        "note: site.yaml: publisher: has no English, so the title stands for it there"
        " (publisher: {zh-Hans: 西江简报编辑部, en: …})"
    ]
