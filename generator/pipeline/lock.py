"""One build of a site at a time: a second one waits for the first."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.pipeline.folder import FOLDER


@contextmanager
def alone(root: Path) -> Iterator[None]:
    """Hold the site's lock for the block, waiting for whoever has it.

    The system lets go of it when a process ends, however it ends. Where there are no such
    locks (Windows) nothing is held. Raises ``OSError`` where the folder cannot be written.
    """
    path = root / FOLDER / "build.lock"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as file:
        if sys.platform != "win32":
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX)
        yield
