"""Series, authors, citations, estimated days and frames, as readers and editors see them."""

from __future__ import annotations

import json
import re

from tests.sites import TestSite

BODY = "肇庆的项目已经开工，总投资三亿元。\n"


def by(site: TestSite, slug: str, source: str, **more: str) -> None:
    """Write an article with a source of its own."""
    file = site.article(slug, **more)
    text = re.sub(r"^source: .*$", f"source: {source}", file.read_text("utf-8"), flags=re.M)
    site.write(str(file.relative_to(site.root)), text)


def story(site: TestSite, slug: str, date: str, more: str, body: str = BODY) -> None:
    site.article(slug, date=date, more=f"cities: [肇庆]\n{more}", body=body)


def metadata(page: str) -> dict[str, object]:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)
    assert found is not None
    data: dict[str, object] = json.loads(found.group(1))
    return data


def test_the_parts_of_a_series_lead_to_each_other_in_the_order_of_their_dates(
    site: TestSite,
) -> None:
    site.write("content/glossary.yaml", "terms:\n  港区建设: Building the port\n")
    for day in (1, 2, 3):
        story(site, f"port-{day}", f"2023-09-0{day}", "series: 港区建设\n")
    site.build()
    middle = site.page("/en/articles/port-2/")
    assert "Part 2 of" in middle
    assert 'href="../../../en/series/gang-qu-jian-she/">Building the port</a>' in middle
    assert middle.index("Previous part") < middle.index("/articles/port-1/")
    assert middle.index("Next part") < middle.index("/articles/port-3/")
    page = site.page("/zh-hant/series/gang-qu-jian-she/")
    assert "港區建設" in page
    places = [page.index(f"/articles/port-{day}/") for day in (1, 2, 3)]
    assert places == sorted(places)
    assert "/en/series/gang-qu-jian-she/" in site.page("/sitemap.xml")
    # The list of all series, which the page of a series names.
    story(site, "road", "2023-10-09", "series: 修路\n")
    site.build()
    assert '<a href="../../../en/series/">Series</a>' in site.page("/en/series/gang-qu-jian-she/")
    every = site.page("/en/series/").split("<main")[1]
    assert every.index(">修路</a>") < every.index(">Building the port</a>")
    assert 'lang="zh-Hans">修路</a> <span class="count">1 article<' in every
    assert every.index("/articles/port-3/") < every.index("/articles/port-1/")
    assert "/zh-hant/series/</loc>" in site.page("/sitemap.xml")
    assert "Part" not in site.page("/en/articles/zhaoqing-start/").split("<main")[1]


def test_a_new_part_changes_its_neighbour_in_the_series(site: TestSite) -> None:
    story(site, "port-1", "2023-09-01", "series: 港区建设\n")
    site.build()
    assert "Next part" not in site.page("/en/articles/port-1/")
    story(site, "port-2", "2023-09-02", "series: 港区建设\n")
    site.build()
    assert "Next part" in site.page("/en/articles/port-1/")


def test_authors_have_pages_only_where_the_settings_ask_for_them(site: TestSite) -> None:
    by(site, "a", "{name: 日报, author: 记者 王伟、李娜}", date="2023-09-01")
    by(site, "b", "{name: 日报, author: 王玮、单行长}", date="2023-09-02")
    site.build()
    assert not (site.root / "public/zh-hans/authors").exists()
    site.settings(more="author_pages: true\n")
    site.build()
    page = site.page("/zh-hans/articles/a/")
    assert 'authors/wang-wei/">王伟</a>、<a' in page
    every = site.page("/zh-hans/authors/").split("<main")[1]
    assert re.findall(r'authors/([\w-]+?)(?:-[0-9a-f]{6})?/">(.+?)</a>', every) == [
        ("dan-xing-zhang", "单行长"),
        ("li-na", "李娜"),
        ("wang-wei", "王伟"),
        ("wang-wei", "王玮"),
    ]
    assert not (site.root / "public/zh-hans/series").exists()
    assert "authors/li-na/" in page
    # As ever, though the surname is read shàn: addresses of published pages stay.
    assert 'authors/dan-xing-zhang/">单行长' in site.page("/zh-hans/articles/b/")
    # Another name that reads the same has another address.
    other = re.search(r"authors/(wang-wei-[0-9a-f]{6})/", site.page("/zh-hans/articles/b/"))
    assert other is not None
    assert "/articles/b/" in site.page(f"/zh-hans/authors/{other.group(1)}/")
    assert "/articles/b/" not in site.page("/zh-hans/authors/wang-wei/")


def test_an_estimated_day_is_said_to_be_one_and_crawlers_get_none(site: TestSite) -> None:
    story(site, "old", "2023-09-01", "date_estimated: true\n")
    site.build()
    page = site.page("/en/articles/old/")
    assert "about 1 September 2023" in page
    assert "The original gives no date" in page
    data = metadata(page)
    assert "datePublished" not in data
    assert "dateModified" not in data
    assert "article:published_time" not in page
    assert "约2023年9月1日" in site.page("/zh-hans/")
    found = (site.root / "public/search/text/en").glob("*.json")
    assert any('"day":"about 1 September 2023"' in text.read_text("utf-8") for text in found)
    assert "datePublished" in metadata(site.page("/en/articles/zhaoqing-start/"))


