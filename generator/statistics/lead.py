"""The text before a figure that says what it measures, where the sentence says something else of
the same thing in between."""

from __future__ import annotations

from generator.patterns import late_regex
from generator.statistics.places import Place

_TO = r"[，,](?:总量|规模|总额|总值)?(?:已|现已)?(?:达到?|至|为|实现|完成|增至|升至)(?:了)?\s?\Z"
# 突破3000亿元，达3102.6亿元: the round number that was passed, and perhaps a word for it.
_PASSED = late_regex(
    r"(?:首次|历史性地?|成功|一举|再次|又)*(?:突破|[首冲]破|[迈跨跃站冲登]上|[迈跨]入|跨[过越]|越过|超过?)了?\s?"
    r"(?:[0-9一二两三四五六七八九十百千][0-9一二两三四五六七八九十百千.,万亿兆]*|[百千万]亿)[^，。；、0-9]{0,3}?"
    rf"(?:大关|关口|新?台阶|门槛)?{_TO}"
)
# 比上年增长6.2%，达3211.4亿元: its growth.
_GREW = late_regex(
    r"(?:(?:同比|按年|[比较](?:上年|去年)(?:同期)?)(?:名义|实际)?(?:增长|上升|增加|下降|减少|[增升降跌])"
    rf"|增长|增速为|下降)了?\s?[0-9.]+[%％]{_TO}"
)


# The same from the round number on.
_PASSES = late_regex(
    r"(?:突破|[首冲]破|[迈跨跃站冲登]上|[迈跨]入|跨[过越]|越过|超过?)了?\s?[0-9一二两三四五六七八九十百千][0-9一二两三四五六七八九十百千.,万亿兆]*"
    r"[^，。；、0-9]{0,3}?(?:大关|关口|新?台阶|门槛)?[，,](?:总量|规模|总额|总值)?(?:已|现已)?(?:达到?|至|为|实现|完成|增至|升至)了?\s?[0-9]"
)


def is_passed(place: Place) -> bool:
    """Whether the figure at ``place`` is only the round number that the next one has passed."""
    if place.row >= 0 or place.kind == "percent":
        return False
    # 突破 is a part of the figure, 跨上 stands before it.
    starts = range(max(0, place.start - 3), place.start + 1)
    return any(_PASSES.match(place.sentence, at) for at in starts)


def lead_of(place: Place) -> str:
    """The text before the figure at ``place`` with the name of what it measures at its end."""
    before = place.sentence[: place.start]
    if place.row >= 0:
        return before
    found = _PASSED.search(before) or _GREW.search(before)
    return before[: found.start()] if found else before
