"""Small files beside an edition's pages: its manifest, and the style of its feeds."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from generator.config import Edition
from generator.pipeline.plan import Output, key_of
from generator.pipeline.press import Press
from generator.render import address

# The depth of feeds: an edition's own, and those of cities and topics. A style sheet for
# XML cannot tell how far up the root is, so there is one for each.
_DEPTHS = (1, 3)
# Paper and accent of the style sheet, for the frame of an installed site.
_PAPER, _ACCENT = "#fbfaf6", "#a0231f"
_ICONS = (("icon-192.png", "192x192"), ("icon-512.png", "512x512"))


class FeedStyle(NamedTuple):
    """What makes a browser show a feed as a page; addresses as seen from the feed.

    ``xslt`` is for browsers that transform XML, ``css`` for those that no longer do.
    """

    xslt: str
    css: str


def feed_style(press: Press, edition: Edition, feed: str) -> FeedStyle:
    """The style of the feed at the address ``feed``."""
    root = address.root_from(feed)
    css = root + press.asset("feed.css")
    return FeedStyle(root + _style_address(edition, feed.count("/")), css)


def companion_outputs(press: Press) -> Sequence[Output]:
    """The manifest and the feed styles of each edition."""
    found = []
    for edition in press.site.editions:
        where = address.manifest(edition)
        make = partial(_manifest, press, edition)
        found.append(Output(where, key_of(press.shell, where), make, f"the file {where}"))
        for depth in _DEPTHS:
            where = _style_address(edition, depth)
            styled = partial(_feed_style, press, edition, depth)
            found.append(Output(where, key_of(press.shell, where), styled, f"the file {where}"))
    return found


def _style_address(edition: Edition, depth: int) -> str:
    return f"{address.folder(edition)}feed-style-{depth}.xml"


def _feed_style(press: Press, edition: Edition, depth: int) -> bytes:
    return press.templates.render(
        "feed-style.xml", press.edition_context(press.locals[edition], "../" * depth)
    )


def _manifest(press: Press, edition: Edition) -> bytes:
    """The web app manifest (https://www.w3.org/TR/appmanifest/) of an edition."""
    local = press.locals[edition]
    manifest = {
        "id": press.site.base_path + address.folder(edition),
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
                "src": f"../{press.asset(name)}",
                "sizes": sizes,
                "type": "image/png",
                "purpose": "any maskable",
            }
            for name, sizes in _ICONS
        ],
    }
    return (json.dumps(manifest, ensure_ascii=False, indent=1) + "\n").encode()
