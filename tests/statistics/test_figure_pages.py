"""Figures across cities: the tables, the data, their parts on a large site, comparing."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from pathlib import Path

import pytest

from generator.library.figures import PART
from generator.pages.figure_data import COLUMNS
from tests.sites import TestSite

TABLE = "| 2022年 | 数字 |\n| --- | --- |\n| 税收收入 | {tax}亿元 |\n| 出口总额 | {trade}亿元 |"
MANY = 60


def write(site: TestSite, number: int, city: str, day: str = "2023-05-01") -> None:
    """An article with two indicators of the year before and a figure that nobody knows."""
    table = TABLE.format(tax=number + 1, trade=number + 2)
    body = f"{city}市新厂房用地{number + 100}亩，合同{number + 30}万元。\n\n{table}"
    more = f"cities: [{city}]\ntopics: [新能源]\n"
    site.article(f"a{number}", title=f"{city}第{number}篇", date=day, body=body, more=more)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> TestSite:
    """Two cities and an article with English."""
    site = TestSite(tmp_path_factory.mktemp("figures"))
    site.settings()
    write(site, 1, "肇庆")
    write(site, 2, "佛山")
    english = "| 2022 | Figure |\n| --- | --- |\n| Tax revenue | 200 million yuan |\n"
    english += "| Total exports | 300 million yuan |"
    site.english(
        "a1",
        body="Zhaoqing's new plant takes 101 mu (7 hectares), contracts 310,000 yuan.\n\n"
        + english,
    )
    site.article("said", title="=HYPERLINK(1) 说法", body="全市力争税收收入约9亿元。")
    site.build()
    return site


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> TestSite:
    """As many figures as do not fit on one page."""
    site = TestSite(tmp_path_factory.mktemp("many"))
    site.settings("editions: [zh-Hans, zh-Hant]\n")
    for number in range(MANY):
        write(site, number, "肇庆", f"2023-{1 + number // 28:02}-{1 + number % 28:02}")
    site.build()
    return site


def rows(page: str) -> list[list[list[str]]]:
    """The cells of each row of a page's tables of figures, without the heads of their groups."""
    found = re.findall(r'<tr>\s*(<th scope="row">.*?)</tr>', page, re.S)
    return [
        [
            html.unescape(re.sub(r"<[^>]+>", " ", cell)).split()
            for cell in re.split(r"</t[hd]>", row)
        ]
        for row in found
    ]


def test_every_figure_is_in_one_table_by_indicator(small: TestSite) -> None:
    page = small.page("/en/figures/")
    groups = re.findall(r'<tbody id="([^"]+)">.*?rowgroup" colspan="5">([^<]+)<', page, re.S)
    assert ("tax-revenue", "Tax revenue") in groups
    assert ("other-money", "Other amounts of money") in groups
    # What is not known comes last.
    assert [slug.startswith("other-") for slug, _ in groups] == sorted(
        slug.startswith("other-") for slug, _ in groups
    )
    tax = page[page.index('id="tax-revenue"') :].split("</tbody>")[0]
    assert [row[:3] for row in rows(tax)] == [
        [
            ["Zhaoqing", "planned", "or", "expected", "全市力争税收收入约9亿元。"],
            [],
            ["about", "900", "million", "yuan"],
        ],
        [["Zhaoqing"], ["2022"], ["200", "million", "yuan"]],
        [["Foshan"], ["2022"], ["300", "million", "yuan"]],
    ]
    assert 'href="../../en/articles/a1/#p2"' in tax
    traditional = small.page("/zh-hant/figures/")
    assert "稅收收入" in traditional
    assert "2億元" in traditional
    assert re.search(r'<form class="finder"[^>]* hidden>', page)
    for name, values in (("city", ["foshan", "zhaoqing"]), ("year", ["2022", "0"])):
        select = page[page.index(f'<select id="by-{name}"') :].split("</select>")[0]
        assert re.findall(r'<option value="([^"]+)"', select) == values


