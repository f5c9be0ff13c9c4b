"""sitemap.xml (https://www.sitemaps.org/protocol.html) with hreflang alternates."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from generator.render.xml import escape, quoteattr

# The protocol's limit for one file.
MOST = 50_000


class Location(NamedTuple):
    """A page: absolute address, date of its last change (ISO), alternates by hreflang."""

    url: str
    changed: str
    alternates: Sequence[tuple[str, str]]


def index_of(urls: Sequence[str]) -> bytes:
    """The index of a sitemap in several files, by their absolute addresses."""
    entries = "".join(f"<sitemap><loc>{escape(url)}</loc></sitemap>\n" for url in urls)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        f"{entries}</sitemapindex>\n"
    ).encode()


def urlset(locations: Sequence[Location]) -> bytes:
    """A file of the sitemap."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
        ' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
    ]
    for location in locations:
        changed = f"<lastmod>{location.changed}</lastmod>" if location.changed else ""
        lines.append(f"<url><loc>{escape(location.url)}</loc>{changed}")
        for hreflang, url in location.alternates:
            lines.append(
                f'<xhtml:link rel="alternate" hreflang="{hreflang}" href={quoteattr(url)}/>'
            )
        lines.append("</url>\n")
    lines.append("</urlset>\n")
    return "".join(lines).encode()
