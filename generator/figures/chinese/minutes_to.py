"""Reads clock times with minutes that are missing: 八点差五分, 差十分八点."""

from __future__ import annotations

from fractions import Fraction

from generator.figures.chinese.clock import of_the_day
from generator.figures.chinese.dates_common import figure, number
from generator.figures.shared.figure import Fact, Figure
from generator.patterns import late_regex

_N = "[0-9]{1,2}|[一二两三四五六七八九十]{1,3}"
_PART = "(?P<part>凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里|今晚|明早)?"
_TO = late_regex(rf"{_PART}(?P<h>{_N})点钟?[差欠缺](?:(?P<m>{_N})分钟?|(?P<quarter>一刻钟?))")
_BEFORE = late_regex(
    rf"(?:(?P<m>{_N})分钟?|(?P<quarter>一刻钟?))(?:不?到|就)?{_PART}(?P<h>{_N})点(?![多半0-9一二三四五六])"
)
_MISSING = frozenset("差欠缺")
_NEAR = 9
_HOUR = 60


def read_minutes_to(text: str, at: int) -> Figure | None:
    """``八点差五分``: 7:55."""
    after = text[at - 1 : at] in ("差", "欠")
    if not after and _MISSING.isdisjoint(text[at : at + _NEAR]):
        return None
    match = _TO.match(text, at) or (_BEFORE.match(text, at) if after else None)
    if match is None:
        return None
    h = 2 if match["h"] == "两" else number(match["h"])
    minutes = 15 if match["quarter"] else number(match["m"])
    if not (1 <= h <= 24 and 0 < minutes < _HOUR):
        return None
    all_minutes = (_HOUR * of_the_day(h, match["part"] or "") - minutes) % (24 * _HOUR)
    hour, minute = divmod(all_minutes, _HOUR)
    value = f"{hour:02}:{minute:02}"
    said = tuple(Fact("number", Fraction(n)) for n in (minutes, h))
    return figure(
        match, value, value, "time", (Fact("time", Fraction(all_minutes)),), said, kind="time"
    )
