"""A single span of time that English gives another length: 一小时 that became "one day"."""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.comparison import Comparison
from generator.figures.problem import FigureProblem
from generator.patterns import late_regex

_ONE_SPAN = late_regex(
    r"(?<![第每])一个?(?P<unit>小时|星期|月|年|周|天|季度)(?=[就内便即后]|之内|以内)"
)
_ANY_SPAN = late_regex(
    r"(?i:hour|\bda(?:y|ily)|week|fortnight|month|quarter|year|minute|overnight|annual)"
)
_IN_ONE = late_regex(
    r"(?i:\b(?:in|within|after)\s(?:just\s|only\s|under\s)?(?:an?|one)\s"
    r"(?P<unit>hour|day|week|month|quarter|year)\b)"
)


def one_span(comparison: Comparison) -> Iterator[FigureProblem]:
    """一个月就 that became "in a week"."""
    text, english = comparison.text, comparison.english
    found = _ONE_SPAN.search(text) if "一" in text else None
    if found and not _ANY_SPAN.search(english) and text[found.end() : found.end() + 1] in "就便即":
        yield FigureProblem("missing", found.group(), f"in a {_name(found['unit'])}")
        return
    said = _IN_ONE.search(english) if found else None
    if found and said and _name(found["unit"]) != said["unit"].lower():
        units = {_name(m["unit"]) for m in _ONE_SPAN.finditer(text)}
        if said["unit"].lower() not in units:
            yield FigureProblem("changed", found.group(), f"a {_name(found['unit'])}", said.group())


_ONE_OF = late_regex(
    "(?<![0-9〇零一二三四五六七八九十百千万亿第每.,])(?:一|1)个?"
    "(?P<unit>小时|钟头|天|周|星期|月|年|分钟|世纪)(?![0-9级度代期次号初底末])"
)
_SAID_OF = late_regex(r"\b(?:one|1)[\s-](?P<unit>minute|hour|day|week|month|year|century)\b")
# What stands in the Chinese where a span may be said by that word, and what says the Chinese one.
_SPOKEN_OF = {
    "minute": "分", "hour": "时钟点", "day": "天日昼夜", "week": "周星礼", "month": "月",
    "year": "年岁载春", "century": "世百",
}  # fmt: skip
_ENGLISH_OF = {
    "小时": ("hour", "minutes"), "钟头": ("hour", "minutes"), "天": ("day", "hours", "overnight"),
    "周": ("week", "days"), "星期": ("week", "days"), "月": ("month", "days", "weeks"),
    "年": ("year", "month", "annual", "decade"), "分钟": ("minute", "seconds"),
    "世纪": ("century", "centuries", "hundred", "100"), "季度": ("quarter", "months"),
}  # fmt: skip


def _name(unit: str) -> str:
    """The English word for a span."""
    return _ENGLISH_OF[unit][0]


def other_unit(comparison: Comparison) -> Iterator[FigureProblem]:
    """一小时 that became "one day", where nothing in the Chinese speaks of days."""
    text, english = comparison.text, comparison.english
    found = _ONE_OF.search(text) if "一" in text or "1" in text else None
    said = _SAID_OF.search(english) if found else None
    if not said or not found:
        return
    if any(character in text for character in _SPOKEN_OF[said["unit"]]):
        return
    spans = [match["unit"] for match in _ONE_OF.finditer(text)]
    if not any(word in comparison.lower for span in spans for word in _ENGLISH_OF[span]):
        expected = f"one {_name(spans[0])}"
        yield FigureProblem("changed", found.group(), expected, said.group())
