"""Unique slugs for names that have pages: series, authors, projects and companies."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable


def slugs(names: Iterable[str]) -> dict[str, str]:
    """Map each name to a slug of its own.

    ``names`` come in the order in which they first appeared: of two names with the same slug, the
    later one gets a hash of its characters, so that addresses stay the same when names are added.
    """
    from generator.content.slug import slug_of_name

    found: dict[str, str] = {}
    taken: set[str] = set()
    for name in dict.fromkeys(names):
        slug = slug_of_name(name)
        if not slug or slug in taken:
            slug = with_mark(slug, name)
        taken.add(slug)
        found[name] = slug
    return found


def with_mark(slug: str, name: str) -> str:
    """``slug`` (which may be empty) made unique by a short hash of ``name``."""
    mark = hashlib.blake2b(name.encode(), digest_size=3).hexdigest()
    return f"{slug}-{mark}" if slug else f"n{mark}"
