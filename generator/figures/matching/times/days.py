"""Days that English tells in other words: 11月15日 "mid-November", 2026年1月1日 "the start of
2026", the day after another one "the next day". All are exact by the calendar.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.matching.times.texts import Place, Times, count, words
from generator.figures.shared.figure import Figure
from generator.months import DAYS, FEBRUARY, MONTHS
from generator.patterns import late_regex

_DATE = late_regex(r"(?:(?P<y>[0-9]{4})|-)-(?P<m>[0-9]{2})-(?P<d>[0-9]{2})\Z")
# The first and last day of the part of a month. Late is the last third, and early the first.
_PARTS = {
    "early": (1, 10), "mid": (10, 20), "late": (20, 31), "middle of": (10, 20), "start of": (1, 1),
    "beginning of": (1, 1), "outset of": (1, 1), "opening of": (1, 1),
}  # fmt: skip


def as_part_of_month(figure: Figure, times: Times) -> Place:
    """11月15日: mid-November, if the English has no other date of that month."""
    date = _DATE.match(figure.value)
    if date is None:
        return None
    month, day = int(date["m"]), int(date["d"])
    if any(value // 100 == month for value in times.said("date")):
        return None
    found = words(
        r"\b(early|mid|late|(?:middle|start|beginning|outset|opening)\sof)[\s-](?:in\s)?"
        rf"{MONTHS[month - 1]}\b"
        r"(?:,?\s(?:of\s)?([12][0-9]{3}))?"
    ).search(times.english)
    if found is None or (found[2] or date["y"]) != date["y"]:
        return None
    first, last = _PARTS[found[1].lower().replace("\n", " ")]
    return found.span() if first <= day <= last else None


def as_end_of_year(figure: Figure, times: Times) -> Place:
    """2026年1月1日: the start of 2026, New Year's Day 2026."""
    date = _DATE.match(figure.value)
    if date is not None and not date["y"]:
        part = _YEAR_PARTS.get(figure.value[2:]) if not times.said("date", "month") else None
        found = part.search(times.english) if part else None
        return found.span() if found else None
    names = _ENDS.get(figure.value[5:]) if date and date["y"] else None
    if names is None or date is None:
        return None
    found = words(rf"\b(?:{names})(?:\sof|\sin|,)?\s{date['y']}\b").search(times.english)
    if found is None and not times.said("year", "date"):
        found = words(_FEASTS[figure.value[5:]]).search(times.english)
    return found.span() if found else None


def as_start_of_month(figure: Figure, times: Times) -> Place:
    """下月1日: the start of next month."""
    if figure.value != "---01":
        return None
    month = _WHICH_MONTH.search(times.text, 0, figure.start)
    name = _MONTH_NAMES.get(month.group()[0], "") if month else ""
    found = (
        words(rf"\b(?:start|beginning|first)\sof\s(?:{name})\smonth\b").search(times.english)
        if name
        else None
    )
    return found.span() if found else None


_WHICH_MONTH = late_regex("(?:[下次本当每]|逐)个?月\\Z")
_MONTH_NAMES = {
    "下": "next|the\\s(?:next|following)|the\\scoming", "次": "the\\s(?:next|following)|next",
    "本": "this|the", "当": "this|the|that", "每": "each|every|the", "逐": "each|every",
}  # fmt: skip
_ENDS = {
    "01-01": r"(?:start|beginning|turn|outset|opening|first\sday)|day\sone|new\syear['’]s\sday",
    "12-31": r"(?:end|close|last\sday|final\sday)|new\syear['’]s\seve|year[\s-]end|end-",
}
# 12月31日: at year-end
_YEAR_PARTS = {
    "12-31": late_regex(
        r"(?i:\b(?:year[\s-]end|end-year|the\s(?:end|close)\sof\s(?:the|this|last)\syear"
        r"|the\syear\s(?:ended|closed|ends|was\sout|is\sout)|new\syear['’]s\seve)\b)"
    ),
    "06-30": late_regex(
        r"(?i:\b(?:mid-?year|the\smiddle\sof\sthe\syear|the\sfirst\s(?:half|six\smonths))\b)"
    ),
}  # fmt: skip
_FEASTS = {"01-01": r"\bnew\syear['’]s\sday\b", "12-31": r"\bnew\syear['’]s\seve\b"}
_LATER = {
    1: r"\b(?:the\s)?(?:next|following)\sday\b(?!\sor\b)|\b(?:a|one)\sday\s(?:later|after)\b"
    r"|\bthe\sday\safter\b(?!\stomorrow)",
}


def as_days_later(figure: Figure, times: Times) -> Place:
    """7月11日 beside 7月10日: the next day; 7月13日: three days later."""
    own = day_of(figure)
    if own is None:
        return None
    for other in times.kept:
        day = day_of(other)
        if other.start >= figure.start or day is None:
            continue
        for n in day_distances(day, own):
            pattern = _LATER.get(n) or rf"\b{count(n)}\sdays\s(?:later|after|on)\b"
            if 1 <= n <= _MOST_DAYS and (found := words(pattern).search(times.english)):
                return found.span()
    return None


_MOST_DAYS = 31


def day_of(figure: Figure) -> tuple[int, int] | None:
    """The month (0 if it has none) and the day."""
    if figure.kind != "date" or "/" in figure.value:
        return None
    parts = [int(part) for part in figure.value.lstrip("-").split("-") if part.isdigit()]
    return (parts[-2] if len(parts) > 1 else 0, parts[-1]) if parts else None


def day_distances(one: tuple[int, int], other: tuple[int, int]) -> Iterator[int]:
    """How many days ``other`` may be after ``one``."""
    (month, day), (month2, day2) = one, other
    if not month2 or not month or month == month2:
        yield day2 - day
    if month and (month2 == month % 12 + 1 or (not month2 and day2 < day)):
        yield day2 + DAYS[month - 1] - day
        if month == FEBRUARY:
            yield day2 + DAYS[month - 1] + 1 - day
