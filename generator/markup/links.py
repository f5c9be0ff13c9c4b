"""Addresses inside an article: of other articles, of the site's files, of the web.

An editor writes ``[…](other-slug.md)`` for an article and ``![…](files/plan.png)`` for
a file of ``content/files/``. On the page both are relative to
``/<edition>/articles/<slug>/``; in feeds they are absolute.
"""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from generator.markup.nodes import split_tags, tag_name
from generator.markup.sanitise import SCHEMES
from generator.markup.tags import with_attributes
from generator.patterns import late_regex

_SCHEME = late_regex(r"[A-Za-z][A-Za-z0-9+.-]*:")
# Browsers remove control characters and white space from an address, so this does too.
_BLANK = late_regex(r"[\x00-\x20]+")
_VALUES = late_regex(r"""\b(href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.I)
_COPY = "open it in a browser and copy it from there"
_FOLDERS = {"articles": "article", "pages": "page"}
_ADDRESSES = {"a": "href", "img": "src"}
# From an article's page to the root of the site.
ROOT = "../../../"


class Place(NamedTuple):
    """The location of a text, for resolving its addresses.

    ``beside`` is what a Markdown file in the same folder is (``article`` or ``page``); the other
    fields are relative paths from the text's page to the site's root, to the articles, and to the
    site's own pages.
    """

    beside: str
    root: str
    articles: str
    pages: str


ARTICLE = Place("article", ROOT, "../", "../../")
PAGE = Place("page", "../../", "../articles/", "../")


def rewrite(markup: str, change: Callable[[str, str], str]) -> str:
    """``markup`` with each address replaced by ``change(attribute, address)``.

    ``markup`` is output of `sanitise`; everything but the addresses stays unchanged.
    """
    if "href=" not in markup and "src=" not in markup:
        return markup

    def value(element: str, name: str, old: str) -> str:
        return change(name, old) if _ADDRESSES.get(element) == name else old

    return with_attributes(markup, value)


def absolute(markup: str, page: str) -> str:
    """``markup`` with every address made absolute; they are relative to the URL ``page``."""

    def change(_: str, address: str) -> str:
        # Absolute already; `urljoin` would normalise it, so it is left as the author wrote it.
        return address if _SCHEME.match(address) else urljoin(page, address)

    return rewrite(markup, change)


def deeper(markup: str) -> str:
    """``markup`` of a page, with its relative addresses changed for a page one folder deeper."""

    def change(_: str, address: str) -> str:
        inside = not _SCHEME.match(address) and not address.startswith(("#", "/"))
        return f"../{address}" if inside else address

    return rewrite(markup, change)


def refused(markup: str) -> list[tuple[str, str]]:
    """The addresses of links and pictures that `sanitise` removes from ``markup``.

    These have a forbidden scheme or cannot be parsed. Returns pairs of attribute (``href`` or
    ``src``) and address.
    """
    if "href" not in markup and "src" not in markup and "HREF" not in markup:
        return []
    found: list[tuple[str, str]] = []
    for tag in split_tags(markup)[1::2]:
        if tag_name(tag) not in (("a", False), ("img", False)):
            continue
        for match in _VALUES.finditer(tag):
            written = html.unescape(
                next(value for value in match.groups()[1:] if value is not None)
            )
            address = _BLANK.sub("", written)
            scheme = _SCHEME.match(address)
            if scheme and not (scheme.group()[:-1].lower() in SCHEMES and _is_sound(address)):
                found.append((match.group(1).lower(), written.strip()))
    return found


def _is_sound(address: str) -> bool:
    """Whether an address can be parsed, with its host and port."""
    try:
        parts = urlsplit(address)
        return parts.port is None or parts.hostname is not None
    except ValueError:
        return False


def refusal(attribute: str, address: str) -> tuple[str, str]:
    """The message and the hint for an address that `refused` returned."""
    what = "picture" if attribute == "src" else "link"
    if re.match(r"[A-Za-z]:|file:", address):
        return (
            f'the {what} "{address}" lies on your computer',
            "put the file under content/files/ and write files/name",
        )
    kind = address.split(":", 1)[0]
    if kind.lower() in SCHEMES:
        return f'the address "{address}" cannot be read', _COPY
    return f'the {what} "{address}" is left out', f"no page may lead to {kind}: addresses"


class DeadLinkError(Exception):
    """An address without a valid target; ``message`` and ``hint`` are for the editor."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


def resolve(attribute: str, address: str, beside: str = "article") -> tuple[str, str]:
    """The kind and the target of an address in a text.

    ``attribute`` is ``href`` or ``src``; ``beside`` as in `Place`. Kinds: ``article`` and ``page``
    (target: slug, perhaps with a fragment), ``file`` (target: path below ``content/files/``),
    ``anchor`` (same page), ``web``. Raises `DeadLinkError` for an address that cannot work.
    """
    if not _is_sound(address):
        raise DeadLinkError(f'the address "{address}" cannot be read', _COPY)
    if "\\" in address:
        raise DeadLinkError(
            f'the address "{address}" has backslashes',
            "put the file under content/files/ and write files/name, with /",
        )
    parts = urlsplit(address)
    if parts.scheme or address.startswith("//"):
        if attribute == "src":
            raise DeadLinkError(
                "a picture from another host", "put the file under content/files/ and link it"
            )
        return "web", address
    if parts.fragment and not re.fullmatch(r"p[1-9][0-9]*", parts.fragment):
        raise DeadLinkError(
            f'"#{parts.fragment}" is not a place in an article', "paragraphs are #p1, #p2, #p3 …"
        )
    if not address.strip():
        message = "the link has no address" if attribute == "href" else "the picture has no address"
        raise DeadLinkError(message, "write it between the brackets ( )")
    if not parts.path:
        return "anchor", address
    path = posixpath.normpath(unquote(parts.path)).lstrip("/")
    while path.startswith("../"):
        path = path[3:]
    path = path.removeprefix("content/")
    if path.startswith("files/"):
        return "file", path[len("files/") :]
    if path.endswith(".md"):
        folder, _, name = path.rpartition("/")
        kind = _FOLDERS.get(posixpath.basename(folder), beside)
        slug = name[: -len(".md")]
        return kind, f"{slug}#{parts.fragment}" if parts.fragment else slug
    if attribute == "src":
        hint = f"put it in content/files/ and write files/{posixpath.basename(path)}"
        raise DeadLinkError(f'the picture "{address}" is not below files/', hint)
    raise DeadLinkError(
        f'the address "{address}" leads nowhere',
        "write other-slug.md for an article, files/name for a file, or a whole web address",
    )
