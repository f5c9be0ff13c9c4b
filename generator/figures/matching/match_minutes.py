"""Minutes of a match: 第80分钟 is the 80th minute, or ten minutes from the end."""

from __future__ import annotations

from generator.figures.english.stated import Stated
from generator.figures.shared.figure import Figure
from generator.patterns import late_regex

MINUTE = late_regex("(?P<added>补时)?(?:阶段)?第(?P<n>[0-9]{1,3})分钟")
LEFT = (
    r"\s?(?:minutes?\s)?(?:of\s(?:[a-z-]+\s){1,4})?"
    r"(?:left|remaining|to\sgo|to\splay|to\sspare|from\s(?:time|the\send|full[\s-]time))\b"
)
_AFTER = late_regex(rf"(?i:{LEFT})")
# The minutes at which a half, a game and extra time end.
ENDS = (45, 90, 105, 120)
_ORDINAL = late_regex(r"(?i:[\s-]minute\b)")


def is_match_minute(text: str, english: str, figure: Figure, stated: Stated) -> bool:
    """Whether the English states a minute of a match by the minutes left ("with ten minutes left"
    for 第80分钟), or 65分钟 as "the 65th minute".
    """
    fact = stated.facts[0]
    if figure.source.endswith("分钟") and figure.kind == "duration":
        minute = fact.kind == "ordinal" and str(fact.value) == figure.value
        return minute and _ORDINAL.match(english, stated.end) is not None
    found = MINUTE.fullmatch(figure.source)
    if not found or fact.kind != "number" or text.endswith("补时", 0, figure.start):
        return False
    played = int(found["n"])
    left = _AFTER.match(english, stated.end)
    return left is not None and any(end - played == fact.value for end in ENDS if end > played)
