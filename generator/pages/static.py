"""The files of ``content/static/``, published at the root under their own names."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from generator.content.folder import STATIC
from generator.library.index import Library
from generator.pages.kind import Artifact, Kind
from generator.pages.redirects import REDIRECTS
from generator.pipeline.shared import Shared


class StaticItem(msgspec.Struct, frozen=True):
    """A file: its path below ``content/static/``, and the hash of its content."""

    path: str
    digest: str


def units(library: Library, shared: Shared) -> Iterator[tuple[str, StaticItem]]:
    """One unit for each file."""
    led_on = any(ref.aliases for ref in library.articles)
    for path, digest in library.static.items():
        # If there are aliases, the kind ``redirects`` publishes the editor's own redirects together
        # with them.
        if not (led_on and path == REDIRECTS):
            yield path, StaticItem(path, digest)


def artifacts(item: StaticItem, shared: Shared) -> Iterator[Artifact]:
    """The file."""
    yield Artifact(item.path, f"{STATIC}/{item.path}", render, item)


def render(item: StaticItem, shared: Shared) -> bytes:
    """The content of the file."""
    return (shared.root / STATIC / item.path).read_bytes()


KIND = Kind("static", units, artifacts)
