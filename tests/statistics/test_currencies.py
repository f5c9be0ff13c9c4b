"""Amounts of 元 that are not yuan: named beside the amount, before it, or by the whole article."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from generator.statistics.indicators import builtin
from generator.statistics.owners import Cities
from generator.statistics.reading import findings
from tests.sites import TestSite

TAIWAN, HONG_KONG = "New Taiwan dollars", "Hong Kong dollars"


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("总投资新台币412亿元。", [f"41.2 billion {TAIWAN}"]),
        ("总投资约新台币412亿元。", [f"about 41.2 billion {TAIWAN}"]),
        ("总投资：新台币：412亿元。", [f"41.2 billion {TAIWAN}"]),
        ("总投资新台币 412亿元。", [f"41.2 billion {TAIWAN}"]),
        ("总投资为新台币1亿2000万元。", [f"120 million {TAIWAN}"]),
        ("总投资NT$412亿元。", [f"41.2 billion {TAIWAN}"]),
        ("总投资近港币2亿元。", [f"nearly 200 million {HONG_KONG}"]),
        ("总投资HKD 2亿元。", [f"200 million {HONG_KONG}"]),
        ("总投资3亿元（港币）。", [f"300 million {HONG_KONG}"]),
        ("总投资为日元 100亿元。", ["10 billion yen"]),
        ("总投资欧元1.5亿元，美元1亿元。", ["150 million euros", "100 million US dollars"]),
        ("总投资人民币20亿元。", ["2 billion yuan"]),
        ("总投资20亿元人民币。", ["2 billion yuan"]),
        ("港币2亿元和3亿元。", [f"200 million {HONG_KONG}", f"300 million {HONG_KONG}"]),
        # After the new Taiwan dollar 元 is that, after the Hong Kong dollar it is the yuan.
        ("新台币1.8亿元，累计16亿元。", [f"180 million {TAIWAN}", f"1.6 billion {TAIWAN}"]),
        ("港币1.8亿元，累计16亿元。", [f"180 million {HONG_KONG}", "1.6 billion yuan"]),
        (
            "新台币30亿元（约合人民币6.7亿元），税收2亿元。",
            [f"3 billion {TAIWAN}", "670 million yuan", "200 million yuan"],
        ),
        ("1美元兑人民币7.1元，总投资5亿元。", ["1 US dollar", "7.1 yuan", "500 million yuan"]),
        ("人民币对美元汇率稳定，总投资5亿元。", ["500 million yuan"]),
        ("总投资10亿港币约9亿元。", [f"1 billion {HONG_KONG}", "about 900 million yuan"]),
        # 签约 is no "about".
        ("签约20亿元。", ["2 billion yuan"]),
        ("签约人民币20亿元。", ["2 billion yuan"]),
    ],
)
def test_the_currency_named_beside_an_amount_is_kept(text: str, amounts: list[str]) -> None:
    zhaoqing = Cities({"441200": ("肇庆", "肇庆市")}, 1)
    told = findings([f"<p>{text}</p>"], 2023, zhaoqing, builtin())
    assert [one.english for one in told] == amounts
    assert all(one.source in text for one in told)


def test_columns_and_rows_of_tables_name_it() -> None:
    table = (
        "<table><tr><td>指标</td><td>金额（亿元新台币）</td></tr>"
        "<tr><td>出口总额</td><td>12.5</td></tr><tr><td>税收收入</td><td>港币2亿元</td></tr></table>"
    )
    told = findings([table], 2023, Cities({}, 0), builtin())
    assert [(one.about, one.english) for one in told] == [
        ("total exports", f"1.25 billion {TAIWAN}"),
        ("tax revenue", f"200 million {HONG_KONG}"),
    ]


ARTICLES = {
    # Of the cities of Taiwan, of Hong Kong; by the words of an article without cities.
    "kaohsiung": (
        "cities: [高雄]",
        "高雄港二期總經費新台幣412億元。\n\n市長表示，年產值逾1,300億元。",
        [TAIWAN, TAIWAN],
    ),
    "hongkong": (
        "cities: [香港]",
        "香港北部都會區簽約，總投資120億元，其中人民幣20億元。",
        [HONG_KONG, "yuan"],
    ),
    "words": (
        "cities: []",
        "行政院與經濟部表示，台積電與聯電均獲立法院支持。\n\n公司總投資80億元。",
        [TAIWAN],
    ),
    # On the mainland in either script, and of Taiwan for readers of the mainland.
    "zhaoqing": ("cities: [肇庆]", "肇慶開工，總投資12億元。\n\n產值達30億元。", ["yuan", "yuan"]),
    "reported": (
        "cities: [高雄]",
        "高雄港二期总投资新台币13亿元。\n\n产值达31亿元。",
        [TAIWAN] * 2,
    ),
    "unnamed": ("cities: [高雄]", "高雄港二期总投资14亿元。\n\n产值达32亿元。", ["yuan", "yuan"]),
    "below": ("cities: [肇庆]", "总投资15亿元（港币，下同）。\n\n产值达33亿元。", [HONG_KONG] * 2),
}
ENGLISH = {
    "kaohsiung": "The second phase costs NT$41.2 billion.\n\nOutput would top NT$130 billion.",
    "hongkong": "The total is HK$12 billion, including 2 billion yuan.",
    "zhaoqing": "Work started, worth NT$1.2 billion.\n\nOutput is 3 billion yuan.",
}


def test_an_article_decides_for_all_of_its_paragraphs(tmp_path: Path) -> None:
    site = TestSite(tmp_path)
    site.settings("social_cards: false\n")
    for slug, (cities, body, _) in ARTICLES.items():
        site.article(slug, title="消息", body=body, more=f"{cities}\n")
    for slug, body in ENGLISH.items():
        site.english(slug, title="News", body=body)
    site.build()
    rows = csv.DictReader(io.StringIO(site.files()["figures.csv"].decode("utf-8-sig")))
    units: dict[str, list[str]] = {slug: [] for slug in ARTICLES}
    for row in rows:
        units[row["article"]].append(row["unit"])
        assert row["text_en"].endswith(row["unit"])
    assert units == {slug: told for slug, (_, _, told) in ARTICLES.items()}
    assert "Output would top NT$130 billion" in site.page("/en/articles/kaohsiung/")
    assert f"more than 130 billion {TAIWAN}" in site.page("/en/articles/kaohsiung/")
    warned = [line for line in site.digest("check").problems if ".en.md" in line]
    assert [line.partition(".en.md")[0].rpartition("/")[2] for line in warned] == ["zhaoqing"]
    assert 'became "NT$1.2 billion"' in warned[0]
