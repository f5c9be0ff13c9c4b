"""Pictures and other files of ``content/files/``, published as they are."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from generator.content.folder import FILES
from generator.library.index import Library
from generator.pages.kind import Artifact, Kind
from generator.pipeline.shared import Shared


class FileItem(msgspec.Struct, frozen=True):
    """A file by its path below ``content/files/``, and the hash of its bytes."""

    path: str
    digest: str


def units(library: Library, shared: Shared) -> Iterator[tuple[str, FileItem]]:
    """Each file."""
    for path, digest in library.files.items():
        yield path, FileItem(path, digest)


def artifacts(item: FileItem, shared: Shared) -> Iterator[Artifact]:
    """The file."""
    yield Artifact(f"files/{item.path}", f"{FILES}/{item.path}", render, item)


def render(item: FileItem, shared: Shared) -> bytes:
    """Its bytes."""
    return (shared.root / FILES / item.path).read_bytes()


KIND = Kind("files", units, artifacts)
