"""Small files beside an edition's pages: its manifest, and the style of its feeds."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from generator.config import Edition
from generator.library.index import Library
from generator.pages.kind import Artifact, Kind
from generator.pipeline.shared import Shared
from generator.render import address

# The depth of feeds: an edition's own, and those of cities and topics. A style sheet for
# XML cannot tell how far up the root is, so there is one for each.
_DEPTHS = (1, 3)
# Paper and accent of the style sheet, for the frame of an installed site.
_PAPER, _ACCENT = "#fbfaf6", "#a0231f"
_ICONS = (("icon-192.png", "192x192"), ("icon-512.png", "512x512"))


class EditionItem(msgspec.Struct, frozen=True):
    """An edition."""

    edition: Edition


class StyleData(msgspec.Struct, frozen=True):
    """The style of the feeds at a depth."""

    edition: Edition
    depth: int


class FeedStyle(NamedTuple):
    """What makes a browser show a feed as a page; addresses as seen from the feed.

    ``xslt`` is for browsers that transform XML, ``css`` for those that no longer do.
    """

    xslt: str
    css: str


def feed_style(shared: Shared, edition: Edition, feed: str) -> FeedStyle:
    """The style of the feed at the address ``feed``."""
    root = address.root_from(feed)
    css = root + shared.asset("feed.css")
    return FeedStyle(root + _style_address(edition, feed.count("/")), css)


def units(library: Library, shared: Shared) -> Iterator[tuple[str, EditionItem]]:
    """One of each edition."""
    for edition in library.editions:
        yield edition, EditionItem(edition)


def artifacts(item: EditionItem, shared: Shared) -> Iterator[Artifact]:
    """The manifest and the feed styles."""
    where = address.manifest(item.edition)
    yield Artifact(where, f"the file {where}", render_manifest, item)
    for depth in _DEPTHS:
        where = _style_address(item.edition, depth)
        data = StyleData(item.edition, depth)
        yield Artifact(where, f"the file {where}", render_style, data)


def _style_address(edition: Edition, depth: int) -> str:
    return f"{address.folder(edition)}feed-style-{depth}.xml"


def render_style(data: StyleData, shared: Shared) -> bytes:
    """The style sheet that shows a feed as a page."""
    return shared.templates.render("feed-style.xml", shared.shell(data.edition, "../" * data.depth))


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
        "theme_color": _ACCENT,
        "icons": [
            {
                "src": f"../{shared.asset(name)}",
                "sizes": sizes,
                "type": "image/png",
                "purpose": "any maskable",
            }
            for name, sizes in _ICONS
        ],
    }
    return (json.dumps(manifest, ensure_ascii=False, indent=1) + "\n").encode()


KIND = Kind("manifest", units, artifacts)
