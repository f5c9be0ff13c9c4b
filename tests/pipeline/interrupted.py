"""Faults of whole builds, and what the next build makes of what they leave.

    python -m tests.pipeline.interrupted FOLDER SCENARIO…

Prints at how many points of each a fault happened; fails at the first one that does harm.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.pipeline.faults import Builds, make
from tests.sites import TestSite

KILLED = -9
JOBS = ("--jobs", "2")
_VERSIONS = ("old", "new")

Files = Mapping[str, bytes]


def first(builds: Builds, site: TestSite, wanted: Mapping[str, Files]) -> int:
    """The first build of a site, killed: there is no site yet or the whole one."""
    make(site.root, "old")
    assert builds.build(site, *JOBS).code == 0
    total, killed = builds.operations.count, 0
    for number in range(16):
        shutil.rmtree(site.root / "public", ignore_errors=True)
        # What the killed builds before this one kept is used, or not.
        if number % 2:
            shutil.rmtree(site.root / ".digest")
        ended = builds.build(site, *JOBS, point=1 + total * number // 16)
        killed += ended.code == KILLED
        assert site.files() in ({}, wanted["old"]), number
        if number % 3 == 0:
            _right(builds, site, wanted["old"])
    _right(builds, site, wanted["old"])
    return killed


def change(builds: Builds, site: TestSite, wanted: Mapping[str, Files]) -> int:
    """A change from one version to the other and back, killed, some times twice in a row."""
    # A change takes as many operations as another only once both versions were built.
    for version in (*_VERSIONS, *_VERSIONS):
        make(site.root, version)
        assert builds.build(site, *JOBS).code == 0
    total, killed = builds.operations.count, 0
    for number in range(28):
        version = _VERSIONS[number % 2]
        make(site.root, version)
        ended = builds.build(site, *JOBS, point=1 + total * number // 28)
        killed += ended.code == KILLED
        for path, data in site.files().items():
            either = [files[path] for files in wanted.values() if path in files]
            assert path == ".files.json" or data in either, (number, path)
        if number % 3:
            _right(builds, site, wanted[version])
    _right(builds, site, wanted[version])
    return killed


def worker(builds: Builds, site: TestSite, wanted: Mapping[str, Files]) -> int:
    """A worker is killed: one line says so, and the site stays as it was."""
    make(site.root, "old")
    assert builds.build(site, *JOBS).code == 0
    make(site.root, "new")
    for point in (1, 40, 80, 120):
        shutil.rmtree(site.root / ".digest")
        ended = builds.build(site, *JOBS, point=point, who="worker")
        line = "error: build: a worker process ended unexpectedly (try --jobs 1)\n"
        assert ended == (1, line), ended.told
        assert site.files() == wanted["old"], point
    _right(builds, site, wanted["new"])
    return 4


def full(builds: Builds, site: TestSite, wanted: Mapping[str, Files]) -> int:
    """No file may be larger than this: stands in for a disk with no room left."""
    make(site.root, "old")
    assert builds.build(site, *JOBS).code == 0
    failed = 0
    make(site.root, "new")
    for limit in (1, 5_000, 9_000, 14_000, 20_000, 30_000, 50_000, 90_000, 150_000):
        for fresh in (False, True):
            if fresh:
                shutil.rmtree(site.root / ".digest")
            ended = builds.build(site, *JOBS, limit=limit)
            if ended.code == 0:
                continue
            failed += 1
            assert ended.code == 1, ended.told
            assert ended.told.startswith("error: "), ended.told
            assert ended.told.count("\n") == 1, ended.told
            version = "new" if "the new site is published" in ended.told else "old"
            assert site.files() == wanted[version], limit
    _right(builds, site, wanted["new"])
    return failed


def together(builds: Builds, site: TestSite, wanted: Mapping[str, Files]) -> int:
    """Builds of one site at once, into one folder and into another."""
    other = ("--out", str(site.root / "other"))
    for version in (*_VERSIONS, "old"):
        make(site.root, version)
        running = [builds.start(site, *JOBS, *out) for out in ((), other, (), other)]
        for build in running:
            ended = build.wait()
            assert ended == (0, ""), ended.told
        assert site.files() == wanted[version]
        assert site.files("other") == wanted[version]
    return 12


def _right(builds: Builds, site: TestSite, wanted: Files) -> None:
    """The next build says nothing of what happened, and makes the site."""
    ended = builds.build(site, "--jobs", "1")
    assert ended == (0, ""), ended.told
    made = site.files()
    assert made.keys() == wanted.keys()
    differing = [path for path in made if made[path] != wanted[path]]
    assert differing == [], differing
    assert not list(site.root.glob(".public.next"))


SCENARIOS: dict[str, Callable[[Builds, TestSite, Mapping[str, Files]], int]] = {
    scenario.__name__: scenario for scenario in (first, change, worker, full, together)
}


def main() -> None:
    """Run scenarios: what takes longest is what they share."""
    folder = Path(sys.argv[1])
    builds = Builds(folder)
    wanted = {version: builds.clean(version) for version in _VERSIONS}
    for scenario in sys.argv[2:]:
        print(SCENARIOS[scenario](builds, TestSite(folder / scenario), wanted), flush=True)


if __name__ == "__main__":
    main()
