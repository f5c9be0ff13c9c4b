"""Measure how fast and how well places are found.

    python benchmarks/places.py

The times to import, to load the tables and for the first result, and the memory, are those of a
new process. The speed is that of the whole detection on one core, in CPU seconds, with two texts:
the labelled articles of the test suite, which have many names, and the same articles with filler
text, about one name in 75 characters as in real city news. The peer is the same list of names as
one alternation of the standard library's ``re``, longest first; it only finds names and does not
resolve them.
"""

from __future__ import annotations

import re
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FRESH = """
import resource, time
started = time.process_time(); import generator.gazetteer as gazetteer
imported = time.process_time(); gazetteer.load()
loaded = time.process_time(); gazetteer.detect('肇庆')
ready = time.process_time()
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(imported - started, loaded - imported, ready - loaded, memory)
"""
"""Seconds to import, to load the tables, to the first result, and MB at the end."""

FILLER = (
    "负责人介绍说，项目分两期推进，一期厂房主体结构已经完成，设备正在分批进场安装调试，"
    "预计年内可以形成产能。材料齐全的当天就能拿到证照，专班还会继续跟进用电和物流。"
)
PEER_CHARACTERS = 20_000


def fresh() -> tuple[float, ...]:
    """The minimum of each measurement of ``FRESH`` in five new processes."""
    runs = []
    for _ in range(5):
        done = subprocess.run(
            [sys.executable, "-c", FRESH], cwd=ROOT, capture_output=True, text=True, check=True
        )
        runs.append([float(figure) for figure in done.stdout.split()])
    return tuple(min(column) for column in zip(*runs, strict=True))


def speed(texts: list[str]) -> float:
    """Megabytes of UTF-8 per CPU second, the best of three rounds."""
    from generator.gazetteer import detect

    size = sum(len(text.encode()) for text in texts)
    best = float("inf")
    for _ in range(3):
        started = time.process_time()
        for text in texts:
            detect(text)
        best = min(best, time.process_time() - started)
    return size / best / 1e6


def peer(text: str) -> float:
    """Megabytes of UTF-8 per CPU second with one ``re`` alternation of all names."""
    from generator.gazetteer.finding import name_list

    names = sorted((name.text for name in name_list().names), key=len, reverse=True)
    pattern = re.compile("|".join(map(re.escape, names)))
    sample = text[:PEER_CHARACTERS]
    started = time.process_time()
    sum(1 for _ in pattern.finditer(sample))
    return len(sample.encode()) / (time.process_time() - started) / 1e6


def main() -> None:
    """Measure and print the table of the README."""
    sys.path.insert(0, str(ROOT))
    from generator.gazetteer.finding import name_list
    from tests.gazetteer.labelled import articles, hard, measure, sentences

    imported, loaded, ready, memory = fresh()
    dense = [item.text for item in articles()] * 40
    running = ["\n".join(f"{line}{FILLER}" for line in text.split("\n")) for text in dense]
    rows = [
        ("import, ms", f"{imported * 1000:.0f}"),
        ("table load, ms", f"{loaded * 1000:.0f}"),
        ("names and automaton at first use, ms", f"{ready * 1000:.0f}"),
        ("memory of the process, MB", f"{memory:.0f}"),
        ("names searched for", f"{len(name_list().names)}"),
        ("running text, MB/s", f"{speed(running):.1f}"),
        ("dense labelled articles, MB/s", f"{speed(dense):.1f}"),
        ("peer: re alternation, MB/s", f"{peer(''.join(running)):.2f}"),
    ]
    for label, texts in (("sentences", sentences()), ("articles", articles())):
        result = measure(texts)
        rows.append(
            (
                f"{len(texts)} {label}: cities, precision / recall",
                f"{result.precision:.3f} / {result.recall:.3f}",
            )
        )
        rows.append(
            (
                f"{len(texts)} {label}: subjects, precision / recall",
                f"{result.subject_precision:.3f} / {result.subject_recall:.3f}",
            )
        )
    halves = (
        "dev held-out stranger daily small-cities news_a news_b editor_a editor_b"
        " plain_a plain_b city_a city_b classes week_a week_b next-week_a next-week_b week-classes"
    )
    for half in halves.split():
        texts = hard(half)
        for kind in ["", *sorted({item.kind for item in texts})]:
            chosen = [item for item in texts if kind in ("", item.kind)]
            result = measure(chosen)
            rows.append(
                (
                    f"{len(chosen)} hard texts, {half}{kind and ', '}{kind}: subjects",
                    f"{result.subject_precision:.3f} / {result.subject_recall:.3f},"
                    f" {result.right} texts right",
                )
            )
    for label, value in rows:
        print(f"| {label} | {value} |")


if __name__ == "__main__":
    main()
