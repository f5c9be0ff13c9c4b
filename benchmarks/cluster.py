"""A cluster of this machine's cores beside the plain stage, and two workers beside one.

    python -m benchmarks.cluster [--segments N] [--rounds N]

(100,000 segments and one round without arguments: a quarter of an hour on two cores.) Each
measurement is a process of its own with an empty cache, on the small test package: a worker is
a process with one thread, as ``--cluster local`` starts them, and the plain stage has as many
threads as there are workers. Starting workers and loading models is not counted, and is printed
beside. Segments are distinct sentences of the tests' grammar. Seconds of the processor are
those of all processes.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[1]
ARCHIVE = ROOT / "tests" / "fixtures" / "translate-zh_en-tests.argosmodel"


class Measured(NamedTuple):
    """Seconds to start, seconds of the work and of the processor (all processes), MB of this
    process and of the largest other one."""

    start: float
    seconds: float
    processor: float
    memory: float
    largest: float


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--segments", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--workers", type=int, default=-1, help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.folder:
        print(json.dumps(measure(options.folder, options.segments, options.workers)))
        return
    with tempfile.TemporaryDirectory() as name:
        from generator.english.install import install_file

        install_file(ARCHIVE, into=Path(name))
        table(Path(name), options.segments, options.rounds)


def table(folder: Path, segments: int, rounds: int) -> None:
    """Print all cases; rounds take turns."""
    cores = os.cpu_count() or 1
    found: dict[int, list[Measured]] = {0: [], 1: [], 2: []}
    for _ in range(rounds):
        for workers, runs in found.items():
            runs.append(_run(folder, segments, workers))
    print(f"{cores} cores, {segments:,} segments, small test package, beam 4\n")
    print("| case | start s | s | CPU s | segments/s | MB | largest worker, MB |")
    print("|---|---|---|---|---|---|---|")
    names = ("plain, 2 threads", "1 worker, 1 thread", "2 workers, 1 thread each")
    for name, runs in zip(names, found.values(), strict=True):
        start, seconds, processor, memory, largest = map(statistics.median, zip(*runs, strict=True))
        rate = segments / seconds
        print(
            f"| {name} | {start:.1f} | {seconds:.1f} | {processor:.1f} | {rate:,.1f}"
            f" | {memory:.0f} | {largest:.0f} |"
        )
    plain, one, two = (statistics.median(run.seconds for run in runs) for runs in found.values())
    print(f"\n2 workers against 1: {one / two:.2f} × (aim 1.8)")
    print(f"2 workers against the plain stage: {100 * (two / plain - 1):+.1f} % (aim ≤ 10 %)")


def _run(folder: Path, segments: int, workers: int) -> Measured:
    words = [sys.executable, "-m", "benchmarks.cluster", "--folder", str(folder)]
    words += ["--segments", str(segments), "--workers", str(workers)]
    ran = subprocess.run(words, cwd=ROOT, stdout=subprocess.PIPE, check=True)
    return Measured(*json.loads(ran.stdout))


def measure(folder: Path, count: int, workers: int) -> Measured:
    """One case in this process; no workers is the plain stage with two threads."""
    from benchmarks.translate import _segments, _terms
    from generator.config import TranslationSettings
    from generator.english.argos import engine_over
    from generator.english.cache import SegmentCache
    from generator.english.choice import choose
    from generator.english.mask_policy import MaskPolicy
    from generator.english.segments import Stage

    texts = list(islice(_segments(), count))
    package = choose(folders=[folder])
    assert package is not None
    settings = TranslationSettings(threads=2)
    engine = engine_over(package, settings)
    terms = _terms()
    with tempfile.TemporaryDirectory() as name, SegmentCache(Path(name) / "s.db") as cache:
        stage = Stage(MaskPolicy(terms), engine, cache, {})
        began = time.perf_counter()
        with _translating(stage, settings, terms, workers) as (translate, processor_time):
            started = time.perf_counter()
            before = processor_time()
            answered = sum(1 for _ in translate(texts))
            seconds = time.perf_counter() - started
            processor = processor_time() - before
        assert answered == count, answered
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    own = resource.getrusage(resource.RUSAGE_SELF)
    megabytes = (own.ru_maxrss / 1024, children.ru_maxrss / 1024)
    return Measured(started - began, seconds, processor, *megabytes)


@contextmanager
def _translating(stage: Any, settings: Any, terms: Any, workers: int) -> Iterator[Any]:
    """What translates, with its model loaded, and the seconds of the processor so far."""
    from generator.english.segments import translate_here

    if not workers:
        stage.engine.translate(["好。"])
        yield lambda texts: translate_here(stage, texts), time.process_time
        return
    from generator.cluster.connection import LOCAL, connected
    from generator.cluster.crew import Crew
    from generator.cluster.outfit import TRANSLATING, Translating, outfit
    from generator.cluster.package import content_hash
    from generator.cluster.translation import translate_there

    package = stage.engine.package
    wanted = Translating(
        settings,
        stage.engine.identity,
        content_hash(package),
        (str(package.folder),),
        tuple(terms),
    )
    with connected(LOCAL, workers) as connection:
        crew = Crew(connection, outfit(TRANSLATING, wanted), print)
        while len(crew.hands) < workers:
            crew.look(now=True)
        stage.engine.pieces("好。")

        def processor_time() -> float:
            there: dict[str, float] = connection.client.run(time.process_time)
            return time.process_time() + sum(there.values())

        yield lambda texts: translate_there(crew, stage, texts, lambda: None), processor_time


if __name__ == "__main__":
    main()
