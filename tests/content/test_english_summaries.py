"""An English summary is compared with the sentences that it tells, not with any that have its
figures."""

from __future__ import annotations

import json

import pytest

from tests.sites import TestSite

BODY = """\
3月18日，总投资58亿元的星湖电池材料基地在端州区动工。项目占地420亩，分两期建设，一期投资33亿元，\
预计2026年6月投产；二期投资25亿元，计划2028年底建成。

投资方南岭新材料去年营业收入126亿元，净利润9.4亿元，在国内正极材料企业中排名第三。全部达产后，项目年产值可达90亿元。

上半年全区地区生产总值412.6亿元，同比增长5.3%，增速比一季度加快0.4个百分点。固定资产投资增长4.1%，其中工业投资增长14.2%，\
房地产开发投资下降9.6%。社会消费品零售总额186.3亿元，增长3.9%。"""
SUMMARY = "总投资58亿元的电池材料基地在端州动工。"

# A summary, and what is told of it.
SUMMARIES = {
    "Work has begun in Duanzhou on a battery materials base that will cost 5.8 billion yuan.": "",
    "The first phase of Duanzhou's battery materials base, which costs 3.3 billion yuan, is to "
    "start production in June 2026.": "",
    "Nanling, the investor, made 940 million yuan last year on revenue of 12.6 billion yuan.": "",
    "Once complete, the base may produce goods worth 9 billion yuan a year.": "",
    "The district's GDP grew 5.3 percent to 41.26 billion yuan in the first half, faster than in "
    "the first quarter; retail sales rose 3.9 percent.": "",
    "Industrial investment was up 14.2 percent, property investment down 9.6 percent.": "",
    "Work has begun in Duanzhou on a battery materials base that will cost 3.3 billion yuan.": (
        '58亿元 (5.8 billion yuan) became "3.3 billion yuan"'
    ),
    "Nanling, the investor, had revenue of 940 million yuan last year.": (
        '净利润 became "revenue"'
    ),
    "The district's GDP reached 41.26 billion yuan in the first half, up 3.9 percent.": (
        '5.3% (5.3%) became "3.9 percent"'
    ),
    "The district's GDP grew 5.3 percent in the first quarter.": (
        '比一季度 (compared with the first quarter) became "in the first quarter"'
    ),
    "The district's industrial investment rose 4.1 percent.": (
        '固定资产投资 became "industrial investment"'
    ),
}


TRANSFORMERS = """\
2025年，全市实现地区生产总值2806.4亿元，同比增长6.5%。变压器产业实现产值820.3亿元，增长11.6%。

衡阳变压器三期项目2025年8月28日正式投产，总投资96亿元，占地1180亩。"""

# A project is named without its investment, and a day without its number.
RIGHT = [
    "Hengyang made transformers worth 82.03 billion yuan in 2025. Phase three opened in August.",
    "Transformers worth 82.03 billion yuan were made in 2025; a project of 1,180 mu has opened.",
    "The third phase of the transformer project in Hengyang, where transformers are an "
    "82.03-billion-yuan business, began production in August 2025.",
]
WRONG = [
    "Hengyang's transformer industry had an output of 9.6 billion yuan in 2025.",
    "Phase three of the transformer project began production in September.",
    "Phase three of the transformer project began production in August 2024.",
]


def test_a_thing_may_be_named_without_its_figure(site: TestSite) -> None:
    for number, summary in enumerate([*RIGHT, *WRONG]):
        site.article(
            f"b{number}", title="衡阳变压器产值破八百亿", date="2026-01-22", body=TRANSFORMERS
        )
        more = f'status: reviewed\nsummary: "{summary}"\n'
        body = "\n\n".join(["<!-- checked -->\nText."] * 2)
        site.english(f"b{number}", title="News of Hengyang", more=more, body=body)
    lines = json.loads(site.digest("check", "--format", "json").out)["problems"]
    told = {line["path"][-7:-6] for line in lines if line.get("field") == "summary"}
    assert told == {"3", "4", "5"}


ENGLISH = "\n\n".join(["<!-- checked -->\nText."] * 3)


def test_a_summary_tells_sentences_of_the_article(site: TestSite) -> None:
    for number, summary in enumerate(SUMMARIES):
        slug = f"a{number:02}"
        site.article(slug, title="端州新闻", body=BODY, more=f"summary: {SUMMARY}\n")
        more = f'status: reviewed\nsummary: "{summary}"\n'
        site.english(slug, title="News of Duanzhou", more=more, body=ENGLISH)
    lines = json.loads(site.digest("check", "--format", "json").out)["problems"]
    told = {line["path"]: line["message"] for line in lines if line.get("field") == "summary"}
    for number, (summary, message) in enumerate(SUMMARIES.items()):
        found = told.get(f"content/articles/a{number:02}.en.md", "")
        assert found == message, summary


@pytest.mark.parametrize("body", ["新增泊位。", "减少泊位。"])
def test_a_word_of_the_text_excuses_no_word_beside_another_figure(
    site: TestSite, body: str
) -> None:
    site.article("title", title="价格创三年新高", body=body)
    site.english("title", title="Prices at a three-year low", body="<!-- checked -->\nText.")
    assert '"-year low" is not in the source' in site.build().problems[0]
