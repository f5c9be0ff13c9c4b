"""The files of ``content/files/``, published unchanged, except that metadata are removed from
pictures."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from generator.content.folder import FILES
from generator.library.index import Library
from generator.library.picture import ORIGINAL
from generator.pages.kind import Artifact, Kind
from generator.pipeline.shared import Shared


class FileItem(msgspec.Struct, frozen=True):
    """A file: its path below ``content/files/``, and the hash of its content. For a picture from
    which metadata were removed, ``key`` and ``original`` identify the cleaned content."""

    path: str
    digest: str
    key: str = ""
    original: str = ""


def units(library: Library, shared: Shared) -> Iterator[tuple[str, FileItem]]:
    """One unit for each file."""
    for path, digest in library.files.items():
        picture = library.pictures.get(path)
        if picture is None or not picture.original:
            yield path, FileItem(path, digest)
        else:
            yield path, FileItem(path, digest, picture.key, picture.original)


def artifacts(item: FileItem, shared: Shared) -> Iterator[Artifact]:
    """The file."""
    yield Artifact(f"files/{item.path}", f"{FILES}/{item.path}", render, item, ())


def render(item: FileItem, shared: Shared) -> bytes:
    """The content of the file."""
    if item.original:
        return shared.picture(item.key, ORIGINAL, item.original)
    return (shared.root / FILES / item.path).read_bytes()


KIND = Kind("files", units, artifacts)
