"""Writing one file so that it is whole or not there at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO


@contextmanager
def replace_text(file: Path) -> Iterator[IO[str]]:
    """A stream into ``file``, which takes its place when the block ends well."""
    aside = file.with_name(f".{file.name}.new")
    try:
        with aside.open("w", encoding="utf-8", newline="\n") as stream:
            yield stream
        aside.replace(file)
    finally:
        aside.unlink(missing_ok=True)
