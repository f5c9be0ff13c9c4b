"""One source becomes three editions that know of each other."""

from __future__ import annotations

import re
from html import unescape

import pytest

from tests.sites import TestSite

EDITIONS = ("zh-hans", "zh-hant", "en")


def alternates(page: str) -> dict[str, str]:
    found = re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"', page)
    return {tag: unescape(url) for tag, url in found}


def html_pages(site: TestSite) -> dict[str, str]:
    return {
        "https://example.org/sub/" + path.removesuffix("index.html"): data.decode()
        for path, data in site.files().items()
        if path.endswith("index.html")
    }


def test_an_article_is_there_in_each_edition(site: TestSite) -> None:
    site.build()
    hans = site.page("/zh-hans/articles/zhaoqing-start/")
    hant = site.page("/zh-hant/articles/zhaoqing-start/")
    english = site.page("/en/articles/zhaoqing-start/")
    assert '<html lang="zh-Hans">' in hans
    assert "肇庆项目开工" in hans
    assert '<html lang="zh-Hant">' in hant
    assert "肇慶項目開工" in hant
    assert "廠房已經封頂" in hant
    assert '<html lang="en">' in english
    assert "the plant has been topped out" in english
    assert "10 October 2023" in english
    assert "2023年10月10日" in hans


def test_every_address_of_the_contract_is_there(site: TestSite) -> None:
    site.build()
    files = site.files()
    for edition in EDITIONS:
        for page in (
            "",
            "articles/zhaoqing-start/",
            "archive/",
            "archive/2023-10/",
            "cities/",
            "cities/zhaoqing/",
            "topics/",
            "topics/new-energy/",
        ):
            assert f"{edition}/{page}index.html" in files
        for feed in ("feed.xml", "cities/zhaoqing/feed.xml", "topics/new-energy/feed.xml"):
            assert f"{edition}/{feed}" in files
    assert {"index.html", "404.html", "robots.txt", "sitemap.xml"} <= files.keys()


def test_hreflang_is_mutual_and_canonical_is_the_page_itself(site: TestSite) -> None:
    site.article("no-english")
    site.build()
    pages = html_pages(site)
    checked = 0
    for url, page in pages.items():
        versions = alternates(page)
        if 'name="robots" content="noindex"' in page:
            continue
        assert f'<link rel="canonical" href="{url}">' in page
        for tag, other in versions.items():
            assert other in pages, f"{url} names {other}"
            assert tag == "x-default" or alternates(pages[other]) == versions
            checked += 1
        if url != "https://example.org/sub/":
            assert url in versions.values()
            assert "x-default" in versions
    assert checked > 50


def test_an_article_without_english_is_no_english_version(site: TestSite) -> None:
    site.article("no-english", title="没有英文")
    site.build()
    english = site.page("/en/articles/no-english/")
    assert 'name="robots" content="noindex"' in english
    assert re.search(r'<div class="body[^"]*" lang="zh-Hans">', english)
    assert "There is no English text yet" in english
    assert "en" not in alternates(site.page("/zh-hans/articles/no-english/"))
    assert "/en/articles/no-english/" not in site.page("/sitemap.xml")
    assert "/en/articles/zhaoqing-start/" in site.page("/sitemap.xml")


def test_articles_without_english_can_be_skipped(site: TestSite) -> None:
    site.settings("missing_english: skip\n")
    site.article("no-english", more="cities: [中山]\n")
    site.build()
    files = site.files()
    assert "en/articles/no-english/index.html" not in files
    assert "en/cities/zhongshan/index.html" not in files
    assert "zh-hans/cities/zhongshan/index.html" in files
    # The switch on a page that English lacks leads to the nearest page that is there.
    assert 'href="../../../en/cities/" lang="en"' in site.page("/zh-hans/cities/zhongshan/")


