"""Check feeds: RSS 2.0 (https://www.rssboard.org/rss-specification) as feed readers expect it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from generator.check.address import Addresses, is_whole, readable
from generator.check.facts import PageLink
from generator.check.links import LinkCheck
from generator.check.markup import Tag, tags
from generator.check.moment import rfc822_fault
from generator.check.xml import ATOM, CONTENT, Element
from generator.config import Edition
from generator.config.editions import MANNERS
from generator.problem import Report

_FORBIDDEN = frozenset("script style iframe object embed form input link meta base".split())


class _Fault(NamedTuple):
    """A problem in the HTML of an item."""

    field: str
    message: str
    hint: str = ""


class FeedCheck:
    """Checks the feeds of one site. The text of an article, which is in several, is parsed once."""

    def __init__(self, addresses: Addresses, links: LinkCheck, editions: Sequence[Edition]) -> None:
        self._addresses, self._links = addresses, links
        self._editions = {edition.lower(): edition for edition in editions}
        self._known: dict[str, tuple[_Fault, ...]] = {}

    def feed(self, address: str, root: Element, report: Report) -> None:
        """Report the problems of the feed at ``address``, whose root element is ``root``."""
        path = readable(address)
        if root.attributes.get("version") != "2.0":
            report.error(path, root.line, "feed", 'is not <rss version="2.0">')
        channel = root.first("channel")
        if channel is None:
            report.error(path, root.line, "feed", "has no <channel>")
            return
        for name in ("title", "link", "description"):
            self._required(path, channel, name, report)
        edition = self._editions.get(address.partition("/")[0])
        self._language(path, channel, edition, report)
        self._self_link(address, channel, report)
        self._date(path, channel, "lastBuildDate", report)
        self._link(address, channel, report)
        seen: dict[str, int] = {}
        for item in channel.all("item"):
            self._item(address, item, seen, report)

    def _required(self, path: str, parent: Element, name: str, report: Report) -> None:
        found = parent.first(name)
        if found is None:
            report.error(path, parent.line, "feed", f"<{parent.name}> has no <{name}>")
        elif not found.text.strip():
            report.error(path, found.line, "feed", f"<{name}> is empty")

    def _language(
        self, path: str, channel: Element, edition: Edition | None, report: Report
    ) -> None:
        found = channel.first("language")
        if found is None or not found.text.strip():
            line = found.line if found else channel.line
            report.error(path, line, "feed", "has no <language>")
        elif edition and found.text.strip().lower() not in MANNERS[edition].rss:
            message = f'<language> is "{found.text.strip()}" in the edition {edition}'
            report.error(path, found.line, "feed", message, f"write {MANNERS[edition].rss[0]}")

    def _self_link(self, address: str, channel: Element, report: Report) -> None:
        path, own = readable(address), self._addresses.absolute(address)
        links = [e for e in channel.all(f"{{{ATOM}}}link") if e.attributes.get("rel") == "self"]
        if not links:
            message = 'has no <atom:link rel="self">'
            report.error(path, channel.line, "feed", message, f"it should be {own}")
        elif links[0].attributes.get("href") != own:
            found = links[0].attributes.get("href", "")
            message = f'its self link is "{found}"'
            report.error(path, links[0].line, "feed", message, f"it should be {own}")

    def _date(self, path: str, parent: Element, name: str, report: Report) -> None:
        found = parent.first(name)
        fault = rfc822_fault(found.text.strip()) if found else ""
        if found and fault:
            report.error(path, found.line, "feed", f"<{name}> {fault}")

    def _link(self, address: str, parent: Element, report: Report) -> None:
        for name in ("link", "guid"):
            found = parent.first(name)
            if found is None or found.attributes.get("isPermaLink") == "false":
                continue
            text = found.text.strip()
            if text and not _is_web(text):
                message = f'<{name}> is "{text}", not an absolute address'
                report.error(readable(address), found.line, "feed", message)
            elif text:
                self._links.link(address, PageLink(text, found.line), report)

    def _item(self, address: str, item: Element, seen: dict[str, int], report: Report) -> None:
        path = readable(address)
        for name in ("title", "link", "guid", "pubDate"):
            self._required(path, item, name, report)
        self._date(path, item, "pubDate", report)
        guid = item.first("guid")
        if guid is not None and guid.text.strip():
            ident = guid.text.strip()
            if ident in seen:
                message = f'duplicate guid "{ident}", first on line {seen[ident]}'
                report.error(path, guid.line, "feed", message)
            seen.setdefault(ident, guid.line)
        self._link(address, item, report)
        for name in ("description", f"{{{CONTENT}}}encoded"):
            text = item.first(name)
            if text is not None and "<" in text.text:
                for fault in self._faults(text.text):
                    report.error(path, text.line, *fault)

    def _faults(self, markup: str) -> tuple[_Fault, ...]:
        if markup not in self._known:
            self._known[markup] = tuple(
                dict.fromkeys(
                    fault for tag in tags(markup, every=True) for fault in self._tag_faults(tag)
                )
            )
        return self._known[markup]

    def _tag_faults(self, tag: Tag) -> list[_Fault]:
        found: list[_Fault] = []
        if tag.name in _FORBIDDEN:
            found.append(_Fault("feed", f"<{tag.name}> in an item", "feeds hold text and pictures"))
        if tag.name == "img" and "alt" not in tag.attributes:
            found.append(_Fault("alt", f"the picture {tag.attributes.get('src', '')} has no alt"))
        for name, value in tag.attributes.items():
            if name.startswith("on"):
                message = f"<{tag.name}> has the inline event handler {name}"
                found.append(_Fault("handler", message))
            elif name in ("href", "src"):
                found += self._address_faults(tag, name, value)
        return found

    def _address_faults(self, tag: Tag, name: str, value: str) -> list[_Fault]:
        if value.strip().lower().startswith(("javascript:", "vbscript:", "data:text/html")):
            return [_Fault("handler", f'<{tag.name}> leads to a script, "{value}"')]
        if not is_whole(value.strip()) or value.strip().startswith("//"):
            message = f'{name} of <{tag.name}> is "{value}", not an absolute address'
            return [_Fault("feed", message, "feeds are read outside the site")]
        report = Report()
        self._links.link("", PageLink(value, 0, asset=name == "src"), report)
        return [_Fault(p.field, p.message, p.hint) for p in report]


def _is_web(address: str) -> bool:
    return address.lower().startswith(("http://", "https://"))
