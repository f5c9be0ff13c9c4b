"""Compare translation on a local cluster with the plain stage, and two workers with one.

    python -m benchmarks.cluster [--segments N] [--rounds N]

Without arguments: 25,000 segments and one round, which take about four minutes on two cores
(100,000 segments: 15 minutes). Each measurement runs in its own process with an empty cache and
the small test package. A worker is a process with one thread, as ``--cluster local`` starts it;
the plain stage has as many threads as there are workers. The time to start workers and load
models is not included; it has its own column. Segments are distinct sentences of the tests'
grammar.

CPU seconds are those of all processes: the client (the command, with Dask's scheduler and
nannies) and the workers. They are more reliable than the wall time if other programs are running.
The limit of the machine is measured too: two independent plain stages of one thread each, run at
the same time, compared with one. The speed-up of two workers cannot exceed theirs.
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


# The number of segments to measure the limit of the machine with.
_SHORT = 3000
NAMES = ("plain, 2 threads", "1 worker, 1 thread", "2 workers, 1 thread each")


class Measured(NamedTuple):
    """Seconds to start, seconds of the work, CPU seconds of the client and of the workers, peak
    memory in MB of this process and of the largest other process."""

    start: float
    seconds: float
    client: float
    workers: float
    memory: float
    largest: float

    @property
    def processor(self) -> float:
        """CPU seconds of all processes."""
        return self.client + self.workers


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--segments", type=int, default=25_000)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--workers", type=int, default=-1, help=argparse.SUPPRESS)
    parser.add_argument("--threads", type=int, default=2, help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.folder:
        found = measure(options.folder, options.segments, options.workers, options.threads)
        print(json.dumps(found))
        return
    with tempfile.TemporaryDirectory() as name:
        from generator.english.install import install_file

        install_file(ARCHIVE, into=Path(name))
        table(Path(name), options.segments, options.rounds)


def table(folder: Path, segments: int, rounds: int) -> None:
    """Measure all cases, one after the other in each round, and print the table."""
    print(f"{os.cpu_count() or 1} cores, {segments:,} segments, small test package, beam 4\n")
    [alone] = _at_once(folder, min(segments, _SHORT), 0, 1)
    together = _at_once(folder, min(segments, _SHORT), 0, 1, processes=2)
    machine = 2 * alone.seconds / max(run.seconds for run in together)
    found: dict[int, list[Measured]] = {0: [], 1: [], 2: []}
    for _ in range(rounds):
        for workers, runs in found.items():
            runs += _at_once(folder, segments, workers, 2)
    medians = [
        Measured(*map(statistics.median, zip(*runs, strict=True))) for runs in found.values()
    ]
    print("| case | start s | s | CPU s | client | workers | segments/s | MB | worker, MB |")
    print("|---|---|---|---|---|---|---|---|---|")
    for name, one in zip(NAMES, medians, strict=True):
        print(
            f"| {name} | {one.start:.1f} | {one.seconds:.1f} | {one.processor:.1f}"
            f" | {one.client:.1f} | {one.workers:.1f} | {segments / one.seconds:,.1f}"
            f" | {one.memory:.0f} | {one.largest:.0f} |"
        )
    plain, single, double = medians
    ratio = single.seconds / double.seconds
    print(f"\ntwo processes without a cluster against one: {machine:.2f} × (of 2)")
    print(f"2 workers against 1: {ratio:.2f} × (aim 1.8)")
    more = _percent(double.seconds, plain.seconds)
    print(f"2 workers against the plain stage: {more} of the time (aim ≤ 10 %)")
    for name, one in zip(NAMES[1:], medians[1:], strict=True):
        more = _percent(one.processor, plain.processor)
        print(f"{name} against the plain stage: {more} of the processor (aim ≤ 10 %)")


def _percent(value: float, base: float) -> str:
    return f"{100 * (value / base - 1):+.1f} %"


def _at_once(
    folder: Path, segments: int, workers: int, threads: int, processes: int = 1
) -> list[Measured]:
    """Measure one case in ``processes`` processes at the same time."""
    words = [sys.executable, "-m", "benchmarks.cluster", "--folder", str(folder)]
    words += ["--segments", str(segments), "--workers", str(workers), "--threads", str(threads)]
    running = [
        subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        for _ in range(processes)
    ]
    said = [process.communicate()[0] for process in running]
    return [Measured(*json.loads(text)) for text in said]


def measure(folder: Path, count: int, workers: int, threads: int) -> Measured:
    """Measure one case in this process; 0 workers: the plain stage with ``threads`` threads."""
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
    settings = TranslationSettings(threads=threads)
    engine = engine_over(package, settings)
    terms = _terms()
    with tempfile.TemporaryDirectory() as name, SegmentCache(Path(name) / "s.db") as cache:
        stage = Stage(MaskPolicy(terms), engine, cache, {})
        began = time.perf_counter()
        with _translating(stage, settings, terms, workers) as (translate, of_workers):
            started = time.perf_counter()
            before = time.process_time(), of_workers()
            answered = sum(1 for _ in translate(texts))
            seconds = time.perf_counter() - started
            client, there = time.process_time() - before[0], of_workers() - before[1]
        assert answered == count, answered
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    own = resource.getrusage(resource.RUSAGE_SELF)
    megabytes = (own.ru_maxrss / 1024, children.ru_maxrss / 1024)
    return Measured(started - began, seconds, client, there, *megabytes)


@contextmanager
def _translating(stage: Any, settings: Any, terms: Any, workers: int) -> Iterator[Any]:
    """The translator with its model loaded, and a function that returns the CPU seconds that the
    workers have used so far."""
    from generator.english.segments import translate_here

    if not workers:
        stage.engine.translate(["好。"])
        yield lambda texts: translate_here(stage, texts), float
        return
    from generator.cluster.connection import LOCAL, connected
    from generator.cluster.environment import TRANSLATING, Translating, local_environment
    from generator.cluster.package import content_hash
    from generator.cluster.translation import translate_there
    from generator.cluster.worker_pool import WorkerPool

    package = stage.engine.package
    wanted = Translating(
        settings,
        stage.engine.identity,
        content_hash(package),
        (str(package.folder),),
        tuple(terms),
    )
    with connected(LOCAL, workers) as connection:
        pool = WorkerPool(connection, local_environment(TRANSLATING, wanted), print)
        while len(pool.workers) < workers:
            pool.look(now=True)
        stage.engine.pieces("好。")

        def of_workers() -> float:
            there: dict[str, float] = connection.client.run(time.process_time)
            return sum(there.values())

        yield lambda texts: translate_there(pool, stage, texts, lambda: None), of_workers


if __name__ == "__main__":
    main()
