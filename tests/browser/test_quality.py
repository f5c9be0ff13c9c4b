"""Every kind of page: accessible, valid, small, still, self-contained."""

from __future__ import annotations

import functools
import re
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.pages import (
    ARTICLE,
    EDITIONS,
    ROOT,
    Served,
    Windows,
    every_page,
    fresh,
)
from tests.java import java

MODULES = ROOT / "node_modules"
AXE = MODULES / "axe-core/axe.min.js"
VNU = MODULES / "vnu-jar/build/dist/vnu.jar"

# WCAG 2.2 at level AA, and axe's own good practice.
_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What stands in a frame has a test of its own.
_QUICK = {"preload": False, "iframes": False, "resultTypes": ["violations"]}
_ALL = {"runOnly": {"type": "tag", "values": _TAGS}, **_QUICK}
# The same elements are there in the dark and on wide screens: colours and places differ.
_LOOKS_RULES = [
    "color-contrast",
    "link-in-text-block",
    "target-size",
    "scrollable-region-focusable",
]
_LOOKS = {"runOnly": {"type": "rule", "values": _LOOKS_RULES}, **_QUICK}
# What depends on words and their room, beside colours.
_WORDS_RULES = (
    "label button-name link-name document-title valid-lang html-lang-valid select-name"
    " aria-valid-attr-value"
).split()
_WORDS = {"runOnly": {"type": "rule", "values": [*_LOOKS_RULES, *_WORDS_RULES]}, **_QUICK}
_RUN_AXE = """(options) => axe.run(options).then((found) => found.violations.map(
  (v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 120)).join(' | ')}`))"""

# Each scheme at each width, shared out among the editions: they have the same colours, and those in
# Chinese the same elements. The one whose words are longest is looked at in the narrow and wide.
_LOOKED_AT = {
    "en": (("light", 375, _ALL), ("dark", 1280, _LOOKS)),
    "zh-hans": (("light", 1280, _ALL),),
    "zh-hant": (("dark", 375, _WORDS),),
}

# Rows of long tables are alike, and characters under their readings: so many stand for all, once
# all have been looked at.
_FEWER_ALIKE = """() => {
  for (const alike of ['tbody tr', 'p ruby']) {
    for (const one of [...document.querySelectorAll(alike)].slice(40)) one.remove();
  }
}"""

# The budget of an article page on first view, before compression.
MOST_REQUESTS = 4
MOST_BYTES = 60_000
MOST_FONT_BYTES = 45_000
# Where the typeface comes after the text was first laid out, a word may move along its line. A
# tenth of this is what that costs; ten times as much counts as good (web.dev/articles/cls).
MOST_SHIFT = 0.01


def test_axe_finds_nothing(windows: Windows, served: Served) -> None:
    if not AXE.is_file():
        pytest.skip("axe-core is not installed (npm ci)")
    with axe_served() as axe, windows.open(bypass_csp=True, reduced_motion="reduce") as page:
        assert found_by_axe(page, served, axe) == []


@contextmanager
def axe_served() -> Iterator[str]:
    """Where axe lies for pages: a file, unlike a text, is compiled once for all of them."""
    handler = functools.partial(_Lasting, directory=str(AXE.parent))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/{AXE.name}"
        finally:
            server.shutdown()


