"""Answers that come late, or in another order than they were asked for, do no harm."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Route, expect

from generator.desk.pages import review
from generator.desk.reviewing import Review, review_of
from tests.desk.client import Client, Running, saved
from tests.sites import TestSite, put_in_place


class Held:
    """Requests of a page's scripts that wait on their way; `let_go` sends them on."""

    def __init__(self, page: Page, address: str, kind: str = "fetch") -> None:
        self._page, self._address, self._kind = page, address, kind
        self._held: list[Route] = []
        page.route(address, self._hold)

    def _hold(self, route: Route) -> None:
        if not self._held and route.request.resource_type == self._kind:
            self._held.append(route)
        else:
            route.continue_()

    def wait(self) -> None:
        """Until there is one."""
        while not self._held:
            self._page.evaluate("null")

    def let_go(self) -> None:
        """Send it on, and wait until the page has its answer."""
        with self._page.expect_response(self._address):
            self._held[0].continue_()
        self._page.evaluate("fetch('/-/token').then((answer) => answer.json())")


def test_the_board_shows_what_changed_before_it_listened(page: Page, running_desk: Running) -> None:
    running_desk.shows("没有英文")
    stream = Held(page, "**/-/events", "eventsource")
    page.goto(running_desk.address)
    stream.wait()
    expect(page.get_by_role("link", name="没有英文", exact=True)).to_be_visible()
    file = running_desk.root / "content/articles/plain.md"
    before = file.read_text("utf-8")
    put_in_place(file, before.replace("没有英文", "别人先改了标题"))
    running_desk.shows("别人先改了标题")
    stream.let_go()
    expect(page.get_by_role("link", name="别人先改了标题", exact=True)).to_be_visible()
    put_in_place(file, before)
    running_desk.shows("没有英文")


def test_news_of_files_do_not_undo_a_filter(page: Page, running_desk: Running) -> None:
    running_desk.shows("肇庆港扩建")
    page.goto(running_desk.address)
    rows = page.locator("#board-table tbody tr")
    expect(page.get_by_role("link", name="肇庆港扩建").first).to_be_visible()
    news = Held(page, running_desk.address)
    file = running_desk.root / "content/articles/machine.md"
    before = file.read_text("utf-8")
    put_in_place(file, before.replace("肇庆港扩建", "肇庆港二期"))
    news.wait()
    page.get_by_label("Search").fill("machine")
    expect(rows).to_have_count(1)
    news.let_go()
    expect(page.get_by_role("link", name="肇庆港二期", exact=True)).to_be_visible()
    expect(rows).to_have_count(1)
    put_in_place(file, before)
    running_desk.shows("肇庆港扩建")


def test_settings_that_are_saved_are_not_said_to_be_unsaved(
    page: Page, running_desk: Running
) -> None:
    page.goto(f"{running_desk.address}settings")
    checked = Held(page, "**/settings/check")
    page.locator("#field-page_size").fill("7")
    checked.wait()
    with saved(page, "/settings"):
        page.keyboard.press("Enter")
    checked.let_go()
    expect(page.locator("#settings-state")).to_be_empty()
    assert "page_size: 7" in (running_desk.root / "site.yaml").read_text("utf-8")


def test_the_preview_follows_also_where_it_was_there_first(
    page: Page, running_desk: Running
) -> None:
    running_desk.previews("zh-hans/articles/plain/")
    script = Held(page, "**/-/assets/article.js", "script")
    page.goto(f"{running_desk.address}articles/plain", wait_until="commit")
    shown = page.frame_locator("iframe.preview").locator("h1")
    expect(shown).to_have_text("没有英文")
    script.let_go()
    page.wait_for_load_state()
    page.get_by_label("Title").first.fill("还没有保存")
    expect(shown).to_have_text("还没有保存")


def test_a_term_is_added_as_it_stands_though_it_was_typed_fast(
    page: Page, running_desk: Running
) -> None:
    page.goto(f"{running_desk.address}review/reviewed")
    page.locator("[data-term]").first.click()
    looked = Held(page, "**/glossary/-/term?*")
    page.get_by_label("Term", exact=True).fill("肇庆港")
    page.locator("#term-en").fill("Port of Zhaoqing")
    page.keyboard.press("Enter")
    looked.wait()
    looked.let_go()
    expect(page.locator("dialog")).to_have_count(0)
    glossary = (running_desk.root / "content/glossary.yaml").read_text("utf-8")
    assert "肇庆港: Port of Zhaoqing" in glossary.replace('"', "")


def test_what_a_colleague_writes_between_reading_and_saving_is_kept(
    site: TestSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Client(site.root)
    file = site.articles / "zhaoqing-start.en.md"
    shown = review_of(desk.desk, "zhaoqing-start")
    put_in_place(file, file.read_text("utf-8") + "\n")
    theirs = file.read_text("utf-8").replace("Zhaoqing", "The city", 1)

    def meanwhile(*asked: object) -> Review:
        found = review_of(desk.desk, "zhaoqing-start")
        put_in_place(file, theirs)
        return found

    monkeypatch.setattr(review, "review_of", meanwhile)
    one = next(passage for passage in shown.passages if passage.number == 1)
    sent = {"number": "1", "english": "Mine.", "before": one.english, "hash": shown.file.hash}
    assert desk.post("/review/zhaoqing-start/passage", data=sent).status == 409
    assert file.read_text("utf-8") == theirs
    desk.close()


def test_a_preview_is_whole_before_pages_are_told_of_it(site: TestSite) -> None:
    desk = Client(site.root, build=False)
    known: list[bool] = []
    desk.desk.state.subscribe(lambda: known.append(desk.desk.last_build is not None))
    desk.rebuild()
    assert known == [True]
    desk.close()
