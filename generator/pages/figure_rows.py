"""Tables of figures across cities, for the page of all figures and the pages of indicators."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from generator.config import Edition
from generator.library.article import MetaRef
from generator.library.figures import Part
from generator.pages.city_figures import FigureRow, row_of
from generator.pages.figures import kind_name, label_of
from generator.pages.frame import Frame
from generator.pages.measures import measures
from generator.pipeline.shared import Shared
from generator.render.views import Localizer, Named
from generator.statistics.indicators import slug_of, year_of

# The template of both kinds of page.
TEMPLATE = "figure_tables"
# The most cities that a row names for an article.
_CITIES = 3


class Group(msgspec.Struct, frozen=True, array_like=True):
    """An indicator: its slug, and the oldest article with a figure of it. ``size`` is the number of
    its figures on the page of all figures.

    No other page states that number: otherwise each new article would change all of these pages.
    """

    slug: str
    known: MetaRef
    size: int = 0


class Choice(msgspec.Struct, frozen=True, array_like=True):
    """An option of a filter."""

    value: str
    name: str


class Filter(msgspec.Struct, frozen=True):
    """A filter: the name of its form field, its label, and its options."""

    name: str
    label: str
    choices: tuple[Choice, ...]


class Rows(msgspec.Struct, frozen=True):
    """The figures of an indicator: its name, its slug, and its rows, each with the cities of the
    figure. If the city of a figure is unknown, these are the cities of the article."""

    name: str
    slug: str
    rows: tuple[tuple[FigureRow, tuple[Named, ...]], ...]


class Link(msgspec.Struct, frozen=True):
    """A link to figures: name, address, and their number if known."""

    name: str
    address: str
    count: int = 0


class FiguresData(msgspec.Struct, frozen=True, kw_only=True):
    """The data for the template: tables, links to more figures, and on the page of all figures the
    filters.

    ``above`` are the parent pages of the page of an indicator or a year.
    """

    page: Frame
    tables: tuple[Rows, ...]
    links: tuple[Link, ...]
    data: str
    whole: bool = False
    above: tuple[Link, ...] = ()
    compare: str = ""
    filters: tuple[Filter, ...] = ()


def group_of(slug: str, parts: Sequence[Part]) -> Group:
    """The indicator ``slug``, whose figures are in ``parts``."""
    return Group(slug, parts[0].refs[0].listed)


def name_of(group: Group, local: Localizer, shared: Shared) -> str:
    """The name of an indicator in the edition's language."""
    for figure in shared.meta(group.known).figures:
        found = figure.finding
        if slug_of(found) == group.slug:
            named = label_of(local, found.term, found.about, "amount")
            return named or kind_name(local, found.kind, many=True)
    return group.slug


def rows_of(
    shared: Shared,
    edition: Edition,
    articles: Sequence[MetaRef],
    only: str = "",
    year: int = 0,
) -> dict[str, list[tuple[FigureRow, tuple[Named, ...]]]]:
    """The rows of ``articles`` by indicator, the latest period first. ``only`` selects an indicator
    by its slug, ``year`` a year."""
    local = shared.local(edition)
    found: dict[str, list[tuple[FigureRow, tuple[Named, ...]]]] = {}
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
                found.setdefault(slug, []).append((row, cities))
    return {
        slug: sorted(rows, key=lambda item: -int(item[0].period_key))
        for slug, rows in found.items()
    }
