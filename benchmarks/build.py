"""How fast a site is built: first build, a build with nothing changed, one changed article.

    python benchmarks/build.py [ARTICLES …]        (1000 and 10000 without arguments)

Each build runs in a process of its own, as an editor's does: seconds are wall time with
start-up. Articles have about 730 characters, three topics and one city; every other one has
an English sidecar. The sentences are made from a small grammar with a fixed seed.
"""

from __future__ import annotations

import os
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

CITIES = ("肇庆", "中山", "广安", "漯河", "南充", "眉山", "成都", "武汉", "合肥", "苏州")
TOPICS = {"招商引资": "Investment", "制造业": "Manufacturing", "园区": "Zones", "新能源": "Energy"}
INDUSTRIES = ("储能", "装备制造", "电子信息", "生物医药", "新材料", "食品加工", "现代物流")
SETTINGS = """title: {zh-Hans: 测速, en: Benchmark}
description: {zh-Hans: 测速用, en: For the benchmark}
base_url: https://example.org/
topics:
"""


def passage(rng: random.Random, city: str) -> tuple[str, str]:
    """Three Chinese sentences of the field and their English: one with figures, as in news."""
    industry, other = rng.sample(INDUSTRIES, 2)
    amount, count, days = rng.randint(11, 999), rng.randint(3, 90), rng.randint(20, 300)
    return (
        f"{city}今年前三季度新开工{industry}项目{count}个，计划总投资{amount}亿元，"
        f"从签约到开工平均用时{days}天，比去年同期明显缩短。"
        f"当地把{other}列为下一步招商引资的重点方向，由主要领导带队外出拜访企业，回来以后逐个落实用地、"
        f"用能和融资需求，推动项目早落地、早开工、早见效。"
        f"负责人介绍，园区的道路、管网和标准厂房正在加快建设，{industry}企业可以边设计边报批，"
        f"审批部门派出专员跟进全部手续，遇到问题当场会商解决。",
        f"In the first three quarters of the year {city} began {count} projects with "
        f"{amount / 10:g} billion yuan of planned investment; signing to start took {days} days on "
        f"average, clearly less than a year before. The city has made another industry the next "
        f"focus of its investment promotion, with leaders calling on companies and settling land, "
        f"power and finance. Roads, pipes and standard workshops are being built faster, "
        f"an official said, and companies may design and apply for permits at the same time.",
    )


def write_site(root: Path, articles: int) -> None:
    """A site of so many articles at ``root``."""
    rng = random.Random(articles)
    folder = root / "content/articles"
    folder.mkdir(parents=True)
    topics = "".join(f"  {name}: {english}\n" for name, english in TOPICS.items())
    (root / "site.yaml").write_text(SETTINGS + topics, "utf-8")
    for number in range(articles):
        city = rng.choice(CITIES)
        names = ", ".join(rng.sample(sorted(TOPICS), 3))
        day = f"{2015 + number % 10}-{1 + number % 12:02}-{1 + number % 28:02}"
        pairs = [passage(rng, city) for _ in range(4)]
        chinese = "\n\n".join(chinese for chinese, _ in pairs)
        english = "\n\n".join(english for _, english in pairs)
        (folder / f"article-{number}.md").write_text(
            f"---\ntitle: {city}第{number}号项目进展\ndate: {day}\nsource: {{name: 测速日报}}\n"
            f"cities: [{city}]\ntopics: [{names}]\n---\n\n{chinese}\n",
            "utf-8",
        )
        if number % 2:
            (folder / f"article-{number}.en.md").write_text(
                f"---\ntitle: Project {number} in {city}\nstatus: reviewed\n---\n\n{english}\n",
                "utf-8",
            )


def build(root: Path) -> tuple[float, float, str]:
    """Seconds, peak memory in MB (of the largest process) and the printed table of a build."""
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "generator", "--site", str(root), "build"],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)},
    )
    output = process.communicate()[0]
    seconds = time.perf_counter() - start
    if process.returncode:
        raise SystemExit("the build failed")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return seconds, peak, output


def measure(articles: int) -> list[str]:
    """Rows of the table for a site of so many articles."""
    rows = []
    root = Path(tempfile.mkdtemp(prefix="digest-benchmark-"))
    try:
        write_site(root, articles)
        changed = root / "content/articles/article-8.md"
        for name in ("first build", "nothing changed", "one changed", "one changed again"):
            if name.startswith("one"):
                changed.write_text(changed.read_text("utf-8") + "\n补记一句。\n", "utf-8")
            seconds, peak, output = build(root)
            pages = re.search(r"pages +(\d+) \(made (\d+)", output)
            stages = re.search(r"seconds .*\((.*)\)", output)
            assert pages
            assert stages
            rate = f"{articles / seconds:.0f} / {int(pages[1]) / seconds:.0f}"
            rows.append(
                f"| {articles} | {name} | {seconds:.2f} | {pages[2]} of {pages[1]} | "
                f"{rate if name == 'first build' else ''} | {peak:.0f} | {stages[1]} |"
            )
            print(rows[-1], flush=True)
    finally:
        shutil.rmtree(root)
    return rows


def main() -> None:
    """Print the table."""
    print("| articles | build | s | pages made | articles / pages a second | MB | by stage |")
    print("|---|---|---|---|---|---|---|")
    for articles in map(int, sys.argv[1:] or ("1000", "10000")):
        measure(articles)


if __name__ == "__main__":
    main()
