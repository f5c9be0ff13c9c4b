"""RSS 2.0 feeds (https://www.rssboard.org/rss-specification), one language each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from generator.config import Edition
from generator.config.editions import MANNERS
from generator.patterns import late_regex
from generator.render.dates import rfc822

# What XML 1.0 does not allow in a document (section 2.2).
_FORBIDDEN = late_regex("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Item(NamedTuple):
    """One article in a feed. ``content`` is HTML with absolute addresses, or empty."""

    title: str
    url: str
    summary: str
    content: str
    moment: str
    categories: Sequence[str]
    author: str


class Channel(NamedTuple):
    """A feed: ``url`` is the page it belongs to, ``feed_url`` its own address."""

    title: str
    description: str
    url: str
    feed_url: str
    edition: Edition
    items: Sequence[Item]
    style: str = ""
    css: str = ""


def rss(channel: Channel) -> bytes:
    """``channel`` as an RSS 2.0 document."""
    newest = max((item.moment for item in channel.items), key=_instant, default="")
    styles = (("text/xsl", channel.style), ("text/css", channel.css))
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>\n'
        + "".join(
            f'<?xml-stylesheet type="{kind}" href={quoteattr(href)}?>\n'
            for kind, href in styles
            if href
        ),
        '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"'
        ' xmlns:content="http://purl.org/rss/1.0/modules/content/"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">\n<channel>\n',
        _element("title", channel.title),
        _element("link", channel.url),
        _element("description", channel.description),
        _element("language", MANNERS[channel.edition].rss[0]),
        f'<atom:link rel="self" type="application/rss+xml" href={_attribute(channel.feed_url)}/>\n',
        _element("lastBuildDate", rfc822(newest)) if newest else "",
        _element("generator", "citydigest"),
        *map(_item, channel.items),
        "</channel>\n</rss>\n",
    ]
    return "".join(lines).encode()


def _item(item: Item) -> str:
    content = _clean(item.content).replace("]]>", "]]]]><![CDATA[>")
    return "".join(
        [
            "<item>\n",
            _element("title", item.title),
            _element("link", item.url),
            f'<guid isPermaLink="true">{escape(item.url)}</guid>\n',
            _element("pubDate", rfc822(item.moment)),
            _element("dc:creator", item.author) if item.author else "",
            *(_element("category", name) for name in item.categories),
            # A description is HTML, a summary is plain text.
            _element("description", escape(item.summary)),
            f"<content:encoded><![CDATA[{content}]]></content:encoded>\n" if content else "",
            "</item>\n",
        ]
    )


def _element(name: str, text: str) -> str:
    return f"<{name}>{escape(_clean(text))}</{name}>\n"


def _attribute(text: str) -> str:
    return quoteattr(_clean(text))


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("", text)


def _instant(moment: str) -> float:
    return datetime.fromisoformat(moment).timestamp()
