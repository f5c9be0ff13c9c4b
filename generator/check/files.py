"""The files of a built site: all of them, the pages, and the files of the editor."""

from __future__ import annotations

import os
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from generator.publish.manifest import read_manifest
from generator.render.address import file_of

# Files below this folder are the editor's: links to them are valid, but they are not checked.
OWN = "files/"


@dataclass(frozen=True)
class Files:
    """A built site: all files that exist (``there``), and those that the build made."""

    root: Path
    there: frozenset[str]
    made: tuple[str, ...]

    @property
    def pages(self) -> list[str]:
        """The HTML files that the build made."""
        return [path for path in self.made if path.endswith(".html")]

    def ending(self, ending: str) -> list[str]:
        """Return the files made by the build whose names end with ``ending``."""
        return [path for path in self.made if path.endswith(ending)]

    def read(self, path: str) -> bytes:
        """Return the bytes of a file."""
        return (self.root / path).read_bytes()

    def has(self, address: str) -> bool:
        """Return whether a file is served at ``address``."""
        return file_of(address) in self.there


def list_files(root: Path, static: Collection[str] = ()) -> Files:
    """Return the files of the site built in ``root``.

    A build leaves a list of the files it made; without this list, every file counts as made, except
    those below ``files/`` and hidden ones. The files ``static`` are the editor's too.
    """
    there: set[str] = set()
    start = len(str(root)) + 1
    for folder, _, names in os.walk(root):
        prefix = folder[start:].replace(os.sep, "/")
        there.update(f"{prefix}/{name}" if prefix else name for name in names)
    known = _manifest(root)
    made = sorted(
        path
        for path in (there if known is None else there & known)
        if not path.startswith((OWN, ".")) and path not in static
    )
    return Files(root, frozenset(there), tuple(made))


def address_of(file: str) -> str:
    """Return the address at which a file is served: ``en/`` for ``en/index.html``."""
    return file[: -len("index.html")] if f"/{file}".endswith("/index.html") else file


def _manifest(root: Path) -> set[str] | None:
    try:
        found = read_manifest(root)
    except ValueError:
        return None
    return None if found is None else set(found)
