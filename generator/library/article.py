"""An article as the stages hand it on: plain data, kept between builds as MessagePack.

What is large or rarely needed is kept by its digest: an `ArticleRef` is all that lists,
groups and neighbours are made from, and names the `ArticleMeta` and the `ArticleText`
that the pages themselves show.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from generator.config import Edition
from generator.content.alias import Alias
from generator.content.source import Source
from generator.library.entities import Entity, EntityMention
from generator.statistics import Finding

# How the text of an edition came about.
Status = Literal["source", "converted", "override", "reviewed", "machine", "original"]


class LocalizedMeta(msgspec.Struct, frozen=True):
    """One edition of an article as lists show it. ``engine`` names what made a machine's text,
    ``translator`` and ``reviewer`` are people, ``translated`` and ``reviewed`` their days;
    ``minutes`` is how long the text takes to read."""

    title: str
    summary: str
    status: Status
    engine: str = ""
    translated: str = ""
    flags: int = 0
    minutes: int = 1
    translator: str = ""
    reviewer: str = ""
    reviewed: str = ""


class Link(msgspec.Struct, frozen=True):
    """An address in an article that must lead somewhere: ``kind`` article, page, file, or
    ``picture`` for a file that is shown. ``field`` is what messages call it."""

    kind: str
    target: str
    path: str
    line: int
    field: str = "link"


class Quote(msgspec.Struct, frozen=True):
    """The words of an article round a figure; ``lang`` is set where they are not in the
    language of the edition that shows them."""

    text: str
    lang: str = ""


class LeadPicture(msgspec.Struct, frozen=True):
    """The lead picture of an article in one edition: its path below ``content/files/``, and its
    words. ``foreign`` names those that are Chinese in the English edition, for want of others."""

    file: str
    alt: str = ""
    caption: str = ""
    credit: str = ""
    foreign: tuple[str, ...] = ()

    def lang(self, word: str) -> str:
        """The language of a word, where that is not the page's."""
        return "zh-Hans" if word in self.foreign else ""


class KeyFigure(msgspec.Struct, frozen=True):
    """A key figure of an article with the words round it, by edition."""

    finding: Finding
    quotes: dict[Edition, Quote]


class ArticleMeta(msgspec.Struct, frozen=True):
    """What lists, feeds and indexes show of an article, and its key figures.

    ``date`` is as the editor wrote it, ``moment`` the same as a moment with offset;
    ``cities`` and ``mentions`` are division codes, ``topics`` slugs; ``localized`` has the
    editions that have a text of their own; ``lang`` is the script of the source;
    ``fields`` are those of the front matter that the page shows as they are, by name;
    ``as_written`` has these and the names of source and author as an author of Traditional
    Chinese wrote them, by their Simplified forms;
    ``within`` are the counties and zones it is about;
    ``estimated`` says that the day was inferred; ``series`` is the Simplified name of the series
    it belongs to. English names are those of the glossary, in pinyin where it has none.
    ``pictures`` is its lead picture by edition. ``entities`` is what it tells of projects and
    companies.
    """

    slug: str
    path: str
    date: str
    moment: str
    updated: str
    source: Source
    as_written: dict[str, str]
    source_english: str
    lang: str
    draft: bool
    cities: tuple[str, ...]
    mentions: tuple[str, ...]
    topics: tuple[str, ...]
    fields: dict[str, tuple[str, ...]]
    localized: dict[Edition, LocalizedMeta]
    within: tuple[str, ...] = ()
    figures: tuple[KeyFigure, ...] = ()
    estimated: bool = False
    series: str = ""
    series_english: str = ""
    authors_english: tuple[str, ...] = ()
    pictures: dict[Edition, LeadPicture] = {}
    entities: tuple[EntityMention, ...] = ()

    def lead_picture(self, edition: Edition) -> LeadPicture | None:
        """The lead picture with the words of ``edition``: its own, or the Simplified ones."""
        own = self.pictures.get(edition)
        if own is not None or "zh-Hans" not in self.pictures:
            return own
        words = ("alt", "caption", "credit")
        return msgspec.structs.replace(self.pictures["zh-Hans"], foreign=words)

    def of(self, edition: Edition) -> LocalizedMeta:
        """What ``edition`` shows: its own, or the Simplified one as original."""
        own = self.localized.get(edition)
        return own or msgspec.structs.replace(self.localized["zh-Hans"], status="original")


class ArticleText(msgspec.Struct, frozen=True):
    """The text of an article: HTML blocks by edition, one to one with the source's.

    ``flags``: what is doubtful in a machine's English, by block from 1 (0 is the title).
    """

    blocks: dict[Edition, tuple[str, ...]]
    flags: dict[int, tuple[str, ...]] = {}

    def of(self, edition: Edition) -> tuple[str, ...]:
        """The blocks that ``edition`` shows: its own, or the Simplified ones."""
        return self.blocks.get(edition) or self.blocks["zh-Hans"]


class MetaRef(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """An article in a list: its slug, and the digest of its `ArticleMeta`."""

    slug: str
    meta: str


class TextRef(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """An article shown whole: its slug, the digests of its `ArticleMeta` and `ArticleText`."""

    slug: str
    meta: str
    text: str


class ArticleRef(msgspec.Struct, frozen=True, array_like=True):
    """What the library knows of an article without looking into it.

    ``instant`` is ``moment`` in seconds since 1970, ``changed`` the day of the last change.
    ``own`` are the editions that have a text of their own. ``figures`` counts its key
    figures by city, ``measured`` by indicator and year (``tax-revenue/2023``); ``comparable`` are
    those that may be compared from year to year.
    ``unfinished`` are the paths of its sidecars that are drafts. ``pinned`` ones may lead the
    front page. ``aliases`` are its earlier addresses. ``series`` and ``authors`` are Simplified
    names. ``sourced`` says that it has the address of the original. ``entities`` are the projects
    and companies that its front matter names; where it has none, ``suggested`` are names of its
    text. ``number`` is the number of its slug as a term of search, ``digest`` a hash of all
    the rest.
    """

    slug: str
    path: str
    date: str
    moment: str
    instant: float
    changed: str
    draft: bool
    cities: tuple[str, ...]
    topics: tuple[str, ...]
    within: tuple[str, ...]
    own: tuple[Edition, ...]
    meta: str
    text: str
    postings: str = ""
    links: tuple[Link, ...] = ()
    figures: dict[str, int] = {}
    comparable: tuple[Finding, ...] = ()
    measured: dict[str, int] = {}
    unfinished: tuple[str, ...] = ()
    machine: bool = False
    flags: int = 0
    pinned: bool = False
    aliases: tuple[Alias, ...] = ()
    series: str = ""
    authors: tuple[str, ...] = ()
    sourced: bool = True
    entities: tuple[Entity, ...] = ()
    suggested: tuple[str, ...] = ()
    number: int = 0
    digest: str = ""

    @property
    def pictures(self) -> tuple[str, ...]:
        """The paths below ``content/files/`` of the pictures that it shows, each once."""
        shown = (link.target for link in self.links if link.kind == "picture")
        return tuple(dict.fromkeys(shown)) if self.links else ()

    @property
    def lead_pictures(self) -> tuple[str, ...]:
        """The same of its lead picture: several where a sidecar has another."""
        return tuple(link.target for link in self.links if link.field == "image.file")

    @property
    def listed(self) -> MetaRef:
        """The article for a list."""
        return MetaRef(self.slug, self.meta)

    @property
    def whole(self) -> TextRef:
        """The article for a page or feed that shows its text."""
        return TextRef(self.slug, self.meta, self.text)
