"""Other views of an article: beside its translation, with pinyin; what to read next."""

from __future__ import annotations

import re
from zipfile import ZipFile

import pytest

from generator.render.readingtime import minutes
from tests.sites import TestSite

EDITIONS = ("zh-hans", "zh-hant", "en")
ARTICLE = "articles/zhaoqing-start/"


def pairs(page: str) -> list[tuple[str, str, str]]:
    return re.findall(
        r'<div class="pair" id="(p\d+)">\s*<div lang="([^"]+)">.*?</div>\s*<div lang="([^"]+)">',
        page,
        re.S,
    )


def switch(page: str) -> dict[str, str]:
    (bar,) = re.findall(r'<nav class="switch".*?</nav>', page, re.S)
    return dict(re.findall(r'<a href="[./]*([^"]*)" lang="([^"]+)"', bar, re.S))


def readings(page: str) -> list[tuple[str, str]]:
    return re.findall(r'(.)<rt lang="zh-Latn">([^<]+)</rt>', page)


@pytest.mark.parametrize(
    ("edition", "chinese"), [("zh-hans", "zh-Hans"), ("zh-hant", "zh-Hant"), ("en", "zh-Hans")]
)
def test_the_two_texts_stand_side_by_side(site: TestSite, edition: str, chinese: str) -> None:
    site.build()
    page = site.page(f"/{edition}/{ARTICLE}parallel/")
    assert pairs(page) == [("p1", chinese, "en"), ("p2", chinese, "en")]
    assert ("厂房已经封顶" if chinese == "zh-Hans" else "廠房已經封頂") in page
    assert "the plant has been topped out" in page
    assert '<meta name="robots" content="noindex">' in page
    assert 'rel="alternate" hreflang' not in page
    assert f"{ARTICLE}parallel/" not in site.page("sitemap.xml")
    assert f"{edition}/{ARTICLE}parallel/" in site.page(f"/{edition}/{ARTICLE}")


def test_the_switch_keeps_the_view_where_the_edition_has_it(site: TestSite) -> None:
    site.build()
    for edition in EDITIONS:
        found = switch(site.page(f"/{edition}/{ARTICLE}parallel/"))
        assert list(found) == [f"{other}/{ARTICLE}parallel/" for other in EDITIONS]
    found = switch(site.page(f"/zh-hant/{ARTICLE}pinyin/"))
    assert list(found) == [
        f"zh-hans/{ARTICLE}pinyin/",
        f"zh-hant/{ARTICLE}pinyin/",
        f"en/{ARTICLE}",
    ]


def test_one_text_is_not_put_beside_itself(site: TestSite) -> None:
    site.article("only-chinese", title="只有中文")
    site.build()
    for edition in EDITIONS:
        assert f"{edition}/articles/only-chinese/parallel/index.html" not in site.files()
        assert "parallel" not in site.page(f"/{edition}/articles/only-chinese/")
    assert "zh-hans/articles/only-chinese/pinyin/index.html" in site.files()
    assert "pinyin" not in site.page("/en/articles/only-chinese/")


def test_a_site_of_one_edition_has_the_views_it_can(site: TestSite) -> None:
    site.settings("editions: [en]\n")
    site.build()
    assert pairs(site.page(f"/en/{ARTICLE}parallel/")) == [
        ("p1", "zh-Hans", "en"),
        ("p2", "zh-Hans", "en"),
    ]
    assert not [path for path in site.files() if "/pinyin/" in path]
    site.settings("editions: [zh-Hant]\n")
    site.build()
    assert not [path for path in site.files() if "/parallel/" in path]
    assert "廠" in site.page(f"/zh-hant/{ARTICLE}pinyin/")


def test_characters_have_the_reading_of_their_phrase(site: TestSite) -> None:
    site.article(
        "readings",
        title="漯河的银行行长来重庆",
        body="增长很快，*长治*项目落地；岳池县、华蓥市都参加。代码`重庆`不注。\n\n> 乐亭县",
    )
    site.build()
    for edition in ("zh-hans", "zh-hant"):
        page = site.page(f"/{edition}/articles/readings/pinyin/")
        (title,) = re.findall(r"<h1>(.*?)</h1>", page)
        assert "".join(said + " " for _, said in readings(title)) == (
            "luò hé de yín háng háng zhǎng lái chóng qìng "
        )
        (text,) = re.findall(r'<div class="body">(.*?)</div>', page, re.S)
        said = " ".join(reading for _, reading in readings(text))
        assert said.startswith("zēng zhǎng hěn kuài cháng zhì xiàng mù luò dì yuè chí xiàn")
        assert said.endswith("lào tíng xiàn")
        assert "<code>" in text
        assert "<rt" not in re.findall(r"<code>(.*?)</code>", text)[0]
        assert '<meta name="robots" content="noindex">' in page
    assert "銀" in [char for char, _ in readings(site.page("/zh-hant/articles/readings/pinyin/"))]


def test_paragraphs_have_the_same_anchor_in_every_view(site: TestSite) -> None:
    site.build()
    anchors = {
        tuple(re.findall(r'id="(p\d+)"', site.page(f"/{edition}/{ARTICLE}{view}")))
        for edition in EDITIONS
        for view in ("", "parallel/", "pinyin/")
        if (edition, view) != ("en", "pinyin/")
    }
    assert anchors == {("p1", "p2")}


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        (["<p>很短。</p>"], 1),
        (["<p>" + "字" * 439 * 3 + "</p>"], 3),
        (["<p>" + "字" * 300 + "</p>", "<p>" + "字" * 800 + "</p>"], 3),
        (["<p>" + "word " * 238 * 5 + "</p>"], 5),
        (["<p>" + "3.5 million, it's " * 238 + "</p>"], 3),
        (["<p>" + "字" * 439 + "word " * 238 + "</p>"], 2),
        ([], 1),
    ],
)
def test_reading_time(blocks: list[str], expected: int) -> None:
    assert minutes(tuple(blocks)) == expected


