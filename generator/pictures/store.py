"""Keeps the files made from pictures in ``.digest/pictures/``, in a folder for each cache key.

A folder is written under another name first, so it is always complete. The cache may be deleted at
any time.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Collection, Mapping
from pathlib import Path

from generator.pipeline.folder import FOLDER
from generator.writing import move

NAME = "pictures"
_BEGUN = ".new-"


class Store:
    """The cached files of the pictures of the site at ``root``."""

    def __init__(self, root: Path) -> None:
        self._top = root / FOLDER / NAME

    def keys(self) -> set[str]:
        """The keys of all cached pictures."""
        with contextlib.suppress(OSError):
            names = {folder.name for folder in self._top.iterdir()}
            return {name for name in names if not name.startswith(".")}
        return set()

    def keep(self, key: str, files: Mapping[str, bytes]) -> None:
        """Store ``files`` (content by name) under ``key``. Raises ``OSError`` if that fails."""
        begun = self._top / f"{_BEGUN}{key}-{os.getpid()}"
        shutil.rmtree(begun, ignore_errors=True)
        begun.mkdir(parents=True)
        for name, data in files.items():
            (begun / name).write_bytes(data)
        shutil.rmtree(self._top / key, ignore_errors=True)
        move(begun, self._top / key)

    def read(self, key: str, name: str) -> bytes:
        """The content of a cached file; empty if there is none."""
        try:
            return (self._top / key / name).read_bytes()
        except OSError:
            return b""

    def drop_but(self, needed: Collection[str]) -> None:
        """Remove the files of all pictures except ``needed``, and incomplete folders."""
        with contextlib.suppress(OSError):
            for folder in list(self._top.iterdir()):
                if folder.name not in needed:
                    shutil.rmtree(folder, ignore_errors=True)

    def clear(self) -> None:
        """Remove everything."""
        shutil.rmtree(self._top, ignore_errors=True)
