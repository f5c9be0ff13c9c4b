"""Every page of the desk in a real browser: accessible, light and dark, at every width."""

from __future__ import annotations

from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from generator.desk.language import COOKIE
from tests.browser.pages import Windows, until
from tests.browser.test_quality import _ALL, _LOOKS, _RUN_AXE, _WORDS, AXE, axe_served
from tests.desk.client import Running, saved
from tests.sites import put_in_place

Scheme = Literal["light", "dark"]

# Addresses of every page of the desk; a new page is added here.
PAGES = (
    "/", "/articles", "/articles/new", "/articles/wrong?picture=files/a.png",
    "/glossary?term=项目", "/publish", "/review",
    "/review/machine", "/review/plain", "/settings", "/nothing",
    "/import", "/import/page/raw.txt", "/articles/reviewed/name", "/articles/-/removed",
)  # fmt: skip


# Each language in another light: the same elements stand in all of them.
LOOKS: tuple[tuple[str, tuple[tuple[Scheme, int, object], ...]], ...] = (
    ("en", (("light", 1280, _ALL), ("dark", 375, _LOOKS))),
    ("zh-Hant", (("dark", 1280, _WORDS),)),
)


def test_axe_finds_nothing_and_every_page_fits(windows: Windows, running_desk: Running) -> None:
    if not AXE.is_file():
        pytest.skip("axe-core is not installed (npm ci)")
    settings = {"bypass_csp": True, "reduced_motion": "reduce", "locale": "en-GB"}
    with axe_served() as axe, windows.open(**settings) as page:
        assert problems_of_all(page, running_desk, axe) == []


def problems_of_all(page: Page, running_desk: Running, axe: str) -> list[str]:
    """What is wrong with each page of `PAGES`."""
    page.goto(running_desk.address)
    page.get_by_role("link", name="肇庆港扩建").first.wait_for()
    problems = []
    for path in PAGES:
        for language, looks in LOOKS:
            page.context.add_cookies(
                [{"name": COOKIE, "value": language, "url": running_desk.address}]
            )
            page.goto(running_desk.address.rstrip("/") + path)
            page.add_script_tag(url=axe)
            for scheme, width, options in looks:
                page.emulate_media(color_scheme=scheme)
                page.set_viewport_size({"width": width, "height": 900})
                found = page.evaluate(_RUN_AXE, options)
                problems += [f"{path}, {language}, {scheme}, {width}: {one}" for one in found]
            for width in (375, 768, 1280):
                page.set_viewport_size({"width": width, "height": 900})
                over = page.evaluate("document.scrollingElement.scrollWidth - innerWidth")
                if over > 0:
                    problems.append(f"{path}, {language}: {over} pixels too wide at {width}")
    return problems


def test_rows_of_the_settings_are_arranged_by_keys(page: Page, running_desk: Running) -> None:
    file = running_desk.root / "site.yaml"
    before = file.read_text("utf-8")
    page.goto(f"{running_desk.address.rstrip('/')}/settings")
    topics = page.locator("#field-topics")
    topics.get_by_role("button", name="Add a topic").press("Enter")
    for text in ("公共服务", "", "Public services"):
        page.keyboard.type(text)
        page.keyboard.press("Tab")
    for times in (2, 1):
        topics.get_by_role("button", name="Move up: 公共服务").press("Enter")
        expect(topics.get_by_role("status")).to_have_text(f"公共服务: now {times} of 3")
    topics.get_by_role("button", name="Remove: 新能源").press("Enter")
    page.get_by_role("button", name="Put it back").press("Enter")
    with saved(page, "/settings"):
        page.keyboard.press("Enter")
    first = next(line for line in before.split("\n") if "新能源" in line)
    assert file.read_text("utf-8") == before.replace(
        first, f'  公共服务: "Public services"\n{first}'
    )


def test_the_board_filters_while_typing(page: Page, running_desk: Running) -> None:
    page.goto(running_desk.address)
    page.get_by_role("link", name="没有英文", exact=True).wait_for()
    page.keyboard.press("/")
    page.keyboard.type("port grows")
    page.get_by_role("link", name="没有英文", exact=True).wait_for(state="detached")
    until(page, "document.querySelectorAll('tbody tr').length === 1")
    until(page, "location.search === '?q=port+grows'")


def test_what_is_written_elsewhere_is_shown(page: Page, running_desk: Running) -> None:
    page.goto(running_desk.address)
    page.get_by_role("link", name="没有英文", exact=True).wait_for()
    file = running_desk.root / "content/articles/plain.md"
    before = file.read_text("utf-8")
    try:
        put_in_place(file, before.replace("没有英文", "别人改了标题"))
        page.get_by_role("link", name="别人改了标题", exact=True).wait_for()
    finally:
        put_in_place(file, before)
