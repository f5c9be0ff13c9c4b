"""A page of the site's own as the stages hand it on: small, so it is kept whole."""

from __future__ import annotations

import msgspec

from generator.config import Edition
from generator.library.article import Link


class PageText(msgspec.Struct, frozen=True):
    """One edition of a page. ``description`` is the summary, or the first sentences where no
    ``summary`` was written; ``blocks`` are HTML."""

    title: str
    summary: str
    description: str
    blocks: tuple[str, ...]


class OwnPageRef(msgspec.Struct, frozen=True):
    """A page with its text in every edition that has one of its own, Simplified always.

    ``links`` are its addresses that must lead somewhere, ``unfinished`` the paths of its
    sidecars that are drafts, ``postings`` what search finds it by.
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
        """Its name among all that is searched; no article has a slash in its own."""
        return f"pages/{self.slug}"

    @property
    def own(self) -> tuple[Edition, ...]:
        """The editions with a text of their own."""
        return tuple(self.texts)

    @property
    def pictures(self) -> tuple[str, ...]:
        """The paths below ``content/files/`` of the pictures that it shows, each once."""
        shown = (link.target for link in self.links if link.kind == "picture")
        return tuple(dict.fromkeys(shown))
