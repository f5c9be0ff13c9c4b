"""Ends of spans that English computes: 4日8时至5日8时 "the 24 hours to 8 am on the 5th", 9时至21时
"12 hours a day", 2026年底前 "before 2027 begins". All are exact by the calendar and the clock.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.figures.english.stated import Stated
from generator.figures.matching.times.days import day_distances, day_of
from generator.figures.matching.times.texts import Place, Times, count, words
from generator.figures.shared.figure import Figure
from generator.months import DAYS, FEBRUARY, MONTHS
from generator.patterns import late_regex

_CLOCK = late_regex(r"(?P<h>[0-9]{2}):(?P<m>[0-9]{2})\Z")
_HOURS = late_regex(r"(?P<h>[0-9]{2}):(?P<m>[0-9]{2})/(?P<h2>[0-9]{2}):(?P<m2>[0-9]{2})\Z")
_DAILY = late_regex("每[日天晚]|全年|日常|日均")
_AND = late_regex("[起]?[至到—–~-]+(?:次日|翌日)?")
_HOUR = r"[\s-]hours?"
_TO = r"\s(?:that\s)?(?:to|until|till|through|up\sto|end(?:ed|ing|s)?(?:\sat)?)\b"
_FROM = r"\s(?:from|starting|beginning|that\s(?:began|started)|since|after)\b"


def as_hours(figure: Figure, times: Times) -> Place:
    """4日8时至5日8时: in the 24 hours to 8 am on the 5th, or from 8 am on the 4th."""
    for at in range(len(times.figures) - 3):
        one = times.figures[at : at + 4]
        if figure not in one or [f.kind for f in one] != ["date", "time", "date", "time"]:
            continue
        days, clocks = (
            [day_of(one[0]), day_of(one[2])],
            [clock_minutes(one[1]), clock_minutes(one[3])],
        )
        if None in days or None in clocks or not _AND.fullmatch(
            times.text, one[1].end, one[2].start
        ):  # fmt: skip
            continue
        first = figure in one[:2]
        own, others = (one[:2], one[2:]) if first else (one[2:], one[:2])
        if any(f not in times.kept for f in others) or own[0] in times.kept:
            return None
        side = _TO if first else _FROM
        for apart in day_distances(days[0] or (0, 0), days[1] or (0, 0)):
            minutes = 1440 * apart + (clocks[1] or 0) - (clocks[0] or 0)
            if apart < 0 or minutes <= 0 or minutes % 60:
                continue
            names = [rf"\b{count(minutes // 60)}{_HOUR}"]
            if minutes == 1440:
                names.append(r"\b(?:the|a|one)\sday")
            elif minutes % 1440 == 0:
                names.append(rf"\b{count(minutes // 1440)}\sdays")
            if found := words(rf"(?:{'|'.join(names)}){side}").search(times.english):
                return found.span()
    return None


def clock_minutes(figure: Figure) -> int | None:
    """The minutes of the day of a single time."""
    found = _CLOCK.match(figure.value)
    return 60 * int(found["h"]) + int(found["m"]) if found else None


def as_hours_a_day(figure: Figure, times: Times) -> Place:
    """每日9时至21时: 12 hours a day."""
    found = _HOURS.match(figure.value)
    if found is None or times.said("time"):
        return None
    if not _DAILY.search(times.text, max(0, figure.start - 8), figure.start):
        return None
    h, m, h2, m2 = (int(n) for n in found.groups())
    minutes = (60 * (h2 - h) + m2 - m) % 1440
    if not minutes or minutes % 60:
        return None
    said = words(
        rf"\b{count(minutes // 60)}{_HOUR}\s(?:a|each|every|per)\s(?:day|night)\b"
        rf"|\b{count(minutes // 60)}{_HOUR}\sdaily\b"
    ).search(times.english)
    return said.span() if said else None


_YEAR_END = late_regex(
    "(?P<y>20[0-9]{2})年(?:年?[底末]|12月[底末]|12月31日|内)[之以]?(?P<before>前?)"
)
_UP_TO = late_regex("[至到]\\Z")


def as_before_next_year(figure: Figure, times: Times) -> Place:
    """2026年底前: before 2027 begins."""
    found = _YEAR_END.match(times.text, figure.start)
    if found is None:
        return None
    following = int(found["y"]) + 1
    if _UP_TO.search(times.text, 0, figure.start):
        until = words(rf"\b(?:until|till|up\sto|before)\s{following}\b").search(times.english)
        if until:
            return until.span()
    if not (found["before"] or "内" in found.group()):
        return None
    said = words(
        rf"\b(?:before|by\sthe\stime|ahead\sof)\s{following}\s"
        r"(?:begins?|starts?|arrives?|comes?|dawns?|opens?|is\shere|gets\sunder\sway|rolls\s(?:in|round|around))\b"
        rf"|\b(?:before|ahead\sof|by)\sthe\s(?:start|beginning|turn|dawn|arrival|outset)\sof\s{following}\b"
    ).search(times.english)
    return said.span() if said else None


_NEXT_YEAR = late_regex(r"(?:明年|来年|次年)\Z")
_NEW_YEAR = late_regex(
    r"(?i:\b(?:when|as|once|from|with)\sthe\snew\syear(?:\s(?:comes|begins|starts|arrives|opens|dawns))?\b"
    r"|\b(?:from|at|with|as\sof)\sthe\s(?:start|beginning|turn)\sof\s(?:next\syear|the\s(?:new|next|coming)\syear))"
)


def as_new_year(figure: Figure, times: Times) -> Place:
    """明年1月起: when the new year comes."""
    if figure.value != "--01" or not _NEXT_YEAR.search(
        times.text, max(0, figure.start - 2), figure.start
    ):
        return None
    said = None if times.said("month", "date") else _NEW_YEAR.search(times.english)
    return said.span() if said else None


_FEASTS = {
    "05-01": r"may\sday|labou?r\sday", "10-01": r"national\sday", "12-25": r"christmas\sday",
    "06-01": r"(?:international\s)?children['’]s\sday", "03-08": r"women['’]s\sday",
}  # fmt: skip


def as_feast(figure: Figure, times: Times) -> Place:
    """2026年5月1日: next May Day, in 2026; the Chinese does not name the feast."""
    feast = _FEASTS.get(figure.value[5:]) if figure.value[:4].isdigit() else None
    if feast is None or times.said("date") or _FEAST_NAMED.search(times.text):
        return None
    year = int(figure.value[:4])
    said = times.said("year")
    if said and year not in said:
        return None
    before = "" if said else r"\b(?:next|the\scoming|this\scoming)\s"
    found = words(rf"{before}\b(?:{feast})\b(?:,?\s(?:in\s|of\s)?{year}\b)?").search(times.english)
    return found.span() if found else None


_FEAST_NAMED = late_regex("五一|劳动节|国庆|十一|圣诞|儿童节|六一|妇女节|三八")


_STARTING = (
    r",?\s(?:from|(?:start|beginn)ing(?:\s(?:in|at|from|with))?)\s"
    r"(?:(?:the\s)?(?:start|beginning|first|outset)\sof\s)?"
)
_ENDING = r",?\s(?:to|until|till|through|up\sto|ending(?:\sat)?)\s(?:the\send\sof\s|late\s)?"


def as_months_of_range(figure: Figure, times: Times) -> Place:
    """12月1日至3月31日: for four months from the start of December, or to the end of March."""
    if years := _years_of_range(figure, times):
        return years
    for ends, first, last in _ranges(figure, times):
        if figure not in ends or first[1] != 1 or not _is_last(*last):
            continue
        months = (last[0] - first[0]) % 12 + 1
        first_name, last_name = MONTHS[first[0] - 1], MONTHS[last[0] - 1]
        from_start = rf"{_STARTING}{first_name}\b(?!\s[0-9])"
        to_end = rf"{_ENDING}{last_name}\b(?!\s[0-9])"
        found = words(rf"\b{count(months)}[\s-]months?(?:{from_start}|{to_end})").search(
            times.english
        )
        if found:
            return found.start(), found.end() + 1  # "Dec." may include the full stop
    return None


_FIRST_DAY = late_regex(r"(?P<y>[0-9]{4})-01-01\Z")
_LAST_DAY = late_regex(r"(?P<y>[0-9]{4})-12-31\Z")


def _years_of_range(figure: Figure, times: Times) -> Place:
    """2022年1月1日至2024年12月31日: for three years from the start of 2022."""
    for one, other in pairwise(times.figures):
        first, last = _FIRST_DAY.match(one.value), _LAST_DAY.match(other.value)
        if figure not in (one, other) or not first or not last:
            continue
        years = count(int(last["y"]) - int(first["y"]) + 1)
        return _found(
            rf"\b{years}[\s-]years?(?:{_STARTING}{first['y']}|{_ENDING}{last['y']})\b", times
        )
    return None


def _found(pattern: str, times: Times) -> Place:
    found = words(pattern).search(times.english)
    return found.span() if found else None


_UNTIL = late_regex("(?:起|开始)?(?:持续|延续)?[至到—–~-]+(?:明年|次年|来年|翌年|当年|今年)?")


def _is_last(month: int, day: int) -> bool:
    """Whether the day ends its month, in a leap year or another."""
    return day in (DAYS[month - 1], DAYS[month - 1] + (month == FEBRUARY))


def _ranges(figure: Figure, times: Times) -> Iterator[tuple[tuple[Figure, ...], Day, Day]]:
    """The figures of a range of dates, with its first and its last day: the ``figure`` itself, or
    two of the text.
    """
    if (both := _RANGE.match(figure.value)) and both["m"] and both["m2"]:
        first = (int(both["m"]), int(both["a"]))
        yield (figure,), first, (int(both["m2"]), int(both["b"]))
    for one, other in pairwise(times.figures):
        if one.kind == other.kind == "date" and _UNTIL.fullmatch(times.text, one.end, other.start):
            first_day, last_day = day_of(one), day_of(other)
            if first_day and last_day and first_day[0] and last_day[0]:
                yield (one, other), first_day, last_day


Day = tuple[int, int]
_RANGE = late_regex(
    r"(?:(?:[0-9]{4}-|--)(?P<m>[0-9]{2})|--)-(?P<a>[0-9]{2})/"
    r"(?:(?:[0-9]{4}-|--)(?P<m2>[0-9]{2})|--)-(?P<b>[0-9]{2})\Z"
)
_OVER_RANGE = late_regex(
    r"(?i:\s(?:from|between|starting|beginning|that\s(?:run|start|begin)\s?(?:from)?)\s)"
)


def is_length_of_range(stated: Stated, figures: Sequence[Figure], english: str) -> bool:
    """Whether ``stated`` is the number of days of a range beside it: the three days from the 18th
    to the 20th.
    """
    days = next((f.value for f in stated.facts if f.unit == "days" and f.kind == "number"), None)
    if days is None or not _OVER_RANGE.match(english, stated.end):
        return False
    found = (_RANGE.match(figure.value) for figure in figures if figure.kind == "date")
    return any(
        match is not None and match["m"] == match["m2"]
        and int(match["b"]) - int(match["a"]) + 1 == days
        for match in found
    )  # fmt: skip
