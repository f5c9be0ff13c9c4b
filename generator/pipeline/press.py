"""What every page of one build is made with: settings, articles, templates, assets."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

import msgspec

from generator import words
from generator.cards.painter import Painter, find_painter
from generator.config import Edition, Site
from generator.library.article import Body
from generator.library.index import Catalogue
from generator.pipeline.plan import Spec, key_of
from generator.pipeline.version import code_fingerprint, data_fingerprint
from generator.render import address
from generator.render.metadata import og_locale
from generator.render.templates import Templates
from generator.render.views import Local


@dataclass(frozen=True)
class Asset:
    """A file of ``templates/assets/``; its published ``name`` carries a hash of its bytes."""

    name: str
    file: Path


@dataclass(frozen=True)
class Press:
    """Everything a page needs beside its own articles.

    ``shell`` is a hash of what all pages share: when it changes, every page is made anew.
    ``addresses`` are those of all pages, so that no link leads to one that is not there.
    """

    site: Site
    catalogue: Catalogue
    locals: Mapping[Edition, Local]
    templates: Templates
    body_of: Callable[[str], Body]
    assets: Mapping[str, Asset]
    shell: str
    addresses: frozenset[str]
    painter: Painter | None = None

    def edition_context(self, local: Local, root: str) -> dict[str, Any]:
        """What every template of an edition gets; ``root`` leads from the page to the root."""
        home = address.folder(local.edition)
        return {
            "root": root,
            "edition": local.edition,
            "home": home,
            "nav": [
                ("latest", home, ("home", "article", "parallel", "pinyin")),
                ("cities", address.cities(local.edition), ("cities", "city")),
                ("topics", address.topics(local.edition), ("topics", "topic")),
                ("archive", address.archive(local.edition), ("archive", "month")),
                ("search", address.search(local.edition), ("search",)),
            ],
            "site_title": local.title,
            "site_description": local.description,
            "manifest": address.manifest(local.edition),
            "og_locale": og_locale(local.edition, self.site.hant_variant),
            "asset": self.asset,
            "t": partial(words.say, local.words),
        }

    def asset(self, name: str) -> str:
        """The address of an asset below the root."""
        return f"assets/{self.assets[name].name}"

    def alternates(self, spec: Spec) -> list[tuple[str, str]]:
        """hreflang and absolute address of every version of a page, and ``x-default``.

        An edition that shows an article's Chinese for want of English is no version.
        """
        versions = [
            (edition, self.site.base_url + peer)
            for edition, peer in spec.peers.items()
            if peer in self.addresses and (spec.kind != "article" or edition in spec.cards[0].heads)
        ]
        if spec.kind == "home" and spec.number == 1:
            return [*versions, ("x-default", self.site.base_url)]
        return [*versions, ("x-default", versions[0][1])] if versions else []


def set_up(
    site: Site,
    catalogue: Catalogue,
    locals_: Mapping[Edition, Local],
    templates: Templates,
    body_of: Callable[[str], Body],
    specs: Sequence[Spec],
    script_key: str,
) -> Press:
    """The press for one build of ``specs``; ``body_of`` loads an article's text by slug.

    ``script_key`` stands for the spans that script conversion protects.
    """
    assets = _assets(templates)
    shell = key_of(
        code_fingerprint(),
        data_fingerprint(),
        script_key,
        hashlib.blake2b(msgspec.msgpack.encode(site), digest_size=12).hexdigest(),
        templates.fingerprint(),
        sorted(asset.name for asset in assets.values()),
    )
    addresses = frozenset(spec.address for spec in specs)
    # Editions of an article are made one after the other: its text is read once.
    cached = lru_cache(maxsize=64)(body_of)
    painter = site_painter(site, templates.folders[0].parent)
    return Press(
        site,
        catalogue,
        locals_,
        templates,
        cached,
        assets,
        key_of(shell, isinstance(painter, Painter)),
        addresses,
        painter if isinstance(painter, Painter) else None,
    )


def site_painter(site: Site, root: Path) -> Painter | str:
    """Who paints the site's social cards; in words what it wants, if it has any."""
    return find_painter(root, site.card_font) if site.social_cards else ""


def _assets(templates: Templates) -> dict[str, Asset]:
    found: dict[str, Asset] = {}
    for name, path in templates.files().items():
        if name.startswith("assets/"):
            short = name[len("assets/") :]
            stem, dot, ending = short.rpartition(".")
            digest = hashlib.blake2b(path.read_bytes(), digest_size=4).hexdigest()
            found[short] = Asset(f"{stem}-{digest}{dot}{ending}" if stem else short, path)
    return found
