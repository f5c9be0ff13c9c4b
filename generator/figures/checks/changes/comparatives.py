"""The two sides of a comparison: 现场购票比网上贵15元 that became "dearer online than at the gate".

The standard of the comparison (网上) is after "than" in English, or the English has the opposite
word for the other side ("15 yuan cheaper online than at the gate").
"""

from __future__ import annotations

from generator.figures.context.clauses import clause_start
from generator.figures.context.distance import Span
from generator.figures.context.evidence import AMOUNT, CHARACTER, FUNCTION
from generator.figures.english.stated import Stated
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import Figure
from generator.patterns import late_regex

# 比 as a comparison; not 同比, 占比, 比重, 比赛.
_THAN = late_regex(
    r"(?<![占同环对正反无评相])比(?![重例率如赛分值上价拼起方值武])|(?<![计比相为])较(?![大高强多少低快慢长为好])"
)
# 与人工相比，机器每小时多处理1800件
_WITH = late_regex(
    r"(?:[与同和跟]|相比于?|相较于?|较之)(?P<than>[^，。；,;]{1,12}?)(?:相比|比较|比起来|，|,)"
)
_BEYOND = late_regex(r"高于|低于|快于|慢于|多于|少于|早于|晚于|好于|优于|超过|领先|落后|高出|不敌")
_ENGLISH_THAN = late_regex(
    r"(?i:(?:[\s-][a-z-]+){0,4}?[\s-](?:(?:more|less|fewer|[a-z]{2,}er|up|down)\b[^.,;0-9]{0,40}?\s(?:than|on|from)"
    r"|(?:ahead|clear|short)\sof|above|below|behind)\s)"
)
_WITH_THAN = late_regex(
    r"(?i:(?:[\s-][a-z-]+){0,4}?[\s-](?:more|less|fewer|[a-z]{2,}er)\s(?:on|in|at|from|for)\s[^.,;0-9]{1,40}?\sthan\s)"
)
_ENGLISH_END = late_regex(
    r"[.,;:()](?=\s|\Z)|\s(?:and|but|while|whereas|though|although|after|when)\s|\Z"
)
_ENGLISH_START = late_regex(r"[.,;:()](?=\s)|\s(?:and|but|while|whereas|though|although)\s")
# The former state of the subject itself, which is no other side.
_ITSELF = late_regex(
    r"[去上前今往常]年|同期|上[个一]?[月周季届次轮]|原来|原先|此前|以前|以往|过去|预期|预计|计划|平时|平均|历史|[0-9]年|[0-9]月|年初|年底|年末|半年|季度"
    r"|[0-9一二三四五六七八九十两几数百][多余来]?个?(?:年|月|周|天|世纪)[之以]?前|年代|之初|[一代期]\Z|[开成建][通立成]时"
    r"|目标|预算|概算|要求|标准|当初|最初|开始|传统|常规|老|旧|新"
)
_KINDS = frozenset({FUNCTION, AMOUNT})


def standard_of(text: str, figure: Figure) -> tuple[Span, Span] | None:
    """The places of the subject and of the standard of the comparison in the Chinese; None if there
    is no comparison.
    """
    start = clause_start(text, figure.start, "，。；：！？,;:")
    marks = list(_THAN.finditer(text, start, figure.start))
    mark = marks[-1] if marks else _BEYOND.search(text, start, figure.start)
    if mark is None and "相" in text:
        sentence = clause_start(text, figure.start, "。；！？;")
        with_it = _WITH.search(text, sentence, start)
        if with_it and with_it.end() >= start - 2:
            return (with_it.end(), figure.start), with_it.span("than")
    if mark is None:
        return None
    if mark.start() - start < _SHORTEST:
        start = clause_start(text, max(0, start - 1), "，。；：！？,;:")
    return (start, mark.start()), (mark.end(), figure.start)


_SHORTEST = 2


def is_of_itself(text: str, figure: Figure) -> bool:
    """Whether the standard is a former or expected state of the subject; true also if no standard
    is named.
    """
    two = standard_of(text, figure)
    return two is None or bool(_ITSELF.search(text, *two[1]))


def compared_side(comparison: Comparison, figure: Figure, stated: Stated) -> int:
    """1 if the English compares the same two in the same order, -1 if in reverse, 0 if unknown."""
    text, english = comparison.text, comparison.english
    two = standard_of(text, figure)
    than = _WITH_THAN.match(english, stated.end) or _ENGLISH_THAN.match(english, stated.end)
    if two is None or than is None:
        return 0
    end = _ENGLISH_END.search(english, than.end())
    starts = [m.end() for m in _ENGLISH_START.finditer(english, 0, stated.start)]
    subject = ((starts[-1] if starts else 0), than.end() - 5)
    standard = (than.end(), end.start() if end else len(english))
    same = turned = 0
    for link in comparison.links:
        if link.kind in _KINDS:
            continue
        chinese, english_side = (
            _within(link.chinese, two),
            _within(link.english, (subject, standard)),
        )
        if chinese == english_side == 1:
            same += 1
        elif link.kind != CHARACTER and {chinese, english_side} == {0, 1}:
            turned += 1
    return 1 if same else -1 if turned else 0


def _within(spans: tuple[Span, ...], sides: tuple[Span, Span]) -> int:
    """The index of the side that has all of the spans; -1 if neither has."""
    for number, (start, end) in enumerate(sides):
        if all(start <= a and b <= end for a, b in spans):
            return number
    return -1
