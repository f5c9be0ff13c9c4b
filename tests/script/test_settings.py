"""What site.yaml says of Traditional Chinese, and an author's own Traditional text."""

from __future__ import annotations

from tests.sites import TestSite

OWN = "裏面的發佈平台設於臺北，衞生局稱「一切正常」。"


def _traditional(site: TestSite) -> None:
    site.write(
        "content/articles/own.md",
        "---\ntitle: 發佈平台啟用\ndate: 2024-05-31\nlang: zh-Hant\n"
        "source: {name: 聯合報, author: 陳學仁}\ncredits: [攝影：范發奎]\n"
        "cities: [肇庆]\ntopics: []\n---\n\n" + OWN + "\n",
    )


def test_an_authors_traditional_text_is_the_traditional_edition(site: TestSite) -> None:
    _traditional(site)
    site.build()
    page = site.page("/zh-hant/articles/own/")
    assert OWN in page
    assert "發佈平台啟用" in page
    assert "聯合報" in page
    assert "攝影：范發奎" in page
    assert "自動轉換" not in page
    assert "未經轉換" in page


def test_the_simplified_page_of_a_traditional_text_says_so_and_names_its_source(
    site: TestSite,
) -> None:
    _traditional(site)
    site.build()
    page = site.page("/zh-hans/articles/own/")
    assert "里面的发布平台设于台北，卫生局称" in page
    assert "联合报" in page
    assert "陈学仁" in page
    assert "摄影：范发奎" in page
    assert "聯合報" not in page
    assert "由繁体原文自动转换" in page


def test_one_variant_throughout_where_the_site_asks_for_it(site: TestSite) -> None:
    _traditional(site)
    site.settings("hant_originals: convert\n")
    site.build()
    page = site.page("/zh-hant/articles/own/")
    assert "裡面的發佈平台設於台北，衛生局稱" in page
    assert "未經轉換" not in page


def test_quotation_marks_are_corners_in_taiwan_and_curly_in_hong_kong(site: TestSite) -> None:
    site.article("quotes", title="用词", body="他说：“这是‘软件园’，Xi’an也有。”")
    site.build()
    assert "他說：「這是『軟件園』，Xi’an也有。」" in site.page("/zh-hant/articles/quotes/")
    site.settings("hant_variant: hk\n")
    site.build()
    assert "他説：“這是‘軟件園’，Xi’an也有。”" in site.page("/zh-hant/articles/quotes/")
    site.settings("hant_variant: hk\nquotes: corner\n")
    site.build()
    assert "他説：「這是『軟件園』" in site.page("/zh-hant/articles/quotes/")


def test_tai_is_as_papers_write_it_or_as_dictionaries_do(site: TestSite) -> None:
    site.article("tai", title="两岸", body="台湾电视台与台州的台积电，台风后的收银台。")
    site.build()
    page = site.page("/zh-hant/articles/tai/")
    assert "台灣電視台與台州的台積電，颱風後的收銀台。" in page
    site.settings("hant_tai: 臺\n")
    site.build()
    page = site.page("/zh-hant/articles/tai/")
    assert "臺灣電視臺與台州的台積電，颱風後的收銀臺。" in page


def test_a_setting_that_is_none_is_told(site: TestSite) -> None:
    site.settings("hant_vocabulary: hk\nhant_tai: 檯\n")
    result = site.digest("check")
    assert result.code == 1
    assert "hant_vocabulary" in result.err
    assert "hant_tai" in result.err


def test_the_interface_has_each_places_own_words(site: TestSite) -> None:
    site.build()
    page = site.page("/zh-hant/")
    assert "搜尋" in page
    assert "彙整" in page
    site.settings("hant_variant: hk\n")
    site.build()
    page = site.page("/zh-hant/")
    assert "搜尋" in page
    assert "存檔" in page


def test_glossary_keys_may_be_traditional(site: TestSite) -> None:
    site.write(
        "content/glossary.yaml",
        "terms:\n  簽約儀式: {en: signing, hant: 簽約典禮}\n  雲計算: cloud computing\n",
    )
    site.article("keys", title="签约", body="签约仪式在里水举行，云计算企业参加。")
    site.build()
    page = site.page("/zh-hant/articles/keys/")
    assert "簽約典禮在" in page
    assert "雲計算企業" in page


def test_two_spellings_of_one_glossary_key_are_told(site: TestSite) -> None:
    site.write("content/glossary.yaml", "terms:\n  雲計算: cloud\n  云计算: clouds\n")
    result = site.digest("check")
    assert result.code == 1
    assert "content/glossary.yaml:3" in result.err


def test_a_name_is_written_alike_wherever_it_stands(site: TestSite) -> None:
    body = (
        "江州农业大学教授卢占军带领团队攻关。“很难。”卢占军说。\n\n"
        "据卢占军介绍，项目占地300亩。\n\n记者余庆、余晖报道。余庆说，这里不错。"
    )
    site.article("names", title="攻关", body=body, more="credits: [作者：余干云]\n")
    site.build()
    page = site.page("/zh-hant/articles/names/")
    text = page.partition("<article")[2]
    assert "教授盧占軍帶領" in text
    assert "盧占軍說" in text
    assert "據盧占軍介紹" in text
    assert "佔軍" not in page
    assert "項目佔地300畝" in page
    assert "記者余慶、余暉報道。余慶說" in text
    assert "餘慶" not in page
    assert "余干雲" in page
