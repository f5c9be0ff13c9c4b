"""Locks of a site: one build at a time (a second one waits), one preview at a time.

The system releases a lock when its process ends, even if it is killed.
"""

from __future__ import annotations

import errno
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from generator.pipeline.folder import FOLDER
from generator.problem import Problem, UsageError, cannot_write

_BUILD = "build.lock"
_PREVIEW = "preview.lock"
# The place of the lock in the file on Windows, and the time between two attempts.
_BYTE = 1 << 30
_AGAIN_SECONDS = 0.1


@contextmanager
def build_lock(root: Path) -> Iterator[None]:
    """Hold the build lock of the site at ``root`` for the block; wait until it is free.

    Raises `OSError` if the site's folder cannot be written.
    """
    with _opened(root, _BUILD) as file:
        _lock(file, wait=True)
        yield


class PreviewLock:
    """The lock of previews, held until the process ends: two previews would disturb each other.

    Raises `UsageError` with the address of the preview that holds it already, and
    `DigestError` if the site's folder cannot be written.
    """

    def __init__(self, root: Path) -> None:
        try:
            self._file = _opened(root, _PREVIEW)
        except OSError as error:
            raise cannot_write(error, f"{FOLDER}/{_PREVIEW}") from error
        if not _lock(self._file, wait=False):
            self._file.seek(0)
            address = self._file.read().strip() or "another address"
            self._file.close()
            message = f"is already open in a preview or the desk, at {address}"
            raise UsageError(
                Problem(str(root), message=message, hint="use that one, or stop it first")
            )

    def tell(self, address: str) -> None:
        """Write the address of this preview into the lock, for the message to a second one."""
        self._file.truncate(0)
        self._file.write(address)
        self._file.flush()


def _opened(root: Path, name: str) -> TextIO:
    path = root / FOLDER / name
    path.parent.mkdir(parents=True, exist_ok=True)
    return path.open("a+", encoding="utf-8")


def _lock(file: TextIO, *, wait: bool) -> bool:
    """Whether the lock was acquired; True on file systems without locks."""
    if sys.platform == "win32":
        return _lock_on_windows(file, wait=wait)
    import fcntl

    try:
        fcntl.flock(file, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if wait:
            raise
        return error.errno not in (errno.EWOULDBLOCK, errno.EACCES)
    return True


def _lock_on_windows(file: TextIO, *, wait: bool) -> bool:
    import msvcrt

    lock: Any = msvcrt
    while True:
        # One byte far beyond the text, which others must be able to read.
        file.seek(_BYTE)
        try:
            lock.locking(file.fileno(), lock.LK_NBLCK, 1)
        except OSError as error:
            if error.errno not in (errno.EACCES, errno.EDEADLK):
                return True
        else:
            return True
        if not wait:
            return False
        time.sleep(_AGAIN_SECONDS)
