"""Read one page once: report its own problems, and collect the facts that other checks need."""

from __future__ import annotations

import re

import msgspec

from generator.check.address import readable
from generator.check.facts import CheckedPage, LanguageVersion, PageLink
from generator.check.markup import LANGUAGE, Tag, tags
from generator.check.styles import style_addresses
from generator.patterns import late_regex
from generator.problem import Report
from generator.reading import parse_json

# Increase this when the facts (`facts.py`) or problems of an unchanged page become different.
VERSION = 2

# Elements that load the named address as soon as the page is shown (HTML standard).
_LOADING = {
    "img": ("src", "srcset"), "script": ("src",), "iframe": ("src",), "embed": ("src",),
    "object": ("data",), "audio": ("src",), "video": ("src", "poster"), "track": ("src",),
    "source": ("src", "srcset"), "input": ("src",), "frame": ("src",), "body": ("background",),
    "image": ("href", "xlink:href"), "use": ("href", "xlink:href"), "a": ("ping",),
}  # fmt: skip
_LOADING_RELS = frozenset(
    "stylesheet icon apple-touch-icon mask-icon manifest preload modulepreload prefetch"
    " preconnect dns-prefetch prerender".split()
)
_REFERRING = frozenset(
    "aria-labelledby aria-describedby aria-details aria-errormessage aria-controls".split()
)
_REFERRING_OF = frozenset(
    {("for", "label"), ("for", "output"), ("headers", "td"), ("headers", "th"), ("list", "input")}
)
# Attributes that other methods check, or that need no check.
_PLAIN = frozenset("class href src rel datetime hreflang type content charset".split())
# The content of a redirect (HTML standard, "shared declarative refresh steps").
_REFRESH = late_regex(r"\s*[0-9.]+\s*[;,]?\s*(?:url\s*=\s*)?[\"']?([^\"']+)", re.I)
_HANDLER = late_regex(r"on[a-z]+")


def read_page(markup: str, address: str, lang: str = "") -> CheckedPage:
    """Return the facts of the page at ``address``; ``lang`` is the language that it must have, or
    empty."""
    reader = _Reader(address)
    for tag in tags(markup):
        reader.take(tag)
    return reader.page(lang)


