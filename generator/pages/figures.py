"""Key figures as tables show them: on an article's page, and on its city's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

import msgspec

from generator.config import Edition
from generator.library.article import ArticleMeta, KeyFigure, MetaRef
from generator.pipeline.shared import Shared
from generator.render.periods import span
from generator.render.views import Entry, Localizer
from generator.words import say


class Row(msgspec.Struct, frozen=True):
    """A key figure as a table shows it.

    ``label`` is what it is about, ``said`` the words of the article round it (``lang`` is
    set where they are not in the page's language); one of the two may be empty. ``sources``
    are the articles that have it, each at its paragraph; empty on the article's own page,
    where ``anchor`` leads to the paragraph.
    """

    label: str
    planned: bool
    period: str
    said: str
    lang: str
    amount: str
    anchor: str
    sources: tuple[Entry, ...] = ()


def article_rows(meta: ArticleMeta, local: Localizer) -> Iterator[Row]:
    """The key figures of an article for its own page, in the order of the text."""
    for figure in meta.figures:
        row = _row(figure, local, None)
        if row is not None:
            yield row


def rows_by_year(
    shared: Shared, edition: Edition, code: str, refs: Sequence[MetaRef]
) -> tuple[tuple[int, tuple[Row, ...]], ...]:
    """The figures of a city by the year of their articles, each thing said once."""
    local = shared.local(edition)
    merged: dict[tuple[object, ...], tuple[int, Row]] = {}
    for ref in refs:
        meta = shared.meta(ref)
        entry = shared.entry(ref, edition)
        for figure in meta.figures:
            found = figure.finding
            row = _row(figure, local, entry) if found.city == code else None
            if row is None:
                continue
            year = int(meta.date[:4])
            # The same of the whole city at the same time; anything else may be of two things.
            same = found.subject and found.whole and found.months
            key = (year, row.label, row.amount, row.planned, row.period, same or (ref.slug, found))
            if key in merged:
                _, known = merged[key]
                row = msgspec.structs.replace(known, sources=known.sources + row.sources)
            merged[key] = (year, row)
    rows = sorted(merged.values(), key=lambda item: -item[0])
    years = groupby(rows, key=lambda item: item[0])
    return tuple((year, tuple(row for _, row in of)) for year, of in years)


def best_row(shared: Shared, edition: Edition, ref: MetaRef) -> tuple[int, str, Row] | None:
    """The figure of an article that says the most by itself, after how far it is from saying all
    (the lower the better) and the code of the city, where the text says it is the whole city's.
    ``None`` where there is none."""
    local, entry = shared.local(edition), shared.entry(ref, edition)
    best: tuple[int, str, Row] | None = None
    for figure in shared.meta(ref).figures:
        found = figure.finding
        lacks = (
            not found.city, not found.term, found.bare, found.planned, not found.whole,
            not found.subject,
        )  # fmt: skip
        rank = sum(lack << place for place, lack in enumerate(reversed(lacks)))
        if best is None or rank < best[0]:
            row = _row(figure, local, entry)
            best = best if row is None else (rank, found.city if found.subject else "", row)
    return best


def _row(figure: KeyFigure, local: Localizer, entry: Entry | None) -> Row | None:
    """``None`` where this edition can neither name the figure nor quote words round it.

    ``entry`` is the article where the row stands on another page than its own.
    """
    found, edition = figure.finding, local.edition
    name = label(local, figure)
    said, lang = "", ""
    if not name or found.bare or not (entry is None or (found.whole and found.subject)):
        quote = figure.quotes.get(edition)
        said, lang = (quote.text, quote.lang) if quote else ("", "")
    if (not name and not said) or (found.bare and not said):
        return None
    amount = found.english if edition == "en" else local.chinese(found.source)
    if said.strip("。；").replace("：", "") == name + amount or said.lower() == name.lower():
        said = ""
    what = name or local.words[f"figure_of_{found.kind}"]
    # What only the headline says leads to the top of the page.
    anchor = f"p{found.block}" if found.block else "content"
    at = f"{entry.address}#{anchor}" if entry is not None else ""
    return Row(
        label=what,
        planned=found.planned and bool(name),
        period=span(found.year, found.months, edition),
        said=said,
        lang=lang,
        amount=amount,
        anchor=anchor,
        sources=() if entry is None else (msgspec.structs.replace(entry, address=at),),
    )


def label(local: Localizer, figure: KeyFigure) -> str:
    """What a figure is about, in the words of the edition; empty where that is not certain."""
    return label_of(local, figure.finding.term, figure.finding.about, figure.finding.shape)


def label_of(local: Localizer, term: str, about: str, shape: str) -> str:
    """The name of an indicator in the words of the edition."""
    if not term:
        return ""
    name = about[:1].upper() + about[1:] if local.edition == "en" else local.chinese(term)
    return name if shape == "amount" else say(local.words, f"figure_{shape}", name=name)