def test_articles_without_english_can_be_an_error(site: TestSite) -> None:
    site.settings("missing_english: error\n")
    site.article("no-english")
    ran = site.digest("build")
    assert ran.code == 1
    assert ran.problems == [
        "content/articles/no-english.md: has no English, and site.yaml says "
        "`missing_english: error` (write no-english.en.md)"
    ]


def test_the_language_switch_keeps_the_page(site: TestSite) -> None:
    site.build()
    page = site.page("/zh-hans/cities/zhaoqing/")
    for edition in EDITIONS:
        assert f'href="../../../{edition}/cities/zhaoqing/"' in page


def test_a_subset_of_editions_in_another_order(site: TestSite) -> None:
    site.settings("editions: [en, zh-Hant]\n")
    site.build()
    files = site.files()
    assert not any(path.startswith("zh-hans/") for path in files)
    page = site.page("/en/")
    assert alternates(page)["x-default"] == "https://example.org/sub/"
    article = alternates(site.page("/zh-hant/articles/zhaoqing-start/"))
    assert list(article) == ["en", "zh-Hant", "x-default"]
    assert article["x-default"].endswith("/en/articles/zhaoqing-start/")


@pytest.mark.parametrize(
    ("base_url", "root"), [("https://h.org/a/b/", "/a/b/"), ("https://h.org/", "/")]
)
def test_pages_work_below_any_base_path(site: TestSite, base_url: str, root: str) -> None:
    site.settings(f"base_url: {base_url}\n")
    site.build()
    for path, data in site.files().items():
        if not path.endswith("index.html"):
            continue
        for address in re.findall(r'(?:href|src)="([^"]+)"', data.decode()):
            assert not address.startswith("/"), f"{path} has {address}"
    # The 404 page is served at any depth, so its addresses begin at the host.
    assert f'href="{root}en/"' in site.page("/404.html")


def test_the_root_offers_every_edition_without_javascript(site: TestSite) -> None:
    site.build()
    page = site.page("/")
    for edition in EDITIONS:
        assert f'href="./{edition}/"' in page
    assert alternates(page)["x-default"] == "https://example.org/sub/"


def test_lists_are_paged(site: TestSite) -> None:
    site.settings("page_size: 2\n")
    for number in range(4):
        site.article(
            f"more-{number}", title=f"第{'甲乙丙丁'[number]}条", date=f"2024-01-0{number + 1}"
        )
    site.build()
    # Below the list, groups show older articles that the list does not.
    first = site.page("/zh-hans/").partition('id="by-city"')[0]
    oldest = site.page("/zh-hans/page/1/")
    assert "第丁条" in first
    assert 'href="../zh-hans/page/2/"' in first
    assert "第甲条" not in first
    assert oldest.index("第甲条") < oldest.index("肇庆项目开工")
    assert 'href="../../../zh-hans/page/2/"' in oldest
    assert "zh-hans/topics/new-energy/page/2/index.html" in site.files()


def test_a_page_of_a_list_keeps_its_address_and_content(site: TestSite) -> None:
    site.settings("page_size: 2\n")
    for number in range(6):
        site.article(f"more-{number}", title=f"第{number}条", date=f"2024-01-0{number + 1}")
    site.build()
    before = site.files()
    site.article("newest", title="最新一条", date="2024-02-01")
    site.build()
    after = site.files()
    assert "最新一条" in site.page("/zh-hans/")
    for number in (1, 2):
        for edition in EDITIONS:
            path = f"{edition}/page/{number}/index.html"
            assert after[path] == before[path]


def test_a_traditional_source_gives_the_same_editions(site: TestSite) -> None:
    site.article(
        "hant-source",
        title="臺商在肇慶投資",
        body="項目順利投產，看著廠房，企業圍繞著儲能發展。",
        more="cities: [肇慶]\ntopics: [新能源]\n",
    )
    site.build()
    hans = site.page("/zh-hans/articles/hant-source/")
    assert "台商在肇庆投资" in hans
    assert "看着厂房，企业围绕着储能发展" in hans
    assert "項目順利投產，看著廠房" in site.page("/zh-hant/articles/hant-source/")


