"""The files made from the pictures that articles and pages show."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from generator.content.folder import FILES
from generator.library.index import Library
from generator.library.picture import Picture, PictureFile
from generator.pages.kind import Artifact, Kind
from generator.pipeline.shared import Shared
from generator.render import address


class PictureItem(msgspec.Struct, frozen=True):
    """A picture and the path of its file."""

    path: str
    picture: Picture


class FileData(msgspec.Struct, frozen=True):
    """One of the files made from a picture."""

    key: str
    name: str
    digest: str


def units(library: Library, shared: Shared) -> Iterator[tuple[str, PictureItem]]:
    """One unit for each picture; identical files are one picture."""
    found: dict[str, PictureItem] = {}
    for path, picture in library.pictures.items():
        if picture.plain is not None and picture.key not in found:
            found[picture.key] = PictureItem(f"{FILES}/{path}", picture)
    yield from found.items()


def artifacts(item: PictureItem, shared: Shared) -> Iterator[Artifact]:
    """Its sizes, and the file for programs that cannot use these."""
    key = item.picture.key
    files: list[PictureFile | None] = [*item.picture.sizes, item.picture.plain]
    for file in filter(None, files):
        data = FileData(key, file.name, file.digest)
        yield Artifact(address.picture(key, file.name), item.path, render, data, ())


def render(data: FileData, shared: Shared) -> bytes:
    """The content of the file, from the cache."""
    return shared.picture(data.key, data.name, data.digest)


KIND = Kind("picture", units, artifacts)
