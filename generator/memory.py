"""Memory that is no longer needed, given back to the system."""

from __future__ import annotations

import contextlib
import ctypes
import sys


def give_back() -> None:
    """Give back what was freed. The library of C on Linux keeps much of it: after large tables
    have been made of larger ones a third of a process may be empty."""
    if sys.platform == "linux":
        # Other libraries than that of GNU have no such call.
        with contextlib.suppress(AttributeError, OSError):
            ctypes.CDLL(None).malloc_trim(0)
