"""Pictures of the sample site and its desk: ``python -m tests.browser.screenshots DIR``."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import Literal, NamedTuple

from playwright.sync_api import Browser

from generator.pipeline.result import Options
from generator.releases import store
from generator.releases.publishing import build_public, public_folder
from tests.browser.pages import ARTICLE, KINDS, browser, sample_site
from tests.desk.client import running


class Picture(NamedTuple):
    """A page as a window of a size shows it."""

    name: str
    address: str
    width: int
    height: int
    scheme: Literal["light", "dark"] = "light"


PICTURES = (
    Picture("front-en", "en/", 1280, 960),
    Picture("front-zh-hans-dark", "zh-hans/", 1280, 960, "dark"),
    Picture("front-zh-hant-phone", "zh-hant/", 375, 780),
    Picture("article-zh-hans", f"zh-hans/{ARTICLE}", 1280, 960),
    Picture("article-en-phone-dark", f"en/{ARTICLE}", 375, 780, "dark"),
    Picture("parallel-en", f"en/{ARTICLE}parallel/", 1280, 960),
    Picture("pinyin-zh-hans", f"zh-hans/{ARTICLE}pinyin/", 1280, 960),
    Picture("cities-en", f"en/{KINDS['cities']}", 1280, 960),
    Picture("city-zh-hant", f"zh-hant/{KINDS['city']}", 1280, 960),
    Picture("month-en", f"en/{KINDS['month']}", 1280, 960),
)

# Changes of the sample site that leave work: a file, what stands there, what is put in its place.
_WORK = (
    ("zhaoqing-gcl-125-days.md", "125天", "126天"),
    ("luohe-food-industry.en.md", "status: reviewed", "status: draft"),
    ("luohe-policies-without-application.md", "\n---\n", "\ndraft: true\n---\n"),
    ("nanchong-permit-reform.en.md", "status: reviewed", "status: machine\nengine: argos"),
    ("nanchong-industrial-investment-2020.en.md", "status: reviewed", "status: machine\nengine: a"),
    ("nanchong-industrial-investment-2020.en.md", "28.95 billion", "28.9 billion"),
)

_LONG_MS = 120_000

# A window may be painted before its pictures are decoded.
_DECODED = """() => Promise.all(
  [...document.images].filter((image) => image.loading !== 'lazy')
    .map((image) => image.decode()))"""


def take(folder: Path) -> list[Path]:
    """Take every picture into ``folder``; the files."""
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    with (
        tempfile.TemporaryDirectory() as place,
        sample_site(Path(place)) as served,
        browser() as chromium,
    ):
        for picture in PICTURES:
            context = chromium.new_context(
                viewport={"width": picture.width, "height": picture.height},
                color_scheme=picture.scheme,
            )
            page = context.new_page()
            page.goto(served.url + picture.address)
            page.evaluate(_DECODED)
            files.append(folder / f"{picture.name}.png")
            page.screenshot(path=files[-1])
            context.close()
        files += _take_desk(chromium, Path(place), folder)
    return files


def _take_desk(chromium: Browser, site: Path, folder: Path) -> list[Path]:
    """Pictures of the desk of the sample site, with work left to do since its publication."""
    build_public(site, Options(out=public_folder(site)))
    store.make_current(site, store.keep(site, public_folder(site)))
    for name, before, after in _WORK:
        file = site / "content/articles" / name
        text = file.read_text("utf-8")
        assert before in text, f"{name} is not what it was"
        file.write_text(text.replace(before, after, 1), "utf-8")
    files = [folder / f"desk-{name}.png" for name in ("board", "review", "publish")]
    context = chromium.new_context(viewport={"width": 1280, "height": 860}, locale="en-GB")
    with running(site) as desk:
        page = context.new_page()
        page.goto(desk.address)
        page.locator("table a").first.wait_for(timeout=_LONG_MS)
        page.screenshot(path=files[0])
        page.goto(f"{desk.address}review/nanchong-industrial-investment-2020")
        page.locator(".passage").first.wait_for(timeout=_LONG_MS)
        page.screenshot(path=files[1])
        page.goto(f"{desk.address}publish")
        page.get_by_role("button", name="Check the site").click()
        page.get_by_role("button", name="Check again").wait_for(timeout=_LONG_MS)
        page.screenshot(path=files[2])
    context.close()
    return files


def main() -> None:
    """Take the pictures and name the files."""
    if len(sys.argv) != 2:
        sys.exit("usage: python -m tests.browser.screenshots DIR")
    # As in the tests: what the program's own model drafts is not what the pictures are of.
    os.environ["CITYDIGEST_MODELS"] = ""
    for file in take(Path(sys.argv[1])):
        print(file)


if __name__ == "__main__":
    main()
