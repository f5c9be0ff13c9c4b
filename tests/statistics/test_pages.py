"""The city index, a city's page and key figures, as readers of each edition see them."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

import pytest

from tests.sites import TestSite

GDP = "肇庆市{year}年地区生产总值达到{value}亿元。"


def three_cities(root: Path) -> TestSite:
    """A site of three cities: 肇庆 with two years of one indicator, 佛山, 乌鲁木齐."""
    site = TestSite(root)
    site.settings()
    site.article("zhaoqing-start")
    site.english("zhaoqing-start")
    for year, value in ((2021, "2600"), (2022, "2705")):
        economy(site, year, value)
    site.article("foshan", title="佛山开工", date="2023-05-01", more="cities: [佛山]\n")
    site.article("urumqi", title="乌鲁木齐开工", date="2023-06-01", more="cities: [乌鲁木齐]\n")
    site.build()
    return site


def economy(site: TestSite, year: int, value: str) -> None:
    """An article that tells the output of 肇庆 in a year, and speaks of a district."""
    growth = "，增长4.5%。" if year == 2022 else "。"
    body = (
        GDP.format(year=year, value=value).rstrip("。")
        + growth
        + "\n\n鼎湖区新开项目，总投资12亿元。鼎湖区忙。"
    )
    site.article(f"gdp-{year}", title=f"肇庆{year}年经济", date=f"{year + 1}-02-01", body=body)


@pytest.fixture(scope="module")
def cities(tmp_path_factory: pytest.TempPathFactory) -> TestSite:
    """The site of three cities, built once: tests only look at it."""
    return three_cities(tmp_path_factory.mktemp("atlas"))


def text(page: str) -> str:
    """A page's words, without its tags."""
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", page)))


def test_the_index_is_by_region_and_by_letter(cities: TestSite) -> None:
    english = text(cities.page("/en/cities/"))
    assert english.index("South China") < english.index("Guangdong") < english.index("Northwest")
    assert english.index(" F ") < english.index(" U ") < english.index(" Z ")
    chinese = text(cities.page("/zh-hans/cities/"))
    assert " W " in chinese
    assert " U " not in chinese


def test_the_map_has_a_named_link_for_every_city(cities: TestSite) -> None:
    page = cities.page("/en/cities/")
    names = re.findall(r'<a class="dot[^"]*" href="([^"]+)" aria-label="([^"]+)"', page)
    assert sorted(name for _, name in names) == [
        # Two that lie close together are one point, which leads to their list.
        "Zhaoqing +1 4 articles (Zhaoqing, Foshan)", "Ürümqi 1 article",
    ]  # fmt: skip
    assert 'style="' not in page
    listed = page[page.index('id="by-province"') :]
    assert all(f'href="{where}"' in listed for where, _ in names if "#" not in where)


def test_the_filter_knows_every_script_and_stays_away_without_scripts(cities: TestSite) -> None:
    page = cities.page("/zh-hant/cities/")
    assert re.search(r"<form class=\"filter\"[^>]*\shidden>", page)
    (key,) = re.findall(r'data-find="([^"]*urumqi[^"]*)"', page)
    assert {"乌鲁木齐市", "烏魯木齊市", "wulumuqi", "urumqi", "新疆维吾尔自治区"} <= set(
        key.split()
    )


def test_a_citys_page_tells_where_it_is_and_what_is_near(cities: TestSite) -> None:
    page = cities.page("/zh-hant/cities/zhaoqing/")
    said = text(page)
    for name in ("肇庆市", "肇慶市", "Zhàoqìng Shì", "Zhaoqing", "廣東省", "鼎湖區"):
        assert name in said
    near = text(page[page.index('id="near"') :])
    assert re.search(r"佛山 \d0 公里", near)
    # Ürümqi is 3,300 kilometres away.
    assert "烏魯木齊" not in near
    assert 'id="near"' not in cities.page("/en/cities/wulumuqi/")
    assert 'role="img" aria-label="肇慶' in page


def test_a_city_without_articles_has_no_page(cities: TestSite) -> None:
    assert not any("zhongshan" in path for path in cities.files())


@pytest.mark.parametrize(
    ("edition", "label", "amount"),
    [
        ("zh-hans", "地区生产总值", "2705亿元"),
        ("zh-hant", "地區生產總值", "2705億元"),
        ("en", "Gross domestic product", "270.5 billion yuan"),
    ],
)
def test_key_figures_lead_to_their_paragraph(
    cities: TestSite, edition: str, label: str, amount: str
) -> None:
    article = cities.page(f"/{edition}/articles/gdp-2022/")
    row = re.search(rf"<th scope=\"row\">{label}.*?</tr>", article, re.S)
    assert row
    assert f'<a href="#p1">{amount}</a>' in row.group()
    assert '<p id="p1">' in article
    city = cities.page(f"/{edition}/cities/zhaoqing/")
    assert f"{edition}/articles/gdp-2022/#p1" in city
    assert amount in text(city)


