"""What the stages hand to each other: plain data, kept between builds as MessagePack."""

from __future__ import annotations

from typing import Literal

import msgspec

from generator.atlas import Finding
from generator.config import Edition
from generator.content.article import Source

# How the text of an edition came about.
Status = Literal["source", "converted", "override", "reviewed", "machine", "original"]


class Head(msgspec.Struct, frozen=True):
    """One edition of an article as lists show it. ``engine`` names what made a machine's text."""

    title: str
    summary: str
    status: Status
    engine: str = ""
    translated: str = ""
    flags: int = 0


class Link(msgspec.Struct, frozen=True):
    """An address in an article that must lead somewhere: ``kind`` article or file."""

    kind: str
    target: str
    path: str
    line: int


class Card(msgspec.Struct, frozen=True):
    """What every list, feed and index needs to know of an article.

    ``date`` is as the editor wrote it, ``moment`` the same as a moment with offset;
    ``cities`` and ``mentions`` are division codes, ``topics`` slugs; ``heads`` has the
    editions that have a text of their own; ``lang`` is the script of the source;
    ``source_hant`` is its name as an author of Traditional Chinese wrote it. ``face``
    is a hash of all this. ``within`` are the counties and zones it is about, ``findings`` its
    key figures; ``fingerprint`` is a hash of these and of the text too. ``unfinished`` are
    the paths of its sidecars that are drafts.
    """

    slug: str
    path: str
    date: str
    moment: str
    updated: str
    source: Source
    source_hant: str
    source_english: str
    lang: str
    draft: bool
    cities: tuple[str, ...]
    mentions: tuple[str, ...]
    topics: tuple[str, ...]
    credits: tuple[str, ...]
    heads: dict[str, Head]
    links: tuple[Link, ...] = ()
    unfinished: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    face: str = ""
    fingerprint: str = ""

    def head(self, edition: Edition) -> Head:
        """The head that ``edition`` shows: its own, or the Simplified one as original."""
        own = self.heads.get(edition)
        return own or msgspec.structs.replace(self.heads["zh-Hans"], status="original")


class Body(msgspec.Struct, frozen=True):
    """The text of an article: HTML blocks by edition, one to one with the source's.

    ``flags``: what is doubtful in a machine's English, by block from 1 (0 is the title).
    """

    blocks: dict[str, tuple[str, ...]]
    flags: dict[int, tuple[str, ...]] = {}

    def of(self, edition: Edition) -> tuple[str, ...]:
        """The blocks that ``edition`` shows: its own, or the Simplified ones."""
        return self.blocks.get(edition) or self.blocks["zh-Hans"]
