"""Checks HTML against what mail programs support, so that a letter looks the same in all of them.

The rules follow what caniemail.com reports for Gmail, Outlook and Apple Mail: tables for layout,
inline styles, no positioning, no flexbox or grid, no external pictures. Gmail cuts off messages of
more than 102 KB.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import urlsplit

from generator.patterns import late_regex

MAX_BYTES = 100_000
MAX_WIDTH = 600
_ELEMENTS = frozenset(
    "html head meta title style body table tbody tr td th h1 h2 h3 p a span strong em b i br div"
    " ul ol li hr q".split()
)
_ATTRIBUTES = frozenset(
    "lang dir class style href title role align valign width height cellpadding cellspacing border"
    " bgcolor charset name content http-equiv colspan rowspan aria-hidden aria-label datetime"
    " xmlns".split()
)
_PROPERTIES = frozenset(
    "background-color border border-bottom border-collapse border-left border-radius border-right"
    " border-spacing border-top border-top-color color direction display font font-family font-size"
    " font-style font-weight height letter-spacing line-height margin margin-bottom margin-left"
    " margin-right"
    " margin-top max-height max-width mso-hide mso-line-height-rule opacity overflow padding"
    " padding-bottom padding-left padding-right padding-top text-align text-decoration"
    " vertical-align width word-break -webkit-text-size-adjust -ms-text-size-adjust"
    " color-scheme supported-color-schemes".split()
)
_DISPLAYS = frozenset({"block", "inline", "inline-block", "none"})
_AT_RULE = late_regex(r"@([a-z-]+)([^{;]*)")
_MEDIA = late_regex(r"\(\s*(prefers-color-scheme|max-width)\s*:")
_DECLARATION = late_regex(r"([a-zA-Z-]+)\s*:\s*([^;{}]+)")
_PIXELS = late_regex(r"(\d+(?:\.\d+)?)px")


def faults(html: str) -> list[str]:
    """Every violation of the rules in ``html``, each once; empty if there are none."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    found = list(parser.found)
    weight = len(html.encode())
    if weight > MAX_BYTES:
        found.append(f"has {weight:,} bytes: Gmail cuts off letters of more than 102 KB")
    return list(dict.fromkeys(found))


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._style = tag == "style"
        if tag not in _ELEMENTS:
            self.found.append(f"<{tag}> is not supported by mail programs")
        for name, value in attrs:
            self.found += _attribute(tag, name, value or "")

    def handle_endtag(self, tag: str) -> None:
        self._style = False

    def handle_data(self, data: str) -> None:
        if self._style:
            self.found += _sheet(data)


def _attribute(tag: str, name: str, value: str) -> Iterator[str]:
    if name not in _ATTRIBUTES:
        yield f'the attribute "{name}" of <{tag}> is not supported by mail programs'
    elif name == "style":
        yield from _declarations(value)
    elif name == "width" and value.isdigit() and int(value) > MAX_WIDTH:
        yield f"<{tag}> is {value} pixels wide, more than {MAX_WIDTH}"
    elif name == "href":
        parts = urlsplit(value)
        if not ((parts.scheme in ("http", "https") and parts.hostname) or parts.scheme == "mailto"):
            yield f'the link "{value}" is not an absolute web address'


def _sheet(text: str) -> Iterator[str]:
    """A style sheet may only have media queries for dark mode and narrow screens."""
    for kind, what in _AT_RULE.findall(text):
        if kind != "media" or not _MEDIA.search(what):
            yield f"@{kind}{what.rstrip()} is not supported by mail programs"
    inner = re.sub(r"@media[^{]*\{", "", text)
    for block in re.findall(r"\{([^{}]*)\}", inner):
        yield from _declarations(block)


def _declarations(text: str) -> Iterator[str]:
    for name, value in _DECLARATION.findall(text):
        key, said = name.lower(), value.lower()
        if key not in _PROPERTIES:
            yield f'"{key}" is not supported by mail programs'
        elif "url(" in said or "expression(" in said or "var(" in said:
            yield f'"{key}: {value.strip()}" is not supported by mail programs'
        elif key == "display" and said.replace("!important", "").strip() not in _DISPLAYS:
            yield f'"display: {value.strip()}" is not supported by mail programs'
        elif key in ("width", "max-width") and any(
            float(pixels) > MAX_WIDTH for pixels in _PIXELS.findall(said)
        ):
            yield f'"{key}: {value.strip()}" is wider than {MAX_WIDTH} pixels'
