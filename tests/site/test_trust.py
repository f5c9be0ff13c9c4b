"""What an article says of itself: who translated and checked it, and where the original stands."""

from __future__ import annotations

import re

from generator.articles.latin import LatinNames
from generator.config import LocalText, Site
from generator.content.glossary import Glossary
from generator.gazetteer import load
from tests.sites import TestSite


def facts(page: str) -> dict[str, str]:
    """The rows below "About this article"."""
    rows = re.findall(r"<div><dt>(.*?)</dt><dd[^>]*>(.*?)</dd></div>", page)
    return {name: re.sub("<[^>]+>", "", text) for name, text in rows}


def test_who_translated_and_who_checked_is_said(site: TestSite) -> None:
    more = (
        "engine: Argos Translate\ntranslated: 2023-10-11\ntranslator: Li Na\n"
        "reviewer: Chen Wei\nreviewed: 2023-10-12\n"
    )
    site.english("zhaoqing-start", more=more)
    site.build()
    found = facts(site.page("/en/articles/zhaoqing-start/"))
    assert found["Translation"] == "Argos Translate, 11 October 2023; edited by Li Na"
    assert found["Checked"] == "Chen Wei, 12 October 2023"


def test_names_of_those_who_made_the_english_are_in_latin_letters(site: TestSite) -> None:
    site.write("content/glossary.yaml", "terms: {陈维: Vivian Chen}\n")
    more = "translator: 余庆、单雪\nreviewer: 陈维\nreviewed: 2023-10-12\n"
    site.english("zhaoqing-start", more=more)
    site.build()
    found = facts(site.page("/en/articles/zhaoqing-start/"))
    assert found["Translation"] == "Yu Qing, Shan Xue"
    assert found["Checked"] == "Vivian Chen, 12 October 2023"


def test_machine_english_is_said_to_be_checked_by_no_person(site: TestSite) -> None:
    site.english("zhaoqing-start", more="status: machine\nengine: Argos Translate\n")
    site.build()
    found = facts(site.page("/en/articles/zhaoqing-start/"))
    assert found["Checked"] == "Figures by the program; by no person yet"


def test_the_original_is_linked_or_said_to_be_unknown(site: TestSite) -> None:
    site.build()
    assert (
        facts(site.page("/en/articles/zhaoqing-start/"))["Original"] == "Its address is not known."
    )
    file = site.articles / "zhaoqing-start.md"
    source = "source: {name: 西江日报, author: 单雪、欧阳娜, url: 'https://www.paper.example/1'}"
    site.write(
        "content/articles/zhaoqing-start.md",
        re.sub(r"^source: .*$", source, file.read_text("utf-8"), flags=re.M),
    )
    site.build()
    page = site.page("/en/articles/zhaoqing-start/")
    assert '<a href="https://www.paper.example/1" rel="noopener external">paper.example</a>' in page
    # Names without English in the glossary are spelt; pinyin knows surnames.
    assert facts(page)["Source"] == "Xijiang Daily"
    assert facts(page)["Author"] == "Shan Xue, Ouyang Na"
    assert facts(site.page("/zh-hant/articles/zhaoqing-start/"))["作者"] == "單雪、歐陽娜"


def test_what_has_no_english_stands_below_what_has(site: TestSite) -> None:
    site.article("newer", title="更新的一篇", date="2023-10-20")
    site.build()
    for where in ("/en/", "/en/topics/new-energy/", "/en/cities/zhaoqing/"):
        page = site.page(where).split("<main")[1]
        heading = page.index("In Chinese only")
        assert page.index("Zhaoqing starts work") < heading < page.index("更新的一篇")
    chinese = site.page("/zh-hans/").split("<main")[1]
    assert "尚无译文" not in chinese
    assert chinese.index("更新的一篇") < chinese.index("肇庆项目开工")


def test_one_name_of_an_author_and_of_a_paper_reads_as_what_it_is() -> None:
    site = Site(LocalText(), LocalText(), "https://x.org/")
    names = LatinNames(site, Glossary(), load())
    assert names.of_person("陈洁") == "Chen Jie"
    assert names.of_entity("陈洁") == "Chenjie"
    assert names.of_person("陈洁") == "Chen Jie"
    assert names.of_person("新华社") == names.of_source("新华社", "新华社") == "Xinhua News Agency"
