"""Where a link on a page leads: resolved as a browser would, then seen from the site's root."""

from __future__ import annotations

from typing import Literal, NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from generator.patterns import late_regex

Where = Literal["site", "beside", "web", "bad"]

_SCHEME = late_regex(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_BREAKS = late_regex(r"[\t\n\r]")


class Target(NamedTuple):
    """What a link leads to.

    ``site``: ``path`` below the site's root, without a leading slash, and ``fragment``,
    both decoded. ``beside``: this host, but not below the site's root, though the link
    names no host. ``web``: another host or scheme. ``bad``: no address at all.
    """

    where: Where
    path: str = ""
    fragment: str = ""


class Addresses:
    """Resolves links for a site published at ``base_url`` (which ends in ``/``)."""

    def __init__(self, base_url: str) -> None:
        self.base_url = base_url
        parts = urlsplit(base_url)
        self._host, self._base_path = parts.netloc.lower(), parts.path
        self._known: dict[tuple[str, str, str], Target] = {}

    def target(self, address: str, link: str, base: str = "") -> Target:
        """Where ``link`` leads that stands on the page at ``address``.

        ``base`` is what the page's ``<base>`` says, if it has one.
        """
        link = _BREAKS.sub("", link.strip(" \t\n\r\f"))
        # A link that climbs to the root means the same on every page of this depth.
        climb = "../" * address.count("/")
        start = climb if climb and not base and link.startswith(climb) else address
        found = self._known.get((start, base, link))
        if found is None:
            found = self._known[(start, base, link)] = self._resolve(address, base, link)
        return found

    def absolute(self, address: str) -> str:
        """The whole web address of the page at ``address``."""
        return self.base_url + address

    def own(self, url: str) -> str | None:
        """The address below the root that the whole web address ``url`` names, if it is ours."""
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
    """Whether ``link`` names its scheme or host itself."""
    return link.startswith("//") or _SCHEME.match(link) is not None


def readable(address: str) -> str:
    """A place of the built site as problems name it: ``/en/articles/x/``."""
    return f"/{address}"
