"""Check lists of feeds: OPML 2.0 (http://opml.org/spec2.opml) as feed readers import it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.address import readable
from generator.check.facts import PageLink
from generator.check.links import LinkCheck
from generator.check.xml import Element
from generator.problem import Report


def check_opml(address: str, root: Element, links: LinkCheck, report: Report) -> None:
    """Report the problems of the OPML file at ``address``, whose root element is ``root``."""
    path = readable(address)
    if root.name != "opml" or root.attributes.get("version") != "2.0":
        report.error(path, root.line, "opml", 'is not <opml version="2.0">')
        return
    for name in ("head", "body"):
        if root.first(name) is None:
            report.error(path, root.line, "opml", f"has no <{name}>")
    seen: dict[str, int] = {}
    for outline in _outlines(root.first("body")):
        if not outline.attributes.get("text", "").strip():
            report.error(path, outline.line, "opml", "an <outline> has no text")
        if outline.attributes.get("type") == "rss":
            _feed(address, outline, seen, links, report)


def _outlines(parent: Element | None) -> Iterator[Element]:
    for outline in parent.all("outline") if parent is not None else ():
        yield outline
        yield from _outlines(outline)


def _feed(
    address: str, outline: Element, seen: dict[str, int], links: LinkCheck, report: Report
) -> None:
    path = readable(address)
    for name in ("xmlUrl", "htmlUrl"):
        url = outline.attributes.get(name, "")
        if url.startswith(("http://", "https://")):
            links.link(address, PageLink(url, outline.line), report)
        elif url or name == "xmlUrl":
            message = f'{name} is "{url}", not an absolute address'
            report.error(path, outline.line, "opml", message, "readers import it from elsewhere")
    url = outline.attributes.get("xmlUrl", "")
    if url in seen:
        report.error(path, outline.line, "opml", f"lists {url} twice, first on line {seen[url]}")
    seen.setdefault(url, outline.line)
