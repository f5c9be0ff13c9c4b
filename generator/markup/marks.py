"""Inline markup that Python-Markdown does not have, and its links and code with limits on their
length."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

import markdown
from markdown.inlinepatterns import (
    BACKTICK_RE,
    IMAGE_LINK_RE,
    IMAGE_REFERENCE_RE,
    LINK_RE,
    REFERENCE_RE,
    BacktickInlineProcessor,
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

# Struck-out text ends at the next two tildes, so that the search time stays linear.
STRIKE = r"(?<!~)(~~)(?=[^\s~])((?:[^~]|~(?!~))*)(?<=\S)~~(?!~)"
_PLACEHOLDER = late_regex("\x02wzxhzdk:([0-9]+)\x03")
_LINK_TAG = late_regex(r"</?a\b", re.I)
# How many characters before an address are searched for an HTML link.
_NEAR = 500
# The longest text of a link, and the longest address with its title, in characters. The search for
# the closing bracket stops there.
TEXT_LIMIT = 2000
LINK_LIMIT = 2000
# The same for code within a line of text.
CODE_LIMIT = 4000
_TICKS = late_regex("`+")


def add_marks(md: markdown.Markdown) -> None:
    """Add ``~~…~~`` and bare addresses to ``md``, and limit its search for the ends of links
    and of code."""
    patterns = md.inlinePatterns
    patterns.register(_Code(BACKTICK_RE), "backtick", 190)
    patterns.register(SimpleTagInlineProcessor(STRIKE, "del"), "strike", 65)
    # After HTML (90), so that addresses in attributes are not matched; before emphasis (60).
    patterns.register(AddressProcessor(ADDRESS, md), "address", 85)
    patterns.register(_Reference(REFERENCE_RE, md), "reference", 170)
    patterns.register(_Link(LINK_RE, md), "link", 160)
    patterns.register(_Image(IMAGE_LINK_RE, md), "image_link", 150)
    patterns.register(_ImageReference(IMAGE_REFERENCE_RE, md), "image_reference", 140)
    patterns.register(_ShortReference(REFERENCE_RE, md), "short_reference", 130)
    patterns.register(_ShortImage(IMAGE_REFERENCE_RE, md), "short_image_ref", 125)


class AddressProcessor(InlineProcessor):
    """Makes bare addresses links; punctuation after an address is not a part of it."""

    ANCESTOR_EXCLUDES = ("a",)

    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        """The link, without trailing punctuation and unmatched closing brackets."""
        text = trimmed(m.group())
        before = data[max(0, m.start() - _NEAR) : m.start()]
        if len(text) <= len("https://") or self._in_html_link(before):
            return None, None, None
        link = Element("a")
        link.set("href", text.replace("&amp;", "&"))
        link.text = AtomicString(text.replace("&amp;", "&"))
        return link, m.start(), m.start() + len(text)

    def _in_html_link(self, before: str) -> bool:
        """Whether the address is inside an HTML ``<a>`` element, where a link is not allowed."""
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


class _Code(BacktickInlineProcessor):
    """Code between backticks, whose end is searched only up to `CODE_LIMIT`.

    The library searches the rest of the paragraph, in Python, at every backtick that begins none.
    """

    def find_code_spans(  # type: ignore[override]
        self, start: int, text: str
    ) -> tuple[int, int | None]:
        """The place after the opening backticks, and that of the closing ones, as in the library:
        as many, or else the first of the longest shorter run."""
        ticks = _TICKS.match(text, start)
        assert ticks is not None
        opening, after = ticks.group(), ticks.end()
        near = text[after : after + CODE_LIMIT]
        runs = _TICKS.findall(near)
        closing = opening if opening in runs else max(runs, key=len, default="")
        end = re.search(f"(?<!`){closing}(?!`)", near) if closing else None
        if end is None or len(closing) > len(opening):
            return after + len(opening), None
        return after - (len(opening) - len(closing)), after + end.start()


class _Bounded(LinkInlineProcessor):
    """A link whose text and address are searched only up to the limits."""

    def getText(self, data: str, index: int) -> tuple[str, int, bool]:
        """The text up to its closing bracket, searched up to `TEXT_LIMIT`."""
        text, end, closed = super().getText(data[index : index + TEXT_LIMIT], 0)
        return text, index + end, closed

    def getLink(self, data: str, index: int) -> tuple[str, str | None, int, bool]:
        """The address and title up to the closing bracket, searched up to `LINK_LIMIT`."""
        href, title, end, closed = super().getLink(data[index : index + LINK_LIMIT], 0)
        return href, title, index + end, closed


class _Link(_Bounded, LinkInlineProcessor): ...


class _Image(_Bounded, ImageInlineProcessor): ...


class _Reference(_Bounded, ReferenceInlineProcessor): ...


class _ImageReference(_Bounded, ImageReferenceInlineProcessor): ...


class _ShortReference(_Bounded, ShortReferenceInlineProcessor): ...


class _ShortImage(_Bounded, ShortImageReferenceInlineProcessor): ...