def test_reading_time_is_said_on_the_page(site: TestSite) -> None:
    site.article("long", body="字" * 1300)
    site.build()
    assert "约 3 分钟" in site.page("/zh-hans/articles/long/")
    assert "1 min read" in site.page(f"/en/{ARTICLE}")


def related(page: str) -> list[str]:
    found = re.search(r'<section class="related".*?</section>', page, re.S)
    return re.findall(r"articles/([a-z0-9-]+)/", found.group(0)) if found else []


def test_related_articles_share_a_city_then_a_topic_then_a_time(site: TestSite) -> None:
    zhongshan, energy = "cities: [中山]\n", "topics: [新能源]\n"
    site.article("same-city", date="2020-01-01", more="cities: [肇庆]\n")
    site.article("same-both", date="2019-01-01", more="cities: [肇庆]\ntopics: [新能源]\n")
    site.article("topic-near", date="2023-10-01", more=zhongshan + energy)
    site.article("topic-far", date="2021-10-01", more=zhongshan + energy)
    site.article("topic-farther", date="2018-10-01", more=zhongshan + energy)
    site.article("nothing", date="2023-10-09", more="cities: [漯河]\n")
    site.build()
    expected = ["same-both", "same-city", "topic-near", "topic-far"]
    for edition in EDITIONS:
        assert related(site.page(f"/{edition}/{ARTICLE}")) == expected
    assert related(site.page("/en/articles/nothing/")) == []


def test_a_new_title_reaches_the_articles_that_name_it(site: TestSite) -> None:
    site.article("same-city", date="2020-01-01", more="cities: [肇庆]\n")
    site.build()
    site.article("same-city", date="2020-01-01", more="cities: [肇庆]\n", title="换了标题")
    site.build()
    assert "换了标题" in site.page(f"/zh-hans/{ARTICLE}")
    assert "換了標題" in site.page("/zh-hant/")
    assert "换了标题" in site.page("/zh-hans/topics/") or "换了标题" in site.page("/zh-hans/")


def test_the_front_page_leads_with_the_newest_and_groups_the_rest(site: TestSite) -> None:
    site.article("older", title="旧闻", date="2022-01-01", more="cities: [中山]\n")
    site.article("newest", title="头条", date="2024-01-01", more="topics: [重大项目]\n")
    site.build()
    page = site.page("/zh-hans/")
    lead, latest = page.index("头条</a>"), page.index("肇庆项目开工</a>")
    assert lead < latest
    by_city = page[page.index('id="by-city"') : page.index('id="by-topic"')]
    assert re.findall(r"cities/([a-z]+)/", by_city) == ["zhaoqing", "zhongshan"]
    by_topic = page[page.index('id="by-topic"') :]
    assert re.findall(r"topics/([a-z-]+)/", by_topic)[:2] == ["projects", "new-energy"]
    assert "旧闻" in by_city


def test_a_month_is_ordered_by_day(site: TestSite) -> None:
    site.article("late", title="月末", date="2023-10-31")
    site.build()
    days = re.findall(
        r'<h2 class="date"><time datetime="([^"]+)"', site.page("/en/archive/2023-10/")
    )
    assert days == ["2023-10-31", "2023-10-10"]


def test_a_list_of_tasks_has_boxes_with_names(site: TestSite) -> None:
    body = "{}\n\n- [ ] {}\n- [x] **{}**\n\n1. [x](https://a.cn/)\n"
    site.article("zhaoqing-start", body=body.format("清单：", "选址。", "开工。"))
    site.english("zhaoqing-start", body=body.format("The list:", "Choice.", "Start."))
    ran = site.digest("check", "--strict")
    assert ran.code == 0, ran.err
    site.build()
    todo = '<li><span class="task" role="img" aria-label="{}">☐</span> {}</li>'
    done = '<li><span class="task" role="img" aria-label="{}">☑</span> <strong>{}</strong></li>'
    for edition, names, texts in (
        ("zh-hans", ("未完成", "已完成"), ("选址。", "开工。")),
        ("zh-hant", ("未完成", "已完成"), ("選址。", "開工。")),
        ("en", ("not done", "done"), ("Choice.", "Start.")),
    ):
        book = site.root / f"public/{edition}/books/2023-10-{edition}.epub"
        with ZipFile(book) as archive:
            names_in = [name for name in archive.namelist() if name.endswith(".xhtml")]
            chapter = "".join(archive.read(name).decode() for name in names_in)
        for page in (site.page(f"/{edition}/{ARTICLE}"), chapter):
            assert todo.format(names[0], texts[0]) in page
            assert done.format(names[1], texts[1]) in page
        beside = site.page(f"/{edition}/{ARTICLE}parallel/")
        assert beside.count("☐") == beside.count("☑") == 2
        assert "[ ]" not in beside
    assert "☑</span>" in site.page(f"/zh-hans/{ARTICLE}pinyin/")
    searched = [data for path, data in site.files().items() if path.startswith("search/")]
    assert searched
    assert not any("☐".encode() in data for data in searched)
