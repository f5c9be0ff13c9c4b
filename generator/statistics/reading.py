"""Find the key figures of one article in its Simplified text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from generator.figures import Figure
from generator.statistics.bases import is_base
from generator.statistics.bounds import read_amount
from generator.statistics.carried import Course
from generator.statistics.counties import Told
from generator.statistics.currency import currency_before, currency_of, of_currency
from generator.statistics.dating import time_of
from generator.statistics.events import is_event
from generator.statistics.falls import way_of
from generator.statistics.finding import Finding
from generator.statistics.headline import find_told, told
from generator.statistics.indicators import Indicator, usual_term
from generator.statistics.kept import Kept
from generator.statistics.label import CITYWIDE, Label
from generator.statistics.lead import is_passed
from generator.statistics.naming import in_turn, label_of
from generator.statistics.owners import Cities, is_subject, is_unknown, owners_of
from generator.statistics.pairs import growth_at, of_amount, repeats
from generator.statistics.per_unit import unit_of
from generator.statistics.period import period
from generator.statistics.places import Place, places
from generator.statistics.plans import is_planned_head, plan_of
from generator.statistics.sections import goes_on_with_aims, is_reported, without_estimates
from generator.statistics.signs import fallen, way_at, with_sign
from generator.statistics.spans import Period
from generator.statistics.table_units import is_total
from generator.statistics.things import is_listed
from generator.statistics.thresholds import is_threshold
from generator.statistics.volumes import is_volume

# The greatest number of key figures of an article, unless its headline and tables have more;
# `_OTHERS` more from the text are allowed in any case, chosen from the best `_CANDIDATES`; from
# tables at most `_OF_TABLES`, as many as an article's page can show. Of counted things the text has
# `_THINGS` besides.
MOST = 8
_OTHERS = 4
_CANDIDATES = 12
_THINGS = 4
_OF_TABLES = 60
# The rank of a figure without a label.
_NAMELESS = 3

_KINDS = frozenset({"money", "measure", "count", "percent"})


class _Candidate(NamedTuple):
    """A candidate for a key figure: its rank (lower is better), place and label. ``must`` is 0 if
    the headline has it, 1 if it is in a table, else 2, or 3 if it is a total of a table, which a
    sentence may have told. ``grows`` and ``real`` as in `Finding`.
    """

    must: int
    rank: int
    order: int
    place: Place
    label: Label | None
    when: Period | None = None
    inferred: bool = False
    grows: int = -1
    real: bool = False


def findings(
    blocks: Sequence[str],
    year: int,
    cities: Cities,
    known: Mapping[str, Indicator],
    *,
    month: int = 0,
    headline: str = "",
    home: str = "",
) -> tuple[Finding, ...]:
    """The key figures of the HTML ``blocks``: those of the ``headline`` first, then in the
    order of the text, without duplicates.

    ``year`` and ``month`` are those of the article, ``home`` is what `home_currency` says of it.
    All figures of the headline and of tables are included, then others until there are `MOST`, but
    at least `_OTHERS` of them. Money, measures, percentages and counts with a known indicator come
    first; then those without one, except counts.
    """
    titled = told(headline)
    course = Course(blocks, headline, year, month)
    candidates = list(_candidates(blocks, year, month, cities, known, titled, headline))
    grown = {one.grows for one in candidates}
    candidates.sort(
        # Of what has no name, an amount with its growth says the most.
        key=lambda one: (
            one.must, one.rank, one.place.row < 0,
            one.must == 2 and one.label is None and one.order not in grown, one.order,
        )
    )  # fmt: skip
    pairs = {one.grows: one for one in candidates if one.grows >= 0 and one.must == 2}
    kept = Kept()
    seen = tables = chosen = others = things = 0
    for one in candidates:
        if pairs.get(one.grows) is one:
            continue  # With its amount.
        thing = one.must == 2 and one.label is not None and one.label.indicator.thing
        if thing:
            if things >= _THINGS:
                continue
        elif one.must == 2:
            seen += 1
            if seen > _CANDIDATES or (chosen >= MOST and others >= _OTHERS):
                continue
        elif one.place.row >= 0:
            tables += 1
            if tables > _OF_TABLES:
                continue
        found = _finding(one, year, month, cities, home, course)
        if found is not None and kept.add(found, in_order=one.must > 0):
            things += thing
            chosen += not thing
            others += one.must == 2 and not thing
        growth = pairs.get(one.order)
        change = _finding(growth, year, month, cities, home, course) if growth else None
        if change is not None:
            kept.add(change, in_order=True)
    for told_of in titled:
        figure = of_currency(told_of, currency_of(told_of, headline, "", home))
        found = _of_headline(figure, cities, headline, year, month)
        if not kept.has_value(found.value, found.unit):
            kept.add(found, in_order=False)
    return tuple(kept.in_order())


def _candidates(
    blocks: Sequence[str],
    year: int,
    month: int,
    cities: Cities,
    known: Mapping[str, Indicator],
    titled: Sequence[Figure],
    headline: str,
) -> Iterator[_Candidate]:
    wanted = {(one.value, one.unit) for one in titled}
    missing = dict.fromkeys(wanted)
    named = (*cities.names.values(), *cities.parts.names.values())
    names = tuple(name for of in named for name in of)
    before: Label | None = None
    where: tuple[object, ...] = ()
    last: _Candidate | None = None
    cells: dict[tuple[int, int, int], _Candidate] = {}  # Amounts by block, row and column.
    order = 0
    for place in places(blocks, headline):
        order += 1
        figure = _read(place.amount) if wanted else None
        value = (figure.value, figure.unit) if figure else ("", "")
        amount = last if place.row < 0 else cells.get((place.block, place.row, place.of))
        if amount and value not in wanted and repeats(place, amount.place):
            continue  # 5012亿元，首次突破5000亿元
        if value not in wanted and is_passed(place):
            continue  # 突破5000亿元，达5012亿元
        missing.pop(value, None)
        when, inferred = in_turn(place, year, month)
        label = label_of(place, known, names, in_turn=when is not None)
        growth = growth_at(place, amount.place) if amount else None
        if amount and growth and label is None:
            label = of_amount(amount.label, growth)
        # The owner of a figure (the whole city) applies to later figures in its sentence or table.
        here = (place.block, "" if place.row >= 0 else place.sentence)
        if label is not None and label.whole and place.column_head != label.indicator.term:
            if here == where and before is not None and not label.owner:
                label = label._replace(owner=before.owner)
            before, where = label, here
        must = 0 if value in wanted else 2 if place.row < 0 else 3 if _is_total(place) else 1
        if must == 2 and (
            is_threshold(place)
            or (place.kind == "count" and not is_volume(place) and not is_listed(place, label))
        ):
            continue
        rank = _rank(label, place.kind)
        made = _Candidate(must, rank, order, place, label, when, inferred)
        if amount and growth:
            made = made._replace(grows=amount.order, real=growth.real)
        if place.row >= 0:
            last = None
            if place.kind != "percent":
                cells[place.block, place.row, place.column] = made
        elif (place.kind != "percent" and not _is_base(place, last)) or not _goes_on(place, last):
            last = made
        yield made
    for one in titled:
        if (one.value, one.unit) in missing and (found := find_told(one, blocks)):
            order += 1
            yield _Candidate(0, _NAMELESS, order, found, None)


def _goes_on(place: Place, last: _Candidate | None) -> bool:
    """Whether a figure is told of the amount ``last``, of which another may be told too."""
    return last is not None and place.last == (last.place.start, last.place.end)


def _rank(label: Label | None, kind: str) -> int:
    if label is None:
        return _NAMELESS + (kind == "count")
    if label.indicator.thing:
        return _NAMELESS
    return 0 if label.whole else 2 if label.bare else 1


def _is_base(place: Place, last: _Candidate | None) -> bool:
    """Whether ``last`` is compared with a figure: 3209.4亿元，比上年的3012.7亿元增长6.1%."""
    return last is not None and is_base(place.sentence[: place.start])


def _is_total(place: Place) -> bool:
    return is_total(place.sentence.partition("：")[0])


def _finding(
    one: _Candidate, year: int, month: int, cities: Cities, home: str, course: Course
) -> Finding | None:
    place, label = one.place, one.label
    figure = read_amount(place.amount) if one.must == 0 else _read(place.amount)
    if figure is None:
        return None
    source = figure.source
    if not place.named:
        paragraph = place.until + place.sentence[: place.start]
        figure = of_currency(figure, currency_before(paragraph) or home)
    elif figure.unit == "yuan" and place.named != "人民币":
        return None
    else:
        written = place.sentence[place.start : place.end]
        source = place.said if written[-1].isdigit() else written
    before = place.sentence[: place.start]
    told_before = Told(place.until, place.block, place.heading)
    whose = place.where or before
    city, part, sure = owners_of(told_before, whose, cities, place.column_head)
    standing = course.sections.standing(place.block)
    told = without_estimates(before, year, standing)
    after = place.sentence[place.end :]
    plan = plan_of(told, after, figure.source, year)
    aims = standing == "aims" or goes_on_with_aims(place.until)
    if not plan and aims and not is_reported(before, after, year):
        plan = True
    if place.row >= 0 and (plan or is_planned_head(place.column_head)):
        plan = True
    if plan is None:
        label = None
    found = Finding(
        source=source,
        english=figure.english,
        value=figure.value,
        unit=unit_of(figure),
        kind=figure.kind,
        block=place.block,
        planned=bool(plan) and figure.kind != "duration",
        exact=not figure.qualifier and not figure.bound,
        city=city,
        place=part,
        part=bool(part) or not sure,
        row=place.row,
        column=place.column,
        headline=one.must == 0,
        total=place.row >= 0 and _is_total(place),
        inferred=one.inferred,
        at=one.order,
        grows=one.grows,
        real=one.real,
    )
    if one.must == 2 and label is None and way_at(place, figure.kind) == "none":
        return None  # 未下降3%
    found, label = with_sign(found, label, place)
    when = one.when or time_of(place, label, found.planned, course)
    if label is None:
        return msgspec.structs.replace(
            found, year=when.year, months=when.months, span=when.span, dates=when.dates
        )
    return _labelled(found, label, when, cities)


def _labelled(found: Finding, label: Label, when: Period, cities: Cities) -> Finding:
    nobody = found.part and not found.place
    if label.whole and (nobody or is_unknown(label.owner, cities)):
        found = msgspec.structs.replace(found, city="", place="")
    subject = not found.part and is_subject(label.owner, found.city, cities)
    return msgspec.structs.replace(
        found,
        term=usual_term(label.indicator),
        about=label.indicator.english,
        shape=label.shape,
        whole=label.whole,
        bare=label.bare,
        **when._asdict(),
        subject=subject,
        part=found.part
        or (bool(label.owner) and not subject and not label.owner.endswith(CITYWIDE)),
    )


def _of_headline(figure: Figure, cities: Cities, headline: str, year: int, month: int) -> Finding:
    """A figure that only the headline has."""
    before, after = headline[: figure.start], headline[figure.end :]
    when = Period() if is_event(before, known=False) else period(before, year, month)
    city, part, sure = owners_of(Told(), before, cities)
    found = Finding(
        source=figure.source,
        english=figure.english,
        value=figure.value,
        unit=unit_of(figure),
        kind=figure.kind,
        block=0,
        planned=bool(plan_of(before, after, figure.source, year)) and figure.kind != "duration",
        exact=not figure.qualifier and not figure.bound,
        city=city,
        place=part,
        part=bool(part) or not sure,
        headline=True,
        **when._asdict(),
    )
    return fallen(found, way_of(before, after, figure.kind))


def _read(said: str) -> Figure | None:
    """Parse ``said`` as a single figure of one of the kinds for the text; else None."""
    figure = read_amount(said)
    return figure if figure is not None and figure.kind in _KINDS else None