def test_the_data_has_units_period_certainty_source_and_article(small: TestSite) -> None:
    data = json.loads(small.page("/figures.json"))
    assert (data["version"], data["complete"], data["parts"]) == (1, True, {})
    tax = {one["article"]: one for one in data["figures"] if one["indicator"] == "tax-revenue"}
    one = tax["a1"]
    assert (one["value"], one["unit"], one["year"], one["months"], one["year_from"]) == (
        "200000000", "yuan", 2022, "01/12", "text",
    )  # fmt: skip
    assert one["text"] == {"zh-Hans": "2亿元", "zh-Hant": "2億元", "en": "200 million yuan"}
    assert one["certainty"] == "reported"
    assert tax["said"]["certainty"] == "planned"
    assert (tax["said"]["year"], tax["said"]["year_from"]) == (2023, "article")
    article = data["articles"]["a1"]
    assert article["source"]["zh-Hans"] == "西江日报"
    assert article["title"]["en"] == "Zhaoqing starts work"
    assert data["cities"][one["city"]]["name"]["zh-Hant"] == "肇慶"
    assert data["indicators"]["tax-revenue"] == {
        "zh-Hans": "税收收入", "zh-Hant": "稅收收入", "en": "Tax revenue",
    }  # fmt: skip
    where = data["article_url"].format(edition="en", article="a1", anchor=one["anchor"])
    assert where == "https://example.org/sub/en/articles/a1/#p2"


def test_the_table_of_the_data_opens_in_a_spreadsheet(small: TestSite) -> None:
    raw = small.files()["figures.csv"]
    assert raw.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in raw
    table = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"))))
    assert tuple(table[0]) == COLUMNS
    assert len(table) == len(json.loads(small.page("/figures.json"))["figures"])
    (said,) = (line for line in table if line["article"] == "said")
    # A headline that begins like a formula stays a text.
    assert said["title_zh"] == "'=HYPERLINK(1) 说法"
    assert (said["value"], said["unit"], said["certainty"]) == ("900000000", "yuan", "planned")
    assert said["months"] == ""


def test_a_citys_file_has_what_comparing_needs(small: TestSite) -> None:
    data = json.loads(small.page("/cities/zhaoqing.json"))
    assert {one["city"] for one in data["figures"]} == {data["city"]} == {"441200"}
    assert data["newest"] == ["said", "a1"]
    assert [one["articles"] for one in data["topics_of_city"]] == [2]
    page = small.page("/zh-hant/compare/")
    assert re.findall(r'data-slug="([^"]+)"', page) == ["foshan", "zhaoqing"]
    assert "<noscript>" in page
    assert re.search(r'<form class="picker"[^>]* hidden>', page)


def test_lists_of_cities_are_sorted_by_the_names_of_the_edition(tmp_path: Path) -> None:
    site = TestSite(tmp_path)
    site.settings()
    for number, city in enumerate(("鄂尔多斯", "佛山", "宜宾", "乌鲁木齐"), 1):
        write(site, number, city)
    site.build()
    for edition, slugs in (
        ("zh-hans", ["eerduosi", "foshan", "wulumuqi", "yibin"]),
        ("en", ["foshan", "eerduosi", "wulumuqi", "yibin"]),
    ):
        assert re.findall(r'data-slug="([^"]+)"', site.page(f"/{edition}/compare/")) == slugs
        choice = site.page(f"/{edition}/figures/").split('id="by-city"')[1].split("</select>")[0]
        assert re.findall(r'<option value="([^"]+)"', choice) == slugs


