"""The table of a city's key figures, with indicator, period, amount, change and source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

import msgspec

from generator.config import Edition
from generator.library.article import ArticleMeta, MetaRef
from generator.pages.figures import anchor_of, place_of, with_minus
from generator.pages.measures import Measure, measures, told_of
from generator.pipeline.shared import Shared
from generator.render.views import Entry, Localizer
from generator.statistics import Finding
from generator.statistics.indicators import slug_of, year_of
from generator.statistics.signs import signed
from generator.statistics.spans import dates_of, time_of

# Equal figures with at least this many digits are taken as the same figure, whatever they measure.
_TELLING = 3
# Rows of named indicators that are enough for a table of their own.
_ENOUGH = 4
# Rows on the page of a city, folded rows, and rows of one indicator and period. The page of figures
# across cities has all of them.
_SHOWN, _FOLDED, _ALIKE = 24, 12, 3
# The fewest rows of a year for which there are as many.
_LEAST = 3


class SourceLink(msgspec.Struct, frozen=True):
    """The source of a figure: publisher and date, the title if it is in the page's language, and
    the address of the paragraph."""

    name: str
    date: str
    title: str
    address: str
    lang: str
    draft: bool


class FigureRow(msgspec.Struct, frozen=True):
    """A row of a table of figures; columns are sorted by the fields ending in ``_key``. An empty
    ``amount`` or ``change`` means that there is none.

    ``code`` is that of the city, ``place`` the name of its county or zone that the figure is of,
    ``indicator`` a slug; a ``total`` is that of a table. ``rank`` is
    0 for an indicator of the whole city, 1 for an indicator of something in it, and 2 for a figure
    that needs its sentence to be understood, or is quoted in another language.
    """

    label: str
    planned: bool
    said: str
    lang: str
    period: str
    period_key: str
    amount: str
    value_key: str
    change: str
    change_key: str
    sources: tuple[SourceLink, ...]
    code: str = ""
    place: str = ""
    indicator: str = ""
    rank: int = 0
    total: bool = False


Years = tuple[tuple[int, tuple[FigureRow, ...]], ...]


def rows_by_year(
    shared: Shared, edition: Edition, code: str, refs: Sequence[MetaRef]
) -> tuple[Years, Years, bool]:
    """The figures of a city by year, the latest first, each figure once; the year is 0, and comes
    last, for figures whose article does not state it. The first result has named indicators, the
    second figures that need their sentence. If there are few named ones, all are in the first
    result. Both are limited, since the page of figures across cities has all; the third result says
    whether any were left out."""
    merged: dict[tuple[object, ...], dict[str, tuple[int, FigureRow]]] = {}
    for ref in refs:
        meta = shared.meta(ref)
        entry = shared.entry(ref, edition)
        cells: Counter[tuple[object, ...]] = Counter()
        for measure in measures(meta.figures):
            found = measure.main.finding
            if found.city != code:
                continue
            row = row_of(measure, meta, shared.local(edition), entry)
            if row is None:
                continue
            year = year_of(found, meta.date)
            # Equal values of the whole city at the same time are the same figure; others may
            # measure two different things.
            same = found.subject and found.whole and bool(found.months)
            telling = _telling(found)
            key = (
                (year, row.place, row.label, row.amount, row.change, row.planned),
                same or telling or (ref.slug, found),
            )
            # Equal cells of one table are of different things.
            cells[key] += found.row >= 0
            alike = (*key, max(0, cells[key] - 1))
            told = row.period if not telling or time_of(found).is_told else ""
            _merge(merged.setdefault(alike, {}), told, found.year, row, vague=telling)
    # Rows are chosen by the year of the article where the figure has none.
    every = [item for of in merged.values() for item in of.values()]
    rows = sorted(every, key=lambda item: (-_chosen_by(item[1]), item[1].rank, not item[1].total))
    clear = [item for item in rows if item[1].rank < 2]
    if len(clear) < _ENOUGH:
        few = _few(rows, _SHOWN)
        return _years(few), (), len(few) < len(rows)
    rest = [item for item in rows if item[1].rank == 2]
    few, folded = _few(clear, _SHOWN), rest[:_FOLDED]
    return _years(few), _years(folded), len(few) + len(folded) < len(rows)


def _merge(
    alike: dict[str, tuple[int, FigureRow]], told: str, year: int, row: FigureRow, *, vague: bool
) -> None:
    """Add a ``row`` of ``year`` to those that are ``alike`` except for their period: to that with
    the same one (``told``), or, if ``vague``, to one where either tells no more than the year."""
    if vague and told not in alike and alike:
        other = next(iter(alike)) if not told else ""
        if other in alike:
            alike[told or other] = alike.pop(other)
            told = told or other
    if told in alike:
        before, known = alike[told]
        exact = row if len(row.period) > len(known.period) else known
        row = msgspec.structs.replace(
            known,
            sources=known.sources + row.sources,
            period=exact.period,
            period_key=exact.period_key,
        )
        year = max(before, year)
    alike[told] = (year, row)


def _few(rows: Sequence[tuple[int, FigureRow]], most: int) -> list[tuple[int, FigureRow]]:
    """At most ``most`` rows: those of every year, first those of the whole city, with at most
    `_ALIKE` of each indicator and period, and the totals of their tables."""
    seen: Counter[tuple[int, int, str, str]] = Counter()
    found = []
    for year, row in rows:
        key = (year, _chosen_by(row), row.label, row.period)
        seen[key] += not row.total
        if row.total or seen[key] <= _ALIKE:
            found.append((year, row))
    years = {year or _chosen_by(row) for year, row in found}
    share = max(_LEAST, most // max(1, len(years)))
    told: Counter[int] = Counter()
    kept: set[int] = set()
    for at in sorted(range(len(found)), key=lambda at: _weight(found[at][1])):
        year = found[at][0] or _chosen_by(found[at][1])
        told[year] += 1
        if told[year] <= share:
            kept.add(at)
    first = sorted(kept)[:most]
    rest = [at for at in range(len(found)) if at not in kept]
    return [found[at] for at in sorted([*first, *rest[: most - len(first)]])]


def _weight(row: FigureRow) -> tuple[bool, int, bool]:
    """The less, the sooner a row is shown of those of its year."""
    return bool(row.place), row.rank, not row.total


def _chosen_by(row: FigureRow) -> int:
    """The year of a row, or that of its article if it has none."""
    return int(row.period_key[:4])


def _years(rows: Sequence[tuple[int, FigureRow]]) -> Years:
    """The rows by year, those without one last, the newest of their articles first."""
    ordered = sorted(
        rows, key=lambda item: "" if item[0] else item[1].sources[0].date, reverse=True
    )
    years = groupby(sorted(ordered, key=lambda item: -item[0]), key=lambda item: item[0])
    return tuple((year, tuple(row for _, row in of)) for year, of in years)


def _telling(found: Finding) -> bool:
    return len(found.value.replace(".", "").rstrip("0")) >= _TELLING


def row_of(measure: Measure, meta: ArticleMeta, local: Localizer, entry: Entry) -> FigureRow | None:
    """The row of a figure of the article ``meta``, whose ``entry`` is its source; ``None`` if the
    edition can neither name nor quote it."""
    told = told_of(measure, local)
    if told is None:
        return None
    found = measure.main.finding
    return FigureRow(
        label=told.label,
        planned=found.planned,
        said=told.said,
        lang=told.lang,
        period=told.period,
        period_key=_period_key(found, meta.date),
        amount=with_minus(told.amount),
        value_key=_first(found.value) if measure.amount else "",
        change=told.change,
        change_key=signed(measure.change.finding) if measure.change else "",
        sources=(_source(meta, entry, found),),
        code=found.city,
        place=place_of(found, local),
        indicator=slug_of(found),
        total=found.total,
        rank=2 if not found.term or found.bare or told.lang else 0 if found.whole else 1,
    )


def _period_key(found: Finding, date: str) -> str:
    """A number by which periods are sorted: by their last day, then by their first."""
    dates = dates_of(time_of(found), date)
    if not dates.end:
        return f"{date[:4]}{'0' * 12}"
    return f"{dates.end}{dates.start}".replace("-", "")


def _source(meta: ArticleMeta, entry: Entry, found: Finding) -> SourceLink:
    at = f"{entry.address}#{anchor_of(found)}"
    title = "" if entry.lang else entry.title
    return SourceLink(entry.source, meta.date[:10], title, at, entry.source_lang, entry.draft)


def _first(value: str) -> str:
    """The number of a figure, with its sign; the first one of a range (``20000-200000``)."""
    return value[:1] + value[1:].partition("-")[0]
