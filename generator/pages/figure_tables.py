"""The page of figures across cities. On a site with many figures it has only the newest, and links
to all indicators."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from generator.config import Edition
from generator.library.article import MetaRef
from generator.library.figures import Figures, newest
from generator.library.index import Library
from generator.pages.figure_rows import (
    TEMPLATE,
    Choice,
    FiguresData,
    Filter,
    Group,
    Link,
    Rows,
    group_of,
    name_of,
    rows_of,
)
from generator.pages.frame import frame, page
from generator.pages.kind import Artifact, Kind, Listed
from generator.pages.lists import last_change
from generator.pipeline.shared import Shared
from generator.render import address
from generator.render.city_lists import from_a_to_z
from generator.render.views import Localizer

# The approximate number of figures on that page on a large site.
_NEWEST = 50


class FiguresItem(msgspec.Struct, frozen=True):
    """The page of all figures. ``articles`` are those with figures, or the newest of them."""

    edition: Edition
    groups: tuple[Group, ...]
    articles: tuple[MetaRef, ...]
    cities: tuple[str, ...]
    topics: tuple[str, ...]
    years: tuple[int, ...]
    whole: bool


def units(library: Library, shared: Shared) -> Iterator[tuple[str, FiguresItem]]:
    """One unit for each edition."""
    for edition in library.editions:
        found = library.figures[edition]
        known = {slug: group_of(slug, parts) for slug, parts in found.parts.items()}
        yield edition, _index(edition, found, known)


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


def artifacts(item: FiguresItem, shared: Shared) -> Iterator[Artifact]:
    """The page."""
    made = _all(item, shared)
    yield page(made, f"the page {made.page.address}")


def _all(item: FiguresItem, shared: Shared) -> FiguresData:
    edition, local = item.edition, shared.local(item.edition)
    names = {group.slug: name_of(group, local, shared) for group in item.groups}
    ordered = sorted(item.groups, key=lambda group: _order(group.slug, names[group.slug]))
    found = rows_of(shared, edition, item.articles)
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
            kind=TEMPLATE,
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


def _order(slug: str, name: str) -> tuple[bool, str]:
    """The sort key of indicators: by name, unknown indicators last."""
    return slug.startswith("other-"), name


def _filters(item: FiguresItem, names: Mapping[str, str], local: Localizer) -> tuple[Filter, ...]:
    cities = [
        (local.city_place(code).slug, local.city_link(code).name)
        for code in from_a_to_z(item.cities, local)
    ]
    indicators = sorted(names.items(), key=lambda pair: _order(*pair))
    topics = [(slug, local.topic_names[slug]) for slug in item.topics]
    unstated = str(local.words["figures_no_year"])
    years = [(str(year), str(year) if year else unstated) for year in item.years]
    return (
        _filter("indicator", local.words["indicator"], indicators),
        _filter("city", local.words["figures_city"], cities),
        _filter("topic", local.words["figures_topic"], topics),
        _filter("year", local.words["figures_year"], years),
    )


def _filter(name: str, label: str, pairs: Sequence[tuple[str, str]]) -> Filter:
    return Filter(name, label, tuple(Choice(value, text) for value, text in pairs))


def listed(library: Library) -> Iterator[Listed]:
    """The page of all figures."""
    every = library.figures
    # Most editions share the same figures.
    kinds = {id(found): found for found in every.values()}
    latest = max((last_change(found.refs) for found in kinds.values()), default="")
    yield Listed({other: address.figures(other) for other in every}, latest)


KIND = Kind("figure_tables", units, artifacts, "cities", listed=listed)
