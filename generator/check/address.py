"""The target of a link: resolved as a browser does, then expressed relative to the site's root."""

from __future__ import annotations

from typing import Literal, NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from generator.patterns import late_regex

Where = Literal["site", "beside", "web", "bad"]

_SCHEME = late_regex(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_BREAKS = late_regex(r"[\t\n\r]")


class Target(NamedTuple):
    """The target of a link.

    ``site``: ``path`` is relative to the site's root, without a leading slash; ``path`` and
    ``fragment`` are decoded. ``beside``: this host, but outside the site, although the link names
    no host. ``web``: another host or scheme. ``bad``: not a valid address.
    """

    where: Where
    path: str = ""
    fragment: str = ""


class Addresses:
    """Resolves links of a site published at ``base_url`` (which ends with ``/``)."""

    def __init__(self, base_url: str) -> None:
        self.base_url = base_url
        parts = urlsplit(base_url)
        self._host, self._base_path = parts.netloc.lower(), parts.path
        self._known: dict[tuple[str, str, str], Target] = {}

    def target(self, address: str, link: str, base: str = "") -> Target:
        """Return the target of ``link`` on the page at ``address``.

        ``base`` is the value of the page's ``<base>``, if it has one.
        """
        link = _BREAKS.sub("", link.strip(" \t\n\r\f"))
        # A link that goes up to the root has the same target on all pages at the same depth.
        climb = "../" * address.count("/")
        start = climb if climb and not base and link.startswith(climb) else address
        found = self._known.get((start, base, link))
        if found is None:
            found = self._known[(start, base, link)] = self._resolve(address, base, link)
        return found

    def absolute(self, address: str) -> str:
        """Return the full web address of the page at ``address``."""
        return self.base_url + address

    def own(self, url: str) -> str | None:
        """Return the address relative to the root of the full address ``url``; ``None`` if it is on
        another site."""
        return url[len(self.base_url) :] if url.startswith(self.base_url) else None

    def _resolve(self, address: str, base: str, link: str) -> Target:
        try:
            start = urljoin(self.base_url + address, base)
            parts = urlsplit(urljoin(start, link))
            if parts.scheme not in ("http", "https"):
                return Target("web")
            if parts.netloc.lower() != self._host:
                return Target("web" if parts.hostname else "bad")
        except ValueError:
            return Target("bad")
        path = parts.path or "/"
        if not path.startswith(self._base_path):
            return Target("web" if is_whole(link) else "beside", path)
        return Target("site", unquote(path[len(self._base_path) :]), unquote(parts.fragment))


def is_whole(link: str) -> bool:
    """Return whether ``link`` contains its scheme or host."""
    return link.startswith("//") or _SCHEME.match(link) is not None


def readable(address: str) -> str:
    """Return an address of the built site in the form for messages: ``/en/articles/x/``."""
    return f"/{address}"