def test_an_article_says_how_to_cite_it(site: TestSite) -> None:
    by(site, "a", "{name: 日报, author: 王伟}", title="港区开工", date="2023-09-01")
    story(site, "old", "2023-09-02", "date_estimated: true\n")
    site.build()
    page = site.page("/zh-hans/articles/a/")
    base = r"https://\S+/zh-hans/articles/a/"
    assert "王伟. (2023, September 1). 港区开工. " in page
    assert re.search(rf"王伟\. 港区开工\[EB/OL\]\. [^,]+, \(2023-09-01\)\. {base}", page)
    assert "date = {2023-09-01}," in page
    assert page.index("GB/T 7714") < page.index("APA")
    old = site.page("/en/articles/old/")
    assert "(ca. 2023)" in old
    assert "date = {2023-09-02~}," in old
    assert old.index("APA") < old.index("GB/T 7714")


FRAME = '<iframe src="https://player.example.org/v?id=1&amp;p=2" title="航拍"></iframe>\n'


def test_a_frame_is_a_link_until_its_host_is_allowed(site: TestSite) -> None:
    story(site, "film", "2023-09-01", "", f"{BODY}\n{FRAME}")
    ran = site.build()
    assert re.search(
        r"content/articles/film\.md:\d+: iframe: a frame of player\.example\.org is shown as a"
        r" link \(add player\.example\.org to `embeds` in site\.yaml",
        ran.err,
    )
    page = site.page("/zh-hans/articles/film/")
    link = '<a class="embed" href="https://player.example.org/v?id=1&amp;p=2"'
    assert f"{link}>航拍</a>" in page
    assert "frame-src" not in page
    site.settings(more="embeds: [Player.example.org]\n")
    ran = site.build()
    assert "iframe" not in ran.err
    page = site.page("/zh-hans/articles/film/")
    assert f"{link} data-embed>航拍</a>" in page
    assert "frame-src https://player.example.org ;" in page
    assert "<iframe" not in page
    assert "frame-src" not in site.page("/zh-hans/articles/zhaoqing-start/")


def test_frames_without_an_https_address_show_nothing_harmful(site: TestSite) -> None:
    frames = (
        "<iframe src='javascript:alert(1)'></iframe>\n\n<iframe srcdoc='<b>x</b>'></iframe>\n\n"
        "<iframe src='http://player.example.org/'></iframe>\n"
    )
    site.settings(more="embeds: [player.example.org]\n")
    story(site, "film", "2023-09-01", "", f"{BODY}\n{frames}")
    ran = site.build()
    assert "not an https address (use https://)" in ran.err
    page = site.page("/zh-hans/articles/film/")
    assert "javascript:" not in page
    assert "srcdoc" not in page
    assert "data-embed" not in page


def test_what_is_no_host_is_refused(site: TestSite) -> None:
    site.settings(more="embeds: ['https://player.example.org/x', 'a b']\n")
    ran = site.digest("build")
    assert ran.code == 1
    assert (
        '"https://player.example.org/x" is not the name of a host (write player.example.org)'
        in (ran.err)
    )
    assert '"a b" is not the name of a host (like player.example.org)' in ran.err


def test_check_asks_for_the_address_of_the_original(site: TestSite) -> None:
    by(site, "a", "{name: 日报, url: 'https://paper.example/a'}")
    ran = site.digest("check")
    assert ran.code == 0
    assert "source.url: 1 of 2 articles has no address of the original: zhaoqing-start.md" in (
        ran.err + ran.out
    )


def test_check_lists_english_that_does_not_record_its_chinese(site: TestSite) -> None:
    site.english("zhaoqing-start")
    said = "source_hash: 1 English text does not record its Chinese, so that a later change of it"
    ran = site.digest("check")
    assert ran.code == 0
    assert f"{said} is not noticed: zhaoqing-start.en.md" in ran.err + ran.out
    assert site.digest("translate", "confirm", "zhaoqing-start").code == 0
    ran = site.digest("check")
    assert said not in ran.err + ran.out


def test_check_warns_of_a_change_in_the_future(site: TestSite) -> None:
    site.article("later", more="cities: [肇庆]\nupdated: 2199-03-01\n")
    ran = site.digest("check")
    assert ran.code == 0
    assert 'later.md: updated: "2199-03-01" is in the future (write' in ran.err + ran.out


def test_check_lists_series_that_the_english_edition_names_in_chinese(site: TestSite) -> None:
    said = "content/glossary.yaml: terms: 1 series has no English name: 轴承之乡 (add each to"
    story(site, "one", "2023-09-01", "series: 轴承之乡\n")
    story(site, "two", "2023-09-02", "series: 轴承之乡\n")
    ran = site.digest("check")
    assert ran.code == 0
    assert said in ran.err + ran.out
    site.write("content/glossary.yaml", "terms: {轴承之乡: Home of bearings}\n")
    ran = site.digest("check")
    assert "no English name" not in ran.err + ran.out
