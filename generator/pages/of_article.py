"""An article in all its views: every view of one article is decided about at once.

A view is a module of this folder with an `ArticleView` called ``VIEW``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from generator.config import Edition
from generator.library.article import ArticleRef, MetaRef, TextRef
from generator.library.entities import Entity
from generator.library.index import EditionIndex, Library, in_edition
from generator.library.picture import Pictures
from generator.pages.kind import Artifact, Kind
from generator.pipeline.shared import Shared


class Part(msgspec.Struct, frozen=True, array_like=True):
    """An article as a part of a series: what stands for the series in addresses, which part it
    is, and the parts before and after it."""

    series: str
    number: int
    before: MetaRef | None
    after: MetaRef | None


class Around(msgspec.Struct, frozen=True, array_like=True):
    """What stands next to an article in ``editions``: newer, older, related articles, and those
    of its series."""

    editions: tuple[Edition, ...]
    newer: MetaRef | None
    older: MetaRef | None
    related: tuple[MetaRef, ...]
    part: Part | None = None


class ArticleItem(msgspec.Struct, frozen=True, array_like=True):
    """An article: ``editions`` have a page for it, ``own`` a text of their own.

    ``name`` is the number by which its texts are called in search. ``authors`` are those who have
    a page: the name, and what stands for it in addresses. ``pictures`` is what it shows,
    ``entities`` are its projects and companies.
    """

    article: TextRef
    path: str
    editions: tuple[Edition, ...]
    own: tuple[Edition, ...]
    name: int
    around: tuple[Around, ...]
    authors: tuple[tuple[str, str], ...] = ()
    pictures: Pictures = ()
    entities: tuple[Entity, ...] = ()

    def beside(self, edition: Edition) -> Around:
        """What stands next to the article in ``edition``."""
        return next(around for around in self.around if edition in around.editions)


class ArticleView(NamedTuple):
    """A way to look at an article. ``editions`` are those that have it of an article.

    ``word`` is what the row of views calls it (nothing where it is no page for readers),
    ``rank`` its place there.
    """

    name: str
    editions: Callable[[ArticleItem], Sequence[Edition]]
    artifacts: Callable[[ArticleItem, Edition, Shared], Iterator[Artifact]]
    word: str = ""
    address: Callable[[Edition, str], str] | None = None
    rank: int = 0


class Tool(msgspec.Struct, frozen=True):
    """A way to look at an article; ``current`` is the one the page is."""

    word: str
    address: str
    current: bool


def units(library: Library, shared: Shared) -> Iterator[tuple[str, ArticleItem]]:
    """Each article."""
    around: dict[str, list[Around]] = {}
    for index, editions in library.indexes:
        related = library.related[editions[0]]
        listed = {ref.slug: ref.listed for ref in index.articles}
        rows = list(listed.values())
        last = len(rows) - 1
        parts = _parts(index, library.slugs.get("series", {}))
        for place, ref in enumerate(index.articles):
            around.setdefault(ref.slug, []).append(
                Around(
                    editions,
                    rows[place - 1] if place else None,
                    rows[place + 1] if place < last else None,
                    tuple([listed[slug] for slug in related[ref.slug]]),
                    parts.get(ref.slug),
                )
            )
    authors = library.slugs.get("authors", {})
    every: dict[tuple[Edition, ...], tuple[Edition, ...]] = {}
    for ref in library.articles:
        shown = every.get(ref.own)
        if shown is None:
            shown = every[ref.own] = _editions(ref, shared)
        yield (
            ref.slug,
            ArticleItem(
                ref.whole,
                ref.path,
                shown,
                ref.own,
                library.names[ref.slug],
                tuple(around.get(ref.slug, ())),
                tuple((name, authors[name]) for name in ref.authors if name in authors),
                library.pictures_of(ref.pictures),
                tuple([library.entities[entity.name] for entity in ref.entities]),
            ),
        )


def _parts(index: EditionIndex, slugs: Mapping[str, str]) -> dict[str, Part]:
    """The parts of every series, by the slug of the article; the oldest is the first."""
    found: dict[str, Part] = {}
    for name, refs in index.series.items():
        rows = [None, *(ref.listed for ref in reversed(refs)), None]
        for number, ref in enumerate(reversed(refs), 1):
            found[ref.slug] = Part(slugs[name], number, rows[number - 1], rows[number + 1])
    return found


def _editions(ref: ArticleRef, shared: Shared) -> tuple[Edition, ...]:
    site = shared.site
    return tuple(edition for edition in site.editions if in_edition(ref, edition, site))


def artifacts(item: ArticleItem, shared: Shared) -> Iterator[Artifact]:
    """Every view of the article in every edition that has it."""
    from generator.pages import views

    for view in views():
        for edition in view.editions(item):
            yield from view.artifacts(item, edition, shared)


def tools(item: ArticleItem, edition: Edition, current: str) -> tuple[Tool, ...]:
    """The views that ``edition`` has of an article; none where the article is the only one."""
    from generator.pages import views

    found = tuple(
        Tool(view.word, view.address(edition, item.article.slug), view.name == current)
        for view in views()
        if view.address is not None and edition in view.editions(item)
    )
    return found if len(found) > 1 else ()


KIND = Kind("article", units, artifacts, "latest")
