"""A command that ends in the middle; a `tests.launcher` starts it as a process of its own.

The first word says how: ``killed-METHOD`` after that method of the journal, as by ``kill -9``;
``full`` with no room for a large file, as on a full disk. The others are those of ``digest``.
"""

from __future__ import annotations

import os
import resource
import signal
import sys
from typing import Any

from generator.cli import main as digest
from generator.publish.journal import Journal

# No file may be larger: stands in for a disk with no room left.
ROOM = 60_000


def main() -> None:
    """Run the command until it ends."""
    how, _, method = sys.argv.pop(1).partition("-")
    if how == "full":
        resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, ROOM))
    else:
        _kill_after(method)
    digest()


def _kill_after(method: str) -> None:
    real = getattr(Journal, method)

    def killed(*arguments: Any) -> None:
        real(*arguments)
        os.kill(os.getpid(), signal.SIGKILL)

    setattr(Journal, method, killed)
