"""Days from one to another that English tells by one end and the length: 5月18日至22日 "opens on
May 18 and closes four days later", 10月20日至26日 "the week to Oct. 26"; and the length that
follows from the two ends, 4月29日至5月6日，共8天.
"""

from __future__ import annotations

import datetime

from generator.figures.matching.times.texts import Place, Times, count, words
from generator.figures.shared.figure import Figure
from generator.months import MONTHS
from generator.patterns import late_regex

_RANGE = late_regex(
    r"(?:(?P<y>[0-9]{4})|-)-(?P<m>[0-9]{2})-(?P<d>[0-9]{2})/(?:[0-9]{4}|-)-(?P<m2>[0-9]{2})-(?P<d2>[0-9]{2})\Z"
)
_EVE = late_regex(r"(?i:\bnew\syear['’]s\seve\b)")
_LAST_DAY, _FIRST_DAY = 1231, 101
_LAST_DAY_ENGLISH = {_LAST_DAY: _EVE, _FIRST_DAY: late_regex(r"(?i:\bnew\syear['’]s\sday\b)")}
_WEEK = 7


def ends_of_range(figure: Figure) -> tuple[int, int, int] | None:
    """The first and the last day, as ``100 * month + day``, and the number of days."""
    found = _RANGE.match(figure.value)
    if found is None:
        return None
    year = int(found["y"] or 2025)
    months = int(found["m"]), int(found["m2"])
    try:
        first = datetime.date(year, months[0], int(found["d"]))
        last = datetime.date(year + (months[1] < months[0]), months[1], int(found["d2"]))
    except ValueError:
        return None
    days = (last - first).days + 1
    return (100 * first.month + first.day, 100 * last.month + last.day, days) if days > 1 else None


def as_end_and_length(figure: Figure, times: Times) -> Place:
    """One end is stated, and the length from there."""
    ends = ends_of_range(figure)
    if ends is None:
        return None
    first, last, days = ends
    dates, english = times.said("date"), times.english
    for day, other in ((first, last), (last, first)):
        named = _LAST_DAY_ENGLISH.get(day) if other in dates else None
        if named is not None and (found := named.search(english)):
            return found.span()
    if first not in dates and last not in dates:
        return _only_length(first, last, days, times)
    length = rf"(?:{count(days)}[\s-](?:[a-z]+[\s-])?days?{'|week' if days == _WEEK else ''})"
    if first in dates and last not in dates:
        found = words(
            rf"\b(?:{count(days - 1)}\sdays?\slater|{length}\s(?:from|start(?:ing|s)|beginning)"
            rf"|(?:for|over|runs?|lasts?|lasting)\s(?:the\s)?{length})\b"
        ).search(english)
        return found.span() if found else None
    if last in dates and first not in dates:
        found = words(
            rf"\b{length}\s(?:period\s)?(?:to|through|until|up\sto|end(?:ed|ing|s))\b"
        ).search(english)
        return found.span() if found else None
    return None


# A length that is not that of all days: another 10 days, a 10-day-old baby
_OTHER_LENGTH = r"(?<!another\s)(?<!further\s)(?<!first\s)(?<!last\s)(?<!every\s)(?<!next\s)"
_OF_WHAT = r"(?!-(?:old|a-)|\s(?:ago|later|earlier|before|after|from|old)\b)"
_FEWEST = 3


def _only_length(first: int, last: int, days: int, times: Times) -> Place:
    """9月3日至12日: "a 10-day tour", also "in September", if nothing else has that length."""
    if days < _FEWEST or any(f.unit == "days" for f in times.figures):
        return None
    months = times.said("month")
    if times.said("date") or not months <= {first // 100, last // 100}:
        return None
    found = words(
        rf"{_OTHER_LENGTH}\b(?:an?\s|the\s|its\s|their\s)?{count(days)}-day\b{_OF_WHAT}"
        rf"|\b(?:for|over|in|within|lasting|lasted|spent)\s(?:the\s|its\s)?{count(days)}\sdays\b{_OF_WHAT}"
    ).search(times.english)
    if found is None:
        return None
    named = _IN_MONTH.match(times.english, found.end())
    return found.start(), (named or found).end()


_IN_MONTH = late_regex(
    rf"(?:\s[a-z-]+){{0,3}}?\s(?:in|during)\s(?:late\s|early\s|mid-)?(?:{'|'.join(MONTHS)})\b\.?"
)
_IN_ALL = late_regex("(?:[，,]\\s?(?:共计?|为期|历时|会期|展期|前后|总共|一共)|[（(]共?)\\Z")


def as_length_of_range(figure: Figure, times: Times) -> Place:
    """共8天, left out after the two ends: nothing else follows from these."""
    if figure.unit != "days" or not figure.value.isdigit():
        return None
    if not _IN_ALL.search(times.text, 0, figure.start):
        return None
    dates = times.said("date")
    for other in times.figures:
        ends = ends_of_range(other) if other.kind == "date" and other.end <= figure.start else None
        if ends is None or ends[2] != int(figure.value):
            continue
        if all(
            day in dates
            or (day in _LAST_DAY_ENGLISH and _LAST_DAY_ENGLISH[day].search(times.english))
            for day in ends[:2]
        ):
            return (0, 0)
    return None


_YEAR = late_regex(
    r"(?i:\b(?:(?:the|a|its|their|one|past|last)[\s-])+year\b(?!\s(?:ago|earlier|before)))"
)


def as_year_of_weeks(figure: Figure, times: Times) -> Place:
    """52周高位: the high of the past year."""
    found = _YEAR.search(times.english) if (figure.unit, figure.value) == ("weeks", "52") else None
    return found.span() if found else None
