"""Articles as plain data, as stages pass them on; cached between builds as MessagePack.

Large and rarely needed parts are stored separately and referred to by hash: an `ArticleRef` is
enough for lists, groups and neighbours. It refers to the `ArticleMeta` and the `ArticleText`, which
pages show.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from generator.config import Edition
from generator.content.alias import Alias
from generator.content.source import Source
from generator.library.entities import Entity, EntityMention
from generator.statistics import Finding

# How the text of an edition was made.
Status = Literal["source", "converted", "override", "reviewed", "machine", "original"]


class LocalizedMeta(msgspec.Struct, frozen=True, gc=False):
    """One edition of an article as lists show it.

    ``engine`` is the name of the translation engine of a machine's text. ``translator`` and
    ``reviewer`` are people, ``translated`` and ``reviewed`` the dates of their work. ``flags``
    counts doubtful passages; ``minutes`` is the reading time.
    """

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
    """A link of an article that must lead somewhere.

    ``kind`` is ``article``, ``page``, ``file``, or ``picture`` for a file that is shown. ``target``
    is a slug or a path below ``content/files/``; ``path`` and ``line`` say where the link stands,
    ``field`` is its name in messages.
    """

    kind: str
    target: str
    path: str
    line: int
    field: str = "link"


class Quote(msgspec.Struct, frozen=True, gc=False):
    """The passage of an article around a figure. ``lang`` is set if it is not in the language of
    the edition that shows it."""

    text: str
    lang: str = ""


class LeadPicture(msgspec.Struct, frozen=True):
    """The lead picture of an article in one edition.

    ``file`` is its path below ``content/files/``. ``foreign`` are the names of those texts (alt,
    caption, credit) that the English edition shows in Chinese since there is no translation.
    """

    file: str
    alt: str = ""
    caption: str = ""
    credit: str = ""
    foreign: tuple[str, ...] = ()

    def lang(self, word: str) -> str:
        """The language of a text, if it is not that of the page; else empty."""
        return "zh-Hans" if word in self.foreign else ""


class KeyFigure(msgspec.Struct, frozen=True, gc=False):
    """A key figure of an article, with the passage around it in each edition."""

    finding: Finding
    quotes: dict[Edition, Quote]


class ArticleMeta(msgspec.Struct, frozen=True):
    """What lists, feeds and indexes show of an article, and its key figures.

    - ``date`` is the text of the editor, ``moment`` the same in ISO 8601 with offset; ``estimated``
      says that the day was inferred.
    - ``lang`` is the script of the source.
    - ``cities`` and ``mentions`` are division codes, ``topics`` slugs; ``within`` are the codes of
      the counties and zones that the article is about.
    - ``fields`` are the fields of the front matter that the page shows unchanged, by name.
    - ``as_written`` maps Simplified forms to the Traditional ones that the author wrote, for these
      fields and for the names of source and author.
    - ``localized`` has the editions with a text of their own.
    - ``series`` is the Simplified name of its series. English names come from the glossary, or are
      in pinyin.
    - ``pictures`` is the lead picture by edition.
    - ``entities`` is what the article reports about projects and companies.
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
        """The lead picture with the texts of ``edition``, or with the Simplified ones."""
        own = self.pictures.get(edition)
        if own is not None or "zh-Hans" not in self.pictures:
            return own
        words = ("alt", "caption", "credit")
        return msgspec.structs.replace(self.pictures["zh-Hans"], foreign=words)

    def of(self, edition: Edition) -> LocalizedMeta:
        """What ``edition`` shows: its own text, or the Simplified one with the status
        ``original``."""
        own = self.localized.get(edition)
        return own or msgspec.structs.replace(self.localized["zh-Hans"], status="original")


class ArticleText(msgspec.Struct, frozen=True):
    """The text of an article: HTML blocks by edition, one to one with those of the source.

    ``flags`` are the doubtful passages of a machine translation, by block from 1 (0 is the title).
    """

    blocks: dict[Edition, tuple[str, ...]]
    flags: dict[int, tuple[str, ...]] = {}

    def of(self, edition: Edition) -> tuple[str, ...]:
        """The blocks that ``edition`` shows: its own, or the Simplified ones."""
        return self.blocks.get(edition) or self.blocks["zh-Hans"]


class MetaRef(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """An article in a list: its slug, and the hash of its `ArticleMeta`."""

    slug: str
    meta: str


class TextRef(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """An article with its text: its slug, and the hashes of its `ArticleMeta` and `ArticleText`."""

    slug: str
    meta: str
    text: str


class ArticleRef(msgspec.Struct, frozen=True, array_like=True):
    """What the library knows of an article without reading its `ArticleMeta` and `ArticleText`.

    - ``instant`` is ``moment`` in seconds since 1970, ``changed`` the day of the last change.
    - ``own`` are the editions with a text of their own; ``unfinished`` are the paths of sidecars
      that are drafts.
    - ``figures`` counts the key figures by city, ``measured`` by indicator and year
      (``tax-revenue/2023``, that of the article if the text tells none); ``years`` are the years
      that the text tells of them, 0 for those without one; ``comparable`` are those that can be
      compared from year to year.
    - ``pinned`` articles may lead the front page. ``aliases`` are earlier addresses.
    - ``series`` and ``authors`` are Simplified names. ``sourced`` says that the address of the
      original is known, ``unrecorded`` that an English sidecar does not say which Chinese it was
      made from.
    - ``entities`` are the projects and companies in the front matter; if it has none, ``suggested``
      are names found in the text.
    - ``meta``, ``text`` and ``postings`` are hashes of these parts.
    - ``number`` stands for the slug in the search index, ``digest`` is a hash of all other fields.
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
    years: tuple[int, ...] = ()
    unfinished: tuple[str, ...] = ()
    machine: bool = False
    flags: int = 0
    pinned: bool = False
    aliases: tuple[Alias, ...] = ()
    series: str = ""
    authors: tuple[str, ...] = ()
    sourced: bool = True
    unrecorded: bool = False
    entities: tuple[Entity, ...] = ()
    suggested: tuple[str, ...] = ()
    number: int = 0
    digest: str = ""

    @property
    def pictures(self) -> tuple[str, ...]:
        """The paths below ``content/files/`` of the pictures that the article shows, each once."""
        shown = (link.target for link in self.links if link.kind == "picture")
        return tuple(dict.fromkeys(shown)) if self.links else ()

    @property
    def lead_pictures(self) -> tuple[str, ...]:
        """The paths of its lead picture; more than one if a sidecar has another picture."""
        return tuple(link.target for link in self.links if link.field == "image.file")

    @property
    def listed(self) -> MetaRef:
        """The reference for lists."""
        return MetaRef(self.slug, self.meta)

    @property
    def whole(self) -> TextRef:
        """The reference for a page or feed that shows the text."""
        return TextRef(self.slug, self.meta, self.text)


class UnsoundArticle(msgspec.Struct, frozen=True):
    """What is known of an article with errors, for the checks of links and addresses.

    The fields are those of `ArticleRef`; an article without a valid date counts as one of 1970.
    """

    slug: str
    path: str
    instant: float
    draft: bool
    own: tuple[Edition, ...]
    links: tuple[Link, ...]
    aliases: tuple[Alias, ...]


# An article that has an address, and perhaps earlier ones.
Addressed = ArticleRef | UnsoundArticle
