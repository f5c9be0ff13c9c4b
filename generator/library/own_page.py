"""The site's own pages as plain data, as stages pass them on; small enough to be stored whole."""

from __future__ import annotations

import msgspec

from generator.config import Edition
from generator.library.article import Link


class PageText(msgspec.Struct, frozen=True):
    """One edition of a page. ``summary`` is empty if the editor wrote none; ``description`` is then
    the first sentences. ``blocks`` are HTML."""

    title: str
    summary: str
    description: str
    blocks: tuple[str, ...]


class OwnPageRef(msgspec.Struct, frozen=True):
    """A page, with its text in every edition that has one of its own; Simplified is always there.

    ``links`` are the links that must lead somewhere, ``unfinished`` the paths of sidecars that are
    drafts, ``postings`` are for the search index.
    """

    slug: str
    path: str
    draft: bool
    texts: dict[Edition, PageText]
    links: tuple[Link, ...]
    unfinished: tuple[str, ...]
    postings: bytes

    @property
    def ident(self) -> str:
        """Its identifier in the search index; the slash keeps it apart from slugs of articles."""
        return f"pages/{self.slug}"

    @property
    def own(self) -> tuple[Edition, ...]:
        """The editions with a text of their own."""
        return tuple(self.texts)

    @property
    def pictures(self) -> tuple[str, ...]:
        """The paths below ``content/files/`` of the pictures that the page shows, each once."""
        shown = (link.target for link in self.links if link.kind == "picture")
        return tuple(dict.fromkeys(shown))
