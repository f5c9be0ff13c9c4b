"""The content of a letter: the articles of a period, in groups, each with a few figures."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal

import msgspec

from generator.config import Edition
from generator.library.article import ArticleMeta, ArticleRef, KeyFigure
from generator.pages.feed import machine_note
from generator.pages.figures import Row, article_rows, place_of
from generator.pipeline.shared import Shared
from generator.render import address, dates
from generator.render.views import Entry, Localizer, Named
from generator.statistics import Finding

By = Literal["city", "topic"]
# Figures shown for an article, and the days of a letter for which no period was given.
_FIGURES, _DAYS = 2, 7
# The most characters of the preview that mail programs show after the subject.
_PREHEADER = 140


class Period(msgspec.Struct, frozen=True):
    """The first and last day of a letter, in ISO 8601. ``month`` (``2023-10``) is set if it is a
    whole month."""

    first: str
    last: str
    month: str = ""

    @property
    def name(self) -> str:
        """The base name of the letter's files."""
        return self.month or self.last

    def said(self, edition: Edition) -> str:
        """The period in words."""
        if self.month:
            return dates.long_month(self.month, edition)
        days = (dates.long_date(self.first, edition), dates.long_date(self.last, edition))
        return days[0] if self.first == self.last else " – ".join(days)


class Beside(msgspec.Struct, frozen=True):
    """An article in the second language of a letter. ``figures`` are one to one with those of the
    first language; ``None`` where the second language has no words for one."""

    entry: Entry
    url: str
    figures: tuple[Row | None, ...]
    note: str


class Item(msgspec.Struct, frozen=True):
    """An article of a letter. ``note`` says how its text was made, if a reader must know (by
    machine, or not translated). ``rank`` is its place among all articles, newest first. ``beside``
    is the article in the second language, if the letter has two."""

    entry: Entry
    url: str
    figures: tuple[Row, ...]
    note: str
    rank: int = 0
    beside: Beside | None = None


class Group(msgspec.Struct, frozen=True):
    """A city or topic with its articles; ``name`` is empty for articles that have none. ``second``
    is the name in the second language of the letter."""

    name: str
    url: str
    items: tuple[Item, ...]
    second: str = ""


class Issue(msgspec.Struct, frozen=True):
    """A letter in one edition. If ``second`` is set, each text stands in that edition too.
    ``moment`` is that of the newest article, ``count`` the number of articles."""

    edition: Edition
    period: str
    title: str
    preheader: str
    url: str
    moment: str
    count: int
    groups: tuple[Group, ...]
    second: Edition | Literal[""] = ""
    second_period: str = ""


def period_of(refs: Sequence[ArticleRef], since: date | None, month: str) -> Period | None:
    """The period of a letter: ``month``, or from ``since`` to the newest article, or the seven days
    that end with the newest article. ``None`` if no article is in that period."""
    if month:
        named = [ref for ref in refs if ref.moment[:7] == month]
        days = sorted(ref.moment[:10] for ref in named)
        return Period(days[0], days[-1], month) if days else None
    if not refs:
        return None
    newest = max(ref.moment[:10] for ref in refs)
    first = since or date.fromisoformat(newest) - timedelta(days=_DAYS - 1)
    return Period(first.isoformat(), newest) if first.isoformat() <= newest else None


def make_issue(
    refs: Sequence[ArticleRef],
    edition: Edition,
    period: Period,
    by: By,
    shared: Shared,
    second: Edition | None = None,
) -> Issue | None:
    """The letter of ``edition`` with the articles of ``refs`` (newest first) that are in the
    period; ``None`` if there are none. With ``second``, the letter has the text of that edition
    too."""
    due = [
        ref
        for ref in refs
        if (ref.moment[:7] == period.month if period.month else True)
        and period.first <= ref.moment[:10] <= period.last
    ]
    if not due:
        return None
    local, base = shared.local(edition), shared.site.base_url
    groups: dict[tuple[str, str, str], list[Item]] = {}
    for rank, ref in enumerate(due):
        item = _item(ref, edition, rank, shared, second)
        named = _named(item.entry, by)
        beside = _named(shared.entry(ref.listed, second), by) if second else ()
        key = (named[0].name, base + named[0].address) if named else ("", "")
        groups.setdefault((*key, beside[0].name if beside else ""), []).append(item)
    ranked = sorted(groups.items(), key=lambda one: (not one[0][0], -len(one[1]), one[1][0].rank))
    said = period.said(edition)
    where = address.month(edition, period.month) if period.month else address.folder(edition)
    headlines = " · ".join(items[0].entry.title for _, items in ranked)
    return Issue(
        edition=edition,
        period=said,
        title=f"{local.title}{f' {shared.local(second).title}' if second else ''} · {said}",
        preheader=headlines[: _PREHEADER - 1] + "…" if len(headlines) > _PREHEADER else headlines,
        url=base + where,
        moment=due[0].moment,
        count=len(due),
        groups=tuple(Group(name, url, tuple(items), other) for (name, url, other), items in ranked),
        second=second or "",
        second_period=period.said(second) if second else "",
    )


