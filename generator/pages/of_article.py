"""An article in all its views; all views of one article form one unit.

A view is a module of this folder with an `ArticleView` named ``VIEW``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

import msgspec

from generator.config import Edition
from generator.library.article import ArticleRef, MetaRef, TextRef
from generator.library.entities import Entity
from generator.library.index import EditionIndex, Library, in_edition
from generator.library.picture import Pictures
from generator.library.rows import Rows
from generator.pages.kind import Artifact, Kind, no_units
from generator.pipeline.shared import Shared


class Part(msgspec.Struct, frozen=True, array_like=True):
    """The place of an article in a series: the slug of the series, the number of the part, and the
    parts before and after it."""

    series: str
    number: int
    before: MetaRef | None
    after: MetaRef | None


class Around(msgspec.Struct, frozen=True, array_like=True):
    """The neighbours of an article in ``editions``: newer, older and related articles, and those of
    its series."""

    editions: tuple[Edition, ...]
    newer: MetaRef | None
    older: MetaRef | None
    related: tuple[MetaRef, ...]
    part: Part | None = None


class ArticleItem(msgspec.Struct, frozen=True, array_like=True):
    """An article. ``editions`` have a page for it, ``own`` have a text of their own.

    ``name`` is the number of its texts in the search index. ``authors`` are (name, slug) of those
    who have a page. ``pictures`` are those that it shows, ``entities`` its projects and companies.
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
        """The neighbours of the article in ``edition``."""
        return next(around for around in self.around if edition in around.editions)


class ArticleView(NamedTuple):
    """A view of an article. ``editions`` returns the editions that have this view of an article.

    ``word`` is the key of its name in the row of views (empty if it is not a page for readers),
    ``rank`` its place there.
    """

    name: str
    editions: Callable[[ArticleItem], Sequence[Edition]]
    artifacts: Callable[[ArticleItem, Edition, Shared], Iterator[Artifact]]
    word: str = ""
    address: Callable[[Edition, str], str] | None = None
    rank: int = 0


class Tool(msgspec.Struct, frozen=True):
    """A link in the row of views; ``current`` marks the view of this page."""

    word: str
    address: str
    current: bool


class Side(msgspec.Struct, frozen=True, array_like=True):
    """The articles of a month that ``editions`` have, newest first: the next newer and next older
    article, the related articles of each, and the parts of series among them."""

    editions: tuple[Edition, ...]
    rows: Rows
    newer: MetaRef | None
    older: MetaRef | None
    related: tuple[tuple[MetaRef, ...], ...]
    parts: dict[str, Part]


class ArticlesOfMonth(msgspec.Struct, frozen=True, array_like=True):
    """The articles of a month, with all that their pages show of other articles. ``numbers`` are
    those of the search index. ``authors`` (those who have a page), ``pictures`` and ``entities``
    are by slug; articles without any are left out."""

    rows: Rows
    numbers: tuple[int, ...]
    sides: tuple[Side, ...]
    authors: dict[str, tuple[tuple[str, str], ...]]
    pictures: dict[str, Pictures]
    entities: dict[str, tuple[Entity, ...]]


def groups(library: Library, shared: Shared) -> Iterator[tuple[str, ArticlesOfMonth]]:
    """One group for the articles of each month."""
    named = library.slugs.get("authors", {})
    sides = [_sides(index, editions, library) for index, editions in library.indexes]
    seen: dict[str, int] = {}
    # Times in different time zones may split a month into several runs.
    for month, run in groupby(library.articles, key=lambda ref: ref.moment[:7]):
        refs = tuple(run)
        seen[month] = seen.get(month, 0) + 1
        authors = {
            ref.slug: tuple((name, named[name]) for name in ref.authors if name in named)
            for ref in (refs if named else ())
        }
        yield (
            f"{month}/{seen[month]}",
            ArticlesOfMonth(
                Rows(refs),
                tuple([library.names[ref.slug] for ref in refs]),
                tuple(side(refs) for side in sides),
                authors,
                {ref.slug: library.pictures_of(ref.pictures) for ref in refs if ref.links},
                {
                    ref.slug: tuple(library.entities[entity.name] for entity in ref.entities)
                    for ref in refs
                    if ref.entities
                },
            ),
        )


def _sides(
    index: EditionIndex, editions: tuple[Edition, ...], library: Library
) -> Callable[[Sequence[ArticleRef]], Side]:
    """A function that makes the `Side` of articles that follow one another in the library."""
    related = library.related[editions[0]]
    listed = {ref.slug: ref.listed for ref in index.articles}
    rows = list(listed.values())
    places = {slug: place for place, slug in enumerate(listed)}
    parts = _parts(index, library.slugs.get("series", {}))

    def side(refs: Sequence[ArticleRef]) -> Side:
        mine = [ref for ref in refs if ref.slug in places]
        first = places[mine[0].slug] if mine else 0
        end = first + len(mine)
        return Side(
            editions,
            Rows(mine),
            rows[first - 1] if mine and first else None,
            rows[end] if mine and end < len(rows) else None,
            tuple([tuple([listed[slug] for slug in related[ref.slug]]) for ref in mine]),
            {ref.slug: parts[ref.slug] for ref in mine if ref.slug in parts} if parts else {},
        )

    return side


def units_of(group: ArticlesOfMonth, shared: Shared) -> Iterator[tuple[str, ArticleItem]]:
    """One unit for each article of a month."""
    around: dict[str, list[Around]] = {}
    for side in group.sides:
        rows = (side.newer, *side.rows.listed, side.older)
        for place, ref in enumerate(side.rows.refs):
            around.setdefault(ref.slug, []).append(
                Around(
                    side.editions,
                    rows[place],
                    rows[place + 2],
                    side.related[place],
                    side.parts.get(ref.slug),
                )
            )
    every: dict[tuple[Edition, ...], tuple[Edition, ...]] = {}
    for ref, number in zip(group.rows.refs, group.numbers, strict=True):
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
                number,
                tuple(around.get(ref.slug, ())),
                group.authors.get(ref.slug, ()),
                group.pictures.get(ref.slug, ()),
                group.entities.get(ref.slug, ()),
            ),
        )


def _parts(index: EditionIndex, slugs: Mapping[str, str]) -> dict[str, Part]:
    """The place in its series of each article, by slug; the oldest article is part 1."""
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
    """The files of every view of the article in every edition that has it."""
    from generator.pages import views

    for view in views():
        for edition in view.editions(item):
            yield from view.artifacts(item, edition, shared)


def tools(item: ArticleItem, edition: Edition, current: str) -> tuple[Tool, ...]:
    """The row of views of an article in ``edition``; empty if there is only one view."""
    from generator.pages import views

    found = tuple(
        Tool(view.word, view.address(edition, item.article.slug), view.name == current)
        for view in views()
        if view.address is not None and edition in view.editions(item)
    )
    return found if len(found) > 1 else ()


KIND = Kind("article", no_units, artifacts, "latest", groups=groups, units_of=units_of)
