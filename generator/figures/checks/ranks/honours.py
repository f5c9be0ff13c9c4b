"""What an ordinal counts (appearances, titles, seasons): 第三次参加 that became "her third medal",
第四次夺冠 "his fourth final".
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.checks.needing import needing
from generator.figures.context.clauses import clause_start
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_NTH = late_regex(r"(?:第(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})|首)[次度回届座枚个]")
_NUMBER = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
    r"|[0-9]{1,3}(?:st|nd|rd|th))"
)
_BETWEEN = r"(?:\s(?!of\b|to\b|in\b|at\b|and\b|time\b|from\b|for\b|with\b)[A-Za-z'’-]+){0,3}?"
# Titles, terms and matches: the Chinese that allows each, and its English.
_KINDS = (
    (
        late_regex("[夺获得摘赢胜捧登冠牌奖杯金银铜封卫问折蝉揽收斩荣拿]|领奖|榜首|第一名|三连"),
        late_regex(
            rf"(?i:\b{_NUMBER}{_BETWEEN}\s(?:medals?|titles?|golds?|silvers?|bronzes?|championship\stitle|crown|trophy|victory"
            r"|win|triumph|award|prize|cup\swin)\b)"
        ),
    ),
    (
        late_regex("决赛|参|出[战赛征席场]|入围|入选|晋级|闯|打进|杀|挺进|进入|进军|争|[亮登]|演|候选|提名|跻身|站上|[进入]了?(?:四|八|半)|面对|迎战"),
        late_regex(
            rf"(?i:\b{_NUMBER}{_BETWEEN}\s(?:finals?|semi-?finals?|appearance|nomination)\b)"
        ),
    ),
    (
        late_regex("年|届|季|岁|期|龄|载"),
        late_regex(rf"(?i:\b(?!first\b){_NUMBER}\s(?:year|season)\b(?!\s(?:of|in|pupil|student|under|grade)))"),
    ),
)  # fmt: skip
# "she came fifth at the Olympics" for her fifth Olympics
_CAME = late_regex(
    rf"(?i:\b(?:came|finish(?:ed|es|ing)|rank(?:ed|s|ing)|placed|stood|lay|lies|put)\s(?!first\b)(?P<n>{_NUMBER})\b(?!\s[a-z]+s?\s(?:time|to)\b|\stime))"
)
_END = late_regex("[。；！？;]")
_PLACED = late_regex(
    "名|位|[列居排]|亚|季军|榜|等奖|第[一二三四五六七八九十0-9]+(?![次届度回])|前[三]|末|倒"
)


@needing(chinese=(_NTH,))
def other_honours(comparison: Comparison) -> Iterator[FigureProblem]:
    """Ordinals that the English gives to another kind of thing."""
    text = comparison.text
    nth = _NTH.search(text)
    if nth is None or (nth.group()[0] == "首" and "first time" in comparison.lower):
        return
    stop = _END.search(text, nth.end())
    several = text.count("第") + text.count("首") > 1
    context = (
        text
        if several
        else text[
            clause_start(text, nth.start(), "。；！？;") : stop.start() if stop else len(text)
        ]
    )
    for allowed, words in _KINDS:
        found = words.search(comparison.english)
        if found and not allowed.search(context):
            yield FigureProblem("changed", nth.group(), "", found.group())
            return
    came = _CAME.search(comparison.english)
    if (
        came
        and not _PLACED.search(text)
        and not comparison.english[came.end() :].startswith(" to ")
    ):
        yield FigureProblem("changed", nth.group(), "", came.group())
