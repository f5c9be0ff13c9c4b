"""What something came to against what it changed by: 缩短至40分钟 that became "cut by 40 minutes",
增长8.6% that became "rose to 8.6%"; and which of two years is the one compared with.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.agreement import agrees
from generator.figures.english_figure import Stated
from generator.figures.figure import Figure
from generator.figures.problem import FigureProblem
from generator.patterns import late_regex

_CHANGED = frozenset({"percent", "points", "fraction", "money", "measure", "count", "duration"})
_VERB = (
    "增长|上升|提高|提升|增加|上涨|上调|回升|攀升|扩大|下降|减少|降低|下跌|下滑|下调|回落|缩减|缩小|压缩|收窄|缩短|"
    "压降|削减|延长|增|升|涨|降|减|跌|缩|压"
)
# 增至, 下降到, 缩短为: what follows is what it came to.
_CAME_TO = late_regex(rf"(?:{_VERB})(?:[至到为成]|了?到)(?:原来|原先|目前|现在|去年|上年)?的?\Z")
_CHANGED_BY = late_regex(rf"(?:{_VERB})(?:了|约|近|超过?|逾|达|将近|接近)?\Z")
_ABOUT = (
    r"(?:(?:an?|the|about|around|nearly|almost|some|just|only|over|more\sthan|up\sto|roughly"
    r"|approximately|close\sto)\s)?"
)
_BY = late_regex(rf"(?i:\bby\s{_ABOUT}(?:(?:US|HK|RMB)?\s?[$€£¥])?\Z)")
_TO = late_regex(
    r"(?i:\b(?:r[io]se[ns]?|rising|increas(?:e|es|ed|ing)|gr[eo]wn?|growing|up|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?"
    r"|surg(?:es|ed|ing)|soar(?:s|ed|ing)|f[ae]ll(?:s|en|ing)?|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)"
    r"|decreas(?:e|es|ed|ing)|down|shr[aiu]nk|reduc(?:e|es|ed|ing)|cut|lower(?:ed|ing)?|rais(?:ed|ing)|expand(?:ed|ing)?"
    r"|narrow(?:ed|ing)|widen(?:ed|ing))\s(?:(?:sharply|further|again|slightly|steadily|year[\s-]on[\s-]year)\s)?to\s"
    rf"{_ABOUT}(?:(?:US|HK|RMB)?\s?[$€£¥])?\Z)"
)


def levels(
    text: str, english: str, figures: list[Figure], stated: list[Stated]
) -> Iterator[FigureProblem]:
    """Figures that English takes for a change where the Chinese gives a level, or the reverse."""
    for one in stated:
        before = english[max(0, one.start - 48) : one.start]
        change, level = _BY.search(before), _TO.search(before)
        if not change and not level:
            continue
        said = [f for f in figures if _says(f, one)]
        if len(said) != 1 or said[0].kind not in _CHANGED:
            continue
        figure = said[0]
        chinese = text[max(0, figure.start - 8) : figure.start]
        wrong = _CAME_TO.search(chinese) if change else _CHANGED_BY.search(chinese)
        if change and figure.kind == "fraction" and _HALF.search(figure.source):
            continue  # to half of it is by half of it
        if wrong and not (level and _reached(text, figure)):
            word = "by" if change else "to"
            found = f"{word} {one.text}"
            yield FigureProblem("changed", figure.source, figure.english, found)


_HALF = late_regex("半|二分之一")
# 增长5%左右的目标, 扩大3亿元规模: no change for sure.
_REACHED = late_regex("的(?:目标|规模|水平|区间|速度)")


def _reached(text: str, figure: Figure) -> bool:
    return bool(_REACHED.match(text, figure.end))


def _says(figure: Figure, stated: Stated) -> bool:
    return any(agrees(f, found) for way in figure.facts for f in way for found in stated.facts)


# 2030年比2020年翻两番: the second is what the first is compared with.
_BASE = late_regex(r"(?:比|较|相比于?|对比)(?P<year>[12][0-9]{3})年")
_BASE_ENGLISH = late_regex(
    r"(?i:\b(?:than|as|from|since|on|over|with|versus|against)\s(?:(?:that|those|it\swas|they\swere|the\slevel)\s)?"
    r"(?:(?:in|of|the)\s)*(?P<year>[12][0-9]{3})\b)"
)


def other_base(text: str, english: str) -> Iterator[FigureProblem]:
    """The year that something is compared with, of which English makes the other one."""
    bases = {match["year"] for match in _BASE.finditer(text)}
    if not bases:
        return
    said = {match["year"] for match in _BASE_ENGLISH.finditer(english)}
    wrong = {year for year in said - bases if f"{year}年" in text}
    if wrong and not said & bases:
        base = min(bases)
        yield FigureProblem("changed", f"比{base}年", f"than in {base}", f"than in {min(wrong)}")
