"""Compare our translation stage with a loop over the Argos Translate library.

    python -m benchmarks.translate [--segments N] [--large N]

Each measurement runs in its own process with the same package, segments, beam and number of
cores; the time to load the model is not included. The library would download a model to split
sentences; here it gets a splitter that returns the whole segment, which makes it faster.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
ARCHIVE = ROOT / "tests" / "fixtures" / "translate-zh_en-tests.argosmodel"
BEAM = 4
CACHED_PASSES = 20


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--segments", type=int, default=1000, help="with the small package")
    parser.add_argument("--large", type=int, default=120, help="with the large package")
    parser.add_argument("--side", choices=sorted(SIDES), help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.side:
        SIDES[options.side](options.folder, options.segments)
        return
    with tempfile.TemporaryDirectory() as name:
        _table(Path(name), options.segments, options.large)


def _table(work: Path, small_count: int, large_count: int) -> None:
    from benchmarks import random_package
    from generator.english.install import install_file

    small, large = work / "small", work / "large"
    install_file(ARCHIVE, into=small)
    random_package.build(large / "random-zh_en", ARCHIVE)
    print(f"{os.cpu_count()} cores, beam {BEAM}")
    for title, folder, count in (
        ("small test package", small, small_count),
        ("package of the real size, random weights", large, large_count),
    ):
        size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
        print(f"\n{title}, {size / 1e6:.1f} MB, {count} segments")
        theirs = _measure("library", folder, count)
        print(f"  library, one segment at a time   {theirs}")
        engine = _measure("engine", folder, count)
        print(f"  our engine                       {engine}  {engine.ratio(theirs)}")
        if folder == small:
            stage = _measure("stage", folder, count)
            print(f"  our stage, checks and cache too  {stage}  {stage.ratio(theirs)}")
    print("\nsmall test package, whole stage")
    for count in (1000, 10_000):
        print(f"  {count:>6} segments                  {_measure('stage', small, count)}")
    print(f"  40,000 segments from the cache   {_measure('cached', small, 40_000)}")


@dataclass(frozen=True)
class Measured:
    """The wall seconds and the CPU seconds (of all threads) for ``segments`` segments with
    ``characters`` characters in total, and the peak memory in MB."""

    seconds: float
    processor: float
    segments: int
    characters: int
    memory: float

    def __str__(self) -> str:
        return (
            f"{self.seconds:7.2f} s ({self.processor:6.2f} of the processor)"
            f"  {self.segments / self.seconds:9,.1f} segments/s  peak {self.memory:4.0f} MB"
        )

    def ratio(self, other: Measured) -> str:
        """The speed relative to ``other``, by wall time and by CPU time."""
        faster, leaner = other.seconds / self.seconds, other.processor / self.processor
        return f"{faster:.1f} times ({leaner:.1f} by the processor)"


def _measure(side: str, folder: Path, segments: int) -> Measured:
    words = [sys.executable, __file__, "--side", side, "--folder", folder, "--segments", segments]
    with tempfile.TemporaryDirectory() as home:
        environment = os.environ | {"HOME": home, "ARGOS_PACKAGES_DIR": str(folder)}
        ran = subprocess.run(
            list(map(str, words)), env=environment, stdout=subprocess.PIPE, check=True
        )
    return Measured(**json.loads(ran.stdout))


def _segments() -> Iterator[str]:
    """An endless stream of distinct sentences of city news; the same in every run."""
    sys.path.insert(0, str(ROOT))
    from tests.fixtures.make_package.grammar import Grammar

    seen = set()
    for pair in Grammar(seed=11).sentences():
        if pair.zh not in seen:
            seen.add(pair.zh)
            yield pair.zh


def _say(started: tuple[float, float], segments: int, characters: int) -> None:
    wall, processor = started
    measured = {
        "seconds": time.perf_counter() - wall,
        "processor": time.process_time() - processor,
        "segments": segments,
        "characters": characters,
        "memory": _peak(),
    }
    print(json.dumps(measured))


def _now() -> tuple[float, float]:
    return time.perf_counter(), time.process_time()


def _peak() -> float:
    """The peak memory of this process in MB, as Linux reports it."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


class _Whole:
    """Replaces the library's sentence splitter: each text is one sentence."""

    def split_sentences(self, text: str) -> list[str]:
        return [text]


def library(folder: Path, count: int) -> None:
    """Measure a loop over ``argostranslate.translate.translate``."""
    from argostranslate import translate

    translation: Any = translate.get_translation_from_codes("zh", "en")
    translation.underlying.sentencizer = _Whole()
    segments = list(islice(_segments(), count))
    translate.translate("好。", "zh", "en")
    started = _now()
    for segment in segments:
        translate.translate(segment, "zh", "en")
    _say(started, count, sum(map(len, segments)))


def engine(folder: Path, count: int) -> None:
    """Measure our engine with all segments in one call."""
    segments = list(islice(_segments(), count))
    engine = _engine(folder)
    started = _now()
    engine.translate(segments)
    _say(started, count, sum(map(len, segments)))


def stage(folder: Path, count: int) -> None:
    """Measure our stage with an empty cache and a stream of segments."""
    _run_stage(folder, count, again=False)


def cached(folder: Path, count: int) -> None:
    """Measure our stage with all segments in the cache."""
    _run_stage(folder, count, again=True)


def _run_stage(folder: Path, count: int, *, again: bool) -> None:
    from generator.english.cache import SegmentCache
    from generator.english.mask_policy import MaskPolicy
    from generator.english.segments import translate

    engine, policy = _engine(folder), MaskPolicy(_terms())
    site = Path(tempfile.mkdtemp())
    with SegmentCache(site / "segments.db") as cache:

        def run(segments: Sequence[str] | Iterator[str]) -> int:
            found = translate(segments, policy=policy, engine=engine, cache=cache)
            return sum(len(one.source) for one in found)

        if again:
            segments = list(islice(_segments(), count // CACHED_PASSES))
            run(segments)
            started = _now()
            characters = sum(run(segments) for _ in range(CACHED_PASSES))
        else:
            started = _now()
            characters = run(islice(_segments(), count))
        _say(started, count, characters)
    shutil.rmtree(site)


def _terms() -> Any:
    """The terms of the sample site's glossary."""
    from generator.content.glossary import load_glossary
    from generator.problem import Report
    from generator.terms import Term, Terms

    glossary = load_glossary(ROOT, Report())
    return Terms(Term(term.source, term.english, term.also) for term in glossary.terms)


def _engine(folder: Path) -> Any:
    from generator.english.argos import ArgosEngine
    from generator.english.choice import choose

    package = choose(folders=[folder])
    assert package is not None
    engine = ArgosEngine(package, beam=BEAM)
    engine.translate(["好。"])
    return engine


SIDES: dict[str, Callable[[Path, int], None]] = {
    "library": library,
    "engine": engine,
    "stage": stage,
    "cached": cached,
}

if __name__ == "__main__":
    main()
