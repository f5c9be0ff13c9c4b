"""The front page: the issue's strip, the lead in both languages, groups, typography."""

from __future__ import annotations

import re
from collections import Counter

from tests.sites import TestSite

SUMMARY = "summary: 肇庆8个月完成投资28.95亿元。\n"


def test_the_strip_has_the_issue_and_figures_of_the_newest_stories(site: TestSite) -> None:
    body = "2023年肇庆完成工业投资28.95亿元。\n"
    site.article("money", title="肇庆完成工业投资28.95亿元", date="2023-11-02", body=body)
    site.build()
    strip = site.page("/zh-hans/").partition('class="issue"')[2].partition("</section>")[0]
    assert "2023年11月2日" in strip
    assert "2 篇" in strip
    assert re.search(r'href="[./]*zh-hans/articles/money/#p1"><b>28.95亿元</b>', strip)
    assert "工业投资 · 肇庆 · 2023年" in strip


def test_the_strip_says_nothing_of_a_part_of_the_city_as_if_it_were_the_city(
    site: TestSite,
) -> None:
    bodies = {
        # A county, an industry, no known time; the last is the city's own.
        "county": "2023年德庆县工业投资18.91亿元。肇庆市2023年工业投资28.92亿元。",
        "industry": "2023年肇庆市白酒产业产值18.93亿元。",
        "undated": "肇庆市工业投资18.94亿元。",
    }
    for number, (name, body) in enumerate(bodies.items()):
        site.article(name, date=f"2023-11-0{9 - number}", body=body + "\n", more="cities: [肇庆]\n")
    site.build()
    strip = site.page("/zh-hans/").partition('class="issue"')[2].partition("</section>")[0]
    assert re.findall("<li>.*?</b> <span>(.*?)</span>", strip) == ["工业投资 · 肇庆 · 2023年"]
    assert "28.92亿元" in strip


def test_the_lead_stands_in_both_languages(site: TestSite) -> None:
    site.build()
    english = site.page("/en/").partition('class="twin"')[2].partition("</aside>")[0]
    assert '<div lang="zh-Hans">' in english
    assert "肇庆项目开工" in english
    assert "en/articles/zhaoqing-start/parallel/" in english
    chinese = site.page("/zh-hant/").partition('class="twin"')[2].partition("</aside>")[0]
    assert "Zhaoqing starts work" in chinese
    site.settings(more="editions: [zh-Hans, zh-Hant]\n")
    site.build()
    assert 'class="twin"' not in site.page("/zh-hans/")


def test_no_story_stands_on_the_front_more_than_twice(site: TestSite) -> None:
    for number in range(12):
        site.article(
            f"story-{number}",
            date=f"2023-09-{number + 1:02}",
            more="cities: [肇庆, 广州]\ntopics: [新能源, 重大项目]\n",
        )
    site.build()
    main = site.page("/zh-hans/").partition("<main")[2].partition("</main>")[0]
    stories = Counter(re.findall(r'<a href="[./]*zh-hans/articles/([a-z0-9-]+)/"', main))
    assert len(stories) > 10
    assert max(stories.values()) <= 2


def test_a_line_leads_first_time_readers_to_the_guide(site: TestSite) -> None:
    site.write("content/pages/how.md", "---\ntitle: 如何制作\n---\n\n由程序制作。\n")
    site.settings(more="guide: how\n")
    site.build()
    assert 'href="../zh-hans/how/">初次来访？请读：如何制作</a>' in site.page("/zh-hans/")
    site.settings(more="guide: hov\n")
    ran = site.digest("build")
    assert ran.code == 1
    assert 'guide: there is no page hov.md (did you mean "how"?)' in ran.err


def test_english_is_set_with_printers_marks(site: TestSite) -> None:
    site.english(
        "zhaoqing-start",
        title='Zhaoqing\'s "first" project - a start',
        body="It's the city's '1+2' plan - `x - 'y'` - for 2021-2023.\n\nSecond.\n",
    )
    site.build()
    page = site.page("/en/articles/zhaoqing-start/")
    assert "Zhaoqing’s “first” project – a start" in page
    assert "It’s the city’s ‘1+2’ plan – <code>x - 'y'</code> – for 2021–2023." in page
    assert "Zhaoqing’s “first” project – a start" in site.page("/en/")


def test_figures_in_headlines_hold_together(site: TestSite) -> None:
    site.article("a", title="完成投资28.95亿元 增长9.5%", date="2023-10-12")
    site.english("a", title="City draws 28.95 billion yuan & more")
    site.build()
    assert '投资<span class="fig">28.95亿元</span> 增长' in site.page("/zh-hans/articles/a/")
    held = "draws 28.95\N{NO-BREAK SPACE}billion\N{NO-BREAK SPACE}yuan &amp; more"
    assert held in site.page("/en/articles/a/")


def test_key_figures_follow_the_first_paragraph_and_the_rest_folds(site: TestSite) -> None:
    rows = "".join(f"2023年肇庆工业投资{n}1亿元，增长{n}.5%。\n\n" for n in range(2, 6))
    site.article("many", body=f"开头一段。\n\n{rows}", date="2023-10-12")
    table = "| 阶段 | 数量 |\n| --- | --- |\n| 签约一批 | 353个 |\n| 开工一批 | 296个 |\n"
    site.article("stages", body=f"肇庆分批推进。\n\n{table}", date="2023-10-12")
    site.build()
    # A row is called what its table calls it.
    assert re.search(r'<th scope="row">签约一批\s*</th>', site.page("/zh-hans/articles/stages/"))
    page = site.page("/zh-hans/articles/many/")
    first, figures, rest = (
        page.index("开头一段"), page.index('class="key-figures"'), page.index('id="p2"')
    )  # fmt: skip
    assert first < figures < rest
    shown, _, folded = page[figures:rest].partition("<details")
    assert shown.count("<tr>") == 5
    assert folded.count("<tr>") >= 1
