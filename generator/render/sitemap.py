"""sitemap.xml (https://www.sitemaps.org/protocol.html) with hreflang alternates."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

# The protocol's limit for one file.
MOST = 50_000


class Location(NamedTuple):
    """A page: absolute address, date of its last change (ISO), alternates by hreflang."""

    url: str
    changed: str
    alternates: Sequence[tuple[str, str]]


def sitemaps(locations: Sequence[Location], base_url: str) -> dict[str, bytes]:
    """The files of the sitemap by name: ``sitemap.xml`` alone, or an index of several."""
    if len(locations) <= MOST:
        return {"sitemap.xml": _urlset(locations)}
    files: dict[str, bytes] = {}
    for start in range(0, len(locations), MOST):
        files[f"sitemap-{start // MOST + 1}.xml"] = _urlset(locations[start : start + MOST])
    entries = "".join(
        f"<sitemap><loc>{escape(base_url + name)}</loc></sitemap>\n" for name in files
    )
    index = (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        f"{entries}</sitemapindex>\n"
    )
    return {"sitemap.xml": index.encode(), **files}


def _urlset(locations: Sequence[Location]) -> bytes:
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


def robots(base_url: str) -> bytes:
    """robots.txt: everything may be read; where the sitemap is."""
    return f"User-agent: *\nAllow: /\nSitemap: {base_url}sitemap.xml\n".encode()
