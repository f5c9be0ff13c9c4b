"""The city index in a browser: the filter, the map by keyboard."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page

from tests.browser.pages import Served

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


def test_without_scripts_lists_and_map_are_whole(served: Served, page: Page) -> None:
    browser = page.context.browser
    assert browser is not None
    plain = browser.new_context(java_script_enabled=False)
    try:
        bare = plain.new_page()
        bare.goto(f"{served.url}en/cities/")
        assert bare.get_by_role("searchbox").count() == 0
        assert bare.locator("section[aria-labelledby=by-province] .index a").count() > 3
        assert bare.locator(".dot:not([tabindex])").count() == bare.locator(".dot").count()
    finally:
        plain.close()
