"""A change and what it led to: 由520公里提高到610公里 is not "610 kilometres further", nor is
缩短0.7秒至5.2秒 "in 0.7 seconds rather than 5.2".
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.figures.comparison import Comparison
from generator.figures.problem import FigureProblem
from generator.patterns import late_regex

_KINDS = frozenset({"money", "measure", "count", "duration", "percent"})
_FROM = late_regex(r"[由从](?:[^，。；：、]{0,12}的)?(?:约|近|原来的?|每[\u4e00-\u9fff]{1,2})?\Z")
_TO = late_regex(r"[^，。；：]{0,12}[至到](?:[^，。；：0-9]{0,6}的)?(?:了|近|约)?")
_BY_SO_MUCH = late_regex(
    r"(?i:\s(?:further|longer|more|higher|larger|bigger|faster|heavier|dearer|less|fewer|lower"
    r"|shorter|smaller|cheaper|quicker|slower|lighter|sooner)\b(?!\s(?:or|and)\b))"
)
_CHANGED = late_regex(
    r"(?:缩短|下降|降低|减少|增加|提高|上升|上涨|下跌|延长|回落|提升|压缩|增长|下调|上调)了?\Z"
)
_TWO_STEPS = late_regex(r"[^0-9一二两三四五六七八九十]+[至到]")
_REPLACED = late_regex(
    r"(?i:(?:\s[a-z]+)?,?\s(?:rather\sthan|instead\sof|down\sfrom|up\sfrom|against|compared\swith|to)"
    r"\s(?:the\s)?)"
)
_STARTING = late_regex(r"(?i:\bfrom\s(?:about\s|some\s)?\Z)")


def steps(comparison: Comparison) -> Iterator[FigureProblem]:
    """What something came to that English makes the change, and the other way round."""
    text, english = comparison.text, comparison.english
    for (one, _), (other, now) in pairwise(comparison.once):
        if other.kind not in _KINDS or not _TO.fullmatch(text, one.end, other.start):
            continue
        if not _FROM.search(text, max(0, one.start - 16), one.start):
            continue
        more = _BY_SO_MUCH.match(english, now.end)
        if more:
            found = f"{now.text}{more.group()}"
            yield FigureProblem("changed", other.source, other.english, found)
    for figure, said in comparison.said:
        by_and_to = len(said) == _TWO and _TWO_STEPS.search(figure.source)
        if not by_and_to or not _CHANGED.search(text, max(0, figure.start - 4), figure.start):
            continue
        first, last = said
        between = _REPLACED.fullmatch(english, first.end, last.start)
        begun = between and _STARTING.search(english, max(0, first.start - 14), first.start)
        if between and (begun or between.group().split()[-1] != "to"):
            found = english[first.start : last.end]
            yield FigureProblem("changed", figure.source, figure.english, found)


# 原定15日的发射推迟到18日: which of the two was meant to be the day.
_FIRST_SET = late_regex("原[定拟本计]")
_PUT_TO = late_regex(r"[^。；]{0,20}(?:推迟|延期|延后|提前|改期?|调整|顺延)[到至为]")
_MOVED_TO = late_regex(
    r"(?i:\b(?:moved|postponed|put\s(?:off|back)|brought\sforward|delayed|rescheduled|changed|shifted)\s"
    r"(?:back\s|forward\s)?(?:to|until|till)\b)"
)


def rescheduled(comparison: Comparison) -> Iterator[FigureProblem]:
    """The day that something was meant for, which English makes the one it is moved to."""
    text, english = comparison.text, comparison.english
    if "原" not in text:
        return
    dates = [pair for pair in comparison.once if pair[0].kind == "date"]
    for (one, was), (other, now) in pairwise(dates):
        if not _FIRST_SET.search(text, max(0, one.start - 6), one.start):
            continue
        if now.end <= was.start and _PUT_TO.search(text, one.end, other.start):
            found = _MOVED_TO.search(english, now.end, was.start)
            if found:
                words = f"{found.group()} {was.text}"
                yield FigureProblem("changed", other.source, other.english, words)


_TWO = 2
