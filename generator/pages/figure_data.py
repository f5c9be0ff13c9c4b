"""Key figures as data, documented in ``docs/figures.md``.

``figures.json`` and ``figures.csv``, their parts by indicator and year where they are many, and a
file for each city.
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
from generator.pages.city_figures import Measure, measures
from generator.pages.figure_records import Records
from generator.pages.kind import Artifact, Kind
from generator.pipeline.shared import Shared
from generator.statistics.indicators import slug_of, year_of

_VERSION = 1
# Stories of a city's file.
_STORIES = 5
# What a table of figures has, in this order; documented in ``docs/figures.md``.
COLUMNS = (
    "indicator", "indicator_zh", "indicator_en", "city_code", "city_zh", "city_en", "whole_city",
    "year", "months", "year_from", "value", "unit", "text_zh", "text_en", "change_percent",
    "certainty", "said_zh", "said_en", "article", "date", "title_zh", "title_en", "source_zh",
    "source_en", "topics", "paragraph", "url",
)  # fmt: skip


class DataItem(msgspec.Struct, frozen=True):
    """A file of data and its table: their path without ending, the articles, which figures of
    those. ``city`` is a code, ``topics`` count its articles; ``parts`` of the first file count the
    files of each indicator by year (``all`` where it has one file)."""

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
    """The file of a city: its code, its address, its articles."""

    code: str
    slug: str
    rows: Rows


def units(library: Library, shared: Shared) -> Iterator[tuple[str, DataItem]]:
    """The file of the newest figures."""
    found = _widest(library)
    refs, complete = newest(found.refs)
    parts: dict[str, dict[str, int]] = {}
    for part in () if complete else found.every:
        parts.setdefault(part.slug, {})[str(part.year or "all")] = part.number
    listed = tuple(ref.listed for ref in refs)
    yield "", DataItem("figures", listed, complete=complete, total=found.total, parts=parts)


def groups(library: Library, shared: Shared) -> Iterator[tuple[str, IndicatorData | CityData]]:
    """The indicators where the figures are many, and each city."""
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
    """The figures of the edition that has most."""
    return max(library.figures.values(), key=lambda found: found.total, default=Figures())


def artifacts(item: DataItem, shared: Shared) -> Iterator[Artifact]:
    """The file, and its table."""
    yield Artifact(f"{item.path}.json", f"{item.path}.json", render_json, item)
    if item.table:
        yield Artifact(f"{item.path}.csv", f"{item.path}.csv", render_csv, item)


def render_json(item: DataItem, shared: Shared) -> bytes:
    """The figures with what they refer to: indicators, cities, topics, articles."""
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
        "topics": dict(sorted(made.topics.items())),
        "articles": dict(sorted(made.articles.items())),
        "figures": figures,
    }
    return msgspec.json.encode(data) + b"\n"


def render_csv(item: DataItem, shared: Shared) -> bytes:
    """The same as a table: UTF-8 with a byte order mark, which spreadsheets need to see."""
    made, figures = shared.tool(_Latest).of(item)
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(COLUMNS)
    for figure in figures:
        table.writerow([_cell(cell) for cell in _line(figure, made)])
    return "\ufeff".encode() + out.getvalue().encode()


_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def _cell(value: object) -> str:
    """A text that a spreadsheet would take for a formula is marked as a text; numbers stay."""
    text = "" if value is None else str(value)
    number = text.lstrip("-").replace(".", "", 1).isdigit()
    return f"'{text}" if text.startswith(_FORMULA) and not number else text


def _line(one: Mapping[str, Any], made: Records) -> list[object]:
    city = made.cities.get(one["city"] or "", {"name": {}})["name"]
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
    """The figures of the item asked for last, as its file and then its table have them."""

    def __init__(self, shared: Shared) -> None:
        self._shared = shared
        self._item: DataItem | None = None
        self._found: tuple[Records, list[dict[str, Any]]] = (Records(shared), [])

    def of(self, item: DataItem) -> tuple[Records, list[dict[str, Any]]]:
        """What the figures of ``item`` refer to, and the figures by their fields."""
        if item is not self._item:
            made = Records(self._shared)
            found = [made.figure(measure, meta) for measure, meta in _measures(item, self._shared)]
            self._item, self._found = item, (made, found)
        return self._found


KIND = Kind("figure_data", units, artifacts, groups=groups, units_of=units_of)
