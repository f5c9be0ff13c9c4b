"""A site with known texts, and the way to search it in a real browser."""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, quote

import pytest
from playwright.sync_api import Page

from tests.browser.pages import Windows
from tests.sites import TestSite, made_once

BASE = "/digest/"
ORCHARD = "果园新区"
# Figures that end like each other: the newer article has the larger ones.
COSTS = {
    3: ("剧院花费20亿元，座位500个。", " A theatre cost 2 billion yuan and has 500 seats."),
    5: (
        "剧院花费120亿元，座位1500个。",
        " One of 2 theatres, it cost 12 billion yuan; 1,500 seats.",
    ),
}


def write_library(site: TestSite) -> None:
    """Articles that differ in what they say, and a dozen that all speak of one zone."""
    site.settings("base_url: https://digest.example/digest/\nhant_vocabulary: tw\n")
    site.write(
        "content/glossary.yaml",
        "terms:\n  宁德时代: CATL\n  果园新区: Orchard New Area\n"
        "  铜箔: copper foil\n  泊位: {en: berth, hant: 船席}\n"
        "  产业协作: industrial cooperation\n",
    )
    site.article(
        "battery",
        title="电池工厂在肇庆投产",
        date="2023-05-06",
        body="工厂总投资289.5亿元，采用5G专网。\n\n后来又开发了广阔的市场，头发丝细的铜箔也能生产。"
        "\n\n二期11月19日动工，用地6123.4亩，生产存储器，产值增长8.5%至9%，达到12.5亿元。",
        more="credits: [摄影 李红]\n",
    )
    file = site.articles / "battery.md"
    file.write_text(
        file.read_text("utf-8").replace("西江日报}", "新华社, author: 记者 陈洁}"), "utf-8"
    )
    site.english(
        "battery",
        title="A battery plant opens in Zhaoqing",
        body="The plant cost 28.95 billion yuan and runs on a 5G network.\n\nIt has been developing"
        " a broad market since, and makes copper foil as thin as a hair.\n\nPhase two, on 6,123.4"
        " mu, began on Nov. 19. It makes memory chips in halls of three colours, and"
        " output is to grow by 8.5 to 9 percent, to 1.25 billion yuan.",
    )
    site.article(
        "harbour",
        title="中山港扩建",
        date="2024-02-03",
        body="中山的港口新建三个泊位，前8个月吞吐7654.3万吨。\n\n深圳的企业参加了建设，产业协作更加紧密。宁德时代的项目用地4万亩。",
        more="cities: [中山]\ntopics: [重大项目]\n",
    )
    site.write(
        "content/articles/harbour.zh-hant.md",
        "---\ntitle: 中山港擴建\n---\n\n中山的港口新建三個船席，前8個月吞吐7654.3萬噸。\n\n"
        "深圳的廠商參加了建設，產業協作更加緊密。寧德時代的項目用地4萬畝。\n",
    )
    # One names the county in its text, the other in its front matter.
    site.article(
        "pears",
        title="梨园丰收",
        date="2022-10-02",
        body="砀山县的梨园丰收，首季出口1200吨。",
        more="topics: [新能源]\n",
    )
    site.article(
        "boats",
        title="造船厂交付新船",
        date="2022-10-01",
        body="靖江的造船厂交付三艘新船。",
        more="cities: [靖江市]\ntopics: [新能源]\n",
    )
    site.english("boats", title="A yard delivers boats", body="The yard has delivered three boats.")
    for number in range(13):
        slug = f"orchard-{number:02}"
        site.article(
            slug,
            title=f"第{number + 1}期果园新区动态",
            date=f"2024-06-{number + 1:02}",
            body=f"{ORCHARD}第{number + 1}批企业入驻。{COSTS.get(number, ('', ''))[0]}",
            more="cities: [成都]\ntopics: [新能源]\n",
        )
        site.english(
            slug,
            title=f"Orchard zone, part {number + 1}",
            body=f"Companies of batch {number + 1} have moved into the orchard zone."
            f"{COSTS.get(number, ('', ''))[1]}",
        )


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> TestSite:
    """The site, built."""

    def make(folder: Path) -> None:
        write_library(TestSite(folder))
        TestSite(folder).build()

    return TestSite(made_once(tmp_path_factory, "library", make))


class _Handler(SimpleHTTPRequestHandler):
    def translate_path(self, path: str) -> str:
        inside = path.removeprefix(BASE.rstrip("/")) if path.startswith(BASE) else "/nowhere"
        return super().translate_path(inside)

    def log_request(self, code: object = "-", size: object = "-") -> None:
        pass


@pytest.fixture(scope="session")
def address(library: TestSite) -> Iterator[str]:
    """Where the site is served, below a base path."""
    handler = functools.partial(_Handler, directory=str(library.root / "public"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{BASE}"
        finally:
            server.shutdown()


@dataclass
class Desk:
    """A reader's browser at the search page; ``asked`` are the addresses it asked for."""

    page: Page
    address: str
    asked: list[str]
    complaints: list[str]

    def open(self, edition: str, query: str = "", more: str = "") -> None:
        """Open an edition's search page with a query in the address."""
        asks = [f"q={quote(query)}"] if query else []
        self.page.goto(f"{self.address}{edition}/search/?{'&'.join([*asks, more])}")
        if query or more:
            self.wait()

    def wait(self) -> None:
        """Until the results are there."""
        self.page.wait_for_selector("#search-results[data-done]:not([aria-busy])", state="attached")

    @property
    def titles(self) -> list[str]:
        """The titles found."""
        return self.page.locator("#search-results h2").all_inner_texts()

    @property
    def query(self) -> dict[str, list[str]]:
        """What the address asks for."""
        return parse_qs(self.page.evaluate("location.search.slice(1)"))

    @property
    def marks(self) -> set[str]:
        """What is marked in titles and passages."""
        return set(self.page.locator("#search-results mark").all_inner_texts())

    @property
    def status(self) -> str:
        """What the page says it is doing."""
        return self.page.inner_text("#search-status")


# A browser that cannot inflate a file reads the index of a small site too.
WITHOUT_PACKS = "delete window.DecompressionStream"


@pytest.fixture
def desk(windows: Windows, address: str) -> Iterator[Desk]:
    """A fresh browser window that reads the index."""
    yield from open_desk(windows, address, WITHOUT_PACKS)


@pytest.fixture
def packed_desk(windows: Windows, address: str) -> Iterator[Desk]:
    """A fresh browser window that reads the pack of a small site."""
    yield from open_desk(windows, address, "")


def open_desk(windows: Windows, address: str, script: str) -> Iterator[Desk]:
    """A window that has run ``script`` before each page's own."""
    with windows.open(viewport={"width": 1000, "height": 900}, locale="en-GB") as page:
        page.add_init_script(script)
        found = Desk(page, address, [], [])
        page.on("request", lambda request: found.asked.append(request.url))
        page.on("pageerror", lambda error: found.complaints.append(str(error)))
        page.on(
            "console",
            lambda said: found.complaints.append(said.text) if said.type == "error" else None,
        )
        yield found
    assert found.complaints == []
    assert all(url.startswith(address) for url in found.asked)
