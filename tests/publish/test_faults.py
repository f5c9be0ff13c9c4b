"""Killed, refused or out of space at any operation: the old site or the new one, nothing else."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent

# At least so many operations, 540 in all: a test that injects no fault would prove nothing.
POINTS = {
    "few": 90,
    "many": 60,
    "all": 30,
    "first": 40,
    "no-exchange": 100,
    "mounted": 150,
    "no-links": 100,
}
CASES = [
    *((name, "killed") for name in POINTS),
    *((name, "full") for name in ("few", "many", "first")),
    *((name, "refused") for name in ("few", "many", "no-exchange")),
]
MEMORY = Path("/dev/shm")


@pytest.fixture
def quick(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where there is one: a thousand small sites are written here."""
    if not MEMORY.is_dir():
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        yield Path(folder)


@pytest.mark.parametrize(("name", "fault"), CASES)
def test_a_fault_at_any_operation_leaves_the_old_site_or_the_new(
    quick: Path, name: str, fault: str
) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "tests.publish.faults", name, fault, str(quick / "site")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert int(ended.stdout) >= POINTS[name]
