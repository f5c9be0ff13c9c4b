"""The pages of a city; the first also has its map, neighbours, counties and figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from generator.config import Edition
from generator.library.article import ArticleRef, MetaRef
from generator.library.cities import Part, figured, neighbours, parts, series_of
from generator.library.index import EditionIndex, Library
from generator.maps import projection
from generator.maps import view as maps
from generator.pages import lists
from generator.pages.city_figures import Years, rows_by_year
from generator.pages.entity_rows import EntityLine, EntityRow, entity_rows, lines_of
from generator.pages.figures import amount_of, label_of, with_minus
from generator.pages.frame import Frame, page
from generator.pages.kind import Artifact, Kind
from generator.pages.lists import Slice, Span
from generator.pipeline.shared import Shared
from generator.render import address
from generator.render.periods import span
from generator.render.views import CityName, Entry, Localizer, Named
from generator.statistics import series
from generator.words import say

# The most titles shown for a county.
_TITLES = 2
# The size of the small map, in units of its view box.
_LOCATOR = (300, 210)


class PartItem(msgspec.Struct, frozen=True, array_like=True):
    """A county or zone: its code, the number of articles about it, and the newest of them."""

    code: str
    total: int
    articles: tuple[MetaRef, ...]


class Beside(msgspec.Struct, frozen=True):
    """The content beside the summaries on the first page of a city."""

    near: tuple[tuple[str, int], ...]
    parts: tuple[PartItem, ...]
    figured: tuple[MetaRef, ...]
    left_out: bool
    series: tuple[series.Series, ...]
    entities: tuple[EntityLine, ...] = ()


class CityItem(msgspec.Struct, frozen=True):
    """A page of a city's list; only the first one has ``beside``."""

    edition: Edition
    code: str
    part: Slice
    editions: tuple[Edition, ...]
    beside: Beside | None = None


class CityPages(msgspec.Struct, frozen=True, array_like=True):
    """Some numbered pages of a city, in the editions that have the same articles."""

    editions: tuple[Edition, ...]
    code: str
    span: Span


class Locator(msgspec.Struct, frozen=True):
    """The small map with the position of the city, and its description for screen readers."""

    where: projection.Spot
    spoken: str
    width: int
    height: int
    ground: str
    province: str
    transform: str


class Bar(msgspec.Struct, frozen=True):
    """A bar of a chart."""

    year: int
    amount: str
    y: int
    length: float
    computed: bool


class Graph(msgspec.Struct, frozen=True):
    """A chart: its caption, a description for screen readers, its bars and height. ``note``
    explains values that articles do not state themselves."""

    caption: str
    spoken: str
    bars: tuple[Bar, ...]
    height: int
    note: str = ""


class CityData(msgspec.Struct, frozen=True, kw_only=True):
    """The data for the template; the fields after ``first_page`` are empty on other pages. ``more``
    are figures that need their sentence to be understood; ``in_part``: there are others."""

    page: Frame
    city: CityName
    feed_anchor: str
    entries: tuple[Entry, ...]
    first_page: bool
    locator_map: Locator | None = None
    near: tuple[tuple[Named, str], ...] = ()
    parts: tuple[tuple[Named, tuple[Entry, ...]], ...] = ()
    years: Years = ()
    more: Years = ()
    in_part: bool = False
    graphs: tuple[Graph, ...] = ()
    compare: str = ""
    all_figures: str = ""
    entities: tuple[EntityRow, ...] = ()


def units(library: Library, shared: Shared) -> Iterator[tuple[str, CityItem]]:
    """One unit for the first page of each city."""
    for index, having in library.indexes:
        beside = _all_beside(index, library, shared)
        for code in index.cities:
            part, editions = next(next(_spans(library, index, code, shared)).slices())
            for edition in having:
                item = CityItem(edition, code, part, editions, beside[code])
                yield f"{edition}/{code}/0", item


def groups(library: Library, shared: Shared) -> Iterator[tuple[str, CityPages]]:
    """The numbered pages of each city in groups."""
    for index, having in library.indexes:
        for code in index.cities:
            for pages in _spans(library, index, code, shared):
                if pages.first:
                    yield f"{having[0]}/{code}/{pages.first}", CityPages(having, code, pages)


def units_of(group: CityPages, shared: Shared) -> Iterator[tuple[str, CityItem]]:
    """One unit for each page of a group."""
    for part, editions in group.span.slices():
        for edition in group.editions:
            item = CityItem(edition, group.code, part, editions)
            yield f"{edition}/{group.code}/{part.number}", item


def _spans(library: Library, index: EditionIndex, code: str, shared: Shared) -> Iterator[Span]:
    lengths = {e: len(found.cities.get(code, ())) for e, found in library.editions.items()}
    return lists.spans(index.cities[code], lengths, shared.site.page_size)


