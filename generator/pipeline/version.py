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

# Installers write RECORD last, within moments of the files.
_SLACK_NS = 2_000_000_000


@cache
def program_fingerprint() -> str:
    """A hash of the program's version, of its files and of its libraries' versions.

    Files that an installer put in place are known by its list of their hashes (``RECORD``), so
    that the same wheel is the same program on every machine; others, and files that were changed
    after the installation, by size and time.
    """
    package = Path(__file__).parent.parent
    listed, since = _installed(package.parent)
    files = [file for file in _files(str(package)) if file[2] > since]
    return key_of(__version__, listed, sorted(files), sorted(_libraries()))


def _installed(site_packages: Path) -> tuple[list[str], int]:
    """The lines of the program's own files in ``RECORD``, and when they were in place (in
    nanoseconds since 1970); nothing and -1 where the program runs from a checkout."""
    record = site_packages / f"citydigest-{__version__}.dist-info/RECORD"
    try:
        lines = record.read_text("utf-8").splitlines()
        written = record.stat().st_mtime_ns
    except (OSError, UnicodeDecodeError):
        return [], -1
    own = sorted(line for line in lines if line.startswith("generator/") and "sha256=" in line)
    return (own, written + _SLACK_NS) if own else ([], -1)


def _files(folder: str) -> Iterator[tuple[str, int, int]]:
    for entry in os.scandir(folder):
        if entry.is_dir():
            if entry.name not in ("__pycache__", "make_tables"):
                yield from _files(entry.path)
        elif not entry.name.endswith((".pyc", ".md")):
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
