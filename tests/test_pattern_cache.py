"""The file of compiled patterns beside the bytecode."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from generator.kept_tables import KeptTable
from generator.pattern_cache import PatternCache

ROOT = Path(__file__).parent.parent
PATTERNS: list[tuple[str | bytes, int]] = [
    (r"(?P<year>\d{4})年", re.ASCII),
    (r"(?i:\b(?:billion|MILLION)s?\b)|[^市a-zé]{2,5}(?<=x)(?!y)", 0),
    ("市[a-z]+ # name", re.IGNORECASE | re.VERBOSE),
    (rb"^(?:(a)|b)(?(1)c|d)$", re.MULTILINE),
    (r"(\w)\1*+(?>ab?)$", re.DOTALL),
]


class Kept(PatternCache):
    """Compiles patterns with a file, which `save` writes."""

    def __init__(self, path: Path) -> None:
        self.table: KeptTable[Any, Any] = KeptTable(path, "basis")
        super().__init__(self.table)

    def save(self) -> None:
        self.table.save()


def compiled(pattern: str | bytes, flags: int) -> re.Pattern[Any]:
    return re.compile(pattern, flags)


def has_kept(path: Path, patterns: list[tuple[str | bytes, int]]) -> bool:
    """Whether another process would add nothing to the file."""
    written, cache = path.read_bytes(), Kept(path)
    for pattern, flags in patterns:
        assert cache.compile(pattern, flags) == compiled(pattern, flags)
    cache.save()
    return path.read_bytes() == written


def inspect(text: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run ``digest inspect`` on a text, as a process of its own with its own bytecode."""
    own = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    own |= {"PYTHONPYCACHEPREFIX": str(folder), "PYTHONPATH": str(ROOT), **environment}
    return subprocess.run(
        [sys.executable, "-m", "generator", "inspect", "-"],
        input=text,
        capture_output=True,
        text=True,
        check=True,
        env=own,
    )


def test_patterns_made_from_the_file_equal_compiled_ones(tmp_path: Path) -> None:
    path = tmp_path / "new" / "kept.patterns"
    first = Kept(path)
    for pattern, flags in PATTERNS:
        assert first.compile(pattern, flags) == re.compile(pattern, flags)
    first.save()
    assert has_kept(path, PATTERNS)
    second = Kept(path)
    for pattern, flags in PATTERNS:
        found, expected = second.compile(pattern, flags), compiled(pattern, flags)
        assert found == expected
        assert dict(found.groupindex) == dict(expected.groupindex)
        assert (found.groups, found.flags) == (expected.groups, expected.flags)
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_processes_add_to_the_file_of_each_other(tmp_path: Path) -> None:
    path = tmp_path / "kept.patterns"
    caches = [Kept(path) for _ in PATTERNS]
    for cache, pattern in zip(caches, PATTERNS, strict=True):
        cache.compile(*pattern)
    for cache in caches:
        cache.save()
    assert has_kept(path, PATTERNS)


@pytest.mark.parametrize("cut", [0, 1, 40, -1, -200])
def test_a_damaged_file_is_compiled_anew(tmp_path: Path, cut: int) -> None:
    path = tmp_path / "kept.patterns"
    first = Kept(path)
    first.compile("市(?:区|县)", 0)
    first.save()
    whole = path.read_bytes()
    path.write_bytes(whole[:cut])
    second = Kept(path)
    assert second.compile("市(?:区|县)", 0) == re.compile("市(?:区|县)")
    second.save()
    assert has_kept(path, [("市(?:区|县)", 0)])


def test_a_changed_byte_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "kept.patterns"
    first = Kept(path)
    first.compile("市(?:区|县)", 0)
    first.save()
    whole = path.read_bytes()
    for place in range(0, len(whole), 7):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert Kept(path).compile("市(?:区|县)", 0) == re.compile("市(?:区|县)")


def test_an_invalid_pattern_raises_as_re_compile_does(tmp_path: Path) -> None:
    cache = Kept(tmp_path / "kept.patterns")
    with pytest.raises(re.error, match="missing \\)"):
        cache.compile("(市", 0)
    assert cache.compile("市", 0).match("市")


def test_a_command_keeps_its_patterns_beside_the_bytecode(tmp_path: Path) -> None:
    text = "全市投资289.5亿元，增长8.6%。\n"
    first = inspect(text, tmp_path)
    (kept,) = tmp_path.rglob("pattern_cache*.kept")
    assert b"28.95 billion" in first.stdout.encode()
    written = kept.read_bytes()
    assert inspect(text, tmp_path).stdout == first.stdout
    assert kept.read_bytes() == written
    kept.write_bytes(written[:-9])
    assert inspect(text, tmp_path).stdout == first.stdout
    assert kept.stat().st_size == len(written)


def test_where_python_writes_no_bytecode_no_patterns_are_kept(tmp_path: Path) -> None:
    inspect("全市投资289.5亿元。\n", tmp_path, PYTHONDONTWRITEBYTECODE="1")
    assert not list(tmp_path.rglob("*"))
