"""Write a file atomically: either whole or not at all."""

from __future__ import annotations

import errno
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

# Windows refuses to rename a file that another program has open (ERROR_ACCESS_DENIED,
# ERROR_SHARING_VIOLATION). A virus scanner, or a browser that loads a page, has it open for a
# moment only: seconds to wait before each new attempt.
_HELD = frozenset((5, 32))
_WAITS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0)


def move(source: Path, target: Path) -> None:
    """Rename a file or folder to ``target``; a file there is replaced.

    On Windows, waits up to two seconds for other programs to close it. Raises ``OSError``.
    """
    for wait in _WAITS:
        try:
            source.replace(target)
            return
        except PermissionError as error:
            if getattr(error, "winerror", None) not in _HELD:
                raise
        time.sleep(wait)
    source.replace(target)


@contextmanager
def replace_text(file: Path) -> Iterator[IO[str]]:
    """Open a text stream whose content replaces ``file`` when the block ends without an exception.

    The file keeps its permissions; if it is a symbolic link, the file that it points to is
    replaced. Raises ``OSError`` if the folder is not writable.
    """
    with replaced(file) as aside, aside.open("w", encoding="utf-8", newline="\n") as stream:
        yield stream


def write_whole(file: Path, data: str | bytes) -> None:
    """Write ``file`` atomically; create its folder if it is missing.

    Raises ``OSError`` if it cannot be written.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    with replaced(file) as aside:
        aside.write_bytes(data.encode() if isinstance(data, str) else data)


@contextmanager
def replaced(file: Path) -> Iterator[Path]:
    """Yield a temporary path beside ``file``, which replaces it when the block ends without an
    exception."""
    target = file.resolve() if file.is_symlink() else file
    if target.exists() and not target.is_file():
        # A rename would put a file in the place of a device such as /dev/null.
        kind = errno.EISDIR if target.is_dir() else errno.EINVAL
        raise OSError(kind, os.strerror(kind), str(target))
    # The name contains the process id, since two processes may write the same file at once.
    aside = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        yield aside
        with suppress(OSError):
            shutil.copymode(target, aside)
        move(aside, target)
    except OSError as error:
        # Users know the file by its own name, not by the temporary one.
        if error.filename == str(aside):
            error.filename = str(target)
        raise
    finally:
        # If nothing can be written, nothing can be deleted either: keep the first error.
        with suppress(OSError):
            aside.unlink(missing_ok=True)
