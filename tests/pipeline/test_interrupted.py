"""Whatever ends a build in the middle: the site is the old or the new one, the next is right."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
MEMORY = Path("/dev/shm")

# Faults that each scenario has at least; one that injects none would prove nothing.
FAULTS = {"first": 14, "change": 20, "worker": 4, "full": 5, "together": 12}

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="builds are forked")


@pytest.fixture
def quick(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where there is one."""
    if not MEMORY.is_dir():
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        yield Path(folder)


@pytest.mark.parametrize("scenarios", [("first", "worker", "full"), ("change", "together")])
def test_the_next_build_makes_the_site(quick: Path, scenarios: tuple[str, ...]) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "tests.pipeline.interrupted", str(quick), *scenarios],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    faults = [int(line) for line in ended.stdout.split()]
    assert len(faults) == len(scenarios)
    for scenario, number in zip(scenarios, faults, strict=True):
        assert number >= FAULTS[scenario], scenario
