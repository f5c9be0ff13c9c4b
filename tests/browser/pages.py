"""The sample site built, served below a base path, and the browser that looks at it."""

from __future__ import annotations

import functools
import shutil
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Error, Page, expect, sync_playwright

from generator.pipeline.stages import Options, build

ROOT = Path(__file__).parents[2]
# Seconds that anything may take: only a guard against waiting for ever, on the busiest machine too.
PATIENCE = 120
# The chromium that has no windows does the same with a third less work than the one that has.
CHROMIUM = Path(
    shutil.which("chromium-headless-shell") or shutil.which("chromium") or "/usr/bin/chromium"
)
# Of several lists a browser takes the last: this one has what Playwright leaves out too. The pages
# below the address bar, which nobody sees, take longer to make for each window than one of ours.
LEFT_OUT = (
    "WebUIOmniboxPopup WebUIOmniboxAimPopup AimEnabled AvoidUnnecessaryBeforeUnloadCheckSync"
    " AvoidCorsURLLoaderRestartOnRedirect DestroyProfileOnBrowserClose HttpsUpgrades"
    " HttpsFirstBalancedModeAutoEnable LensOverlay MediaRouter NetworkTimeServiceQuerying"
    " OptimizationHints PaintHolding PreconnectToSearch ThirdPartyStoragePartitioning"
).split()
FLAGS = [
    *"--no-sandbox --disable-gpu --disable-quic --no-first-run".split(),
    *"--disable-background-networking --disable-component-update --disable-sync".split(),
    f"--disable-features={','.join(LEFT_OUT)}",
]

# The site is served where a project's pages often are: not at the root of the host.
BASE = "/digest/"

# Every kind of page of an edition; ``ARTICLE`` has two texts, ``UNTRANSLATED`` has one.
ARTICLE = "articles/zhaoqing-catl-cooperation/"
UNTRANSLATED = "articles/nanchong-building-sites-october/"
KINDS: Mapping[str, str] = {
    "home": "",
    "list": "page/1/",
    "article": ARTICLE,
    "table": "articles/nanchong-meishan-compared/",
    "figure": "articles/nanchong-permit-reform/",
    "untranslated": UNTRANSLATED,
    "parallel": f"{ARTICLE}parallel/",
    "pinyin": f"{ARTICLE}pinyin/",
    "archive": "archive/",
    "month": "archive/2023-10/",
    "cities": "cities/",
    "city": "cities/zhaoqing/",
    "figures": "figures/",
    "compare": "compare/?c=guangan,nanchong",
    "topics": "topics/",
    "topic": "topics/investment/",
    "search": "search/",
    "feeds": "feeds/",
    "reading": "reading/",
    "projects": "projects/",
    "entity": "companies/gcl-group/",
    "own page": "how-this-is-made/",
}
EDITIONS = ("zh-hans", "zh-hant", "en")

# Pages that belong to no edition.
ALONE: Mapping[str, str] = {"choice": "#choose", "missing": "404.html"}


def every_page() -> Iterator[tuple[str, str]]:
    """Each kind of page in each edition, by name and address below the base."""
    yield from ALONE.items()
    for edition in EDITIONS:
        for kind, where in KINDS.items():
            if (edition, kind) != ("en", "pinyin"):
                yield f"{edition} {kind}", f"{edition}/{where}"


@dataclass
class Served:
    """A published site behind an address; ``asked`` are the paths that were asked for."""

    url: str
    out: Path
    asked: list[str] = field(default_factory=list)


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, *args: Any, served: Served, **more: Any) -> None:
        self._served = served
        super().__init__(*args, directory=str(served.out), **more)

    def translate_path(self, path: str) -> str:
        inside = path.removeprefix(BASE.rstrip("/")) if path.startswith(BASE) else "/nowhere"
        return super().translate_path(inside)

    def log_request(self, code: object = "-", size: object = "-") -> None:
        self._served.asked.append(self.path)


def until(page: Page, expression: str) -> None:
    """Look at a page once a frame until ``expression`` is true there.

    Playwright's own way makes code of a text within the page, which the pages' policy forbids
    from the second look on. A page that loads itself anew meanwhile is looked at again.
    """
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            if page.evaluate(expression):
                return
            page.evaluate("() => new Promise((next) => requestAnimationFrame(() => next(true)))")
        except Error as error:
            if "context was destroyed" not in error.message:
                raise
    raise AssertionError(f"never became true: {expression}")


def fresh(browser: Browser, **settings: Any) -> BrowserContext:
    """A browser context of its own, with the ``settings`` of one."""
    context = browser.new_context(**settings)
    context.set_default_timeout(PATIENCE * 1000)
    return context


@contextmanager
def sample_site(folder: Path) -> Iterator[Served]:
    """The sample site, built in ``folder`` and served on this machine."""
    build_sample(folder)
    with serving(folder) as served:
        yield served


def build_sample(folder: Path) -> None:
    """Build the sample site in ``folder``, without a warning."""
    shutil.copytree(ROOT / "content", folder / "content")
    shutil.copy(ROOT / "site.yaml", folder)
    result = build(folder, Options(folder / "public", base_url=f"https://digest.example{BASE}"))
    assert result.warnings == []


@contextmanager
def serving(folder: Path) -> Iterator[Served]:
    """The site that was built in ``folder``, served on this machine."""
    served = Served("", folder / "public")
    handler = functools.partial(_Handler, served=served)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        served.url = f"http://127.0.0.1:{server.server_port}{BASE}"
        try:
            yield served
        finally:
            server.shutdown()


class Windows:
    """Fresh windows of one browser.

    Those with the same settings share what has been fetched, which halves the work for each;
    what a page has stored is gone with its window.
    """

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._contexts: dict[str, BrowserContext] = {}

    @contextmanager
    def open(self, **settings: Any) -> Iterator[Page]:
        """A window with the ``settings`` of a browser context."""
        key = repr(sorted(settings.items()))
        if key not in self._contexts:
            self._contexts[key] = fresh(self._browser, **settings)
        context = self._contexts[key]
        page = context.new_page()
        try:
            yield page
        finally:
            # A page without an address, or one that was not found, has no storage.
            with suppress(Error):
                page.evaluate("localStorage.clear()")
            page.close()
            context.clear_cookies()


@contextmanager
def browser() -> Iterator[Browser]:
    """Debian's chromium."""
    expect.set_options(timeout=PATIENCE * 1000)
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(
            executable_path=str(CHROMIUM), args=FLAGS, timeout=PATIENCE * 1000
        )
        try:
            yield found
        finally:
            found.close()
