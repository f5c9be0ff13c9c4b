"""Measure the search: what a query fetches, how long it takes, and the cost of making the index.

    python benchmarks/search.py [ARTICLES] [--chromium PATH]        (10000 without arguments)

Texts consist of invented words with frequencies as in news (a few words are frequent, most are
rare): about 1000 Chinese characters and 600 English words in each article. Their index replaces
that of a small site, which is served on this machine and searched in Chromium: once with an empty
browser cache (bytes and milliseconds), then seven times with the files in the cache, then seven
times on the same page (the median of each). Milliseconds are counted from the request to the
results in the page; bytes are those of all files of the search before compression, including
those that the page fetches when it opens. "peer" is a lower bound for an index in a single file:
the Chinese texts, compressed with zlib.
"""

from __future__ import annotations

import functools
import random
import resource
import shutil
import statistics
import sys
import tempfile
import threading
import time
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Browser, sync_playwright

from generator.config import Edition
from generator.pipeline.stages import Options, build
from generator.search.index import Index, Update, Wanted
from generator.search.postings import postings
from generator.search.texts import ArticleTexts, Text, text_file, text_names, text_path

CHROMIUM = "/usr/bin/chromium"
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync"
).split()
# Common characters of city news, for words of one to three characters.
HAN = (
    "业产企项目市区工程资投建发展园新能源制造重点经济全面推进合作签约开动设施服务改革创高质量"
    "技术科人才政策土地招商引化农村水电路交通港口物流食品药医生材料装备电子信息储光伏车船航空"
    "教育文旅环保绿色低碳数字智慧城乡民营外贸出口增长同比亿元万吨平方米年月日前后上下中东西南北"
)
SYLLABLES = (
    "ba co di fu ga ho ju ka le mo ni po qua re si ta u ve wo xi yo za tion ment al ing".split()
)
CITIES = {
    "441200": "zhaoqing", "442000": "zhongshan", "511600": "guangan", "411100": "luohe",
    "511300": "nanchong", "511400": "meishan", "510100": "chengdu", "420100": "wuhan",
}  # fmt: skip
SITE = """title: {zh-Hans: 测速, en: Benchmark}
description: {zh-Hans: 测速用, en: For the benchmark}
base_url: https://example.org/
social_cards: false
topics:
  制造业: Manufacturing
"""
ARTICLE = """---
title: 一
date: 2024-01-01
source: {name: 测速日报}
cities: [肇庆]
---

一篇。
"""


class Language:
    """Invented words, each with its probability."""

    def __init__(self, rng: random.Random) -> None:
        size = 30_000
        self.chinese = [
            "".join(rng.choices(HAN, k=rng.choice((1, 2, 2, 2, 3)))) for _ in range(size)
        ]
        self.english = [
            "".join(rng.choices(SYLLABLES, k=rng.choice((1, 2, 2, 3)))) for _ in range(size)
        ]
        total, self._chances = 0.0, []
        for rank in range(1, size + 1):
            total += 1 / (rank + 5)
            self._chances.append(total)

    def text(self, rng: random.Random, english: bool) -> Text:
        """The random text of one article."""

        def sentence(count: int) -> str:
            return between.join(rng.choices(words, cum_weights=self._chances, k=count))

        words, between, stop = (self.english, " ", ". ") if english else (self.chinese, "", "。")
        lines = [stop.join(sentence(22) for _ in range(4)) for _ in range(6)]
        if not english:
            lines[0] += f"完成{rng.randint(10, 9999) / 10}亿元，{rng.randint(2, 6)}G网络"
        return Text(sentence(10), lines[0][:120], lines)