class _Lasting(SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        self.send_header("Cache-Control", "max-age=3600")
        super().end_headers()

    def log_request(self, code: object = "-", size: object = "-") -> None:
        pass


def found_by_axe(page: Page, served: Served, axe: str) -> list[str]:
    """What axe says of every page, in light and dark, narrow and wide."""
    problems = []
    for name, where in every_page():
        looks = _LOOKED_AT.get(name.split()[0], _LOOKED_AT["en"])
        page.goto(served.url + where)
        page.add_script_tag(url=axe)
        for number, (scheme, width, options) in enumerate(looks):
            if number or not name.startswith("en"):
                page.evaluate(_FEWER_ALIKE)
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            page.set_viewport_size({"width": width, "height": 800})
            found = page.evaluate(_RUN_AXE, options)
            problems += [f"{name}, {scheme}, {width}: {problem}" for problem in found]
    return problems


@dataclass
class Seen:
    """What a walk through every kind of page has shown."""

    too_wide: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    hosts: set[str] = field(default_factory=set)
    headings: dict[str, list[int]] = field(default_factory=dict)
    stray: list[str] = field(default_factory=list)


def walk(windows: Windows, served: Served) -> Seen:
    """Look once at every kind of page, at every width."""
    seen = Seen()
    with windows.open() as page:
        page.on("console", lambda message: seen.said.append(message.text))
        page.on("pageerror", lambda error: seen.said.append(str(error)))
        page.on("request", lambda request: seen.hosts.add(request.url.split("/")[2]))
        # An empty page of the same origin holds the frame.
        holder, empty = f"{served.url}holder", "<!DOCTYPE html><title>Holder</title>"
        page.route(holder, lambda route: route.fulfill(body=empty, content_type="text/html"))
        page.goto(holder)
        for name, where in every_page():
            found = page.evaluate(IN_A_FRAME, [served.url + where, WIDTHS, LONG_WORD])
            assert found["shown"] == served.url + where
            seen.headings[name] = found["headings"]
            if where.startswith("en/"):
                seen.stray += [f"{name}: {text!r}" for text in found["stray"]]
            for width, (inner, whole) in zip(
                [*WIDTHS, WIDTHS[0], WIDTHS[0]], found["sizes"], strict=True
            ):
                assert inner == width
                if whole > width:
                    over = whole - width
                    seen.too_wide.append(f"{name} is {over} pixels too wide at {width}")
    return seen


def test_every_page_fits_obeys_its_policy_and_is_in_order(windows: Windows, served: Served) -> None:
    seen = walk(windows, served)
    assert seen.too_wide == []
    assert seen.said == []
    assert seen.hosts == {served.url.split("/")[2]}
    assert seen.headings
    for name, levels in seen.headings.items():
        assert levels.count(1) == 1, (name, levels)
        assert all(after <= before + 1 for before, after in pairwise(levels)), (name, levels)
    # Passages in Chinese without a ``lang``.
    assert seen.stray == []


@pytest.mark.parametrize("edition", EDITIONS)
def test_an_article_loads_within_its_budget(
    chromium: Browser, served: Served, edition: str
) -> None:
    context = fresh(chromium, viewport={"width": 375, "height": 800})
    page = context.new_page()
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(f"{served.url}{edition}/{ARTICLE}")
    # Fonts come last, when the text is laid out.
    page.evaluate("document.fonts.ready.then(() => true)")
    # A browser with a window asks for the icon too; this one has none.
    icon = page.locator('link[rel="icon"]').evaluate("(link) => link.href")
    fetched = {*requests, icon}
    shifts = page.evaluate(
        """() => new Promise((done) => {
          new PerformanceObserver((list, observer) => {
            observer.disconnect();
            done(list.getEntries().map((entry) => entry.value));
          }).observe({type: 'layout-shift', buffered: true});
          requestAnimationFrame(() => requestAnimationFrame(() => done([])));
        })"""
    )
    cookies = context.cookies()
    stored = page.evaluate("localStorage.length")
    context.close()
    fonts = {url for url in fetched if url.endswith(".woff2")}
    assert len(fetched - fonts) <= MOST_REQUESTS
    assert sum(size(served, url) for url in fetched - fonts) <= MOST_BYTES
    # One typeface in two weights, which stays in the browser from then on.
    assert len(fonts) <= 2
    assert sum(size(served, url) for url in fonts) <= MOST_FONT_BYTES
    assert sum(shifts) <= MOST_SHIFT
    assert (cookies, stored) == ([], 0)


def size(served: Served, url: str) -> int:
    """Bytes of the published file behind ``url``; one of another host is no file."""
    assert url.startswith(served.url)
    file = served.out / url.removeprefix(served.url).partition("#")[0]
    return (file / "index.html" if file.is_dir() else file).stat().st_size


def test_style_and_scripts_stay_small(served: Served) -> None:
    assets = {file.name: file.stat().st_size for file in (served.out / "assets").iterdir()}
    scripts = {name: size for name, size in assets.items() if name.endswith(".js")}
    # Search, figures and comparison are programs on pages of their own.
    own = ("search-", "figures-", "compare-")
    assert all(size < 10_000 for name, size in scripts.items() if name.startswith(own[1:]))
    assert sum(size for name, size in scripts.items() if not name.startswith(own)) < 15_000
    assert sum(size for name, size in assets.items() if name.startswith("style-")) < 20_000


def test_nothing_stands_apart_behind_a_wide_mark(served: Served) -> None:
    found = [
        (page.name, mark)
        for edition in ("zh-hans", "zh-hant")
        for page in (served.out / edition).rglob("*.html")
        for mark in re.findall(r'.{9}[。，：；！？] (?!<span class="credit").{9}', page.read_text())
    ]
    assert found == []


_POLICY = "violates Content Security Policy"

# At 640 pixels a window of 1280 is zoomed to 200 %.
WIDTHS = [320, 375, 640, 1280, 2560]
LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamten"

# A page in a frame, which takes another width sooner than a window does: its headings, its texts
# with Chinese characters whose nearest language is English, and how wide it is; at last with a
# long word in place of each text.
IN_A_FRAME = """async ([address, widths, word]) => {
  const frame = document.createElement('iframe');
  frame.style = `border: 0; height: 200px; width: ${widths[0]}px`;
  frame.src = address;
  const there = new Promise((done) => { frame.onload = done; });
  document.body.replaceChildren(frame);
  await there;
  const page = frame.contentDocument;
  const headings = [...page.querySelectorAll('h1,h2,h3,h4,h5,h6')].map((h) => +h.tagName[1]);
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  const stray = [];
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent.trim();
    const lang = walker.currentNode.parentElement.closest('[lang]').lang;
    if (/[\\u4e00-\\u9fff]/.test(text) && !lang.startsWith('zh')) stray.push(text.slice(0, 40));
  }
  const sizes = widths.map((width) => {
    frame.style.width = `${width}px`;
    return [frame.contentWindow.innerWidth, page.scrollingElement.scrollWidth];
  });
  // Text of twice the size.
  page.documentElement.style.fontSize = '200%';
  frame.style.width = `${widths[0]}px`;
  sizes.push([frame.contentWindow.innerWidth, page.scrollingElement.scrollWidth]);
  page.documentElement.style.fontSize = '';
  // Any name may be one long word.
  const texts = page.createTreeWalker(page.querySelector('main'), NodeFilter.SHOW_TEXT);
  const apart = 'svg, table, form, button, pre, rt, b, [aria-hidden], .heard'
    + ', .fig, .amount, .count';
  while (texts.nextNode()) {
    const text = texts.currentNode;
    if (text.data.trim().length > 5 && !text.parentElement.closest(apart)) text.data = word;
  }
  frame.style.width = `${widths[0]}px`;
  sizes.push([frame.contentWindow.innerWidth, page.scrollingElement.scrollWidth]);
  return { shown: page.URL, headings, stray, sizes };
}"""


def test_vnu_finds_no_error(served: Served) -> None:
    if not VNU.is_file():
        pytest.skip("vnu-jar is not installed (npm ci)")
    assert validator_errors(java(VNU), served.out) == []


def validator_errors(validator: list[str], folder: Path) -> list[str]:
    """What the HTML validator says of the pages below ``folder``.

    It reads files, which have no origin, so to it ``'self'`` allows nothing: what it says of
    the policy is left out (the browser is asked about that).
    """
    ran = subprocess.run(
        [*validator, "--skip-non-html", "--format", "gnu", str(folder)],
        capture_output=True,
        text=True,
        check=False,
    )
    lines = (ran.stdout + ran.stderr).splitlines()
    return [
        re.sub(r'^"file:[^"]*/public/', '"', line)
        for line in lines
        if line.strip() and _POLICY not in line
    ]


def test_motion_is_left_out_for_those_who_ask(page: Page, served: Served) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{served.url}en/{ARTICLE}")
    behaviour = "getComputedStyle(document.documentElement).scrollBehavior"
    assert page.evaluate(behaviour) == "auto"
