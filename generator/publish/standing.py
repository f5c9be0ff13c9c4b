"""Whether published files are still as the build left them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from generator.publish.manifest import MANIFEST


class Left(Protocol):
    """What a build remembers of a file it published: bytes, and time in nanoseconds."""

    @property
    def size(self) -> int:
        """Its size."""

    @property
    def mtime(self) -> int:
        """When it was written."""


def manifest_stamp(out: Path) -> str:
    """Changes whenever the set of published files does; empty where there is none."""
    try:
        found = os.lstat(f"{out}/{MANIFEST}")
    except OSError:
        return ""
    return f"{found.st_ino}:{found.st_size}:{found.st_mtime_ns}"


def altered(out: Path, files: Mapping[str, Left]) -> set[str]:
    """The paths of ``files`` that are missing in ``out`` or of another size or time.

    One ``lstat`` a file, nothing is read: 110,000 files take 0.25 to 0.35 s. It finds what an
    editor, a copy or a deletion did, also inside a file; not a change that keeps both the
    size and the time stamp.
    """
    top, lstat = str(out), os.lstat
    found: set[str] = set()
    for path, left in files.items():
        try:
            stat = lstat(f"{top}/{path}")
        except OSError:
            found.add(path)
            continue
        if stat.st_mtime_ns != left.mtime or stat.st_size != left.size:
            found.add(path)
    return found
