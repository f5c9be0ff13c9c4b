"""Pages of the site's own: ``content/pages/<slug>.md`` with its sidecars."""

from __future__ import annotations

import json
import re

import pytest

from tests.pipeline.test_editions import alternates
from tests.sites import TestSite

PAGE = """\
---
title: 关于本站
{more}---

本站由编辑部维护。内容以简体写成。

## 联系

请写信，见[报道](../articles/zhaoqing-start.md#p1)、[声明](legal.md)和[章程](files/statute.txt)。
"""
LEGAL = "---\ntitle: 法律声明\norder: 5\n---\n\n请遵守法律。\n"
ENGLISH = """\
---
title: About us
---

This site is kept by its editors.

It says more here than the Chinese does, and says it in its own order.

- One
- Two

See the [notice](legal.md).
"""


def own_page(site: TestSite, slug: str = "about", more: str = "", text: str = PAGE) -> None:
    site.write(f"content/pages/{slug}.md", text.replace("{more}", more))


@pytest.fixture
def pages(site: TestSite) -> TestSite:
    own_page(site)
    own_page(site, "legal", text=LEGAL)
    site.write("content/pages/about.en.md", ENGLISH)
    site.write("content/files/statute.txt", "statute")
    return site


def test_a_page_is_there_in_each_edition_and_converted(pages: TestSite) -> None:
    pages.build()
    hans, hant = pages.page("/zh-hans/about/"), pages.page("/zh-hant/about/")
    assert "<h1>关于本站</h1>" in hans
    assert "<h1>關於本站</h1>" in hant
    assert "本站由編輯部維護" in hant
    assert '<html lang="en">' in pages.page("/en/about/")


def test_its_english_is_free_text(pages: TestSite) -> None:
    ran = pages.build("--strict")
    english = pages.page("/en/about/")
    assert "<h1>About us</h1>" in english
    assert "in its own order" in english
    assert ran.problems == []


def test_its_links_lead_to_articles_pages_and_files(pages: TestSite) -> None:
    pages.build()
    text = pages.page("/zh-hans/about/")
    assert 'href="../articles/zhaoqing-start/#p1"' in text
    assert 'href="../legal/"' in text
    assert 'href="../../files/statute.txt"' in text
    checked = pages.digest("check")
    assert checked.problems == []
    assert checked.code == 0


def test_an_article_links_to_a_page(pages: TestSite) -> None:
    pages.article("other", body="见[关于](../pages/about.md)。")
    pages.build()
    assert 'href="../../about/"' in pages.page("/zh-hans/articles/other/")
    assert pages.digest("check").code == 0


def test_its_versions_know_of_each_other_and_are_in_the_sitemap(pages: TestSite) -> None:
    pages.build()
    base = "https://example.org/sub"
    versions = {
        "zh-Hans": f"{base}/zh-hans/about/",
        "zh-Hant": f"{base}/zh-hant/about/",
        "en": f"{base}/en/about/",
        "x-default": f"{base}/zh-hans/about/",
    }
    for edition in ("zh-hans", "zh-hant", "en"):
        text = pages.page(f"/{edition}/about/")
        assert alternates(text) == versions
        assert f'<link rel="canonical" href="{base}/{edition}/about/">' in text
        assert 'href="../../en/about/" lang="en" hreflang="en"' in text
        assert f"<loc>{base}/{edition}/about/</loc>" in pages.page("sitemap.xml")


def test_every_page_links_to_it_in_its_order(pages: TestSite) -> None:
    pages.build()
    front = pages.page("/zh-hant/")
    assert front.index(">法律聲明</a>") < front.index(">關於本站</a>")
    assert 'href="../zh-hant/about/"' in front
    assert 'href="../../../en/about/">About us</a>' in pages.page("/en/cities/zhaoqing/")


def test_a_page_may_be_left_out_of_the_footer(pages: TestSite) -> None:
    own_page(pages, more="listed: none\n")
    pages.build()
    assert "zh-hans/about/" not in pages.page("/zh-hans/")
    assert "关于本站" in pages.page("/zh-hans/about/")


def test_without_english_the_chinese_is_shown_with_a_note(pages: TestSite) -> None:
    pages.build()
    text = pages.page("/en/legal/")
    assert '<h1 lang="zh-Hans">法律声明</h1>' in text
    assert "There is no English text yet" in text
    assert '<meta name="robots" content="noindex">' in text
    assert "/en/legal/" not in pages.page("sitemap.xml")
    assert 'href="../en/legal/" lang="zh-Hans">法律声明</a>' in pages.page("/en/")


def test_without_english_it_may_be_left_out(pages: TestSite) -> None:
    (pages.root / "content/pages/about.en.md").unlink()
    pages.settings("missing_english: skip\n")
    pages.build()
    assert "en/about/index.html" not in pages.files()
    assert "about/" not in pages.page("/en/")
    assert pages.digest("check").code == 0


