"""Lengths that English tells by others: 节省一个半小时 beside 40分钟 as "rather than 2 hours 10
minutes", 31个月 as "more than two and a half years"; and a number a day for that of a month.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from generator.figures.english.hedges import english_hedge
from generator.figures.english.stated import Stated
from generator.figures.matching.texts import Texts, Told
from generator.figures.shared.figure import Figure, only_value
from generator.months import DAYS
from generator.patterns import late_regex

_TENTH = Fraction(1, 10)
_WHOLES = frozenset({"money", "measure", "count"})
_MINUTES = {"minutes": 1, "hours": 60, "days": 1440}


def by_joined_time(texts: Texts) -> Iterator[Told]:
    """节省一个半小时 beside 40分钟: rather than 2 hours 10 minutes."""
    for figure in texts.missing:
        saved = _length(figure)
        if saved is None:
            continue
        for one, two in pairwise(texts.stated):
            total = _joined(texts.english, one, two)
            if total is None:
                continue
            for other in texts.kept:
                now = _length(other)
                if now is not None and total in (now + saved, abs(now - saved)):
                    yield figure, (one, two)


def _length(figure: Figure) -> Fraction | None:
    value = only_value(figure) if figure.kind == "duration" else None
    return value * _MINUTES[figure.unit] if value and figure.unit in _MINUTES else None


def _joined(english: str, one: Stated, two: Stated) -> Fraction | None:
    a, b = one.facts[0], two.facts[0]
    if english[one.end : two.start].strip() not in ("", "and", ",") or a.kind != b.kind:
        return None
    if (a.unit, b.unit) not in (("hours", "minutes"), ("days", "hours")):
        return None
    return a.value * _MINUTES[a.unit] + b.value * _MINUTES[b.unit]


_SHORT_OF = late_regex(r"(?i:\s(?:short\sof|less\sthan|under|shy\sof)\s)")


def by_short(texts: Texts) -> Iterator[Told]:
    """11小时42分: 18 minutes short of 12 hours."""
    for figure in texts.missing:
        if figure.kind != "duration" or not figure.facts:
            continue
        way = figure.facts[0]
        if any(fact.unit not in _MINUTES for fact in way):
            continue
        minutes = sum((fact.value * _MINUTES[fact.unit] for fact in way), Fraction(0))
        for one, two in pairwise(texts.stated):
            a, b = one.facts[0], two.facts[0]
            if (
                a.unit in _MINUTES
                and b.unit in _MINUTES
                and _SHORT_OF.fullmatch(texts.english, one.end, two.start)
                and b.value * _MINUTES[b.unit] - a.value * _MINUTES[a.unit] == minutes
            ):
                yield figure, (one, two)


_CUT = late_regex(
    r"(?i:\b(?:by|more|less|longer|shorter|sooner|quicker|faster|slower|later|cut|sav\w+|extra|off"
    r"|reduc\w+|added|up|down)\b)"
)


def by_time_between(texts: Texts) -> Iterator[Told]:
    """由90分钟缩短至半小时: cut by an hour to 30 minutes."""
    for figure in texts.missing:
        own = _length(figure)
        if own is None or figure.qualifier:
            continue
        for other in texts.kept:
            length = _length(other)
            if length is None or other.qualifier or not texts.in_sentence(figure, other):
                continue
            for one in texts.spare:
                fact = one.facts[0]
                if (
                    fact.unit in _MINUTES
                    and fact.value * _MINUTES[fact.unit] == abs(own - length)
                    and _CUT.search(texts.english, max(0, one.start - 24), one.end + 24)
                ):
                    yield figure, (one,)


def by_length(texts: Texts) -> Iterator[Told]:
    """31个月 as "more than two and a half years", 10小时20分 as "just over ten hours"."""
    for figure in texts.missing:
        length = _whole_length(figure)
        if length is None:
            continue
        yield from (
            (figure, (one,)) for one in texts.spare if _rounds_length(texts.english, one, length)
        )


def _whole_length(figure: Figure) -> tuple[str, Fraction] | None:
    value = only_value(figure) if figure.kind == "duration" else None
    return _in_common(figure.unit, value) if value else None


_MONTHS = {"months": 1, "quarters": 3, "years": 12}
_DAYS_OF_MONTH = 30


def _in_common(unit: str, value: Fraction) -> tuple[str, Fraction] | None:
    """A span of time in months, or in minutes."""
    if unit == "days" and value % (_DAYS_OF_MONTH // 2) == 0:  # 45天
        return "months", value / _DAYS_OF_MONTH
    if unit in _MONTHS:
        return "months", value * _MONTHS[unit]
    return ("minutes", value * _MINUTES[unit]) if unit in _MINUTES else None


def is_rounded_length(stated: Stated, figures: Sequence[Figure], english: str) -> bool:
    """Whether ``stated`` rounds a length that the English has too: 31 months, more than two and a
    half years.
    """
    lengths = (_whole_length(figure) for figure in figures)
    return any(length and _rounds_length(english, stated, length) for length in lengths)


def _rounds_length(english: str, one: Stated, whole: tuple[str, Fraction]) -> bool:
    """Whether the English rounds a span of time to larger units, as its hedge says."""
    fact = one.facts[0]
    said = _in_common(fact.unit, fact.value) if fact.kind == "number" and fact.value else None
    if said is None or said[0] != whole[0] or said == whole:
        return said == whole
    hedge = english_hedge(english, one.start, one.end)
    apart = (whole[1] - said[1]) / said[1]
    if hedge == "over":
        return 0 < apart <= _TENTH
    if hedge in ("nearly", "below"):
        return -_TENTH <= apart < 0
    return hedge == "about" and abs(apart) <= _TENTH / 2


_A_DAY = late_regex(r"(?i:(?:\s[a-z]+){0,3}?\s(?:(?:a|per|each|every)\sday\b|daily\b))")
_MONTH = late_regex(r"(?:[0-9]{4}-|--)(?P<m>[0-9]{2})\Z")
_ROUGH = Fraction(1, 50)


def is_daily(stated: Stated, figures: Sequence[Figure], english: str) -> bool:
    """Whether a number a day is that of a month by its days: 170,000 people a day for 525万人次."""
    fact = stated.facts[0]
    if fact.kind != "number" or not fact.value or not _A_DAY.match(english, stated.end):
        return False
    months = {int(m["m"]) for f in figures if f.kind == "period" and (m := _MONTH.match(f.value))}
    if len(months) != 1:
        return False
    days = DAYS[months.pop() - 1]
    return any(
        abs(value / days - fact.value) <= fact.value * _ROUGH
        for figure in figures
        if figure.kind in _WHOLES and (value := only_value(figure))
    )
