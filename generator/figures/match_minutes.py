"""Minutes of a match: 第80分钟 is the 80th minute, or ten minutes from the end."""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.comparison import Comparison
from generator.figures.english_figure import Stated
from generator.figures.figure import Figure
from generator.figures.problem import FigureProblem
from generator.patterns import late_regex

_MINUTE = late_regex("(?P<added>补时)?(?:阶段)?第(?P<n>[0-9]{1,3})分钟")
_LEFT = (
    r"\s?(?:minutes?\s)?(?:of\s(?:[a-z-]+\s){1,4})?"
    r"(?:left|remaining|to\sgo|to\splay|to\sspare|from\s(?:time|the\send|full[\s-]time))\b"
)
_AFTER = late_regex(rf"(?i:{_LEFT})")
_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10,
}  # fmt: skip
_MINUTES_LEFT = late_regex(rf"(?i:\b(?P<n>[0-9]{{1,3}}|{'|'.join(_WORDS)})\sminutes?(?=\s){_LEFT})")
# When a half, a game and extra time end.
_ENDS = (45, 90, 105, 120)
_IN_CHINESE = ("剩", "还有", "距离", "结束前")
_ORDINAL = late_regex(r"(?i:[\s-]minute\b)")


def is_match_minute(text: str, english: str, figure: Figure, stated: Stated) -> bool:
    """Whether the English tells a minute of a match by those that are left ("with ten minutes
    left" for 第80分钟), or 65分钟 as "the 65th minute"."""
    fact = stated.facts[0]
    if figure.source.endswith("分钟") and figure.kind == "duration":
        minute = fact.kind == "ordinal" and str(fact.value) == figure.value
        return minute and _ORDINAL.match(english, stated.end) is not None
    found = _MINUTE.fullmatch(figure.source)
    if not found or fact.kind != "number" or text.endswith("补时", 0, figure.start):
        return False
    played = int(found["n"])
    left = _AFTER.match(english, stated.end)
    return left is not None and any(end - played == fact.value for end in _ENDS if end > played)


def minutes_left(comparison: Comparison) -> Iterator[FigureProblem]:
    """第80分钟 that became "with 80 minutes left": the minute is counted from the start."""
    text = comparison.text
    minutes = list(_MINUTE.finditer(text)) if "分钟" in text else []
    left = _MINUTES_LEFT.search(comparison.english) if minutes else None
    if not left or any(word in text for word in _IN_CHINESE):
        return
    number = left["n"].lower()
    count = int(number) if number.isdigit() else _WORDS.get(number, 0)
    for minute in minutes:
        played = int(minute["n"])
        if played == count and (minute["added"] or all(end - played != count for end in _ENDS)):
            yield FigureProblem("changed", minute.group(), found=left.group())
