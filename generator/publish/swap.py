"""Putting one folder in another's place, in one step where the system can.

Linux and macOS can exchange two folders atomically (``renameat2`` with
``RENAME_EXCHANGE``, ``renamex_np`` with ``RENAME_SWAP``); elsewhere two renames stand
in, and a note beside the folder lets the next build finish what was cut off between.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_RENAME_SWAP = 2


def exchange(first: Path, second: Path) -> None:
    """Exchange two folders of one file system; both exist before and after.

    Raises ``OSError`` where it cannot be done; then nothing has changed.
    """
    if _atomic(first, second):
        return
    aside = _aside(first)
    first.rename(aside)
    try:
        second.rename(first)
    except OSError:
        aside.rename(first)
        raise
    aside.rename(second)


def recover(folder: Path) -> None:
    """Mend what a swap by renames left when it was cut off: ``folder`` is whole afterwards."""
    aside = _aside(folder)
    if not aside.is_dir():
        return
    if folder.exists():
        # Cut off before the last rename: what lies aside is the version before.
        shutil.rmtree(aside)
    else:
        aside.rename(folder)


def _aside(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}.old")


def _atomic(first: Path, second: Path) -> bool:
    """Whether the system's own exchange did it; raises what it says of the folders."""
    library = ctypes.CDLL(None, use_errno=True) if os.name == "posix" else None
    a, b = os.fsencode(first), os.fsencode(second)
    if library is not None and sys.platform == "linux" and hasattr(library, "renameat2"):
        result = library.renameat2(_AT_FDCWD, a, _AT_FDCWD, b, _RENAME_EXCHANGE)
    elif library is not None and sys.platform == "darwin" and hasattr(library, "renamex_np"):
        result = library.renamex_np(a, b, _RENAME_SWAP)
    else:
        return False
    if result == 0:
        return True
    code = ctypes.get_errno()
    if code in (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP):
        return False
    raise OSError(code, os.strerror(code), str(first))
