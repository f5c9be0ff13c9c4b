"""A fingerprint of the program, which is a part of every cache key.

Nothing that is published contains it, so that a version which changes only comments publishes the
same bytes at the same addresses. (Addresses of made pictures have a number of their own, `FORMAT`
of `generator.pictures.make`.)
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from generator import __version__
from generator.pipeline.keys import key_of

# Libraries whose behaviour affects the pages, as in the names of their metadata folders.
_LIBRARIES = frozenset(
    "ahocorasick_rs css_inline ctranslate2 jinja2 markdown markupsafe msgspec nh3 opencc pillow"
    " pypinyin pyyaml rcssmin rjsmin sentencepiece tzdata".split()
)

# Installers write RECORD last, within moments of the files.
_SLACK_NS = 2_000_000_000


@cache
def program_fingerprint() -> str:
    """A hash of the program's version, its files, and the versions of its libraries and of Python
    (which has tables of its own: of Unicode, and of entities in HTML).

    Installed files are represented by the installer's list of hashes (``RECORD``), so that the
    same wheel has the same fingerprint on every machine. Other files, and files changed after the
    installation, are represented by size and modification time.
    """
    package = Path(__file__).parent.parent
    listed, since = _installed(package.parent)
    files = [file for file in _files(str(package)) if file[2] > since]
    return key_of(__version__, sys.version_info[:2], listed, sorted(files), sorted(_libraries()))


def _installed(site_packages: Path) -> tuple[list[str], int]:
    """The lines of the program's own files in ``RECORD``, and the time of the installation in
    nanoseconds since 1970; an empty list and -1 if the program runs from a checkout."""
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
    """The names of the libraries' metadata folders (``jinja2-3.1.6.dist-info``) on ``sys.path``."""
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