class Site:
    """Articles, the oldest first; every second one has English. Texts are generated on demand."""

    def __init__(self, articles: int) -> None:
        self.language = Language(random.Random(articles))
        self.moments = {
            f"article-{number}": self._day(number, articles) for number in range(articles)
        }
        self.more: dict[str, str] = {}
        self.seconds = 0.0

    @staticmethod
    def _day(number: int, articles: int) -> str:
        return f"{2015 + number * 10 // articles}-{1 + number % 12:02}-{1 + number % 28:02}"

    def texts(self, slug: str) -> dict[Edition, Text]:
        """The texts of an article by edition."""
        chinese = self.language.text(random.Random(slug), english=False)
        chinese = chinese._replace(lines=[*chinese.lines, self.more.get(slug, "")])
        made: dict[Edition, Text] = {"zh-Hans": chinese}
        if int(slug.rpartition("-")[2]) % 2:
            made["en"] = self.language.text(random.Random(f"{slug}.en"), english=True)
        return made

    def update(self, state: Path) -> tuple[Update, float]:
        """Update the index; returns the update and the CPU seconds it took."""
        self.seconds, start = 0.0, time.process_time()
        wanted = [
            Wanted(slug, day, self.more.get(slug, ""), functools.partial(self._postings, slug))
            for slug, day in self.moments.items()
        ]
        with closing(Index(state)) as index:
            made = index.update(wanted)
        return made, time.process_time() - start - self.seconds

    def _postings(self, slug: str) -> bytes:
        start = time.process_time()
        texts = self.texts(slug)
        code = random.Random(slug).choice(list(CITIES))
        labels = [f"#city/{CITIES[code]}", f"#year/{self.moments[slug][:4]}"]
        article = ArticleTexts(texts, (*labels, *["#text/en"] * ("en" in texts)), (code,))
        # A build reads the texts from files, so the time to generate them is not counted.
        self.seconds += time.process_time() - start
        return postings(article)


def index(site: Site, state: Path) -> Update:
    """Make the index, change it, and print the costs. Returns the index as first made."""
    articles = len(site.moments)
    first, seconds = site.update(state)
    rows = [("first", first, seconds)]
    site.more["article-9"] = "补记一句，新增风电装机五万千瓦。"
    rows.append(("one text changed", *site.update(state)))
    site.more.clear()
    newest, old = f"article-{articles + 1}", f"article-{articles + 3}"
    for name, slug, day in (
        ("one added", newest, "2025-01-01"),
        ("an old one added", old, "2016-05-05"),
    ):
        site.update(state)
        site.moments[slug] = day
        rows.append((name, *site.update(state)))
        del site.moments[slug]
    last, _ = site.update(state)
    assert last.files == first.files
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print("| articles | index | s of processor time | files | shards made |\n|---|---|---|---|---|")
    for name, made, seconds in rows:
        files = f"{len(made.changed)} of {len(made.files)}"
        print(f"| {articles} | {name} | {seconds:.2f} | {files} | {made.encoded} |")
    print(f"\nPeak memory {peak:.0f} MB.")
    return first


def write(root: Path, articles: int) -> Language:
    """Publish a site whose search has ``articles`` articles. Returns the invented words."""
    site = Site(articles)
    state = root / "search.db"
    made = index(site, state)
    (root / "content/articles").mkdir(parents=True)
    (root / "site.yaml").write_text(SITE, "utf-8")
    (root / "content/articles/one.md").write_text(ARTICLE, "utf-8")
    public = root / "public"
    build(root, Options(public))
    shutil.rmtree(public / "search")
    size, published = 0, Index(state)
    for path in made.files:
        data = published.read(path)
        size += len(data)
        (public / path).parent.mkdir(parents=True, exist_ok=True)
        (public / path).write_bytes(data)
    names = text_names(site.moments)
    squeezed = 0
    packer = zlib.compressobj()
    for slug, day in site.moments.items():
        texts = site.texts(slug)
        squeezed += len(packer.compress(texts["zh-Hans"].whole.encode()))
        editions: tuple[Edition, ...] = ("zh-Hans", "en")
        for edition in editions:
            lang = "" if edition in texts else "zh-Hans"
            shown = texts.get(edition) or texts["zh-Hans"]
            file = public / text_path(edition, names[slug])
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text_file(slug, shown, day, edition, lang))
    squeezed += len(packer.flush())
    print(
        f"The index has {size / 1e6:.1f} MB;"
        f" peer (Chinese alone) {squeezed / 1e6:.1f} MB a visit.\n"
    )
    return site.language


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    sent: list[int]

    def __init__(self, *args: Any, sent: list[int], **more: Any) -> None:
        self.sent = sent
        super().__init__(*args, **more)

    def send_header(self, keyword: str, value: str) -> None:
        if keyword == "Content-Length" and self.path.startswith("/search/"):
            self.sent.append(int(value))
        super().send_header(keyword, value)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "max-age=600")
        super().end_headers()

    def log_request(self, code: object = "-", size: object = "-") -> None:
        pass


