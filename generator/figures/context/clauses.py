"""The clause of a figure, in Chinese and in English."""

from __future__ import annotations

import re

from generator.figures.shared.figure import Figure
from generator.patterns import late_regex

_MARKS = late_regex("[，。；：！？、,;（）()]")
# Ends a clause of English.
ENGLISH_BREAK = late_regex(
    r"[,;:.](?=\s|\Z)|\s(?:and|but|while|whereas|of\swhich|of\sthem|after|although|though|with|plus"
    r"|including|which|that|who|as|when|before|since|because)\s"
)
# Ends a sentence of English, or a part of it that could be one.
SENTENCE_BREAK = late_regex(r"[.!?;][\"”’)]?\s|\n")


def clause_start(text: str, place: int, marks: str = "，。；：！？、,;") -> int:
    """Where the clause that contains ``place`` begins, if each of ``marks`` ends a clause."""
    start = 0
    for mark in marks:
        behind = text.rfind(mark, start, place) + 1
        if behind:
            start = behind
    return start


def chinese_clause(text: str, figure: Figure, figures: list[Figure]) -> str:
    """The clause of ``figure``. It includes the text before a 、 if no other figure is there, and
    leaves out words for paperwork.
    """
    start = 0
    for mark in _MARKS.finditer(text, 0, figure.start):
        between = mark.group() == "、" and not any(
            start <= one.start < mark.start() for one in figures
        )
        start = start if between else mark.end()
    stop = _MARKS.search(text, figure.end)
    return _PAPERWORK.sub("", text[start : stop.start() if stop else len(text)])


# Design and planning do not tell that the thing itself is completed.
_PAPERWORK = late_regex("完成(?=设计|选址|规划|审批|招标|前期|签约|备案)|(?<=设计|选址|规划)完成")


def english_clause(
    english: str, start: int, end: int, breaks: re.Pattern[str] = ENGLISH_BREAK
) -> str:
    """The clause of the figure from ``start`` to ``end``, between the nearest matches of
    ``breaks``.
    """
    return between(english, start, end, breaks)


def between(text: str, start: int, end: int, breaks: re.Pattern[str]) -> str:
    """The part of ``text`` around ``start`` to ``end``, between the nearest of ``breaks``."""
    low = max((m.end() for m in breaks.finditer(text, 0, start)), default=0)
    stop = breaks.search(text, end)
    return text[low : stop.start() if stop else len(text)]
