"""What the program itself is, as part of every key: other code may make other pages."""

from __future__ import annotations

from functools import cache
from importlib.metadata import version
from pathlib import Path

from generator import __version__
from generator.pipeline.plan import key_of

# What they do shows in the pages.
_LIBRARIES = ("jinja2", "markdown", "nh3", "opencc")


@cache
def code_fingerprint() -> str:
    """A hash of the program's version and files (size and time) and of its libraries' versions."""
    package = Path(__file__).parent.parent
    state = [
        (str(file.relative_to(package)), file.stat().st_size, file.stat().st_mtime_ns)
        for file in sorted(package.rglob("*.py"))
    ]
    return key_of(__version__, state, [(name, version(name)) for name in _LIBRARIES])


@cache
def data_fingerprint() -> str:
    """A hash of the tables that come with the program: gazetteer, words."""
    package = Path(__file__).parent.parent
    tables = sorted([*package.glob("*/data/*"), *package.glob("words/*.yaml")])
    return key_of(*(table.read_bytes() for table in tables if table.is_file()))
