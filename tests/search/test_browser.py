"""Searching the published site in chromium."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from tests.browser.pages import Windows
from tests.search.conftest import ORCHARD, Desk
from tests.sites import TestSite


@pytest.mark.parametrize("edition", ["zh-hans", "zh-hant"])
@pytest.mark.parametrize("query", ["广阔的市场", "廣闊的市場", "头发", "頭髮"])
def test_either_script_finds_both(desk: Desk, edition: str, query: str) -> None:
    desk.open(edition, query)
    simplified = edition == "zh-hans"
    assert desk.titles == ["电池工厂在肇庆投产" if simplified else "電池工廠在肇慶投產"]
    shown = {"广": "广阔的市场", "廣": "广阔的市场", "头": "头发", "頭": "头发"}[query[0]]
    assert desk.marks == {shown if simplified else {"广": "廣闊的市場", "头": "頭髮"}[shown[0]]}
    assert "1" in desk.status
    desk.page.click("#search-results a")
    expect(desk.page).to_have_url(f"{desk.address}{edition}/articles/battery/")


@pytest.mark.parametrize("query", ["5G", "289.5亿元", "5g专网", "２８９.5", "港", "总投资289.5"])
def test_mixed_strings_and_single_characters(desk: Desk, query: str) -> None:
    desk.open("zh-hans", query)
    assert desk.titles == ["中山港扩建" if query == "港" else "电池工厂在肇庆投产"]
    assert desk.marks


def test_words_between_blanks_may_stand_anywhere(desk: Desk) -> None:
    desk.open("zh-hans", "铜箔 工厂")
    assert desk.titles == ["电池工厂在肇庆投产"]
    assert desk.marks == {"铜箔", "工厂"}


@pytest.mark.parametrize("query", ["shenzhen", "Shēnzhèn", "shen zhen", "shenzh"])
def test_pinyin_finds_a_city(desk: Desk, query: str) -> None:
    desk.open("zh-hans", query)
    assert desk.titles == ["中山港扩建"]
    assert "深圳" in desk.marks


@pytest.mark.parametrize(
    ("edition", "query", "title"),
    [
        ("en", "Dangshan", "梨园丰收"),
        ("en", "Jingjiang", "A yard delivers boats"),
        ("en", "jingjiang boats", "A yard delivers boats"),
        ("zh-hans", "jingjiang", "造船厂交付新船"),
        ("zh-hant", "dangshan", "梨園豐收"),
    ],
)
def test_a_county_is_found_by_its_name_in_latin_letters(
    desk: Desk, edition: str, query: str, title: str
) -> None:
    desk.open(edition, query)
    assert desk.titles == [title]


@pytest.mark.parametrize("query", ["一季度 梨园", "2022年首季 梨园", "第一季 梨园"])
def test_a_quarter_is_found_however_it_is_written(desk: Desk, query: str) -> None:
    desk.open("zh-hans", query)
    assert desk.titles == ["梨园丰收"]


def test_english_finds_other_forms_and_phrases(desk: Desk) -> None:
    desk.open("en", "develop markets")
    assert desk.titles == ["A battery plant opens in Zhaoqing"]
    assert desk.marks == {"developing", "market"}
    desk.open("en", '"copper foil"')
    assert desk.marks == {"copper foil"}
    desk.open("en", '"foil copper"')
    assert "Nothing" in desk.status or "nearest" in desk.status
    desk.open("en", "28.95")
    assert desk.marks == {"28.95"}


def test_english_page_finds_chinese(desk: Desk) -> None:
    desk.open("en", "銅箔")
    assert desk.titles == ["A battery plant opens in Zhaoqing"]
    passage = desk.page.locator("#search-results .passage")
    expect(passage).to_have_attribute("lang", "zh-Hans")
    assert desk.marks == {"铜箔"}
    # An article without English shows its Chinese.
    desk.open("en", "zhongshan")
    assert desk.titles == ["中山港扩建"]
    expect(desk.page.locator("#search-results h2")).to_have_attribute("lang", "zh-Hans")
    expect(desk.page.locator("#search-results .meta")).to_contain_text("In Chinese only")


def test_a_slip_of_the_finger_is_mended(desk: Desk) -> None:
    desk.open("en", "batetry plant")
    assert desk.page.inner_text("#search-hint a") == "battery plant"
    desk.page.click("#search-hint a")
    expect(desk.page.get_by_role("searchbox")).to_have_value("battery plant")
    desk.wait()
    assert desk.titles == ["A battery plant opens in Zhaoqing"]
    desk.open("en", "netwo")
    assert desk.marks == {"network"}


def test_filters_narrow_and_stay_in_the_address(desk: Desk) -> None:
    desk.open("zh-hans", "产业")
    assert desk.titles == ["中山港扩建"]
    desk.open("zh-hans", "企业")
    desk.page.get_by_label("城市", exact=True).select_option(label="中山")
    expect(desk.page.locator("#search-results h2")).to_have_text(["中山港扩建"])
    assert desk.query == {"q": ["企业"], "city": ["zhongshan"]}
    desk.page.go_back()
    expect(desk.page.locator("#search-results h2")).to_have_count(10)
    assert desk.page.get_by_label("城市", exact=True).input_value() == ""
    desk.open("zh-hans", "", "year=2023")
    assert desk.titles == ["电池工厂在肇庆投产"]
    desk.open("en", "", "topic=projects")
    assert desk.titles == ["中山港扩建"]


def test_the_newest_come_first_when_asked(desk: Desk) -> None:
    desk.open("zh-hans", "企业", "sort=newest")
    dates = [when.get_attribute("datetime") for when in desk.page.locator("time").all()]
    assert len(dates) == 10
    assert dates == sorted(dates, key=str, reverse=True)


def test_a_title_comes_before_a_passing_mention(desk: Desk) -> None:
    desk.open("en", "plant")
    assert desk.titles[0] == "A battery plant opens in Zhaoqing"


def test_more_results_on_demand(desk: Desk) -> None:
    desk.open("zh-hans", ORCHARD)
    assert "13" in desk.status
    assert len(desk.titles) == 10
    desk.page.get_by_role("button", name="显示更多").press("Enter")
    expect(desk.page.locator("#search-results h2")).to_have_count(13)
    assert len(set(desk.titles)) == 13
    expect(desk.page.get_by_role("button", name="显示更多")).to_be_hidden()
    focused = desk.page.locator("#search-results li:nth-child(11) a")
    expect(focused).to_be_focused()


def test_by_keyboard_alone(desk: Desk) -> None:
    desk.open("en")
    field = desk.page.get_by_role("searchbox")
    for _ in range(30):
        desk.page.keyboard.press("Tab")
        if field.evaluate("(one) => one === document.activeElement"):
            break
    expect(field).to_be_focused()
    desk.page.keyboard.type("copper")
    desk.page.keyboard.press("Enter")
    link = desk.page.get_by_role("link", name="A battery plant opens")
    expect(link).to_be_visible()
    for _ in range(30):
        desk.page.keyboard.press("Tab")
        if link.evaluate("(one) => one === document.activeElement"):
            break
    desk.page.keyboard.press("Enter")
    expect(desk.page).to_have_url(f"{desk.address}en/articles/battery/")


def test_typing_searches_and_keeps_the_address(desk: Desk) -> None:
    desk.open("zh-hans")
    desk.page.get_by_role("searchbox").press_sequentially("泊位")
    expect(desk.page.locator("#search-results h2")).to_have_text(["中山港扩建"])
    assert desk.query == {"q": ["泊位"]}
    desk.page.get_by_role("link", name="English").click()
    expect(desk.page.locator("html")).to_have_attribute("lang", "en")
    desk.wait()
    assert desk.query == {"q": ["泊位"]}
    assert desk.page.get_by_role("searchbox").input_value() == "泊位"


def test_nothing_found_and_nothing_asked(desk: Desk) -> None:
    desk.open("zh-hans", "量子计算机")
    assert desk.titles == []
    assert "量子计算机" in desk.status
    desk.open("zh-hans")
    assert "289.5亿元" in desk.status
    # What is near is said to be only that.
    desk.open("zh-hans", "肇庆电池工厂投产")
    assert desk.titles[0] == "电池工厂在肇庆投产"
    assert "最为接近" in desk.status
    # A slip in one word counts beside a word that nothing has.
    desk.open("en", "coppre quantum")
    assert desk.titles == ["A battery plant opens in Zhaoqing"]
    assert desk.marks == {"copper"}
    assert "nearest" in desk.status


def test_markup_in_a_query_stays_text(desk: Desk) -> None:
    desk.open("en", '<img src=x onerror="document.title=1">')
    assert desk.page.locator("main img").count() == 0
    assert desk.page.title() != "1"


def test_a_failure_is_told(windows: Windows, address: str) -> None:
    with windows.open() as page:
        page.route("**/search/index.json", lambda route: route.abort())
        page.goto(f"{address}en/search/?q=plant")
        expect(page.locator("#search-status")).to_contain_text("could not be loaded")
        page.unroute("**/search/index.json")
        page.get_by_role("button", name="Search").click()
        expect(page.locator("#search-results h2")).to_have_count(1)


def test_a_copy_on_a_disk_is_told_to_need_a_server(windows: Windows, library: TestSite) -> None:
    with windows.open() as page:
        page.goto(f"{(library.root / 'public/zh-hans/search/index.html').as_uri()}?q=plant")
        expect(page.locator("#search-status")).to_contain_text("从磁盘打开")


def test_another_format_of_the_index_is_told(windows: Windows, address: str) -> None:
    with windows.open() as page:
        page.route(
            "**/search/index.json",
            lambda route: route.fulfill(json={"format": 1, "articles": 3, "bits": {"zh": 2}}),
        )
        page.goto(f"{address}en/search/?q=plant")
        expect(page.locator("#search-status")).to_contain_text("are of different versions")
        page.goto(f"{address}zh-hant/search/?q=電池")
        expect(page.locator("#search-status")).to_contain_text("版本不一致")


def test_without_javascript_the_page_leads_on(windows: Windows, address: str) -> None:
    with windows.open(java_script_enabled=False) as page:
        page.goto(f"{address}en/search/")
        expect(page.get_by_text("needs JavaScript")).to_be_visible()
        expect(page.get_by_role("searchbox")).to_be_hidden()
        page.get_by_role("main").get_by_role("link", name="Cities").click()
        expect(page).to_have_url(f"{address}en/cities/")


def test_only_what_is_needed_is_fetched(desk: Desk) -> None:
    desk.open("zh-hans", "泊位")
    data = [url.split(desk.address)[1] for url in desk.asked if "/search/" in url]
    texts = [path for path in data if path.startswith("search/text/")]
    assert len(texts) == 1
    assert texts[0].startswith("search/text/zh-hans/")
    english = ("search/0/en/", "search/0/words", "search/stem.json")
    assert not [path for path in data if path.startswith(english)]
    assert len(data) == len(set(data))
    answer = desk.page.request.get(f"{desk.address}search/index.json")
    assert json.loads(answer.text())["articles"] == 17
