"""Reads the times of races in digits: 2:07.35, 1'58"7, 成绩3:42."""

from __future__ import annotations

import re
from fractions import Fraction

from generator.figures.shared.figure import Fact, Figure
from generator.figures.shared.numeral import decimal, english_number, exact
from generator.patterns import late_regex

_TIME = late_regex(
    r"(?:(?P<h>[0-9]):(?=[0-5][0-9]:))?(?P<m>[0-9]{1,2})(?::(?P<s>[0-5][0-9])(?P<f>\.[0-9]{1,3})?(?![0-9:.])"
    r"|['′‘’](?P<s2>[0-5]?[0-9])(?:[\"″”“]|'')(?P<f2>[0-9]{1,3})?(?![0-9.]))"
)
# 用时5:30 is five minutes and a half; with an hour before it, or after it, it stays a clock time.
# 配速4分15
_UNNAMED = late_regex(r"(?P<m>[0-9]{1,2})分(?P<s>[0-5][0-9])(?![0-9.分秒个%万千百])")
_RATIO = late_regex(r"比[例率重]?[\u4e00-\u9fff]{0,2}[:]?\Z")
_SPENT = late_regex("(?:配速|用时|耗时|圈速|单圈|[跑游滑骑划]出|成绩)(?:了|为|是|约|仅|达)?\\Z")

_RACED = late_regex(
    "成绩|赛|泳|跑|游[出完]|圈|滑|冠|纪录|杆位|金牌|银牌|铜牌|名列|打破|秒|自由式|[蝶仰蛙]|跨栏|接力|选手"
    "|[0-9百千]米|用时|耗时|计时|配速|车手|冲线"
)


def read_race_time(text: str, at: int) -> Figure | None:
    """``2:07.35``: two minutes and 7.35 seconds."""
    match = _TIME.match(text, at)
    if not match and (unnamed := _UNNAMED.match(text, at)) is not None:
        return _unnamed(unnamed) if _SPENT.search(text, max(0, at - 6), at) else None
    if not match or text[at - 1 : at] in (":", "."):
        return None
    if _RATIO.search(text, max(0, at - 5), at):
        return None
    fraction = match["f"] or (f".{match['f2']}" if match["f2"] else "")
    if match["s"] and not fraction and (
        match["h"] or not _SPENT.search(text, max(0, at - 6), at)
    ):  # fmt: skip
        return None
    if match["f"] and not match["h"] and match["m"] == "1" and not _RACED.search(text):
        return None  # 农药按1:20.5兑水: a ratio
    seconds = Fraction(f"{match['s'] or match['s2']}{fraction}")
    total = 3600 * int(match["h"] or 0) + 60 * int(match["m"]) + seconds
    units = ("hour", "minute", "second")
    numbers = (Fraction(int(match["h"] or 0)), Fraction(int(match["m"])), seconds)
    parts = [(n, name) for n, name in zip(numbers, units, strict=True) if n]
    english = " ".join(
        f"{english_number(exact(Fraction(n)))} {name}{'' if n == 1 else 's'}"
        for n, name in parts
        if n
    )
    apart = tuple(Fact("number", Fraction(n), f"{name}s") for n, name in parts if n)
    hour = f"{match['h']}:" if match["h"] else ""
    minute = f"{int(match['m']):02}" if hour else str(int(match["m"]))
    clock = f"{hour}{minute}:{int(match['s'] or match['s2']):02}{fraction}"
    return Figure(
        at, match.end(), match.group(), english, decimal(total), "seconds", "duration",
        facts=((Fact("number", total, "seconds"),), apart, (Fact("label", text=clock),)),
    )  # fmt: skip


def _unnamed(match: re.Match[str]) -> Figure:
    minutes, seconds = int(match["m"]), int(match["s"])
    total = Fraction(60 * minutes + seconds)
    apart = (Fact("number", Fraction(minutes), "minutes"), Fact("number", Fraction(seconds)))
    return Figure(
        match.start(), match.end(), match.group(), f"{minutes}:{seconds:02}", decimal(total),
        "seconds", "duration",
        facts=(
            (Fact("number", total, "seconds"),), apart,
            (Fact("label", text=f"{minutes}:{seconds:02}"),),
        ),
    )  # fmt: skip
