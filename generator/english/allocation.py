"""How the C library hands out memory while a model works."""

from __future__ import annotations

import contextlib
import ctypes

# Parameters of glibc's mallopt(3), and the most that its M_MMAP_THRESHOLD may be.
_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3
_MMAP_MOST = 32 << 20
_KEPT = 256 << 20


def keep_freed_memory() -> None:
    """Have glibc keep up to 256 MB that are freed, rather than give them back to the system.

    CTranslate2 takes and frees buffers at every step of a translation. Where the environment
    sets MALLOC_TRIM_THRESHOLD_, as Dask does for its workers, each of them becomes a call of
    the system: measured, that doubles the seconds of the processor. Elsewhere it saves a tenth.
    Other C libraries are left as they are.
    """
    with contextlib.suppress(AttributeError, OSError, TypeError):
        library = ctypes.CDLL(None)
        library.mallopt(_MMAP_THRESHOLD, _MMAP_MOST)
        library.mallopt(_TRIM_THRESHOLD, _KEPT)
