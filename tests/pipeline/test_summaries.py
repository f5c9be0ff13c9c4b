"""Summaries are whole sentences, in English those of the same sentences."""

from __future__ import annotations

from tests.sites import TestSite


def lead(site: TestSite, edition: str) -> str:
    import re

    page = site.page(f"/{edition}/articles/long/")
    match = re.search(r'<meta name="description" content="([^"]*)"', page)
    assert match
    return match.group(1)


CHINESE = (
    "今年前三季度，南充六十五个重点工业项目完成投资289.5亿元，占年度计划的80.6%。"
    "其中，技改投资137.6亿元。\n\n## 小标题\n\n"
    "第二段讲政策，共九条。第三句不在摘要里面，因为太长了放不下。"
)
ENGLISH = (
    "Sixty-five key industrial projects drew 28.95 billion yuan in the first three quarters, 80.6%"
    " of the year's plan. Of this, 13.76 billion yuan went into upgrades.\n\n## A heading\n\n"
    "The second part sets out nine measures. The third sentence does not fit."
)


def test_the_same_sentences_in_each_edition(site: TestSite) -> None:
    site.settings("summary_length: {zh-Hans: 62, zh-Hant: 62, en: 300}\n")
    site.article("long", body=CHINESE)
    site.english("long", body=ENGLISH)
    site.build()
    first = "2023年前三季度，南充六十五个重点工业项目完成投资289.5亿元，占年度计划的80.6%。"
    assert lead(site, "zh-hans") == first + "其中，技改投资137.6亿元。"
    assert lead(site, "zh-hant").startswith("2023年前三季度，南充六十五個重點工業項目")
    english = ENGLISH.split("\n\n")[0].replace("'", "’")
    assert lead(site, "en") == english.replace("three quarters,", "three quarters of 2023,")


def test_the_length_of_each_edition_is_its_own(site: TestSite) -> None:
    site.settings("summary_length: {zh-Hans: 60, zh-Hant: 50, en: 120}\n")
    site.article("long", body=CHINESE)
    site.english("long", body=ENGLISH)
    site.build()
    assert lead(site, "zh-hant").endswith("80.6%。")
    assert lead(site, "en").endswith("of the year’s plan.")


def test_the_editors_summary_wins(site: TestSite) -> None:
    site.article("long", body=CHINESE, more="summary: 编辑写的摘要。\n")
    site.english("long", body=ENGLISH, more="summary: What the editor wrote.\n")
    site.build()
    assert lead(site, "zh-hans") == "编辑写的摘要。"
    assert lead(site, "zh-hant") == "編輯寫的摘要。"
    assert lead(site, "en") == "What the editor wrote."


def test_paragraphs_with_other_numbers_of_sentences(site: TestSite) -> None:
    site.settings("summary_length: {zh-Hans: 50, en: 300}\n")
    site.article("long", body=CHINESE)
    merged = ENGLISH.replace("plan. Of this, 13.76", "plan, and 13.76").replace(
        " went into", " of it"
    )
    site.english("long", body=merged)
    site.build()
    assert lead(site, "en").startswith("Sixty-five key industrial projects")
    assert lead(site, "en").endswith("upgrades.")


def test_what_leads_up_to_a_list_is_no_summary(site: TestSite) -> None:
    site.article("long", body="第一句说完。下面分三点：\n\n- 甲\n- 乙\n\n末段也有一句。")
    site.build()
    assert lead(site, "zh-hans") == "第一句说完。"
