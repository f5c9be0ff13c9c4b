"""Return freed memory to the operating system."""

from __future__ import annotations

import contextlib
import ctypes
import sys


def give_back() -> None:
    """Return freed memory to the operating system (on Linux; does nothing elsewhere).

    The C library on Linux keeps much of it: after large temporary tables, up to a third of a
    process may be unused memory."""
    if sys.platform == "linux":
        # Only the GNU C library has this function.
        with contextlib.suppress(AttributeError, OSError):
            ctypes.CDLL(None).malloc_trim(0)
