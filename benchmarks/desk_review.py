"""Measure a review by keyboard in a real browser: the keystrokes, and the time the desk takes.

    python -m benchmarks.desk_review [--paragraphs N] [--wrong N] [--chromium PATH]

``digest desk`` runs in its own process on a site with two machine-translated articles of 40
paragraphs; one of them has three wrong figures. Chromium opens each review and presses the keys of
an editor who confirms every paragraph; each keystroke is counted. (The double click that selects a
wrong figure counts as one click; a script makes the selection.) Seconds are those of the desk and
the browser, from the first keystroke until the next page has loaded; the time that an editor needs
for reading is not included.
"""

from __future__ import annotations

import argparse
import random
import re
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import NamedTuple

from playwright.sync_api import Page, sync_playwright

from benchmarks.build import SETTINGS, TOPICS, passage
from benchmarks.desk import free_port, running

CHROMIUM = "/usr/bin/chromium"
HEAD = (
    "| paragraphs | wrong figures | keystrokes | clicks | s | ms a paragraph |\n"
    "|---|---|---|---|---|---|"
)
_PATIENCE = 120
_DONE = re.compile(r'^status: "?reviewed', re.M)
_FIGURE = re.compile(r"\b[1-9][0-9]+\b")


class Row(NamedTuple):
    """The figures of one review."""

    paragraphs: int
    wrong: int
    keys: int
    clicks: int
    seconds: float
    each: float

    def __str__(self) -> str:
        return (
            f"| {self.paragraphs} | {self.wrong} | {self.keys} | {self.clicks} "
            f"| {self.seconds:.1f} | {1000 * self.each:.0f} |"
        )


class Editor:
    """Presses keys in ``page`` and counts them."""

    def __init__(self, page: Page) -> None:
        self.page, self.keys, self.clicks = page, 0, 0

    def press(self, key: str) -> None:
        """Press one key, with its modifiers (``Control+Enter``)."""
        self.keys += 1
        self.page.keyboard.press(key)

    def mark(self, word: str) -> None:
        """Select ``word`` in the field that has the focus, as a double click does."""
        self.clicks += 1
        self.page.evaluate(
            "word => { const area = document.activeElement;"
            " const at = area.value.indexOf(word);"
            " area.setSelectionRange(at, at + word.length); }",
            word,
        )

    def until(self, expression: str) -> None:
        """Wait until ``expression`` holds in the page."""
        end = time.perf_counter() + _PATIENCE
        while not self.page.evaluate(expression):
            if time.perf_counter() > end:
                raise SystemExit(f"{expression} has not become true")
            time.sleep(0.02)


def write_site(root: Path, paragraphs: int, wrong: int) -> dict[str, dict[int, tuple[str, str]]]:
    """Write a site with one article whose English is right and one with ``wrong`` wrong figures.

    Returns, by slug and number of the paragraph, the wrong figure and the right one.
    """
    rng = random.Random(7)
    topics = "".join(f"  {name}: {english}\n" for name, english in TOPICS.items())
    (root / "content/articles").mkdir(parents=True)
    more = "editors: [Li Ping]\ntranslation: {engine: none}\n"
    (root / "site.yaml").write_text(SETTINGS + topics + more, "utf-8")
    slips: dict[str, dict[int, tuple[str, str]]] = {"right": {}, "wrong": {}}
    for slug, mistakes in slips.items():
        pairs = [passage(rng, "肇庆") for _ in range(paragraphs)]
        chinese, english = [list(side) for side in zip(*pairs, strict=True)]
        for number in rng.sample(range(1, paragraphs + 1), wrong if slug == "wrong" else 0):
            figure = _FIGURE.search(english[number - 1])
            assert figure is not None
            false = str(int(figure[0]) + 1000)
            english[number - 1] = english[number - 1].replace(figure[0], false, 1)
            mistakes[number] = (false, figure[0])
        front = f"title: 肇庆的{paragraphs}段\ndate: 2024-05-06\nsource: {{name: 西江日报}}\n"
        body = "\n\n".join(chinese)
        article = root / f"content/articles/{slug}.md"
        article.write_text(f"---\n{front}---\n\n{body}\n", "utf-8")
        front = f"title: Zhaoqing in {paragraphs} paragraphs\nstatus: machine\nengine: x\n"
        body = "\n\n".join(english)
        article.with_suffix(".en.md").write_text(f"---\n{front}---\n\n{body}\n", "utf-8")
    return slips


def review(page: Page, address: str, slug: str, slips: dict[int, tuple[str, str]]) -> Row:
    """Review the article ``slug`` as an editor who reads and agrees."""
    editor = Editor(page)
    page.goto(f"{address}/review/{slug}", wait_until="networkidle")
    names = page.evaluate(
        "[...document.querySelectorAll('.passage')].map(one => one.dataset.number)"
    )
    start = time.perf_counter()
    editor.press("Control+Enter")
    took = []
    for name in names:
        here = f"document.activeElement?.closest('.passage')?.dataset.number === '{name}'"
        editor.until(here)
        began = time.perf_counter()
        editor.press("Control+Enter")
        if name.isdigit() and int(name) in slips:
            editor.until(f"document.querySelector('#p-{name} .saved').textContent")
            editor.mark(slips[int(name)][0])
            editor.press("Alt+1")
            editor.until(f"!document.querySelector('#p-{name} .open [data-insert]')")
            editor.press("Control+Enter")
        editor.until(f"document.querySelector('#p-{name}').classList.contains('confirmed')")
        took.append(time.perf_counter() - began)
    editor.until("document.activeElement === document.querySelector('#finish button')")
    with page.expect_navigation():
        editor.press("Enter")
    seconds = time.perf_counter() - start
    return Row(len(names) - 1, len(slips), editor.keys, editor.clicks, seconds, median(took))


def measure(root: Path, paragraphs: int, wrong: int, chromium: str) -> Iterator[Row]:
    """Measure both reviews. Ends the program if a review has not been finished."""
    slips = write_site(root, paragraphs, wrong)
    with running(root, free_port(), "肇庆") as (desk, _, _), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(locale="en-GB")
        for slug, mistakes in slips.items():
            yield review(page, f"http://{desk.host}", slug, mistakes)
            text = (root / f"content/articles/{slug}.en.md").read_text("utf-8")
            if not _DONE.search(text) or any(f in text for f, _ in mistakes.values()):
                raise SystemExit(f"{slug}: the review has not come to its end:\n{text[:400]}")
        browser.close()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--paragraphs", type=int, default=40)
    parser.add_argument("--wrong", type=int, default=3)
    parser.add_argument("--chromium", default=CHROMIUM)
    given = parser.parse_args()
    print(HEAD, flush=True)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        root = Path(folder) / "site"
        for row in measure(root, given.paragraphs, given.wrong, given.chromium):
            print(row, flush=True)


if __name__ == "__main__":
    main()