class _Reader:
    def __init__(self, address: str) -> None:
        self.address, self.path = address, readable(address)
        self.report = Report()
        self.lang: PageLink | None = None
        self.title: PageLink | None = None
        self.description: PageLink | None = None
        self.in_body, self.indexed = False, True
        self.refresh = ""
        self.base = ""
        self.canonical: list[PageLink] = []
        self.versions: list[LanguageVersion] = []
        self.feeds: list[PageLink] = []
        self.links: dict[tuple[str, bool], int] = {}
        self.ids: dict[str, int] = {}
        self.names: set[str] = set()
        self.references: list[tuple[str, str, int]] = []
        self.headings: list[tuple[int, int]] = []

    def take(self, tag: Tag) -> None:
        if not tag.whole:
            self._error(tag, "markup", f"the tag <{tag.name} is incomplete")
            return
        attributes = tag.attributes
        match tag.name:
            case "html":
                self.lang = PageLink(attributes.get("lang", ""), tag.line)
            case "body":
                self.in_body = True
            case "title":
                if not self.in_body and self.title is None:
                    self.title = PageLink(tag.raw.strip(), tag.line)
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                self.headings.append((int(tag.name[1]), tag.line))
            case "meta":
                self._meta(tag)
            case "link":
                self._link(tag)
            case "base":
                self.base = self.base or attributes.get("href", "")
            case "a" | "area":
                if "href" in attributes:
                    self._address(tag, attributes["href"], asset=False)
            case "style":
                self._style(tag, tag.raw)
            case "script":
                self._json(tag)
        if tag.name in ("img", "area") or attributes.get("type", "").lower() == "image":
            self._picture(tag)
        if attributes:
            self._loads(tag)
            self._names_and_references(tag)

    def page(self, lang: str) -> CheckedPage:
        self._head(lang)
        self._outline()
        for attribute, ident, line in self.references:
            if ident not in self.ids:
                self.report.error(
                    self.path, line, attribute, f'there is no id "{ident}" on the page'
                )
        return CheckedPage(
            self.address,
            self.base,
            self.lang.address if self.lang else "",
            self.indexed,
            tuple(self.canonical),
            tuple(self.versions),
            msgspec.msgpack.encode(
                [PageLink(link, line, asset) for (link, asset), line in self.links.items()]
            ),
            tuple(self.feeds),
            frozenset(self.ids) | self.names,
            tuple(self.report.problems),
            self.refresh,
        )

    def _error(self, tag: Tag, field: str, message: str, hint: str = "") -> None:
        self.report.error(self.path, tag.line, field, message, hint)

    def _meta(self, tag: Tag) -> None:
        name = tag.attributes.get("name", "").lower()
        content = tag.attributes.get("content", "")
        if name == "description" and self.description is None:
            self.description = PageLink(content.strip(), tag.line)
        if tag.attributes.get("http-equiv", "").lower() == "refresh":
            found = _REFRESH.match(content)
            if found:
                self.refresh = found[1]
                self._address(tag, found[1], asset=False)
        if name == "robots" and "noindex" in content.lower():
            self.indexed = False

    def _link(self, tag: Tag) -> None:
        rels = tag.attributes.get("rel", "").lower().split()
        href = tag.attributes.get("href", "")
        if "canonical" in rels:
            self.canonical.append(PageLink(href, tag.line))
        elif "alternate" in rels and "hreflang" in tag.attributes:
            self.versions.append(LanguageVersion(tag.attributes["hreflang"], href, tag.line))
        elif href:
            if "alternate" in rels and tag.attributes.get("type") == "application/rss+xml":
                self.feeds.append(PageLink(href, tag.line))
            self._address(tag, href, asset=not _LOADING_RELS.isdisjoint(rels))

    def _address(self, tag: Tag, address: str, *, asset: bool) -> None:
        if address.strip().lower().startswith(("javascript:", "vbscript:")):
            self._error(tag, "handler", f'<{tag.name}> leads to a script, "{address}"')
            return
        if asset and address.lower().startswith("data:"):
            return
        self.links.setdefault((address, asset), tag.line)

    def _loads(self, tag: Tag) -> None:
        if "style" in tag.attributes:
            self._style(tag, tag.attributes["style"])
        for name in _LOADING.get(tag.name, ()):
            value = tag.attributes.get(name)
            if value is None:
                continue
            if name == "srcset":
                for candidate in re.split(r",\s+|,$", value.strip()):
                    if candidate:
                        self._address(tag, candidate.split()[0], asset=True)
            else:
                self._address(tag, value, asset=True)

    def _style(self, tag: Tag, style: str) -> None:
        for address, _ in style_addresses(style):
            self._address(tag, address, asset=True)

    def _json(self, tag: Tag) -> None:
        if tag.attributes.get("type", "").lower() == "application/ld+json":
            try:
                parse_json(tag.raw)
            except ValueError as error:
                self._error(tag, "json-ld", f"is not valid JSON: {error}")

    def _picture(self, tag: Tag) -> None:
        if "alt" in tag.attributes or (tag.name == "area" and "href" not in tag.attributes):
            return
        name = tag.attributes.get("src") or tag.attributes.get("href", "")
        self._error(
            tag,
            "alt",
            f"the picture {name} has no alt",
            'describe what it shows, or write alt="" where it only decorates',
        )

    def _names_and_references(self, tag: Tag) -> None:
        for name, value in tag.attributes.items():
            if name in _PLAIN:
                continue
            if name == "id":
                self._ident(tag, value)
            elif name == "name" and tag.name == "a":
                self.names.add(value)
            elif name in _REFERRING or (name, tag.name) in _REFERRING_OF:
                self._refers(tag, name)
            elif name == "lang" and value and tag.name != "html" and not LANGUAGE.fullmatch(value):
                self._error(tag, "lang", f'"{value}" is not a language tag', "like zh-Hans or en")
            elif name.startswith("on") and _HANDLER.fullmatch(name):
                self._error(tag, "handler", f"<{tag.name}> has the inline event handler {name}")

    def _ident(self, tag: Tag, ident: str) -> None:
        if not ident or re.search(r"\s", ident):
            self._error(tag, "id", f'"{ident}" is not a valid id', "one word without spaces")
        elif ident in self.ids:
            first = self.ids[ident]
            self._error(tag, "id", f'duplicate "{ident}", first on line {first}')
        else:
            self.ids[ident] = tag.line

    def _refers(self, tag: Tag, attribute: str) -> None:
        idents = tag.attributes[attribute].split()
        if not idents:
            self._error(tag, attribute, "is empty")
        self.references += [(attribute, ident, tag.line) for ident in idents]

    def _head(self, lang: str) -> None:
        report, path = self.report, self.path
        found, line = (self.lang.address, self.lang.line) if self.lang else ("", 1)
        if not found:
            report.error(
                path, line, "lang", "the page does not declare its language", "<html lang=…>"
            )
        elif not LANGUAGE.fullmatch(found):
            report.error(
                path, line, "lang", f'"{found}" is not a language tag', "like zh-Hans or en"
            )
        elif lang and found.lower() != lang.lower():
            report.error(path, line, "lang", f'is "{found}" in the edition {lang}')
        if self.title is None or not self.title.address:
            line = self.title.line if self.title else 1
            report.error(path, line, "title", "the page has no title", "<title>…</title>")
        if self.description is None or not self.description.address:
            line = self.description.line if self.description else 1
            report.warn(path, line, "description", "the page has no description", "write a summary")

    def _outline(self) -> None:
        tops = [line for level, line in self.headings if level == 1]
        if not tops:
            self.report.warn(self.path, 1, "heading", "the page has no h1")
        for line in tops[1:]:
            self.report.warn(self.path, line, "heading", f"a second h1, after line {tops[0]}")
        before = 0
        for level, line in self.headings:
            if before and level > before + 1:
                self.report.warn(self.path, line, "heading", f"h{level} follows h{before}")
            before = level
