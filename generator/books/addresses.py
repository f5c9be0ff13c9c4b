"""Addresses as an EPUB must have them: valid URIs (RFC 3986) to places that exist."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import quote, urlsplit, urlunsplit

from generator.patterns import late_regex

_PLAIN = late_regex(r"(?:[A-Za-z0-9._~:/?@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*(?:#[^#%\[\]\s]*)?", re.A)
_STRAY = late_regex(r"%(?![0-9A-Fa-f]{2})")
# Characters that are allowed in a path, a query and a fragment; others are percent-encoded.
_SAFE = "%/:?@!$&'()*+,;=~"
# Only in a tag: text may show such an attribute.
_PLACE = late_regex(
    r'(?P<tag><a(?: [^\s=<>"]+="[^"]*")*?)'
    r' href="(?P<slug>[a-z0-9-]*)(?:\.xhtml)?#p(?P<number>[0-9]+)"'
)


def uri(address: str) -> str:
    """Return ``address`` as a URI: a host in other characters than ASCII by its registered name
    (``xn--…``), all other characters that a URI cannot have percent-encoded."""
    if address.isascii() and _PLAIN.fullmatch(address):
        return address
    try:
        scheme, host, *rest = urlsplit(address)
    except ValueError:
        return _encoded(address)
    return urlunsplit((scheme, _registered(host), *map(_encoded, rest)))


def _registered(host: str) -> str:
    if host.isascii():
        return _STRAY.sub("%25", quote(host, safe=_SAFE + "[]"))
    user, at, name = host.rpartition("@")
    name, colon, port = name.partition(":")
    try:
        name = name.encode("idna").decode()
    except UnicodeError:
        name = quote(name)
    return f"{quote(user, safe=_SAFE)}{at}{name}{colon}{port}"


def _encoded(part: str) -> str:
    return _STRAY.sub("%25", quote(part, safe=_SAFE))


def without_dead_places(text: str, slug: str, passages: Mapping[str, int]) -> str:
    """Return a chapter in which links to paragraphs that do not exist lead to the chapter.

    ``passages`` is the number of paragraphs of each article of the book, ``slug`` that of the
    chapter.
    """

    def change(match: re.Match[str]) -> str:
        target = match["slug"] or slug
        if 1 <= int(match["number"]) <= passages.get(target, 0):
            return match.group()
        return f'{match["tag"]} href="{target}.xhtml"'

    return _PLACE.sub(change, text) if "#p" in text else text
