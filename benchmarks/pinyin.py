"""Compare our pinyin readings with those of pypinyin, with the same dictionaries.

    python -m benchmarks.pinyin

Texts are the sample articles. Times are CPU seconds, the best of several rounds.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from pypinyin import pinyin

from generator.gazetteer import load
from generator.pinyin.readings import Reader
from generator.pinyin.ruby import ruby
from tests.pinyin.labelled import labelled

ROUNDS = 5


def sample() -> list[str]:
    """Paragraphs of the sample articles."""
    folder = Path(__file__).parents[1] / "content/articles"
    files = (file for file in sorted(folder.glob("*.md")) if not file.name.endswith(".en.md"))
    return [line for file in files for line in file.read_text("utf-8").splitlines() if line]


def seconds(work: Callable[[], object]) -> float:
    """CPU seconds of the fastest round."""
    found = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
    return min(found)


def main() -> None:
    """Print the table."""
    lines = sample()
    characters = sum(map(len, lines))
    start = time.process_time()
    reader = Reader(load())
    loading = time.process_time() - start
    ours = seconds(lambda: [reader.words(line) for line in lines])
    marked = seconds(lambda: [ruby(f"<p>{line}</p>", reader) for line in lines])
    theirs = seconds(lambda: [pinyin(line) for line in lines])
    for half in ("dev", "held-out", "held-out-verbs"):
        texts = labelled(half)
        every = sum(len(text.places) for text in texts)
        right = sum(text.right(reader) for text in texts)
        print(f"{half}: {right} of {every} readings in context ({right / every:.1%})")
    print(f"{characters} characters; loading {loading:.2f} s")
    for name, taken in (("readings", ours), ("readings as ruby", marked), ("pypinyin", theirs)):
        print(f"{name:18} {characters / taken / 1e6:6.2f} M characters/s {theirs / taken:6.1f}x")


if __name__ == "__main__":
    main()
