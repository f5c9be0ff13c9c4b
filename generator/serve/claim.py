"""One preview of a site at a time: two would build into one folder against each other."""

from __future__ import annotations

import errno
import sys
from pathlib import Path
from typing import TextIO

from generator.pipeline.folder import FOLDER
from generator.problem import DigestError, Problem, UsageError

_NAME = "preview.lock"


class Claim:
    """Held for as long as the process lives; the system lets go of it at its end.

    Raises `UsageError` with the address of the preview that holds it already, and
    `DigestError` where the site's folder cannot be written.
    """

    def __init__(self, root: Path) -> None:
        path = root / FOLDER / _NAME
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file: TextIO = path.open("a+", encoding="utf-8")
        except OSError as error:
            message = f"cannot be written: {error.strerror or error}"
            raise DigestError(Problem(f"{FOLDER}/{_NAME}", message=message)) from error
        if not _locked(self._file):
            self._file.seek(0)
            address = self._file.read().strip() or "another address"
            message = f"is already being previewed at {address}"
            raise UsageError(
                Problem(str(root), message=message, hint="use that one, or stop it first")
            )

    def tell(self, address: str) -> None:
        """Note where the preview is called, for whoever comes second."""
        self._file.truncate(0)
        self._file.write(address)
        self._file.flush()


def _locked(file: TextIO) -> bool:
    """Whether the lock is ours now; where a system has none, it is taken to be."""
    if sys.platform == "win32":
        return True
    import fcntl

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in (errno.EWOULDBLOCK, errno.EACCES)
    return True
