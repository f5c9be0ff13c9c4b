"""The city index in a browser: the filter, the map by keyboard."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import Served, Windows, until

VISIBLE = "(links) => links.filter((a) => a.getClientRects().length).map((a) => a.textContent)"


def shown(page: Page) -> list[str]:
    """Names in the list by province that can be seen."""
    links = page.locator("section[aria-labelledby=by-province] .index a")
    return list(links.evaluate_all(VISIBLE))


@pytest.mark.parametrize("query", ["肇庆", "肇慶", "zhaoq", "Zhào qìng"])
@pytest.mark.parametrize("width", [375, 1280])
def test_the_filter_takes_any_script(page: Page, served: Served, query: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{served.url}en/cities/")
    everything = shown(page)
    page.get_by_role("searchbox").fill(query)
    assert shown(page) == ["Zhaoqing"]
    assert page.get_by_role("status").inner_text() == "1 city"
    page.get_by_role("searchbox").fill("")
    assert shown(page) == everything
    page.get_by_role("searchbox").fill("xyz")
    assert shown(page) == []
    assert page.get_by_role("status").inner_text() == "No city of that name."


def test_the_map_is_one_stop_and_arrows_go_on(page: Page, served: Served) -> None:
    page.goto(f"{served.url}en/cities/")
    assert page.locator('.dot[tabindex="0"]').count() == 1
    page.locator('.dot[tabindex="0"]').focus()
    start = page.evaluate("document.activeElement.getAttribute('aria-label')")
    page.keyboard.press("ArrowRight")
    there = page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert there != start
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    # To a city, or to the list of its province where it stands for several.
    page.wait_for_url(re.compile(r"/en/cities/.+"))


def test_without_scripts_lists_and_map_are_whole(served: Served, windows: Windows) -> None:
    with windows.open(java_script_enabled=False) as bare:
        bare.goto(f"{served.url}en/cities/")
        assert bare.get_by_role("searchbox").count() == 0
        assert bare.locator("section[aria-labelledby=by-province] .index a").count() > 3
        assert bare.locator(".dot:not([tabindex])").count() == bare.locator(".dot").count()


def test_figures_are_filtered_sorted_and_found_by_words_of_any_script(
    page: Page, served: Served
) -> None:
    failures: list[str] = []
    page.on("pageerror", lambda error: failures.append(str(error)))
    page.on("console", lambda said: failures.append(said.text) if said.type == "error" else None)
    page.goto(f"{served.url}en/figures/?city=nanchong")
    rows = page.locator("table.across tbody tr:not(.heading)")
    status = page.get_by_role("status")
    status.get_by_text("figures").wait_for()
    cities = "(rows) => [...new Set(rows.map((row) => row.querySelector('th a').textContent))]"
    assert rows.evaluate_all(cities) == ["Nanchong"]
    page.get_by_label("Year").select_option("2020")
    page.get_by_label("Search").fill("工業投資")
    page.get_by_text("1 figure", exact=True).wait_for()
    assert "21.06 billion yuan" in rows.inner_text()
    query = "?city=nanchong&year=2020&q=%E5%B7%A5%E6%A5%AD%E6%8A%95%E8%B3%87"
    assert page.evaluate("location.search") == query
    link = rows.locator("td a")
    assert "/en/articles/nanchong-industrial-investment-2020/#p" in str(
        link.evaluate("a => a.href")
    )
    page.get_by_role("button", name="Clear").click()
    until(page, "document.querySelectorAll('table.across tbody tr:not(.heading)').length > 60")
    assert page.evaluate("location.search") == ""
    # The heads sort within each indicator: by keyboard, the largest first.
    value = page.get_by_role("columnheader", name="Value")
    value.get_by_role("button").press("Enter")
    assert value.get_attribute("aria-sort") == "descending"
    read = "(cells) => cells.map((cell) => Number(cell.dataset.value))"
    sizes = page.locator("#total-investment td:nth-child(3)").evaluate_all(read)
    assert sizes == sorted(sizes, reverse=True)
    assert len(sizes) > 3
    value.get_by_role("button").press("Enter")
    assert value.get_attribute("aria-sort") == "ascending"
    assert failures == []


def test_cities_are_compared_by_address_and_added_by_keyboard(page: Page, served: Served) -> None:
    failures: list[str] = []
    page.on("pageerror", lambda error: failures.append(str(error)))
    page.on("console", lambda said: failures.append(said.text) if said.type == "error" else None)
    page.goto(f"{served.url}zh-hant/compare/?c=guangan")
    picker = page.get_by_role("combobox")
    for typed, name in (("nanch", "南充"), ("漯河", "漯河"), ("肇慶", "肇慶")):
        picker.fill(typed)
        option = page.get_by_role("option")
        expect(option).to_have_count(1)
        expect(option).to_contain_text(name)
        picker.press("ArrowDown")
        assert picker.get_attribute("aria-activedescendant") == option.get_attribute("id")
        picker.press("Enter")
    page.get_by_role("columnheader", name="肇慶").wait_for()
    assert page.evaluate("location.search") == "?c=guangan,nanchong,luohe,zhaoqing"
    # Four are the most.
    assert picker.is_disabled()
    heads = page.get_by_role("columnheader").all_inner_texts()
    assert heads[1:] == ["廣安", "南充", "漯河", "肇慶"]
    assert "210.6億元" in page.get_by_role("row", name="工業投資").first.inner_text()
    # A row for each indicator and period: a year is the same however an article says it.
    rows = page.get_by_role("rowheader").all_inner_texts()
    assert len(rows) == len(set(rows))
    # The rows of an indicator stay together, the newest first.
    names = [row.split(" · ")[0] for row in rows]
    starts = [name for at, name in enumerate(names) if at == 0 or names[at - 1] != name]
    assert len(starts) == len(set(starts))
    # A figure whose year no article states is not compared: it has only the article's.
    undated = page.evaluate(
        """() => fetch("../../cities/guangan.json").then((answer) => answer.json()).then((data) =>
          data.figures.filter((one) => one.indicator.startsWith("industrial-companies-above"))
            .map((one) => one.year_from))"""
    )
    assert "article" in undated
    assert not [row for row in rows if row.startswith("規上工業企業 ·")]
    for row in ("主題", "最新文章"):
        assert page.get_by_role("row", name=row).locator("td a").count() > 4
    page.get_by_role("button", name="去掉廣安").press("Enter")
    expect(picker).to_be_enabled()
    assert page.evaluate("location.search") == "?c=nanchong,luohe,zhaoqing"
    assert failures == []