def _named(entry: Entry, by: By) -> Sequence[Named]:
    return entry.cities if by == "city" else entry.topics


def _item(
    ref: ArticleRef, edition: Edition, rank: int, shared: Shared, second: Edition | None
) -> Item:
    local, meta = shared.local(edition), shared.meta(ref.listed)
    entry = shared.entry(ref.listed, edition)
    rows: list[tuple[Row, Row | None]] = []
    for figure in _best(meta, local):
        row = _row(meta, figure, local)
        if row is not None:
            rows.append((row, _row(meta, figure, shared.local(second)) if second else None))
    note, beside, base = _note(meta, local), None, shared.site.base_url
    if second and meta.of(second).status == "original":
        note = note or local.words["letter_original"]
    elif second:
        other = shared.entry(ref.listed, second)
        said = _note(meta, shared.local(second))
        beside = Beside(other, base + other.address, tuple(row for _, row in rows), said)
    return Item(entry, base + entry.address, tuple(row for row, _ in rows), note, rank, beside)


def _best(meta: ArticleMeta, local: Localizer) -> list[KeyFigure]:
    """The figures for the item of an article, in the order of the text: those of the headline,
    amounts and statistics of a whole city before others."""

    def rank(figure: KeyFigure) -> tuple[bool, ...]:
        found = figure.finding
        return (not found.headline, found.kind == "percent", not found.whole, bool(found.place))

    told = [one for one in meta.figures if _tells(one.finding)]
    told = [one for one in told if (row := _row(meta, one, local)) is not None and row.label]
    chosen = sorted(told, key=rank)[:_FIGURES]
    return [one for one in told if one in chosen]


def _tells(found: Finding) -> bool:
    """Whether a figure tells a reader something without its sentence: "Amount" and a number of
    companies do not, and the site or floor area of a factory would be taken for the city's."""
    if not found.term or (found.bare and not found.headline):
        return False
    return found.kind != "measure" or found.headline or found.whole


def _row(meta: ArticleMeta, figure: KeyFigure, local: Localizer) -> Row | None:
    row = next(article_rows(msgspec.structs.replace(meta, figures=(figure,)), local), None)
    apart = len({one.finding.place for one in meta.figures}) > 1
    if row is not None and apart and (place := place_of(figure.finding, local)):
        return msgspec.structs.replace(row, label=f"{place} · {row.label}")
    return row


def _note(meta: ArticleMeta, local: Localizer) -> str:
    shown = meta.of(local.edition)
    if shown.status == "machine":
        return machine_note(shown, local)
    return str(local.words["letter_original"]) if shown.status == "original" else ""


def _headline(item: Item) -> Item:
    """The item without its summary and figures."""
    beside = item.beside
    if beside is not None:
        entry = msgspec.structs.replace(beside.entry, summary="")
        beside = msgspec.structs.replace(beside, entry=entry, figures=())
    entry = msgspec.structs.replace(item.entry, summary="")
    return msgspec.structs.replace(item, figures=(), entry=entry, beside=beside)


def shortened(issue: Issue, summaries: int, titles: int) -> tuple[Issue, int]:
    """``issue`` with summaries only for the newest ``summaries`` articles, and only the newest
    ``titles`` articles at all. Also returns how many articles are left out."""
    groups = []
    for group in issue.groups:
        items = tuple(
            item if item.rank < summaries else _headline(item)
            for item in group.items
            if item.rank < titles
        )
        if items:
            groups.append(msgspec.structs.replace(group, items=items))
    return msgspec.structs.replace(issue, groups=tuple(groups)), max(0, issue.count - titles)