def test_many_figures_are_split_by_indicator_and_year(large: TestSite) -> None:
    page = large.page("/zh-hans/figures/")
    # The newest are shown, and how many there are of each indicator.
    shown = [row[-2][-1] for row in rows(page)]
    assert 40 <= len(shown) <= 50
    assert shown[0] == f"2023-{1 + (MANY - 1) // 28:02}-{1 + (MANY - 1) % 28:02}"
    assert re.search(rf'figures/tax-revenue/">税收收入</a> <span class="count">{MANY}<', page)
    # 60 figures of one year fit on one page; there is no more than one page of anything here.
    assert len(rows(large.page("/zh-hans/figures/tax-revenue/"))) == MANY
    data = json.loads(large.page("/figures.json"))
    assert not data["complete"]
    assert data["total"] == 4 * MANY
    assert len(data["figures"]) <= PART
    found = 0
    for slug, years in data["parts"].items():
        for year, parts in years.items():
            for number in range(1, parts + 1):
                more = f"-{number}" if number > 1 else ""
                name = slug if year == "all" else f"{slug}/{year}{more}"
                part = json.loads(large.page(f"/figures/{name}.json"))
                found += len(part["figures"])
                assert {one["indicator"] for one in part["figures"]} == {slug}
                assert f"figures/{name}.csv" in large.files()
    assert found == data["total"]


def test_an_added_article_changes_its_parts_alone(large: TestSite) -> None:
    before = large.files()
    write(large, MANY, "佛山", "2024-01-01")
    large.build()
    after = large.files()
    changed = {path for path in after if after[path] != before.get(path) and "igures" in path}
    assert "figures/tax-revenue.json" in changed
    assert "figures.csv" in changed
    assert {path for path in changed if "other-money" in path or "tax-revenue" in path}
    large.article("plain", title="没有数字", date="2024-01-02", body="没有数字。", more="")
    before = large.files()
    large.build()
    after = large.files()
    assert not {path for path in after if after[path] != before.get(path) and "igures" in path}
    Path(large.articles / "plain.md").unlink()


def test_an_amount_has_its_own_growth_and_its_own_year(tmp_path: Path) -> None:
    site = TestSite(tmp_path)
    site.settings()
    site.article(
        "yearbook",
        title="肇庆公布全年数据",
        date="2024-01-30",
        body="2023年肇庆市地区生产总值2792亿元，按不变价格计算，同比增长3.5%；进出口总额1万2034亿元，"
        "下降1.1%。\n\n肇庆市工业投资39亿元，增长7%。四会市2023年工业投资6亿元，下降3%。"
        "轴承产业产值75亿元，同比下降6.9%。",
    )
    site.build()
    figures = json.loads(site.page("/figures.json"))["figures"]
    told = [
        (one["value"], one["year"], one["whole_city"], one["change"]["percent"]) for one in figures
    ]
    assert sorted(told) == [
        ("1203400000000", 2023, False, "-1.1"),
        ("279200000000", 2023, True, "3.5"),
        ("3900000000", 2023, True, "7"),
        ("600000000", 2023, False, "-3"),
        ("7500000000", 2023, False, "-6.9"),
    ]
    assert {one["year_from"] for one in figures} == {"text"}
    page = site.page("/zh-hans/figures/")
    assert [["2023年"], ["1万2034亿元"]] in [row[1:3] for row in rows(page)]
    table = csv.DictReader(io.StringIO(site.files()["figures.csv"].decode("utf-8-sig")))
    assert {line["change_percent"] for line in table} == {"3.5", "-1.1", "7", "-3", "-6.9"}
    # On the article's page, a growth without a name stands beside its amount, and what is said of
    # a county is quoted.
    own = re.sub(r"<[^>]+>", "", site.page("/zh-hans/articles/yearbook/"))
    assert "75亿元 (−6.9%)" in own
    assert re.search(r"工业投资 2023年 “?四会市2023年工业投资6亿元，下降3%。”?\s+6亿元", own)


