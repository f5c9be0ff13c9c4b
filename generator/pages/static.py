"""Files of ``content/static/``, published at the root under their own names."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from generator.content.folder import STATIC
from generator.library.index import Library
from generator.pages.kind import Artifact, Kind
from generator.pages.redirects import REDIRECTS
from generator.pipeline.shared import Shared


class StaticItem(msgspec.Struct, frozen=True):
    """A file by its path below ``content/static/``, and the hash of its bytes."""

    path: str
    digest: str


def units(library: Library, shared: Shared) -> Iterator[tuple[str, StaticItem]]:
    """Each file."""
    led_on = any(ref.aliases for ref in library.articles)
    for path, digest in library.static.items():
        # With aliases, the redirects of the site's own are published together with theirs.
        if not (led_on and path == REDIRECTS):
            yield path, StaticItem(path, digest)


def artifacts(item: StaticItem, shared: Shared) -> Iterator[Artifact]:
    """The file."""
    yield Artifact(item.path, f"{STATIC}/{item.path}", render, item)


def render(item: StaticItem, shared: Shared) -> bytes:
    """Its bytes."""
    return (shared.root / STATIC / item.path).read_bytes()


KIND = Kind("static", units, artifacts)
