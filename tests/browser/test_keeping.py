"""What a reader's browser keeps: colours, text size, what is new, the reading list, read pages."""

from __future__ import annotations

import json
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tests.browser.pages import ARTICLE, Served, fresh, until
from tests.sites import TestSite

COLOUR = "getComputedStyle(document.body).backgroundColor"
SIZE = "parseFloat(getComputedStyle(document.documentElement).fontSize)"


def test_colours_and_text_size_are_kept(page: Page, served: Served) -> None:
    page.goto(f"{served.url}en/")
    light, size = page.evaluate(COLOUR), page.evaluate(SIZE)
    page.get_by_label("Reading settings").click()
    page.get_by_role("button", name="Dark").click()
    page.get_by_role("button", name="Larger text").click()
    dark = page.evaluate(COLOUR)
    assert dark != light
    assert page.evaluate(SIZE) > size
    page.goto(f"{served.url}zh-hant/{ARTICLE}")
    assert page.evaluate(COLOUR) == dark
    assert page.evaluate(SIZE) > size
    page.get_by_label("閱讀設定").click()
    page.get_by_role("button", name="依系統").click()
    page.keyboard.press("Escape")
    expect(page.locator(".reader > div")).to_be_hidden()
    page.goto(f"{served.url}en/")
    assert page.evaluate(COLOUR) == light


def test_what_is_new_since_the_last_visit_is_marked(chromium: Browser, served: Served) -> None:
    with fresh(chromium, viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        page.goto(f"{served.url}en/")
        assert page.locator(".new").count() == 0
        slugs = page.evaluate("JSON.parse(localStorage.known).slugs")
        newest = "luohe-food-industry"
        slugs.remove(newest)
        known = json.dumps({"day": "2024-09-01T08:00:00.000Z", "slugs": slugs})
        # A new visit is a new tab.
        page.evaluate("(known) => { localStorage.known = known; sessionStorage.clear(); }", known)
        page.goto(f"{served.url}en/")
        expect(page.get_by_text("1 new since your last visit, September 1, 2024")).to_be_visible()
        links = page.locator("a:has(+ .new)").evaluate_all("(all) => all.map((a) => a.pathname)")
        assert links
        assert all(newest in link for link in links)
        page.goto(f"{served.url}en/cities/luohe/")
        assert page.locator(".new").count() > 0
        page.evaluate("sessionStorage.clear()")
        page.goto(f"{served.url}en/")
        assert page.locator(".new").count() == 0


def test_an_article_is_saved_listed_and_removed(page: Page, served: Served) -> None:
    page.goto(f"{served.url}en/{ARTICLE}")
    title = page.locator("h1").text_content() or ""
    page.get_by_role("button", name="Save to reading list").click()
    page.reload()
    saved = page.get_by_role("button", name="In your reading list")
    expect(saved).to_have_attribute("aria-pressed", "true")
    page.get_by_label("Reading settings").click()
    page.get_by_role("link", name="Reading list").click()
    link = page.get_by_role("link", name=title)
    expect(link).to_be_visible()
    link.click()
    page.wait_for_url(f"**/{ARTICLE}")
    page.goto(f"{served.url}en/reading/")
    page.get_by_role("button", name="Remove").click()
    expect(page.get_by_text("Nothing saved yet.")).to_be_visible()


def test_a_page_that_was_read_can_be_read_without_a_network(
    chromium: Browser, site: TestSite
) -> None:
    site.settings(more="offline: true\n")
    site.build()
    with _Serving(site.root / "public") as url, fresh(chromium) as context:
        page = context.new_page()
        page.goto(f"{url}en/articles/zhaoqing-start/")
        page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        # The worker takes over with the next page that is read.
        page.reload()
        until(page, "navigator.serviceWorker.controller !== null")
        page.reload()
        context.set_offline(True)
        page.reload()
        expect(page.locator("h1")).to_contain_text("Zhaoqing starts work")
        # What was never read leads to what was.
        page.goto(f"{url}en/archive/")
        page.get_by_role("link", name="Zhaoqing starts work").click()
        page.wait_for_url(f"{url}en/articles/zhaoqing-start/")
        context.set_offline(False)
        site.settings()
        site.build()
        assert not (site.root / "public/sw.js").exists()
        page.goto(f"{url}en/")
        until(page, "navigator.serviceWorker.getRegistrations().then((all) => all.length === 0)")


class _Serving:
    """A folder behind an address of this machine."""

    def __init__(self, folder: Path) -> None:
        handler = partial(_Quiet, directory=str(folder))
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)

    def __enter__(self) -> str:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{self._server.server_port}/"

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()


class _Quiet(SimpleHTTPRequestHandler):
    def log_request(self, code: object = "-", size: object = "-") -> None:
        pass
