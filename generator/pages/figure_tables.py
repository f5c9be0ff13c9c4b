"""Figures across cities: all of them on one page, or by indicator and year where they are many."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from generator.config import Edition
from generator.library.article import MetaRef
from generator.library.figures import Figures, Key, Part, newest
from generator.library.index import Library
from generator.library.rows import Rows as RowsOf
from generator.pages.city_figures import FigureRow, measures, row_of
from generator.pages.figures import kind_name, label_of
from generator.pages.frame import Frame, frame, page
from generator.pages.kind import Artifact, Kind, Listed
from generator.pages.lists import last_change
from generator.pipeline.shared import Shared
from generator.render import address
from generator.render.views import Localizer, Named
from generator.statistics.indicators import slug_of, year_of
from generator.words import say

# Figures that a large site's page of all shows, about: the newest.
_NEWEST = 50
# Cities of an article that a row names.
_CITIES = 3


class Group(msgspec.Struct, frozen=True, array_like=True):
    """An indicator: its slug, the oldest article that has a figure of it, on the page of all
    indicators the number of its figures.

    Elsewhere nothing says how many there are: each new article would change every page that does.
    """

    slug: str
    known: MetaRef
    size: int = 0


class FiguresItem(msgspec.Struct, frozen=True):
    """The page of all figures. ``articles`` are those that have some, or the newest of them."""

    edition: Edition
    groups: tuple[Group, ...]
    articles: tuple[MetaRef, ...]
    cities: tuple[str, ...]
    topics: tuple[str, ...]
    years: tuple[int, ...]
    whole: bool


class IndicatorItem(msgspec.Struct, frozen=True):
    """A page of an indicator: its figures, or its years where these have pages of their own.

    ``pages`` are year and number of the pages of figures: of all on the indicator's own page
    (``articles`` is empty there), else of those beside this one.
    """

    edition: Edition
    group: Group
    year: int
    number: int
    articles: tuple[MetaRef, ...]
    pages: tuple[tuple[int, int], ...]
    editions: tuple[Edition, ...]


class Choice(msgspec.Struct, frozen=True, array_like=True):
    """An option of a filter."""

    value: str
    name: str


class Filter(msgspec.Struct, frozen=True):
    """A filter: the name of its field, its label, what may be chosen."""

    name: str
    label: str
    choices: tuple[Choice, ...]


class Rows(msgspec.Struct, frozen=True):
    """The figures of an indicator: its name, its slug, rows with their cities: those of the article
    where it does not say which of them a figure is of."""

    name: str
    slug: str
    rows: tuple[tuple[FigureRow, tuple[Named, ...]], ...]


class Link(msgspec.Struct, frozen=True):
    """A link to figures: a name and an address, perhaps how many there are."""

    name: str
    address: str
    count: int = 0


class FiguresData(msgspec.Struct, frozen=True, kw_only=True):
    """What the template is given: tables, links to more, and on the page of all the filters.

    ``above`` are the pages that lead to one of an indicator or a year.
    """

    page: Frame
    tables: tuple[Rows, ...]
    links: tuple[Link, ...]
    data: str
    whole: bool = False
    above: tuple[Link, ...] = ()
    compare: str = ""
    filters: tuple[Filter, ...] = ()


def units(library: Library, shared: Shared) -> Iterator[tuple[str, FiguresItem]]:
    """The page of each edition."""
    for edition in library.editions:
        found = library.figures[edition]
        known = {slug: _group(slug, parts) for slug, parts in found.parts.items()}
        yield edition, _index(edition, found, known)


class PartRows(msgspec.Struct, frozen=True, array_like=True):
    """A part of the figures of an indicator, and its articles."""

    name: str
    year: int
    number: int
    rows: RowsOf


class IndicatorPages(msgspec.Struct, frozen=True, array_like=True):
    """The pages of an indicator, in the editions that have the same figures; ``keys`` are the
    parts of every edition that has pages of it."""

    editions: tuple[Edition, ...]
    group: Group
    parts: tuple[PartRows, ...]
    keys: tuple[tuple[Edition, tuple[Key, ...]], ...]


def groups(library: Library, shared: Shared) -> Iterator[tuple[str, IndicatorPages]]:
    """Each indicator, where the figures are many."""
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
            group = IndicatorPages(tuple(editions), _group(slug, parts), rows, keys)
            yield f"{editions[0]}/{slug}", group


def units_of(group: IndicatorPages, shared: Shared) -> Iterator[tuple[str, IndicatorItem]]:
    """The pages of an indicator. The editions' pages of a part are made one after the other, so
    that its articles are read once."""
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


def _index(edition: Edition, found: Figures, groups: Mapping[str, Group]) -> FiguresItem:
    shown = found.refs if found.whole else newest(found.refs, most=_NEWEST)[0]
    return FiguresItem(
        edition,
        tuple(
            msgspec.structs.replace(group, size=sum(part.size for part in found.parts[slug]))
            for slug, group in groups.items()
        ),
        tuple(ref.listed for ref in shown),
        found.cities,
        found.topics,
        found.years,
        found.whole,
    )


def _group(slug: str, parts: Sequence[Part]) -> Group:
    return Group(slug, parts[0].refs[0].listed)


def artifacts(item: FiguresItem | IndicatorItem, shared: Shared) -> Iterator[Artifact]:
    """The page."""
    made = _all(item, shared) if isinstance(item, FiguresItem) else _one(item, shared)
    yield page(made, f"the page {made.page.address}")


def _all(item: FiguresItem, shared: Shared) -> FiguresData:
    edition, local = item.edition, shared.local(item.edition)
    names = {group.slug: _name(group, local, shared) for group in item.groups}
    ordered = sorted(item.groups, key=lambda group: _order(group.slug, names[group.slug]))
    found = _rows(shared, edition, item.articles)
    tables = tuple(
        Rows(names[group.slug], group.slug, tuple(found[group.slug]))
        for group in ordered
        if group.slug in found
    )
    links = tuple(
        Link(names[group.slug], address.indicator(edition, group.slug), group.size)
        for group in (() if item.whole else ordered)
    )
    return FiguresData(
        page=frame(
            shared,
            kind="figure_tables",
            section="cities",
            edition=edition,
            address=address.figures(edition),
            title=local.words["figures"],
            description=local.words["figures_intro"],
            peers={other: address.figures(other) for other in shared.site.editions},
        ),
        tables=tables,
        links=links,
        data="figures",
        whole=item.whole,
        compare=address.compare(edition),
        filters=_filters(item, names, local),
    )


def _one(item: IndicatorItem, shared: Shared) -> FiguresData:
    edition, local = item.edition, shared.local(item.edition)
    slug = item.group.slug
    name = _name(item.group, local, shared)
    part = Part(slug, item.year, item.number, 0, ())
    rows = _rows(shared, edition, item.articles, slug, item.year).get(slug, ())

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
            kind="figure_tables",
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


def _name(group: Group, local: Localizer, shared: Shared) -> str:
    """An indicator in the words of the edition."""
    for figure in shared.meta(group.known).figures:
        found = figure.finding
        if slug_of(found) == group.slug:
            named = label_of(local, found.term, found.about, "amount")
            return named or kind_name(local, found.kind, many=True)
    return group.slug


def _order(slug: str, name: str) -> tuple[bool, str]:
    """Indicators by name, figures of what is not known after them."""
    return slug.startswith("other-"), name


def _rows(
    shared: Shared,
    edition: Edition,
    articles: Sequence[MetaRef],
    only: str = "",
    year: int = 0,
) -> dict[str, list[tuple[FigureRow, tuple[Named, ...]]]]:
    """The rows of ``articles`` by indicator, the latest year first."""
    local = shared.local(edition)
    found: dict[str, list[tuple[int, FigureRow, tuple[Named, ...]]]] = {}
    for ref in articles:
        meta = shared.meta(ref)
        entry = shared.entry(ref, edition)
        for measure in measures(meta.figures):
            one = measure.main.finding
            slug, of = slug_of(one), year_of(one, meta.date)
            if (only and slug != only) or (year and of != year):
                continue
            row = row_of(measure, meta, local, entry)
            if row is not None:
                codes = (row.code,) if row.code else meta.cities[:_CITIES]
                cities = tuple(map(local.city_link, codes))
                found.setdefault(slug, []).append((of, row, cities))
    return {
        slug: [(row, cities) for _, row, cities in sorted(rows, key=lambda item: -item[0])]
        for slug, rows in found.items()
    }


def _filters(item: FiguresItem, names: Mapping[str, str], local: Localizer) -> tuple[Filter, ...]:
    cities = [(local.city_place(code).slug, local.city_link(code).name) for code in item.cities]
    indicators = sorted(names.items(), key=lambda pair: _order(*pair))
    topics = [(slug, local.topic_names[slug]) for slug in item.topics]
    years = [(str(year), str(year)) for year in item.years]
    return (
        _filter("indicator", local.words["indicator"], indicators),
        _filter("city", local.words["figures_city"], sorted(cities)),
        _filter("topic", local.words["figures_topic"], topics),
        _filter("year", local.words["figures_year"], years),
    )


def _filter(name: str, label: str, pairs: Sequence[tuple[str, str]]) -> Filter:
    return Filter(name, label, tuple(Choice(value, text) for value, text in pairs))


def listed(library: Library) -> Iterator[Listed]:
    """The page of all figures, and those of indicators."""
    every = library.figures
    # Editions mostly have the same figures.
    kinds = {id(found): found for found in every.values()}
    latest = max((last_change(found.refs) for found in kinds.values()), default="")
    yield Listed({other: address.figures(other) for other in every}, latest)
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
    "figure_tables",
    units,
    artifacts,
    "cities",
    listed=listed,
    groups=groups,
    units_of=units_of,
)
