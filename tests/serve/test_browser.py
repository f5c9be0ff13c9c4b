"""The preview in a real browser: pages load themselves anew, and stay where they were read."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.pages import Windows, until
from tests.serve.conftest import GUARD_SECONDS, Serve, article

PORT = "content/articles/port.md"
LONG = "\n\n".join(f"第{number}段：工厂开工，首批设备已经进场。" for number in range(1, 81))


@pytest.fixture
def page(windows: Windows) -> Iterator[Page]:
    with windows.open(viewport={"width": 375, "height": 700}) as page:
        page.set_default_timeout(GUARD_SECONDS * 1000)
        yield page


def test_an_open_page_follows_the_editor(serve: Serve, site: Path, page: Page) -> None:
    (site / PORT).write_text(article("江边码头扩建", LONG), "utf-8")
    served = serve(site)
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(f"{served.address}zh-hans/articles/port/")
    # Also where the site is still being built at first: the page comes by itself.
    page.get_by_role("heading", name="江边码头扩建").wait_for()

    until(page, "document.readyState === 'complete' && document.fonts.status === 'loaded'")
    page.evaluate("scrollTo(0, 900)")
    served.write(PORT, article("码头二期今年完工", LONG))
    page.get_by_role("heading", name="码头二期今年完工").wait_for()
    until(page, "document.readyState === 'complete' && scrollY === 900")

    served.write(PORT, article("码头三期", LONG).replace("2024-03-05", "2024-03-45"))
    alert = page.get_by_role("alert")
    alert.wait_for()
    assert f"{PORT}:3: date:" in alert.inner_text()
    assert page.get_by_role("heading", name="码头二期今年完工").count() == 1
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= 375
    alert.locator("summary").click()
    assert not alert.locator("li").is_visible()

    served.write(PORT, article("码头三期", LONG))
    page.get_by_role("heading", name="码头三期").wait_for()
    alert.wait_for(state="detached")
    assert faults == []


def test_a_page_finds_back_to_a_preview_that_was_started_again(
    serve: Serve, site: Path, page: Page
) -> None:
    # Bound here too, so that no other program gets it between the two.
    with socket.socket() as kept:
        kept.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        kept.bind(("127.0.0.1", 0))
        start_again(serve, site, page, str(kept.getsockname()[1]))


def start_again(serve: Serve, site: Path, page: Page, port: str) -> None:
    first = serve(site, "--port", port)
    page.goto(f"{first.address}zh-hans/articles/port/")
    page.get_by_role("heading", name="江边码头扩建").wait_for()
    first.end()
    (site / PORT).write_text(article("码头二期今年完工"), "utf-8")

    serve(site, "--port", port)

    page.get_by_role("heading", name="码头二期今年完工").wait_for()
