"""The whole way of an article in a real browser, without touching a file: from a damaged raw
page to three published editions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Error, Page, expect

from tests.browser.pages import Windows
from tests.desk.client import Running, running, saved
from tests.desk.conftest import RAW
from tests.sites import TestSite

SLUG = "2024-05-06-gang-kou-kuo-jian"
HOSTILE = "<script>document.title='run'</script><img src=x onerror=\"document.title='run'\">"
# Two paragraphs of sense below what is damaged in every way, and one that is hostile.
PAGE = RAW.replace("2024-05-06 2024-05-07", "2024-05-06").replace(
    "相關閱讀",
    f"肇慶港今年投資28.95亿元。\n共开工项目65個(gè)。\n末段{HOSTILE}完。\n相關閱讀",
)
ENGLISH = {
    "title": "Work on the port begins",
    "1": "Work on the projects has begun, one project after the other, and all of Zhaoqing joins.",
    "2": "From Shanghai to Guangdong, and to Guishan in Shandong too.",
    "3": "The port of Zhaoqing invests  this year.",
    "4": "Work has begun on 65 projects.",
    "5": f"The last one, `{HOSTILE}`.",
}


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Running]:
    """``digest desk`` on a site with settings and nothing else."""
    site = TestSite(tmp_path / "site")
    site.settings(
        "translation: {engine: none}\neditors: [陈伟]\n"
        'publish: {command: "rm -rf host && cp -r public host && echo uploaded"}\n'
    )
    site.write("content/articles/.keep", "")
    with running(site.root) as found:
        yield found


@pytest.fixture
def page(windows: Windows) -> Iterator[Page]:
    """A page whose scripts must not fail; a preview that is not built yet is no fault."""
    faults: list[str] = []
    with windows.open(viewport={"width": 1280, "height": 900}, locale="en-GB") as page:
        page.on("pageerror", lambda error: faults.append(str(error)))
        yield page
    assert faults == []


def test_from_a_damaged_page_to_three_editions(page: Page, own: Running) -> None:
    imported(page, own.address)
    described(page)
    translated(page, own.address)
    page.goto(f"{own.address}articles/{SLUG}")
    page.get_by_label("Draft, not published").uncheck()
    with saved(page, f"/articles/{SLUG}"):
        page.keyboard.press("Control+s")
    published(page, own.address)
    host = own.root / "host"
    seen = {
        "zh-hans": ("肇庆港今年投资28.95亿元。", "上海——广东，还有龟山东。"),
        "zh-hant": ("肇慶港今年投資28.95億元。", "因為肇慶人人參加"),
        "en": ("Zhaoqing invests 2.895 billion yuan this year.", "Work has begun on 65 projects."),
    }
    for edition, texts in seen.items():
        page.goto((host / edition / "articles" / SLUG / "index.html").as_uri())
        has_run_nothing(page)
        expect(page.locator("main")).to_contain_text(HOSTILE)
        expect(page.locator("main")).to_contain_text(texts[0])
        expect(page.locator("main")).to_contain_text(texts[1])


def has_run_nothing(page: Page) -> None:
    """The hostile text is shown, here and in every frame, and has done nothing."""
    for frame in page.frames:
        # One that is just loading anew has nothing to show.
        with suppress(Error):
            assert frame.title() != "run"


def imported(page: Page, address: str) -> None:
    """Paste, settle every doubt, answer the questions, make the draft."""
    page.goto(f"{address}import")
    page.get_by_label("Or paste text or HTML").fill(PAGE)
    page.get_by_role("button", name="Put into the inbox").click()
    page.wait_for_url("**/import/page/*")
    for open_before, damaged in ((3, "東(guǎng)"), (2, "東(jūn)")):
        expect(page.locator(".import-place.open")).to_have_count(open_before)
        page.get_by_label(f"Change to: {damaged}").fill("東")
        page.keyboard.press("Tab")
    expect(page.locator(".import-place.open")).to_have_count(1)
    page.get_by_role("button", name="Accept the 1 that is open").click()
    expect(page.locator(".import-place.open")).to_have_count(0)
    has_run_nothing(page)
    page.get_by_label("Source", exact=True).fill("某市日报")
    page.locator("#f-slug").fill(SLUG)
    page.get_by_role("button", name="Make the draft article").click()
    page.wait_for_url(f"**/articles/{SLUG}*")


def described(page: Page) -> None:
    """Fill in what is missing; the preview shows it before it is saved."""
    page.get_by_label("Title").first.fill("港口扩建")
    page.get_by_role("group", name="Topics").get_by_label("重大项目").check()
    page.get_by_role("link", name="繁體").click()
    frame = page.frame_locator("iframe.preview")
    expect(frame.locator("main h1")).to_contain_text("港口擴建")
    expect(frame.locator("main")).to_contain_text("因為肇慶人人參加")
    expect(frame.locator("main")).to_contain_text(HOSTILE)
    has_run_nothing(page)
    with saved(page, f"/articles/{SLUG}"):
        page.keyboard.press("Control+s")


def translated(page: Page, address: str) -> None:
    """Write the English by hand; a wrong figure is seen, and mended with one key."""
    page.goto(f"{address}review/{SLUG}")
    with page.expect_navigation():
        page.get_by_role("button", name="Write it by hand").click()
    page.locator("#english-title").click()
    for name, text in ENGLISH.items():
        area = page.locator(f"#english-{name}")
        expect(area).to_be_focused()
        passage = page.locator(f"#p-{name}")
        if name == "3":
            area.fill("The port of Zhaoqing invests 28.95 billion yuan this year.")
            expect(passage.locator(".echo mark.wrong")).to_have_text("28.95 billion yuan")
            page.keyboard.press("Control+Enter")
            # What looks wrong is not confirmed at once.
            expect(passage.locator(".saved")).to_contain_text("looks wrong")
            area.fill(text)
            area.evaluate("one => one.setSelectionRange(29, 29)")
            expect(passage.locator(".open .chip").first).to_have_text(re.compile("2.895 billion"))
            page.keyboard.press("Alt+1")
            expect(passage.locator(".echo mark.right")).to_have_text("2.895 billion yuan")
        else:
            area.fill(text)
        page.keyboard.press("Control+Enter")
        expect(passage).to_have_class(re.compile("confirmed"))
    has_run_nothing(page)
    page.get_by_role("button", name="Mark as reviewed").click()
    page.wait_for_url("**/review")


def published(page: Page, address: str) -> None:
    """Check, then publish with the command of the settings."""
    page.goto(f"{address}publish")
    page.get_by_role("button", name="Check the site").click()
    page.get_by_role("button", name="Check again").wait_for()
    page.wait_for_load_state()
    page.get_by_role("button", name="Publish now").click()
    page.locator("dialog").get_by_role("button", name="Publish now").click()
    page.get_by_text("uploaded", exact=True).wait_for()
    page.get_by_text("public now").wait_for()
