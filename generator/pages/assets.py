"""Style sheets, scripts and icons, under names that carry a hash of their bytes."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from generator.library.index import Library
from generator.pages.kind import Artifact, Kind
from generator.pipeline.shared import Shared


class AssetItem(msgspec.Struct, frozen=True):
    """An asset by its name in ``templates/assets/``, and the name it is published under."""

    name: str
    published: str


def units(library: Library, shared: Shared) -> Iterator[tuple[str, AssetItem]]:
    """Each file."""
    for name, asset in shared.templates.assets.items():
        yield name, AssetItem(name, asset.name)


def artifacts(item: AssetItem, shared: Shared) -> Iterator[Artifact]:
    """The file; a stylesheet calls others by the names they are published under."""
    source = str(shared.templates.assets[item.name].file)
    yield Artifact(f"assets/{item.published}", source, render, item)


def render(item: AssetItem, shared: Shared) -> bytes:
    """Its bytes."""
    return shared.templates.assets[item.name].read()


KIND = Kind("assets", units, artifacts)