def test_a_row_says_its_year_once_and_a_total_is_named_by_its_column(tmp_path: Path) -> None:
    site = TestSite(tmp_path)
    site.settings()
    years = (
        "| 指标 | 2021年 | 2022年 |\n| --- | --- | --- |\n| 动力电池销售（亿元） | 21.5 | 33 |\n"
        "| 工业投资（亿元） | 58 | 61 |"
    )
    site.article("years", date="2023-10-10", body=f"肇庆数据。\n\n{years}")
    total = (
        "| 项目 | 投资 总投资 | 工期 |\n| --- | --- | --- |\n| 甲园 | 24 | 三年 |\n"
        "| 乙园 | 12 | 两年 |\n| 合计 | 36 | |"
    )
    site.article("total", date="2023-10-10", body=f"单位：亿元\n\n{total}")
    site.build()
    for edition, named, unnamed, all_of_it in (
        ("zh-hans", "工业投资", "动力电池销售（亿元）", "总投资"),
        ("en", "Industrial investment", "动力电池销售（亿元）", "Total investment"),
    ):
        heads = [
            " ".join(re.sub(r"<[^>]+>", " ", head).split())
            for slug in ("years", "total")
            for head in re.findall(
                r'<th scope="row">(.*?)</th>', site.page(f"/{edition}/articles/{slug}/"), re.S
            )
        ]
        year = "2021" if edition == "en" else "2021年"
        assert f"{named} {year}" in heads, heads
        assert [head.count("2021") for head in heads if unnamed in head] == [1, 0], heads
        assert all_of_it in heads, heads
        assert not any("·" in head or "合计" in head for head in heads), heads


def test_falls_lost_digits_and_the_clause_of_the_source(tmp_path: Path) -> None:
    site = TestSite(tmp_path)
    site.settings()
    table = "| 县区 | 增速（%） |\n| --- | --- |\n| 甲区 | 6.1 |\n| 乙县 | -1.4 |\n| 丙县 | －2.3 |"
    site.article("table", date="2023-10-10", body=f"肇庆数据。\n\n{table}")
    site.article("lost", date="2023-10-11", body="肇庆园区实现营业收入6\ufffd8亿元。")
    site.article(
        "told",
        date="2023-10-28",
        body="记者10月27日从市统计局获悉，前三季度，肇庆市地区生产总值为2056.8亿元，"
        "完成投资463.2亿元，完成年度计划的78.4%。",
    )
    site.build()
    raw = site.files()["figures.csv"].decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(raw)))
    assert [(row["value"], row["text_en"]) for row in rows if row["article"] == "table"] == [
        ("6.1", "6.1%"), ("-1.4", "-1.4%"), ("-2.3", "-2.3%"),
    ]  # fmt: skip
    # Pages have a minus sign.
    assert "−1.4%" in site.page("/en/figures/")
    assert "-1.4%" not in site.page("/en/figures/")
    assert '">−1.4%</a>' in site.page("/en/articles/table/")
    assert not [row for row in rows if row["article"] == "lost"]
    assert "800 million" not in "".join(
        site.page(f"/en/{page}") for page in ("", "cities/zhaoqing/")
    )
    told = [row for row in rows if row["article"] == "told"]
    assert (told[0]["year"], told[0]["months"]) == ("2023", "01/09")
    assert {row["certainty"] for row in told} == {"reported"}


def test_a_quoted_sentence_has_both_marks_of_its_quotation(tmp_path: Path) -> None:
    site = TestSite(tmp_path)
    site.settings("social_cards: false\n")
    body = (
        "昆明2023年10月9日 /美通社/ -- “干脆一次换到位。”厂长朱远投入2600万元，换上三条新线。\n\n"
        "玉溪，2023年10月9日——订单金额为3亿元。\n\n"
        "他说：“订单排到了八月，一班能出铜板320吨。大家都没有歇。去年卖了1.5万吨。”\n\n"
        "“合同签了415万元。”（去年）他又订了机床37台。"
    )
    site.article("one", body=body, more="cities: [肇庆]\n")
    site.build()
    for edition, marks in (("zh-hans", "“”"), ("zh-hant", "「」")):
        page = site.page(f"/{edition}/articles/one/")
        said = [re.sub("<[^>]*>", "", one) for one in re.findall(r"<q\b[^>]*>(.*?)</q>", page)]
        assert len(said) >= 3, said
        for one in said:
            assert one.count(marks[0]) == one.count(marks[1]), one
            assert one[:1] != marks[1], one
            assert "2023" not in one, one


