"""The service worker that stores pages that were read for reading offline."""

from __future__ import annotations

import json
from collections.abc import Iterator

import msgspec

from generator.library.index import Library
from generator.pages.kind import Artifact, Kind
from generator.pipeline.shared import Shared
from generator.render import address

# At the root: a service worker controls only its own folder and those below.
ADDRESS = "sw.js"


class OfflineItem(msgspec.Struct, frozen=True):
    """Empty: the script depends on nothing but the settings."""


def units(library: Library, shared: Shared) -> Iterator[tuple[str, OfflineItem]]:
    """One unit if site.yaml enables it."""
    if shared.site.offline:
        yield "", OfflineItem()


def artifacts(item: OfflineItem, shared: Shared) -> Iterator[Artifact]:
    """The script."""
    yield Artifact(ADDRESS, "offline in site.yaml", render, item)


def render(item: OfflineItem, shared: Shared) -> bytes:
    """The script, with the words of every edition."""
    said = {}
    for edition in shared.site.editions:
        local = shared.local(edition)
        said[address.folder(edition).rstrip("/")] = {
            "lang": edition,
            "title": local.words["offline_title"],
            "text": local.words["offline_text"],
        }
    context = {"said": json.dumps(said, ensure_ascii=False), "style": shared.asset("style.css")}
    return shared.templates.render("sw.js", context)


KIND = Kind("offline", units, artifacts)
