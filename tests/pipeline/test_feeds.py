"""Feeds that readers' programs take without complaint."""

from __future__ import annotations

import re
from datetime import datetime
from email.utils import parsedate_to_datetime

import feedparser
import pytest

from generator.config.editions import feed_language
from tests.sites import TestSite

BASE = "https://example.org/sub/"


def feeds(site: TestSite) -> dict[str, bytes]:
    return {path: data for path, data in site.files().items() if path.endswith("feed.xml")}


def test_every_feed_is_sound(site: TestSite) -> None:
    site.article("second", date="2023-11-02T08:30:00+08:00", title="A & B <C> “引号”")
    site.build()
    found = feeds(site)
    assert len(found) == 9
    for path, data in found.items():
        feed = feedparser.parse(data)
        assert not feed.bozo, path
        assert feed.feed.title
        assert feed.feed.link == BASE + path.removesuffix("feed.xml")
        assert feed.feed.description
        self_links = [link.href for link in feed.feed.links if link.rel == "self"]
        assert self_links == [BASE + path]
        language = {"zh-hans": "zh-cn", "zh-hant": "zh-tw", "en": "en"}[path.split("/")[0]]
        assert feed.feed.language == language
        guids = [entry.id for entry in feed.entries]
        assert len(guids) == len(set(guids)) == 2
        for entry in feed.entries:
            assert entry.id == entry.link
            assert entry.link.startswith(f"{BASE}{path.split('/')[0]}/articles/")
            assert entry.summary
            when = parsedate_to_datetime(entry.published)
            assert re.match(when.strftime("%a, %d "), entry.published)
            assert when.utcoffset() is not None
        newest = feed.entries[0]
        assert newest.title == "A & B <C> “引号”" or "zh-hant" in path
        assert parsedate_to_datetime(newest.published) == datetime.fromisoformat(
            "2023-11-02T08:30:00+08:00"
        )


def test_full_text_has_absolute_addresses(site: TestSite) -> None:
    site.write("content/files/a.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")
    site.article("links", body="见[开工](zhaoqing-start.md)和![图](files/a.svg)。")
    site.build()
    for edition in ("zh-hans", "zh-hant", "en"):
        data = feeds(site)[f"{edition}/feed.xml"].decode()
        assert f'href="{BASE}{edition}/articles/zhaoqing-start/"' in data
        assert f'src="{BASE}files/a.svg"' in data
        assert "../" not in data.partition("<rss")[2]


def test_summaries_only(site: TestSite) -> None:
    site.settings("feed_content: summary\nsummary_length: {zh-Hans: 20, en: 60}\n")
    site.build()
    data = feeds(site)["zh-hans/feed.xml"].decode()
    assert "content:encoded>" not in data
    assert "第二段说明进度" not in data


def test_the_length_of_a_feed(site: TestSite) -> None:
    site.settings("feed_length: 2\n")
    for number in range(4):
        site.article(f"more-{number}", date=f"2024-01-0{number + 1}")
    site.build()
    entries = feedparser.parse(feeds(site)["zh-hans/feed.xml"]).entries
    assert [entry.link.rsplit("/", 2)[1] for entry in entries] == ["more-3", "more-2"]


@pytest.mark.parametrize("bad", ["\x0b", "\x1b", "\ufffe", "\u0007"])
def test_what_xml_forbids_is_named_and_not_published(site: TestSite, bad: str) -> None:
    site.article("odd", body=f"前{bad}后]]>还有。")
    ran = site.digest("build")
    assert ran.code == 1
    line = site.root.joinpath("content/articles/odd.md").read_text("utf-8").count("\n", 0, -1) + 1
    told = f"content/articles/odd.md:{line}: contains the control character U+{ord(bad):04X}"
    assert [told in problem for problem in ran.problems] == [True]
    site.article("odd", body="前后]]>还有。")
    site.build()
    feed = feedparser.parse(feeds(site)["zh-hans/feed.xml"])
    assert not feed.bozo
    content = next(e for e in feed.entries if "odd" in e.link).content[0].value
    assert "前后]]&gt;还有" in content or "前后]]>还有" in content


def test_missing_english_says_so_in_the_feed(site: TestSite) -> None:
    site.article("no-english")
    site.build()
    feed = feedparser.parse(feeds(site)["en/feed.xml"])
    content = next(e for e in feed.entries if "no-english" in e.link).content[0].value
    assert "There is no English text yet" in content
    assert 'lang="zh-Hans"' in content


def test_a_feed_of_hong_kong_is_in_its_language() -> None:
    assert feed_language("zh-Hant", "hk") == "zh-hk"
    assert feed_language("zh-Hant", "tw") == "zh-tw"
    assert feed_language("zh-Hans", "hk") == "zh-cn"
