"""Key figures as data files, documented in ``docs/figures.md``.

These are ``figures.json`` and ``figures.csv``; on a site with many figures, parts of them by
indicator and year; and a file for each city.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from generator.library.article import ArticleMeta, MetaRef
from generator.library.figures import Figures, newest
from generator.library.index import Library
from generator.library.rows import Rows
from generator.pages.figure_records import Records
from generator.pages.kind import Artifact, Kind
from generator.pages.measures import Measure, measures
from generator.pipeline.shared import Shared
from generator.statistics.indicators import slug_of, year_of

_VERSION = 1
# The most articles that the file of a city lists.
_STORIES = 5
# The columns of a table of figures, in order; documented in ``docs/figures.md``.
COLUMNS = (
    "indicator", "indicator_zh", "indicator_en", "city_code", "city_zh", "city_en", "whole_city",
    "year", "months", "year_from", "value", "unit", "text_zh", "text_en", "change_percent",
    "certainty", "said_zh", "said_en", "article", "date", "title_zh", "title_en", "source_zh",
    "source_en", "topics", "paragraph", "url", "period_start", "period_end", "period_kind",
    "period_zh", "period_en", "place_code", "place_zh", "place_en",
)  # fmt: skip


class DataItem(msgspec.Struct, frozen=True):
    """A data file and its table (unless ``table`` is false): their path without extension, the
    articles, and a selection of their figures.

    ``slug``, ``year`` and ``city`` (a code) select figures. ``complete`` is false if ``articles``
    are not all articles with figures. ``topics`` are the topics of the city with the number of
    articles. ``parts`` (of the first file) counts the files of each indicator by year; the key
    ``all`` stands for one file for all years.
    """

    path: str
    articles: tuple[MetaRef, ...]
    slug: str = ""
    year: int = 0
    city: str = ""
    complete: bool = True
    total: int = -1
    parts: dict[str, dict[str, int]] = {}
    topics: tuple[tuple[str, int], ...] = ()
    stories: tuple[MetaRef, ...] = ()
    table: bool = True


class IndicatorData(msgspec.Struct, frozen=True, array_like=True):
    """The files of an indicator: path below ``figures/``, year and articles of each part."""

    slug: str
    parts: tuple[tuple[str, int, Rows], ...]


class CityData(msgspec.Struct, frozen=True, array_like=True):
    """The file of a city: its code, its slug, and its articles."""

    code: str
    slug: str
    rows: Rows


def units(library: Library, shared: Shared) -> Iterator[tuple[str, DataItem]]:
    """One unit for the file of the newest figures."""
    found = _widest(library)
    refs, complete = newest(found.refs)
    parts: dict[str, dict[str, int]] = {}
    for part in () if complete else found.every:
        parts.setdefault(part.slug, {})[str(part.year or "all")] = part.number
    listed = tuple(ref.listed for ref in refs)
    yield "", DataItem("figures", listed, complete=complete, total=found.total, parts=parts)


def groups(library: Library, shared: Shared) -> Iterator[tuple[str, IndicatorData | CityData]]:
    """One group for each indicator, if there are many figures, and for each city."""
    found = _widest(library)
    if not newest(found.refs)[1]:
        for slug, parts in found.parts.items():
            rows = tuple((part.name, part.year, Rows(part.refs)) for part in parts)
            yield slug, IndicatorData(slug, rows)
    index = max(library.editions.values(), key=lambda index: len(index.articles), default=None)
    for code, refs in index.cities.items() if index else ():
        place = shared.gazetteer.by_code(code)
        if place is not None:
            yield f"city/{code}", CityData(code, place.slug, Rows(refs))


def units_of(group: IndicatorData | CityData, shared: Shared) -> Iterator[tuple[str, DataItem]]:
    """The files of an indicator, or of a city."""
    if isinstance(group, IndicatorData):
        for name, year, rows in group.parts:
            yield name, DataItem(f"figures/{name}", rows.listed, group.slug, year)
        return
    code, refs = group.code, group.rows.refs
    mine, whole = newest(refs, code)
    topics: dict[str, int] = {}
    for ref in refs:
        for slug in ref.topics:
            topics[slug] = topics.get(slug, 0) + 1
    yield (
        f"city/{code}",
        DataItem(
            f"cities/{group.slug}",
            tuple(ref.listed for ref in mine),
            city=code,
            complete=whole,
            total=sum(ref.figures.get(code, 0) for ref in refs),
            topics=tuple(sorted(topics.items(), key=lambda pair: (-pair[1], pair[0]))),
            stories=tuple(ref.listed for ref in refs[:_STORIES]),
            table=False,
        ),
    )


def _widest(library: Library) -> Figures:
    """The figures of the edition that has the most."""
    return max(library.figures.values(), key=lambda found: found.total, default=Figures())


def artifacts(item: DataItem, shared: Shared) -> Iterator[Artifact]:
    """The file, and its table."""
    yield Artifact(f"{item.path}.json", f"{item.path}.json", render_json, item)
    if item.table:
        yield Artifact(f"{item.path}.csv", f"{item.path}.csv", render_csv, item)


def render_json(item: DataItem, shared: Shared) -> bytes:
    """The figures, and the indicators, cities, topics and articles that they refer to."""
    made, figures = shared.tool(_Latest).of(item)
    stories = [made.article(shared.meta(ref)) for ref in item.stories]
    data: dict[str, Any] = {"version": _VERSION, "complete": item.complete}
    if item.total >= 0:
        data["total"] = item.total
    if item.city:
        made.city(item.city)
        data |= {
            "city": item.city,
            "topics_of_city": [{"topic": slug, "articles": n} for slug, n in item.topics],
            "newest": stories,
        }
        for slug, _ in item.topics:
            made.topic(slug)
    base = shared.site.base_url
    data |= {
        "article_url": f"{base}{{edition}}/articles/{{article}}/#{{anchor}}",
        "parts": item.parts,
        "indicators": dict(sorted(made.indicators.items())),
        "cities": dict(sorted(made.cities.items())),
        "places": dict(sorted(made.places.items())),
        "topics": dict(sorted(made.topics.items())),
        "articles": dict(sorted(made.articles.items())),
        "figures": figures,
    }
    return msgspec.json.encode(data) + b"\n"


def render_csv(item: DataItem, shared: Shared) -> bytes:
    """The figures as CSV: UTF-8 with a byte order mark, which spreadsheets need."""
    made, figures = shared.tool(_Latest).of(item)
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(COLUMNS)
    for figure in figures:
        table.writerow([_cell(cell) for cell in _line(figure, made)])
    return "\ufeff".encode() + out.getvalue().encode()


_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def _cell(value: object) -> str:
    """Mark a text that a spreadsheet would take for a formula; numbers stay as they are."""
    text = "" if value is None else str(value)
    if not text.startswith(_FORMULA):
        return text
    number = text.lstrip("-").removesuffix("%").replace(".", "", 1).isdigit()
    return text if number else f"'{text}"


def _line(one: Mapping[str, Any], made: Records) -> list[object]:
    city = made.cities.get(one["city"] or "", {"name": {}})["name"]
    place = made.places.get(one["place"] or "", {"name": {}})["name"]
    article = made.articles[one["article"]]
    indicator = made.indicators[one["indicator"]]
    text, said = one["text"], one["said"]
    change = one["change"]
    edition = next(iter(article["title"]), "")
    return [
        one["indicator"], indicator.get("zh-Hans"), indicator.get("en"),
        one["city"], city.get("zh-Hans"), city.get("en"), int(one["whole_city"]),
        one["year"], one["months"], one["year_from"], one["value"], one["unit"],
        text.get("zh-Hans"), text.get("en"), change and change["percent"], one["certainty"],
        said.get("zh-Hans"), said.get("en"), one["article"], article["date"],
        article["title"].get("zh-Hans"), article["title"].get("en"),
        article["source"].get("zh-Hans"), article["source"].get("en"),
        " ".join(article["topics"]), one["anchor"],
        f"{made.base}{edition.lower()}/articles/{one['article']}/#{one['anchor']}",
        one["period"]["start"], one["period"]["end"], one["period_kind"],
        one["period"].get("zh-Hans"), one["period"].get("en"),
        one["place"], place.get("zh-Hans"), place.get("en"),
    ]  # fmt: skip


def _measures(item: DataItem, shared: Shared) -> Iterator[tuple[Measure, ArticleMeta]]:
    for ref in item.articles:
        meta = shared.meta(ref)
        for measure in measures(meta.figures):
            found = measure.main.finding
            if item.slug and slug_of(found) != item.slug:
                continue
            if item.year and year_of(found, meta.date) != item.year:
                continue
            if not item.city or found.city == item.city:
                yield measure, meta


class _Latest:
    """Caches the figures of the last item, since its JSON and CSV files are made one after the
    other."""

    def __init__(self, shared: Shared) -> None:
        self._shared = shared
        self._item: DataItem | None = None
        self._found: tuple[Records, list[dict[str, Any]]] = (Records(shared), [])

    def of(self, item: DataItem) -> tuple[Records, list[dict[str, Any]]]:
        """The records that the figures of ``item`` refer to, and the figures."""
        if item is not self._item:
            made = Records(self._shared)
            found = [made.figure(measure, meta) for measure, meta in _measures(item, self._shared)]
            self._item, self._found = item, (made, found)
        return self._found


KIND = Kind("figure_data", units, artifacts, groups=groups, units_of=units_of)
