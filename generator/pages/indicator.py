"""The pages of an indicator, on a site with many figures: one page, or one for each year."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from generator.config import Edition
from generator.library.article import MetaRef
from generator.library.figures import Key, Part
from generator.library.index import Library
from generator.library.rows import Rows as RowsOf
from generator.pages.figure_rows import (
    TEMPLATE,
    FiguresData,
    Group,
    Link,
    Rows,
    group_of,
    name_of,
    rows_of,
)
from generator.pages.frame import frame, page
from generator.pages.kind import Artifact, Kind, Listed, no_units
from generator.pages.lists import last_change
from generator.pipeline.shared import Shared
from generator.render import address
from generator.render.views import Localizer
from generator.words import say


class IndicatorItem(msgspec.Struct, frozen=True):
    """A page of an indicator: its figures, or links to its years if these have their own pages.

    ``pages`` are (year, number) of pages with figures: on the indicator's own page all of them
    (``articles`` is empty then), otherwise the previous and next page of the year.
    """

    edition: Edition
    group: Group
    year: int
    number: int
    articles: tuple[MetaRef, ...]
    pages: tuple[tuple[int, int], ...]
    editions: tuple[Edition, ...]


class PartRows(msgspec.Struct, frozen=True, array_like=True):
    """A part of the figures of an indicator, and its articles."""

    name: str
    year: int
    number: int
    rows: RowsOf


class IndicatorPages(msgspec.Struct, frozen=True, array_like=True):
    """The pages of an indicator, in the editions that have the same figures; ``keys`` are the parts
    of every edition that has pages of it."""

    editions: tuple[Edition, ...]
    group: Group
    parts: tuple[PartRows, ...]
    keys: tuple[tuple[Edition, tuple[Key, ...]], ...]


def groups(library: Library, shared: Shared) -> Iterator[tuple[str, IndicatorPages]]:
    """One group for each indicator, if there are many figures."""
    every = library.figures
    same: dict[int, list[Edition]] = {}
    for edition, found in every.items():
        same.setdefault(id(found), []).append(edition)
    for editions in same.values():
        found = every[editions[0]]
        for slug, parts in found.parts.items() if not found.whole else ():
            rows = tuple(PartRows(p.name, p.year, p.number, RowsOf(p.refs)) for p in parts)
            keys = tuple(
                (edition, tuple(part.key for part in other.parts[slug]))
                for edition, other in every.items()
                if slug in other.parts and not other.whole
            )
            group = IndicatorPages(tuple(editions), group_of(slug, parts), rows, keys)
            yield f"{editions[0]}/{slug}", group


def units_of(group: IndicatorPages, shared: Shared) -> Iterator[tuple[str, IndicatorItem]]:
    """The units of an indicator. The pages of a part in all editions follow each other, so that its
    articles are read once."""
    slug = group.group.slug
    pages = tuple((part.year, part.number) for part in group.parts if part.year)
    keys = {edition: frozenset(found) for edition, found in group.keys}
    having = tuple(keys)
    for edition in group.editions if pages else ():
        item = IndicatorItem(edition, group.group, 0, 1, (), pages, having)
        yield f"{slug}/{edition}", item
    for part in group.parts:
        key = slug, part.year, part.number
        editions = tuple(other for other in having if not part.year or key in keys[other])
        beside = part.number - 1, part.number + 1
        last = tuple(page for page in pages if page[0] == part.year and page[1] in beside)
        refs = part.rows.listed
        for edition in group.editions:
            item = IndicatorItem(edition, group.group, part.year, part.number, refs, last, editions)
            yield f"{part.name}/{edition}", item


def artifacts(item: IndicatorItem, shared: Shared) -> Iterator[Artifact]:
    """The page."""
    made = _made(item, shared)
    yield page(made, f"the page {made.page.address}")


def _made(item: IndicatorItem, shared: Shared) -> FiguresData:
    edition, local = item.edition, shared.local(item.edition)
    slug = item.group.slug
    name = name_of(item.group, local, shared)
    part = Part(slug, item.year, item.number, 0, ())
    rows = rows_of(shared, edition, item.articles, slug, item.year).get(slug, ())

    def where(other: Edition) -> str:
        if not item.year:
            return address.indicator(other, slug)
        return address.figures_of_year(other, slug, item.year, item.number)

    heading = f"{name} · {item.year}" if item.year else name
    above: tuple[Link, ...] = (Link(local.words["figures_all"], address.figures(edition)),)
    if item.year:
        above = (*above, Link(name, address.indicator(edition, slug)))
    return FiguresData(
        page=frame(
            shared,
            kind=TEMPLATE,
            section="cities",
            edition=edition,
            address=where(edition),
            title=heading,
            description=say(local.words, "figures_of", name=heading),
            peers={other: where(other) for other in item.editions},
            instead=address.figures,
            number=item.number if item.year and item.number > 1 else 0,
        ),
        tables=(Rows(heading, slug, tuple(rows)),) if rows else (),
        links=tuple(_page_link(edition, slug, *one, local) for one in item.pages),
        data=f"figures/{part.name}" if item.articles else "",
        above=above,
    )


def _page_link(edition: Edition, slug: str, year: int, number: int, local: Localizer) -> Link:
    name = str(year)
    if number > 1:
        name = f"{year} · {say(local.words, 'page_number', n=number)}"
    return Link(name, address.figures_of_year(edition, slug, year, number))


def listed(library: Library) -> Iterator[Listed]:
    """The pages of indicators and their years."""
    every = library.figures
    # Most editions share the same figures.
    kinds = {id(found): found for found in every.values()}
    where: dict[Key, dict[Edition, str]] = {}
    changed: dict[Key, str] = {}
    for found in kinds.values():
        for part in () if found.whole else found.every:
            of_all, latest = (part.slug, 0, 1), last_change(part.refs)
            for key in {of_all, part.key}:
                changed[key] = max(changed.get(key, ""), latest)
    for edition, found in every.items():
        for part in () if found.whole else found.every:
            at = address.indicator(edition, part.slug)
            where.setdefault((part.slug, 0, 1), {})[edition] = at
            if part.year:
                at = address.figures_of_year(edition, part.slug, part.year, part.number)
                where.setdefault(part.key, {})[edition] = at
    for key in sorted(where):
        yield Listed(where[key], changed[key])


KIND = Kind(
    "indicator",
    no_units,
    artifacts,
    "cities",
    listed=listed,
    groups=groups,
    units_of=units_of,
)
