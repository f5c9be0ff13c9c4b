"""The web app manifest of an edition."""

from __future__ import annotations

import json
from collections.abc import Iterator

import msgspec

from generator.config import Edition
from generator.config.look import icon_type
from generator.library.index import Library
from generator.pages.kind import Artifact, Kind
from generator.pipeline.shared import Shared
from generator.render import address

# Background and accent colour of the style sheet, for the frame of an installed site.
_PAPER, _ACCENT = "#fbfaf6", "#a0231f"
_ICONS = (("icon-192.png", "192x192"), ("icon-512.png", "512x512"))


class EditionItem(msgspec.Struct, frozen=True):
    """An edition."""

    edition: Edition


def units(library: Library, shared: Shared) -> Iterator[tuple[str, EditionItem]]:
    """One unit for each edition."""
    for edition in library.editions:
        yield edition, EditionItem(edition)


def artifacts(item: EditionItem, shared: Shared) -> Iterator[Artifact]:
    """The manifest."""
    where = address.manifest(item.edition)
    yield Artifact(where, f"the file {where}", render_manifest, item)


def render_manifest(item: EditionItem, shared: Shared) -> bytes:
    """The web app manifest (https://www.w3.org/TR/appmanifest/) of an edition."""
    edition = item.edition
    local = shared.local(edition)
    manifest = {
        "id": shared.site.base_path + address.folder(edition),
        "name": local.title,
        "description": local.description,
        "lang": edition,
        "dir": "ltr",
        "start_url": "./",
        "scope": "../",
        "display": "minimal-ui",
        "background_color": _PAPER,
        "theme_color": shared.site.accent.light or _ACCENT,
        "icons": _icons(shared),
    }
    return (json.dumps(manifest, ensure_ascii=False, indent=1) + "\n").encode()


def _icons(shared: Shared) -> list[dict[str, str]]:
    """The site's own icon, or the program's."""
    own = shared.site.favicon
    if own:
        scalable = {"sizes": "any"} if own.lower().endswith(".svg") else {}
        return [{"src": f"../{own}", "type": icon_type(own), **scalable}]
    return [
        {
            "src": f"../{shared.asset(name)}",
            "sizes": sizes,
            "type": "image/png",
            "purpose": "any maskable",
        }
        for name, sizes in _ICONS
    ]


KIND = Kind("manifest", units, artifacts)
