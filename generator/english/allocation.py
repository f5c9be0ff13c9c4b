"""Tunes memory allocation of the C library while a model runs."""

from __future__ import annotations

import contextlib
import ctypes

# Parameters of glibc's mallopt(3), and the largest value that M_MMAP_THRESHOLD may have.
_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3
_MMAP_MOST = 32 << 20
_KEPT = 256 << 20


def keep_freed_memory() -> None:
    """Make glibc keep up to 256 MB of freed memory instead of returning it to the system.

    CTranslate2 allocates and frees buffers at every step of a translation. If the environment sets
    MALLOC_TRIM_THRESHOLD_, as Dask does for its workers, each of these becomes a system call, which
    doubles the processor time (measured). Otherwise this setting saves a tenth. Other C libraries
    are left as they are.
    """
    with contextlib.suppress(AttributeError, OSError, TypeError):
        library = ctypes.CDLL(None)
        library.mallopt(_MMAP_THRESHOLD, _MMAP_MOST)
        library.mallopt(_TRIM_THRESHOLD, _KEPT)
