"""Reads scores with a dash, and tells scores with a colon from clock times: 6-3, 25-21, 9:11."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from generator.figures.chinese.ratios import as_score
from generator.figures.chinese.units import MEASURE_WORD
from generator.figures.shared.figure import Fact, Figure
from generator.patterns import late_regex

_DASH = "[-–—]"
_SCORE = late_regex(
    rf"(?P<sign>:)?(?P<a>[0-9]{{1,3}}){_DASH}(?P<b>[0-9]{{1,3}})(?![0-9.,%]|{_DASH}[0-9])"
)
_UNIT = late_regex(
    r"[年月日号楼栋层岁人个名位米公千万亿元块度天小分周期届例件家项条台辆户所次级倍成折页章节课集部连码室单门组队排A-Za-z]"
)
_BEATS = late_regex(
    r"(?:的?(?:大|总)?比分|(?:轻松|完|惊险)?(?:战?胜|取胜|完胜|大胜|险胜|获胜)|击败|负|横扫|逆转|不敌|战[平成]|领先|落后|力克|告负|惜败"
    r"|拿下|赢|输|扳平|平|淘汰|晋级|过关|丢掉|先胜|再胜|收[下获]|零封|完败|落败|出局|挺进|锁定|夺[冠得]|开局|结束|终结|轻取|直落|力压|力擒|完胜|小胜|轻胜|惨败|大败|速胜|收场|锁定)"
)
_SPORTS = late_regex(
    r"比分|[中乒英]超|[中西意德法]甲|[赛盘局胜负球]|淘汰|晋级|主队|客队|主场|客场|半场|全场|首节|末节|开场|[输赢]了|[上下]半时|[女男][排篮足乒]|国[乒羽足]|夺冠|出线|落败|险胜|回合|比赛|对手|决胜|选手|轻取|[单双]打|球员"
)
_BEFORE_SCORE = late_regex(
    r"(?:\A|[，。；：、:（\s]|[盘局节场赛战超甲时合平成队七十了以为是]|比分|以|[和及])\Z"
)
_CLOSED = late_regex(r"[，。；、）和及与]|\Z")
_TIE_BREAK = late_regex(r"[（(][0-9]{1,2}(?:-[0-9]{1,2})?[)）]")
_HAN = late_regex("[\u4e00-\u9fff]")
_LISTED = late_regex(rf"[、和]\s?[0-9]{{1,3}}{_DASH}[0-9]{{1,3}}(?![0-9-])")
_AFTER_ANOTHER = late_regex(rf"[0-9]{{1,3}}{_DASH}[0-9]{{1,3}}[、和]\s?\Z")
_NUMBERED = late_regex(r"(?:[第前版期章图表题区座栋排号码型阵至到]|电话|热线|编号)\Z")


def read_dashed_score(text: str, at: int) -> Figure | None:
    """``6-3`` in a text about matches; the value is ``6:3``."""
    match = _SCORE.match(text, at)
    if not match or text[at - 1 : at] in tuple("-–—.:/") or _UNIT.match(text, match.end()):
        return None
    if _NUMBERED.search(text, max(0, at - 2), at) or _is_counted(text, match.end()):
        return None
    tie = _TIE_BREAK.match(text, match.end())
    beaten = tie or _BEATS.match(text, match.end())
    listed = _LISTED.match(text, match.end()) or _AFTER_ANOTHER.search(text, max(0, at - 8), at)
    closed = listed or (
        _CLOSED.match(text, match.end()) and _BEFORE_SCORE.search(text, max(0, at - 2), at)
    )
    against = _HAN.search(text, at - 1, at) and _HAN.match(text, match.end())
    if not (beaten or closed or against) or not _SPORTS.search(text):
        return None
    first, last = Decimal(match["a"]), Decimal(match["b"])
    value = f"{first}:{last}"
    ways = ((Fact("ratio", Fraction(first), text=value),), *as_score(text, match, first, last))
    return Figure(
        at, match.end(), match.group(), f"{first}-{last}", value, "", "ratio", engine_safe=True,
        facts=ways,
    )  # fmt: skip


def _is_counted(text: str, at: int) -> bool:
    return text[at : at + 1] not in tuple("平胜负") and MEASURE_WORD.match(text, at) is not None


_BETWEEN = tuple("、，,和及与 ")
_CHAIN_BEFORE = late_regex(r"(?:[0-9]{1,3}:[0-9]{1,3}[、，,和及与]\s?)+\Z")
_CHAIN = late_regex(r"[0-9]{1,3}:[0-9]{1,3}(?:[、，,和及与]\s?[0-9]{1,3}:[0-9]{1,3})*(?![0-9])")
_PAIR = late_regex("([0-9]{1,3}):([0-9]{1,3})")
_OF_SETS = late_regex(r"(?:比分|局分|[盘局节])(?:分别)?(?:是|为|以|依次为|分别为|:)?\Z")
_MINUTES, _HOURS = 60, 24


def is_score(text: str, at: int) -> bool:
    """Whether ``9:11`` at ``at`` is one of several scores, of which one is certainly no time."""
    follows = text[at - 1 : at] in _BETWEEN
    first = _CHAIN_BEFORE.search(text, max(0, at - 40), at) if follows else None
    start = first.start() if first else at
    chain = _CHAIN.match(text, start)
    if chain is None or chain.end() <= at:
        return False
    pairs = _PAIR.findall(chain.group())
    if len(pairs) > 1 and any(
        len(b) != 2 or int(b) >= _MINUTES or int(a) > _HOURS for a, b in pairs
    ):
        return True
    return bool(_OF_SETS.search(text, max(0, start - 8), start))
