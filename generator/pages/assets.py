"""Style sheets, scripts and icons, published under names with a hash of their content."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from generator.library.index import Library
from generator.pages.kind import Artifact, Kind
from generator.pipeline.shared import Shared


class AssetItem(msgspec.Struct, frozen=True):
    """An asset: its name in ``templates/assets/``, and the name under which it is published."""

    name: str
    published: str


def units(library: Library, shared: Shared) -> Iterator[tuple[str, AssetItem]]:
    """One unit for each file."""
    for name, asset in shared.templates.assets.items():
        yield name, AssetItem(name, asset.name)


def artifacts(item: AssetItem, shared: Shared) -> Iterator[Artifact]:
    """The file; a style sheet refers to other assets by their published names."""
    source = str(shared.templates.assets[item.name].file)
    yield Artifact(f"assets/{item.published}", source, render, item)


def render(item: AssetItem, shared: Shared) -> bytes:
    """The content of the file."""
    return shared.templates.assets[item.name].read()


KIND = Kind("assets", units, artifacts)
