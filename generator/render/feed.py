"""RSS 2.0 feeds (https://www.rssboard.org/rss-specification), one language each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from generator.config import Edition
from generator.patterns import late_regex
from generator.render.dates import rfc822
from generator.render.xml import escape, quoteattr

# Characters that XML 1.0 does not allow in a document (section 2.2).
_FORBIDDEN = late_regex("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Enclosure(NamedTuple):
    """A picture of an article: its absolute address, its size in bytes, its media type."""

    url: str
    size: int
    media_type: str


class Item(NamedTuple):
    """One article in a feed. ``content`` is HTML with absolute addresses, or empty."""

    title: str
    url: str
    summary: str
    content: str
    moment: str
    categories: Sequence[str]
    author: str
    image: Enclosure | None = None


class Channel(NamedTuple):
    """A feed: ``url`` is the page it belongs to, ``feed_url`` its own address.

    ``language`` is a language code for RSS (see `generator.config.editions.feed_language`).
    """

    title: str
    description: str
    url: str
    feed_url: str
    edition: Edition
    language: str
    items: Sequence[Item]
    css: str = ""


def rss(channel: Channel) -> bytes:
    """``channel`` as an RSS 2.0 document."""
    newest = max((item.moment for item in channel.items), key=_instant, default="")
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>\n'
        + (
            f'<?xml-stylesheet type="text/css" href={quoteattr(channel.css)}?>\n'
            if channel.css
            else ""
        ),
        '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"'
        ' xmlns:content="http://purl.org/rss/1.0/modules/content/"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">\n<channel>\n',
        _title(channel.title),
        element("link", channel.url),
        element("description", channel.description),
        element("language", channel.language),
        f'<atom:link rel="self" type="application/rss+xml" href={attribute(channel.feed_url)}/>\n',
        element("lastBuildDate", rfc822(newest)) if newest else "",
        element("generator", "citydigest"),
        *map(_item, channel.items),
        "</channel>\n</rss>\n",
    ]
    return "".join(lines).encode()


def _item(item: Item) -> str:
    content = xml_text(item.content).replace("]]>", "]]]]><![CDATA[>")
    return "".join(
        [
            "<item>\n",
            _title(item.title),
            element("link", item.url),
            f'<guid isPermaLink="true">{escape(item.url)}</guid>\n',
            element("pubDate", rfc822(item.moment)),
            element("dc:creator", item.author) if item.author else "",
            *(element("category", name) for name in item.categories),
            # A description is HTML, a summary is plain text.
            element("description", escape(item.summary)),
            _enclosure(item.image) if item.image else "",
            f"<content:encoded><![CDATA[{content}]]></content:encoded>\n" if content else "",
            "</item>\n",
        ]
    )


def _enclosure(image: Enclosure) -> str:
    """The picture as an "enclosure" of RSS 2.0."""
    url, kind = attribute(image.url), attribute(image.media_type)
    return f'<enclosure url={url} length="{image.size}" type={kind}/>\n'


def _title(text: str) -> str:
    """A title. It is plain text, but many feed readers parse it as HTML; with these character
    references both get the same text (RSS Best Practices Profile, "Character data"):
    https://www.rssboard.org/rss-profile#data-types-characterdata"""
    return element("title", text).replace("&amp;", "&#x26;").replace("&lt;", "&#x3C;")


def element(name: str, text: str) -> str:
    """The XML element ``name`` with the content ``text``, and a line end."""
    return f"<{name}>{escape(xml_text(text))}</{name}>\n"


def attribute(text: str) -> str:
    """``text`` as the quoted value of an XML attribute."""
    return quoteattr(xml_text(text))


def xml_text(text: str) -> str:
    """``text`` without the characters that XML does not allow."""
    return _FORBIDDEN.sub("", text)


def _instant(moment: str) -> float:
    return datetime.fromisoformat(moment).timestamp()