def test_a_former_name_of_a_county_is_of_the_county_of_today(tmp_path: Path) -> None:
    site = TestSite(tmp_path)
    site.settings()
    body = (
        "2017年，京山县完成地区生产总值379.6亿元，增长7.1%。"
        "\n\n2017年，荆门全市完成地区生产总值1664亿元。"
    )
    more = "cities: [荆门]\n"
    site.article("a", title="荆门各县市区经济", date="2018-02-01", body=body, more=more)
    site.build()
    found = json.loads(site.page("/figures.json"))["figures"]
    assert {one["text"]["zh-Hans"]: (one["city"], one["place"]) for one in found} == {
        "379.6亿元": ("420800", "420882"),
        "1664亿元": ("420800", None),
    }


def test_a_countys_figures_have_its_name_and_quotes_are_of_their_own_clause(tmp_path: Path) -> None:
    site = TestSite(tmp_path)
    site.settings()
    more = "cities: [潍坊]\n"
    body = (
        "上半年，税收收入31.06亿元。\n\n园区建设规模继续扩大，全年共有二十多家单位集中入驻园区并陆续投产，"
        "用地231.6亩，合同金额18.36亿元，均价2841元/平方米。"
    )
    site.article("county", title="诸城市上半年经济运行", date="2024-07-20", body=body, more=more)
    table = (
        "| 地块 | 起始价（万元） | 成交价（万元） |\n| --- | --- | --- |\n| 甲 | 57400 | 57400 |"
    )
    site.article("land", title="潍坊土地", date="2024-08-01", body=f"略。\n\n{table}", more=more)
    site.build()
    data = json.loads(site.page("/figures.json"))
    mine = [one for one in data["figures"] if one["article"] == "county"]
    assert {one["place"] for one in mine} == {"370782"}
    assert not any(one["whole_city"] for one in mine)
    assert data["places"]["370782"]["name"]["en"] == "Zhucheng"
    said = {
        one["unit"]: one["said"]["zh-Hans"] for one in mine if one["indicator"] != "tax-revenue"
    }
    assert "231.6亩" in said["mu"]
    assert "18.36亿元" in said["yuan"]
    assert "2841元" in said["yuan per square metre"]
    page = site.page("/zh-hans/cities/weifang/")
    assert "诸城市 · 税收收入" in page
    assert page.count(">57400万元<") == 2  # Of two columns.
    assert "潍坊</a> · 诸城市" in site.page("/zh-hans/figures/")


def test_a_citys_page_keeps_every_year_and_says_that_it_leaves_some_out(tmp_path: Path) -> None:
    site = TestSite(tmp_path)
    site.settings("editions: [zh-Hans]\n")
    old = "2022年，肇庆市地区生产总值2705.1亿元。2022年，肇庆市税收收入150.2亿元。"
    site.article("old", title="肇庆2022年数据", date="2023-02-01", body=old)
    for number in range(4):
        rows = "".join(f"| 项目{number}{row} | {number}{row}.7 |\n" for row in range(1, 10))
        body = f"项目名单。\n\n| 项目 | 总投资（亿元） |\n| --- | --- |\n{rows}"
        site.article(f"new{number}", title="肇庆项目", date=f"2024-0{number + 1}-01", body=body)
    site.build()
    page = site.page("/zh-hans/cities/zhaoqing/")
    assert "2705.1亿元" in page
    assert "此处未列出全部" in page
