"""Measure the response times and the memory of ``digest desk``.

    python -m benchmarks.desk [ARTICLES …] [--rounds N]

Without arguments: 1000 articles. ``digest desk`` runs in its own process on the site of
`benchmarks.build`; the requests of its pages are sent over HTTP as a browser sends them. Seconds
are wall time, the median of the rounds; CPU seconds are those of the desk's process for one round.
Memory is the PSS of the process (from ``/proc``) at the end. `benchmarks.desk_review` measures a
review in a browser.
"""

from __future__ import annotations

import argparse
import contextlib
import http.client
import json
import math
import os
import re
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple
from urllib.parse import quote

from benchmarks.build import digest, write_site

_PATIENCE = 600
HEAD = "| articles | case | wall s | CPU s |\n|---|---|---|---|"


class Row(NamedTuple):
    """One line of the table."""

    articles: int
    case: str
    wall: float
    cpu: float

    def __str__(self) -> str:
        cpu = "" if math.isnan(self.cpu) else f"{self.cpu:.3f}"
        return f"| {self.articles:,} | {self.case} | {self.wall:.3f} | {cpu} |"


class Desk:
    """An HTTP client of a running ``digest desk``."""

    def __init__(self, process: subprocess.Popen[str], address: str) -> None:
        self.process = process
        self.host = address.removeprefix("http://").strip("/")
        self._there = http.client.HTTPConnection(self.host, timeout=_PATIENCE)
        page = self.get("/")
        self.token = _found(r'name="desk-token" content="([^"]+)"', page)
        self.preview = _found(r'href="http://(127\.0\.0\.1:\d+)/"', page)
        self._beside = http.client.HTTPConnection(self.preview, timeout=_PATIENCE)
        self._news: http.client.HTTPResponse | None = None

    def wait_for_news(self) -> None:
        """Wait until the preview's event stream reports a change; the first call only opens the
        stream."""
        if self._news is None:
            stream = http.client.HTTPConnection(self.preview, timeout=_PATIENCE)
            stream.request("GET", "/.digest/events")
            self._news = stream.getresponse()
        while not self._news.readline().startswith(b"data:"):
            pass

    def get(self, path: str) -> str:
        """A page of the desk."""
        return self._ask(self._there, "GET", path, None, {})[1]

    def shown(self, path: str) -> str:
        """A page of the preview."""
        return self._ask(self._beside, "GET", path, None, {})[1]

    def post(self, path: str, data: dict[str, str]) -> Any:
        """Send a request as a script of the desk does; returns its answer."""
        headers = {
            "Content-Type": "application/json",
            "Accept": "application/json",
            "Origin": f"http://{self.host}",
            "X-Desk-Token": self.token,
        }
        status, text = self._ask(self._there, "POST", path, json.dumps(data), headers)
        if status != 200:
            raise SystemExit(f"{path}: {status}: {text[:500]}")
        return json.loads(text)

    def _ask(
        self,
        where: http.client.HTTPConnection,
        method: str,
        path: str,
        body: str | None,
        headers: dict[str, str],
    ) -> tuple[int, str]:
        where.request(method, path, body, {"Accept-Language": "en", **headers})
        answer = where.getresponse()
        return answer.status, answer.read().decode()

    @property
    def cpu(self) -> float:
        """CPU seconds that the desk and its finished workers have used."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")

    @property
    def memory(self) -> float:
        """The PSS of the process in MB."""
        found = Path(f"/proc/{self.process.pid}/smaps_rollup").read_text()
        return int(_found(r"^Pss:\s+(\d+) kB", found)) / 1024


def _found(pattern: str, text: str) -> str:
    match = re.search(pattern, text, re.M)
    if match is None:
        raise SystemExit(f"{pattern} is not in the answer:\n{text[:500]}")
    return match[1]


@contextmanager
def running(
    root: Path, port: int, wanted: str = "article-0"
) -> Iterator[tuple[Desk, float, float]]:
    """Run a desk on the site at ``root``. Yields it with the seconds until its board had all
    articles (one of them has ``wanted`` in its row) and until its preview had all pages. With the
    ``port`` of an earlier run the desk uses the pages of that run again."""
    start = time.perf_counter()
    command = digest("--site", str(root), "desk", "--port", str(port), "--no-browser")
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        desk = Desk(process, _found(r"(http://[^ ]+)", process.stdout.readline()))
        while wanted not in desk.get(f"/articles?q={quote(wanted)}").partition("<tbody>")[2]:
            time.sleep(0.02)
        board = time.perf_counter() - start
        while "being built" in desk.shown("/en/"):
            time.sleep(0.02)
        yield desk, board, time.perf_counter() - start
    finally:
        process.terminate()
        process.wait(60)


def free_port() -> int:
    """A free port whose next number is free too."""
    for _ in range(100):
        with socket.create_server(("127.0.0.1", 0)) as one:
            port = int(one.getsockname()[1])
            with contextlib.suppress(OSError), socket.create_server(("127.0.0.1", port + 1)):
                return port
    raise SystemExit("no two consecutive ports are free")


def timed(desk: Desk, rounds: int, action: Callable[[int], None]) -> tuple[float, float]:
    """The median wall seconds of ``action``, called with the number of the round, and the CPU
    seconds of one call."""
    walls = []
    before = desk.cpu
    for number in range(rounds):
        start = time.perf_counter()
        action(number)
        walls.append(time.perf_counter() - start)
    return median(walls), (desk.cpu - before) / rounds


def measure(root: Path, articles: int, rounds: int) -> Iterator[Row]:
    """Measure all cases on a site of ``articles`` articles."""
    port = free_port()
    with running(root, port) as (desk, _, preview):
        yield Row(articles, "start, first preview of all", preview, desk.cpu)
    with running(root, port) as (desk, board, preview):
        yield Row(articles, "start again, board", board, math.nan)
        yield Row(articles, "start again, preview", preview, desk.cpu)
        slug = f"article-{articles // 2 | 1}"
        file = root / f"content/articles/{slug}.md"
        text = file.read_text("utf-8")
        head, _, body = text.partition("---\n\n")
        head += "---\n\n"
        page = f"/zh-hans/articles/{slug}/"

        seen = {"article": "", "sidecar": ""}

        def save(number: int) -> None:
            said = f"第{number}次保存的一句话。"
            sent = {"head": head, "body": f"{said}\n\n{body}", "hash": seen["article"]}
            seen["article"] = desk.post(f"/articles/{slug}", sent)["hash"]
            while said not in desk.shown(page):
                desk.wait_for_news()

        def type_(number: int) -> None:
            said = f"第{number}次输入的一句话。"
            sent = {"head": head, "body": f"{said}\n\n{body}"}
            key = desk.post(f"/articles/{slug}/check", sent)["typed"]
            if said not in desk.shown(f"{page}?typed={key}"):
                raise SystemExit("the preview does not show what was typed")

        def confirm(number: int) -> None:
            confirmed = "" if number % 2 else "yes"
            sent = {"number": "1", "english": english, "confirmed": confirmed}
            sent["hash"] = seen["sidecar"]
            seen["sidecar"] = desk.post(f"/review/{slug}/passage", sent)["hash"]

        desk.wait_for_news()
        shown = desk.get(f"/articles/{slug}")
        seen["article"] = _found(r'name="hash" value="([^"]+)"', shown)
        cases: Sequence[tuple[str, Callable[[int], None]]] = (
            ("board", lambda _: void(desk.get("/"))),
            ("page of an article", lambda _: void(desk.get(f"/articles/{slug}"))),
            ("typed until checked and shown", type_),
            ("saved until the preview is renewed", save),
        )
        for case, action in cases:
            yield Row(articles, case, *timed(desk, rounds, action))
        file.write_text(text, "utf-8")
        review = desk.get(f"/review/{slug}")
        seen["sidecar"] = _found(r'data-hash="([^"]+)"', review)
        english = _found(r'id="english-1"[^>]*>([^<]*)</textarea>', review)
        yield Row(articles, "page of a review", *timed(
            desk, rounds, lambda _: void(desk.get(f"/review/{slug}"))
        ))  # fmt: skip
        yield Row(articles, "passage confirmed and saved", *timed(desk, rounds, confirm))
        yield Row(articles, "glossary", *timed(
            desk, rounds, lambda _: void(desk.get("/glossary?term=%E9%A1%B9%E7%9B%AE"))
        ))  # fmt: skip
        print(f"\nmemory of the desk: {desk.memory:.0f} MB\n")


def void(_: object) -> None:
    """Ignore an answer, for use in a lambda that must return None."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("articles", nargs="*", type=int, default=[1000])
    parser.add_argument("--rounds", type=int, default=10)
    given = parser.parse_args()
    print(HEAD, flush=True)
    for articles in given.articles:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            root = Path(folder) / "site"
            write_site(root, articles)
            for row in measure(root, articles, given.rounds):
                print(row, flush=True)


if __name__ == "__main__":
    main()