def _all_beside(index: EditionIndex, library: Library, shared: Shared) -> dict[str, Beside]:
    near = neighbours(list(index.cities), shared.gazetteer)
    return {
        code: Beside(
            near=near.get(code, ()),
            parts=tuple(_part_items(parts(code, refs, shared.gazetteer))),
            figured=_listed(having := figured(code, refs)),
            left_out=len(having) < sum(1 for ref in refs if ref.figures.get(code)),
            series=tuple(series_of(code, refs)),
            entities=lines_of(refs, library.entities),
        )
        for code, refs in index.cities.items()
    }


def _part_items(found: Sequence[Part]) -> Iterator[PartItem]:
    """The counties with their newest articles: those that no earlier county has shown, else one
    article."""
    seen: set[str] = set()
    for part in found:
        fresh = [ref for ref in part.articles if ref.slug not in seen][:_TITLES]
        shown = fresh or part.articles[:1]
        seen.update(ref.slug for ref in shown)
        yield PartItem(part.place.code, len(part.articles), _listed(shown))


def _listed(refs: Sequence[ArticleRef]) -> tuple[MetaRef, ...]:
    return tuple(ref.listed for ref in refs)


def artifacts(item: CityItem, shared: Shared) -> Iterator[Artifact]:
    """The page."""
    edition, part, code = item.edition, item.part, item.code
    local = shared.local(edition)
    place = local.city_place(code)
    where = address.city(edition, place.slug)
    named = local.city(code, part.total, "")
    entries = tuple(shared.entry(ref, edition) for ref in part.articles)
    data = CityData(
        page=lists.list_frame(
            shared,
            part,
            lambda other: address.city(other, place.slug),
            item.editions,
            kind="city",
            section="cities",
            edition=edition,
            title=named.title,
            description=lists.described(named.title, part.total, entries, local),
            instead=address.cities,
            feed_name=f"{local.title} · {named.short}",
        ),
        city=named,
        feed_anchor=address.feed_anchor(where),
        entries=entries,
        first_page=item.beside is not None,
    )
    if item.beside is not None:
        beside = item.beside
        years, more, cut = rows_by_year(shared, edition, code, beside.figured)
        data = msgspec.structs.replace(
            data,
            locator_map=_locator(local, code),
            near=tuple(
                (local.city_link(other), say(local.words, "kilometres", n=far))
                for other, far in beside.near
            ),
            parts=tuple(_part(shared, one, edition) for one in beside.parts),
            years=years,
            more=more,
            in_part=cut or beside.left_out,
            graphs=tuple(_graph(local, one) for one in beside.series),
            compare=f"{address.compare(edition)}?c={place.slug}",
            all_figures=f"{address.figures(edition)}?city={place.slug}",
            entities=entity_rows(shared, edition, beside.entities),
        )
    yield page(data, f"the page {data.page.address}")


def _locator(local: Localizer, code: str) -> Locator:
    place = local.city_place(code)
    where = projection.spot(place.longitude, place.latitude)
    province = local.gazetteer.province_of(code) or place
    inside = "" if province == place else local.place(province)
    spoken = say(local.words, "map_of", name=local.short_place(place))
    view = maps.view_of([where, *maps.corners(province.code)], *_LOCATOR)
    return Locator(
        view.place(where),
        f"{spoken}, {inside}" if inside else spoken,
        view.width,
        view.height,
        view.ground(province.code),
        maps.province(province.code),
        view.transform,
    )


def _part(shared: Shared, part: PartItem, edition: Edition) -> tuple[Named, tuple[Entry, ...]]:
    local = shared.local(edition)
    named = Named(local.place(local.city_place(part.code)), "", part.total)
    return named, tuple(shared.entry(ref, edition) for ref in part.articles)


def _graph(local: Localizer, one: series.Series) -> Graph:
    name = label_of(local, one.term, one.about, one.shape)
    when = span(one.months, local.edition, ended=one.ended)
    caption = f"{name} · {when}" if when else name
    bars = tuple(
        Bar(
            bar.year, with_minus(amount_of(bar.found, local)), bar.y, bar.length, bar.found.computed
        )
        for bar in series.bars(one)
    )
    spoken = "; ".join(f"{bar.year}: {bar.amount}" for bar in bars)
    notes = []
    if any(bar.computed for bar in bars):
        notes.append(local.words["chart_computed"])
    if any(value.found.inferred for value in one.values):
        notes.append(local.words["chart_inferred"])
    note = " ".join(map(str, notes))
    return Graph(caption, f"{caption}. {spoken}", bars, len(bars) * series.ROW, note)


KIND = Kind("city", units, artifacts, "cities", groups=groups, units_of=units_of)
