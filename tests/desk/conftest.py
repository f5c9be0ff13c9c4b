"""A small site with an article of each state, its desk, and a browser that looks at it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.pages import Windows
from tests.desk.client import Client, Running, client, running
from tests.launching import Launcher
from tests.sites import TestSite

# A raw page with repairs of each kind, a line that goes, and no date.
RAW = (
    "項(xiàng)目開(kāi)工的日子\n來源：某市日報 2024-05-06 2024-05-07\n\n"
    "項(xiàng)目開(kāi)工，個(gè)個(gè)項(xiàng)目開(kāi)工，因?yàn)檎貞c人人參加。\n"
    "上海——廣東(guǎng)，還有龜(guī)山東(jūn)。\n相關閱讀：更多新聞\n"
)
HOSTILE = "<img src=x onerror=alert(1)> \"'"


def small_site(root: Path) -> TestSite:
    """Settings and five articles: reviewed, machine with a flag, none, a draft, one broken."""
    site = TestSite(root)
    site.settings("translation: {engine: none}\n")
    site.article("reviewed")
    site.english("reviewed", more="status: reviewed\n")
    site.article("machine", title="肇庆港扩建", date="2024-02-01")
    flagged = (
        "<!-- flagged: the figure 2 billion is missing -->\nZhaoqing has started work.\n\nMore."
    )
    site.english(
        "machine", title="Zhaoqing port grows", body=flagged, more="status: machine\nengine: x\n"
    )
    site.article("plain", title="没有英文", date="2024-01-05", more="cities: [广州]\n")
    site.article("unfinished", title="尚未写完", more="draft: true\ncities: [肇庆]\n")
    site.article("wrong", title="日期不对", date="2024-13-45")
    site.write("inbox/raw.txt", RAW)
    return site


@pytest.fixture(scope="module")
def desk_site(tmp_path_factory: pytest.TempPathFactory) -> TestSite:
    """`small_site`, for all tests of a module: not to be changed."""
    return small_site(tmp_path_factory.mktemp("desk") / "site")


@pytest.fixture(scope="module")
def desk(desk_site: TestSite) -> Iterator[Client]:
    """A client of its desk."""
    with client(desk_site) as found:
        yield found


@pytest.fixture(scope="module")
def running_desk(tmp_path_factory: pytest.TempPathFactory, previews: Launcher) -> Iterator[Running]:
    """``digest desk`` on a site of its own, for a browser."""
    root = small_site(tmp_path_factory.mktemp("running") / "site").root
    with running(root, launcher=previews) as found:
        yield found


@pytest.fixture
def page(windows: Windows) -> Iterator[Page]:
    """A fresh page of a laptop's size that fails the test when a script fails."""
    faults: list[str] = []
    with windows.open(viewport={"width": 1280, "height": 900}, locale="en-GB") as page:
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
        yield page
    assert faults == []