def test_without_english_the_build_may_stop(pages: TestSite) -> None:
    pages.settings("missing_english: error\n")
    ran = pages.digest("build")
    assert ran.code == 1
    assert ran.problems == [
        "content/pages/legal.md: has no English, and site.yaml says `missing_english: error` "
        "(write legal.en.md)"
    ]


def test_a_traditional_sidecar_takes_the_place_of_the_conversion(pages: TestSite) -> None:
    pages.write("content/pages/about.zh-Hant.md", "---\nsummary: 摘要\n---\n\n臺灣版另有一稿。\n")
    pages.build()
    text = pages.page("/zh-hant/about/")
    assert "臺灣版另有一稿" in text
    assert "<h1>關於本站</h1>" in text
    assert "本站由編輯部維護" not in text


def test_a_page_written_in_traditional_chinese(pages: TestSite) -> None:
    own_page(pages, "legal", text="---\ntitle: 法律聲明\n---\n\n請遵守當地的法律與規則。\n")
    pages.build()
    assert "請遵守當地的法律與規則" in pages.page("/zh-hant/legal/")
    assert "请遵守当地的法律与规则" in pages.page("/zh-hans/legal/")
    assert ">法律声明</a>" in pages.page("/zh-hans/")
    assert ">法律聲明</a>" in pages.page("/zh-hant/")


def test_a_draft_is_shown_only_where_drafts_are(pages: TestSite) -> None:
    own_page(pages, "plans", text="---\ntitle: 计划\ndraft: true\n---\n\n还没写好。\n")
    ran = pages.build()
    assert "zh-hans/plans/index.html" not in pages.files()
    assert "计划" not in pages.page("/zh-hans/")
    assert "1 left out" in ran.out
    pages.build("--drafts")
    assert '<strong class="draft">草稿</strong>' in pages.page("/zh-hans/plans/")


def test_a_changed_title_reaches_every_footer(pages: TestSite) -> None:
    pages.build()
    pages.write("content/pages/about.en.md", ENGLISH.replace("About us", "Who we are"))
    pages.build()
    assert ">Who we are</a>" in pages.page("/en/archive/")


def test_a_page_that_goes_is_removed(pages: TestSite) -> None:
    own_page(pages, text=LEGAL)
    pages.build()
    (pages.root / "content/pages/about.md").unlink()
    (pages.root / "content/pages/about.en.md").unlink()
    pages.build()
    assert "zh-hans/about/index.html" not in pages.files()
    assert "about/" not in pages.page("/zh-hans/")


def test_a_second_build_makes_nothing_anew(pages: TestSite) -> None:
    pages.build()
    before = pages.files()
    assert pages.build("--force").code == 0
    assert pages.files() == before


def test_search_finds_a_page(pages: TestSite) -> None:
    pages.build()
    texts = [
        json.loads(data)
        for path, data in pages.files().items()
        if path.startswith("search/text/en/")
    ]
    found = [text for text in texts if text["title"] == "About us"]
    assert [text["at"] for text in found] == ["../about/"]
    assert json.loads(pages.page("search/index.json"))["articles"] == 3


@pytest.mark.parametrize(
    ("path", "text", "said"),
    [
        (
            "about.md",
            "---\nsummary: 摘要\n---\n\n正文。\n",
            "content/pages/about.md:2: title: missing (add `title: …`)",
        ),
        (
            "about.md",
            "---\ntitle: 关于\nordr: 3\n---\n\n正文。\n",
            'content/pages/about.md:3: ordr: unknown key (did you mean "order"?)',
        ),
        (
            "about.md",
            "---\ntitle: 关于\nlisted: foot\n---\n\n正文。\n",
            'content/pages/about.md:3: listed: unknown value "foot" (did you mean "footer"?)',
        ),
        (
            "about.md",
            "---\ntitle: 关于\norder: 0\n---\n\n正文。\n",
            'content/pages/about.md:3: order: "0" is not a whole number from 1 to 999',
        ),
        (
            "about.md",
            "---\ntitle: 关于\n---\n\n见[那里](nowhere.md)。\n",
            "content/pages/about.md:5: link: there is no page nowhere.md"
            " (check its name, or remove the link)",
        ),
        (
            "about.md",
            "---\ntitle: 关于\n---\n\n见[报道](zhaoqing-start.md)。\n",
            "content/pages/about.md:5: link: there is no page zhaoqing-start.md "
            "(write ../articles/zhaoqing-start.md for the article)",
        ),
        (
            "about.en.md",
            "---\ntitle: About\n---\n\nSee [there](nowhere.md).\n",
            "content/pages/about.en.md:5: link: there is no page nowhere.md"
            " (check its name, or remove the link)",
        ),
        (
            "about.en.md",
            "---\ntitle: About\n---\n",
            "content/pages/about.en.md:5: has no text (write it below the second ---)",
        ),
        (
            "about.en.md",
            "---\ntitle: About\nstatus: machine\n---\n\nText.\n",
            'content/pages/about.en.md:3: status: unknown value "machine" (one of reviewed, draft)',
        ),
        (
            "contact.en.md",
            "---\ntitle: Contact\n---\n\nText.\n",
            "content/pages/contact.en.md: slug: its page contact.md is missing "
            "(rename it like its page, or delete it)",
        ),
        (
            "cities.md",
            "---\ntitle: 城市\n---\n\n正文。\n",
            'content/pages/cities.md: slug: "cities" is an address of the program\'s own pages '
            "(rename it)",
        ),
        (
            "About.md",
            "---\ntitle: 关于\n---\n\n正文。\n",
            'content/pages/About.md: slug: "About" cannot be used in an address '
            "(rename it to about.md)",
        ),
    ],
)
def test_each_mistake_has_its_line(site: TestSite, path: str, text: str, said: str) -> None:
    if path.startswith("about.en"):
        own_page(site, text=LEGAL)
    site.write(f"content/pages/{path}", text)
    ran = site.digest("build")
    assert ran.code == 1
    assert ran.problems == [said]


