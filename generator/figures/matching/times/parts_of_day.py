"""Times of a clock that English tells by a part of the day: 10日18时 "on the evening of the 10th",
25日0时至24时 "on the 25th".
"""

from __future__ import annotations

from generator.figures.matching.times.days import day_of
from generator.figures.matching.times.spans import clock_minutes
from generator.figures.matching.times.texts import Place, Times, words
from generator.figures.shared.figure import Figure
from generator.months import MONTHS
from generator.patterns import late_regex

_WHOLE_DAY = late_regex("(?:0|00|零|〇)(?:[时点]|:00)?[至到—–~-]+24(?:[时点]|:00)")
_DAY_TOLD = late_regex(
    r"(?i:\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:yesterday|today|day)\b)"
)


def as_whole_day(figure: Figure, times: Times) -> Place:
    """25日0时至24时: on the 25th, if the English has the day and no other time of a clock."""
    if not _WHOLE_DAY.fullmatch(figure.source):
        return None
    expressed = {
        int(fact.value) for other in times.kept if other.kind == "time"
        for way in other.facts for fact in way if fact.kind == "time"
    }  # fmt: skip
    if times.said("time") - expressed - {0}:
        return None
    day = times.said("date", "day") or _DAY_TOLD.search(times.english)
    return (0, 0) if day else None


# The hours of the parts of a day, of which the last may be the first of the next.
_PARTS = {
    "morning": (5, 12), "afternoon": (12, 19), "evening": (17, 23), "night": (19, 29),
    "small hours": (0, 6), "early hours": (0, 6),
}  # fmt: skip
_VERY_START = r"(?:very\s)?(?:start|beginning|outset|first\s(?:minute|moment)|stroke)\sof"


def as_part_of_day(figure: Figure, times: Times) -> Place:
    """10日18时: the evening of the 10th; 12日0时: the very start of the 12th. The English has no
    other time of a clock.
    """
    minutes = clock_minutes(figure)
    day = next((day_of(f) for f in times.figures if f.end == figure.start), None)
    if minutes is None:
        return None
    if day is None:
        return _part_of_named_day(figure, times, minutes)
    named = _named(*day)
    if not minutes:
        found = words(rf"\b(?:{_VERY_START})\s(?:{named})").search(times.english)
        return (found.start(), found.start()) if found else None
    if times.said("time"):
        return None
    part = _part(minutes)
    found = words(
        rf"\b(?:{part})\s(?:of|on)\s(?:{named})|\b(?:{named})\s(?:in\sthe\s|at\s)?(?:{part})\b"
    ).search(times.english)
    return (found.start(), found.start()) if found else None


def _part(minutes: int) -> str:
    """A pattern of the parts of the day that have this time."""
    hour = minutes / 60
    parts = [p for p, (a, b) in _PARTS.items() if a <= hour < b or a <= hour + 24 < b]
    return "|".join(parts).replace(" ", r"\s")


_DAY_NAMED = late_regex(
    r"(?:(?P<day>[昨今明当次翌前])[天日晚早晨夜]?|(?P<week>周|星期)[一二三四五六日天])\Z"
)
_NAMES = {
    "昨": r"yesterday\s", "今": r"this\s", "明": r"tomorrow\s", "当": r"(?:that|the\ssame)\s",
    "次": r"(?:the\s)?(?:next|following)\s", "翌": r"(?:the\s)?(?:next|following)\s",
}  # fmt: skip
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\s"


def _part_of_named_day(figure: Figure, times: Times, minutes: int) -> Place:
    """昨天下午2点: yesterday afternoon; 今晚8点: this evening, tonight."""
    if times.said("time"):
        return None
    first = _FIRST_WORD.match(figure.source)
    at = figure.start + (first.end() if first else 0)
    named = _DAY_NAMED.search(times.text, max(0, at - 4), at)
    if named is None:
        return None
    which = _NAMES.get(named["day"] or "", _WEEKDAY)
    if which is _WEEKDAY and named["day"]:
        which = "(?!)"
    night = {"昨": "|last\\snight", "今": "|tonight"}.get(named["day"] or "", "")
    night = night if minutes >= _EVENING else ""
    found = words(rf"\b(?:(?:{which}|{_WEEKDAY})(?:{_part(minutes)}){night})\b").search(
        times.english
    )
    return (found.start(), found.start()) if found else None


_FIRST_WORD = late_regex("[昨今明当次翌][天日晚早晨夜]?")
_EVENING = 17 * 60


def _named(month: int, day: int) -> str:
    """A pattern of the English for a day; ``month`` may be 0."""
    nth = rf"{day}(?:st|nd|rd|th)?(?![0-9])"
    if not month:
        return rf"(?:the\s)?{nth}"
    name = rf"{MONTHS[month - 1][:3]}[a-z]*\.?"
    return rf"(?:the\s)?{nth}(?:\s(?:of\s)?{name})?|{name}\s{nth}"
