"""Rows about projects and companies, for their own pages and for pages of cities."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from generator.config import Edition
from generator.library.article import ArticleMeta, ArticleRef, MetaRef
from generator.library.entities import STAGE_RANK, Entity, Event
from generator.pipeline.shared import Shared
from generator.render import address, dates
from generator.render.views import Entry, Localizer, Named
from generator.words import say

# Articles of a city that are searched for the latest stage of one entity, and entities that the
# page of a city shows.
_LOOKED = 5
_SHOWN = 24
_CHINESE = " 一二三四五六七八九"
_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")


class EntityLine(msgspec.Struct, frozen=True, array_like=True):
    """An entity of a city: the newest articles of the city that name it, and how many do."""

    entity: Entity
    articles: tuple[MetaRef, ...]
    total: int


class TimelineRow(msgspec.Struct, frozen=True):
    """A step in the life of an entity. ``stage`` is in words, empty if only an amount is reported;
    ``phase`` (in words) is the part of the project that it is a step of, empty for the whole.
    ``date`` is in words, ``day`` in ISO 8601. If ``reported`` is true, the step has no date of its
    own and this is the date of the article. ``sources`` lead to the paragraphs."""

    stage: str
    phase: str
    day: str
    date: str
    reported: bool
    amount: str
    cities: tuple[Named, ...]
    sources: tuple[Entry, ...]


class EntityRow(msgspec.Struct, frozen=True):
    """An entity in a list, with its furthest reported step."""

    name: str
    address: str
    kind: str
    count: int
    last: TimelineRow | None


class _Step(msgspec.Struct, frozen=True):
    event: Event
    meta: ArticleMeta
    ref: MetaRef

    @property
    def day(self) -> str:
        return self.event.date or self.meta.date[:10]


def lines_of(refs: Iterable[ArticleRef], known: Mapping[str, Entity]) -> tuple[EntityLine, ...]:
    """The entities that ``refs`` (newest first) name; those of the newest articles come first."""
    naming: dict[str, list[ArticleRef]] = {}
    for ref in refs:
        for entity in ref.entities:
            naming.setdefault(entity.name, []).append(ref)
    return tuple(
        EntityLine(known[name], tuple(ref.listed for ref in found[:_LOOKED]), len(found))
        for name, found in list(naming.items())[:_SHOWN]
    )


def entity_link(entity: Entity, edition: Edition, count: int = 0) -> Named:
    """The name of an entity with its address."""
    where = address.entity(edition, entity.kind, entity.slug)
    return Named(entity.called(edition), where, count)


def entity_rows(
    shared: Shared, edition: Edition, lines: Sequence[EntityLine]
) -> tuple[EntityRow, ...]:
    """The rows of entities for the page of a city."""
    return tuple(
        EntityRow(
            line.entity.called(edition),
            address.entity(edition, line.entity.kind, line.entity.slug),
            line.entity.kind,
            line.total,
            last_step(timeline(shared, edition, line.entity.name, line.articles)),
        )
        for line in lines
    )


def timeline(
    shared: Shared, edition: Edition, name: str, refs: Sequence[MetaRef]
) -> tuple[TimelineRow, ...]:
    """The steps of an entity in the articles, the earliest first. Several articles about the same
    step make one row."""
    local = shared.local(edition)
    steps = [step for step in _steps(shared, name, refs) if step.event.stage or step.event.amount]
    groups: dict[tuple[str, str, str, str], list[_Step]] = {}
    for step in sorted(steps, key=lambda step: not step.event.date):
        key = next((key for key, group in groups.items() if _same(step, group)), None)
        own = (step.day, step.event.stage, step.event.phase, step.ref.slug)
        groups.setdefault(key or own, []).append(step)
    ordered = sorted(groups.values(), key=lambda group: _place(group[0]))
    return tuple(_row(group, local, shared, edition) for group in ordered)


def _steps(shared: Shared, name: str, refs: Sequence[MetaRef]) -> Iterator[_Step]:
    for ref in refs:
        meta = shared.meta(ref)
        for mention in meta.entities:
            if mention.name == name:
                for event in mention.events:
                    yield _Step(event, meta, ref)


def _place(step: _Step) -> tuple[str, int, str, str]:
    """The sort key of steps; a date that is only a year or month sorts after all days within it."""
    event = step.event
    return f"{step.day}-99-99"[:10], STAGE_RANK[event.stage], event.phase, step.ref.slug


def _same(step: _Step, group: Sequence[_Step]) -> bool:
    """Whether a step was already reported by another article about the same city."""
    first = group[0]
    mine, known = step.event, first.event
    if mine.stage != known.stage or not set(step.meta.cities) & set(first.meta.cities):
        return False
    if mine.phase != known.phase:
        return False
    if mine.amount and known.amount and mine.amount != known.amount:
        return False
    if step.ref.slug == first.ref.slug:
        return False
    if mine.date and known.date:
        return mine.date.startswith(known.date) or known.date.startswith(mine.date)
    # A step without a date may be the one that was reported before.
    return step.day >= first.day


def _row(group: Sequence[_Step], local: Localizer, shared: Shared, edition: Edition) -> TimelineRow:
    first = max(group, key=lambda step: (bool(step.event.date), len(step.event.date)))
    exact = first.event.date
    said = next((step.event for step in group if step.event.amount), first.event)
    amount = said.english if edition == "en" else local.chinese(said.amount)
    codes = dict.fromkeys(code for step in group for code in step.meta.cities)
    return TimelineRow(
        stage=_stage_words(local).get(first.event.stage, ""),
        phase=_phase_words(first.event.phase, local),
        day=exact or first.meta.date[:10],
        date=_said(exact, edition) if exact else local.date(first.meta),
        reported=not exact,
        amount=amount,
        cities=tuple(local.city_link(code) for code in codes),
        sources=tuple(_source(step, shared, edition) for step in group),
    )


def _stage_words(local: Localizer) -> dict[str, str]:
    return {
        "signed": local.words["stage_signed"],
        "started": local.words["stage_started"],
        "topped": local.words["stage_topped"],
        "built": local.words["stage_built"],
        "producing": local.words["stage_producing"],
        "halted": local.words["stage_halted"],
        "resumed": local.words["stage_resumed"],
        "cancelled": local.words["stage_cancelled"],
        "bankrupt": local.words["stage_bankrupt"],
    }


def _phase_words(phase: str, local: Localizer) -> str:
    """The phases with the numbers ``phase``: 一、二期, Phases I, II."""
    numbers = [int(number) for number in phase.split(",") if number]
    if not numbers:
        return ""
    if local.edition == "en":
        which = ", ".join(_ROMAN[number] for number in numbers)
    else:
        which = "、".join(_CHINESE[number] for number in numbers)
    return say(local.words, "entity_phase", n=len(numbers), which=which)


def _source(step: _Step, shared: Shared, edition: Edition) -> Entry:
    entry = shared.entry(step.ref, edition)
    anchor = f"p{step.event.block}" if step.event.block else "content"
    return msgspec.structs.replace(entry, address=f"{entry.address}#{anchor}")


def _said(written: str, edition: Edition) -> str:
    """A day, month or year in words."""
    if len(written) == len("2023-08-30"):
        return dates.long_date(written, edition)
    if len(written) == len("2023-08"):
        return dates.long_month(written, edition)
    return written if edition == "en" else f"{written}年"


def said_of(row: TimelineRow, local: Localizer) -> str:
    """A step in a few words: stage, date and amount."""
    when = say(local.words, "entity_reported", date=row.date) if row.reported else row.date
    stage = row.stage or local.words["entity_investment"]
    return " · ".join(filter(None, (row.phase, stage, when, row.amount)))


def last_step(rows: Sequence[TimelineRow]) -> TimelineRow | None:
    """The last stage of a timeline; its last row if there is only an investment."""
    return next((row for row in reversed(rows) if row.stage), rows[-1] if rows else None)
