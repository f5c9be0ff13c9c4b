"""The pages that belong to no edition: the choice of edition, the 404 page, and robots.txt."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from generator.library.index import Library
from generator.pages.frame import Switch, with_default
from generator.pages.kind import Artifact, Kind
from generator.pages.shell import Shells
from generator.pipeline.shared import Shared
from generator.render import address


class EntranceItem(msgspec.Struct, frozen=True):
    """Empty: these pages depend on nothing but the settings."""


def units(library: Library, shared: Shared) -> Iterator[tuple[str, EntranceItem]]:
    """One unit for all of them."""
    yield "", EntranceItem()


def artifacts(item: EntranceItem, shared: Shared) -> Iterator[Artifact]:
    """The choice of edition, the 404 page and robots.txt."""
    yield Artifact("index.html", "the choice of edition", render_choice, item)
    yield Artifact("404.html", "the 404 page", render_missing, item)
    yield Artifact("robots.txt", "robots.txt", render_robots, item)


def site_versions(shared: Shared) -> tuple[tuple[str, str], ...]:
    """(hreflang, address) of each edition's front page; ``x-default`` is the choice of edition."""
    base = shared.site.base_url
    editions = [(edition, base + address.folder(edition)) for edition in shared.site.editions]
    return with_default(editions, base)


def render_choice(item: EntranceItem, shared: Shared) -> bytes:
    """``/``."""
    site = shared.site
    local = shared.local(site.default_edition)
    context = shared.tool(Shells).of(site.default_edition, "./") | {
        "kind": "choice",
        "address": "",
        "canonical": site.base_url,
        "alternates": site_versions(shared),
        "editions": [shared.local(edition) for edition in site.editions],
        "title": local.title,
        "description": local.description,
    }
    return shared.templates.render("choice.html", context)


def render_missing(item: EntranceItem, shared: Shared) -> bytes:
    """``/404.html``: served at any depth, so its addresses begin at the host."""
    site = shared.site
    local = shared.local(site.default_edition)
    context = shared.tool(Shells).of(site.default_edition, site.base_path) | {
        "kind": "missing",
        "address": "404.html",
        "editions": [shared.local(edition) for edition in site.editions],
        "switch": tuple(
            Switch(
                other,
                shared.local(other).words["edition_name"],
                address.folder(other),
                other == site.default_edition,
            )
            for other in site.editions
        ),
        "title": local.words["not_found"],
        "description": local.words["not_found_text"],
    }
    return shared.templates.render("404.html", context)


def render_robots(item: EntranceItem, shared: Shared) -> bytes:
    """Allows all crawlers, and names the sitemap."""
    sitemap = f"{shared.site.base_url}sitemap.xml"
    return f"User-agent: *\nAllow: /\nSitemap: {sitemap}\n".encode()


KIND = Kind("entrance", units, artifacts)
