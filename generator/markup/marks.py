"""Marks within a line that Python-Markdown does not know, and its links with a limit."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

import markdown
from markdown.inlinepatterns import (
    IMAGE_LINK_RE,
    IMAGE_REFERENCE_RE,
    LINK_RE,
    REFERENCE_RE,
    ImageInlineProcessor,
    ImageReferenceInlineProcessor,
    InlineProcessor,
    LinkInlineProcessor,
    ReferenceInlineProcessor,
    ShortImageReferenceInlineProcessor,
    ShortReferenceInlineProcessor,
    SimpleTagInlineProcessor,
)
from markdown.util import INLINE_PLACEHOLDER_RE, AtomicString

from generator.markup.address import ADDRESS, trimmed
from generator.patterns import late_regex

# What is crossed out reaches to the next two tildes, so no opener is looked at twice.
STRIKE = r"(?<!~)(~~)(?=[^\s~])((?:[^~]|~(?!~))*)(?<=\S)~~(?!~)"
_PLACEHOLDER = late_regex("\x02wzxhzdk:([0-9]+)\x03")
_LINK_TAG = late_regex(r"</?a\b", re.I)
# How far before an address an HTML link is looked for.
_NEAR = 500
# No link text is longer, and no address with its title; a search for an end stops there.
TEXT_LIMIT = 2000
LINK_LIMIT = 2000


def add_marks(md: markdown.Markdown) -> None:
    """Make ``md`` know ``~~…~~`` and bare addresses, and search for ends of links in bounds."""
    patterns = md.inlinePatterns
    patterns.register(SimpleTagInlineProcessor(STRIKE, "del"), "strike", 65)
    # After HTML (90), so that no attribute is taken for a text; before emphasis (60).
    patterns.register(AddressProcessor(ADDRESS, md), "address", 85)
    patterns.register(_Reference(REFERENCE_RE, md), "reference", 170)
    patterns.register(_Link(LINK_RE, md), "link", 160)
    patterns.register(_Image(IMAGE_LINK_RE, md), "image_link", 150)
    patterns.register(_ImageReference(IMAGE_REFERENCE_RE, md), "image_reference", 140)
    patterns.register(_ShortReference(REFERENCE_RE, md), "short_reference", 130)
    patterns.register(_ShortImage(IMAGE_REFERENCE_RE, md), "short_image_ref", 125)


class AddressProcessor(InlineProcessor):
    """An address that stands in the text becomes a link; the mark that ends a sentence does not
    belong to it."""

    ANCESTOR_EXCLUDES = ("a",)

    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        """The link, without closing punctuation and brackets that opened before it."""
        text = trimmed(m.group())
        before = data[max(0, m.start() - _NEAR) : m.start()]
        if len(text) <= len("https://") or self._in_html_link(before):
            return None, None, None
        link = Element("a")
        link.set("href", text.replace("&amp;", "&"))
        link.text = AtomicString(text.replace("&amp;", "&"))
        return link, m.start(), m.start() + len(text)

    def _in_html_link(self, before: str) -> bool:
        """Whether the author wrote ``<a …>`` before it: a link in a link would break it."""
        assert self.md is not None
        if not self.md.htmlStash.html_counter:
            return False
        stashed = getattr(self.md.treeprocessors["inline"], "stashed_nodes", {})
        for place in reversed(INLINE_PLACEHOLDER_RE.findall(before)):
            match = _PLACEHOLDER.fullmatch(str(stashed.get(place)))
            raw = str(self.md.htmlStash.rawHtmlBlocks[int(match.group(1))]) if match else ""
            if _LINK_TAG.match(raw):
                return raw[1] != "/"
        return False


class _Bounded(LinkInlineProcessor):
    """A link whose text and address end within the limits."""

    def getText(self, data: str, index: int) -> tuple[str, int, bool]:
        """The text up to the bracket that closes it."""
        text, end, closed = super().getText(data[index : index + TEXT_LIMIT], 0)
        return text, index + end, closed

    def getLink(self, data: str, index: int) -> tuple[str, str | None, int, bool]:
        """The address and title up to the bracket that closes them."""
        href, title, end, closed = super().getLink(data[index : index + LINK_LIMIT], 0)
        return href, title, index + end, closed


class _Link(_Bounded, LinkInlineProcessor): ...


class _Image(_Bounded, ImageInlineProcessor): ...


class _Reference(_Bounded, ReferenceInlineProcessor): ...


class _ImageReference(_Bounded, ImageReferenceInlineProcessor): ...


class _ShortReference(_Bounded, ShortReferenceInlineProcessor): ...


class _ShortImage(_Bounded, ShortImageReferenceInlineProcessor): ...
