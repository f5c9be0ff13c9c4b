"""Writing one file so that it is whole or not there at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO


@contextmanager
def replace_text(file: Path) -> Iterator[IO[str]]:
    """A stream into ``file``, which takes its place when the block ends well.

    The file keeps its permissions; where it is a link, the file behind it is replaced.
    Raises ``OSError`` where its folder cannot be written.
    """
    with replaced(file) as aside, aside.open("w", encoding="utf-8", newline="\n") as stream:
        yield stream


def write_whole(file: Path, data: str | bytes) -> None:
    """Write ``file`` whole or not at all; its folder is made where it is missing.

    Raises ``OSError`` where it cannot be written.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    with replaced(file) as aside:
        aside.write_bytes(data.encode() if isinstance(data, str) else data)


@contextmanager
def replaced(file: Path) -> Iterator[Path]:
    """A path beside ``file``, which is moved into its place when the block ends well."""
    target = file.resolve() if file.is_symlink() else file
    # Named by the process: two of them may write one file at once.
    aside = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        yield aside
        with suppress(OSError):
            shutil.copymode(target, aside)
        aside.replace(target)
    except OSError as error:
        # Whoever reads of it knows the file by its own name.
        if error.filename == str(aside):
            error.filename = str(target)
        raise
    finally:
        # Where nothing can be written, nothing can be deleted either: the first error counts.
        with suppress(OSError):
            aside.unlink(missing_ok=True)
