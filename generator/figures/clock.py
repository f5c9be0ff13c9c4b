"""Times of the clock in Chinese text."""

from __future__ import annotations

import re
from fractions import Fraction

from generator.figures.figure import Fact, Figure
from generator.figures.moment import NUM, figure, number

_CLOCK = re.compile(
    r"(?P<part>凌晨|清晨|早上|早晨|上午|中午|正午|下午|午后|傍晚|晚上|晚间|夜间|深夜|当晚|早|晚)?"
    rf"(?P<h>{NUM}|零|〇)(?:(?P<mark>时|点钟|点)(?:(?P<min>{NUM}|[0-5]\d|零[一二三四五六七八九])分"
    r"(?!之|钟)|(?P<more>半|整|许|左右))?|:(?P<min2>[0-5]\d)(?::[0-5]\d)?(?![\d:]))"
)
_AFTER_NOON = ("下午", "午后", "傍晚", "晚上", "晚间", "夜间", "深夜", "当晚", "晚")
_NOT_CLOCK = re.compile(r"[间期代段候速下空常差刻]")


def read_clock(text: str, at: int) -> Figure | None:
    """``10时10分``, ``上午10点半``, ``15:30``."""
    match = _CLOCK.match(text, at)
    if not match:
        return None
    part, mark, more = match["part"] or "", match["mark"], match["more"] or ""
    h = 0 if match["h"] in "零〇" else number(match["h"])
    minute_text = match["min"] or match["min2"] or ""
    minute = 30 if more == "半" else number(minute_text.lstrip("零")) if minute_text else 0
    if not (0 <= h <= 24 and 0 <= minute <= 59):
        return None
    sure = bool(part) or bool(minute_text) or more in ("半", "整") or mark == "点钟"
    if mark == "时":
        sure = sure or (
            match["h"][0] in "0123456789零〇" and not _NOT_CLOCK.match(text, match.end())
        )
    if not sure or (part in ("早", "晚") and not mark and not match["min2"]):
        return None
    if part.startswith("晚") and h == 12:
        h = 0  # of the next day
    elif part in _AFTER_NOON and h < 12 and not (part in ("深夜", "夜间") and h < 5):
        h += 12
    english = _english_time(h % 24, minute, bool(part))
    if more in ("许", "左右"):
        english = f"around {english}"
    facts = (Fact("time", Fraction(60 * (h % 24) + minute)),)
    return figure(match, english, f"{h % 24:02}:{minute:02}", "time", facts, kind="time")


def _english_time(h: int, minute: int, halves: bool) -> str:
    if not halves:
        return f"{h}:{minute:02}"
    if minute == 0 and h in (0, 12):
        return "midnight" if h == 0 else "noon"
    minutes = f":{minute:02}" if minute else ""
    return f"{h % 12 or 12}{minutes} {'a.m.' if h < 12 else 'p.m.'}"