def test_a_hant_file_overrides_the_conversion(site: TestSite) -> None:
    site.write(
        "content/articles/zhaoqing-start.zh-hant.md",
        "---\ntitle: 編輯定的標題\n---\n\n第一段由編輯改寫。\n\n第二段也是。\n",
    )
    site.build()
    page = site.page("/zh-hant/articles/zhaoqing-start/")
    assert "編輯定的標題" in page
    assert "第一段由編輯改寫。" in page
    assert "編輯定的標題" not in site.page("/zh-hans/articles/zhaoqing-start/")


def test_drafts_and_future_articles_are_hidden(site: TestSite) -> None:
    site.article("a-draft", title="草稿一篇", more="draft: true\n")
    site.article("to-come", title="将来的事", date="2199-01-01")
    ran = site.build()
    assert "1 left out (--drafts shows them)" in ran.out
    assert "content/articles/to-come.md: dated 1 January 2199, held back until then" in ran.out
    assert "草稿一篇" not in site.page("/zh-hans/")
    assert "将来的事" not in site.page("/zh-hans/")
    site.build("--drafts")
    assert "草稿一篇" in site.page("/zh-hans/")


def test_the_clock_can_be_set(site: TestSite, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1696800000")  # 2023-10-08
    site.article("hour", date="2023-10-08T20:05:00-05:00")
    ran = site.build()
    assert "zhaoqing-start.md: dated 10 October 2023, held back until then" in ran.out
    assert "hour.md: dated 8 October 2023, 20:05 -05:00, held back until then" in ran.out
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    assert site.digest("build").code == 2


def test_links_between_articles_and_to_files(site: TestSite) -> None:
    site.write("content/files/plan.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")
    site.article(
        "linking",
        body="见[开工](zhaoqing-start.md#p2)与![规划图](files/plan.svg)及[官网](https://a.org/)。",
    )
    site.build()
    page = site.page("/zh-hans/articles/linking/")
    assert 'href="../zhaoqing-start/#p2"' in page
    assert 'src="../../../files/plan.svg"' in page
    assert "files/plan.svg" in site.files()
    assert 'id="p2"' in site.page("/zh-hans/articles/zhaoqing-start/")


def test_a_template_of_the_site_wins(site: TestSite) -> None:
    site.write("templates/topic.html", "{{ topic.name }}: {{ topic.count }}")
    site.build()
    assert site.page("/en/topics/new-energy/") == "New energy: 1"
    assert "<html" in site.page("/en/topics/")


def test_topics_cities_and_months_count_their_articles(site: TestSite) -> None:
    site.article("second", date="2023-09-01", more="cities: [441200, 中山]\ntopics: [重大项目]\n")
    site.build()
    cities = site.page("/en/cities/")
    assert re.search(r'zhaoqing/">Zhaoqing</a>.*2 articles', cities)
    assert re.search(r'zhongshan/">Zhongshan</a>.*1 article\b', cities)
    assert cities.count("Guangdong") == 1
    city = site.page("/en/cities/zhaoqing/")
    for name in ("肇庆市", "肇慶市", "Zhàoqìng", "441200", "Guangdong"):
        assert name in city
    assert "September 2023" in site.page("/en/archive/")
    assert "archive/2023-09/" in site.page("/en/archive/2023-10/")


def test_links_work_on_the_parallel_and_pinyin_pages_too(site: TestSite) -> None:
    site.write("content/files/plan.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")
    site.article("linking", body="见[开工](zhaoqing-start.md#p2)与![规划图](files/plan.svg)。")
    site.english(
        "linking", body="See [the start](zhaoqing-start.md#p2), ![a plan](files/plan.svg)."
    )
    site.build()
    for view in ("parallel", "pinyin"):
        page = site.page(f"/zh-hans/articles/linking/{view}/")
        assert 'href="../../zhaoqing-start/#p2"' in page
        assert 'src="../../../../files/plan.svg"' in page
    assert site.digest("check").code == 0
