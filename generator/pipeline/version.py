"""What the program itself is, as part of every key: other code may make other pages."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from generator import __version__
from generator.pipeline.keys import key_of

# What they do shows in the pages.
_LIBRARIES = frozenset({"jinja2", "markdown", "nh3", "opencc", "pillow", "pypinyin"})


@cache
def program_fingerprint() -> str:
    """A hash of the program's version, of its files (size and time) and of its libraries'
    versions."""
    package = str(Path(__file__).parent.parent)
    return key_of(__version__, sorted(_files(package)), sorted(_libraries()))


def _files(folder: str) -> Iterator[tuple[str, int, int]]:
    for entry in os.scandir(folder):
        if entry.is_dir():
            if entry.name not in ("__pycache__", "make_tables"):
                yield from _files(entry.path)
        elif entry.name.endswith((".py", ".yaml", ".json", ".csv", ".txt", ".bin")):
            stat = entry.stat()
            yield entry.path, stat.st_size, stat.st_mtime_ns


def _libraries() -> set[str]:
    """``jinja2-3.1.6.dist-info`` and the like, wherever modules are imported from."""
    found: set[str] = set()
    for folder in sys.path:
        try:
            names = [path.name for path in Path(folder or ".").iterdir()]
        except OSError:
            continue
        found.update(
            name
            for name in names
            if name.endswith(".dist-info") and name.partition("-")[0].lower() in _LIBRARIES
        )
    return found
