"""The service worker that keeps what was read for reading without a network."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from generator.library.index import Library
from generator.pages.kind import Artifact, Kind
from generator.pipeline.shared import Shared

# At the root: a worker serves the folder that it lies in, and those below.
ADDRESS = "sw.js"


class OfflineItem(msgspec.Struct, frozen=True):
    """Nothing: it is the same for every site."""


def units(library: Library, shared: Shared) -> Iterator[tuple[str, OfflineItem]]:
    """One, where the settings ask for it."""
    if shared.site.offline:
        yield "", OfflineItem()


def artifacts(item: OfflineItem, shared: Shared) -> Iterator[Artifact]:
    """The script."""
    yield Artifact(ADDRESS, "offline in site.yaml", render, item)


def render(item: OfflineItem, shared: Shared) -> bytes:
    """Its bytes."""
    return shared.templates.render("sw.js", {})


KIND = Kind("offline", units, artifacts)
