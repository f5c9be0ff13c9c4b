"""Measure how fast pages are repaired and imported, and whether long ones cost more per byte.

    python benchmarks/import.py [--megabytes 5]

Prints a Markdown table: megabytes of UTF-8 per CPU second on one core, and the peak memory
divided by the size of the text.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

from generator.clean.characters import characters
from generator.clean.importer import import_page
from generator.clean.raw_page import RawPage
from generator.clean.repair import repair


def texts(megabytes: float) -> dict[str, str]:
    """Texts by description: undamaged, damaged, with damaged punctuation too, in a single line."""
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    from tests.clean.corruption import Damage, corrupt, readings_of, to_traditional
    from tests.clean.sentences import SENTENCES

    chance = random.Random(7)
    paragraphs = []
    size = 0
    while size < 100_000:
        paragraphs.append("".join(chance.choices(SENTENCES, k=4)))
        size += len(paragraphs[-1].encode())
    page = "\n".join(paragraphs)
    listed = sorted(set(to_traditional(page)) & characters().listed)
    readings = {c: readings_of(c)[0] for c in chance.sample(listed, round(0.6 * len(listed)))}
    damaged = corrupt(page, Damage(readings))[1]
    marked = corrupt(page, Damage(readings, ("。", "！"), b"\x01"))[1]

    def grown(text: str) -> str:
        times = max(1, round(megabytes * 1e6 / len(text.encode())))
        return "\n".join([text] * times)

    return {
        "sound": grown(page),
        "damaged": grown(damaged),
        "damaged, marks too": grown(marked),
        "damaged, one line": grown(damaged).replace("\n", ""),
    }


def speed(work: Callable[[str], object], text: str) -> float:
    """Megabytes of UTF-8 per CPU second."""
    begin = time.process_time()
    work(text)
    return len(text.encode()) / 1e6 / (time.process_time() - begin)


def peak(work: Callable[[str], object], text: str) -> float:
    """The peak memory in megabytes while ``work`` runs."""
    tracemalloc.start()
    work(text)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most / 1e6


def whole(text: str) -> object:
    """Run all steps of importing a page."""
    return import_page(RawPage("page.txt", text))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=float, default=5.0)
    megabytes = parser.parse_args().megabytes
    whole(texts(0.05)["damaged"])  # tables are loaded once, those of words too
    print("| text | repair, MB/s | whole import, MB/s |\n|---|---|---|")
    made = texts(megabytes)
    for name, text in made.items():
        print(
            f"| {name}, {megabytes:g} MB | {speed(repair, text):.1f} | {speed(whole, text):.1f} |"
        )
    half, double = texts(megabytes / 2)["damaged, one line"], texts(megabytes * 2)
    long = double["damaged, one line"]
    print(f"\n| one line | {megabytes / 2:g} MB | {megabytes * 2:g} MB |\n|---|---|---|")
    print(f"| repair, MB/s | {speed(repair, half):.1f} | {speed(repair, long):.1f} |")
    print(
        f"| memory by size | {peak(repair, half) / megabytes * 2:.0f} |"
        f" {peak(repair, long) / megabytes / 2:.0f} |"
    )


if __name__ == "__main__":
    main()
