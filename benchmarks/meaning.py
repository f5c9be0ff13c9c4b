"""Measure how many wrong words the network finds that compares meanings, beside the rules.

    python -m benchmarks.meaning tests/figures/sets/pairs_*_a.txt
    python -m benchmarks.meaning --words 2.5 --whole 3 FILE…    # with other thresholds
    python -m benchmarks.meaning --random FILE…                 # the time alone

The files have Chinese (``=``) with right (``+``) and wrong (``-``) English on the lines below it.
For each file it prints how much wrong English is caught and how much right English is flagged: by
the rules (`generator.figures.verify`), by the network's words alone, by the network (words, or the
pair as a whole), and by rules and network together; then milliseconds of the processor that the
network takes for a pair. Only totals are printed, so that files whose pairs nobody has read may be
measured. ``--random`` makes a network of the usual size with weights by chance.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import msgspec

from generator.english.folders import BUNDLED_VARIABLE
from generator.figures import verify
from generator.meaning.judge import Judge
from generator.meaning.model import Model
from generator.meaning.package import Package, find_package

# The repository's tests have the sets.
sys.path.insert(0, str(Path(__file__).parent.parent))
from benchmarks.figures import row, share
from tests.figures.labelled import pair_items

WAYS = ("rules", "words", "network", "together")
# The network that comes with the program.
WIDTH, LAYERS, HEADS = 320, 6, 5


class Result(NamedTuple):
    """What each way flags of the right and of the wrong English of a file, and the CPU time."""

    flagged: dict[tuple[str, bool], int]
    there: dict[bool, int]
    too_long: int
    seconds: float


def measure(file: Path, judge: Judge) -> Result:
    """The result for a file."""
    items = [*pair_items(file)]
    begin = time.process_time()
    judged = judge.compare_all([(chinese, english) for chinese, english, _ in items])
    seconds = time.process_time() - begin
    flagged = {(way, sound): 0 for way in WAYS for sound in (False, True)}
    there = {False: 0, True: 0}
    too_long = 0
    for (chinese, english, sound), parts in zip(items, judged, strict=True):
        verdicts = [part.verdict for part in parts]
        too_long += any(verdict is None for verdict in verdicts)
        rules = bool(verify(chinese, english))
        network = any(verdict is not None and verdict.doubted for verdict in verdicts)
        there[sound] += 1
        flagged["rules", sound] += rules
        flagged["words", sound] += any(v is not None and bool(v.places) for v in verdicts)
        flagged["network", sound] += network
        flagged["together", sound] += rules or network
    return Result(flagged, there, too_long, seconds)


def say(name: str, result: Result) -> None:
    """Print the rows of a file."""
    for sound, what in ((False, "wrong caught"), (True, "right flagged")):
        cells = (share(result.flagged[way, sound], result.there[sound]) for way in WAYS)
        each = 1000 * result.seconds / max(1, sum(result.there.values()))
        row(f"{name}: {what}", *cells, f"{each:.1f}", result.too_long)


@contextmanager
def _package(options: argparse.Namespace) -> Iterator[Package]:
    if not options.random:
        yield find_package()
        return
    import os

    from tests.meaning.stub import make_package

    with tempfile.TemporaryDirectory() as folder:
        make_package(Path(folder), width=WIDTH, layers=LAYERS, heads=HEADS)
        os.environ[BUNDLED_VARIABLE] = folder
        yield find_package()


def main() -> None:
    """Measure the files that are named."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--words", type=float, help="the threshold of words")
    parser.add_argument("--whole", type=float, help="the threshold of the pair as a whole")
    parser.add_argument("--random", action="store_true", help="a network with weights by chance")
    options = parser.parse_args()
    with _package(options) as package:
        metadata = package.metadata
        if options.words is not None:
            metadata = msgspec.structs.replace(metadata, word_threshold=options.words)
        if options.whole is not None:
            metadata = msgspec.structs.replace(metadata, whole_threshold=options.whole)
        begin, before = time.perf_counter(), time.process_time()
        Model(package)
        load = f"{time.perf_counter() - begin:.2f} s, {time.process_time() - before:.2f} CPU s"
        judge = Judge(msgspec.structs.replace(package, metadata=metadata))
        judge.compare("预热。", "Warm up.")
        row("", *WAYS, "CPU ms a pair", "too long")
        row("---", *("---" for _ in range(len(WAYS) + 2)))
        for file in options.files:
            say(file.stem, measure(file, judge))
    print(f"\nloaded in {load}; thresholds: {metadata.word_threshold}, {metadata.whole_threshold}")


if __name__ == "__main__":
    main()