def test_a_link_to_a_draft_is_refused(pages: TestSite) -> None:
    own_page(pages, "legal", text=LEGAL.replace("order: 5", "draft: true"))
    ran = pages.digest("build")
    assert ran.code == 1
    assert ran.problems == [
        "content/pages/about.en.md:12: link: legal.md is a draft "
        "(publish it first, or remove the link)",
        "content/pages/about.md:9: link: legal.md is a draft "
        "(publish it first, or remove the link)",
    ]


def test_check_goes_on_where_a_page_has_errors(pages: TestSite) -> None:
    own_page(pages, "legal", text="---\ntitle: 法律声明\nlang: en\n---\n\n正文。\n")
    ran = pages.digest("check")
    assert ran.problems == [
        'content/pages/legal.md:3: lang: unknown value "en" (one of zh-Hans, zh-Hant)'
    ]


def test_chinese_left_in_the_english_is_told(pages: TestSite) -> None:
    pages.write("content/pages/about.en.md", "---\ntitle: About\n---\n\nThis is our 网站.\n")
    ran = pages.build()
    assert [re.sub(r" \(.*", "", said) for said in ran.problems] == [
        "content/pages/about.en.md:5: paragraph 1: Chinese is left in the English: 网站"
    ]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("", ""), ""),
        (("312 reports", "321 reports"), '2: title: 312篇 (312) became "321"'),
        (("1.2 million", "12 million"), '3: summary: 120万人 (1.2 million people) became "12'),
        (
            ("30 percent more", "30 percent fewer"),
            '6: paragraph 1: 三成 (30%) became "30 percent fewer readers" (a fall)',
        ),
        (("It has 18 editors, 30", "30"), ""),
        (("30 percent more", "<!-- checked -->\n30 percent fewer"), ""),
        (("1.2 km long", "12 km long"), '8: paragraph 2: 1.2公里 (1.2 kilometres) became "12 km"'),
        (("![A quay", "More text.\n\n![A quay"), ""),
    ],
)
def test_figures_of_a_page_are_compared(site: TestSite, change: tuple[str, str], told: str) -> None:
    site.write(
        "content/files/quay.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    )
    site.write(
        "content/pages/year.md",
        "---\ntitle: 一年312篇报道\nsummary: 读者120万人。\n---\n\n编辑18名，读者增长三成。\n\n"
        "![码头长1.2公里](files/quay.svg)\n",
    )
    english = (
        "---\ntitle: 312 reports in a year\nsummary: It has 1.2 million readers.\n---\n\n"
        "It has 18 editors, 30 percent more readers.\n\n"
        "![A quay 1.2 km long](files/quay.svg)\n"
    )
    if "checked" in change[1]:
        english = english.replace("It has 18 editors, 30", "30")
    site.write("content/pages/year.en.md", english.replace(*change) if change[0] else english)
    problems = [one for one in site.build().problems if "year.en.md" in one]
    assert len(problems) == bool(told), problems
    assert all(f"content/pages/year.en.md:{told}" in one for one in problems)


@pytest.mark.parametrize(
    ("chinese", "english", "told"),
    [
        ("关于本报", "About this weekly", False),
        ("关于我们", "About this weekly", False),
        ("本报100期", "This weekly has 100 issues", False),
        ("本报100期", "This weekly has 101 issues", True),
        ("报道100篇", "100 weekly reports", True),
    ],
)
def test_titles_of_pages_may_name_the_kind_of_publication(
    site: TestSite, chinese: str, english: str, told: bool
) -> None:
    site.write("content/pages/paper.md", f"---\ntitle: {chinese}\n---\n\n由编辑部维护。\n")
    site.write("content/pages/paper.en.md", f"---\ntitle: {english}\n---\n\nIt is kept.\n")
    found = [line for line in site.build().problems if "paper.en.md:2: title" in line]
    assert bool(found) == told
