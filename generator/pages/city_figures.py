"""The table of a city's key figures: what is measured, when, how much, the change, the source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

import msgspec

from generator.config import Edition
from generator.library.article import ArticleMeta, KeyFigure, MetaRef
from generator.pages.figures import amount_of, anchor_of, words_of
from generator.pipeline.shared import Shared
from generator.render.periods import span
from generator.render.views import Entry, Localizer
from generator.statistics import Finding
from generator.statistics.indicators import slug_of, year_of

# Equal figures with so many digits or more are taken for the same, whatever they are of.
_TELLING = 3
# So many rows of indicators make a table by themselves.
_ENOUGH = 4
# Rows of a city's page, those that are folded, and rows of one indicator and period: the figures
# across cities have all of them.
_SHOWN, _FOLDED, _ALIKE = 15, 12, 3
# Letters of the words of an article beside a figure: a row of a table is short.
_SAID = {"en": 84, "zh-Hans": 36, "zh-Hant": 36}


class SourceLink(msgspec.Struct, frozen=True):
    """An article that has a figure: who published it and when, its title if it is in the page's
    language, its paragraph."""

    name: str
    date: str
    title: str
    address: str
    lang: str
    draft: bool


class FigureRow(msgspec.Struct, frozen=True):
    """A row of a table of figures; an empty text is no figure. Keys are what columns are sorted by.

    ``code`` is that of the city, ``indicator`` the slug; ``rank`` is 0 for what the whole city is
    measured by, 1 for what is measured of something in it, 2 for what only its sentence explains,
    or words of another language.
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
    indicator: str = ""
    rank: int = 0


Years = tuple[tuple[int, tuple[FigureRow, ...]], ...]


class Measure(NamedTuple):
    """A figure of an article with the growth or fall that the article gives for it.

    ``amount`` or ``change`` may be missing, not both.
    """

    amount: KeyFigure | None
    change: KeyFigure | None

    @property
    def main(self) -> KeyFigure:
        """The one that says what it is about."""
        found = self.amount or self.change
        assert found is not None
        return found


def measures(figures: Sequence[KeyFigure]) -> Iterator[Measure]:
    """The figures of an article in their order, each growth beside its amount."""
    changes: dict[tuple[object, ...], KeyFigure] = {}
    for figure in figures:
        if figure.finding.shape != "amount":
            changes.setdefault(_thing(figure.finding), figure)
    amounts = {_thing(one.finding) for one in figures if one.finding.shape == "amount"}
    for figure in figures:
        found, key = figure.finding, _thing(figure.finding)
        if found.shape == "amount":
            yield Measure(figure, changes.pop(key, None) if found.term else None)
        elif key not in amounts or changes.get(key, figure) is not figure:
            yield Measure(None, figure)


def _thing(found: Finding) -> tuple[object, ...]:
    return found.term, found.city, found.year, found.months, found.planned


def rows_by_year(
    shared: Shared, edition: Edition, code: str, refs: Sequence[MetaRef]
) -> tuple[Years, Years]:
    """The figures of a city by their year, the latest first, each thing said once: indicators,
    and figures that only their sentence explains. Few of both are one table;
    many are cut, since the figures across cities have all."""
    merged: dict[tuple[object, ...], tuple[int, FigureRow]] = {}
    for ref in refs:
        meta = shared.meta(ref)
        entry = shared.entry(ref, edition)
        for measure in measures(meta.figures):
            found = measure.main.finding
            if found.city != code:
                continue
            row = row_of(measure, meta, shared.local(edition), entry)
            if row is None:
                continue
            year = year_of(found, meta.date)
            # The same of the whole city at the same time; anything else may be of two things.
            same = found.subject and found.whole and bool(found.months)
            telling = _telling(found)
            key = (
                (year, row.label, row.amount, row.change, row.planned),
                "" if telling else row.period,
                same or telling or (ref.slug, found),
            )
            if key in merged:
                _, known = merged[key]
                row = msgspec.structs.replace(
                    known,
                    sources=known.sources + row.sources,
                    period=known.period or row.period,
                    period_key=known.period_key if known.period else row.period_key,
                )
            merged[key] = (year, row)
    rows = sorted(merged.values(), key=lambda item: (-item[0], item[1].rank))
    clear = [item for item in rows if item[1].rank < 2]
    if len(clear) < _ENOUGH:
        return _years(_few(rows, _SHOWN)), ()
    rest = [item for item in rows if item[1].rank == 2]
    return _years(_few(clear, _SHOWN)), _years(rest[:_FOLDED])


