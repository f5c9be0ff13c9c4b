"""The redirects of aliases for web servers: ``_redirects``, and lines for nginx."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

import msgspec

from generator.content.folder import STATIC
from generator.library.index import Library
from generator.pages.alias import redirects
from generator.pages.kind import Artifact, Kind
from generator.pipeline.shared import Shared

# Netlify and Cloudflare Pages read the first; nginx gets the second by an `include`
# (docs/hosting.md).
REDIRECTS = "_redirects"
NGINX = ".redirects.nginx"


class RedirectsItem(msgspec.Struct, frozen=True):
    """Every earlier address and its target, relative to the root; ``own`` is the hash of the
    editor's own ``_redirects``, which comes first."""

    lines: tuple[tuple[str, str], ...]
    own: str


def units(library: Library, shared: Shared) -> Iterator[tuple[str, RedirectsItem]]:
    """One unit if there are aliases."""
    lines = sorted(
        (old.address, old.target) for _, found in redirects(library, shared.site) for old in found
    )
    own = library.static.get(REDIRECTS, "")
    if lines or (own and any(ref.aliases for ref in library.articles)):
        yield "all", RedirectsItem(tuple(lines), own)


def artifacts(item: RedirectsItem, shared: Shared) -> Iterator[Artifact]:
    """Both files."""
    yield Artifact(REDIRECTS, "the redirects of aliases", render_redirects, item)
    yield Artifact(NGINX, "the redirects of aliases", render_nginx, item)


def render_redirects(item: RedirectsItem, shared: Shared) -> bytes:
    """``_redirects``: the editor's own lines, then one for each alias."""
    own = (shared.root / STATIC / REDIRECTS).read_bytes() if item.own else b""
    if own and not own.endswith(b"\n"):
        own += b"\n"
    base = shared.site.base_path
    lines = (f"{quote(base + old)} {quote(base + new)} 301\n" for old, new in item.lines)
    return own + "".join(lines).encode()


def render_nginx(item: RedirectsItem, shared: Shared) -> bytes:
    """A ``location`` for each alias, to be included in a ``server``."""
    base = shared.site.base_path
    lines = (
        f'location = "{base}{old}" {{ return 301 "{quote(base + new)}"; }}\n'
        for old, new in item.lines
    )
    return "".join(lines).encode()


KIND = Kind("redirects", units, artifacts)