@contextmanager
def serve(folder: Path) -> Iterator[tuple[str, list[int]]]:
    """Serve a folder. Yields its address, and a list that collects the sizes of the answers."""
    sent: list[int] = []
    handler = functools.partial(_Handler, sent=sent, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/", sent
        server.shutdown()


# JavaScript that fills in the field, waits for the results and returns the milliseconds.
ASK = """async (query) => {
  const form = document.querySelector("form[data-search]");
  const list = document.getElementById("search-results");
  const before = list.dataset.done;
  form.elements.q.value = query;
  const start = performance.now();
  form.requestSubmit();
  await new Promise((done) => {
    const watch = new MutationObserver(() => {
      if (list.dataset.done !== before) { watch.disconnect(); done(); }
    });
    watch.observe(list, { attributes: true });
  });
  return performance.now() - start;
}"""


class Answer(NamedTuple):
    """The files and bytes that a query fetched, its milliseconds and the message of the page."""

    files: int
    size: int
    cold: float
    warm: float
    again: float
    status: str


def ask(browser: Browser, address: str, sent: list[int], edition: str, query: str) -> Answer:
    """Search once with an empty browser cache, then with everything in the cache."""
    context = browser.new_context()
    page = context.new_page()
    sent.clear()
    page.goto(f"{address}{edition}/search/", wait_until="networkidle")
    cold = page.evaluate(ASK, query)
    files, size = len(sent), sum(sent)
    warm = []
    for _ in range(7):
        page.goto(f"{address}{edition}/search/", wait_until="networkidle")
        warm.append(page.evaluate(ASK, query))
    again = [page.evaluate(ASK, query) for _ in range(7)]
    status = page.inner_text("#search-status")
    context.close()
    return Answer(files, size, cold, statistics.median(warm), statistics.median(again), status)


def main() -> None:
    """Measure and print the table."""
    arguments = [one for one in sys.argv[1:] if not one.startswith("--")]
    chromium = CHROMIUM
    if "--chromium" in sys.argv:
        chromium = arguments.pop(0 if sys.argv[1] == "--chromium" else -1)
    articles = int(arguments[0]) if arguments else 10_000
    with tempfile.TemporaryDirectory(prefix="digest-search-") as folder:
        language = write(Path(folder), articles)
        words, english = language.chinese, language.english
        queries = [
            ("zh-hans", "a common word", words[0] + words[1]),
            ("zh-hans", "two words", f"{words[20]} {words[400]}"),
            ("zh-hans", "a phrase of eight", (words[3] + words[30] + words[300] + words[7])[:8]),
            ("zh-hans", "a sentence of 24", "".join(words[40:60])[:24]),
            ("zh-hans", "a figure", "289.5亿元"),
            ("zh-hans", "5G", "5G"),
            ("zh-hans", "a city in pinyin", "zhaoqing"),
            ("zh-hans", "a name with a wrong character", "在肇床市开工"),
            ("en", "a common word", english[4]),
            ("en", "three words", f"{english[9]} {english[60]} {english[300]}"),
            ("en", "a phrase", f'"{english[0]} {english[2]} {english[1]}"'),
            ("en", "a slip", english[200] + "xx"),
            ("en", "Chinese", words[20]),
        ]
        print(
            "| edition | query | files | KB | ms, nothing cached | cached | asked again | answer |"
        )
        print("|---|---|---|---|---|---|---|---|")
        with serve(Path(folder) / "public") as (address, sent), sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
            for edition, name, query in queries:
                made = ask(browser, address, sent, edition, query)
                print(
                    f"| {edition} | {name} | {made.files} | {made.size / 1000:.0f}"
                    f" | {made.cold:.0f} | {made.warm:.0f} | {made.again:.0f} | {made.status} |",
                    flush=True,
                )
            browser.close()


if __name__ == "__main__":
    main()
