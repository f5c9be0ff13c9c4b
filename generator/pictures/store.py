"""The files made of pictures, kept in ``.digest/pictures/`` by the key of what they are made of.

A folder there is whole: it is written under another name first. It may be deleted at any time.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Collection, Mapping
from pathlib import Path

from generator.pipeline.folder import FOLDER

NAME = "pictures"
_BEGUN = ".new-"


class Store:
    """The kept files of the pictures of the site at ``root``."""

    def __init__(self, root: Path) -> None:
        self._top = root / FOLDER / NAME

    def keys(self) -> set[str]:
        """The keys of all pictures that have files."""
        with contextlib.suppress(OSError):
            names = {folder.name for folder in self._top.iterdir()}
            return {name for name in names if not name.startswith(".")}
        return set()

    def keep(self, key: str, files: Mapping[str, bytes]) -> None:
        """Keep ``files`` by name. Raises ``OSError`` where that cannot be done."""
        begun = self._top / f"{_BEGUN}{key}-{os.getpid()}"
        shutil.rmtree(begun, ignore_errors=True)
        begun.mkdir(parents=True)
        for name, data in files.items():
            (begun / name).write_bytes(data)
        shutil.rmtree(self._top / key, ignore_errors=True)
        begun.rename(self._top / key)

    def read(self, key: str, name: str) -> bytes:
        """The bytes of a file; empty where there is none."""
        try:
            return (self._top / key / name).read_bytes()
        except OSError:
            return b""

    def drop_but(self, needed: Collection[str]) -> None:
        """Remove the files of all pictures but ``needed``, and what was begun and not ended."""
        with contextlib.suppress(OSError):
            for folder in list(self._top.iterdir()):
                if folder.name not in needed:
                    shutil.rmtree(folder, ignore_errors=True)

    def clear(self) -> None:
        """Remove everything."""
        shutil.rmtree(self._top, ignore_errors=True)
