"""The side of a threshold that a figure is on: PMI 48.7，低于荣枯线 that became "above the
line", 超警戒1.12米 "1.12 metres below the warning mark".
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.checks.needing import needing
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_LINE = (
    r"(?:[\u4e00-\u9fff“”]{0,10}?)(?:荣枯线|临界点|警戒[线水]?位?|汛限水?位?|限[值量]|标准|水平|均值|平均值?|预期|预估|预测|目标|上限|下限"
    r"|盈亏平衡[点线]?|保本[点价线]|枯荣线|阈值|底线|红线|及格线|录取线|分数线|成本价?|发行价)"
)
# 连续三个月位于荣枯线以上
_AT = (
    r"(?:位于|处于|保持在|维持在|站上|重回|回到|升至|仍在|在)"
    r"(?:荣枯线|枯荣线|临界点|警戒线|盈亏平衡[点线])"
)
_BELOW = late_regex(
    rf"(?:低于|小于|未超[过出]|没有超过|不及|未达到?|达不到|逊于|少于){_LINE}|{_AT}(?:以下|之下|下方)"
)
_ABOVE = late_regex(rf"(?:高于|超过|超出|好于|优于|多于|突破){_LINE}|{_AT}(?:以上|之上|上方)")
_RISEN = late_regex("[高超逾过]|以上|突破|优于|好于|多于|上升|增")
_FALLEN = late_regex("[低落未]|不[及足到达]|以下|少于|逊|下[降滑跌]|减")
_ABOVE_ENGLISH = late_regex(
    r"(?i:\b(?:above|exceed(?:s|ed|ing)?|beat(?:s|ing)?|higher\sthan|better\sthan|ahead\sof|in\sexcess\sof"
    r"|topp?(?:s|ed|ing)|more\sthan\sthe|surpass\w*)\b)"
)
_BELOW_ENGLISH = late_regex(
    r"(?i:\b(?:below|under|lower\sthan|worse\sthan|short\sof|miss(?:es|ed|ing)?|less\sthan\sthe|beneath)\b)"
)
# Of the threshold itself, and of nothing else above or below.
_LINE_ENGLISH = (
    r"(?:the\s|its\s|their\s)?(?:[a-z-]+\s)?"
    r"(?:limit|threshold|ceiling|warning\s(?:line|level|mark))s?\b"
)
_ABOVE_THE_LINE = late_regex(rf"(?i:\b(?:above|over|beyond)\s{_LINE_ENGLISH})")
_BELOW_THE_LINE = late_regex(rf"(?i:\b(?:below|under|beneath)\s{_LINE_ENGLISH})")
_ANY_BELOW = late_regex(
    r"(?i:\b(?:below|under|low\w*|worse|short|miss\w*|less|few\w*|beneath|fail\w*|not|no|never|down|behind|fall\w*|fell|sub-?\w*|short\w*|weak\w*|trail\w*)\b|n['’]t\b)"
)
_ANY_ABOVE = late_regex(
    r"(?i:\b(?:above|exceed\w*|beat\w*|high\w*|better|ahead|excess|topp?\w*|more|over|surpass\w*|beyond|outstrip\w*|outpac\w*|past|up|great\w*|larg\w*|outperform\w*|not|no|never)\b)"
)


@needing(chinese=(_BELOW, _ABOVE))
def thresholds(comparison: Comparison) -> Iterator[FigureProblem]:
    """Figures above the threshold that became below it, and the reverse. The English must not name
    the right side, and must either name the threshold or translate a text that has only one side.
    """
    text, english = comparison.text, comparison.english
    below = _BELOW.search(text)
    above = None if below else _ABOVE.search(text)
    found = below or above
    if found is None:
        return
    rest = f"{text[: found.start()]} {text[found.end() :]}"
    if below:
        said = _ABOVE_THE_LINE.search(english)
        if said is None and not _RISEN.search(rest):
            said = _ABOVE_ENGLISH.search(english)
        own = _ANY_BELOW.search(english)
    else:
        said = _BELOW_THE_LINE.search(english)
        if said is None and not _FALLEN.search(rest):
            said = _BELOW_ENGLISH.search(english)
        own = _ANY_ABOVE.search(english)
    if said and not own:
        yield FigureProblem("changed", found.group(), "", said.group())


# 低于保证水位0.4米，超警戒1.12米
_BY_FIGURE = late_regex(
    "(?:(?P<over>超过?|超出|高于|高出)|(?P<under>低于|低))(?P<mark>警戒|保证|汛限|设防|防洪)(?:水?位|线)?(?:约|近|逾)?\\Z"
)
_BESIDE_MARK = late_regex(
    r"(?i:\s(?:(?P<over>above|over|beyond|higher\sthan)|(?P<under>below|under|beneath|short\sof|lower\sthan))"
    r"\s(?:the|its|their)\s(?P<mark>[a-z-]+(?:\s[a-z-]+)?)\s(?:level|mark|line|limit))"
)
# The usual English of each mark.
_MARKS = {
    "警戒": late_regex("warn|alert|danger|alarm"),
    "保证": late_regex("guarant|safe|assur"),
    "汛限": late_regex("flood"),
    "设防": late_regex("fortif|defen[cs]e|guard|flood"),
    "防洪": late_regex("flood"),
}


@needing(chinese=("警戒", "保证水", "汛限", "设防水", "防洪"))
def sides_of_marks(comparison: Comparison) -> Iterator[FigureProblem]:
    """Heights of water on the other side of a mark, or beside another one."""
    for figure, stated in comparison.unique:
        own = _BY_FIGURE.search(comparison.text, max(0, figure.start - 10), figure.start)
        told = _BESIDE_MARK.match(comparison.english, stated.end)
        if own is None or told is None:
            continue
        mark = told["mark"].lower()
        other_mark = not _MARKS[own["mark"]].search(mark) and any(
            words.search(mark) for words in _MARKS.values()
        )
        if bool(own["over"]) != bool(told["over"]) or other_mark:
            yield FigureProblem("changed", figure.source, figure.english, told.group().strip())