def test_a_citys_figures_are_a_table_by_year_with_what_they_changed_by(cities: TestSite) -> None:
    page = cities.page("/en/cities/zhaoqing/")
    table = page[page.index('<table class="dossier') : page.index("</table>")]
    # An article's own year is not that of a figure which has none.
    heads = re.findall(r'rowgroup" colspan="5">([^<]+)<', table)
    assert heads == ["2022", "2021", "Year not stated"]
    assert re.findall(r'<th scope="col"[^>]*>([^<]+)<', table) == [
        "Indicator", "Period", "Value", "Change", "Source",
    ]  # fmt: skip
    (row,) = re.findall(r'<tr>\s*<th scope="row">Gross.*?</tr>', table, re.S)[:1]
    assert re.sub(r"\s+", " ", text(row)).split("Xijiang")[0].split() == (
        "Gross domestic product 2022 270.5 billion yuan +4.5%".split()
    )
    assert 'data-value="270500000000"' in row
    assert 'data-value="4.5"' in row
    # Figures before counties, counties before summaries.
    places = [page.index(f'id="{name}"') for name in ("key-figures", "counties", "articles")]
    assert places == sorted(places)
    assert "compare/?c=zhaoqing" in page


def test_figures_without_a_year_are_chosen_by_the_year_of_their_article(site: TestSite) -> None:
    for year, first in ((2023, 31), (2025, 61), (2024, 41)):
        for month in (3, 4):
            amount = first + month
            site.article(
                f"told-{year}-{month}",
                date=f"{year}-0{month}-09",
                more="cities: [肇庆]\n",
                body=f"肇庆新材料项目总投资{amount}亿元。",
            )
    site.build()
    page = site.page("/zh-hans/cities/zhaoqing/")
    table = text(page[page.index('<table class="dossier') : page.index("</table>")])
    assert "未注明年份" in table
    # The newest first.
    assert re.findall(r" (\d+)亿元 ", table) == ["65", "64", "45", "44", "35", "34"]


def test_figures_of_two_years_make_a_chart(cities: TestSite) -> None:
    page = cities.page("/en/cities/zhaoqing/")
    (spoken,) = re.findall(r'<svg viewBox="0 0 340 \d+" role="img" aria-label="([^"]+)"', page)
    assert spoken == ("Gross domestic product. 2021: 260 billion yuan; 2022: 270.5 billion yuan")
    assert "graph" not in cities.page("/en/cities/foshan/")


def test_the_data_says_what_the_index_shows(cities: TestSite) -> None:
    data = json.loads(cities.page("/cities.json"))
    assert [city["code"] for city in data["cities"]] == ["440600", "441200", "650100"]
    zhaoqing = data["cities"][1]
    assert zhaoqing["name"] == {"zh-Hans": "肇庆市", "zh-Hant": "肇慶市", "en": "Zhaoqing"}
    assert (zhaoqing["slug"], zhaoqing["pinyin"]) == ("zhaoqing", "Zhàoqìng Shì")
    assert (zhaoqing["articles"], zhaoqing["newest"]) == (3, "2023-10-10")
    assert zhaoqing["province"]["name"]["en"] == "Guangdong"
    assert 111 < zhaoqing["longitude"] < 114
    assert 22 < zhaoqing["latitude"] < 25
    assert zhaoqing["editions"]["en"]["url"] == "https://example.org/sub/en/cities/zhaoqing/"
    for city in data["cities"]:
        for edition in city["editions"].values():
            cities.page(edition["url"].removeprefix("https://example.org/sub"))


def test_the_data_is_the_same_every_time(cities: TestSite) -> None:
    before = cities.page("/cities.json")
    cities.digest("build", "--out", str(cities.root / "other"))
    assert cities.page("/cities.json", "other") == before


def test_a_changed_figure_changes_the_citys_page_and_no_other(tmp_path: Path) -> None:
    cities = three_cities(tmp_path)
    before = cities.files()
    economy(cities, 2022, "2706")
    cities.build()
    after = cities.files()
    changed = {path for path in after if after[path] != before.get(path)}
    assert "en/cities/zhaoqing/index.html" in changed
    assert "270.6 billion yuan" in cities.page("/en/cities/zhaoqing/")
    assert not {path for path in changed if "foshan" in path or "wulumuqi" in path}
    assert "cities.json" not in changed


def test_an_edition_that_cannot_name_a_figure_leaves_it_out(site: TestSite) -> None:
    site.article("first", body="新厂房提速96.6%。", more="cities: [肇庆]\n")
    site.english("first", body="The new plant is faster.")
    site.build()
    assert "96.6%" in text(site.page("/zh-hans/articles/first/")).partition("要点数字")[2]
    assert "Key figures" not in site.page("/en/articles/first/")


def test_the_total_of_a_table_is_shown_beside_three_of_its_rows(site: TestSite) -> None:
    counts = (("鼎湖", 24), ("端州", 12), ("高要", 8), ("四会", 6), ("合计", 50))
    table = "\n".join(f"| {name} | {number} |" for name, number in counts)
    body = f"肇庆市签约忙。\n\n| 街道 | 签约项目（个） |\n| --- | --- |\n{table}"
    site.article("signed", title="肇庆签约", date="2026-03-09", body=body)
    site.build()
    page = site.page("/zh-hans/cities/zhaoqing/")
    # The total first, as what is clear without its sentence.
    assert re.findall(r'<td data-value="(\d+)">\d+个</td>', page) == ["50", "24", "12", "8"]
