"""Lists of feeds as OPML 2.0 (http://opml.org/spec2.opml), which every feed reader imports."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from generator.render.feed import attribute, element


class Feed(msgspec.Struct, frozen=True):
    """A feed: its name, the absolute addresses of its RSS file and of the page it belongs to."""

    name: str
    url: str
    page: str
    language: str


class Folder(msgspec.Struct, frozen=True):
    """Feeds that feed readers show together; without a name, they are shown at the top level."""

    name: str
    feeds: tuple[Feed, ...]


def opml(title: str, folders: Sequence[Folder]) -> bytes:
    """The document; folders without feeds are left out."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>\n<opml version="2.0">\n<head>\n',
        element("title", title),
        "</head>\n<body>\n",
    ]
    for folder in folders:
        feeds = [_outline(feed) for feed in folder.feeds]
        if feeds and folder.name:
            name = attribute(folder.name)
            feeds = [f"<outline text={name} title={name}>\n", *feeds, "</outline>\n"]
        lines += feeds
    lines.append("</body>\n</opml>\n")
    return "".join(lines).encode()


def _outline(feed: Feed) -> str:
    name = attribute(feed.name)
    return (
        f'<outline type="rss" version="RSS2" text={name} title={name}'
        f" xmlUrl={attribute(feed.url)} htmlUrl={attribute(feed.page)}"
        f' language="{feed.language}"/>\n'
    )
