"""Days told from today: 后天 that became "tomorrow", 前天 "yesterday"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.figures.comparison import Comparison
from generator.figures.problem import FigureProblem
from generator.patterns import late_regex

# 前日 may be any day before; so may 日前.
_CHINESE = late_regex(
    "(?P<n3>大前[天晚夜])|(?P<n2>(?<![以之此目提年月日面眼生])前(?:天(?![津气数下然空赋])|[晚夜]))|(?P<n1>昨[天日晚夜晨早])"
    "|(?P<p0>今[天日晚夜晨早]|本日|当[天日]|同[一]?天)|(?P<p1>明[天日晚晨早]|次日|翌日|隔天)"
    "|(?P<p3>大后天)|(?P<p2>(?<![今以之此然雨午饭先最])后天(?![气空津山下生地然晴文性的])|[两二2]天后)"
)
_ENGLISH = late_regex(
    r"(?i:(?P<n3>three\sdays\sago)|(?P<n2>(?:the\s)?day\sbefore\syesterday|two\s(?:days|nights)\sago)"
    r"|(?P<n1>yesterday|last\snight)|(?P<p0>today|tonight|this\s(?:morning|afternoon|evening))"
    r"|(?P<p3>(?:in\sthree\sdays|three\sdays\sfrom\snow))"
    r"|(?P<p2>(?:the\s)?day\safter\stomorrow|in\stwo\sdays)|(?P<p1>tomorrow)|(?P<any>(?:the\s)?(?:next|following)\sday))"
)
# 明天会更好: the future.
_FIGURATIVE = late_regex("的(?:今|明|昨)天|更好")
_SPOKEN_OF = ("today", "yesterday", "tomorrow", "night", "days ago", "in two days")


def day_words(comparison: Comparison) -> Iterator[FigureProblem]:
    """A day of the Chinese that the English does not name, where it names another one."""
    lower = comparison.lower
    if "天" not in comparison.text and "日" not in comparison.text and "晚" not in comparison.text:
        return
    if not any(word in lower for word in _SPOKEN_OF):
        return
    named = {_day(match): match.group() for match in _CHINESE.finditer(comparison.text)}
    said = {_day(match): match.group() for match in _ENGLISH.finditer(comparison.english)}
    lost = [word for day, word in named.items() if day not in said and day != "p0"]
    other = [word for day, word in said.items() if day not in named and day != "any"]
    if lost and other and "any" not in said and not _FIGURATIVE.search(comparison.text):
        yield FigureProblem("changed", lost[0], found=other[0])


def _day(match: re.Match[str]) -> str:
    return match.lastgroup or ""