def _few(rows: Sequence[tuple[int, FigureRow]], most: int) -> list[tuple[int, FigureRow]]:
    """The first ``most`` rows, a few of each indicator and period."""
    seen: Counter[tuple[int, str, str]] = Counter()
    found = []
    for year, row in rows:
        seen[year, row.label, row.period] += 1
        if seen[year, row.label, row.period] <= _ALIKE:
            found.append((year, row))
    return found[:most]


def _years(rows: Sequence[tuple[int, FigureRow]]) -> Years:
    years = groupby(rows, key=lambda item: item[0])
    return tuple((year, tuple(row for _, row in of)) for year, of in years)


def _telling(found: Finding) -> bool:
    return len(found.value.replace(".", "").rstrip("0")) >= _TELLING


def row_of(
    measure: Measure, meta: ArticleMeta, local: Localizer, entry: Entry | None = None
) -> FigureRow | None:
    """The row of a figure; ``None`` where the edition can neither name nor quote it.

    ``entry`` is its article as a list shows it, where the row has a source.
    """
    figure = measure.main
    found = figure.finding
    named = words_of(figure, local, plain=True)
    if named is None:
        return None
    label, said, lang = named
    amount = amount_of(found, local) if measure.amount else ""
    change = _change(measure.change.finding, local) if measure.change else ""
    year = year_of(found, meta.date)
    return FigureRow(
        label=label,
        planned=found.planned,
        said=_short(said, local.edition if not lang else "zh-Hans"),
        lang=lang,
        period=span(found.year, found.months, local.edition)
        or (_year(found.year, local.edition) if found.year else ""),
        period_key=f"{year}{found.months.replace('/', '') or '0000'}",
        amount=amount,
        value_key=found.value.partition("-")[0] if measure.amount else "",
        change=change,
        change_key=_signed(measure.change.finding) if measure.change else "",
        sources=() if entry is None else (_source(meta, entry, found),),
        code=found.city,
        indicator=slug_of(found),
        rank=2 if not found.term or found.bare or lang else 0 if found.whole else 1,
    )


def _source(meta: ArticleMeta, entry: Entry, found: Finding) -> SourceLink:
    at = f"{entry.address}#{anchor_of(found)}"
    title = "" if entry.lang else entry.title
    return SourceLink(entry.source, meta.date[:10], title, at, entry.source_lang, entry.draft)


def _year(year: int, edition: Edition) -> str:
    return str(year) if edition == "en" else f"{year}年"


def _signed(found: Finding) -> str:
    return f"-{found.value}" if found.shape == "fall" else found.value


def _change(found: Finding, local: Localizer) -> str:
    """``+33.9%``; what is not exact is said in words: ``at least 9.5%``."""
    if not found.exact:
        amount = amount_of(found, local)
        return f"−{amount}" if found.shape == "fall" else amount
    return f"{'−' if found.shape == 'fall' else '+'}{found.value}%"


def _short(said: str, edition: Edition) -> str:
    """Words that fit a row, cut at the end where they are longer."""
    most = _SAID[edition]
    if len(said) <= most:
        return said
    cut = said[:most]
    space = max(cut.rfind(mark) for mark in (" ", "，", "、", "；"))
    return f"{cut[: space if space > most // 2 else most].rstrip('，、； ,;')}…"
