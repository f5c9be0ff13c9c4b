"""Dates and times that English states by their distance from another: "15 years later" for 1988年
beside 1973, "for four months from March 1" for 自3月1日至6月30日.

The distance must equal the difference exactly, and the English must state the other end.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

import msgspec

from generator.figures.english.stated import Stated
from generator.figures.matching.agreement import expresses
from generator.figures.matching.texts import Found, Texts
from generator.figures.shared.figure import Figure
from generator.patterns import late_regex

_KINDS = frozenset({"date", "period", "time"})
_LATER = late_regex(
    r"(?i:,?\s(?:later|afterwards?|on(?=[.,;]|\Z)|after\sthat|subsequently|hence)\b)"
)
_EARLIER = late_regex(r"(?i:\s(?:earlier|before(?=[.,;]|\Z|\sthat)|previously)\b)")
_AFTER = late_regex(r"(?i:\s(?:after|since)\s)")
_BEFORE = late_regex(r"(?i:\sbefore\s)")
# The length is no distance: after four years of work; after lasting four years.
_HAVING = late_regex(r"(?i:\b(?:after|following)\s(?:[a-z]+\s)?\Z)")
_FROM = late_regex(
    r"(?i:\b(?:from|since|start(?:s|ed|ing)?|beg[iau]n(?:s|ning)?|open(?:s|ed|ing)?|effective|as\sof|commenc\w+)"
    r"\s(?:on\s|at\s|from\s)?(?:[a-z]+day,?\s)?(?:the\s)?\Z)"
)
_UNTIL = late_regex(
    r"(?i:\b(?:to|until|till|through|ended|ending|ends|end|up\sto|closes|closing|finish\w*|conclud\w+)"
    r"\s(?:on\s|at\s)?(?:[a-z]+day,?\s)?(?:the\s)?\Z)"
)
_BETWEEN = late_regex(r"(?:起|开始|持续|延续|一直|正式|[，,、]){0,3}[至到](?:当年|今年|明年)?")
_TAKING = late_regex(
    r"(?i:\b(?:in|within|another|further|(?P<took>took|taking|takes|lasted|lasting))\s(?:just\s|only\s|about\s|another\s|a\sfurther\s)?\Z)"
)
_STOP = late_regex(r"[.;!?](?=\s[A-Z])")
_JUST_BEFORE = late_regex(r"(?i:,?\s(?:after|following)\s(?:[a-z]+\s)?)")
_UNITS = {
    "minutes": ("minutes", 1), "hours": ("minutes", 60), "days": ("days", 1), "weeks": ("days", 7),
    "months": ("months", 1), "quarters": ("months", 3), "years": ("months", 12),
    "decades": ("months", 120),
}  # fmt: skip


class _Point(msgspec.Struct, frozen=True):
    """A date or time. Only two of the same ``form`` (the parts that they name) can be compared."""

    form: str
    months: int = 0
    days: int = 0
    minutes: int = 0


_Length = tuple[str, Fraction]
_Place = tuple[Stated, _Point]


def distance_matches(texts: Texts) -> Found:
    """The ids of the ``missing`` dates and times that the English states by their distance from
    another, and the ids of the English figures that state that distance.
    """
    text, english, figures = texts.text, texts.english, texts.figures
    missing, stated = texts.missing, texts.stated
    told: set[int] = set()
    by: set[int] = set()
    lost = {id(figure) for figure in missing if figure.kind in _KINDS}
    lengths = [(one, length) for one in stated if (length := _length(one))] if lost else []
    if not lengths:
        return told, by
    for ends, first, last in _ranges(text, figures, lost):
        part = _by_length(english, first, last, figures, stated, lengths) or _months(
            first, last, stated
        )
        if part:
            told |= {id(figure) for figure in ends}
            by |= {id(one) for one in part}
    places = [
        (one, point)
        for figure in figures
        if figure.kind in _KINDS and id(figure) not in lost and (point := _point(figure.value))
        for one in stated
        if expresses(figure, one)
    ]
    for figure in missing:
        point = _point(figure.value) if figure.kind in _KINDS and id(figure) not in told else None
        found = _leading(english, point, places, lengths) if point else None
        if found is not None and point is not None:
            told.add(id(figure))
            by.add(id(found))
            places.append((found, point))
    return told, by


def is_distance(stated: Stated, figures: Sequence[Figure], english: str) -> bool:
    """Whether ``stated`` is marked as and equals the time between two dates or times."""
    length = _length(stated)
    if length is None or not (
        _LATER.match(english, stated.end)
        or _EARLIER.match(english, stated.end)
        or _AFTER.match(english, stated.end)
        or _BEFORE.match(english, stated.end)
        or _HAVING.search(english, max(0, stated.start - 30), stated.start)
    ):
        return False
    points = [
        point for f in figures if f.kind in _KINDS
        for part in f.value.split("/") if (point := _point(part))
    ]  # fmt: skip
    return any(length in _apart(a, b) for n, b in enumerate(points) for a in points[:n])


def _length(one: Stated) -> _Length | None:
    """A number of years, months, days or hours, in the smallest unit of its sort."""
    for fact in one.facts:
        if fact.kind == "number" and fact.unit in _UNITS:
            unit, size = _UNITS[fact.unit]
            return unit, fact.value * size
    return None


def _point(value: str) -> _Point | None:
    """The point of ``value``: 2013, 2013-04, --04, 2013-04-05, --04-05, ---05 or 09:30; None for a
    range.
    """
    match = _ISO.fullmatch(value)
    if match is None:
        return None
    if match["hour"]:
        return _Point("time", minutes=60 * int(match["hour"]) + int(match["minute"]))
    if match["only"]:
        return _Point("day", days=int(match["only"]))
    month, day = int(match["month"] or 1), int(match["day"] or 0)
    if not day:
        form = "month" if match["month"] else "year"
        return _Point(form + "-" * bool(match["year"]), 12 * int(match["year"] or 0) + month)
    try:
        date = datetime.date(int(match["year"] or _ANY_YEAR), month, day)
    except ValueError:
        return None
    return _Point("date" + "-" * bool(match["year"]), 12 * date.year + month, date.toordinal())


_ISO = late_regex(
    r"(?P<hour>[0-9]{2}):(?P<minute>[0-9]{2})|---(?P<only>[0-9]{2})"
    r"|(?:(?P<year>[0-9]{4})|--(?=[0-9]))(?:-?(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?"
)
_ANY_YEAR = 2001  # for dates without a year: it is not a leap year


def _apart(one: _Point, other: _Point) -> Iterator[_Length]:
    """The time between the two, in each unit in which it is whole."""
    if one.form != other.form:
        return
    if one.form == "time":
        yield "minutes", Fraction(other.minutes - one.minutes)
        return
    if one.months and _same_day(one, other):
        yield "months", Fraction(other.months - one.months)
    if one.days:
        yield "days", Fraction(other.days - one.days)


def _same_day(one: _Point, other: _Point) -> bool:
    if not one.days:
        return True
    days = [datetime.date.fromordinal(point.days).day for point in (one, other)]
    return days[0] == days[1]


def _leading(
    english: str, point: _Point, places: list[_Place], lengths: list[tuple[Stated, _Length]]
) -> Stated | None:
    """The length in the English that leads from a date of the English to ``point``."""
    for one, (unit, number) in lengths:
        for base, sign in _bases(english, one, [p for p in places if p[1].form == point.form]):
            if (unit, sign * number) in _apart(base, point):
                return one
    return None


def _bases(english: str, one: Stated, places: list[_Place]) -> Iterator[tuple[_Point, int]]:
    """The dates from which the length is counted, with 1 for forward and -1 for back."""
    ahead = max((p for p in places if p[0].end <= one.start), key=lambda p: p[0].end, default=None)
    stop = _STOP.search(english, one.end)
    behind = [p for p in places if one.end <= p[0].start < (stop.start() if stop else len(english))]
    after, before = _AFTER.match(english, one.end), _BEFORE.match(english, one.end)
    if (after or before) and not _EARLIER.match(english, one.end):
        sign = 1 if after else -1
        if behind:
            yield min(behind, key=lambda p: p[0].start)[1], sign
        elif ahead:
            yield ahead[1], -sign
    elif (taking := _TAKING.search(english, max(0, one.start - 24), one.start)) and not (
        _LATER.match(english, one.end) or _EARLIER.match(english, one.end)
    ):
        yield from ((p[1], 1) for p in places if p[1].form == "time" or taking["took"])
    elif ahead is None:
        return
    elif _LATER.match(english, one.end):
        yield ahead[1], 1
    elif _EARLIER.match(english, one.end):
        yield ahead[1], -1
    elif _HAVING.search(english, max(0, one.start - 30), one.start):
        yield ahead[1], -1 if _JUST_BEFORE.fullmatch(english, ahead[0].end, one.start) else 1


def _ranges(
    text: str, figures: Sequence[Figure], lost: set[int]
) -> Iterator[tuple[list[Figure], _Point, _Point]]:
    """The missing figures that are a range or belong to one, with its ends."""
    for figure in figures:
        first, sign, last = figure.value.partition("/")
        if id(figure) in lost and sign and (a := _point(first)) and (b := _point(last)):
            yield [figure], a, b
    for one, other in pairwise(figures):
        if (id(one) in lost) != (id(other) in lost) and _BETWEEN.fullmatch(
            text, one.end, other.start
        ):
            a, b = _point(one.value), _point(other.value)
            if a and b:
                yield [one if id(one) in lost else other], a, b


def _by_length(
    english: str,
    first: _Point,
    last: _Point,
    figures: Sequence[Figure],
    stated: Sequence[Stated],
    lengths: list[tuple[Stated, _Length]],
) -> list[Stated]:
    """The English figures for the length of the range and for one of its ends, if it has both."""
    for one, length in lengths:
        named = any(figure.kind == "duration" and expresses(figure, one) for figure in figures)
        if length not in _inclusive(first, last, named):
            continue
        for end in stated:
            before, after = sorted((one, end), key=lambda s: s.start)
            if _STOP.search(english, before.end, after.start):
                continue
            low = max(0, end.start - 30)
            if _states(first, end) and _FROM.search(english, low, end.start):
                return [one, end]
            if _states(last, end) and _UNTIL.search(english, low, end.start):
                return [one, end]
    return []


def _months(first: _Point, last: _Point, stated: Sequence[Stated]) -> list[Stated]:
    """The English figures for the first months of the year: the first three months for
    1月1日至3月31日.
    """
    if not (first.months and first.days and last.days):
        return []
    start, after = (datetime.date.fromordinal(n) for n in (first.days, last.days + 1))
    if start.day != 1 or after.day != 1 or after.year > start.year + (after.month == 1):
        return []
    span = Fraction(100 * start.month + (last.months - 1) % 12 + 1)
    return [s for s in stated if any(f.kind == "span" and f.value == span for f in s.facts)][:1]


def _inclusive(first: _Point, last: _Point, named: bool) -> Iterator[_Length]:
    """The length of a range, with its last day; also without it, if the Chinese names it."""
    if named or first.form == "time":
        yield from _apart(first, last)
    if first.form != last.form or first.form == "time":
        return
    if not last.days:
        yield "months", Fraction(last.months - first.months + (12 if "year" in first.form else 1))
        return
    yield "days", Fraction(last.days - first.days + 1)
    if first.months:
        after = datetime.date.fromordinal(last.days + 1)
        end = msgspec.structs.replace(
            last, months=12 * after.year + after.month, days=last.days + 1
        )
        yield from _apart(first, end)


def _states(point: _Point, one: Stated) -> bool:
    """Whether the English figure names the date or time."""
    if point.form == "time":
        return any(f.kind == "time" and f.value == point.minutes for f in one.facts)
    if point.form == "day":
        return any(f.kind in ("day", "ordinal") and f.value == point.days for f in one.facts)
    month = (point.months - 1) % 12 + 1
    if not point.days:
        if point.form == "year-":
            year = (point.months - 1) // 12
            return any(f.kind == "year" and f.value == year for f in one.facts)
        return any(f.kind == "month" and f.value == month for f in one.facts)
    day = datetime.date.fromordinal(point.days).day
    return any(f.kind == "date" and f.value == 100 * month + day for f in one.facts)
