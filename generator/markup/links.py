"""Addresses inside an article: to other articles, to files of the site, to the web.

An editor writes ``[…](other-slug.md)`` for an article and ``![…](files/plan.png)`` for
a file of ``content/files/``. On the page both are relative to
``/<edition>/articles/<slug>/``; in feeds they are absolute.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from urllib.parse import unquote, urljoin, urlsplit

from generator.markup.tags import with_attributes

_ADDRESSES = {"a": "href", "img": "src"}
# From an article's page to the root of the site.
ROOT = "../../../"


def rewrite(markup: str, change: Callable[[str, str], str]) -> str:
    """``markup`` with each address replaced by ``change(attribute, address)``.

    ``markup`` is what `sanitise` made; everything but the addresses stays as it stands.
    """
    if "href=" not in markup and "src=" not in markup:
        return markup

    def value(element: str, name: str, old: str) -> str:
        return change(name, old) if _ADDRESSES.get(element) == name else old

    return with_attributes(markup, value)


def absolute(markup: str, page: str) -> str:
    """``markup`` with every address made absolute, seen from the address ``page``."""
    return rewrite(markup, lambda _, address: urljoin(page, address))


def deeper(markup: str) -> str:
    """``markup`` of an article's page for a page one folder below it."""

    def change(_: str, address: str) -> str:
        inside = not urlsplit(address).scheme and not address.startswith(("#", "/"))
        return f"../{address}" if inside else address

    return rewrite(markup, change)


class DeadLinkError(Exception):
    """An address that leads nowhere: ``message``, ``hint``."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


def resolve(attribute: str, address: str) -> tuple[str, str]:
    """What an address in an article means: its kind and its target.

    Kinds: ``article`` (target: slug), ``file`` (target: path below ``content/files/``),
    ``anchor`` (same page), ``web``. Raises `DeadLinkError` for one that cannot work.
    """
    parts = urlsplit(address)
    if parts.scheme or address.startswith("//"):
        if attribute == "src":
            raise DeadLinkError(
                "a picture from another host", "put the file under content/files/ and link it"
            )
        return "web", address
    if parts.fragment and not re.fullmatch(r"p[1-9][0-9]*", parts.fragment):
        raise DeadLinkError(
            f'"#{parts.fragment}" is no place in an article', "paragraphs are #p1, #p2, #p3 …"
        )
    if not parts.path:
        return "anchor", address
    path = posixpath.normpath(unquote(parts.path)).lstrip("/")
    while path.startswith("../"):
        path = path[3:]
    if path.startswith("files/"):
        return "file", path[len("files/") :]
    if path.endswith(".md"):
        slug = posixpath.basename(path)[: -len(".md")]
        return "article", f"{slug}#{parts.fragment}" if parts.fragment else slug
    raise DeadLinkError(
        f'the address "{address}" leads nowhere',
        "write other-slug.md for an article, files/name for a file, or a whole web address",
    )
